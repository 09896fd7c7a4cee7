"""The words of a WebVTT cue, and who says them.

Source of the rules: W3C, WebVTT, “WebVTT cue text parsing rules” and “cue text tokenizer”.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Container

_TAG = re.compile(r'<([^<>]*)(>?)')
_VOICE = re.compile(r'v((?:\.[^\s.>]*)*)(?:[\s]+|$)')
#: A tag without words of its own: these would be dropped.
_KNOWN = re.compile(r'/?(?:c|i|b|u|ruby|rt)(?:\.\S*)?\s*/?|/?(?:v|lang)(?:[.\s].*)?', re.DOTALL)
#: Tags that files have although WebVTT doesn't: those of HTML that SubRip took over.
_FOREIGN = re.compile(
    r'/?(?:[bisu]|font|c|em|strong|span)(?:\s{1,3}[\w-]{1,30}\s?=.*)?\s?/?|(br)\s?/?',
    re.IGNORECASE | re.DOTALL,
)
#: A mark of change before the tag of a voice: the tag says more.
_MARK = re.compile(r'\s*(?:[-–—]|>{2,3})\s*')
_TIME = re.compile(r'(?:\d{2,}:)?\d{2}:\d{2}\.\d{3}')


class Span(NamedTuple):
    """Words of one voice."""

    voice: str
    #: The classes of the voice, as in ``<v.host Ada>``.
    classes: tuple[str, ...]
    text: str


def words_of(text: str, voices: Container[str]) -> tuple[str, str] | None:
    """Return voice and words of most cues of most files: nothing but the words of one voice.

    :param voices: those that were read before; of others nothing is returned
    """
    if text[:3] != '<v ' or '&' in text:
        return None
    voice, _, words = text[3:].removesuffix('</v>').partition('>')
    is_whole = '<' not in voice and '<' not in words
    return (voice, words) if is_whole and voice in voices and words.strip() else None


def spans(text: str) -> tuple[list[Span], bool]:
    """Split cue text into the words of each voice, without tags and with entities decoded.

    :return: the spans, and whether all is as the specification wants it; a tag that it doesn't
        know would be dropped, but here stays text, for it may be ``<laughs>`` or ``a < b``
    """
    if '<' not in text:
        return [Span('', (), unescape(text) if '&' in text else text)], True
    found: list[Span] = []
    voices: list[tuple[str, tuple[str, ...]]] = [('', ())]
    words = ''
    exact = True
    position = 0
    for match in _TAG.finditer(text):
        words += text[position : match.start()]
        position = match.end()
        name = match[1]
        if not match[2] or not (_KNOWN.fullmatch(name) or _TIME.fullmatch(name)):
            foreign = _FOREIGN.fullmatch(name) if match[2] else None
            words += match[0] if foreign is None else '\n' if foreign[1] else ''
            exact = exact and foreign is not None
        elif voice := _VOICE.match(name):
            found.append(Span(*voices[-1], unescape(words)))
            classes = tuple(filter(None, voice[1].split('.')))
            voices.append((' '.join(unescape(name[voice.end() :]).split()), classes))
            words = ''
        elif name.strip() == '/v' and len(voices) > 1:
            found.append(Span(*voices.pop(), unescape(words)))
            words = ''
    found.append(Span(*voices[-1], unescape(words + text[position:])))
    return [span for span in found if span.text.strip() and not _is_mark(span, found)], exact


def _is_mark(span: Span, spans: list[Span]) -> bool:
    return not span.voice and len(spans) > 1 and _MARK.fullmatch(span.text) is not None
