"""Several names in a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..names import Name


def series(names: Sequence[str], conjunction: str = 'and', *, always_comma: bool = False) -> str:
    """Join names: ``A``, ``A and B``, ``A, B, and C``."""
    if len(names) < 2:
        return ''.join(names)
    comma = ',' if len(names) > 2 or always_comma else ''
    return f'{", ".join(names[:-1])}{comma} {conjunction} {names[-1]}'


def short(names: Sequence[Name], conjunction: str = 'and', *, is_shared: bool = False) -> str:
    """Return what stands in running text; from three on, the first ``et al.``."""
    found = [name.full if is_shared else name.short for name in names]
    return f'{found[0]} et al.' if len(found) > 2 else series(found, conjunction)


def inverted(name: Name, *, demotes_particle: bool) -> str:
    """Return family name first: ``Berg, Jean-Paul van der``, or ``van der Berg, Jean-Paul``."""
    if name.whole:
        return name.whole
    if demotes_particle:
        rest = ' '.join(filter(None, [name.given, name.particle]))
        return ', '.join(filter(None, [name.family, rest, name.suffix]))
    return ', '.join(filter(None, [name.short, name.given, name.suffix]))


def interview_by(names: Sequence[Name], *, at_most: int = 99) -> str:
    """Return ``Interview by A and B``; empty without interviewers."""
    full = [name.full for name in names]
    if not full:
        return ''
    return 'Interview by ' + (f'{full[0]} et al.' if len(full) > at_most else series(full))
