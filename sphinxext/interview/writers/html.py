"""Interviews in HTML and EPUB."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from docutils import nodes as docutils_nodes
from docutils.nodes import Element

from ..doctree import nodes
from ..messages import _
from . import listings
from .languages import runs_leftwards, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.writers.html5 import HTML5Translator


def visit_interview_html(self: HTML5Translator, node: Element) -> None:
    language = _language(self, node)
    # Source: EPUB 3 Structural Semantics Vocabulary
    kind: dict[str, Any] = {'epub:type': 'qna'} if _is_book(self) else {}
    self.body.append(self.starttag(node, 'div', '\n', role='doc-qna', **kind, **language))
    if not _folds(self, node):
        return
    has_title = bool(node.children) and isinstance(node[0], nodes.interview_title)
    if has_title:  # whose link would be a control inside the one that folds
        _link_to(self, node['ids'], _('Link to this interview'))
    self.body.append(f'<details{" open" if node["collapsible"] == "open" else ""}>\n')
    if not has_title:
        self.body.append(f'<summary>{self.encode(_("Transcript"))}</summary>\n')


def depart_interview_html(self: HTML5Translator, node: Element) -> None:
    self.body.append('</details>\n</div>\n' if _folds(self, node) else '</div>\n')


def _is_book(self: HTML5Translator) -> bool:
    return bool(self.builder.name == 'epub')


def _language(self: HTML5Translator, node: Element) -> dict[str, Any]:
    """Return the attributes of words in another language, unless the page has them translated."""
    attributes = spoken(_spoken_in(node), self.config.language)
    words = node.findall(docutils_nodes.paragraph) if attributes else ()
    return {} if any(paragraph.get('translated') for paragraph in words) else attributes


def _spoken_in(node: Element) -> str:
    """Return the language of an interview, or of an exchange that is shown away from it."""
    metadata: dict[str, str] = node.get('metadata', {})
    return node.get('language') or metadata.get('language', '')


def _folds(self: HTML5Translator, interview: Element) -> bool:
    """Whether readers can fold the interview away; those of books can't unfold it."""
    return 'collapsible' in interview and not _is_book(self)


def _level(self: HTML5Translator, depth: int) -> int:
    """Return the level of a heading that is so deep below the enclosing section."""
    level: int = self.section_level + int(self.settings.initial_header_level) - 1 + depth
    return min(level, 6)


def _link_to(self: HTML5Translator, ids: list[str], label: str) -> None:
    """Write the link that readers copy, with a name that says where it leads."""
    if ids and self.config.html_permalinks and self.builder.add_permalinks:
        name, icon = self.attval(label), self.config.html_permalinks_icon
        self.body.append(f'<a class="headerlink" href="#{ids[0]}" aria-label="{name}">{icon}</a>')


def visit_interview_head_html(self: HTML5Translator, node: Element) -> None:
    # In the language of the page, whatever is spoken below
    language = _spoken_in(node.parent)
    attributes: dict[str, Any] = spoken(self.config.language, language) if language else {}
    self.body.append(self.starttag(node, 'div', '\n', **attributes))


def visit_interview_portrait_html(self: HTML5Translator, node: docutils_nodes.image) -> None:
    self.visit_image(node)


def depart_interview_portrait_html(self: HTML5Translator, node: docutils_nodes.image) -> None:
    self.depart_image(node)


def visit_interview_name_html(self: HTML5Translator, node: Element) -> None:
    self.body.append(self.starttag(node, f'h{_level(self, node["depth"])}', ''))


def depart_interview_name_html(self: HTML5Translator, node: Element) -> None:
    _link_to(self, node.parent['ids'], _('Link to this speaker'))
    self.body.append(f'</h{_level(self, node["depth"])}>\n')


def visit_interview_title_html(self: HTML5Translator, node: Element) -> None:
    if _folds(self, node.parent):
        self.body.append('<summary>')
    self.body.append(self.starttag(node, f'h{_level(self, node["depth"])}', ''))


def depart_interview_title_html(self: HTML5Translator, node: Element) -> None:
    folds = _folds(self, node.parent)
    if not folds:
        _link_to(self, node.parent['ids'], _('Link to this interview'))
    self.body.append(f'</h{_level(self, node["depth"])}>{"</summary>" if folds else ""}\n')


def visit_interview_topic_html(self: HTML5Translator, node: Element) -> None:
    self.body.append(self.starttag(node, f'h{_level(self, node["depth"])}', ''))


def depart_interview_topic_html(self: HTML5Translator, node: Element) -> None:
    _link_to(self, node['ids'], _('Link to topic: %s') % node.astext())
    self.body.append(f'</h{_level(self, node["depth"])}>\n')


def visit_block_html(self: HTML5Translator, node: Element) -> None:
    self.body.append(self.starttag(node, 'div', '\n'))


def depart_block_html(self: HTML5Translator, node: Element) -> None:
    self.body.append('</div>\n')


def visit_interview_exchange_html(self: HTML5Translator, node: Element) -> None:
    language = _language(self, node)
    self.body.append(self.starttag(node, 'div', '\n', **language))


def visit_turn_html(self: HTML5Translator, node: Element) -> None:
    # A speaker of a right-to-left language inside a page of another direction, and vice versa
    direction: dict[str, Any] = {} if _has_direction(node.parent) else {'dir': 'auto'}
    self.body.append(self.starttag(node, 'div', '\n', **direction))


def _has_direction(exchange: Element) -> bool:
    """Whether all turns run from right to left, also those that start with a foreign word."""
    return runs_leftwards(_spoken_in(exchange) or _spoken_in(exchange.parent))


def visit_interview_ending_html(self: HTML5Translator, node: Element) -> None:
    heading: dict[str, Any] = {}
    if 'depth' in node:
        heading = {'role': 'heading', 'aria-level': _level(self, node['depth'])}
    self.body.append(self.starttag(node, 'p', '', **heading))


def depart_interview_ending_html(self: HTML5Translator, node: Element) -> None:
    if 'refid' in node:
        _link_to(self, [node['refid']], node['label'])
    self.body.append('</p>\n')


def visit_interview_speaker_html(self: HTML5Translator, node: Element) -> None:
    # The name's direction is its own, so that the words decide that of the turn
    self.body.append('<b class="interview-speaker"><bdi>')
    name = node[0]
    if isinstance(name, docutils_nodes.Text):
        self.body.append(self.encode(name.removesuffix(': ')))
    else:
        name.walkabout(self)
    self.body.append('</bdi>: </b>')
    raise docutils_nodes.SkipNode


def visit_interview_direction_html(self: HTML5Translator, node: Element) -> None:
    self.body.append(self.starttag(node, 'i', ''))


def depart_interview_direction_html(self: HTML5Translator, node: Element) -> None:
    self.body.append('</i>')


def visit_interview_time_html(self: HTML5Translator, node: Element) -> None:
    duration = 'PT{}M{}S'.format(*divmod(int(node['seconds']), 60))
    self.body.append(f'<time class="interview-time" datetime="{duration}">')
    if isinstance(node[0], Element):  # in an excerpt: a link to the interview
        node[0].walkabout(self)
    else:
        self.body.append(_played(self, node))
    self.body.append(' </time>')
    raise docutils_nodes.SkipNode


def _played(self: HTML5Translator, node: Element) -> str:
    """Return a time as a link into the recording, where that is at hand."""
    text = node.astext().rstrip()
    address = _media_address(self, node['recording'])
    if not address:
        return text
    # Source: W3C, Media Fragments URI 1.0, “Temporal Dimension”
    seconds = f'{node["seconds"]:.3f}'.rstrip('0').rstrip('.')
    label = self.attval(_('Play from %s') % text)
    return f'<a href="{self.attval(address)}#t={seconds}" aria-label="{label}">{text}</a>'


def _media_address(self: HTML5Translator, recording: str) -> str:
    """Return the address of a recording: a URL, or a file below the folder of downloads."""
    if '://' in recording or not recording:
        return recording
    return _download_address(self, recording) if self.builder.download_support else ''


def _download_address(self: HTML5Translator, filename: str) -> str:
    return posixpath.join(self.builder.dlpath, quote(filename))


def visit_interview_recording_html(self: HTML5Translator, node: Element) -> None:
    self.body.append(self.starttag(node, 'div', '\n'))
    sources = list(_playable(self, node))
    if not sources:
        return
    kind = node['kind']
    self.body.append(
        f'<{kind} controls="controls" preload="metadata" aria-label="{self.attval(_("Recording"))}">\n'
    )
    for address, media_type in sources:
        self.body.append(f'<source src="{self.attval(address)}" type="{media_type}" />\n')
    if 'captions_file' in node:
        folder = posixpath.join(posixpath.dirname(self.builder.dlpath), nodes.FOLDER)
        address = f'{folder}/{quote(node["captions_file"])}'
        self.body.append(
            f'<track kind="captions" src="{address}" label="{self.attval(_("Captions"))}" default>\n'
        )
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
            yield _download_address(self, link['filename']), link['type']


def visit_interview_number_html(self: HTML5Translator, node: Element) -> None:
    self.body.append(self.starttag(node, 'span', ''))


def depart_interview_number_html(self: HTML5Translator, node: Element) -> None:
    self.body.append('</span>')


_BLOCK = (visit_block_html, depart_block_html)
_TURN = (visit_turn_html, depart_block_html)
HANDLERS = {
    **listings.HANDLERS,
    nodes.interview: (visit_interview_html, depart_interview_html),
    nodes.interview_head: (visit_interview_head_html, depart_block_html),
    nodes.interview_person: _BLOCK,
    nodes.interview_portrait: (visit_interview_portrait_html, depart_interview_portrait_html),
    nodes.interview_recording: (visit_interview_recording_html, depart_block_html),
    nodes.interview_title: (visit_interview_title_html, depart_interview_title_html),
    nodes.interview_preamble: _BLOCK,
    nodes.interview_epilogue: _BLOCK,
    nodes.interview_topic: (visit_interview_topic_html, depart_interview_topic_html),
    nodes.interview_exchange: (visit_interview_exchange_html, depart_block_html),
    nodes.interview_question: _TURN,
    nodes.interview_answer: _TURN,
    nodes.interview_note: _BLOCK,
    nodes.interview_profile: _BLOCK,
    nodes.interview_name: (visit_interview_name_html, depart_interview_name_html),
    nodes.interview_excerpt: _BLOCK,
    nodes.interview_references: _BLOCK,
    nodes.interview_ending: (visit_interview_ending_html, depart_interview_ending_html),
    nodes.interview_speaker: (visit_interview_speaker_html, None),
    nodes.interview_direction: (visit_interview_direction_html, depart_interview_direction_html),
    nodes.interview_time: (visit_interview_time_html, None),
    nodes.interview_number: (visit_interview_number_html, depart_interview_number_html),
}
