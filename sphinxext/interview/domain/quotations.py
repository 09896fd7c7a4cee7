"""Checks what documents quote against what was said, and links it to the very words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util import logging

from ..citing.quoting import difference, is_said, nearest, text_fragment
from ..messages import __, warn

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from . import InterviewDomain
    from .records import Quotation, Spoken

logger = logging.getLogger(__name__)


def check(domain: InterviewDomain) -> None:
    """Warn of every quotation that isn't in the answer it names."""
    spoken = [turn for _, turns in sorted(domain.data['spoken'].items()) for turn in turns]
    elsewhere = 0
    for _, quotations in sorted(domain.data['quotations'].items()):
        for quotation in quotations:
            if domain.find('any', quotation.target) is None:
                elsewhere += 1
            elif problem := _problem(quotation, spoken):
                warn('quote', '%s', problem, location=quotation.place)
    if elsewhere:
        text = __('%d quotations name interviews of other projects and can’t be checked')
        logger.info(text, elsewhere)


def _problem(quotation: Quotation, spoken: list[Spoken]) -> str:
    """Return what is wrong with a quotation; empty if nothing is."""
    named = [turn for turn in spoken if _belongs(turn.address, quotation.target)]
    answers = [turn for turn in named if turn.is_answer] or named
    if any(is_said(quotation.text, turn.text) for turn in answers):
        return ''
    # The question that was answered comes before one that somebody else was asked
    others = [*named, *(turn for turn in spoken if turn not in answers)]
    other = next((turn for turn in others if is_said(quotation.text, turn.text)), None)
    if other is not None and other.address == quotation.target:
        return __('the answer in %r does not say so; the question does') % quotation.target
    if is_said(quotation.text, ' '.join(turn.text for turn in named)):
        return __('the quotation crosses a change of speaker in %r') % quotation.target
    if other is not None:
        what = __('an answer') if other.is_answer else __('a question')
        text = __('%r does not say so; %s does: %r')
        return text % (quotation.target, what, other.address)
    passage = nearest(quotation.text, (turn.text for turn in answers))
    text = __('%r does not say so; nearest passage: “%s”; difference: %s')
    return text % (quotation.target, passage, difference(quotation.text, passage))


def _belongs(address: str, target: str) -> bool:
    return address == target or address.startswith(f'{target}.')


def point_to_words(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Let a browser show the quoted words, here and in other projects."""
    domain = app.env.get_domain('interview')
    if app.builder.format != 'html' or app.builder.name == 'epub':
        return
    for quotation in doctree.findall(nodes.Element) if docname in domain.data['quotations'] else ():
        if 'quotation' in quotation:
            for reference in quotation.findall(nodes.reference):
                _point(reference, quotation['quotation'])


def _point(reference: nodes.reference, words: str) -> None:
    anchor = reference.attributes.pop('refid', '')
    uri = f'#{anchor}' if anchor else reference['refuri']
    if '#' in uri:
        reference['refuri'] = uri + text_fragment(words)


def without_words(app: Sphinx, uri: str) -> str | None:
    """Let ``linkcheck`` look for the id: the words after ``:~:`` are the browser's."""
    address, mark, _ = uri.partition(':~:')
    return address.removesuffix('#') if mark else None


def setup(app: Sphinx) -> None:
    app.connect('doctree-resolved', point_to_words)
    app.connect('linkcheck-process-uri', without_words)
