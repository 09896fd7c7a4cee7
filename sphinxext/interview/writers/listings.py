"""Lists of interviews in HTML: cards, what readers may choose, timelines and maps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils.nodes import SkipNode

from ..doctree import nodes
from ..messages import _

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx.writers.html5 import HTML5Translator

#: So many choices are seen at once; more are folded away.
_MANY = 16


def visit_interview_list(self: HTML5Translator, node: Element) -> None:
    self.body.append(self.starttag(node, 'div', '\n', role='list'))


def visit_interview_card(self: HTML5Translator, node: Element) -> None:
    self.body.append(self.starttag(node, 'div', '\n', role='listitem'))


def depart_block(self: HTML5Translator, node: Element) -> None:
    self.body.append('</div>\n')


def visit_interview_facets(self: HTML5Translator, node: Element) -> None:
    # A theme's navigation is a landmark already; this belongs to the list
    attributes: dict[str, Any] = {'role': 'group', 'aria-label': _('Filter and sort')}
    self.body.append(self.starttag(node, 'div', '\n', **attributes))


def depart_interview_facets(self: HTML5Translator, node: Element) -> None:
    count, everything = self.attval(_('%1 of %2 interviews')), self.encode(_('Show all'))
    self.body.append(
        f'<p class="interview-shown"><span role="status" data-count="{count}"></span>\n'
        f'<button type="button" hidden="hidden">{everything}</button></p>\n</div>\n'
    )


def visit_interview_choices(self: HTML5Translator, node: Element) -> None:
    is_open = '' if len(node) > _MANY else ' open="open"'
    label = self.encode(node['label'])
    self.body.append(
        f'<details class="interview-choices"{is_open} data-name="{node["name"]}">'
        f'<summary>{label}</summary>\n<ul>\n'
    )


def depart_interview_choices(self: HTML5Translator, node: Element) -> None:
    self.body.append('</ul>\n</details>\n')


def visit_interview_choice(self: HTML5Translator, node: Element) -> None:
    items = ' '.join(map(str, node['items']))
    chosen = ' aria-current="true"' if node.get('is_current') else ''
    self.body.append(f'<li><a href="{_address(self, node)}"{chosen} data-items="{items}">')


def depart_interview_choice(self: HTML5Translator, node: Element) -> None:
    self.body.append('</a></li>\n')


def visit_interview_drawing(self: HTML5Translator, node: Element) -> None:
    attributes: dict[str, Any] = {'role': 'group', 'aria-label': node['label']}
    self.body.append(self.starttag(node, 'div', '\n', **attributes))
    _width, height = node['size']
    self.body.append(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="{height}">\n'
        f'<g class="interview-ground" aria-hidden="true">\n{node["ground"]}\n</g>\n'
    )


def depart_interview_drawing(self: HTML5Translator, node: Element) -> None:
    self.body.append('</svg>\n</div>\n')


def visit_interview_mark(self: HTML5Translator, node: Element) -> None:
    name = node.astext()
    is_link = 'refuri' in node or 'refid' in node
    start = f'a href="{_address(self, node)}"' if is_link else 'g role="img"'
    self.body.append(
        f'<{start} aria-label="{self.attval(name)}">'
        f'<title>{self.encode(name)}</title>{node["shape"]}</{start[0]}>\n'
    )
    raise SkipNode


def _address(self: HTML5Translator, node: Element) -> str:
    return self.attval(node['refuri'] if 'refuri' in node else f'#{node["refid"]}')


HANDLERS = {
    nodes.interview_list: (visit_interview_list, depart_block),
    nodes.interview_card: (visit_interview_card, depart_block),
    nodes.interview_facets: (visit_interview_facets, depart_interview_facets),
    nodes.interview_choices: (visit_interview_choices, depart_interview_choices),
    nodes.interview_choice: (visit_interview_choice, depart_interview_choice),
    nodes.interview_drawing: (visit_interview_drawing, depart_interview_drawing),
    nodes.interview_mark: (visit_interview_mark, None),
}
