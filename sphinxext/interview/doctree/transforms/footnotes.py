"""Footnotes of several transcripts on one page, of which each may have a first one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar

from docutils import nodes
from sphinx.transforms import SphinxTransform

from ..finding import ancestor, find
from ..nodes import interview

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils.nodes import Element
    from sphinx.application import Sphinx

Kind = TypeVar('Kind', bound=nodes.Element)

#: Whether a document has any, in the temporary data of the environment.
FOOTNOTES: Final = 'interview_footnotes'
#: Marks what stands in the translation that is shown beside an interview.
OF_TRANSLATION: Final = 'of_translation'


def forget(document: nodes.document, footnotes: Iterable[nodes.footnote]) -> list[nodes.footnote]:
    """Have the labels of *footnotes* free for others, until `TellFootnotesApart` has told which is whose.

    :returns: those that have had theirs
    """
    known = [one for one in footnotes if one['names'] and _is_noted(document, one)]
    for footnote in known:
        for name in footnote['names']:
            for registry in ('names', 'nameids', 'nametypes'):
                getattr(document, registry, {}).pop(name, None)
        document.settings.env.temp_data[FOOTNOTES] = True
    return known


def _is_noted(document: nodes.document, footnote: nodes.footnote) -> bool:
    """Whether marks with the label of *footnote* lead to it."""
    label = footnote['names'][0]
    if hasattr(document, 'names'):  # since docutils 0.23
        return document.names.get(label) is footnote
    return document.nameids.get(label) in footnote['ids']


class TellFootnotesApart(SphinxTransform):
    """Have each transcript's marks lead to its own footnotes.

    The first that has a label keeps it; others are numbered. After translation, which asks for labels
    as they are written; before citations become footnotes.
    """

    default_priority = 90

    def apply(self, **kwargs: Any) -> None:
        if not self.env.temp_data.get(FOOTNOTES):
            return
        for root in find(self.document, interview):
            for is_translation in (False, True):
                self._settle(root, is_translation=is_translation)

    def _settle(self, root: Element, *, is_translation: bool) -> None:
        footnotes = _of(root, nodes.footnote, is_translation=is_translation)
        marks = _of(root, nodes.footnote_reference, is_translation=is_translation)
        own: dict[str, str] = {}
        for footnote in footnotes:
            self._name(footnote, own)
        for mark in marks:
            label = mark.get('refname', '')
            if own.get(label, label) != label:
                self._lead(mark, own[label])
        for node in (*footnotes, *marks):
            node.attributes.pop(OF_TRANSLATION, None)

    def _name(self, footnote: nodes.footnote, own: dict[str, str]) -> None:
        """Give a footnote a name that no other has.

        :param own: is told it, by label
        """
        for label in footnote['names'][:1]:
            if _is_noted(self.document, footnote):
                return  # somebody else has noted it
            if label in self.document.nametypes:
                count = self.env.new_serialno(FOOTNOTES)
                footnote['names'] = [f'{label} ({count + 2})']
                self._number(footnote)
            own.setdefault(label, footnote['names'][0])
            self.document.note_explicit_target(footnote, footnote)

    def _number(self, footnote: nodes.footnote) -> None:
        """Have docutils find a number for a footnote."""
        if footnote.get('auto'):
            return
        footnote['auto'] = 1
        footnote.remove(footnote[0])
        self.document.footnotes.remove(footnote)
        self.document.note_autofootnote(footnote)

    def _lead(self, mark: nodes.footnote_reference, name: str) -> None:
        """Have a mark lead to the footnote that is called *name*, and a number found for it."""
        # Where a translated message has put another mark, docutils knows the one before
        others = self.document.footnote_refs.get(mark['refname'], [])
        others[:] = [other for other in others if other['ids'] != mark['ids']]
        self.document.ids.update(dict.fromkeys(mark['ids'], mark))
        mark['refname'] = name
        self.document.note_footnote_ref(mark)
        if not mark.get('auto'):
            mark['auto'] = 1
            mark.clear()
            self.document.note_autofootnote_ref(mark)


def _of(root: Element, kind: type[Kind], *, is_translation: bool) -> list[Kind]:
    """Return the elements of an interview, without those of an interview in it."""
    return [
        node
        for node in root.findall(kind)
        if node.get(OF_TRANSLATION, False) is is_translation and ancestor(node, interview) is root
    ]


def setup(app: Sphinx) -> None:
    app.add_transform(TellFootnotesApart)
