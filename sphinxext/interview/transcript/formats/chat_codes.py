"""The codes of CHAT inside the words: what was said, as one reads it.

Source: MacWhinney, The CHILDES Project, part 1, “CHAT Transcription Format”, chapters 8 to 10.
"""

from __future__ import annotations

import re
from typing import Final

#: Start and end in milliseconds, and links to pictures, between bullets.
_BULLET = re.compile('[\x15•][^\x15•]{0,200}[\x15•]')
#: A code in brackets: ``[//]``, ``[*]``, ``[: target]``; some hold words.
_CODE = re.compile(r'\[([^\[\]]{0,1000})\]')
#: Pauses, and times in the middle of a line.
_PAUSE = re.compile(r'\((?:\.{1,3}|[0-9]{1,3}:?[0-9]{0,3}\.?[0-9]{0,3})\)')
#: Codes at the end of an utterance, and how they are printed.
_ENDS: Final = {
    '+...': '…',
    '+..?': '…?',
    '+!?': '!?',
    '+/.': '—',
    '+/?': '—?',
    '+//.': '—',
    '+//?': '—?',
    '+.': '—',
    '+"/.': ':',
    '+".': '.',
    '‡': ',',
    '„': ',',
}
#: Codes at the start of an utterance: overlap, quotation, completion.
_LINKS: Final = frozenset({'+<', '+^', '+,', '++', '+"', '+≈', '+≋', '+++'})
_UNHEARD: Final = {
    'xxx': '[unintelligible]',
    'xx': '[unintelligible]',
    'yyy': '[unintelligible]',
    'yy': '[unintelligible]',
    'www': '[not transcribed]',
}
#: Intonation, stress, loudness, overlap: how something is said.
_SIGNS = re.compile('[↑↓→↗↘⇗⇘⌈⌉⌊⌋∆∇°▁▔☺♋∬∾⁑⤇☡§↫≈≋∙Ἡ«»⁎◉≠ˈˌ≡⤆\u0002-\u0008]')
_SUFFIX = re.compile(r'(?<=\w)@[\w:$+&-]{0,40}')
#: ``an(d)``, ``(be)cause``: sounds that were left out of a word.
_SHORTENED = re.compile(r'(?<=\w)\((\w+)\)|\((\w+)\)(?=[\w(])')
#: ``each_other``, ``ice+cream``: two words.
_COMPOUND = re.compile(r'_|(?<=\w)\+(?=\w)')
#: ``ki:te``, ``no::``; a single one behind a word may be a colon.
_LENGTHENED = re.compile(r'(?<=[^\W\d])(?::+(?=\w)|::+)')
_NO_SPACE = re.compile(r' (?=[.?!,;:…—”](?:[.?!,;:…—” ]|$))|(?<=“) ')
_MARKS: Final = frozenset('.?!,;:…—“”"')


def spoken(text: str) -> str:
    """Return the words of a main tier; events are in brackets."""
    text = _PAUSE.sub(' ', _CODE.sub(_in_brackets, _BULLET.sub(' ', text)))
    text = _SIGNS.sub('', text.replace('<', ' ').replace('>', ' '))
    words = [word for part in _parts(text) for word in ([part] if part[0] == '[' else _word(part))]
    if all(word[0] == '[' or word in _MARKS for word in words):
        return ' '.join(word for word in words if word[0] == '[')
    return _NO_SPACE.sub('', ' '.join(words)).strip()


def _parts(text: str) -> list[str]:
    """Split at blanks, but not inside of brackets."""
    return re.findall(r'\[[^\[\]]*\]|[^\s\[]+|\[', text)


def _in_brackets(code: re.Match[str]) -> str:
    """Return how a code in brackets is printed: what somebody did, or means; or nothing."""
    kind, _, words = code[1].strip().partition(' ')
    words = ' '.join(words.split())
    return f' [{words}] ' if kind in {'=!', '=', '%'} and words else ' '


def _word(word: str) -> list[str]:
    """Return how a word is printed; nothing for one that wasn't said."""
    if word in _LINKS:
        return []
    if word in _ENDS:
        return [_ENDS[word]]
    if word[0] == '&' and len(word) > 1:
        return _special(word)
    if word in _UNHEARD or word.partition('@')[0] in _UNHEARD:
        return [_UNHEARD[word.partition('@')[0]]]
    if word[0] == '0' and not word[1:2].isdigit():  # an action, or a word left out
        return []
    if word.startswith(('+"', '+<')):
        word = word[2:]
    word = _SHORTENED.sub(r'\1\2', _SUFFIX.sub('', word))
    word = _LENGTHENED.sub('', word)
    word = _COMPOUND.sub(' ', word.replace('^', '')).strip()
    return [word] if word else []


def _special(word: str) -> list[str]:
    """Return what ``&`` stands before: an event, a filler, a fragment, somebody else's word."""
    kind, rest = word[1:2], word[2:]
    if kind == '=':
        return [f'[{" ".join(re.split("[_:]", rest))}]']
    if kind == '{':  # the start of something that lasts
        return [f'[{" ".join(re.split("[_:=]", rest)[1:])}]'] if '=' in rest else []
    if kind == '}':
        return []
    if kind == '*':
        who, _, what = rest.partition(':')
        return [f'[{who}: {" ".join(what.split("_"))}]']
    bare = word.lstrip('&-+~')
    if bare in _UNHEARD:
        return [_UNHEARD[bare]]
    found = _word(bare) if bare else []
    return [f'{found[0]}-'] if kind == '+' and found else found
