"""Headings in HTML, and the links beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.writers.html5 import HTML5Translator


def heading_level(self: HTML5Translator, depth: int) -> int:
    """Return the level of a heading that is so deep below the enclosing section."""
    level: int = self.section_level + int(self.settings.initial_header_level) - 1 + depth
    return min(level, 6)


def link_to(self: HTML5Translator, ids: list[str], label: str) -> None:
    """Write the link that readers copy, with a name that says where it leads."""
    if ids and self.config.html_permalinks and self.builder.add_permalinks:
        name, icon = self.attval(label), self.config.html_permalinks_icon
        self.body.append(f'<a class="headerlink" href="#{ids[0]}" aria-label="{name}">{icon}</a>')
