"""Turns in HTML and EPUB."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from docutils import nodes as docutils_nodes
from docutils.nodes import Element
from sphinx.writers.html5 import HTML5Translator

from ..doctree import nodes
from ..doctree.turns.ending import Ending
from ..doctree.turns.introduction import Introduction, with_space
from ..doctree.turns.usual import PARAGRAPHS, has_own, methods
from ..messages import _
from .languages import runs_leftwards, spoken_in
from .moments import media_address, moment
from .tags import heading_level, link_to, start_block

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..doctree.turns.words import Turn

#: The name's direction is its own, so that the words decide that of the turn.
_BEFORE_NAME: Final = '<b class="interview-speaker"><bdi>'
_BEHIND_NAME: Final = '</bdi>: </b>'


def visit_turn_html(self: HTML5Translator, node: Turn) -> None:
    # A speaker of a right-to-left language inside a page of another direction, and vice versa
    direction: dict[str, Any] = {} if _has_direction(node.parent) else {'dir': 'auto'}
    self.body.append(start_block(self, node, direction))
    texts = node.plain_texts
    match node.actions:
        case (Introduction() as introduction, Ending() as ending) if texts:
            if _writes_as_usual(self):
                _write_texts(self, node, texts, introduction, ending)
                raise docutils_nodes.SkipChildren


def depart_turn_html(self: HTML5Translator, node: Element) -> None:
    self.body.append('</div>\n')


def _has_direction(exchange: Element) -> bool:
    """Whether all turns run from right to left, also those that start with a foreign word."""
    return runs_leftwards(spoken_in(exchange) or spoken_in(exchange.parent))


def _write_texts(
    self: HTML5Translator,
    turn: Turn,
    texts: list[str],
    introduction: Introduction,
    ending: Ending,
) -> None:
    """Write the paragraphs of a turn without making nodes of them."""
    special = _any_of(''.join(map(chr, self.special_characters)))
    *before, last = [self.encode(text) if special(text) else text for text in texts]
    starts = ['<p>' for _ in before] + [_start_of_ending(self, ending)]
    for number, (start, words) in enumerate(zip(starts, [*before, last], strict=True)):
        self.body.append(start)
        if not number:
            _introduce(self, turn, introduction)
        self.body.append(words)
        if number < len(before):
            self.body.append('</p>\n')
    _end(self, ending.refid, ending.label)


def _writes_as_usual(self: HTML5Translator) -> bool:
    """Whether nobody else wants to write paragraphs, or what stands in them."""
    is_other = self.protect_literal_text or bool(vars(self).get('messages'))
    return not is_other and not has_own(self, _USUAL)


@lru_cache
def _any_of(signs: str) -> Callable[[str], object]:
    """Return what finds one of *signs* in a text: most have none, and to replace them takes longer."""
    return re.compile(f'[{re.escape(signs)}]').search


def _introduce(self: HTML5Translator, turn: Turn, introduction: Introduction) -> None:
    name = nodes.label(turn)
    if name and introduction.number is None and 'time' not in turn:
        self.body.append(_speaker(self, name))  # as most are
    else:
        for part in introduction.parts(turn):
            with_space(part).walkabout(self)


def _start_of_ending(self: HTML5Translator, ending: Ending) -> str:
    if ending.depth is None:
        return '<p>'
    return f'<p aria-level="{heading_level(self, ending.depth)}" role="heading">'


def visit_interview_ending_html(self: HTML5Translator, node: Element) -> None:
    heading: dict[str, Any] = {}
    if 'depth' in node:
        heading = {'role': 'heading', 'aria-level': heading_level(self, node['depth'])}
    self.body.append(self.starttag(node, 'p', '', **heading))


def depart_interview_ending_html(self: HTML5Translator, node: Element) -> None:
    _end(self, node.get('refid', ''), node.get('label', ''))


def _end(self: HTML5Translator, refid: str, label: str) -> None:
    if refid:
        link_to(self, [refid], label)
    self.body.append('</p>\n')


def visit_interview_speaker_html(self: HTML5Translator, node: Element) -> None:
    name = node[0]
    if isinstance(name, docutils_nodes.Text):
        self.body.append(_speaker(self, name.removesuffix(' ')))
    else:
        self.body.append(_BEFORE_NAME)
        name.walkabout(self)
        self.body.append(_BEHIND_NAME)
    raise docutils_nodes.SkipNode


def _speaker(self: HTML5Translator, label: str) -> str:
    return f'{_BEFORE_NAME}{self.encode(label.removesuffix(":"))}{_BEHIND_NAME}'


def visit_interview_number_html(self: HTML5Translator, node: Element) -> None:
    self.body.append(self.starttag(node, 'span', ''))


def depart_interview_number_html(self: HTML5Translator, node: Element) -> None:
    self.body.append('</span>')


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
    address = media_address(self, node['recording'])
    if not address:
        return text
    address = self.attval(moment(address, node['seconds']))
    label = self.attval(_('Play from %s') % text)
    return f'<a href="{address}" aria-label="{label}">{text}</a>'


_USUAL = methods(HTML5Translator, 'starttag', 'encode', *PARAGRAPHS) | {
    'visit_interview_speaker': visit_interview_speaker_html,
    'visit_interview_ending': visit_interview_ending_html,
    'depart_interview_ending': depart_interview_ending_html,
}
HANDLERS = {
    nodes.interview_question: (visit_turn_html, depart_turn_html),
    nodes.interview_answer: (visit_turn_html, depart_turn_html),
    nodes.interview_ending: (visit_interview_ending_html, depart_interview_ending_html),
    nodes.interview_speaker: (visit_interview_speaker_html, None),
    nodes.interview_time: (visit_interview_time_html, None),
    nodes.interview_number: (visit_interview_number_html, depart_interview_number_html),
}
