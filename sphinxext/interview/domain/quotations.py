"""Checks what documents quote against what was said, and links it to the very words."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util import logging

from ..citing import quoting
from ..citing.passages import difference, nearest, text_fragment
from ..citing.quoting import is_said
from ..citing.said import Said, Signs
from ..messages import __, warn

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sphinx.application import Sphinx

    from ..citing.quoting import Match
    from . import InterviewDomain
    from .records import Quotation, Spoken

logger = logging.getLogger(__name__)


def check(domain: InterviewDomain) -> None:
    """Warn of every quotation that isn't in the answer it names."""
    spoken = domain.spoken()
    by_address = _by_address(spoken)
    targets: dict[str, _Named] = {}
    wrong: list[Quotation] = []
    elsewhere = 0
    for quotation in domain.quotations():
        name = quotation.target
        if domain.find('any', name) is None:
            elsewhere += 1
            continue
        named = targets.setdefault(name, _Named(by_address.get(name, [])))
        match = named.find(quotation.text)
        if match is None:
            wrong.append(quotation)
        elif match.turns_round:
            text = __('what the quotation leaves out or puts in takes a negation away, or adds one')
            warn('quote_omission', text, location=quotation.place)
    candidates = _with_words(spoken, {_longest_word(quotation.text) for quotation in wrong})
    for quotation in wrong:
        problem = _problem(quotation, targets[quotation.target], candidates)
        warn('quote', '%s', problem, location=quotation.place)
    if elsewhere:
        text = __('%d quotations name interviews of other projects and can’t be checked')
        logger.info(text, elsewhere)


class _Named:
    """The turns that an address names, prepared when they are first compared."""

    def __init__(self, spoken: list[Spoken]) -> None:
        self.spoken = spoken

    @cached_property
    def answers(self) -> list[Said]:
        """What was answered; for a question without answers what was asked."""
        signs = Signs()
        answers = [turn for turn in self.spoken if turn.is_answer] or self.spoken
        return [Said(turn.text, signs) for turn in answers]

    def find(self, quotation: str) -> Match | None:
        wanted = quoting.Quotation(quotation)
        return next(filter(None, (quoting.find(wanted, said) for said in self.answers)), None)

    @cached_property
    def joined(self) -> str:
        return ' '.join(turn.text for turn in self.spoken)


def _by_address(spoken: Iterable[Spoken]) -> dict[str, list[Spoken]]:
    """Return the turns by every address that names them: of the interview, question, and answer."""
    found: dict[str, list[Spoken]] = {}
    for turn in spoken:
        for prefix in accumulate(turn.address.split('.'), '{}.{}'.format):
            found.setdefault(prefix, []).append(turn)
    return found


#: So many turns are looked at for one that says what another should have said.
_TURNS = 20
_words_of = re.compile(r'\w+').findall


def _longest_word(text: str) -> str:
    return max(_words_of(text), key=len, default='')


def _with_words(spoken: Iterable[Spoken], words: set[str]) -> dict[str, list[Spoken]]:
    """Return the first turns with each of *words*."""
    found: dict[str, list[Spoken]] = {word: [] for word in words}
    for turn in spoken if words else ():
        for word in words.intersection(_words_of(turn.text)):
            if len(found[word]) < _TURNS:
                found[word].append(turn)
    return found


def _problem(
    quotation: Quotation, named: _Named, candidates: Mapping[str, Sequence[Spoken]]
) -> str:
    """Return what is wrong with a quotation that the named answers don't say."""
    words, target = quotation.text, quotation.target
    # The question that was answered comes before one that somebody else was asked
    asked = (turn for turn in named.spoken if not turn.is_answer and turn.address == target)
    if any(is_said(words, turn.text) for turn in asked):
        return __('the answer in %r does not say so; the question does') % target
    if is_said(words, named.joined):
        return __('the quotation crosses a change of speaker in %r') % target
    others = (turn for turn in candidates[_longest_word(words)] if is_said(words, turn.text))
    if other := next(others, None):
        what = __('an answer') if other.is_answer else __('a question')
        return __('%r does not say so; %s does: %r') % (target, what, other.address)
    passage = nearest(words, named.answers)
    text = __('%r does not say so; nearest passage: “%s”; difference: %s')
    return text % (target, passage, difference(words, passage))


def point_to_words(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Let a browser show the quoted words, here and in other projects."""
    domain = app.env.get_domain('interview')
    if app.builder.format != 'html' or app.builder.name == 'epub':
        return
    for quotation in doctree.findall(nodes.Element) if domain.data['quotations'] else ():
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
