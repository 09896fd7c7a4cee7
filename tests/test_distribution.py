"""What is distributed holds what it names, and says the same everywhere."""

from __future__ import annotations

import re
import subprocess
import tarfile
import tomllib
import zipfile

import pytest
import yaml
from packing import TOP, packed

from sphinxext.interview import __version__

PROJECT = tomllib.loads((TOP / 'pyproject.toml').read_text('utf-8'))
#: Files and folders between backquotes or in links.
NAMED = re.compile(r'`((?:docs|tests)/[\w/.-]+\.\w+)`|\b([A-Z_]+\.(?:md|cff)|Makefile|LICENSE)\b')


def named(text: str) -> set[str]:
    return {a or b for a, b in NAMED.findall(text) if '_build' not in a}


@pytest.fixture(scope='module')
def sdist() -> set[str]:
    with tarfile.open(packed('sdist')) as archive:
        return {name.partition('/')[2] for name in archive.getnames()}


@pytest.mark.parametrize('page', ['README.md', 'CONTRIBUTING.md', 'SECURITY.md'])
def test_the_sdist_holds_every_file_that_a_page_of_it_names(sdist, page):
    assert page in sdist
    assert named((TOP / page).read_text('utf-8')) <= sdist


def test_the_sdist_has_what_make_needs(sdist):
    needed = {'Makefile', 'noxfile.py', 'pyproject.toml', 'tests/conftest.py', 'docs/conf.py'}
    assert needed <= sdist


def test_the_sdist_has_nothing_that_was_made(sdist):
    assert not [name for name in sdist if '_build/' in name or '__pycache__' in name]


def test_the_wheel_has_the_assets_and_the_type_marker_and_no_tests():
    names = set(zipfile.ZipFile(packed('wheel')).namelist())
    package = TOP / 'sphinxext/interview'
    files = {
        path.relative_to(TOP).as_posix()
        for path in package.rglob('*')
        if path.is_file() and '__pycache__' not in path.parts
    }
    assert files <= names
    assert not [name for name in names if not name.startswith('sphinxext')]


def test_links_of_the_readme_lead_somewhere_from_any_page():
    links = re.findall(r'\]\(([^)]+)\)', (TOP / 'README.md').read_text('utf-8'))
    assert links
    assert all(link.startswith('https://') for link in links)


def test_the_version_is_the_same_everywhere():
    citation = yaml.safe_load((TOP / 'CITATION.cff').read_text('utf-8'))
    assert citation['version'] == __version__
    assert citation['license'] == PROJECT['project']['license']


def test_the_workflows_test_three_systems_with_every_python_that_is_supported():
    workflow = yaml.safe_load((TOP / '.github/workflows/tests.yml').read_text('utf-8'))
    matrix = workflow['jobs']['tests']['strategy']['matrix']
    supported = {
        line.rpartition(' ')[2]
        for line in PROJECT['project']['classifiers']
        if re.search(r'Python :: 3\.\d+$', line)
    }
    assert set(matrix['python']) == supported
    assert set(matrix['os']) == {'ubuntu', 'macos', 'windows'}


@pytest.mark.parametrize('path', sorted((TOP / '.github').rglob('*.yml')), ids=lambda p: p.name)
def test_forms_and_workflows_can_be_read(path):
    assert isinstance(yaml.safe_load(path.read_text('utf-8')), dict)


def test_tools_have_one_version_in_pre_commit_and_in_the_project():
    hooks = yaml.safe_load((TOP / '.pre-commit-config.yaml').read_text('utf-8'))['repos']
    revisions = {hook['id']: repo['rev'] for repo in hooks for hook in repo['hooks']}
    groups = PROJECT['dependency-groups']
    pinned = [
        line
        for line in [*groups['lint'], *groups['types']]
        if isinstance(line, str) and '==' in line
    ]
    for tool, version in (line.split('==') for line in pinned):
        hook = {'ruff': 'ruff-format'}.get(tool, tool)
        assert revisions[hook] == f'v{version}'


WORDS = {
    'codespell': ['--toml', str(TOP / 'pyproject.toml')],
    'sphinx-lint': [
        '--enable',
        'all',
        '--disable',
        'line-too-long',
        '--ignore',
        'docs/_build',
        'README.md',
        'docs',
    ],
}


@pytest.mark.parametrize('tool', WORDS)
def test_the_words_of_the_project_are_clean(program, tool, tmp_path):
    def runs(folder) -> subprocess.CompletedProcess[str]:
        command = [program(tool), *WORDS[tool]]
        return subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True)

    done = runs(TOP)
    assert done.returncode == 0, done.stdout
    (tmp_path / 'docs').mkdir()
    (tmp_path / 'README.md').write_text('Fine.\n')
    (tmp_path / 'docs/page.rst').write_text('Recieve it, see :doc: `here`.\n')
    assert runs(tmp_path).returncode != 0  # nothing is skipped that shouldn't be
