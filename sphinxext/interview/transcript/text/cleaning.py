"""Takes from lines what is neither words nor layout: link definitions, line numbers."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from ..model import Finding
from ..people.labels import TIME, is_name

if TYPE_CHECKING:
    from ..model import Line

#: Source: CommonMark, “Link reference definitions”; without footnotes, which are words.
_DEFINITION = re.compile(
    r'\s{0,3}\[(?!\^)[^\[\]]{1,200}\]:[ \t]*(?:<[^<>]*>|\S+)'
    r'(?:[ \t]+(?:"[^"]*"|\'[^\']*\'|\([^()]*\)))?[ \t]*'
)
#: More asterisks than emphasis has: what a converter left.
_TORN = re.compile(r'(?<=\S)\*{4,}|\*{4,}(?=\S)')
#: A court's transcript numbers its lines, on each page anew.
_NUMBER = re.compile(r'\s{0,4}(\d{1,2})(?:\s{1,4}(?=\S)|\s*$)')
_TELLING = 5
#: What the programs that make web sites of Markdown replace: Liquid, Hugo.
_TAG = re.compile(
    r'\{%[^%\n]{0,500}%\}|\{\{[<%][^{}\n]{0,500}[%>]\}\}'
    r'|\{\{\s{0,3}(?:site|page|post|include|layout)\.[^{}\n]{0,200}\}\}'
    r'|\{\{\s{0,3}["\'][^{}\n]{0,200}\}\}'
)

_TIME = re.compile(rf'\s{{0,3}}{TIME}')
#: What a time starts with.
_TIMED = frozenset('\\[(0123456789')
#: ``[00:00:01.000] - SPEAKER: F1``, with the words below.
_SPEAKER = re.compile(
    rf'\s{{0,3}}(?P<time>{TIME})\s{{0,3}}(?:[-–—]\s{{0,3}})?'
    r'(?:speaker|name|sprecher|sprecherin|locuteur|intervenant|hablante)\s?:\s{0,3}(?P<name>\S.{0,59})',
    re.IGNORECASE,
)


def clean_markdown(lines: list[Line]) -> tuple[list[Line], list[Finding]]:
    """Return lines of Markdown without link definitions and template tags."""
    kept = [
        (number, '') if ']:' in text and _DEFINITION.fullmatch(text) else (number, text)
        for number, text in lines
    ]
    kept = [(number, _TORN.sub('**', text) if '****' in text else text) for number, text in kept]
    tagged = [index for index, (_, text) in enumerate(kept) if '{%' in text or '{{' in text]
    findings: list[Finding] = []
    for index in tagged:
        number, text = kept[index]
        kept[index] = number, _TAG.sub('', text)
        if kept[index][1] != text and not findings:
            tag = _TAG.search(text)[0]  # type: ignore[index]
            message = f'template tags such as “{tag}” mean nothing here, and are left out'
            findings.append(Finding('template_tag', 'info', number, message))
    return kept, findings


def without_line_numbers(lines: list[Line]) -> list[Line]:
    """Return *lines* without the numbers that stand before all of them, if they count up from 1."""
    shown = [text for _, text in lines[: 4 * _TELLING] if text.strip()][:_TELLING]
    matches = [_NUMBER.match(text) for text in shown]
    counted = [int(match[1]) for match in matches if match]
    if len(shown) < _TELLING or counted != list(range(1, _TELLING + 1)):
        return lines
    return [(number, _NUMBER.sub('', text, count=1)) for number, text in lines]


def with_plain_labels(lines: list[Line]) -> list[Line]:
    """Make ``[0:01] F1:`` of ``[0:01] - SPEAKER: F1`` where such lines stand above all words."""
    timed = [index for index, (_, text) in enumerate(lines) if text[:1] in _TIMED]
    matches = ((index, _SPEAKER.fullmatch(lines[index][1].rstrip())) for index in timed)
    found = {index: match for index, match in matches if match}
    names = {match['name'].strip() for match in found.values()}
    if len(found) < 2 or len(names) > len(found) / 2 or not all(map(is_name, names)):
        return lines
    shown = [index for index, (_, text) in enumerate(lines) if text.strip()]
    below = dict(pairwise(shown))
    if any(_TIME.match(lines[below[index]][1]) for index in found if index in below):
        return lines  # the words stand behind the colon
    return [
        (
            number,
            f'{found[index]["time"]} {found[index]["name"].strip()}:' if index in found else text,
        )
        for index, (number, text) in enumerate(lines)
    ]
