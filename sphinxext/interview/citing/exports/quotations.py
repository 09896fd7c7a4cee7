"""What a page quotes, for machines that read pages: a schema.org ``Quotation`` each, as JSON-LD.

*spokenByCharacter* is for characters of fiction; who says something in an interview is its *creator*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from .escaping import script_json
from .structured import mentioned, person

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..names import Name


class Quoted(NamedTuple):
    """Words that were said in an interview."""

    text: str
    #: Who said so; nobody where that isn't known, or several people did.
    speakers: tuple[Name, ...]
    #: Of the turn.
    url: str
    #: Of the interview.
    title: str
    interview: str
    language: str


def quotations_json_ld(quoted: Sequence[Quoted]) -> str:
    """Return a script's content: each person once, then what is quoted."""
    people = dict.fromkeys(name for one in quoted for name in one.speakers)
    graph = [*map(person, people), *map(_quotation, quoted)]
    return script_json({'@context': 'https://schema.org', '@graph': graph})


def _quotation(quoted: Quoted) -> dict[str, Any]:
    data = {
        '@type': 'Quotation',
        'text': quoted.text,
        'inLanguage': quoted.language,
        'creator': mentioned(quoted.speakers),
        'isBasedOn': quoted.url,
        'isPartOf': {
            '@type': ['Article', 'Conversation'],
            'name': quoted.title,
            'url': quoted.interview,
        },
    }
    return {name: value for name, value in data.items() if value}
