"""Voices that are no names: accounts, as meetings have them, and marks of a table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..model import Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from .cues import Cue

#: An identifier of sixteen bytes, perhaps with others beside it, or an address of mail.
_GUID = r'[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}'
_ACCOUNT = re.compile(
    rf'\S{{0,40}}{_GUID}\S{{0,99}}|[\w.+-]{{1,64}}@[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{1,5}}'
)


def without_accounts(
    cues: Sequence[Cue], is_known: Callable[[str], bool]
) -> tuple[Sequence[Cue], list[Finding]]:
    """Call speakers of whom the file has only an account ``Speaker 1``, ``Speaker 2``.

    :param is_known: whether somebody was declared with a label
    """
    voices = dict.fromkeys(cue.speaker for cue in cues)
    accounts = [name for name in voices if _ACCOUNT.fullmatch(name) and not is_known(name)]
    if not accounts:
        return cues, []
    names = dict(zip(accounts, _free(voices), strict=False))
    firsts: dict[str, int] = {}
    for cue in cues:
        firsts.setdefault(cue.speaker, cue.line)
    findings = [_unnamed(name, account, firsts[account]) for account, name in names.items()]
    return [cue._replace(speaker=names.get(cue.speaker, cue.speaker)) for cue in cues], findings


def _free(voices: dict[str, None]) -> Iterator[str]:
    """Yield as many names as there are voices, none of which is one."""
    names = (f'Speaker {number}' for number in range(1, 2 * len(voices) + 1))
    return (name for name in names if name not in voices)


def _unnamed(name: str, account: str, line: int) -> Finding:
    text = (
        f'the file has no name, but an account, of who is called {name!r}: '
        f'declare who it is, as in “Full Name [{account}]”'
    )
    return Finding('speaker_unnamed', 'warning', line, text)


def marks_of(cues: Sequence[Cue]) -> frozenset[str]:
    """Return the voices that say nothing but their own name: ``New film``."""
    marks = {cue.speaker for cue in cues if cue.text == cue.speaker}
    if not marks:
        return frozenset()
    return frozenset(marks - {cue.speaker for cue in cues if cue.text != cue.speaker})
