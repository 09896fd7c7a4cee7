"""Checks what documents quote against what was said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx.util import logging

from ...messages import __, ngettext, warn

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from docutils.nodes import Node
    from sphinx.application import Sphinx

    from ...citing.quoting import Doubt
    from .. import InterviewDomain
    from ..records import Quotation, Spoken
    from .attribution import Attribution, Named

logger = logging.getLogger(__name__)


def check(domain: InterviewDomain) -> None:
    """Warn of every quotation that isn't in the answer it names, and of doubtful ones."""
    wrong: list[tuple[Quotation, Attribution]] = []
    elsewhere = 0
    for quotation in domain.quotations():
        found = domain.attributions.of(*quotation.said)
        if found is None:
            elsewhere += 1
        elif not found.is_said:
            wrong.append((quotation, found))
        else:
            _check_faithful(quotation, found)
    candidates = _with_words(domain, {_longest_word(q.text) for q, _ in wrong})
    for quotation, found in wrong:
        problem = _problem(quotation, found.named, candidates)
        problem += why_missing(domain, quotation.target)
        warn('quote', '%s', problem, location=quotation.place)
    if elsewhere:
        text = ngettext(
            '%d quotation names an interview of another project and can’t be checked',
            '%d quotations name interviews of other projects and can’t be checked',
            elsewhere,
        )
        logger.info(text, elsewhere)


def why_missing(domain: InterviewDomain, target: str) -> str:
    """Return that words may be missing because they are restricted; empty where they aren't."""
    if not domain.withheld(target.partition('.')[0]):
        return ''
    return __('; words of this interview are restricted, and left out of the public edition')


def _check_faithful(quotation: Quotation, found: Attribution) -> None:
    """Warn of a quotation that is what was said, but may mislead."""
    if found.several:
        addresses = ', '.join(dict.fromkeys(repr(turn.address) for turn in found.several))
        text = __('several people say so in %r, and nobody is named; name the answer: %s')
        warn('ambiguous', text, quotation.target, addresses, location=quotation.place)
    if found.doubt:
        warn('quote_omission', '%s', _doubtful(found.doubt), location=quotation.place)


def warn_of_several(target: str, addresses: Iterable[str], location: Node) -> None:
    """Warn of a reference to "the answer" to a question that several people have answered."""
    text = __('several people answer %r, and the question is linked; name the answer: %s')
    warn('ambiguous', text, target, ', '.join(map(repr, addresses)), location=location)


def _doubtful(doubt: Doubt) -> str:
    if doubt == 'negation':
        return __('what the quotation leaves out or puts in takes a negation away, or adds one')
    return __('the quotation leaves out more than a paragraph')


#: So many turns are looked at for one that says what another should have said.
_TURNS = 20
_words_of = re.compile(r'\w+').findall


def _longest_word(text: str) -> str:
    return max(_words_of(text), key=len, default='')


def _with_words(domain: InterviewDomain, words: set[str]) -> dict[str, list[Spoken]]:
    """Return the first turns with each of *words*."""
    found: dict[str, list[Spoken]] = {word: [] for word in words}
    for turn in domain.spoken() if words else ():
        for word in words.intersection(_words_of(turn.text)):
            if len(found[word]) < _TURNS:
                found[word].append(turn)
    return found


def _problem(quotation: Quotation, named: Named, candidates: Mapping[str, Sequence[Spoken]]) -> str:
    """Return what is wrong with a quotation that nobody whom it names says."""
    # Now, for in most builds no quotation is wrong
    from ...citing.passages import difference, nearest
    from ...citing.quoting import Quotation as Words
    from ...citing.quoting import find, is_said

    words, target = quotation.text, quotation.target
    if find(Words(words), named.joined):
        return __('the quotation crosses a change of speaker in %r') % target
    others = (turn for turn in candidates[_longest_word(words)] if is_said(words, turn.text))
    if other := next(others, None):
        what = __('an answer') if other.is_answer else __('a question')
        return __('%r does not say so; %s does: %r') % (target, what, other.address)
    passage = nearest(words, named.answers)
    text = __('%r does not say so; nearest passage: “%s”; difference: %s')
    return text % (target, passage, difference(words, passage))


def without_words(app: Sphinx, uri: str) -> str | None:
    """Let ``linkcheck`` look for the id: the words after ``:~:`` are the browser's."""
    address, mark, _ = uri.partition(':~:')
    return address.removesuffix('#') if mark else None


def setup(app: Sphinx) -> None:
    app.connect('linkcheck-process-uri', without_words)
