"""The same in MyST: what an example in reStructuredText looks like in a page of Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DIRECTIVE = re.compile(r'\.\. ([\w:-]+):: ?(.*)$')
LABEL = re.compile(r'\.\. _([\w-]+):$')
OPTION = re.compile(r':([\w-]+):(?: .*)?$')
UNDERLINE = re.compile(r'([=~-])\1+$')
LEVELS = {'=': '#', '-': '##', '~': '###'}
#: The content of these isn't markup.
LITERAL = {'code-block', 'literalinclude', 'toctree'}
#: What Markdown has no twin for: literal blocks, tables, line blocks, comments, substitutions.
FOREIGN = re.compile(r'(.*::$)|(=+ +=)|\| |\+-|\.\. ')
INLINE = re.compile(
    r"""(?P<code>``.+?``)
    | :(?P<role>[\w:+.-]+):`(?P<text>[^`]+)`
    | `(?P<title>[^`<]+)\ <(?P<url>[^>]+)>`__?""",
    re.VERBOSE,
)


class NoTwinError(ValueError):
    """Markdown hasn't the like."""


def twin(source: str) -> str:
    """Return the MyST that makes the same doctree.

    :raises NoTwinError: it holds something else than directives, sections, lists and paragraphs
    """
    return '\n'.join(_blocks(source.rstrip().split('\n')))


def inline(text: str) -> str:
    """Return inline markup as MyST writes it."""
    return INLINE.sub(_inline, text)


def _inline(match: re.Match[str]) -> str:
    if code := match['code']:
        inner = code[2:-2]
        fence = '``' if '`' in inner else '`'
        return f'{fence}{inner}{fence}'
    if match['role']:
        return f'{{{match["role"]}}}`{match["text"]}`'
    return f'[{match["title"]}]({match["url"]})'


def _blocks(lines: list[str]) -> Iterator[str]:
    position = 0
    while position < len(lines):
        line = lines[position]
        following = lines[position + 1] if position + 1 < len(lines) else ''
        if found := DIRECTIVE.match(line):
            end = _end(lines, position + 1)
            yield from _directive(found[1], found[2], _dedented(lines[position + 1 : end]))
            if end < len(lines) and lines[end - 1] == '':
                yield ''
            position = end
        elif found := LABEL.match(line):
            yield f'({found[1]})='
            position += 1
        elif line and (rule := UNDERLINE.match(following)):
            yield f'{LEVELS[rule[1]]} {inline(line)}'
            position += 2
        elif FOREIGN.match(line.lstrip()):
            raise NoTwinError(line)
        else:
            yield inline(line)
            position += 1


def _end(lines: list[str], start: int) -> int:
    """Return where what is indented ends, blank lines behind it included."""
    for position in range(start, len(lines)):
        if lines[position] and not lines[position].startswith(' '):
            return position
    return len(lines)


def _dedented(lines: Iterable[str]) -> list[str]:
    body = list(lines)
    while body and not body[-1]:
        body.pop()
    indent = min((len(line) - len(line.lstrip()) for line in body if line), default=0)
    return [line[indent:] for line in body]


def _directive(name: str, argument: str, body: list[str]) -> Iterator[str]:
    """Yield a fence around the options and the content."""
    count = next((n for n, line in enumerate(body) if not OPTION.match(line)), len(body))
    options, content = body[:count], body[count:]
    if content and content[0]:
        if options:  # it goes on, on lines of its own
            raise NoTwinError(content[0])
        content = ['', *content]
    if name not in LITERAL:
        content = list(_blocks(content))
    longest = max((len(line) - len(line.lstrip('`')) for line in content), default=0)
    fence = '`' * max(3, longest + 1)
    yield f'{fence}{{{name}}} {argument}'.rstrip()
    yield from options
    yield from content if options else content[1:]
    yield fence
