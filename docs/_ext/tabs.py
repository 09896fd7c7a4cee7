"""Every example in both markups: reStructuredText and, in a tab beside it, MyST."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx_design.shared import create_component
from twins import NoTwinError, inline, twin

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class Twins(SphinxPostTransform):
    """Puts examples into tabs, on web pages; books and paper show reStructuredText.

    An example with a caption is a file, and stays what it is.
    """

    default_priority = 190  # after references are resolved, before tabs become HTML
    formats = ('html',)

    def run(self, **kwargs: Any) -> None:
        if self.app.builder.name == 'epub':
            return
        for block in list(self.document.findall(nodes.literal_block)):
            if block.get('language') == 'rst' and not block.parent.get('literal_block'):
                self._add(block, self._block_twin(block))
        for table in list(self.document.findall(nodes.table)):
            if 'shown' in table['classes']:
                self._add(table, self._table_twin(table))

    def _add(self, node: nodes.Element, other: nodes.Element | None) -> None:
        if other is not None:
            tabs = create_component('tab-set', ['sd-tab-set'])
            node.replace_self(tabs)
            tabs += [self._tab('reStructuredText', node), self._tab('Markdown', other)]

    @staticmethod
    def _tab(title: str, content: nodes.Element) -> nodes.container:
        label = nodes.rubric('', title, classes=['sd-tab-label'])
        label['sync_group'], label['sync_id'] = 'markup', title
        shown = create_component('tab-content', ['sd-tab-content'], children=[content])
        return create_component('tab-item', ['sd-tab-item'], children=[label, shown])

    @staticmethod
    def _block_twin(block: nodes.literal_block) -> nodes.literal_block | None:
        try:
            text = twin(block.astext())
        except NoTwinError:
            return None
        return nodes.literal_block(text, text, language='md', classes=block['classes'])

    @staticmethod
    def _table_twin(table: nodes.table) -> nodes.table:
        """Return the table with other sources; addresses stay with the first one."""
        other: nodes.table = table.deepcopy()
        for node in other.findall(nodes.Element):
            node['ids'] = []
        for row in other.findall(nodes.row):
            for literal in row[0].findall(nodes.literal):
                literal.children = [nodes.Text(inline(literal.astext()))]
        return other


def setup(app: Sphinx) -> dict[str, Any]:
    app.setup_extension('sphinx_design')
    app.add_post_transform(Twins)
    return {'parallel_read_safe': True, 'parallel_write_safe': True}
