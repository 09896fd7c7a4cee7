"""Who speaks with whom, in a sentence: “Ife Okonkwo in conversation with Maya Lind”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from ...messages import _
from ..grouping.values import is_name
from .dates import locale_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from docutils.nodes import Node

    from ..records import Interview

#: Stands for a name; no text has it.
_NAME = '\ufdd0'


def byline(interview: Interview, language: str, name: Callable[[str], Node]) -> list[Node]:
    """Return who speaks with whom; nothing where names are missing, or the title says them all.

    :param language: in which names are listed, as in ``conf.py``
    :param name: makes the node of a name
    """
    guests, hosts, others = (
        [full for full, has in zip(interview.speakers, interview.roles, strict=True) if has == role]
        for role in ('interviewee', 'interviewer', 'participant')
    )
    if not guests and hosts:
        guests, others = others, []
    said = _sentence(guests, hosts, others, language)
    people = [*guests, *hosts, *([] if guests or hosts else others)]
    if not said or not all(map(is_name, people)) or _says_all(interview, people):
        return []
    names = iter([*people, *(others if guests or hosts else ())])
    return list(_with_names(said, names, name))


def _sentence(
    guests: Sequence[str], hosts: Sequence[str], others: Sequence[str], language: str
) -> str:
    """Return the words, with `_NAME` where a name stands."""
    if guests and hosts:
        said = _('%(guests)s in conversation with %(hosts)s')
        said %= {'guests': _listed(guests, language), 'hosts': _listed(hosts, language)}
    elif guests:
        said = _('In conversation with %s') % _listed(guests, language)
    elif len(others) > 1:
        return _('%s in conversation') % _listed(others, language)
    else:
        return ''
    if others:
        also = _('Also speaking: %s') % _listed(others, language)
        said += f' · {also}'
    return said


def _listed(people: Sequence[str], language: str) -> str:
    return listed([_NAME] * len(people), language)


def listed(names: Sequence[str], language: str) -> str:
    """Return several names as the language lists them: ``Ada, Grace und Ida``."""
    if len(names) < 2:
        return ''.join(names)
    if len(names) == 2 and locale_of(language).language == 'en':
        return ' and '.join(names)  # as most are, without the thousands of objects of Babel's data
    from babel.lists import format_list

    return str(format_list(names, locale=locale_of(language)))


def _with_names(said: str, names: Iterator[str], name: Callable[[str], Node]) -> Iterator[Node]:
    for part in re.split(f'({_NAME})', said):
        if part:
            yield name(next(names)) if part == _NAME else nodes.Text(part)


def _says_all(interview: Interview, people: Sequence[str]) -> bool:
    title = interview.title.casefold() if interview.is_titled else ''
    return all(full.casefold() in title for full in people)
