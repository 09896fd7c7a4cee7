"""What braces say of a topic or a passage: ``{time: 2:15}``, ``{synopsis: …}``, ``{tags: …}``.

They stand at the end of a line, or on lines of their own below it. They are taken off before anybody
looks for speakers, and given to what stands above them once the items are there.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from ..model import Finding, Paragraph, Topic, Turn
from ..speech.times import parse_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..model import Item, Line, Markup

_KEYS: Final = 'time|synopsis|place|keywords|tags'
#: Behind it only others and a ``{#slug}`` may stand.
_LAST = re.compile(rf'[ \t]*(?<!\\)\{{({_KEYS}):([^{{}}]*)\}}((?:[ \t]*\{{#[^\s{{}}]+\}})?)[ \t]*$')
_ESCAPED = re.compile(rf'\\\{{({_KEYS}):')
_BARE = re.compile(rf'(\{{(?:{_KEYS}):)')
_OPEN = re.compile(rf'\{{(?:{_KEYS}):[^{{}}]*')
_FENCE = re.compile(r' {0,3}(?:`{3,}|~{3,}|:{3,})')
#: No synopsis has more lines.
_LONGEST: Final = 40


class Attribute(NamedTuple):
    """What stands in braces."""

    #: On which line it stands, or starts.
    line: int
    key: str
    value: str


def split_tags(text: str) -> tuple[str, ...]:
    """Return keywords that ``;`` separates, each once."""
    words = (' '.join(word.split()) for word in text.split(';'))
    return tuple(dict.fromkeys(filter(None, words)))


def escape_attributes(text: str) -> str:
    """Write literal words so that none of them is read as an attribute."""
    return _BARE.sub(r'\\\1', text) if '{' in text else text


def take_attributes(lines: list[Line], markup: Markup) -> tuple[list[Line], list[Attribute]]:
    """Return the lines without attributes, as many as there were; and the attributes.

    Code blocks and what is indented are left as they are.
    """
    if not any('{' in text for _, text in lines):
        return lines, []
    found: list[Attribute] = []
    left: list[Line] = []
    is_code = False
    while len(left) < len(lines):
        number, text = lines[len(left)]
        is_code ^= markup == 'markdown' and _FENCE.match(text) is not None
        if is_code or '{' not in text or (markup != 'literal' and text[:1].isspace()):
            left.append((number, text))
            continue
        whole = _whole(lines, len(left))
        rest, own = _split(
            ' '.join(part.rstrip() for _, part in whole) if whole[1:] else text, number
        )
        if markup == 'literal':
            rest = _ESCAPED.sub(r'{\1:', rest)
        left += [(number, rest), *((line, '') for line, _ in whole[1:])]
        found += own
    return left, found


def _whole(lines: list[Line], index: int) -> list[Line]:
    """Return the lines up to where a brace closes that the line at *index* opens."""
    if not _OPEN.fullmatch(lines[index][1].strip()):
        return [lines[index]]
    for end in range(index + 1, min(index + _LONGEST, len(lines))):
        text = lines[end][1].strip()
        if not text or '{' in text or '}' in text[:-1]:
            break
        if text.endswith('}'):
            return lines[index : end + 1]
    return [lines[index]]


def _split(text: str, line: int) -> tuple[str, list[Attribute]]:
    """Split a line into what is left of it, and its attributes."""
    found: list[Attribute] = []
    while match := _LAST.search(text) if text.rstrip().endswith('}') else None:
        found.insert(0, Attribute(line, match[1], ' '.join(match[2].split())))
        text = text[: match.start()] + match[3]
    return text, found


def with_attributes(
    items: Sequence[Item], found: Sequence[Attribute], markup: Markup, findings: list[Finding]
) -> list[Item]:
    """Give each attribute to the topic or the paragraph above it; report those that nobody has."""
    if not found:
        return [*items]
    made: list[Item] = []
    ends = [*(item.line for item in items[1:]), float('inf')]
    findings += [_misplaced(one) for one in found if not items or one.line < items[0].line]
    for item, end in zip(items, ends, strict=True) if items else ():
        own = [one for one in found if item.line <= one.line < end]
        if isinstance(item, Topic):
            made.append(_with_topic(item, own, findings) if own else item)
            continue
        findings += [_misplaced(one) for one in own if one.key not in {'tags', 'keywords'}]
        tags: dict[int, tuple[str, ...]] = {}
        for one in own:
            if one.key in {'tags', 'keywords'}:
                tags[one.line] = (*tags.get(one.line, ()), *split_tags(one.value))
        if tags and isinstance(item, Turn):
            made.append(replace(item, paragraphs=tuple(_tagged(item.paragraphs, tags, markup))))
        elif tags:
            made += _tagged([item], tags, markup)  # type: ignore[list-item]
        else:
            made.append(item)
    return made


def _misplaced(attribute: Attribute) -> Finding:
    text = (
        f'{{{attribute.key}: {attribute.value}}} belongs to nothing here: '
        'write it at the end of a topic, or below it; of passages, only tags are known'
    )
    return Finding('attribute_misplaced', 'warning', attribute.line, text)


def _with_topic(topic: Topic, found: Iterable[Attribute], findings: list[Finding]) -> Topic:
    said: dict[str, Any] = {}
    for line, key, value in found:
        if key == 'time':
            said['time'] = parse_time(value)
            if said['time'] is None:
                text = f'{value!r} is no time of a topic; write minutes:seconds'
                findings.append(Finding('time_invalid', 'warning', line, text))
        elif key in {'tags', 'keywords'}:
            said['keywords'] = (*said.get('keywords', ()), *split_tags(value))
        else:
            said[key] = ' '.join(filter(None, [said.get(key, ''), value]))
    return replace(topic, **said)


def _tagged(
    paragraphs: Sequence[Paragraph], tags: dict[int, tuple[str, ...]], markup: Markup
) -> Iterator[Paragraph]:
    """Give each of *tags*, by line, to the paragraph that stands there or ends above."""
    ends = [paragraph.line for paragraph in paragraphs[1:]]
    for number, (paragraph, end) in enumerate(zip(paragraphs, [*ends, float('inf')], strict=True)):
        own = {
            line: words
            for line, words in tags.items()
            if (line >= paragraph.line or not number) and line < end
        }
        if markup == 'literal' or not own:
            words = (word for some in own.values() for word in some)
            yield replace(paragraph, tags=tuple(dict.fromkeys(words))) if own else paragraph
        else:
            yield from _parted(paragraph, own)


def _parted(paragraph: Paragraph, tags: dict[int, tuple[str, ...]]) -> Iterator[Paragraph]:
    """Part the source of several paragraphs, so that those with tags stand alone.

    What is indented goes on with what stands above it, and isn't parted from it.
    """
    lines = paragraph.text.split('\n')
    starts = [
        number
        for number, (before, line) in enumerate(pairwise(lines), 1)
        if not before.strip() and line.strip() and not line[0].isspace()
    ]
    parts: list[tuple[int, tuple[str, ...]]] = []
    for start, end in pairwise([0, *starts, len(lines)]):
        first = paragraph.line + start if start else 0
        last = paragraph.line + end if end < len(lines) else float('inf')
        own = [word for line, words in tags.items() if first <= line < last for word in words]
        if own or not parts or parts[-1][1]:
            parts.append((start, tuple(dict.fromkeys(own))))
    for (start, words), (end, _) in pairwise([*parts, (len(lines), ())]):
        text = '\n'.join(lines[start:end]).rstrip()
        time = None if start else paragraph.time
        yield Paragraph(text, paragraph.line + start, time, paragraph.kind, words)
