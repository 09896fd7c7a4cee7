"""The short question: what stands for an exchange in a contents list or a link."""

from __future__ import annotations

import re

#: Latin, full-width, Arabic, Greek (U+037E).
_MARKS = '?？؟\u037e'
_CLOSING = '"\'’”»)]」』'
#: What a question ends with, and what may stand behind it.
_ASKING, _BEHIND = tuple(_MARKS), f'.!{_CLOSING}'
_STOPS = f'.!…{_MARKS}。！'
#: What may end a sentence: marks and closing quotes. `re` finds a sign twice as fast as a run of them.
_END = re.compile(rf'[{_STOPS}][{_STOPS}]*+[{re.escape(_CLOSING)}]*+')
#: These need no space behind them.
_WIDE = frozenset('。！？')
_ABBREVIATION = re.compile(
    r'(?:^|[\s(\[“"])'
    r'(?:[^\W\d_]|Dr|Mrs?|Ms|Mx|Prof|Rev|Sen|St|Jr|Sr|vs|e\.g|i\.e|cf|No|Mt|Mme)\.$'
)
#: Particles that end questions in Japanese and Chinese.
_PARTICLE = re.compile(rf'(?:か|[吗呢])[。．]?[{re.escape(_CLOSING)}]*$')
LENGTH = 120
#: So few words don't say what is asked; in scripts without spaces, so few bytes.
_SHORTEST, _SHORTEST_DENSE = 2, 18


def short_question(text: str) -> str:
    """Return the question that stands for *text*, else its first sentence that does more than greet.

    Of the last run of sentences that end in a question mark it is the first that says what is asked:
    “How do you tune it? And why?” is about the first, “Is that so? Since when do you tune pianos?”
    about the second. At most 120 characters, cut at a word.
    """
    sentences = split_sentences(text)
    run: list[str] = []
    for sentence in reversed(sentences):
        if _ends_asking(sentence):
            run.append(sentence)
        elif run:
            break
    if not run:
        return _cut(_statement(sentences))
    if len(run) == 1:
        return _cut(run[0])
    run.reverse()
    long = [question for question in run if _says_much(question)]
    return _cut(next((q for q in long if not _points_back(q)), (long or run[-1:])[0]))


def _ends_asking(sentence: str) -> bool:
    """Whether a question mark stands at the end, or before what closes behind it."""
    return sentence.rstrip(_BEHIND).endswith(_ASKING)


def _says_much(question: str) -> bool:
    """Whether a question is more than “And why?” or “Right?”."""
    return len(question.split()) > _SHORTEST or len(question.encode()) > _SHORTEST_DENSE


#: What stands for something that was said before.
_POINTER = re.compile(r'\b(?:[Ii]t|[Tt]hem|[Tt]hat)\b')
#: What a question has besides what it is about.
_SMALL = frozenset(
    """
    it them that how what why when where who which whose is are was were am be been being do does did done have
    has had will would can could should may might must shall you your i me my we us our they he she
    his her their there here the a an of to in on at for with from by about as and or but so if then
    than just really also still ever even too more much many well right not out up all now s t re ve
    d ll don didn isn wasn doesn aren couldn wouldn
    """.split()
)
_WORD = re.compile(r'[^\W\d_]+')


def _points_back(question: str) -> bool:
    """Whether a question is about “it”, “them” or “that” alone: “How did you overcome them?”."""
    return (
        _POINTER.search(question) is not None
        and len(set(_WORD.findall(question.lower())) - _SMALL) < 2
    )


def _statement(sentences: list[str]) -> str:
    """Return the first sentence of those that don't ask, but for greetings before it."""
    # It looks itself whether somebody asks
    from .greetings import greets

    first = sentences[0] if sentences else ''
    return next((sentence for sentence in sentences if not greets(sentence)), first)


#: How people ask without a question mark: “Tell us about …”.
_REQUEST = re.compile(
    r"""(?:(?:so|and|well|please|first|now|then|could you|can you|\w{2,20},)[,:]?\s+){0,3}
    (?:tell|describe|explain|talk|walk|share|introduce|name|say\s\w+\sabout|give\s(?:us|me)|take\s(?:us|me)|elaborate|
    erzähl\w*|beschreib\w*|erklär\w*|racont\w*|parl\w*|décri\w*|expliqu\w*|présent\w*|
    cuént\w*|háblan\w*|descr[ií]b\w*|explí\w*|cont[ei]-?nos|fal[ea]|raccont\w*|расскаж\w*|опиш\w*)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_REQUEST_DENSE = re.compile('请|請|.{0,80}(?:ください|お願いします|教えて|주세요|부탁|介绍一下)')


def asks(text: str) -> bool:
    """Whether *text* as a whole asks: it ends in a question mark, or requests to tell something."""
    end = text.rstrip(' *_\n')[-12:]
    if _ends_asking(end) or _REQUEST.match(text):
        return True
    return not text.isascii() and bool(_PARTICLE.search(end) or _REQUEST_DENSE.match(text))


def is_question(text: str) -> bool:
    """Whether somebody asks something in *text*."""
    # Each look is quicker than one for any of them
    return '?' in text or '？' in text or '؟' in text or '\u037e' in text


def split_sentences(text: str) -> list[str]:
    """Split at full stops, exclamation and question marks, not after ``Dr.`` or an initial."""
    sentences: list[str] = []
    start = 0
    for match in _END.finditer(text):
        end = match.end()
        if text[end : end + 1].strip() and _WIDE.isdisjoint(match[0]):
            continue
        if text[end - 1] == '.' and _ABBREVIATION.search(text[max(start, end - 12) : end]):
            continue
        sentences.append(text[start:end].strip())
        start = end
    rest = text[start:].strip()
    return [*sentences, rest] if rest else sentences


def _cut(sentence: str) -> str:
    sentence = ' '.join(sentence.split())
    if len(sentence) <= LENGTH:
        return sentence
    return sentence[: LENGTH - 1].rsplit(' ', 1)[0].rstrip(',;:–—- ') + '…'
