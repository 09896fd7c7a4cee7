"""What formats need that no style sheet reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes as docutils_nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from ..doctree import nodes
from ..doctree.finding import find, is_folded

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx.application import Sphinx

FORMATS = ('latex', 'man', 'texinfo', 'text')
_APART = {'interview-note', 'interview-direction'}


class StressQuestions(SphinxPostTransform):
    """Stress the questions of nobody who is named.

    Before names and times come in, which aren't part of the words.
    """

    default_priority = 4
    formats = FORMATS

    def run(self, **kwargs: Any) -> None:
        for question in find(self.document, nodes.interview_question):
            if question.get('is_plain'):
                question.later(_stress)  # type: ignore[attr-defined]


def _stress(question: Element) -> None:
    for paragraph in question.findall(docutils_nodes.paragraph):
        words = docutils_nodes.strong('', '', *paragraph.children)
        paragraph.children = []
        paragraph.append(words)


class SetNotesApart(SphinxPostTransform):
    """Make the notes and directions inside a turn nodes of their own, as those between turns are.

    After names have come in, which stand before the words.
    """

    default_priority = 6
    formats = FORMATS

    def run(self, **kwargs: Any) -> None:
        turns = find(self.document, *nodes.TURNS)
        for turn in (turn for turn in turns if not (is_folded(turn) and turn.plain_texts)):
            for child in list(turn.children):
                if isinstance(child, docutils_nodes.Element) and _APART.intersection(
                    child.get('classes', ())
                ):
                    note = nodes.interview_note(classes=['interview-note'])
                    child.replace_self(note)
                    note += child


class KeepEntries(SphinxPostTransform):
    """Move the entries of the general index into what they are for, on whose page they then are."""

    default_priority = 6
    formats = ('latex',)

    def run(self, **kwargs: Any) -> None:
        if not self.config.interview_genindex:
            return
        for node in find(self.document, nodes.interview, nodes.interview_exchange):
            before = node.previous_sibling()
            if isinstance(before, addnodes.index):
                before.parent.remove(before)
                node.insert(0, before)


class EndLines(SphinxPostTransform):
    """Part captions and footnotes in interviews, and the sources of quotations, from what is around.

    In docutils' manual pages the caption of a figure has no end, what follows a footnote belongs to
    it, and an attribution stands in the last line of what it is of.
    """

    default_priority = 6
    formats = ('man',)

    def run(self, **kwargs: Any) -> None:
        for turn in find(self.document, *nodes.TURNS):
            for caption in turn.findall(docutils_nodes.caption):
                caption.append(docutils_nodes.Text('\n'))
            for footnote in list(turn.findall(docutils_nodes.footnote)):
                end = docutils_nodes.raw('', '.PD 0\n.LP\n.PD', format='manpage')
                footnote.parent.insert(footnote.parent.index(footnote) + 1, end)
        for source in list(self.document.findall(docutils_nodes.attribution)):
            if 'interview-quote' in source.parent['classes']:
                words = [docutils_nodes.Text('— '), *source.children]
                source.replace_self(docutils_nodes.paragraph('', '', *words))


def setup(app: Sphinx) -> None:
    app.add_post_transform(StressQuestions)
    app.add_post_transform(SetNotesApart)
    app.add_post_transform(KeepEntries)
    app.add_post_transform(EndLines)
