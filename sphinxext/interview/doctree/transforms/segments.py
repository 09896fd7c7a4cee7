"""The index of a recording: its topics, when they start, and what is said of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes as docutils_nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from ...messages import _
from .. import nodes
from ..finding import find
from ..segments import segments_of
from ..turns.introduction import time_node

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils.nodes import Element
    from sphinx.application import Sphinx

    from ..segments import Segment

_BEFORE = (nodes.interview_title, nodes.interview_head, nodes.interview_recording)


class ListSegments(SphinxPostTransform):
    """Put an index before the words, of topics of which more is known than their titles.

    After translation, so that it says what the topics say; what is said of them moves into it.
    After the head.
    """

    default_priority = 8

    def run(self, **kwargs: Any) -> None:
        for interview in find(self.document, nodes.interview):
            found = segments_of(interview) if interview.get('segments') else []
            if found:
                insert_before_words(interview, _index(found))


def insert_before_words(interview: Element, node: Element) -> None:
    """Put *node* below title, head and recording, and below what was put there."""
    before = (*_BEFORE, nodes.interview_segments)
    place = next((i for i, child in enumerate(interview) if not isinstance(child, before)), 0)
    interview.insert(place, node)


def heading(text: str) -> docutils_nodes.paragraph:
    """Return what stands above an index."""
    return docutils_nodes.paragraph('', '', docutils_nodes.strong(text, text))


def _index(segments: Sequence[Segment]) -> nodes.interview_segments:
    items = docutils_nodes.bullet_list('', *map(_item, segments))
    is_timed = any(segment.time is not None for segment in segments)
    title = _('Index of the recording') if is_timed else _('Topics')
    return nodes.interview_segments('', heading(title), items, classes=['interview-segments'])


def _item(segment: Segment) -> docutils_nodes.list_item:
    topic, time, told = segment
    line = docutils_nodes.paragraph()
    if time is not None:
        line += [time_node(time, topic.get('recording', '')), docutils_nodes.Text(' ')]
    text = topic.astext()
    line += docutils_nodes.reference('', text, internal=True, refid=nodes.address(topic))
    item = docutils_nodes.list_item('', line)
    if told is not None:
        told.parent.remove(told)
        item.extend(told.children)
    return item


def setup(app: Sphinx) -> None:
    app.add_post_transform(ListSegments)
