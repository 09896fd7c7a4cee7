"""Which folders a page asks for, by its text: no page is parsed before all are known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_RST: Final = re.compile(r'([ \t]*)\.\.[ \t]+interview:folder::[ \t]+(\S.*)')
_MYST: Final = re.compile(r'([ \t]*)(?:`{3,}|~{3,}|:{3,})\{interview:folder\}[ \t]*(\S.*)')
_OPTION: Final = re.compile(r'[ \t]*:([\w-]+):(?:[ \t]+(.*))?')
_YAML: Final = re.compile(r'[ \t]*([\w-]+):(?:[ \t]+(.*))?')
#: Directives whose content is shown as it is.
_SHOWS: Final = re.compile(
    r'[ \t]*\.\.[ \t]+(?:[\w-]+:)?(?:code|code-block|sourcecode|parsed-literal|raw)::'
)
_COMMENT: Final = re.compile(r'[ \t]*\.\.(?:[ \t]+(?![\w:.+-]+::|[_|\[]).*)?')
_FENCE: Final = re.compile(r'[ \t]*(`{3,}|~{3,})(?:\{(?:code|code-block|sourcecode|raw)\}|[^{`]|$)')

#: In the bytes of a page.
_DIRECTIVE: Final = re.compile(rb'^[ \t]*(?:`{3,}|~{3,}|:{3,})\{[\w-]', re.MULTILINE)


class Folder(NamedTuple):
    """A folder that a page asks for."""

    docname: str
    argument: str
    options: dict[str, str]


def folders_in(docname: str, text: str, *, is_markdown: bool) -> Iterator[Folder]:
    """Yield the folders that a page asks for; what it shows of the directive as an example is none."""
    lines = text.expandtabs(8).splitlines()
    shown = _fenced(lines) if is_markdown else _indented(lines)
    for number, line in enumerate(lines):
        match = (is_markdown and _MYST.fullmatch(line)) or _RST.fullmatch(line)
        if match and number not in shown:
            options = dict(_options(lines[number + 1 :], len(match[1]), is_rst=match.re is _RST))
            yield Folder(docname, ' '.join(match[2].split()), options)


def has_directive(data: bytes) -> bool:
    """Whether a page of Markdown holds a directive, and so is no transcript."""
    return _DIRECTIVE.search(data) is not None


def _options(lines: list[str], indent: int, *, is_rst: bool) -> Iterator[tuple[str, str]]:
    """Yield what the lines below a directive say; a value goes on in lines that are further in."""
    is_yaml = bool(lines) and lines[0].strip() == '---'
    pattern = _YAML if is_yaml else _OPTION
    name, value = '', ''
    for line in lines[int(is_yaml) :]:
        if not line.strip() or line.strip() == '---' or (is_rst and _width(line) <= indent):
            break
        match = pattern.fullmatch(line)
        if match:
            if name:
                yield name, value
            name, value = match[1], match[2] or ''
        elif name and _width(line) > indent:
            value = f'{value} {line.strip()}'
        else:
            break
    if name:
        yield name, value.strip()


def _indented(lines: list[str]) -> set[int]:
    """Return the lines that reStructuredText shows as they are, and those of comments."""
    shown: set[int] = set()
    indent: int | None = None
    for number, line in enumerate(lines):
        if not line.strip():
            continue
        if indent is not None and _width(line) > indent:
            shown.add(number)
            continue
        is_literal = line.rstrip().endswith('::') and not line.lstrip().startswith('.. ')
        shows = is_literal or _SHOWS.match(line) or _COMMENT.fullmatch(line)
        indent = _width(line) if shows else None
    return shown


def _fenced(lines: list[str]) -> set[int]:
    """Return the lines of code in Markdown."""
    shown: set[int] = set()
    fence = ''
    for number, line in enumerate(lines):
        if fence:
            shown.add(number)
            text = line.strip()
            if text.startswith(fence) and not text.strip(fence[0]):
                fence = ''
        elif match := _FENCE.match(line):
            fence = match[1]
    return shown


def _width(line: str) -> int:
    return len(line) - len(line.lstrip())
