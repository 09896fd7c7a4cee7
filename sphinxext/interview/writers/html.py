"""Interviews in HTML and EPUB."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from docutils import nodes as docutils_nodes
from docutils.nodes import Element
from sphinx.util.nodes import NodeMatcher

from ..doctree import nodes
from ..messages import _
from . import listings, turns
from .languages import spoken, spoken_in
from .moments import download_address
from .overview import bar
from .tags import heading_level, link_to, start_block

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.writers.html5 import HTML5Translator

_TRANSLATED = NodeMatcher(docutils_nodes.paragraph, translated=True)


def visit_interview_html(self: HTML5Translator, node: Element) -> None:
    language = _language(self, node)
    # Source: EPUB 3 Structural Semantics Vocabulary
    kind: dict[str, Any] = {'epub:type': 'qna'} if _is_book(self) else {}
    self.body.append(self.starttag(node, 'div', '\n', role='doc-qna', **kind, **language))
    if not _folds(self, node):
        return
    has_title = bool(node.children) and isinstance(node[0], nodes.interview_title)
    if has_title:  # whose link would be a control inside the one that folds
        link_to(self, node['ids'], _('Link to this interview'))
    self.body.append(f'<details{" open" if node["collapsible"] == "open" else ""}>\n')
    if not has_title:
        words = self.encode(_('Transcript'))
        self.body.append(f'<summary>{words}</summary>\n')


def depart_interview_html(self: HTML5Translator, node: Element) -> None:
    self.body.append('</details>\n</div>\n' if _folds(self, node) else '</div>\n')


def _is_book(self: HTML5Translator) -> bool:
    return bool(self.builder.name == 'epub')


def _language(self: HTML5Translator, node: Element) -> dict[str, Any]:
    """Return the attributes of words in another language, unless the page has them translated."""
    attributes = spoken(spoken_in(node), self.config.language)
    return {} if attributes and any(_TRANSLATED.findall(node)) else attributes


def _folds(self: HTML5Translator, interview: Element) -> bool:
    """Whether readers can fold the interview away; those of books can't unfold it."""
    return 'collapsible' in interview and not _is_book(self)


def visit_interview_head_html(self: HTML5Translator, node: Element) -> None:
    # In the language of the page, whatever is spoken below
    language = spoken_in(node.parent)
    attributes: dict[str, Any] = spoken(self.config.language, language) if language else {}
    self.body.append(self.starttag(node, 'div', '\n', **attributes))


def visit_interview_portrait_html(self: HTML5Translator, node: docutils_nodes.image) -> None:
    self.visit_image(node)


def depart_interview_portrait_html(self: HTML5Translator, node: docutils_nodes.image) -> None:
    self.depart_image(node)


def visit_interview_name_html(self: HTML5Translator, node: Element) -> None:
    self.body.append(self.starttag(node, f'h{heading_level(self, node["depth"])}', ''))


def depart_interview_name_html(self: HTML5Translator, node: Element) -> None:
    link_to(self, node.parent['ids'], _('Link to this speaker'))
    self.body.append(f'</h{heading_level(self, node["depth"])}>\n')


def visit_interview_title_html(self: HTML5Translator, node: Element) -> None:
    if _folds(self, node.parent):
        self.body.append('<summary>')
    self.body.append(self.starttag(node, f'h{heading_level(self, node["depth"])}', ''))


def depart_interview_title_html(self: HTML5Translator, node: Element) -> None:
    folds = _folds(self, node.parent)
    if not folds:
        link_to(self, node.parent['ids'], _('Link to this interview'))
    self.body.append(f'</h{heading_level(self, node["depth"])}>{"</summary>" if folds else ""}\n')


def visit_interview_topic_html(self: HTML5Translator, node: Element) -> None:
    self.body.append(self.starttag(node, f'h{heading_level(self, node["depth"])}', ''))


def depart_interview_topic_html(self: HTML5Translator, node: Element) -> None:
    link_to(self, node['ids'], _('Link to topic: %s') % node.astext())
    self.body.append(f'</h{heading_level(self, node["depth"])}>\n')


def visit_block_html(self: HTML5Translator, node: Element) -> None:
    self.body.append(self.starttag(node, 'div', '\n'))


def depart_block_html(self: HTML5Translator, node: Element) -> None:
    self.body.append('</div>\n')


def visit_interview_exchange_html(self: HTML5Translator, node: Element) -> None:
    self.body.append(start_block(self, node, _language(self, node)))


def visit_interview_translation_html(self: HTML5Translator, node: Element) -> None:
    # Whatever is spoken around it
    attributes: dict[str, Any] = {'dir': 'ltr', **spoken(node['language'], '')}
    self.body.append(self.starttag(node, 'div', '\n', **attributes))


def visit_interview_direction_html(self: HTML5Translator, node: Element) -> None:
    self.body.append(self.starttag(node, 'i', ''))


def depart_interview_direction_html(self: HTML5Translator, node: Element) -> None:
    self.body.append('</i>')


def visit_interview_recording_html(self: HTML5Translator, node: Element) -> None:
    self.body.append(self.starttag(node, 'div', '\n'))
    sources = list(_playable(self, node))
    if not sources:
        return
    kind, label = node['kind'], self.attval(_('Recording'))
    self.body.append(f'<{kind} controls="controls" preload="metadata" aria-label="{label}">\n')
    for address, media_type in sources:
        self.body.append(f'<source src="{self.attval(address)}" type="{media_type}" />\n')
    if 'captions_file' in node:
        folder = posixpath.join(posixpath.dirname(self.builder.dlpath), nodes.FOLDER)
        address = f'{folder}/{quote(node["captions_file"])}'
        label = self.attval(_('Captions'))
        self.body.append(f'<track kind="captions" src="{address}" label="{label}" default>\n')
    self.body.append(f'</{kind}>\n')


def _playable(self: HTML5Translator, node: Element) -> Iterator[tuple[str, str]]:
    """Return address and media type of each source that a browser plays; a book, what is in it."""
    for link in node.findall(Element):
        if 'packed' in link:
            top = posixpath.dirname(self.builder.dlpath)
            yield posixpath.join(top, quote(link['packed'])), link['type']
        if not link.get('type') or not self.builder.download_support:
            continue
        if 'refuri' in link:
            yield link['refuri'], link['type']
        elif 'filename' in link:
            yield download_address(self, link['filename']), link['type']


def visit_interview_bar_html(self: HTML5Translator, node: Element) -> None:
    if not _is_book(self):  # whose pages would have to declare it
        self.body.append(bar(node['number'], node['marks']))
    raise docutils_nodes.SkipNode


_BLOCK = (visit_block_html, depart_block_html)
HANDLERS = {
    **listings.HANDLERS,
    **turns.HANDLERS,
    nodes.interview: (visit_interview_html, depart_interview_html),
    nodes.interview_head: (visit_interview_head_html, depart_block_html),
    nodes.interview_person: _BLOCK,
    nodes.interview_portrait: (visit_interview_portrait_html, depart_interview_portrait_html),
    nodes.interview_recording: (visit_interview_recording_html, depart_block_html),
    nodes.interview_title: (visit_interview_title_html, depart_interview_title_html),
    nodes.interview_preamble: _BLOCK,
    nodes.interview_epilogue: _BLOCK,
    nodes.interview_topic: (visit_interview_topic_html, depart_interview_topic_html),
    nodes.interview_segment: _BLOCK,
    nodes.interview_segments: _BLOCK,
    nodes.interview_overview: _BLOCK,
    nodes.interview_bar: (visit_interview_bar_html, None),
    nodes.interview_exchange: (visit_interview_exchange_html, depart_block_html),
    nodes.interview_translation: (visit_interview_translation_html, depart_block_html),
    nodes.interview_note: _BLOCK,
    nodes.interview_profile: _BLOCK,
    nodes.interview_name: (visit_interview_name_html, depart_interview_name_html),
    nodes.interview_excerpt: _BLOCK,
    nodes.interview_references: _BLOCK,
    nodes.interview_direction: (visit_interview_direction_html, depart_interview_direction_html),
}
