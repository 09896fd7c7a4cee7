"""Text with a label at the start of each turn: plain, reST or Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..exchanges.completion import complete
from ..layouts.blocks import Labelled, Text, blocks, has
from ..layouts.choice import lay_out
from ..layouts.dialogue import Answer
from ..layouts.questions import Question
from ..layouts.talk import as_talk
from ..model import Finding, Paragraph, Turn
from ..people.candidates import declared_keys
from ..people.labels import key
from ..people.names import short_names
from ..people.speakers import assign
from ..segments.attributes import take_attributes, with_attributes
from ..speech.doubts import doubtful_words, mixed_styles
from .asides import has_notes_in_italics, pull_quotes
from .assembly import Assembly
from .cleaning import clean_markdown, with_plain_labels, without_line_numbers
from .doubts import doubts
from .evidence import candidates_of, count_paragraphs, sides_of
from .html import as_markdown
from .paragraphs import is_line_a_paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..layouts.choice import Laid
    from ..material import Material
    from ..model import Item, Transcript
    from ..people.names import Voices


def read_text(material: Material) -> Transcript:
    """Read text."""
    lines, people, markup, paragraphs, questions = material
    declared = declared_keys(people)
    noticed: list[Finding] = []
    lines, attributes = take_attributes(lines, markup)
    if markup == 'markdown':
        lines, noticed = clean_markdown(as_markdown(lines))
    found = lay_out(
        list(blocks(with_plain_labels(without_line_numbers(lines)), markup, declared)),
        declared.union(*(short_names(person.name) for person in people)),
        questions,
    )
    candidates = list(candidates_of(found))
    is_asked = has(found, Question, Answer)
    voices, findings = assign(candidates, people, count_paragraphs(found), is_asked=is_asked)
    if markup != 'literal':
        by_line = False
    elif paragraphs == 'auto':
        by_line = _decide(found, voices)
    else:
        by_line = paragraphs == 'line'
    if not voices and not is_asked and (talk := as_talk(found, candidates, people)):
        found, voices, doubt = talk
        findings = [*findings, doubt]
    sides = sides_of(found, voices, people)
    assembly = Assembly(
        voices,
        markup,
        by_line=by_line,
        sides=sides,
        has_notes=has_notes_in_italics(found),
        pulled=() if markup == 'literal' else pull_quotes(found),
    )
    for block in found:
        assembly.add(block)
    forms = [(c.label.form, c.line) for c in candidates if key(c.label.name) in voices]
    preamble, items, epilogue = assembly.result()
    last = items[-1].line if items else 0
    end = min((p.line for p in epilogue if p.line > last), default=None)
    items = with_attributes(items, attributes, markup, noticed, end)
    findings = _in_turns(findings, items)
    findings += [*noticed, *mixed_styles(forms), *assembly.turns.findings, *doubts(found, items)]
    if assembly.is_literal:
        turns = (item for item in items if isinstance(item, Turn))
        findings += doubtful_words((p for turn in turns for p in turn.paragraphs), voices)
    if not any(isinstance(item, Turn) for item in items):
        findings.append(_no_turn(preamble, items))
    return complete(items, people, findings, preamble=preamble, epilogue=epilogue)


def _in_turns(findings: Sequence[Finding], items: Sequence[Item]) -> list[Finding]:
    """Return findings without what looks like a label where nobody speaks anyway."""
    turns = [item for item in items if isinstance(item, Turn)]
    last = max((p.line for turn in turns[-1:] for p in turn.paragraphs), default=0)
    return [
        finding
        for finding in findings
        if finding.code != 'label_once' or (turns and turns[0].line <= finding.line <= last)
    ]


def _decide(found: Sequence[Laid], voices: dict[str, Voices]) -> bool:
    """Decide whether each line is a paragraph, from the lines inside turns."""
    run: list[str] = []
    runs = [run]
    has_blank_inside = is_after_blank = False
    for block in found:
        is_blank = isinstance(block, Text) and not block.text
        if is_blank:
            run = []
            runs.append(run)
        elif isinstance(block, Labelled) and key(block.label.name) in voices:
            said = block.label.rest.strip()
            run = [said] if said else []
            runs.append(run)
        elif isinstance(block, (Text, Labelled)):
            has_blank_inside |= is_after_blank and len(runs) > 2
            run.append(block.text)
        is_after_blank = is_blank
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
