"""Greetings and thanks: what is said where nothing is asked yet, or any more."""

from __future__ import annotations

import re

from .questions import asks

#: Compiled when the first greeting is looked for.
_GREETING = r"""(?ix) [¡"“]?(?:(?:well|so|ok|okay|and|great|perfect|wonderful|alright|right|yes|cool|awesome|fantastic|oh|again),?\s+){0,3}
    (?:(?:hi|hiya|hello|hey|howdy|welcome|greetings|cheers|good\s(?:morning|afternoon|evening|day)
    |(?:many\s|a\sthousand\s)?thanks(?!\sto\b)|thank\syou
    |(?:it(?:['’]|\si)s\s)?(?:so\s|very\s)?(?:nice|great|good|lovely|wonderful)\sto\s(?:have|meet|see|talk|speak|be)
    |(?:it(?:['’]|\si)s\s|what\s)?(?:a|an|my|our|such\san?)\s(?:\w+\s)?(?:pleasure|honou?r)
    |hallo|servus|moin|guten\s(?:tag|morgen|abend)|grüß\s\w+|(?:herzlich\s)?willkommen
    |(?:vielen|herzlichen|besten|lieben)\sdank|danke(?:schön)?
    |bonjour|bonsoir|salut|bienvenue|merci|hola|buen[oa]s\s(?:días|tardes|noches)|bienvenid[oa]s?
    |(?:muchas\s|mil\s)?gracias|ciao|buongiorno|buonasera|benvenut[oaie]|(?:mille\s)?grazie(?!\sal?\b)
    |olá|bom\sdia|boa\s(?:tarde|noite)|bem-vind[oa]s?|(?:muito\s)?obrigad[oa]
    |hoi|goede(?:morgen|middag|navond)|welkom|bedankt|dank\s(?:je|u)(?:wel)?
    |привет|здравствуйте?|добрый\s(?:день|вечер)|добро\sпожаловать|(?:большое\s)?спасибо)(?![-\w])
    |[你您]好|大家好|[欢歡]迎|[谢謝]{2}|感[谢謝]|こん[にば][ちん]は|おはよう|はじめまして|ようこそ|ありがとう|안녕|감사|고맙|반갑|환영)"""
_CLAUSE = r'[,;:!–—]\s+(?:and\s+)?|\s-\s|\sand\s'


def greets(sentence: str) -> bool:
    """Whether a sentence greets or thanks, and asks for nothing."""
    if sentence.endswith('?') or re.match(_GREETING, sentence) is None:
        return False
    return not any(map(asks, re.split(_CLAUSE, sentence)))
