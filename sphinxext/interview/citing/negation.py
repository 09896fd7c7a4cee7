"""Words that deny: whether a change of words turns their sense round.

For each language its negative particles, pronouns and adverbs, as its grammars list them. A word that
denies in one language may be common in another and deny nothing there: Portuguese *no* is “in the”.
So in every interview count the words of its own language, and of the others those that are safe.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from .terms import primary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

#: Whole words; a star stands for any letters.
WORDS: Final = {
    'ar': 'لا لم لن ليس ليست غير بدون',
    'bg': 'не нито никога никой нищо никъде без',
    'cs': 'ne není nejsou nebyl* nemá* nikdy nikdo nic nikde žádn* ani bez',
    'da': 'ikke ej aldrig ingen intet ingenting uden nej',
    'de': 'nicht kein* nie niemals niemand* nichts nirgend* ohne weder kaum nein',
    'el': 'δεν δε μην μη όχι ποτέ κανείς κανένας τίποτα χωρίς',
    'en': "no not never none nobody no-one nothing nowhere neither nor without cannot hardly barely scarcely nope *n't "
    'dont doesnt didnt isnt arent wasnt werent wouldnt couldnt shouldnt hasnt havent hadnt cant wont aint mustnt neednt',
    'es': 'no nunca jamás nada nadie ningun* ningún tampoco sin ni',
    'fa': 'نه نیست نبود هرگز بدون هیچ',
    'fi': 'ei en et emme ette eivät älä ilman',
    'fr': "ne n' pas jamais non rien aucun aucune aucuns aucunes nul nulle nuls nulles sans ni guère",
    'he': 'לא אין בלי אינו אינה אינם',
    'hi': 'नहीं नही न मत बिना',
    'hr': 'ne nije nisu nisam nikad* nitko ništa nema bez',
    'hu': 'nem ne sem soha nincs* senki semmi nélkül',
    'id': 'tidak bukan belum jangan tanpa',
    'it': 'non no mai nessun* niente nulla né neanche nemmeno neppure senza',
    'ko': '*않* *없* *아니* *못하* *못했* 안 못',
    'nl': 'niet niets geen nooit niemand nergens noch zonder nee',
    'no': 'ikke ikkje ei aldri ingen inga intet ingenting uten utan nei',
    'pl': 'nie nigdy nikt nic nigdzie żad* ani bez',
    'pt': 'não nunca jamais nada ninguém nenhum* nem sem tampouco',
    'ro': 'nu niciodată nimeni nimic nici niciun* fără',
    'ru': 'не нет нету ни никогда никто ничего ничто нигде нельзя без',
    'sk': 'nie nikdy nikto nič nikde žiadn* ani bez',
    'sr': 'ne nije nisu nisam nikad* niko ništa nema bez не није нису никад* нико ништа нема без',
    'sv': 'inte ej icke aldrig ingen inga inget ingenting utan nej',
    'tr': 'değil yok hiç asla hayır',
    'uk': 'не ні немає ніколи ніхто нічого ніде без',
    'vi': 'không chẳng chưa đừng',
}  # fmt: skip
#: Those of these words that another language has too, and denies nothing with: the language, and what
#: it means there.
ELSEWHERE: Final = {
    'ani': ('tr', 'sudden'),
    'ej': ('pl', 'hey'),
    'ei': ('de', 'egg'),
    'en': ('fr', 'in'),
    'et': ('fr', 'and'),
    'mai': ('de', 'May'),
    "n'": ('en', 'and'),
    'nada': ('hr', 'hope'),
    'ne': ('it', 'of it'),
    'nei': ('it', 'in the'),
    'ni': ('sv', 'you'),
    'niko': ('fi', 'a name'),
    'no': ('pt', 'in the'),
    'noch': ('de', 'still'),
    'not': ('de', 'need'),
    'nu': ('nl', 'now'),
    'nul': ('nl', 'zero'),
    'né': ('fr', 'born'),
    'pas': ('nl', 'only just'),
    'sem': ('cs', 'hither'),
    'sin': ('en', 'sin'),
    'ни': ('bg', 'us'),
}
#: Parts of a run of letters, in scripts without spaces, as regular expressions.
_LETTERS: Final = {
    'zh': r'[不没沒无無勿莫]|未(?![来來])|非(?!常)|别(?![的人])',
    'ja': r'な(?:い|か[っろ]|く|けれ)|ませ?ん|ずに|ざる',
    'th': r'ไม่|ບໍ່|មិន',
}
#: What makes a word its opposite: *unhappy*, *impossible*.
_OPPOSITE: Final = r'(?:un|in|im|il|ir|dis|non)-?'
#: Codes that mean the same language as another.
_SAME: Final = {'nb': 'no', 'nn': 'no', 'bs': 'hr', 'ms': 'id'}


def turns_round(left_out: Sequence[str], put_in: Sequence[str], language: str = '') -> bool:
    """Whether a negation is lost or added where *put_in* stands for *left_out*.

    :param language: as Sphinx or BCP 47 names it; empty where nobody knows
    """
    known = primary(language)
    lost, added = (denies(words, _SAME.get(known, known)) for words in (left_out, put_in))
    return lost != added or _has_opposites(left_out, put_in)


def denies(words: Sequence[str], language: str = '') -> bool:
    """Whether there is a negation among *words*."""
    word, letters = _patterns(language if language in {*WORDS, *_LETTERS} else '')
    return any(map(word.fullmatch, words)) or letters.search(''.join(words)) is not None


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    # At first use, for only omissions and brackets ask
    words = '|'.join(re.escape(word).replace(r'\*', r'\w*') for word in _words(language))
    # Japanese has the letters of Chinese negations in words that deny nothing
    letters = [_LETTERS['ja']] if language == 'ja' else _LETTERS.values()
    return re.compile(words, re.IGNORECASE), re.compile('|'.join(letters))


def _words(language: str) -> Iterator[str]:
    for name, words in WORDS.items():
        yield from (word for word in words.split() if name == language or word not in ELSEWHERE)


def _has_opposites(some: Iterable[str], others: Sequence[str]) -> bool:
    pairs = ((one.casefold(), other.casefold()) for one in some for other in others)
    return any(
        len(one) != len(other)
        and re.fullmatch(_OPPOSITE + re.escape(min(one, other, key=len)), max(one, other, key=len))
        for one, other in pairs
    )
