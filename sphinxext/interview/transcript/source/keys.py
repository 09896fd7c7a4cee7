"""The words of heads: which key means which option of the directive, and which mean something else."""

from __future__ import annotations

from typing import Final, get_args

from ..model import Role

ROLES: Final[tuple[Role, ...]] = get_args(Role)
#: What a bibliographic record needs.
METADATA: Final = (
    'date',
    'published',
    'source',
    'doi',
    'container',
    'publisher',
    'place',
    'coordinates',
    'duration',
    'medium',
    'summary',
    'collection',
    'number',
    'archive',
    'access',
    'accessed',
    'language',
    'translation-of',
    'also-in',
    'license',
    'rights',
    'tags',
)
#: How the words are read.
READING: Final = ('markup', 'paragraphs', 'questions')
#: How an interview is shown, and what else the directive can say in a head.
SHOWN: Final = (
    'title',
    'name',
    'recording',
    'chapters',
    'segments',
    'overview',
    'public-recording',
    'embargo',
    'class',
    'numbered',
    'timestamps',
    'contents',
    'preamble',
    'collapsible',
    'how-to-cite',
)
#: Every key that means an option, or the title.
OPTIONS: Final = frozenset({*ROLES, *METADATA, *READING, *SHOWN})


def _words(text: str) -> list[str]:
    return [word.replace('_', ' ') for word in text.split()]


#: Other words for the options, as archives, podcasts and site generators write them. An author
#: isn't among them: who wrote a page need not have spoken.
_SYNONYMS: Final = {
    word: option
    for option, words in {
        'interviewer': """
            interviewers host hosts co-host moderator interviewed_by
            interviewerin interviewführung moderation gastgeber intervieweur intervieweuse
            animateur animatrice entrevistador entrevistadora entrevistadores intervistatore
            intervistatrice интервьюер 采访者 採訪者 采访人 主持人 記者 记者 聞き手 インタビュアー""",
        'interviewee': """
            interviewees guest guests narrator narrators respondent respondents
            interviewpartner interviewpartnerin interviewte interviewter gast gäste interviewé
            interviewée invité invitée invités entrevistado entrevistada entrevistados invitado
            invitada invitados convidado convidada intervistato intervistata ospite ospiti
            geïnterviewde респондент собеседник гость 受访者 受訪者 被采访者 嘉宾 嘉賓 話し手
            語り手 ゲスト""",
        'participant': 'participants teilnehmer teilnehmende participantes partecipanti участники',
        'title': 'titel titre título titolo titulo заголовок 标题 標題 題名 タイトル',
        'date': """
            recorded recording_date interview_date date_of_interview date_recorded datum fecha
            дата 日期 時間 时间 日時 日付 采访时间 採訪時間""",
        'published': """
            publish-date publishdate publication-date publication_date publish_date pubdate
            date_published veröffentlicht publié publicado pubblicato опубликовано""",
        'place': 'location venue ort lieu lugar local luogo plaats место 地点 地點 場所',
        'source': """
            url original link quelle fuente fonte bron источник 来源 來源
            original_url canonical-url canonicalurl""",
        'container': 'series podcast magazine reihe zeitschrift serie revista rivista',
        'publisher': 'verlag éditeur editore издатель',
        'duration': 'length dauer durée duración duração durata длительность 時長 时长',
        'medium': 'media',
        'archive': 'repository archiv archivo archivio архив',
        'number': 'interview_number interview_no interviewnummer signatur',
        'accessed': 'access_date',
        'language': 'lang sprache langue idioma lingua taal язык 语言 語言 言語',
        'coordinates': 'koordinaten coordonnées coordenadas coordinate координаты 坐标 座標',
        'summary': """
            synopsis abstract zusammenfassung résumé resumen resumo riassunto samenvatting резюме
            摘要 概要""",
        'collection': 'sammlung colección coleção collezione collectie коллекция',
        'access': 'access_rights access_conditions zugang accès acceso acesso accesso',
        'rights': 'rights_statement rights_uri rechte droits derechos direitos diritti права',
        'license': 'licence lizenz licencia licença licenza лицензия',
        'tags': """
            keywords schlagwörter schlagworte stichwörter stichworte mots-clés etiquetas теги""",
        'recording': 'audio_file',
        'embargo': """
            embargo_until embargo_date embargoed_until closed_until sperrfrist gesperrt_bis
            embargado_hasta эмбарго""",
    }.items()
    for word in _words(words)
}
#: No option, but a head says it, and nobody is called so.
_OTHERS: Final = frozenset(
    _words("""
    author authors by byline editor editors translator transcriber transcribers transcribed_by
    transcript_by transcription transcription_by photographer photos
    time start_time end_time description subtitle category
    categories layout slug permalink draft image cover thumbnail excerpt status created modified
    updated version copyright project accession accession_number identifier id
    file filename file_name session tape format equipment subject subjects topic topics
    data transkription transkribiert_von transkript transcripción
    trascrizione autor autorin auteur autora autore thema themen projekt projet proyecto progetto
    beschreibung descripción kategorie kategorien catégorie
    автор 作者 编辑 編輯 整理 译者
    """)
)


def option_of(key: str) -> str:
    """Return the option that *key* means, in any case and spelling; else the key, in lower case."""
    plain = ' '.join(key.split()).casefold()
    for spelling in (plain, plain.replace('_', ' '), plain.replace('_', '-').replace(' ', '-')):
        if spelling in OPTIONS:
            return spelling
        if spelling in _SYNONYMS:
            return _SYNONYMS[spelling]
    return plain


def is_known(key: str) -> bool:
    """Whether heads have *key*: as an option, or as a word that is nobody's name."""
    return option_of(key) in OPTIONS or option_of(key).replace('_', ' ') in _OTHERS


def names_several(key: str) -> bool:
    """Whether *key* is the plural of people: ``guests``."""
    return ' '.join(key.split()).casefold().endswith('s')
