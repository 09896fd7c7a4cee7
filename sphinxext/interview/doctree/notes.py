"""Citations of styles that cite in notes: footnotes, as an author would write them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from docutils import nodes
from sphinx.transforms import SphinxTransform

from .finding import elements

if TYPE_CHECKING:
    from sphinx.application import Sphinx

#: The key of what is known while a document is read.
NOTES: Final = 'interview_notes'
#: What a number stands behind in English.
_MARKS = re.compile(r'[.,;:!?]?[”’"\')]*')
#: What isn't used in addresses as it is.
_UNSAFE = re.compile(r'[^\w-]')


class CitationNotes(SphinxTransform):
    """Put each citation that wants it into a footnote at the end of its document.

    After translation, which parses the words again; before docutils numbers the footnotes, at 620.
    """

    default_priority = 100

    def apply(self, **kwargs: Any) -> None:
        # A role says whether there are any
        if not self.env.temp_data.get(NOTES):
            return
        citations = [node for node in elements(self.document) if node.get('is_note')]
        # All documents can be on one page
        docname = _UNSAFE.sub(lambda sign: f'.{ord(sign[0]):x}.', self.env.docname)
        for number, citation in enumerate(citations, 1):
            self._make(citation, f'interview-citation-{docname}-{number}')
        self._sort()

    def _make(self, citation: nodes.Element, name: str) -> None:
        reference = nodes.footnote_reference(
            citation.rawsource, '', refname=name, auto=1, ids=[f'{name}-cited']
        )
        self._place(citation, reference)
        paragraph = nodes.paragraph('', '', citation)
        paragraph.source, paragraph.line = citation.source, citation.line
        footnote = nodes.footnote('', paragraph, auto=1, names=[name], ids=[name])
        footnote.source, footnote.line = citation.source, citation.line
        top: nodes.Element = reference
        while top.parent is not self.document:
            top = top.parent
        (top if isinstance(top, nodes.section) else self.document).append(footnote)
        self.document.note_explicit_target(footnote)
        self.document.note_autofootnote(footnote)
        self.document.note_autofootnote_ref(reference)
        self.document.note_footnote_ref(reference)

    def _sort(self) -> None:
        """Have all footnotes numbered in the order in which readers meet them."""
        references = [
            node
            for node in self.document.findall(nodes.footnote_reference)
            if node.get('auto') == 1
        ]
        met = {id(reference): number for number, reference in enumerate(references)}
        self.document.autofootnote_refs.sort(key=lambda reference: met.get(id(reference), -1))
        named: dict[str, int] = {}
        for reference in references:
            named.setdefault(reference.get('refname', ''), met[id(reference)])
        unnamed = iter([met[id(node)] for node in references if 'refname' not in node])
        places = {
            id(note): named.get(note['names'][0], -1) if note['names'] else next(unnamed, -1)
            for note in self.document.autofootnotes
        }
        self.document.autofootnotes.sort(key=lambda note: places[id(note)])

    def _place(self, citation: nodes.Element, reference: nodes.footnote_reference) -> None:
        """Put the number where it is printed: without space, in English behind the mark."""
        parent = citation.parent
        index = parent.index(citation)
        parent[index] = reference
        before, after = parent[index - 1] if index else None, parent[index + 1 : index + 2]
        if isinstance(before, nodes.Text):
            parent[index - 1] = nodes.Text(before.rstrip())
        if self.config.language == 'en' and after and isinstance(after[0], nodes.Text):
            mark = _MARKS.match(after[0])
            if mark and mark[0]:
                parent[index + 1] = nodes.Text(after[0][len(mark[0]) :])
                parent.insert(index, nodes.Text(mark[0]))


def setup(app: Sphinx) -> None:
    app.add_transform(CitationNotes)
