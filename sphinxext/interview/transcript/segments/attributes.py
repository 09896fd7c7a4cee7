"""What braces say of a topic or a passage: ``{time: 2:15}``, ``{synopsis: …}``, ``{tags: …}``.

They stand at the end of a line, or on lines of their own below it. They are taken off before anybody
looks for speakers, and given to what stands above them once the items are there.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from ..model import Finding, Paragraph, Topic, Turn
from ..speech.times import parse_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..model import Item, Line, Markup

_KEYS: Final = 'time|synopsis|place|keywords|tags'
_ONE = re.compile(rf'\{{(?:(?P<key>{_KEYS}):(?P<value>[^{{}}]*)|(?P<slug>#[^\s{{}}]+))\}}')
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
    """Split a line into what is left of it, with the address at its end, and its attributes."""
    found: list[Attribute] = []
    slug = ''
    end = _end(text, len(text))
    while text[end - 1 : end] == '}':
        start = text.rfind('{', 0, end)
        match = _ONE.fullmatch(text, max(start, 0), end)
        if match is None or text[start - 1 : start] == '\\' or (match['slug'] and slug):
            break
        if match['slug']:
            slug = f' {match[0]}'
        else:
            value = ' '.join(match['value'].split())
            found.append(Attribute(line, match['key'], value))
        end = _end(text, start)
    return (text[:end] + slug, found[::-1]) if found else (text, [])


def _end(text: str, end: int) -> int:
    """Return where the words end that stand before *end*."""
    while end and text[end - 1].isspace():
        end -= 1
    return end


def with_attributes(
    items: Sequence[Item],
    found: Sequence[Attribute],
    markup: Markup,
    findings: list[Finding],
    epilogue: int | None = None,
) -> list[Item]:
    """Give each attribute to the topic or the paragraph above it; report those that nobody has.

    :param epilogue: the line on which it starts
    """
    if not found:
        return [*items]
    made: list[Item] = []
    lines = [one.line for one in found]
    last = len(found) if epilogue is None else bisect_left(lines, epilogue)
    places = [*(bisect_left(lines, item.line) for item in items), last]
    findings += [_misplaced(one) for one in (*found[: places[0]], *found[last:])]
    for item, (start, end) in zip(items, pairwise(places), strict=True):
        own = found[start:end]
        if isinstance(item, Topic):
            made.append(_with_topic(item, own, findings) if own else item)
            continue
        is_empty = isinstance(item, Turn) and not item.paragraphs
        tags: dict[int, list[str]] = {}
        for one in own:
            if one.key in {'tags', 'keywords'} and not is_empty:
                tags.setdefault(one.line, []).extend(split_tags(one.value))
            else:
                findings.append(_misplaced(one))
        if tags and isinstance(item, Turn):
            made.append(item._replace(paragraphs=tuple(_tagged(item.paragraphs, tags, markup))))
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
    keywords: list[str] = []
    for line, key, value in found:
        if key == 'time':
            said['time'] = parse_time(value)
            if said['time'] is None:
                text = f'{value!r} is no time of a topic; write minutes:seconds'
                findings.append(Finding('time_invalid', 'warning', line, text))
        elif key in {'tags', 'keywords'}:
            keywords += split_tags(value)
        else:
            said[key] = ' '.join(filter(None, [said.get(key, ''), value]))
    return topic._replace(keywords=tuple(dict.fromkeys(keywords)), **said)


def _tagged(
    paragraphs: Sequence[Paragraph], tags: dict[int, list[str]], markup: Markup
) -> Iterator[Paragraph]:
    """Give each of *tags*, by line, to the paragraph that stands there or ends above."""
    lines = [paragraph.line for paragraph in paragraphs]
    for paragraph, own in zip(paragraphs, _shared(tags, lines), strict=True):
        if markup == 'literal' or not own:
            yield paragraph._replace(tags=_words(own)) if own else paragraph
        else:
            yield from _parted(paragraph, own)


def _shared(tags: dict[int, list[str]], starts: Sequence[int]) -> Iterator[dict[int, list[str]]]:
    """Part *tags* at the lines on which something starts; what is before the first is the first's."""
    lines = [*tags]
    places = [0, *(bisect_left(lines, start) for start in starts[1:]), len(lines)]
    for start, end in pairwise(places):
        yield {line: tags[line] for line in lines[start:end]}


def _words(tags: dict[int, list[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for some in tags.values() for word in some))


def _parted(paragraph: Paragraph, tags: dict[int, list[str]]) -> Iterator[Paragraph]:
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
    shared = _shared(tags, [paragraph.line + start for start in (0, *starts)])
    for start, own in zip((0, *starts), shared, strict=True):
        if own or not parts or parts[-1][1]:
            parts.append((start, _words(own)))
    for (start, words), (end, _) in pairwise([*parts, (len(lines), ())]):
        text = '\n'.join(lines[start:end]).rstrip()
        time = None if start else paragraph.time
        yield Paragraph(text, paragraph.line + start, time, paragraph.kind, words)
