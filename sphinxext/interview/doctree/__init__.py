"""The transcript as a docutils tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..writers import html, latex, man, texinfo, text
from . import contents, labels, nodes, notes, recordings, signposts, transforms

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    for node in nodes.NODES:
        # By format, never by builder name: https://github.com/sphinx-doc/sphinx/issues/14587
        app.add_node(
            node,
            html=html.HANDLERS[node],
            latex=latex.HANDLERS[node],
            text=text.HANDLERS[node],
            man=man.HANDLERS[node],
            texinfo=texinfo.HANDLERS[node],
        )
    transforms.setup(app)
    signposts.setup(app)
    notes.setup(app)
    contents.setup(app)
    labels.setup(app)
    recordings.setup(app)
