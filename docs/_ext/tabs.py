"""Every example in both markups: reStructuredText and, in a tab beside it, MyST."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx_inline_tabs._impl import TabContainer
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
            tabs = [self._tab('reStructuredText', node.deepcopy()), self._tab('Markdown', other)]
            tabs[0]['new_set'] = True
            node.replace_self(tabs)

    @staticmethod
    def _tab(title: str, *children: nodes.Node) -> TabContainer:
        content = nodes.container('', *children, is_div=True, classes=['tab-content'])
        return TabContainer(
            '', nodes.label('', '', nodes.Text(title)), content, type='tab', new_set=False
        )

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
    app.setup_extension('sphinx_inline_tabs')
    app.add_post_transform(Twins)
    return {'parallel_read_safe': True, 'parallel_write_safe': True}
