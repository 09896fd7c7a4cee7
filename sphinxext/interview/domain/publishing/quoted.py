"""What a page quotes, and who said so."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from ...citing.exports.quotations import Quoted

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...citing.record import Record
    from ..citations.bibliography import Bibliography
    from ..quoting.attribution import Attribution
    from ..records import Interview, Target


def quoted_on(known: Bibliography, page: str) -> list[Quoted]:
    """Return what a page quotes of what was said; each once."""
    quotations = dict.fromkeys(one.said for one in known.domain.quotations_in(page))
    # Most quote one interview several times
    lead = cache(partial(known.builder.get_relative_uri, page))
    return [
        _quoted(known, lead, words, said)
        for target, words, project in quotations
        if (said := known.domain.attributions.of(target, words, project)) and said.is_said
    ]


def quoted_interview(known: Bibliography, said: Attribution) -> tuple[Interview, Record]:
    """Return the interview that is quoted, ours or another project's, and its record."""
    return known.recorded(said.target.anchor.partition('.')[0], said.named.source.name)


def _quoted(
    known: Bibliography, lead: Callable[[str], str], words: str, said: Attribution
) -> Quoted:
    interview, record = quoted_interview(known, said)
    base = said.named.source.base
    whole = said.named.source.targets[interview.name]
    # One without a name of the interview's own is nobody's
    speakers = [one for one in said.turn.speakers if one in interview.speakers] if said.turn else []
    return Quoted(
        text=' '.join(words.split()),
        speakers=tuple(map(known.name, speakers)),
        url=_uri(lead, said.target, base),
        title=interview.title,
        interview=record.link or _uri(lead, whole, base),
        language=(said.turn and said.turn.language) or record.language,
    )


def _uri(lead: Callable[[str], str], target: Target, base: str) -> str:
    return target.uri(base) if base else f'{lead(target.docname)}#{target.anchor}'
