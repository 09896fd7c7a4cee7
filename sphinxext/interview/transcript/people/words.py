"""Words that tell a speaker's role, or that a label is no speaker."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from ..model import Role

#: Labels that mean whoever asks, in the languages that have a custom of it.
ASKING: Final = frozenset(
    """
    q question interviewer interviewers int host co-host cohost moderator reporter journalist
    i iv p pregunta f frage interviewerin moderatorin journalistin d domanda intervieweur
    intervieweuse journaliste animateur animatrice entrevistador entrevistadora periodista
    entrevistador(a) intervistatore intervistatrice giornalista pergunta jornalista vraag
    fråga spørgsmål spørsmål kysymys pytanie otázka kérdés soru întrebare ερώτηση
    в вопрос журналист журналистка корреспондент корреспондентка интервьюер ведущий ведущая питання
    问 提问 记者 記者 主持人 采访者 採訪者 問 司会 聞き手 インタビュアー 編集部
    문 질문 질문자 기자 진행자 사회자 ש שאלה מראיין س سؤال المحاور المذيع
    """.split()
)
#: Labels that mean whoever answers.
ANSWERING: Final = frozenset(
    """
    a answer interviewee interviewees res respondent ie guest narrator witness deponent
    r respuesta resposta réponse antwort risposta antwoord svar vastaus odpowiedź odpověď válasz
    cevap răspuns απάντηση entrevistado entrevistada interviewé interviewée intervistato intervistata
    interviewte interviewter interviewpartner interviewpartnerin gast invité invitée invitado invitada
    о ответ респондент гость гостья відповідь 答 嘉宾 嘉賓 受访者 受訪者 話し手 ゲスト
    답 대답 답변 답변자 게스트 ת תשובה ج جواب الضيف
    """.split()
)
_OTHER = re.compile(
    r'(?:audience(?: member)?|speaker|male|female|caller|participant|voice|sprecher(?:in)?|спикер'
    r'|locuteur|orateur|hablante|说话人|发言人|話者|화자)[ _-]?(?:no\.?|№)?\s?\w{0,3}'
    r'|operator|all|both|everyone|unknown|inaudible|the (?:court|clerk|chair(?:man|woman)?)'
)
_DENSE = re.compile('[\u3040-\u30ff\u3400-\u9fff]')
_LONGEST_DENSE = 8
#: What Chinese clauses end in, and names hardly.
_CLAUSE = re.compile('.{2,}[是下就的以了如]$')
_NUMBERED = re.compile(r'(\D{2,20}?)[ _-]?\d{1,2}')

#: No speaker, although it looks like one.
STOP: Final = frozenset(
    """
    note notes nb warning tip tips hint caution example examples source sources slides date location
    place time title link links tweet agenda topic topics summary update ps todo proposal resolution
    issue paper important remember monday tuesday wednesday thursday friday saturday sunday
    january february march april may june july august september october november december
    break music clip ad jingle sample intro outro
    disclaimer contact goal goals wifi poll venue registration deadline attendees answered
    verse chorus refrain bridge step decision decisions action actions food drink ingredients added
    fixed changed removed deprecated security info result results conclusion reference
    references translator translators author authors editor editors photo image figure table
    transcript transcription recording subject attachment cc fwd re abstract keywords data tl;dr
    however also finally first second third yes no ok okay well so
    hinweis achtung beispiel quelle quellen datum ort titel zusammenfassung anmerkung bild foto
    remarque attention exemple nota ejemplo fuente fecha lugar résumé p.s p.s.
    例如 比如 注意 提示 说明 總之 总之 备注 警告 译注 注 例 補足 参考 附注 校对 译者 作者 来源
    たとえば 例えば つまり 예 참고 주의 примечание пример источник важно внимание
    """.split()
)
CONNECTORS: Final = frozenset(
    'de van von der den la le da di del du bin al el of the and at from y e zu ten ter af av'.split()
)


def role_of(label_key: str) -> Role | None:
    """Return the role that a label's *key* alone tells: ``q``, ``host``, ``speaker 2``."""
    numbered = _NUMBERED.fullmatch(label_key)
    word = numbered[1] if numbered else label_key
    if word in ASKING:
        return 'interviewer'
    if word in ANSWERING:
        return 'interviewee'
    return 'participant' if _OTHER.fullmatch(label_key) else None


def is_unknown(label_key: str) -> bool:
    """Whether a label says that nobody knows who speaks: ``?``."""
    return bool(label_key) and not label_key.strip('?')


@lru_cache(1000)
def is_nameish(name: str) -> bool:
    """Whether *name* has the form of a person's or group's name, without what they are."""
    words = re.sub(r'\([^()]*\)|\[[^\[\]]*\]|,\s.*', '', name).split()
    if not 1 <= len(words) <= 5 or name.casefold() in STOP or words[0].casefold() in STOP:
        return False
    is_dense = len(words) == 1 and _DENSE.match(words[0])
    if is_dense and (len(words[0]) > _LONGEST_DENSE or _CLAUSE.match(words[0])):
        return False  # a clause of a script that has no spaces
    capital = False
    for word in words:
        letter = next((sign for sign in word if sign.isalpha()), '')
        has_no_case = letter.lower() == letter.upper()
        if letter and (has_no_case or letter.isupper()):
            capital = True
        elif letter and word not in CONNECTORS:
            return False
    return capital
