"""Links the names in interviews to where the speakers are introduced."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes as docutils_nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from ...doctree import nodes
from ...doctree.finding import find
from ...transcript.exchanges.slugs import slugify
from ..ours import ours

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


class LinkSpeakers(SphinxPostTransform):
    """Make the first name of each introduced speaker a link, once in an interview."""

    default_priority = 7

    def run(self, **kwargs: Any) -> None:
        profiles = ours(self.env).profiles
        for interview in find(self.document, nodes.interview) if profiles else ():
            linked: set[str] = set()
            page = _page_of(interview, self.env)
            for label in interview.findall(nodes.interview_speaker):
                name = label.astext().rstrip().removesuffix(':')
                if name in profiles and name not in linked:
                    linked.add(name)
                    _link(label, name, page)


def _page_of(node: Element, env: BuildEnvironment) -> str:
    """Return the page that *node* is from, also where a builder has joined pages.

    It leaves the children of a page with the document that was theirs.
    """
    top = node
    while top.parent is not None:
        top = top.parent
    return env.path2doc(top.get('source', '')) or env.docname


def _link(label: Element, name: str, docname: str) -> None:
    link = link_to_speaker(name, docutils_nodes.inline(name, name), docname)
    label.children = []
    label.extend([link, docutils_nodes.Text(':')])


def link_to_speaker(name: str, content: Element, docname: str) -> addnodes.pending_xref:
    """Return a reference from the page *docname* to where a speaker is introduced."""
    return addnodes.pending_xref(
        '',
        content,
        refdomain='interview',
        reftype='speaker',
        reftarget=slugify(name),
        refdoc=docname,
        refexplicit=True,
    )


def setup(app: Sphinx) -> None:
    app.add_post_transform(LinkSpeakers)
