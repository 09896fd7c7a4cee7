"""Captions and equations in an excerpt: with the numbers that they have where they are from.

A builder would number them anew, some as the next figure of the page that shows them. So what
is numbered becomes text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx.environment import BuildEnvironment


def keep_numbers(exchange: Element, env: BuildEnvironment, source: str) -> None:
    """Write the numbers into *exchange*, which still has the anchors of document *source*."""
    known = env.toc_fignumbers.get(source, {})
    for figure in list(exchange.findall(nodes.figure)):
        _caption_figure(figure, _number(env, known.get('figure', {}), 'figure', figure))
    for table in list(exchange.findall(nodes.table)):
        title = next((child for child in table if isinstance(child, nodes.title)), None)
        if title is not None:
            table.remove(title)
            number = _number(env, known.get('table', {}), 'table', table)
            _insert_before(table, _caption(title, number, 'table-caption'))
    for block in list(exchange.findall(nodes.container)):
        if block.get('literal_block') and isinstance(block[0], nodes.caption):
            number = _number(env, known.get('code-block', {}), 'code-block', block)
            block[0] = _caption(block[0], number, 'code-block-caption')
    for equation in list(exchange.findall(nodes.math_block)):
        _number_equation(equation, env, known.get('displaymath', {}))


def _number(
    env: BuildEnvironment, known: dict[str, tuple[int, ...]], kind: str, node: Element
) -> str:
    """Return what stands before a caption; empty where the project doesn't number."""
    number = next((known[anchor] for anchor in node['ids'] if anchor in known), None)
    form = env.config.numfig_format.get(kind)
    return form % '.'.join(map(str, number)) + ' ' if number and form else ''


def _caption(caption: Element, number: str, *classes: str) -> nodes.paragraph:
    paragraph = nodes.paragraph(caption.rawsource, classes=['caption', *classes])
    paragraph.source, paragraph.line = caption.source, caption.line
    if number:
        paragraph += nodes.inline(number, number, classes=['caption-number'])
    paragraph += nodes.inline('', '', *caption.children, classes=['caption-text'])
    return paragraph


def _caption_figure(figure: Element, number: str) -> None:
    """Put the caption into the legend, which nobody numbers."""
    caption = next((child for child in figure if isinstance(child, nodes.caption)), None)
    if caption is None:
        return
    figure.remove(caption)
    legend = next((child for child in figure if isinstance(child, nodes.legend)), None)
    if legend is None:
        legend = nodes.legend()
        figure += legend
    legend.insert(0, _caption(caption, number))


def _number_equation(
    equation: Element, env: BuildEnvironment, known: dict[str, tuple[int, ...]]
) -> None:
    """Put the number before the equation, where style sheets of HTML let it float."""
    number = str(equation.get('number') or '')
    if env.config.numfig and env.config.math_numfig:
        found = next((known[anchor] for anchor in equation['ids'] if anchor in known), ())
        number = '.'.join(map(str, found))
    equation['number'] = equation['label'] = None
    if number:
        text = f'({number})'
        label = nodes.inline(text, text, classes=['eqno'])
        _insert_before(equation, nodes.paragraph('', '', label))


def _insert_before(node: Element, other: Element) -> None:
    node.parent.insert(node.parent.index(node), other)
