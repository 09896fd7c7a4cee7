"""Puts the parts of a translation behind those that they translate."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from docutils import __version_info__
from docutils.nodes import Element, TextElement, footnote, footnote_reference
from docutils.utils import normalize_language_tag
from docutils.utils.smartquotes import smartchars

from ...doctree import nodes
from ...doctree.finding import elements
from ...doctree.transforms.footnotes import OF_TRANSLATION
from ...transcript.parallel import Part, pair

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...transcript.model import Finding
    from ...transcript.parallel import Kind

_KINDS: Final[dict[type[Element], Kind]] = {
    nodes.interview_exchange: 'exchange',
    nodes.interview_topic: 'topic',
    nodes.interview_note: 'note',
}
#: What stands before all parts, and what behind them.
_AROUND: Final = (nodes.interview_preamble, nodes.interview_epilogue)

#: Before 0.22 docutils asks only the block itself for its language, see its ``Element.get_language_code``.
_ASKS_BLOCKS: Final = __version_info__ < (0, 22)


def put_beside(
    interview: Element, translation: Element, language: str, text: str
) -> tuple[Finding, ...]:
    """Put the parts of *translation*, an interview of its own, into *interview*.

    :param language: of the translation, a code
    :param text: its source, which says what addresses an author has given
    :returns: what doesn't match
    """
    said, translated = _parts(interview), _parts(translation)
    for topic in translated:
        if isinstance(topic, nodes.interview_topic):  # below the title of the interview
            topic['depth'] += any(isinstance(node, nodes.interview_title) for node in interview)
    pairs, findings = pair(
        [_part(node) for node in said],
        [_part(node, text) for node in translated],
    )
    for kind in _AROUND:
        _put_around(interview, translation, kind, language)
    _put_footnotes(interview, translation, language)
    place = interview.index(said[0]) if said else len(interview.children)
    for one, other in pairs:
        original = None if one is None else said[one]
        if original is not None:
            place = interview.index(original) + 1
        if other is not None:
            beside = _translation([translated[other]], language)
            _lead(beside, original, interview['name'])
            interview.insert(place, beside)
            place += 1
    interview['classes'].append('interview-parallel')
    return findings


def left_out(interview: Element) -> list[tuple[int, int]]:
    """Return the parts of which the public edition leaves something out, each with how much."""
    kinds = (*_KINDS, *_AROUND)
    parts = [one for one in interview if isinstance(one, Element) and isinstance(one, kinds)]
    passages = (
        sum('interview-restricted' in node.get('classes', ()) for node in elements(part))
        for part in parts
    )
    return [(place, number) for place, number in enumerate(passages) if number]


def _parts(interview: Element) -> list[Element]:
    return [child for child in interview if isinstance(child, Element) and type(child) in _KINDS]


def _part(node: Element, text: str | None = None) -> Part:
    """Return what tells which part a node translates; of the translation, its *text*."""
    kind = _KINDS[type(node)]
    if kind != 'exchange':
        return Part(kind, node.line or 1)
    slug = node['ids'][0].partition('.')[2]
    is_known = text is None or f'{{#{slug}}}' in text
    turns = _turns(node)
    who = tuple(tuple(turn['speakers']) for turn in turns)
    return Part(kind, turns[0].line or 1, slug if is_known else '', who)


def _turns(part: Element) -> list[Element]:
    return [child for child in part if isinstance(child, nodes.TURNS)]


def _put_around(
    interview: Element, translation: Element, kind: type[Element], language: str
) -> None:
    """Put the translated preamble or epilogue behind the other; where there is none, in its place."""
    translated = [child for child in translation if isinstance(child, kind)]
    if not translated:
        return
    there = [place for place, child in enumerate(interview) if isinstance(child, kind)]
    parts = _parts(interview)
    is_first = kind is nodes.interview_preamble and bool(parts)
    missing = interview.index(parts[0]) if is_first else len(interview.children)
    place = there[-1] + 1 if there else missing
    interview.insert(place, _translation(translated, language))


def _put_footnotes(interview: Element, translation: Element, language: str) -> None:
    """Put the translation's footnotes to the others; they stay in no container."""
    footnotes = [child for child in translation if isinstance(child, footnote)]
    _translation(footnotes, language)
    for one in footnotes:
        one['classes'].append(f'language-{language}')
    interview.extend(footnotes)


def _translation(parts: Sequence[Element], language: str) -> Element:
    """Make of parts of an interview what has no addresses, and is in another language."""
    root = nodes.interview_translation(classes=['interview-translation'])
    has_quotes = any(tag in smartchars.quotes for tag in normalize_language_tag(language))
    if has_quotes:
        root['classes'].append(f'language-{language}')  # of which docutils' smart quotes are
    root['language'], root['translates'] = language, ''
    for part in parts:
        root += part.children if isinstance(part, nodes.interview_exchange) else [part]
    for node in root.findall(Element):
        if isinstance(node, TextElement):
            node['translatable'] = False  # it is one
            if not has_quotes:
                node['support_smartquotes'] = False
            elif _ASKS_BLOCKS:
                node['classes'].append(f'language-{language}')
        if isinstance(node, (footnote, footnote_reference)):
            node[OF_TRANSLATION] = True
        node.attributes.pop('bookmark', None)
        if isinstance(node, (*nodes.TURNS, nodes.interview_topic)):
            node['ids'] = []
    return root


def _lead(translation: Element, original: Element | None, name: str) -> None:
    """Say of each turn which it translates, and who said so; of one that stands alone, the interview."""
    address = name if original is None else nodes.address(original) if original.get('ids') else name
    said = [] if original is None else _turns(original)
    translation['translates'] = '' if original is None else address
    for one, translated in zip_longest(said, _turns(translation)):
        if translated is None:
            continue
        is_same = one is not None and type(one) is type(translated)
        translated['translates'] = (one['ids'] or [address])[0] if is_same else address
        if is_same:
            translated['said_by'] = one['speakers']
