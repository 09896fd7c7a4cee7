"""The bars of an overview as SVG, which a page shows without a script or a style sheet."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: Each stands out from white and from black; nothing is told by colour alone.
#: Source: WCAG 2.2, 1.4.11: three to one.
_COLOURS: Final = (
    '#2b7bba', '#b8602a', '#2e8b57', '#a44fc0', '#9a7b0a', '#d0436b', '#11878a', '#777',
)  # fmt: skip
#: A shorter mark couldn't be hit.
_SHORTEST: Final = 8
_WIDTH: Final = 1000


def bar(number: int, marks: Sequence[tuple[int, int, str, str]]) -> str:
    """Return a bar with a mark for each passage, as a picture for those who see it.

    Keyboards and screen readers have the links beside it, which lead to the same passages.

    :param number: of the keyword, from 0
    :param marks: where each passage starts and how long it is, its title, its address
    """
    colour = _COLOURS[number % len(_COLOURS)]
    return (
        f'<svg class="interview-bar" viewBox="0 0 {_WIDTH} 12" preserveAspectRatio="none" '
        'width="100%" height="12" aria-hidden="true" focusable="false">'
        f'<rect width="{_WIDTH}" height="12" fill="currentColor" opacity=".12"/>'
        f'{"".join(_marks(marks, colour))}</svg>'
    )


def _marks(marks: Sequence[tuple[int, int, str, str]], colour: str) -> Iterator[str]:
    for start, length, title, address in marks:
        width = max(length, _SHORTEST)
        place = min(start, _WIDTH - width)
        yield (
            f'<a href="#{escape(address)}" tabindex="-1"><title>{escape(title)}</title>'
            f'<rect x="{place}" width="{width}" height="12" fill="{colour}"/></a>'
        )
