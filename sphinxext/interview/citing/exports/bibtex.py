"""Records as entries of BibTeX and of biblatex.

Neither has a type for interviews, so each is ``@misc``, with the fields that the data model of
biblatex allows there. Who asked stands in words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..styles.dates import Dates, is_about
from ..terms import ENGLISH, primary
from .escaping import bibtex_address, bibtex_part, bibtex_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..dates import Date
    from ..names import Name
    from ..record import Record

#: What babel and biblatex call languages.
_BABEL = {
    'ar': 'arabic', 'bg': 'bulgarian', 'ca': 'catalan', 'cs': 'czech', 'cy': 'welsh', 'da': 'danish',
    'de': 'ngerman', 'de-at': 'naustrian', 'de-ch': 'nswissgerman', 'el': 'greek', 'en': 'english',
    'en-au': 'australian', 'en-ca': 'canadian', 'en-gb': 'british', 'en-nz': 'newzealand',
    'en-us': 'american', 'es': 'spanish', 'et': 'estonian', 'eu': 'basque', 'fa': 'persian',
    'fi': 'finnish', 'fr': 'french', 'ga': 'irish', 'gl': 'galician', 'he': 'hebrew', 'hi': 'hindi',
    'hr': 'croatian', 'hu': 'hungarian', 'id': 'indonesian', 'is': 'icelandic', 'it': 'italian',
    'ja': 'japanese', 'ko': 'korean', 'la': 'latin', 'lt': 'lithuanian', 'lv': 'latvian',
    'nb': 'norsk', 'nl': 'dutch', 'nn': 'nynorsk', 'no': 'norsk', 'pl': 'polish',
    'pt': 'portuguese', 'pt-br': 'brazilian', 'ro': 'romanian', 'ru': 'russian', 'sk': 'slovak',
    'sl': 'slovenian', 'sr': 'serbian', 'sv': 'swedish', 'th': 'thai', 'tr': 'turkish',
    'uk': 'ukrainian', 'vi': 'vietnamese', 'zh': 'chinese',
}  # fmt: skip
_DATES = Dates(ENGLISH)


def bibtex(records: Iterable[Record]) -> str:
    """Write BibTeX, which biblatex reads as well."""
    return '\n'.join(_entry(record, _bibtex_fields(record)) for record in records)


def biblatex(records: Iterable[Record]) -> str:
    """Write what only biblatex reads: whole dates, the role of each name, the date of access."""
    return '\n'.join(_entry(record, _biblatex_fields(record)) for record in records)


def _entry(record: Record, fields: Mapping[str, str]) -> str:
    shared = {
        'url': bibtex_address(record.url),
        'doi': bibtex_address(record.doi),
        'langid': babel_name(record.language),
        'abstract': bibtex_text(record.summary),
        'keywords': ', '.join(map(bibtex_part, record.tags)),
        'entrysubtype': 'interview',
    }
    filled = {name: value for name, value in {**_said(record), **fields, **shared}.items() if value}
    lines = ''.join(f'  {name} = {_braced(name, value)},\n' for name, value in filled.items())
    return f'@misc{{{record.key},\n{lines}}}\n'


def _braced(name: str, value: str) -> str:
    # One of the names that every BibTeX style knows
    return value if name == 'month' else f'{{{value}}}'


def _said(record: Record) -> dict[str, str]:
    # There must be a title
    title = bibtex_text(record.title or asked(record))
    return {
        'author': ' and '.join(map(_name, record.interviewees)),
        # What BibTeX sorts by where nobody is known
        'key': '' if record.interviewees else title,
        # Braces keep the capitals
        'title': f'{{{title}}}',
    }


def _bibtex_fields(record: Record) -> dict[str, str]:
    issued = record.issued
    press = ', '.join(filter(None, [record.publisher, record.place if record.publisher else '']))
    by = asked(record) if record.title else ''
    where = [by, record.container, press, record.medium]
    month = issued.month_name[:3].lower() if issued and 0 < issued.month < 13 else ''
    return {
        'howpublished': bibtex_text('. '.join(filter(None, where))),
        'year': f'{issued.year}' if issued else '',
        'month': month,
        'note': bibtex_text('. '.join(filter(None, [_kept(record), _unusual(issued)]))),
    }


def _biblatex_fields(record: Record) -> dict[str, str]:
    conducted = record.conducted if record.conducted != record.issued else None
    when = _DATES.full(conducted) if conducted else ''
    by = asked(record) if record.title else ''
    return {
        'titleaddon': bibtex_text(', '.join(filter(None, [by, when]))),
        'howpublished': bibtex_text(record.container),
        'organization': bibtex_text(record.publisher),
        'location': bibtex_text(record.place if record.publisher else ''),
        'type': bibtex_text(record.medium),
        'note': bibtex_text(_kept(record)),
        'date': record.issued.edtf if record.issued else '',
        'urldate': record.accessed.iso if record.accessed else '',
    }


def asked(record: Record) -> str:
    """Return who took part besides those who answered, in words."""
    who = ' and '.join(name.full for name in record.interviewers)
    others = ' and '.join(name.full for name in record.others)
    return ' '.join(
        filter(None, ['Interview', f'by {who}' if who else '', f'with {others}' if others else ''])
    )


def _kept(record: Record) -> str:
    place = '' if record.publisher else record.place
    return ', '.join(filter(None, [record.number, record.collection, record.archive, place]))


def _unusual(date: Date | None) -> str:
    """Return a date in words that a year and a month don't tell."""
    if date is None:
        return ''
    is_plain = not (date.end or date.before or date.after or date.is_decade or date.is_season)
    words = '' if is_plain and not is_about(date) else _DATES.full(date)
    return ENGLISH.circa.format(words) if is_about(date) else words


def babel_name(language: str) -> str:
    """Return what babel calls a language of BCP 47; empty where we don't know."""
    known = language.lower().replace('_', '-')
    return _BABEL.get(known) or _BABEL.get(primary(known), '')


def _name(name: Name) -> str:
    if name.literal:
        return f'{{{bibtex_text(name.literal)}}}'
    family = ' '.join(bibtex_part(part) for part in (name.particle, name.family) if part)
    others = (bibtex_part(part) for part in (name.suffix, name.given) if part)
    return ', '.join([family, *others])
