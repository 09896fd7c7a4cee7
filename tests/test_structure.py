"""Data flows one way: each room imports only what stands before it."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / 'sphinxext' / 'interview'
#: What each room may import of ours, beside its own modules.
ALLOWED = {
    'transcript': set(),
    'messages': {'transcript.model'},
    'config': {'messages', 'transcript.model'},
    'citing': set(),
    'doctree': {'transcript', 'citing', 'messages', 'config', 'writers'},
    'writers': {'doctree.finding', 'doctree.nodes', 'doctree.turns', 'messages'},
    'domain': {
        'transcript',
        'citing',
        'messages',
        'doctree.conditions',
        'doctree.finding',
        'doctree.nodes',
        'doctree.notes',
        'doctree.references',
        'doctree.restricted',
        'doctree.segments',
        'doctree.turns',
    },
    'directives': {
        'transcript',
        'citing.dates',
        'citing.describing',
        'messages',
        'config',
        'doctree',
    },
    'folder': {
        'transcript',
        'citing.dates',
        'messages',
        'domain.presenting.dates',
        'directives',
    },
    'assets': {'doctree.finding', 'doctree.nodes', 'messages'},
    'cli': {'transcript'},
    '__main__': {'cli'},
}
#: What each room of `transcript` may import of the others; its own modules, the model and
#: what a reader is given are everybody's.
FLOW = {
    'speech': set(),
    'people': {'speech'},
    'source': {'people'},
    'exchanges': {'people', 'segments', 'speech'},
    'captions': {'exchanges', 'people', 'speech'},
    'consent': {'exchanges', 'people'},
    'layouts': {'consent', 'people', 'speech'},
    'segments': {'speech'},
    'text': {'exchanges', 'layouts', 'people', 'segments', 'speech'},
    'formats': {
        'captions',
        'consent',
        'exchanges',
        'people',
        'segments',
        'source',
        'speech',
        'text',
    },
    'loading': {'exchanges', 'formats', 'source'},
    'writing': {'captions', 'loading', 'people', 'segments', 'source', 'speech'},
    'model': set(),
    'material': set(),
    'memory': set(),
    'recordings': set(),
    'parallel': set(),
    'addresses': set(),
    'permalinks': {'exchanges', 'files'},
    'files': set(),
}
#: What each room of `domain` may import of the others; its modules are everybody's.
DOMAIN = {
    'citations': set(),
    'quoting': set(),
    'referring': {'citations', 'quoting'},
    'projects': {'citations', 'quoting'},
    'excerpts': {'projects', 'referring'},
    'editions': {'citations', 'referring'},
    'grouping': {'citations', 'referring'},
    'presenting': {'citations', 'editions', 'grouping', 'referring'},
    'drawing': {'grouping', 'presenting', 'referring'},
    'listing': {'citations', 'drawing', 'grouping', 'presenting', 'referring'},
    'consent': set(),
    'permalinks': {'referring'},
    'publishing': {'citations', 'editions', 'quoting'},
}
MODULES = sorted(
    path for path in PACKAGE.rglob('*.py') if path.parent != PACKAGE or path.stem != '__init__'
)
#: Every folder with modules.
ROOMS = sorted({path.parent for path in MODULES})


def imported(path: Path) -> set[str]:
    """Return the modules that *path* imports: ours relative to the package, others by name."""
    tree = ast.parse(path.read_text('utf-8'))
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            folder = path.parent
            for _ in range(node.level - 1):
                folder = folder.parent
            base = '.'.join(folder.relative_to(PACKAGE).parts) if node.level else None
            name = node.module or ''
            if base is None:
                found.add(name)
            else:
                module = '.'.join(filter(None, [base, name]))
                found |= {'.' + '.'.join(filter(None, [module, a.name])) for a in node.names}
    return found


@pytest.mark.parametrize(
    'path', MODULES, ids=lambda path: '.'.join(path.relative_to(PACKAGE).parts)
)
def test_a_module_imports_only_rooms_before_its_own(path):
    room = path.relative_to(PACKAGE).parts[0].removesuffix('.py')
    ours = {name[1:] for name in imported(path) if name.startswith('.')}
    allowed = {room, *ALLOWED[room]}
    wrong = {
        name
        for name in ours
        if not any(f'{name}.'.startswith(f'{start}.') for start in allowed)
        and not any(f'{start}.'.startswith(f'{name}.') and '.' in start for start in allowed)
    }
    assert wrong == set()


@pytest.mark.parametrize('room', FLOW)
def test_a_transcript_is_read_in_one_direction(room):
    top = PACKAGE / 'transcript'
    for path in filter(Path.exists, [top / f'{room}.py', *(top / room).rglob('*.py')]):
        ours = {name for name in imported(path) if name.startswith('.transcript.')}
        rooms = {name.split('.')[2] for name in ours}
        assert rooms <= {room, 'model', 'material', 'memory', *FLOW[room]}, path


def test_every_room_of_transcript_has_its_place_in_the_flow():
    top = PACKAGE / 'transcript'
    rooms = {path.stem for path in top.iterdir() if path.suffix == '.py' or any(path.glob('*.py'))}
    assert rooms == set(FLOW)


@pytest.mark.parametrize('room', DOMAIN)
def test_a_room_of_the_domain_builds_on_those_before_it(room):
    top = PACKAGE / 'domain'
    allowed = {room, *DOMAIN[room]}
    for path in (top / room).rglob('*.py'):
        rooms = {name.split('.')[2] for name in imported(path) if name.startswith('.domain.')}
        assert rooms & DOMAIN.keys() <= allowed, path


def test_every_room_of_the_domain_has_its_place():
    rooms = {path.name for path in (PACKAGE / 'domain').iterdir() if any(path.glob('*.py'))}
    assert rooms == DOMAIN.keys()


@pytest.mark.parametrize(
    'room', ROOMS, ids=lambda path: '.'.join(path.relative_to(PACKAGE.parent).parts)
)
def test_a_room_has_a_dozen_modules_at_most(room):
    assert len(list(room.glob('*.py'))) <= 13


@pytest.mark.parametrize('room', ['transcript', 'citing'])
def test_a_pure_room_knows_neither_docutils_nor_sphinx(room):
    for path in (PACKAGE / room).rglob('*.py'):
        outside = {name for name in imported(path) if not name.startswith('.')}
        assert not {name for name in outside if name.split('.')[0] in {'docutils', 'sphinx'}}


def test_nothing_imports_the_package_itself():
    for path in MODULES:
        assert not {name for name in imported(path) if name.startswith('sphinxext')}


def test_the_namespace_belongs_to_nobody():
    assert not (PACKAGE.parent / '__init__.py').exists()


def test_every_extra_that_a_message_names_exists():
    named = {
        extra
        for path in MODULES
        for extra in re.findall(r'sphinxext-interview\[(\w+)\]', path.read_text('utf-8'))
    }
    project = tomllib.loads((PACKAGE.parent.parent / 'pyproject.toml').read_text('utf-8'))
    assert named <= set(project['project']['optional-dependencies'])


def test_the_drawing_of_the_rooms_is_that_of_the_imports():
    done = subprocess.run(
        [sys.executable, '-c', 'import rooms; print(rooms.page(), end="")'],
        cwd=PACKAGE.parent.parent / 'docs/_ext', check=True, capture_output=True, encoding='utf-8',
        env=os.environ | {'PYTHONIOENCODING': 'utf-8'},
    )  # fmt: skip
    page = (PACKAGE.parent.parent / 'CONTRIBUTING.md').read_text('utf-8')
    assert done.stdout == page
    assert re.search(r'^cli +\^$', page, re.MULTILINE)
