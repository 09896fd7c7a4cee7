"""The indices at the end of a PDF: questions below their interview, in the type of the text.

Sphinx would write them flat, as it writes names of code, and no reference could lead to them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, cast

from docutils import nodes as docutils_nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from ...doctree.nodes import interview_index
from ..ours import ours

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils.nodes import Element
    from sphinx.application import Sphinx
    from sphinx.builders.latex import LaTeXBuilder
    from sphinx.domains import Index

    from .. import InterviewDomain


class Printed(NamedTuple):
    """The indices that a project wants in its PDFs, and what makes those."""

    builder: LaTeXBuilder
    indices: tuple[type[Index], ...]

    def nodes(self, domain: InterviewDomain) -> Iterator[interview_index]:
        """Make each index that has entries in the PDF that is about to be written."""
        for index in self.indices:
            groups, _ = index(domain).generate(self.builder.docnames)
            if groups:
                title = str(index.localname)
                yield interview_index(label=_label(index), title=title, groups=groups)


def take_over(app: Sphinx) -> None:
    """Leave to Sphinx only the other indices that the project wants in its PDFs."""
    wanted = app.config.latex_domain_indices
    if app.builder.format != 'latex' or not wanted:
        return
    domain = ours(app.env)
    every = {f'{d.name}-{index.name}' for d in app.env.domains.values() for index in d.indices}
    chosen = every if wanted is True else every & set(wanted)
    indices = tuple(index for index in domain.indices if _label(index) in chosen)
    domain.printed = Printed(cast('LaTeXBuilder', app.builder), indices)
    app.config.latex_domain_indices = sorted(chosen - set(map(_label, indices)))


class PrintIndices(SphinxPostTransform):
    """Put the indices behind all else, and lead references to them; elsewhere those name them.

    Before Sphinx resolves references, which finds no page of an index.
    """

    default_priority = 8
    formats = ('latex', 'man', 'texinfo')

    def run(self, **kwargs: Any) -> None:
        domain = ours(self.env)
        if not domain.is_used:
            return
        printed = list(domain.printed.nodes(domain)) if domain.printed else []
        there = {index['label'] for index in printed}
        titles = {_label(index): str(index.localname) for index in domain.indices}
        for reference in list(self.document.findall(addnodes.pending_xref)):
            target = reference['reftarget']
            if reference['reftype'] in {'ref', 'any'} and target in titles:
                text = reference.astext() if reference['refexplicit'] else titles[target]
                reference.replace_self(_refer(target if target in there else '', text))
        self.document.extend(printed)


def _label(index: type[Index]) -> str:
    return f'interview-{index.name}'


def _refer(label: str, text: str) -> Element:
    """Return a link to a printed index, or its name where there is none."""
    content = docutils_nodes.inline(text, text)
    # As Sphinx writes what leads to a document that is in the same PDF
    link = docutils_nodes.reference('', '', content, refuri=f'%{label}', internal=True)
    return link if label else content


def setup(app: Sphinx) -> None:
    app.connect('builder-inited', take_over)
    app.add_post_transform(PrintIndices)
