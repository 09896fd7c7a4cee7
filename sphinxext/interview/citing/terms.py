"""What reference styles say in each language: words, marks and the order of a date.

The terms are those of the locales of CSL where these are idiomatic for interviews.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of one language, as they stand inside a sentence.

    A name, date or number comes where braces stand.
    """

    language: str
    #: Between the last two of several names.
    conjunction: str
    others: str
    #: Whether a comma stands before the conjunction too, where a style has it.
    has_serial_comma: bool
    interview: str
    interview_by: str
    #: One, and several.
    interviewers: tuple[str, str]
    no_date: str
    circa: str
    accessed: str
    #: Before an address, with the date of access.
    retrieved: str
    online: str
    available: str
    question: str
    paragraph: str
    section: str
    chapter_in: str
    #: In full, and in notes.
    edited_by: tuple[str, str]
    translated_by: tuple[str, str]
    editors: tuple[str, str]
    translator: str
    edition: str
    volume: str
    number: str
    pages: tuple[str, str]
    private: str
    #: Outside, and inside of others.
    quotes: tuple[str, str, str, str]
    #: Whether a comma or full stop stands before the closing mark.
    is_mark_quoted: bool
    day_of_month: str
    day_of_range: str
    with_year: str
    seasons: tuple[str, str, str, str]


ENGLISH = Terms(
    language='en',
    conjunction=' and ',
    others=' et al.',
    has_serial_comma=True,
    interview='Interview',
    interview_by='interview by {}',
    interviewers=('Interviewer', 'Interviewers'),
    no_date='n.d.',
    circa='ca. {}',
    accessed='accessed {}',
    retrieved='Retrieved {}, from',
    online='Online',
    available='Available',
    question='Q{}',
    paragraph='para. {}',
    section='sec. {}',
    chapter_in='in',
    edited_by=('edited by {}', 'ed. {}'),
    translated_by=('translated by {}', 'trans. {}'),
    editors=('ed.', 'eds.'),
    translator='trans.',
    edition='{} ed.',
    volume='vol. {}',
    number='no. {}',
    pages=('p. {}', 'pp. {}'),
    private='personal communication',
    quotes=('“', '”', '‘', '’'),
    is_mark_quoted=True,
    day_of_month='{month} {day}',
    day_of_range='{}–{}',
    with_year='{day} {year}',
    seasons=('Spring', 'Summer', 'Autumn', 'Winter'),
)
_GERMAN = Terms(
    language='de',
    conjunction=' und ',
    others=' u. a.',
    has_serial_comma=False,
    interview='Interview',
    interview_by='Interview geführt von {}',
    interviewers=('Interview', 'Interview'),
    no_date='o. J.',
    circa='ca. {}',
    accessed='zugegriffen am {}',
    retrieved='Abgerufen am {}, von',
    online='Online',
    available='Verfügbar unter',
    question='Frage {}',
    paragraph='Abs. {}',
    section='Abschn. {}',
    chapter_in='in',
    edited_by=('herausgegeben von {}', 'hrsg. von {}'),
    translated_by=('übersetzt von {}', 'übers. von {}'),
    editors=('Hrsg.', 'Hrsg.'),
    translator='Übers.',
    edition='{} Aufl.',
    volume='Bd. {}',
    number='Nr. {}',
    pages=('S. {}', 'S. {}'),
    private='persönliche Kommunikation',
    quotes=('„', '“', '‚', '‘'),
    is_mark_quoted=False,
    day_of_month='{day}. {month}',
    day_of_range='{}.–{}',
    with_year='{day} {year}',
    seasons=('Frühjahr', 'Sommer', 'Herbst', 'Winter'),
)
_FRENCH = Terms(
    language='fr',
    conjunction=' et ',
    others=' et al.',
    has_serial_comma=False,
    interview='Entretien',
    interview_by='entretien réalisé par {}',
    interviewers=('entretien', 'entretien'),
    no_date='s. d.',
    circa='vers {}',
    accessed='consulté le {}',
    retrieved='Consulté le {}, à l’adresse',
    online='En ligne',
    available='Disponible sur',
    question='question {}',
    paragraph='paragr. {}',
    section='sect. {}',
    chapter_in='dans',
    edited_by=('sous la direction de {}', 'dir. {}'),
    translated_by=('traduit par {}', 'trad. {}'),
    editors=('éd.', 'éds.'),
    translator='trad.',
    edition='{} éd.',
    volume='vol. {}',
    number='nᵒ {}',
    pages=('p. {}', 'p. {}'),
    private='communication personnelle',
    quotes=('«\N{NO-BREAK SPACE}', '\N{NO-BREAK SPACE}»', '“', '”'),
    is_mark_quoted=False,
    day_of_month='{day} {month}',
    day_of_range='{}–{}',
    with_year='{day} {year}',
    seasons=('printemps', 'été', 'automne', 'hiver'),
)
_SPANISH = Terms(
    language='es',
    conjunction=' y ',
    others=' et al.',
    has_serial_comma=False,
    interview='Entrevista',
    interview_by='entrevista realizada por {}',
    interviewers=('entrevista', 'entrevista'),
    no_date='s. f.',
    circa='ca. {}',
    accessed='accedido el {}',
    retrieved='Recuperado el {}, de',
    online='En línea',
    available='Disponible en',
    question='pregunta {}',
    paragraph='párr. {}',
    section='sec. {}',
    chapter_in='en',
    edited_by=('editado por {}', 'ed. {}'),
    translated_by=('traducido por {}', 'trad. {}'),
    editors=('ed.', 'eds.'),
    translator='trad.',
    edition='{} ed.',
    volume='vol. {}',
    number='n.º {}',
    pages=('p. {}', 'pp. {}'),
    private='comunicación personal',
    quotes=('«', '»', '“', '”'),
    is_mark_quoted=False,
    day_of_month='{day} de {month}',
    day_of_range='{}–{}',
    with_year='{day} de {year}',
    seasons=('primavera', 'verano', 'otoño', 'invierno'),
)
_JAPANESE = Terms(
    language='ja',
    conjunction='と',
    others='ほか',
    has_serial_comma=False,
    interview='インタビュー',
    interview_by='聞き手 {}',
    interviewers=('聞き手', '聞き手'),
    no_date='日付不明',
    circa='{}頃',
    accessed='閲覧日 {}',
    retrieved='閲覧日 {},',
    online='オンライン',
    available='入手先',
    question='質問{}',
    paragraph='段落{}',
    section='節{}',
    chapter_in='所収',
    edited_by=('{}編', '{}編'),
    translated_by=('{}訳', '{}訳'),
    editors=('編', '編'),
    translator='訳',
    edition='第{}版',
    volume='第{}巻',
    number='{}号',
    pages=('{}頁', '{}頁'),
    private='私信',
    quotes=('「', '」', '『', '』'),
    is_mark_quoted=False,
    day_of_month='{month}{day}日',
    day_of_range='{}–{}',
    with_year='{year}年{day}',
    seasons=('春', '夏', '秋', '冬'),
)
_CHINESE = Terms(
    language='zh',
    conjunction='和',
    others='等',
    has_serial_comma=False,
    interview='访谈',
    interview_by='采访者 {}',
    interviewers=('采访者', '采访者'),
    no_date='日期不详',
    circa='约{}',
    accessed='访问于{}',
    retrieved='检索于{}，',
    online='在线',
    available='载于',
    question='问题{}',
    paragraph='第{}段',
    section='第{}节',
    chapter_in='载于',
    edited_by=('{}编', '{}编'),
    translated_by=('{}译', '{}译'),
    editors=('编', '编'),
    translator='译',
    edition='第{}版',
    volume='第{}卷',
    number='第{}期',
    pages=('第{}页', '第{}页'),
    private='私人通信',
    quotes=('“', '”', '‘', '’'),
    is_mark_quoted=False,
    day_of_month='{month}{day}日',
    day_of_range='{}–{}',
    with_year='{year}年{day}',
    seasons=('春', '夏', '秋', '冬'),
)
_TERMS = {one.language: one for one in (_GERMAN, _FRENCH, _SPANISH, _JAPANESE, _CHINESE)}


def terms_of(language: str | None) -> Terms:
    """Return the terms of a language as Sphinx or BCP 47 names it; English where there are none."""
    return _TERMS.get(primary(language), ENGLISH)


def primary(language: str | None) -> str:
    """Return the first part of a language's name: ``de`` of ``de-AT`` and ``de_AT``."""
    return (language or '').lower().replace('_', '-').partition('-')[0]


_MONTHS = tuple(
    'January February March April May June July August September October November December'.split()
)


@cache
def months(language: str) -> tuple[str, ...]:
    """Return the names of the months, in full."""
    if language == 'en':
        return _MONTHS
    if language in {'ja', 'zh'}:
        return tuple(f'{number}月' for number in range(1, 13))
    # Only here, for the module is large
    from babel.dates import get_month_names

    names = get_month_names('wide', 'format', language)
    return tuple(str(names[number]) for number in range(1, 13))
