"""Text with a label at the start of each turn: plain, reST or Markdown."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from ..exchanges.completion import complete
from ..model import Finding, Paragraph, Turn
from ..people.labels import key
from ..people.speakers import Candidate, assign, declared_keys
from ..speech.doubts import doubtful_words, mixed_styles
from .assembly import Assembly
from .blocks import Block, Labelled, Text, blocks
from .paragraphs import is_line_a_paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..material import Material
    from ..model import Item, Transcript
    from ..people.names import Voices

_LINK = re.compile(r'\s*(?:https?://\S+|\[[^\]]*\]\(\S+\))\s*')


def read_text(material: Material) -> Transcript:
    """Read text."""
    lines, people, markup, paragraphs, _ = material
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
    preamble, items, epilogue = assembly.result()
    findings += [*mixed_styles(forms), *assembly.findings]
    if assembly.is_literal:
        turns = (item for item in items if isinstance(item, Turn))
        findings += doubtful_words((p for turn in turns for p in turn.paragraphs), voices)
    if not any(isinstance(item, Turn) for item in items):
        findings.append(_no_turn(preamble, items))
    return complete(items, people, findings, preamble=preamble, epilogue=epilogue)


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


def _no_turn(preamble: Sequence[Paragraph], items: Sequence[Item]) -> Finding:
    if not preamble and not items:
        return Finding('empty', 'error', 1, 'the transcript is empty')
    line = preamble[0].line if preamble else items[0].line
    text = 'no turn found: no line starts with a speaker’s name and a colon'
    return Finding('no_turn', 'error', line, text)
