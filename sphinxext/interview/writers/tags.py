"""Tags in HTML that many nodes share: of blocks and headings, and the links beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from docutils.nodes import Element

if TYPE_CHECKING:
    from sphinx.writers.html5 import HTML5Translator


#: Stands for an address; no text has it.
_ADDRESS: Final = '\ufdd0'


def start_block(self: HTML5Translator, node: Element, attributes: dict[str, Any]) -> str:
    """Return docutils' start tag of a block; of blocks of one kind it makes one and changes the address."""
    ids = node['ids']
    if len(ids) > 1:
        return str(self.starttag(node, 'div', '\n', **attributes))
    known: dict[object, str] = vars(self).setdefault('interview_tags', {})
    kind = (*node['classes'], bool(ids), *attributes.items())
    if kind not in known:
        like = Element(classes=node['classes'], ids=[_ADDRESS for _ in ids])
        known[kind] = self.starttag(like, 'div', '\n', **attributes)
    return known[kind].replace(_ADDRESS, self.attval(ids[0])) if ids else known[kind]


def heading_level(self: HTML5Translator, depth: int) -> int:
    """Return the level of a heading that is so deep below the enclosing section."""
    level: int = self.section_level + int(self.settings.initial_header_level) - 1 + depth
    return min(level, 6)


def link_to(self: HTML5Translator, ids: list[str], label: str) -> None:
    """Write the link that readers copy, with a name that says where it leads."""
    if ids and self.config.html_permalinks and self.builder.add_permalinks:
        name, icon = self.attval(label), self.config.html_permalinks_icon
        self.body.append(f'<a class="headerlink" href="#{ids[0]}" aria-label="{name}">{icon}</a>')
