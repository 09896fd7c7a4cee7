"""Events in brackets: ``[laughs]``, ``(applause)``, ``♪ music ♪``."""

from __future__ import annotations

import re

_EVENT = (
    r'laugh\w*|chuckl\w*|giggl\w*|applause|applaud\w*|clap\w*|cheer\w*|pauses?|silence|sigh\w*|'
    r'music|cross-?talk|overlapping|whisper\w*|sing\w*|phone|noises?|cough\w*|sob\w*|cry\w*|smil\w*|'
    r'nods?|gasp\w*|breath\w*|background|'
    r'lacht|lachen|gelächter|pause|beifall|applaus|musik|rires?|rit|silences?|musique|risas?|ríe|'
    r'música|смех|смеётся|пауза|музыка|笑|笑声|拍手|웃음'
)
_GAP = r'inaudible|unintelligible|indiscernible|indistinct|ph\?|sp\?|redacted|unverständlich'
_END = r'end of|recording|tape|break'
#: In square brackets the list is longer: people speak in parentheses.
_SQUARE = rf'\[{{1,2}}(?:(?:they|both|all|he|she|everyone)\s+)?(?:{_EVENT}|{_GAP}|{_END})(?![\w-])[^\[\]\n]{{0,80}}\]{{1,2}}'
_ROUND = rf'\({{1,2}}(?:{_EVENT}|{_GAP})(?![\w-])[^()\n]{{0,40}}\){{1,2}}'
_DIRECTION = re.compile(rf'{_SQUARE}|{_ROUND}|<(?:{_EVENT})>|♪[^♪\n]{{0,200}}♪', re.IGNORECASE)
_SIGNS = re.compile(r'[\[(<♪]')
_ONLY = re.compile(rf'[*_\s]*(?:{_DIRECTION.pattern})[*_\s.]*', re.IGNORECASE)
#: A bracket with more than two words, alone in its paragraph: ``[A ship's horn.]``
_ALONE = re.compile(r'\[[^\[\]]+\]')
_UNCLOSED = re.compile(rf'\[(?:{_EVENT}|{_GAP})(?![\w-])[^\[\]]*$', re.IGNORECASE)
#: Words in a bracket, which may have brackets in them.
_INSIDE = r'[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*'
_NOTE = re.compile(
    rf"""\[ \s* (?: ed(?:itor)? (?:['’]?s)? \s* (?:note)? \s* [.:] | note: | n\.?\s?d\.?[rl]\.? | anm\. )
        {_INSIDE} \] | \[ [^\[\]]* [–—-] \s* ed\.? \s* \]""",
    re.IGNORECASE | re.VERBOSE,
)

#: How somebody speaks, behind a name: ``(whispering)``, ``[ speaking French ]``.
_MANNER = re.compile(r'[(\[]\s{0,3}([a-z]{2,20}ing)(?:\s[\w’\'-]{1,20}){0,5}\s{0,3}[)\]]')
#: What people do for a living, or in a conversation.
_TRADES = frozenset(
    """
    accounting acting advertising banking broadcasting catering chairing coaching consulting
    engineering farming fishing fundraising hosting housing interviewing manufacturing marketing
    mining moderating nursing planning presenting printing processing programming publishing
    purchasing reporting shipping teaching testing training translating writing
    """.split()
)


def split_directions(text: str) -> list[tuple[str, bool]]:
    """Split *text* into parts, each with whether it is a direction. Nothing is left out."""
    if not _SIGNS.search(text):
        return [(text, False)]
    parts: list[tuple[str, bool]] = []
    position = 0
    for match in _DIRECTION.finditer(text):
        if match.start() > position:
            parts.append((text[position : match.start()], False))
        parts.append((match[0], True))
        position = match.end()
    if position < len(text) or not parts:
        parts.append((text[position:], False))
    return parts


def is_unclosed(paragraph: str) -> bool:
    """Whether an event starts in *paragraph* that never ends: ``[laughs and so on``."""
    return _UNCLOSED.search(paragraph) is not None


def is_direction(paragraph: str) -> bool:
    """Whether a paragraph is nothing but an event."""
    return paragraph[:1] in '[(♪<*_' and bool(
        _ONLY.fullmatch(paragraph) or (_ALONE.fullmatch(paragraph) and not is_note(paragraph))
    )


def is_note(paragraph: str) -> bool:
    """Whether a paragraph is nothing but an editor's note."""
    return paragraph.startswith('[') and _NOTE.fullmatch(paragraph) is not None


def is_event(bracket: str) -> bool:
    """Whether a bracket holds an event that is known, as ``[laughs]`` does."""
    return _DIRECTION.fullmatch(bracket) is not None


def is_manner(bracket: str) -> bool:
    """Whether a bracket between a name and its colon says how somebody speaks, not who it is."""
    if is_event(''.join([bracket[0], bracket[1:-1].strip(), bracket[-1]])):
        return True
    match = _MANNER.fullmatch(bracket)
    return match is not None and match[1] not in _TRADES
