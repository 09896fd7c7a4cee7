"""The transcript as a docutils tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ..writers import html, latex, man, texinfo, text, unstyled
from . import contents, labels, nodes, notes, recordings, transforms

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docutils.nodes import Element
    from sphinx.application import Sphinx

#: The handlers of each format.
FORMATS: Final[dict[str, Mapping[type[Element], tuple[Any, Any]]]] = {
    'html': html.HANDLERS,
    'latex': latex.HANDLERS,
    'text': text.HANDLERS,
    'man': man.HANDLERS,
    'texinfo': texinfo.HANDLERS,
}


def setup(app: Sphinx) -> None:
    for node in nodes.NODES:
        # By format, never by builder name: https://github.com/sphinx-doc/sphinx/issues/14587
        handlers: Any = {name: all_[node] for name, all_ in FORMATS.items() if node in all_}
        app.add_node(node, **handlers)
    transforms.setup(app)
    unstyled.setup(app)
    notes.setup(app)
    contents.setup(app)
    labels.setup(app)
    recordings.setup(app)
