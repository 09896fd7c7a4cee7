"""One interview in several languages, on pages of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import checking, grouping

if TYPE_CHECKING:
    from .. import InterviewDomain

editions_of = grouping.editions_of


def check(domain: InterviewDomain) -> None:
    """Warn of translations of nothing, and of those into the language that they are from."""
    checking.check(domain)
