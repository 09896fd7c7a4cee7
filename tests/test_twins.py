"""What the documentation shows in Markdown is the same as what it shows in reStructuredText."""

from __future__ import annotations

import importlib.util
import re
import shutil
import sys

import pytest
from conftest import find_module
from docutils import nodes
from packing import TOP

DOCS = TOP / 'docs'
CODE = re.compile(r'^( *)\.\. code-block:: rst\n((?:\1 +.*\n|\n)+)', re.MULTILINE)
INCLUDED = re.compile(r'literalinclude:: (\S+)\n *:language: rst\n(?! *:caption:)')
SHOWN = re.compile(r'^\.\. shown::\n((?: +.*\n|\n)+)', re.MULTILINE)
#: What differs where nothing differs: in what it is written.
MARKUP = {'markup', 'source', 'translation_progress'}


def load(name: str):
    spec = importlib.util.spec_from_file_location(name, DOCS / f'_ext/{name}.py')
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # its neighbours import it
    spec.loader.exec_module(module)
    return module


twins = load('twins')


def dedented(text: str) -> str:
    lines = text.strip('\n').split('\n')
    indent = min(len(line) - len(line.lstrip()) for line in lines if line.strip())
    return '\n'.join(line[indent:] for line in lines)


def examples() -> dict[str, str]:
    """Return every example of the documentation by the place where it is."""
    found = {}
    for path in sorted(DOCS.rglob('*.rst')):
        if {'_build', 'snippets'} & set(path.parts):
            continue
        text, name = path.read_text('utf-8'), path.relative_to(DOCS).as_posix()
        blocks = [dedented(block) for _, block in CODE.findall(text)]
        for included in INCLUDED.findall(text):
            where = DOCS / included[1:] if included.startswith('/') else path.parent / included
            blocks.append(where.read_text('utf-8').rstrip())
        blocks += [dedented(block) for block in SHOWN.findall(text)]
        found |= {f'{name}:{number}': block for number, block in enumerate(blocks)}
    return found


EXAMPLES = examples()


def with_twins() -> dict[str, tuple[str, str]]:
    pairs = {}
    for place, text in EXAMPLES.items():
        try:
            pairs[place] = text, twins.twin(text)
        except twins.NoTwinError:
            continue
    return pairs


def content(node: nodes.Node) -> object:
    """Return a tree as plain values: what a reader gets, and what it refers to."""
    if isinstance(node, nodes.Text):
        return node.astext()
    attributes = {
        key: value for key, value in node.attributes.items() if value and key not in MARKUP
    }
    children: list[object] = []
    for child in map(content, node.children):
        if isinstance(child, str) and children and isinstance(children[-1], str):
            children[-1] += child
        else:
            children.append(child)
    return type(node).__name__, sorted(map(str, attributes.items())), children


def test_every_example_has_a_twin():
    assert len(EXAMPLES) > 40
    assert EXAMPLES.keys() - with_twins().keys() == set()


@pytest.fixture
def doctrees(build):
    """Build the examples, each a page, in one markup."""
    find_module('myst_parser')

    def run(suffix: str, sources: dict[str, str], where: str) -> dict[str, object]:
        names = {place: re.sub(r'\W', '-', place) for place in sources}
        files = {f'{names[place]}{suffix}': text + '\n' for place, text in sources.items()}
        listed = '\n'.join(f'   {name}' for name in names.values())
        files['index.rst'] = f'Examples\n========\n\n.. toctree::\n\n{listed}\n'
        files['conf.py'] = (
            'extensions = ["sphinxext.interview", "myst_parser", "sphinx.ext.intersphinx", '
            '"sphinxcontrib.bibtex"]\nbibtex_bibfiles = []\n'
        )
        built = build(
            files, 'dummy', warns=True, where=where, exclude_patterns=['snippets', 'example'],
            source_suffix={'.rst': 'restructuredtext', '.md': 'markdown'},
        )  # fmt: skip
        return {place: content(built.app.env.get_doctree(name)) for place, name in names.items()}

    return run


def test_both_make_the_same(doctrees, tmp_path):
    pairs = with_twins()
    for folder in ('rst', 'md'):
        for name in ('snippets', 'example'):
            shutil.copytree(DOCS / name, tmp_path / folder / name)
        shutil.copy(DOCS / 'bells.txt', tmp_path / folder)
    ours = doctrees('.rst', {place: pair[0] for place, pair in pairs.items()}, 'rst')
    others = doctrees('.md', {place: pair[1] for place, pair in pairs.items()}, 'md')
    different = [place for place in pairs if others[place] != ours[place]]
    assert different == []
    assert not [place for place in pairs if 'problematic' in str(ours[place])]


@pytest.mark.parametrize(
    'source',
    [
        'Term::\n\n   code',
        '.. a comment',
        '=== ===\na   b\n=== ===',
        '| line',
        '.. x::\n   :a: b\n      c',
    ],
)
def test_what_markdown_has_no_like_for_has_no_twin(source):
    with pytest.raises(twins.NoTwinError):
        twins.twin(source)
