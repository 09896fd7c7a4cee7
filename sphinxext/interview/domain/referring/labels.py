"""``:ref:`` finds every address that isn't an author's label, here and in other projects."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from docutils import nodes

from ..ours import ours

if TYPE_CHECKING:
    from docutils.nodes import Element, TextElement, reference
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def link_address(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, text: Element
) -> reference | None:
    """Link to what the address means in this project, or in one whose answers it knows."""
    if not _is_ref(node):
        return None
    here, target = node['refdoc'], node['reftarget']
    # As Sphinx shows one; of copies, for the text is needed where nothing is found
    words = (child.deepcopy() for child in text.children)
    shown = nodes.inline('', '', *words, classes=['std', 'std-ref'])
    return ours(env).resolve_xref(env, here, app.builder, 'ref', target, node, shown)


def link_elsewhere(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, text: Element
) -> reference | None:
    """Link to what the address means in the projects of ``intersphinx_mapping``."""
    if not _is_ref(node) or 'sphinx.ext.intersphinx' not in app.extensions:
        return None
    from sphinx.ext.intersphinx import missing_reference

    asked = node.copy()
    asked['refdomain'] = 'interview'
    return missing_reference(app, env, asked, cast('TextElement', text))


def _is_ref(node: pending_xref) -> bool:
    return (node['refdomain'], node['reftype']) == ('std', 'ref')


def setup(app: Sphinx) -> None:
    # Before and after intersphinx has looked for a label
    app.connect('missing-reference', link_address, priority=400)
    app.connect('missing-reference', link_elsewhere, priority=600)
