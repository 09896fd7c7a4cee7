"""The options of the ``interview`` directive."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, get_args

from docutils.parsers.rst import directives

from ..citing.dates import parse_date
from ..citing.describing.coordinates import parse_coordinates
from ..citing.describing.rights import parse_rights
from ..config.values import APPEARANCE
from ..messages import __, warn
from ..transcript.exchanges.slugs import slugify
from ..transcript.model import Markup, Paragraphs
from ..transcript.source import keys
from ..transcript.source.keys import METADATA, ROLES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..transcript.source.fields import Field

    # Docutils gives None where an option has no value
    Conversion = Callable[[Any], Any]

#: Which part of a file, as in ``literalinclude``.
SELECTION: Final = ('lines', 'start-after', 'start-at', 'end-before', 'end-at')


def choice(*values: str) -> Conversion:
    """Return a conversion that takes one of *values*; anything else is a ValueError."""
    return lambda argument: directives.choice(argument, values)


def several(*values: str) -> Conversion:
    """Return a conversion that takes some of *values*, with ``,`` between them, or ``none``."""

    def convert(argument: str | None) -> list[str]:
        words = separated(argument or '').split('; ')
        return [] if words == ['none'] else [directives.choice(word, values) for word in words]

    return convert


def toggle(argument: str | None) -> bool:
    """Read a flag that can also be switched off: nothing, ``yes`` or ``no``."""
    words = {'': True, 'yes': True, 'true': True, 'no': False, 'false': False}
    word = (argument or '').strip().lower()
    if word not in words:
        raise ValueError(__('%r is neither "yes" nor "no"') % argument)
    return words[word]


def separated(argument: str) -> str:
    """Return words with ``;`` between them, which commas may separate, too."""
    return '; '.join(filter(None, map(str.strip, argument.replace(';', ',').split(','))))


def edtf(argument: str) -> str:
    """Return a date as EDTF has it; a ValueError if it has no meaning, or several."""
    found = parse_date(directives.unchanged_required(argument))
    if found is None:
        text = __('%r is no date, or may be several; write one like 2024-11-05, 2024-11 or 2024~')
        raise ValueError(text % argument)
    return found.edtf


def duration(argument: str) -> str:
    """Return how long something is, in words or with colons; a ValueError for a mere number."""
    text: str = directives.unchanged_required(argument)
    if not any(sign.isalpha() or sign == ':' for sign in text):
        text = __('%r may be minutes or seconds; write it like 48 min, 1:02:33 or PT48M')
        raise ValueError(text % argument)
    return text


#: As in BCP 47, as far as languages, scripts and regions go.
_LANGUAGE: Final = re.compile(r'[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*', re.IGNORECASE)


def language_code(argument: str) -> str:
    """Return the code of a language; a ValueError for anything else."""
    text: str = directives.unchanged_required(argument)
    if not _LANGUAGE.fullmatch(text):
        raise ValueError(__('%r is no language; write a code like de or pt-BR') % text)
    return text.replace('_', '-')


def elsewhere(argument: str) -> str:
    """Return languages with an address each, ``de https://example.org/; fr …``; else a ValueError."""
    parts = [part.split() for part in directives.unchanged_required(argument).split(';')]
    for part in parts:
        if len(part) != 2 or not part[1].startswith(('https://', 'http://')):
            text = __('write also-in as de https://example.org/, with ; between several: %r')
            raise ValueError(text % argument)
    return '; '.join(f'{language_code(language)} {uri}' for language, uri in parts)


def line(argument: str) -> str:
    """Return words as one line."""
    return ' '.join(directives.unchanged_required(argument).split())


def coordinates(argument: str) -> str:
    """Return latitude and longitude with a comma between; a ValueError where no such place is."""
    found = parse_coordinates(directives.unchanged_required(argument))
    if found is None:
        text = __('%r is no place; write latitude and longitude in degrees, like 59.9139, 10.7522')
        raise ValueError(text % argument)
    return f'{found}'


def rights(argument: str) -> str:
    """Return a statement, an address, or both; a ValueError for one that nobody has published."""
    text = line(argument)
    if parse_rights(text) is None:
        raise ValueError(
            __('%r is no statement of rightsstatements.org or creativecommons.org') % text
        )
    return text


def as_embargo(argument: str | None) -> str:
    """Return what is said of an embargo, understood or not, for either keeps the interview closed."""
    return argument or '?'


def _appearance() -> dict[str, Conversion]:
    conversions: dict[str, Conversion] = {}
    for value in APPEARANCE:
        option = value.name.removeprefix('interview_').replace('_', '-')
        take = several if isinstance(value.default, list) else choice
        is_flag = isinstance(value.default, bool)
        conversions[option] = toggle if is_flag else take(*filter(None, value.choices))
    return conversions | {'class': directives.class_option}


OPTIONS: Final[dict[str, Conversion]] = {
    'name': directives.unchanged_required,
    'file': directives.unchanged_required,
    'encoding': directives.encoding,
    'markup': choice(*get_args(Markup)),
    'recording': directives.unchanged_required,
    'chapters': directives.unchanged_required,
    'translation': directives.unchanged_required,
    'translation-language': language_code,
    'public-recording': directives.unchanged_required,
    'embargo': as_embargo,
    'paragraphs': choice(*get_args(Paragraphs)),
    **dict.fromkeys(SELECTION, directives.unchanged_required),
    **dict.fromkeys(ROLES, directives.unchanged_required),
    **dict.fromkeys(METADATA, directives.unchanged_required),
    'container': directives.unchanged,
    'tags': separated,
    'also-in': elsewhere,
    'date': edtf,
    'published': edtf,
    'accessed': edtf,
    'duration': duration,
    'summary': line,
    'coordinates': coordinates,
    'license': rights,
    'rights': rights,
    **_appearance(),
}


def options_of_head(
    fields: Mapping[str, Field], locate: Callable[[int], tuple[str, int]]
) -> dict[str, Any]:
    """Return the options that the head of a file gives, and warn of those that can't be.

    Its people are for `split_metadata` to tell.
    """
    options = {}
    for name in sorted((keys.OPTIONS & OPTIONS.keys() & fields.keys()) - set(ROLES)):
        value, line = fields[name].value, fields[name].line
        if name == 'name' and slugify(value, words=99) != value:
            continue  # the page's own
        try:
            options[name] = OPTIONS[name](value)
        except ValueError as error:
            path, number = locate(line)
            warn('directive', '%s: %s', name, error, location=f'{path}:{number}')
    return options
