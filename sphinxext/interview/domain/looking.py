"""Looks once whether a page that is about to be written holds anything of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from weakref import ref

from sphinx.transforms.post_transforms import SphinxPostTransform

from ..doctree.finding import note
from .ours import ours

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class LookForInterviews(SphinxPostTransform):
    """Tell all that follow, see `find`, so that a page without interviews isn't searched again.

    Not left to what reading has found, for some builders put several documents together.
    """

    default_priority = 2

    def run(self, **kwargs: Any) -> None:
        domain = ours(self.env)
        domain.page = ref(self.document)
        note(self.document, may_hold=domain.is_used)


def setup(app: Sphinx) -> None:
    app.add_post_transform(LookForInterviews)
