"""Text with a label at the start of each turn: plain, reST or Markdown."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ..assembly import Assembly
from ..blocks import Block, Labelled, Text, blocks
from ..braces import with_slugs
from ..doubts import doubtful_words, mixed_styles
from ..labels import key
from ..model import Finding, Paragraph, Speaker, Transcript, Turn
from ..paragraphs import is_line_a_paragraph
from ..speakers import (
    Candidate,
    assign,
    declared_keys,
    infer_roles,
    options_to_paste,
    with_roles,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..model import Item, Line, Markup, Paragraphs, Role
    from ..names import Voices

_LINK = re.compile(r'\s*(?:https?://\S+|\[[^\]]*\]\(\S+\))\s*')


def read_text(
    lines: list[Line], *, markup: Markup, paragraphs: Paragraphs, people: tuple[Speaker, ...]
) -> Transcript:
    """Read text; parameters as for `readers.read`."""
    found = list(blocks(lines, markup, declared_keys(people)))
    candidates = [
        Candidate(block.label, block.line, _LINK.fullmatch(block.label.rest) is not None)
        for block in found
        if isinstance(block, Labelled)
    ]
    voices, findings = assign(candidates, people)
    if markup != 'literal':
        by_line = False
    elif paragraphs == 'auto':
        by_line = _decide(found, voices)
    else:
        by_line = paragraphs == 'line'
    assembly = Assembly(voices, markup, by_line=by_line)
    for block in found:
        assembly.add(block)
    forms = [(c.label.form, c.line) for c in candidates if key(c.label.name) in voices]
    return _finish(assembly, people, [*findings, *mixed_styles(forms)])


def _decide(found: Sequence[Block], voices: dict[str, Voices]) -> bool:
    """Decide whether each line is a paragraph, from the lines inside turns."""
    runs: list[list[str]] = [[]]
    has_blank_inside = False
    for before, block in pairwise([None, *found]):
        if isinstance(block, Labelled) and key(block.label.name) in voices:
            runs.append([block.label.rest.strip()] if block.label.rest.strip() else [])
        elif isinstance(block, Text) and not block.text:
            runs.append([])
        elif isinstance(block, Text | Labelled):
            has_blank_inside |= len(runs) > 2 and isinstance(before, Text) and not before.text
            runs[-1].append(block.text)
    return is_line_a_paragraph(runs, has_blank_inside=has_blank_inside)


def _finish(assembly: Assembly, people: tuple[Speaker, ...], findings: list[Finding]) -> Transcript:
    preamble, items, epilogue = assembly.result()
    turns = [item for item in items if isinstance(item, Turn)]
    paragraphs = (paragraph for turn in turns for paragraph in turn.paragraphs)
    findings = [*findings, *assembly.findings, *_times_backwards(turns)]
    if assembly.is_literal:
        findings += doubtful_words(paragraphs, assembly.voices)
    findings += _unused(people, turns) if turns else [_no_turn(preamble, items)]
    roles = {person.name: person.role for person in people if person.role}
    if 'interviewer' not in roles.values() and turns:
        roles = infer_roles(turns)
        items = _with_roles(items, roles)
    spoken = [speaker for item in items if isinstance(item, Turn) for speaker in item.speakers]
    speakers = tuple(dict.fromkeys([*with_roles(people, roles), *spoken]))
    if turns and not any(person.role == 'interviewer' for person in people):
        text = 'speakers were inferred; to be sure, give these options:\n' + options_to_paste(
            speakers
        )
        findings.append(Finding('speakers_inferred', 'info', turns[0].line, text))
    items = list(with_slugs(items, findings))
    return Transcript(
        tuple(items), speakers, tuple(preamble), tuple(epilogue), findings=tuple(findings)
    )


def _with_roles(items: Sequence[Item], roles: dict[str, Role]) -> list[Item]:
    """Give the speakers of each turn the roles that were inferred for them."""
    voices = {item.speakers for item in items if isinstance(item, Turn)}
    known = {speakers: with_roles(speakers, roles) for speakers in voices}
    return [
        replace(item, speakers=known[item.speakers]) if isinstance(item, Turn) else item
        for item in items
    ]


def _no_turn(preamble: Sequence[Paragraph], items: Sequence[Item]) -> Finding:
    if not preamble and not items:
        return Finding('empty', 'error', 1, 'the transcript is empty')
    line = preamble[0].line if preamble else items[0].line
    text = 'no turn found: no line starts with a speaker’s name and a colon'
    return Finding('no_turn', 'error', line, text)


def _unused(people: Sequence[Speaker], turns: Sequence[Turn]) -> Iterator[Finding]:
    spoken = {speaker.name for turn in turns for speaker in turn.speakers}
    for person in people:
        if person.name not in spoken:
            text = f'{person.name} is declared, but never speaks'
            yield Finding('speaker_unused', 'warning', turns[0].line, text)


def _times_backwards(turns: Sequence[Turn]) -> Iterator[Finding]:
    timed = [turn for turn in turns if turn.time is not None]
    for before, turn in pairwise(timed):
        if turn.time < before.time:  # type: ignore[operator]
            text = f'the time goes back behind that of line {before.line}'
            yield Finding('time_backwards', 'warning', turn.line, text)
