"""Entries of the general index: interviews, speakers and, where wanted, questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx import addnodes
from sphinx.transforms import SphinxTransform

from ..doctree import nodes
from .bibliography import name_of
from .collect import title_of

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx.application import Sphinx


class AddIndexEntries(SphinxTransform):
    """Put index entries before interviews, and before each question."""

    default_priority = 800

    def apply(self, **kwargs: Any) -> None:
        wanted = self.config.interview_genindex
        for interview in list(self.document.findall(nodes.interview)):
            entries = self._interview_entries(interview, wanted)
            if entries:
                entry = _index(entries, interview['name'])
                interview.parent.insert(interview.parent.index(interview), entry)
            if 'questions' in wanted:
                own = [child for child in interview if isinstance(child, nodes.interview_exchange)]
                for exchange in own:
                    entry = _index([_whole(exchange['title'])], nodes.address(exchange))
                    interview.insert(interview.index(exchange), entry)

    def _interview_entries(self, interview: Element, wanted: list[str]) -> list[str]:
        title = _whole(title_of(interview))
        entries = [title] if 'interviews' in wanted else []
        if 'speakers' in wanted:
            known = self.config.interview_speakers
            names = (name_of(speaker, known).inverted for speaker in interview['speakers'])
            entries += [f'{_whole(name)}; {title}' for name in names]
        return entries


def _index(entries: list[str], anchor: str) -> addnodes.index:
    listed = [('single', entry, anchor, '', None) for entry in entries]
    return addnodes.index(entries=listed, inline=False)


def _whole(text: str) -> str:
    """Keep an entry whole: what stands after a semicolon would become an entry below it."""
    return text.replace(';', ',')


def setup(app: Sphinx) -> None:
    app.add_transform(AddIndexEntries)
