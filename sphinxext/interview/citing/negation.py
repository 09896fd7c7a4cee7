"""Words that deny, of many languages: whether a change of words turns their sense round.

For each language its negative particles, pronouns and adverbs, as its grammars list them, but for
those that are a frequent word of another language and deny nothing there (Romanian *nu*, Dutch *noch*).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

#: Whole words, as regular expressions.
_WORDS: Final = {
    'en': r"no|not|never|none|nobody|no-one|nothing|nowhere|neither|nor|without|cannot|hardly|barely|scarcely|nope|"
    r"\w+n't|(?:do|does|did|is|are|was|were|would|could|should|has|have|had|ca|wo|ai|must|need)nt",
    'de': r'nicht|kein\w*|nie|niemals|niemand\w*|nichts|nirgend\w*|ohne|weder|kaum|nein',
    'fr': r"ne|n'|pas|jamais|non|rien|aucune?s?|nulle?|sans|ni|guère",
    'es, pt': r'nunca|jamás|nada|nadie|ningun[oa]s?|ningún|tampoco|sin|não|ninguém|nenhum[as]?|nem|sem',
    'it': r'mai|nessun\w*|niente|nulla|né|neanche|nemmeno|senza',
    'nl': r'niet|niets|geen|nooit|niemand|nergens|zonder',
    'da, no, sv': r'ikke|ikkje|inte|ej|aldrig|aldri|ingen|inga|inget|intet|ingenting|uden|uten|utan',
    'fi': r'ei|emme|ette|eivät|älä|ilman',
    'pl, cs, sk, hr, sr': r'nie|nigdy|nikt|nic|żad\w+|bez|nikdy|nikdo|není|nejsou|žádn\w+|nije|nisu|nikad\w*|nitko|niko|ništa|nema',
    'ru, uk, bg': r'не|нет|ни|никогда|никто|ничего|ничто|нигде|нельзя|без|ні|немає|ніколи|ніхто|нічого|никой|нищо',
    'ro': r'niciodată|nimeni|nimic|fără',
    'el': r'δεν|δε|μην|μη|όχι|ποτέ|κανείς|κανένας|τίποτα|χωρίς',
    'hu, tr': r'nem|soha|nincs|senki|semmi|nélkül|değil|yok|hiç|asla|hayır',
    'ar, fa, he': r'لا|لم|لن|ليس|ليست|غير|بدون|نه|نیست|هرگز|לא|אין|בלי|אינו|אינה|אינם',
    'hi': r'नहीं|नही|न|मत|बिना',
    'id, vi': r'tidak|bukan|belum|jangan|tanpa|không|chẳng|chưa|đừng',
    'ko': r'\w*(?:않|없|아니|못하|못했)\w*|안|못',
}  # fmt: skip
#: Parts of a run of letters, in scripts without spaces.
_LETTERS: Final = {
    'zh': r'[不没沒无無勿莫]|未(?![来來])|非(?!常)|别(?![的人])',
    'ja': r'な(?:い|か[っろ]|く|けれ)|ませ?ん|ずに|ざる',
    'th, lo, km': r'ไม่|ບໍ່|មិន',
}
#: What makes a word its opposite: *unhappy*, *impossible*.
_OPPOSITE: Final = r'(?:un|in|im|il|ir|dis|non)-?'


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    # At first use, for only omissions and brackets ask
    return (
        re.compile('|'.join(_WORDS.values()), re.IGNORECASE),
        re.compile('|'.join(_LETTERS.values())),
    )


def denies(words: Sequence[str]) -> bool:
    """Whether there is a negation among *words*."""
    word, letters = _patterns()
    return any(map(word.fullmatch, words)) or letters.search(''.join(words)) is not None


def turns_round(left_out: Sequence[str], put_in: Sequence[str]) -> bool:
    """Whether a negation is lost or added where *put_in* stands for *left_out*."""
    return denies(left_out) != denies(put_in) or _has_opposites(left_out, put_in)


def _has_opposites(some: Iterable[str], others: Sequence[str]) -> bool:
    pairs = ((one.casefold(), other.casefold()) for one in some for other in others)
    return any(
        len(one) != len(other)
        and re.fullmatch(_OPPOSITE + re.escape(min(one, other, key=len)), max(one, other, key=len))
        for one, other in pairs
    )
