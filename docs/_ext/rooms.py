"""Draws which room imports which into CONTRIBUTING.md: `python docs/_ext/rooms.py`."""

from __future__ import annotations

import ast
import re
from pathlib import Path

TOP = Path(__file__).parent.parent.parent
PACKAGE = TOP / 'sphinxext' / 'interview'
PAGE = TOP / 'CONTRIBUTING.md'
#: In the order in which data flows.
ROOMS = (
    'transcript', 'citing', 'messages', 'config', 'doctree', 'writers', 'domain', 'directives',
    'assets', 'cli',
)  # fmt: skip
DRAWING = re.compile(r'(?<=<!-- rooms -->\n```text\n).*?(?=```\n)', re.DOTALL)


def imports(room: str) -> set[str]:
    """Return the other rooms that a room's modules import."""
    top = PACKAGE / room
    paths = [*top.rglob('*.py')] if top.is_dir() else [top.with_suffix('.py')]
    return {name for path in paths for name in _imported(path)} & {*ROOMS} - {room}


def _imported(path: Path) -> set[str]:
    depth = len(path.relative_to(PACKAGE).parts)
    return {
        name
        for node in ast.walk(ast.parse(path.read_text('utf-8')))
        if isinstance(node, ast.ImportFrom) and node.level == depth
        for name in ((node.module or '').split('.')[0], *(alias.name for alias in node.names))
    }


def drawing() -> str:
    """Return a line for each room and a column for each that imports others.

    A column has `^` at the room itself, and `o` at what it imports.
    """
    columns = [_column(room) for room in ROOMS if imports(room)]
    rows = zip(*columns, strict=True)
    return ''.join(
        f'{room:12}{"  ".join(row)}'.rstrip() + '\n' for room, row in zip(ROOMS, rows, strict=True)
    )


def _column(room: str) -> str:
    used = [ROOMS.index(name) for name in imports(room)]
    own = ROOMS.index(room)
    first, last = min(*used, own), max(*used, own)
    return ''.join(
        '^' if row == own else 'o' if row in used else '|' if first < row < last else ' '
        for row in range(len(ROOMS))
    )


def page() -> str:
    """Return CONTRIBUTING.md with the drawing."""
    return DRAWING.sub(lambda _: drawing(), PAGE.read_text('utf-8'))


if __name__ == '__main__':
    PAGE.write_text(page(), 'utf-8')
