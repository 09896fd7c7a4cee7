"""Words that tell a speaker's role, or that a label is no speaker."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from ..model import Role

#: Labels that mean whoever asks, in the languages that have a custom of it.
ASKING: Final = frozenset(
    'q question interviewer host co-host moderator reporter p pregunta pergunta f frage d domanda '
    'в вопрос 问 主持人 問 문 ש س'.split()
)
#: Labels that mean whoever answers.
ANSWERING: Final = frozenset(
    'a answer interviewee guest narrator r respuesta resposta réponse antwort risposta '
    'о ответ 答 嘉宾 답 ת ج'.split()
)
_OTHER = re.compile(
    r'(?:audience(?: member)?|speaker|male|female|caller|participant|voice)[ _-]?\w{0,3}'
    r'|operator|all|both|everyone|unknown|inaudible'
)

#: No speaker, although it looks like one.
STOP: Final = frozenset(
    """
    note notes nb warning tip hint caution example examples source sources slides date location
    place time title link links tweet agenda topic topics summary update ps todo proposal resolution
    issue paper important remember answer: monday tuesday wednesday thursday friday saturday sunday
    january february march april may june july august september october november december
    break music clip ad jingle sample intro outro
    hinweis achtung beispiel quelle quellen datum ort titel zusammenfassung
    remarque attention exemple nota ejemplo fuente fecha lugar
    """.split()
)
CONNECTORS: Final = frozenset(
    'de van von der den la le da di del du bin al el of the and at from y e zu ten ter af av'.split()
)


def role_of(label_key: str) -> Role | None:
    """Return the role that a label's *key* alone tells: ``q``, ``host``, ``speaker 2``."""
    if label_key in ASKING:
        return 'interviewer'
    if label_key in ANSWERING:
        return 'interviewee'
    return 'participant' if _OTHER.fullmatch(label_key) else None


def is_unknown(label_key: str) -> bool:
    """Whether a label says that nobody knows who speaks: ``?``."""
    return bool(label_key) and not label_key.strip('?')


@lru_cache(1000)
def is_nameish(name: str) -> bool:
    """Whether *name* has the form of a person's or group's name."""
    words = re.sub(r'\([^()]*\)', '', name).split()
    if not 1 <= len(words) <= 5 or name.casefold() in STOP or words[0].casefold() in STOP:
        return False
    capital = False
    for word in words:
        letter = next((sign for sign in word if sign.isalpha()), '')
        has_no_case = letter.lower() == letter.upper()
        if letter and (has_no_case or letter.isupper()):
            capital = True
        elif letter and word not in CONNECTORS:
            return False
    return capital
