"""How quotations and speech are written: one table of conventions, and the tokens that it gives.

The conventions are those of style manuals (MLA Handbook 6.54–6.63, Chicago Manual 12.59–12.72,
APA Manual 8.30–8.32). Words are compared whole; spaces between tokens, and how quotation marks, dashes
and ellipses look, mean nothing.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: One class, for a quotation in a quotation changes from double to single marks.
_QUOTES: Final = '"`’“”‘‚‛′´„‟«»″‹›＂＇׳״「」『』'
#: What a turn has in place of words that are known only later: the text of a link.
UNKNOWN: Final = '\ufffc'
#: What it has in place of what is no part of the words: the number of a footnote.
SKIPPED: Final = '\ufff9'
_NOTHING: Final = re.compile(f'[\u00ad\u200b-\u200f\u2060\ufeff{SKIPPED}]')
#: What compatibility normalisation would make digits of: 2² isn't 22, nor 1½ 11/2.
_POWERS: Final = re.compile('([²³¹¼-¾⁰-₟⅐-↉]+)')
_DASHES: Final = r'\s?[–—―−‒⸺-](?:\s?[–—―−‒⸺-])+\s?|\s?[–—―−‒⸺]\s?|(?<=\s)-(?=\s)'
_HYPHENS: Final = str.maketrans('‐‑', '--')
_ELLIPSIS: Final = r'\.(?:\s?\.){2,}'

#: Scripts without spaces between words: each letter, with its marks, is a token.
_UNSPACED = (
    '\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fff\u3005-\u3007\u3031-\u3035\u3040-\u30ff'
    '\u3100-\u312f\u31a0-\u31ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff'
)
_UNSPACED_MARKS = (
    '\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u102b-\u103e\u1056-\u1059'
    '\u17b4-\u17d3\u3099\u309a'
)
#: Marks that combine with letters, which Python doesn't take for parts of words.
_MARKS = (
    '\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a'
    '\u064b-\u065f\u0670\u06d6-\u06ed\u0711\u0730-\u074a\u07a6-\u07b0\u0900-\u0963\u0966-\u0dff'
    '\u0f00-\u0fbc\u1920-\u193b\u1a17-\u1aad'
)
_LETTER = rf'(?:(?![{_UNSPACED}])[\w{_MARKS}])'
_OMITTED = r'(?:[….](?:\s?[….]){0,9}|中略|前略|後略|以下略|略|省略|중략|생략)'
_REMARK = (
    r'sic!?|(?:my |our )?(?:emphasis|italics)'
    r'(?: (?:is |are )?(?:added|mine|ours|supplied|in (?:the )?original))?'
)
_EVENT = (
    r'laugh(?:s|ter|ing)?|chuckles?|giggles?|sighs?|pauses?|applause|cheers?|coughs?|sobs?|cries|crying|'
    r'silence|music|cross-?talk|inaudible|unintelligible|lacht|lachen|pause|beifall|rires?|rit|risas?|笑'
)

#: What a token may be, in this order. The first four are an editor's.
CONVENTIONS: Final = {
    # […], (...), （中略）, …, ..., . . .: something is left out
    'omission': rf'[\[(〔]\s?{_OMITTED}\s?[\])〕]|…[\s….]*|\.(?:\s?\.){{2,}}',
    # [sic], (emphasis added): said by the editor
    'remark': rf'[\[(]\s?(?i:{_REMARK})\s?[\])]',
    # [laughs]: happened, and wasn't said; a turn has whatever happens in such brackets: ⟦(a door)⟧
    'event': rf'[\[(]\s?(?i:{_EVENT})\s?[\])]|⟦[^⟦⟧]*⟧',
    # [T]he: the letter was of the other case
    'recased': rf'\[[^\W\d_]\](?={_LETTER}){_LETTER}+',
    # [the mill], us[e]: replaced or put in
    'bracket': rf'{_LETTER}*\[[^\[\]]+\]{_LETTER}*',
    # l’homme: an article that loses its vowel is a word
    'elision': rf"(?i:qu|[cdjlmnst])'(?={_LETTER})",
    # can’t, state-of-the-art, £3,200, 10:30, −5, 12 %, C++
    'word': (
        rf'(?:(?<!\w)[-−–](?=[$£€¥]?\d))?(?:[$£€¥]\s?(?=\d))?{_LETTER}+'
        rf"(?:(?:['.]|(?<=\d)[,:/](?=\d)|-(?!\d)|(?<!\d)-){_LETTER}+)*"
        rf'(?:[+#]+(?!\w)|(?<=\d)\s?[%‰])?'
    ),
    'letter': rf'[{_UNSPACED}][{_UNSPACED_MARKS}]*',
    'dash': r'[–—―−‒⸺]|-+',
    'mark': r'\S',
}  # fmt: skip
#: Nearly every word: letters that nothing goes on with. It is a 'word' below, too, but found later.
_PLAIN: Final = rf'[^\W\d_{_UNSPACED}]+(?=[.,;?!]?(?: |\Z))'
#: A text of such words, and a mark behind some of them.
_SIMPLE: Final = rf'[^\W\d_{_UNSPACED}]+(?:[.,;?!]? [^\W\d_{_UNSPACED}]+)*[.,;?!]?'
_WORDS_AND_MARKS: Final = re.compile(r'\w+|[.,;?!]')
#: The brackets of what happened.
_AROUND: Final = '⟦⟧[](){}<>♪ '


@cache
def _simple() -> re.Pattern[str]:
    # At first use, for many projects quote nothing
    return re.compile(_SIMPLE)


@cache
def _token() -> re.Pattern[str]:
    kinds = (f'(?P<{kind}>{pattern})' for kind, pattern in CONVENTIONS.items())
    return re.compile('|'.join([_PLAIN, *kinds]))


class Token(NamedTuple):
    """A word, a mark, or what an editor writes in their place."""

    #: One of `CONVENTIONS`.
    kind: str
    text: str
    #: Where it stands in the text, cleaned.
    start: int = 0
    end: int = 0


def tokens(text: str) -> Iterator[Token]:
    """Yield what *text* consists of; equal tokens are equal words, however they are typeset.

    :param text: `cleaned`
    """
    for match in _token().finditer(text):
        kind, found = match.lastgroup or 'word', match[0]
        match kind:
            case 'word' if not found.isalpha():
                found = found.replace(' ', '').replace('−', '-').replace('–', '-')
            case 'dash':
                found = '-'
            case 'event':
                found = found.strip(_AROUND).casefold()
            case 'recased':
                found = found[1] + found[3:]
        yield Token(kind, found, *match.span())


def simple_tokens(text: str) -> list[str]:
    """Return the texts of the `tokens` of most quotations: words that nobody has changed; else nothing.

    :param text: `cleaned`
    """
    return _WORDS_AND_MARKS.findall(text) if _simple().fullmatch(text) else []


def cleaned(text: str) -> str:
    """Return *text* with one sign for each kind of sign."""
    text = one_quote(text)
    if not text.isascii():
        parts = _POWERS.split(_NOTHING.sub('', text))
        parts[::2] = [unicodedata.normalize('NFKC', part) for part in parts[::2]]
        text = ''.join(parts).translate(_HYPHENS)
    return single_spaced(text)


def all_cleaned(texts: Sequence[str]) -> list[str]:
    """Return each of *texts*, `cleaned`: many short ones take less time together."""
    parts = cleaned('|'.join(texts)).split('|')
    if len(parts) != len(texts):  # one has that sign
        return [*map(cleaned, texts)]
    return [part.strip(' ') for part in parts]


def single_spaced(text: str) -> str:
    """Return *text* in one line, with one space where it has blanks."""
    text = text.replace('\n', ' ')
    while '  ' in text:
        text = text.replace('  ', ' ')
    return text.strip(' ') if text.isprintable() else ' '.join(text.split())


def one_quote(text: str, marks: str = _QUOTES) -> str:
    """Return *text*, in which all quotation *marks* look the same; the first two are those of ASCII."""
    for mark in marks[:2] if text.isascii() else marks:  # a pattern is slower
        text = text.replace(mark, "'")
    return text


def normalise(text: str) -> str:
    """Return *text* without what typesetting changes: quotes, dashes, spaces, ellipses."""
    return ' '.join(re.sub(_ELLIPSIS, '...', re.sub(_DASHES, '-', cleaned(text))).split())
