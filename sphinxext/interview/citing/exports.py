"""Records in the formats that reference managers read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .csl import csl_json
from .escaping import bibtex_address, bibtex_part, bibtex_text, one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from .dates import Date
    from .names import Name
    from .record import Record


def bibtex(records: Iterable[Record]) -> str:
    """Write BibTeX: ``@misc``, for neither BibTeX nor biblatex has a type for interviews."""
    return '\n'.join(map(_bibtex_entry, records))


def _bibtex_entry(record: Record) -> str:
    issued, conducted = record.issued, record.conducted
    fields = {
        'author': ' and '.join(map(_bibtex_name, record.interviewees)),
        # Braces keep the capitals
        'title': f'{{{bibtex_text(record.title)}}}' if record.title else '',
        'howpublished': bibtex_text(_how_published(record)),
        'year': issued.year_text if issued else '',
        'date': issued.edtf if issued else '',
        'eventdate': conducted.edtf if conducted else '',
        'publisher': bibtex_text(record.publisher),
        'address': bibtex_text(record.place),
        'note': bibtex_text(record.archive),
        'url': bibtex_address(record.url),
        'doi': bibtex_address(record.doi),
        'langid': bibtex_text(record.language),
        'keywords': ', '.join(map(bibtex_part, record.tags)),
        'entrysubtype': 'interview',
    }
    lines = ''.join(f'  {name} = {{{value}}},\n' for name, value in fields.items() if value)
    if issued and issued.month and not issued.is_season:
        # One of the names that every BibTeX style knows
        lines += f'  month = {issued.month_name[:3].lower()},\n'
    return f'@misc{{{record.key},\n{lines}}}\n'


def _bibtex_name(name: Name) -> str:
    if name.literal:
        return f'{{{bibtex_text(name.literal)}}}'
    family = ' '.join(bibtex_part(part) for part in (name.particle, name.family) if part)
    others = (bibtex_part(part) for part in (name.suffix, name.given) if part)
    return ', '.join([family, *others])


def _how_published(record: Record) -> str:
    """Say who asked, and where it appeared; BibTeX has no fields for these."""
    who = ' and '.join(name.full for name in record.interviewers)
    said = f'Interview by {who}' if who else 'Interview'
    return '. '.join(filter(None, [said, record.container, record.medium]))


def ris(records: Iterable[Record]) -> str:
    """Write RIS, which has no type for interviews either: ``ELEC`` with ``M3  - Interview``.

    Not ``PCOMM``, which reference managers read as a letter.
    """
    return '\n'.join(map(_ris_entry, records))


def _ris_entry(record: Record) -> str:
    issued = record.issued
    who = ' and '.join(name.full for name in record.interviewers)
    fields = [
        ('TY', 'ELEC'),
        ('ID', record.key),
        *(('AU', name.inverted) for name in record.interviewees),
        *(('A2', name.inverted) for name in record.interviewers),
        *(('A4', name.inverted) for name in record.others),
        ('TI', record.title),
        ('T2', record.container),
        ('PY', issued.year_text if issued else ''),
        ('DA', _ris_date(issued) if issued else ''),
        ('PB', record.publisher),
        ('CY', record.place),
        ('DB', record.archive),
        ('UR', record.url),
        ('DO', record.doi),
        ('LA', record.language),
        *(('KW', tag) for tag in record.tags),
        ('M3', 'Interview'),
        ('N1', f'Interview by {who}' if who else ''),
    ]
    lines = (f'{tag}  - {one_line(value)}' for tag, value in fields if value)
    return '\r\n'.join([*lines, 'ER  - ', ''])


def _ris_date(date: Date) -> str:
    """Return year, month and day, and what RIS has no place for in words: ``2024///Spring``."""
    if date.is_decade:
        return ''
    month = '' if date.is_season else date.month
    said = [
        date.month_name if date.is_season else '',
        'circa' if date.is_approximate else '',
        'uncertain' if date.is_uncertain else '',
        f'until {date.end.edtf}' if date.end else '',
        'and later' if date.after else 'and before' if date.before else '',
    ]
    day = '/'.join(f'{part:02}' if part else '' for part in (date.year, month, date.day))
    words = ', '.join(filter(None, said))
    return f'{day}/{words}' if words else day


#: Formats by name, with the ends of their files' names.
FORMATS: Final[dict[str, tuple[str, Callable[[Iterable[Record]], str]]]] = {
    'bibtex': ('.bib', bibtex),
    'ris': ('.ris', ris),
    'csl-json': ('.csl.json', csl_json),
}
