"""The footnotes of what an excerpt shows, which stand elsewhere on the page that it is from."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from docutils import nodes

from ...doctree.finding import find

if TYPE_CHECKING:
    from docutils.nodes import Element


def footnotes_of(shown: Element, document: Element) -> list[Element]:
    """Copy the footnotes of *document* to which the marks in *shown* lead, and those to which theirs do."""
    there = {anchor for footnote in find(shown, nodes.footnote) for anchor in footnote['ids']}
    pending = [shown]
    for looked_at in pending:
        for mark in find(looked_at, nodes.footnote_reference):
            anchor = mark.get('refid', '')
            footnote = _footnotes(document).get(anchor)
            if footnote is not None and anchor not in there:
                there.add(anchor)
                pending.append(footnote.deepcopy())
    return pending[1:]


@lru_cache(1)
def _footnotes(document: Element) -> dict[str, Element]:
    return {
        anchor: footnote
        for footnote in find(document, nodes.footnote)
        for anchor in footnote['ids']
    }
