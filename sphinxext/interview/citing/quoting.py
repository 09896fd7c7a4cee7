"""Is this what was said? Quotations compared with the words of a turn.

Both sides are normalised; brackets in a quotation mean what the style manuals let them mean
(MLA Handbook 6.54–6.63, Chicago Manual 12.59–12.72).
"""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterable

#: One class, for a quotation in a quotation changes from double to single marks.
_QUOTES = str.maketrans(dict.fromkeys('‘’‚‛′`´“”„‟«»″‹›"', "'"))
_NOTHING = re.compile('[\u00ad\u200b-\u200f\u2060\ufeff]')
_DASHES = re.compile(r'\s*(?:[‐‑‒–—―−]|-{2,3})\s*|(?<=\s)-(?=\s)')
_ELLIPSIS = re.compile(r'\.(?:\s?\.){2,}')
#: ``[…]``, ``[...]``, ``(…)``; ``[T]he``; ``[sic]`` and the like; ``[word]``.
_BRACKET = re.compile(
    r"""(?P<gap>[\[(]\s*(?:…|\.\s?\.\s?\.)\s*[\])])
    | \[(?P<letter>[^\W\d_])\](?=\w)
    | \s?\[(?P<remark>sic|sic!|emphasis\ added|my\ emphasis|italics\ mine|laughs|laughter|pause)\]
    | \[(?P<word>[^\[\]]+)\]""",
    re.VERBOSE | re.IGNORECASE,
)
#: What a bracketed word may stand for: nothing, or up to six words.
_REPLACED = r'(?:\S+(?:\s\S+){0,5}?)?'
#: So many bracketed words are looked for exactly; more of them are gaps.
_MOST_WORDS = 6


def normalise(text: str) -> str:
    """Return *text* without what typesetting changes: quotes, dashes, spaces, ellipses."""
    text = _NOTHING.sub('', text).translate(_QUOTES)
    text = _DASHES.sub('-', unicodedata.normalize('NFKC', text))
    return ' '.join(_ELLIPSIS.sub('...', text).split())


def is_said(quotation: str, turn: str) -> bool:
    """Whether a *turn* holds the words of a *quotation*, its parts in their order.

    The first letter may be of either case, and a full stop or comma at the end may differ.
    """
    return _pattern(quotation).search(normalise(turn)) is not None


def _pattern(quotation: str) -> re.Pattern[str]:
    parts: list[str] = []
    position = 0
    words = 0
    for match in _BRACKET.finditer(quotation):
        parts.append(_literal(quotation[position : match.start()]))
        position = match.end()
        if match['gap']:
            parts.append('.*?')
        elif match['letter']:
            letter = match['letter']
            parts.append(f'[{letter.lower()}{letter.upper()}]')
        elif match['word']:
            words += 1
            parts.append(_REPLACED if words <= _MOST_WORDS else '.*?')
    parts.append(_literal(quotation[position:].rstrip().rstrip('.,')))
    whole = ''.join(parts).strip()
    first = re.match(r'[^\W\d_]', whole)
    if first:
        whole = f'[{first[0].lower()}{first[0].upper()}]{whole[1:]}'
    return re.compile(rf'(?<!\w){whole}(?!\w)')


def _literal(text: str) -> str:
    """Return a pattern for words; spaces beside a bracket may be missing."""
    starts, ends = text[:1].isspace(), text[-1:].isspace()
    words = re.escape(normalise(text)).replace('\\ ', r'\s')
    if not words:
        return r'\s?' if starts else ''
    return (r'\s?' if starts else '') + words + (r'\s?' if ends else '')


def nearest(quotation: str, turns: Iterable[str]) -> str:
    """Return the passage of *turns* that is most like *quotation*."""
    wanted = normalise(quotation).split()
    best, passage = 0.0, ''
    for turn in turns:
        words = normalise(turn).split()
        match = SequenceMatcher(None, words, wanted, autojunk=False).find_longest_match()
        start = max(0, match.a - match.b)
        found = words[start : start + len(wanted)]
        ratio = SequenceMatcher(None, found, wanted, autojunk=False).ratio()
        if ratio > best or not passage:
            best, passage = ratio, ' '.join(found)
    return passage


def difference(quotation: str, passage: str) -> str:
    """Show word by word how a quotation differs: ``I [-often-] {+always+} read``.

    In ``[-…-]`` stands what only the quotation has, in ``{+…+}`` what was said.
    """
    quoted, said = normalise(quotation).split(), normalise(passage).split()
    shown: list[str] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, quoted, said, autojunk=False).get_opcodes():
        if tag == 'equal':
            shown += quoted[i1:i2]
            continue
        if i2 > i1:
            shown.append(f'[-{" ".join(quoted[i1:i2])}-]')
        if j2 > j1:
            shown.append(f'{{+{" ".join(said[j1:j2])}+}}')
    return ' '.join(shown)


def text_fragment(quotation: str) -> str:
    """Return what makes a browser show the words: ``:~:text=…``, to be put after ``#id``.

    See the WICG specification *URL fragment text directives*. The words of long quotations, and of
    those with brackets, are given by their first and last ones.
    """
    parts = [part.strip() for part in _split(quotation) if part.strip()]
    if not parts:
        return ''
    if len(parts) == 1 and len(parts[0]) <= _LONGEST:
        terms = [parts[0]]
    else:
        terms = [' '.join(parts[0].split()[:6]), ' '.join(parts[-1].split()[-6:])]
    return ':~:text=' + ','.join(quote(term, safe='').replace('-', '%2D') for term in terms)


#: The longest quotation that stands in an address as it is.
_LONGEST = 300


def _split(quotation: str) -> list[str]:
    """Return what stands between the brackets."""
    parts = []
    position = 0
    for match in _BRACKET.finditer(quotation):
        parts.append(quotation[position : match.start()])
        position = match.end()
    return [*parts, quotation[position:]]
