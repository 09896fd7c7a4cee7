"""The options of the ``interview`` directive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, get_args

from docutils.parsers.rst import directives

from ..config import APPEARANCE
from ..transcript.model import Markup, Paragraphs, Role

if TYPE_CHECKING:
    from collections.abc import Callable

    # Docutils gives None where an option has no value
    Conversion = Callable[[Any], Any]

#: What a bibliographic record needs; front matter and head block have the same keys.
METADATA: Final = (
    'date',
    'published',
    'source',
    'doi',
    'container',
    'publisher',
    'place',
    'medium',
    'archive',
    'language',
    'license',
    'tags',
)
ROLES: Final[tuple[Role, ...]] = get_args(Role)
#: Which part of a file, as in ``literalinclude``.
SELECTION: Final = ('lines', 'start-after', 'start-at', 'end-before', 'end-at')


def choice(*values: str) -> Conversion:
    """Return a conversion that takes one of *values*; anything else is a ValueError."""
    return lambda argument: directives.choice(argument, values)


def toggle(argument: str | None) -> bool:
    """Read a flag that can also be switched off: nothing, ``yes`` or ``no``."""
    words = {'': True, 'yes': True, 'true': True, 'no': False, 'false': False}
    word = (argument or '').strip().lower()
    if word not in words:
        raise ValueError(f'{argument!r} is neither "yes" nor "no"')
    return words[word]


def _appearance() -> dict[str, Conversion]:
    conversions: dict[str, Conversion] = {}
    for value in APPEARANCE:
        option = value.name.removeprefix('interview_').replace('_', '-')
        is_flag = isinstance(value.default, bool)
        conversions[option] = toggle if is_flag else choice(*filter(None, value.choices))
    return conversions | {'class': directives.class_option}


OPTIONS: Final[dict[str, Conversion]] = {
    'name': directives.unchanged_required,
    'file': directives.unchanged_required,
    'encoding': directives.encoding,
    'markup': choice(*get_args(Markup)),
    'recording': directives.unchanged_required,
    'paragraphs': choice(*get_args(Paragraphs)),
    **dict.fromkeys(SELECTION, directives.unchanged_required),
    **dict.fromkeys(ROLES, directives.unchanged_required),
    **dict.fromkeys(METADATA, directives.unchanged_required),
    **_appearance(),
}
