"""What authors write as directives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .interview import InterviewDirective

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    app.add_directive('interview', InterviewDirective)
