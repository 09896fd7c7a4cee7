"""Text with a label at the start of each turn: plain, reST or Markdown."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from ..exchanges.completion import complete
from ..layouts.blocks import Heading, Labelled, Text, blocks
from ..layouts.choice import lay_out
from ..layouts.dialogue import Answer
from ..layouts.questions import Question
from ..layouts.talk import as_talk
from ..model import Finding, Paragraph, Turn
from ..people.labels import key
from ..people.speakers import Candidate, assign, declared_keys
from ..speech.doubts import doubtful_words, mixed_styles
from ..speech.questions import is_question
from .asides import has_notes_in_italics, pull_quotes
from .assembly import Assembly, Sides
from .cleaning import clean_markdown, without_line_numbers
from .html import as_markdown
from .paragraphs import is_line_a_paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..layouts.choice import Laid
    from ..material import Material
    from ..model import Item, Speaker, Transcript
    from ..people.names import Voices

#: What is no speech behind a colon: an address, a number.
_LINK = re.compile(r'https?://\S+|\[[^\]]*\]\(\S+\)|[\W\d_]+')


def read_text(material: Material) -> Transcript:
    """Read text."""
    lines, people, markup, paragraphs, questions = material
    declared = declared_keys(people)
    noticed: list[Finding] = []
    if markup == 'markdown':
        lines, noticed = clean_markdown(as_markdown(lines))
    found = lay_out(
        list(blocks(without_line_numbers(lines), markup, declared)), declared, questions
    )
    candidates = list(_candidates(found))
    is_asked = any(isinstance(block, Question | Answer) for block in found)
    voices, findings = assign(candidates, people, _count_paragraphs(found), is_asked=is_asked)
    if markup != 'literal':
        by_line = False
    elif paragraphs == 'auto':
        by_line = _decide(found, voices)
    else:
        by_line = paragraphs == 'line'
    if not voices and not is_asked and (talk := as_talk(found, candidates, people)):
        found, voices, doubt = talk
        findings = [*findings, doubt]
    sides = _sides(found, voices, people)
    assembly = Assembly(
        voices,
        markup,
        by_line=by_line,
        sides=sides,
        has_notes=has_notes_in_italics(found),
        pulled=pull_quotes(found),
    )
    for block in found:
        assembly.add(block)
    forms = [(c.label.form, c.line) for c in candidates if key(c.label.name) in voices]
    preamble, items, epilogue = assembly.result()
    findings += [*noticed, *mixed_styles(forms), *assembly.findings]
    if assembly.is_literal:
        turns = (item for item in items if isinstance(item, Turn))
        findings += doubtful_words((p for turn in turns for p in turn.paragraphs), voices)
    if not any(isinstance(item, Turn) for item in items):
        findings.append(_no_turn(preamble, items))
    return complete(items, people, findings, preamble=preamble, epilogue=epilogue)


def _candidates(found: Sequence[Laid]) -> Iterator[Candidate]:
    """Return the labels, each with whether somebody asks something in its turn."""
    before: Labelled | Question | None = None
    asking = False
    section = place = 0
    for block in found:
        section += isinstance(block, Heading)
        if isinstance(block, Labelled | Question) and block.label is not None:
            if before is not None:
                yield _candidate(before, place, asking=asking)
            before, place = block, section
            asking = isinstance(block, Question) or is_question(block.label.rest)
        elif not asking and isinstance(block, Text) and before is not None:
            asking = is_question(block.text)
    if before is not None:
        yield _candidate(before, place, asking=asking)


def _candidate(block: Labelled | Question, section: int, *, asking: bool) -> Candidate:
    rest = block.label.rest.strip() if block.label and isinstance(block, Labelled) else ''
    is_link = bool(rest) and _LINK.fullmatch(rest) is not None
    return Candidate(block.label, block.line, is_link, asking, section)  # type: ignore[arg-type]


def _count_paragraphs(found: Sequence[Laid]) -> int:
    """Return how many paragraphs start from the first label on; one that has a label is one."""
    count = 0
    before: Laid | None = None
    for block in found:
        is_start = (
            isinstance(block, Text) and block.text and isinstance(before, Text) and not before.text
        )
        if getattr(block, 'label', None) is not None or (count and is_start):
            count += 1
        before = block
    return count


def _sides(found: Sequence[Laid], voices: dict[str, Voices], people: Sequence[Speaker]) -> Sides:
    """Return who asks the questions that stand out, and who answers, where it can be only one."""
    names = {
        (isinstance(block, Question), key(block.label.name))
        for block in found
        if isinstance(block, Question | Labelled) and block.label is not None
    }
    asking = {voices[name] for asks, name in names if asks and name in voices}
    answering = {voices[name] for asks, name in names if not asks and name in voices} - asking
    if people:
        declared: set[Voices] = {(p,) for p in people if p.role == 'interviewer'}
        asking = declared if len(declared) == 1 else asking
        answering = {(p,) for p in people if p.role == 'interviewee'} or answering
    return Sides(_only(asking), _only(answering))


def _only(voices: set[Voices]) -> Voices:
    return next(iter(voices)) if len(voices) == 1 else ()


def _decide(found: Sequence[Laid], voices: dict[str, Voices]) -> bool:
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


def _no_turn(preamble: Sequence[Paragraph], items: Sequence[Item]) -> Finding:
    if not preamble and not items:
        return Finding('empty', 'error', 1, 'the transcript is empty')
    line = preamble[0].line if preamble else items[0].line
    text = (
        'no turn found: no line starts with a speaker’s name and a colon, and no kind of paragraph '
        'is mostly questions; declare the speakers, or say with “:questions:” what the questions are'
    )
    return Finding('no_turn', 'error', line, text)
