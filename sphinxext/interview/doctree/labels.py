"""Labels that authors put right before an interview, or something else of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes as docutils_nodes
from sphinx import addnodes

from .finding import find
from .nodes import NODES

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def keep_labels(app: Sphinx, doctree: docutils_nodes.document, docname: str) -> None:
    """Give our nodes the anchors that went to their index entries, which no format writes.

    An ``only`` or ``ifconfig`` leaves its label to the first node in it.
    """
    for entries in find(doctree, addnodes.index) if app.config.interview_genindex else ():
        following = entries.next_node(siblings=True) if entries['ids'] else None
        if isinstance(following, NODES):
            following['ids'] += entries['ids']
            entries['ids'] = []


def join_labels(app: Sphinx, doctree: docutils_nodes.document, docname: str) -> None:
    """Leave the anchors of such labels to the node that follows, which has them too.

    LaTeX would have them twice, and warns of that.
    """
    if app.builder.format != 'latex':
        return
    for label in find(doctree, docutils_nodes.target):
        following: Any = label
        while isinstance(following, (docutils_nodes.target, addnodes.index)):
            following = following.next_node(ascend=True)
        if isinstance(following, NODES) and label.get('refid') in following['ids']:
            label.parent.remove(label)


def setup(app: Sphinx) -> None:
    # After an ifconfig has left its place, and its anchors, to what it shows
    app.connect('doctree-resolved', keep_labels, priority=600)
    app.connect('doctree-resolved', join_labels, priority=600)
