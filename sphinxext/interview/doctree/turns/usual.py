"""Whether a translator writes paragraphs as Sphinx does, so that their words can be written at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

#: Where a translator has the answer.
_KNOWN: Final = 'interview_has_own'
#: What writes a paragraph.
PARAGRAPHS: Final = (
    'dispatch_visit',
    'dispatch_departure',
    'visit_paragraph',
    'depart_paragraph',
    'visit_Text',
    'depart_Text',
)


def methods(translator: type, *names: str) -> dict[str, Callable[..., Any]]:
    """Return methods of a class by their names."""
    return {name: getattr(translator, name) for name in names}


def has_own(translator: object, usual: Mapping[str, Callable[..., Any]]) -> bool:
    """Whether a translator has other methods than these: of a theme, or of another extension.

    It is asked for each turn, and looks once.
    """
    own: bool | None = vars(translator).get(_KNOWN)
    if own is None:
        own = any(
            getattr(getattr(translator, name, None), '__func__', None) is not method
            for name, method in usual.items()
        )
        setattr(translator, _KNOWN, own)
    return own
