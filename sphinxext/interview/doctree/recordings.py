"""The recording of an interview: a player, links to its files, and captions for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes as docutils_nodes
from docutils.nodes import Element
from sphinx import addnodes

from ..messages import _
from ..transcript.recordings import kind_of
from . import nodes
from .finding import find

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from ..transcript.recordings import Source


def recording(
    sources: tuple[Source, ...], docname: str, captions: str
) -> nodes.interview_recording:
    """Make the node that plays *sources*, and links to them where nothing plays.

    :param docname: the document to which paths are relative
    :param captions: WebVTT, or nothing
    """
    node = nodes.interview_recording(classes=['interview-recording'])
    node['kind'] = kind_of(sources)
    node['captions'] = captions
    paragraph = docutils_nodes.paragraph('', _('Recording: '))
    for source in sources:
        if len(paragraph) > 1:
            paragraph += docutils_nodes.Text(' · ')
        paragraph += _link(source, docname)
    node += paragraph
    return node


def _link(source: Source, docname: str) -> Element:
    """Return a link with the media type; Sphinx copies a file as it does for ``:download:``."""
    text = source.target.rpartition('/')[2] or source.target
    if source.is_url:
        return docutils_nodes.reference('', text, refuri=source.target, type=source.type)
    return addnodes.download_reference(
        source.target,
        '',
        docutils_nodes.literal('', text, classes=['xref', 'download']),
        refdoc=docname,
        refdomain='',
        reftype='download',
        refexplicit=False,
        refwarn=False,
        reftarget=source.target,
        type=source.type,
    )


def lead_times(app: Sphinx, doctree: docutils_nodes.document) -> None:
    """Let the times of each interview lead to its first source, where that can be found."""
    for node in find(doctree, nodes.interview_recording):
        links = [link for link in node.findall(Element) if 'type' in link]
        address = links[0].get('refuri') or links[0].get('filename')
        for exchange in node.parent if address else ():
            if isinstance(exchange, (nodes.interview_exchange, nodes.interview_topic)):
                exchange['recording'] = address


def setup(app: Sphinx) -> None:
    # After Sphinx has said where it copies the files
    app.connect('doctree-read', lead_times, priority=800)
