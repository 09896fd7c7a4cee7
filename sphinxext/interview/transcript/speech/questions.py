"""The short question: what stands for an exchange in a contents list or a link."""

from __future__ import annotations

import re

#: Latin, full-width, Arabic, Greek (U+037E).
_MARKS = '?？؟\u037e'
_CLOSING = '"\'’”»)\\]」』'
#: The end of a sentence: marks and closing quotes before a space; full-width marks need none.
_END = re.compile(rf'[.!…{_MARKS}]+[{_CLOSING}]*(?=\s|$)|[。！？]+[{_CLOSING}]*')
_ABBREVIATION = re.compile(
    r'(?:^|[\s(\[“"])'
    r'(?:[^\W\d_]|Dr|Mrs?|Ms|Mx|Prof|Rev|Sen|St|Jr|Sr|vs|e\.g|i\.e|cf|No|Mt|Mme)\.$'
)
_ASKS = re.compile(rf'[{_MARKS}][.!{_CLOSING}]*$')
LENGTH = 120


def short_question(text: str) -> str:
    """Return the last sentence that ends in a question mark, else the first sentence.

    At most 120 characters, cut at a word.
    """
    sentences = split_sentences(text)
    asked = [sentence for sentence in sentences if _ASKS.search(sentence)]
    return _cut((asked[-1:] or sentences[:1] or [''])[0])


#: How people ask without a question mark: “Tell us about …”.
_REQUEST = re.compile(
    r"""(?:(?:so|and|well|please|first|now|then|could you|can you|\w{2,20},)[,:]?\s+){0,3}
    (?:tell|describe|explain|talk|walk|share|introduce|give\s(?:us|me)|take\s(?:us|me)|elaborate|
    erzähl\w*|beschreib\w*|erklär\w*|racont\w*|parl\w*|décri\w*|expliqu\w*|présent\w*|
    cuént\w*|háblan\w*|descr[ií]b\w*|explí\w*|cont[ei]-?nos|fal[ea]|raccont\w*|расскаж\w*|опиш\w*)\b
    |请|請|.{0,80}(?:ください|お願いします|教えて|주세요|介绍一下)""",
    re.IGNORECASE | re.VERBOSE,
)


def asks(text: str) -> bool:
    """Whether *text* as a whole asks: it ends in a question mark, or requests to tell something."""
    return _ASKS.search(text.rstrip()[-12:]) is not None or _REQUEST.match(text) is not None


def is_question(text: str) -> bool:
    """Whether somebody asks something in *text*."""
    return any(mark in text for mark in _MARKS)


def split_sentences(text: str) -> list[str]:
    """Split at full stops, exclamation and question marks, not after ``Dr.`` or an initial."""
    sentences: list[str] = []
    start = 0
    for match in _END.finditer(text):
        before = text[max(start, match.end() - 12) : match.end()]
        if _ABBREVIATION.search(before):
            continue
        sentences.append(text[start : match.end()].strip())
        start = match.end()
    rest = text[start:].strip()
    return [*sentences, rest] if rest else sentences


def _cut(sentence: str) -> str:
    sentence = ' '.join(sentence.split())
    if len(sentence) <= LENGTH:
        return sentence
    return sentence[: LENGTH - 1].rsplit(' ', 1)[0].rstrip(',;:–—- ') + '…'
