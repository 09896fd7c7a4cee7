"""Interviews in HTML and EPUB."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from docutils.nodes import Element

from ..doctree import nodes
from ..messages import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.writers.html5 import HTML5Translator


def visit_interview_html(self: HTML5Translator, node: Element) -> None:
    attributes: dict[str, Any] = {'role': 'doc-qna'}
    if _is_book(self):
        # Source: EPUB 3 Structural Semantics Vocabulary
        attributes['epub:type'] = 'qna'
    if not _folds(self, node):
        self.body.append(self.starttag(node, 'div', '\n', **attributes))
        return
    if node['collapsible'] == 'open':
        attributes['open'] = 'open'
    self.body.append(self.starttag(node, 'details', '\n', **attributes))
    if not node.children or not isinstance(node[0], nodes.interview_title):
        self.body.append(f'<summary>{self.encode(_("Transcript"))}</summary>\n')


def depart_interview_html(self: HTML5Translator, node: Element) -> None:
    self.body.append('</details>\n' if _folds(self, node) else '</div>\n')


def _is_book(self: HTML5Translator) -> bool:
    return bool(self.builder.name == 'epub')


def _folds(self: HTML5Translator, node: Element) -> bool:
    """Whether readers can fold an interview away; readers of books can't, and see it."""
    return 'collapsible' in node and not _is_book(self)


def _heading(self: HTML5Translator, node: Element) -> str:
    level = self.section_level + int(self.settings.initial_header_level) - 1 + node['depth']
    return f'h{min(level, 6)}'


def visit_interview_title_html(self: HTML5Translator, node: Element) -> None:
    if _folds(self, node.parent):
        self.body.append('<summary>')
    self.body.append(self.starttag(node, _heading(self, node), ''))


def depart_interview_title_html(self: HTML5Translator, node: Element) -> None:
    self.add_permalink_ref(node.parent, _('Link to this interview'))
    self.body.append(f'</{_heading(self, node)}>')
    self.body.append('</summary>\n' if _folds(self, node.parent) else '\n')


def visit_interview_topic_html(self: HTML5Translator, node: Element) -> None:
    self.body.append(self.starttag(node, _heading(self, node), ''))


def depart_interview_topic_html(self: HTML5Translator, node: Element) -> None:
    self.add_permalink_ref(node, _('Link to this topic'))
    self.body.append(f'</{_heading(self, node)}>\n')


def visit_block_html(self: HTML5Translator, node: Element) -> None:
    self.body.append(self.starttag(node, 'div', '\n'))


def visit_turn_html(self: HTML5Translator, node: Element) -> None:
    # A speaker of a right-to-left language inside a page of another direction, and vice versa
    self.body.append(self.starttag(node, 'div', '\n', dir='auto'))


def depart_block_html(self: HTML5Translator, node: Element) -> None:
    self.body.append('</div>\n')


def visit_interview_speaker_html(self: HTML5Translator, node: Element) -> None:
    # Its own direction, so that the words decide that of the turn
    self.body.append('<b class="interview-speaker" dir="auto">')


def depart_interview_speaker_html(self: HTML5Translator, node: Element) -> None:
    self.body.append('</b>')


def visit_interview_direction_html(self: HTML5Translator, node: Element) -> None:
    self.body.append(self.starttag(node, 'i', ''))


def depart_interview_direction_html(self: HTML5Translator, node: Element) -> None:
    self.body.append('</i>')


def visit_interview_time_html(self: HTML5Translator, node: Element) -> None:
    duration = 'PT{}M{}S'.format(*divmod(int(node['seconds']), 60))
    address = _media_address(self, node['recording'])
    if address:
        # Source: W3C, Media Fragments URI 1.0, “Temporal Dimension”
        seconds = f'{node["seconds"]:.3f}'.rstrip('0').rstrip('.')
        self.body.append(f'<a href="{self.attval(address)}#t={seconds}">')
    self.body.append(self.starttag(node, 'time', '', datetime=duration))


def depart_interview_time_html(self: HTML5Translator, node: Element) -> None:
    self.body.append('</time>')
    if _media_address(self, node['recording']):
        self.body.append('</a>')


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


def visit_interview_permalink_html(self: HTML5Translator, node: Element) -> None:
    target = nodes.interview_permalink(ids=[node['refid']])
    self.add_permalink_ref(target, _('Link to this question'))


def depart_interview_permalink_html(self: HTML5Translator, node: Element) -> None:
    pass


_BLOCK = (visit_block_html, depart_block_html)
_TURN = (visit_turn_html, depart_block_html)
HANDLERS = {
    nodes.interview: (visit_interview_html, depart_interview_html),
    nodes.interview_recording: (visit_interview_recording_html, depart_block_html),
    nodes.interview_title: (visit_interview_title_html, depart_interview_title_html),
    nodes.interview_preamble: _BLOCK,
    nodes.interview_epilogue: _BLOCK,
    nodes.interview_topic: (visit_interview_topic_html, depart_interview_topic_html),
    nodes.interview_exchange: _BLOCK,
    nodes.interview_question: _TURN,
    nodes.interview_answer: _TURN,
    nodes.interview_note: _BLOCK,
    nodes.interview_profile: _BLOCK,
    nodes.interview_list: _BLOCK,
    nodes.interview_excerpt: _BLOCK,
    nodes.interview_references: _BLOCK,
    nodes.interview_speaker: (visit_interview_speaker_html, depart_interview_speaker_html),
    nodes.interview_direction: (visit_interview_direction_html, depart_interview_direction_html),
    nodes.interview_time: (visit_interview_time_html, depart_interview_time_html),
    nodes.interview_number: (visit_interview_number_html, depart_interview_number_html),
    nodes.interview_permalink: (visit_interview_permalink_html, depart_interview_permalink_html),
}
