"""Checks against every supported version: ``nox``, or ``nox -s`` and a session's name."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import nox

nox.needs_version = '>=2024.4.15'
nox.options.default_venv_backend = 'venv'
nox.options.sessions = ['lint', 'types', 'tests', 'themes', 'docs', 'wheel']

PROJECT = nox.project.load_toml('pyproject.toml')
#: Python with Sphinx; None is the newest that this Python can have.
VERSIONS = [('3.11', '7.4.7'), ('3.11', '8.2.3'), ('3.11', '9.0.4'), ('3.13', None), ('3.14', None)]
DOCS_BUILDERS = ('html', 'dirhtml', 'singlehtml', 'epub', 'latex', 'text', 'man', 'texinfo')


def group(name: str) -> list[str]:
    return nox.project.dependency_groups(PROJECT, name)


@nox.session(python='3.11')
def lint(session: nox.Session) -> None:
    session.install(*group('lint'))
    session.run('ruff', 'check', '.')
    session.run('ruff', 'format', '--check', '.')
    session.run('codespell')
    shown = ('--disable', 'line-too-long', '--ignore', 'docs/_build', 'README.md', 'docs')
    session.run('sphinx-lint', '--enable', 'all', *shown)


@nox.session(python='3.11')
def types(session: nox.Session) -> None:
    session.install('-e', '.', *group('types'))
    session.run('mypy')


@nox.session
@nox.parametrize('python,sphinx', VERSIONS)
def tests(session: nox.Session, sphinx: str | None) -> None:
    session.install(
        '-e', '.[markdown]', f'sphinx=={sphinx}' if sphinx else 'sphinx', *group('test')
    )
    session.run('python', '-m', 'pytest', *session.posargs)


@nox.session(python='3.11')
def themes(session: nox.Session) -> None:
    """Look at a page in all themes, with the newest Sphinx that they have in common."""
    session.install('-e', '.[markdown]', *group('test'), *group('themes'))
    session.run('python', '-m', 'pytest', 'tests/test_themes.py', *session.posargs)


@nox.session(python='3.11')
def docs(session: nox.Session) -> None:
    session.install('-e', '.[docs]')
    for builder in DOCS_BUILDERS:
        out = ('-d', 'docs/_build/doctrees', '-b', builder, 'docs', f'docs/_build/{builder}')
        session.run('sphinx-build', '-nWq', '--keep-going', *out)


@nox.session(python='3.11')
def wheel(session: nox.Session) -> None:
    """Test what users install, beside another distribution of the same namespace."""
    session.install('build')
    dist = Path(session.create_tmp())
    session.run('python', '-m', 'build', '--quiet', '--wheel', '--outdir', str(dist))
    (built,) = dist.glob('*.whl')
    assert any('/de/LC_MESSAGES/interview.mo' in name for name in ZipFile(built).namelist())
    session.install(f'{built}[markdown]', 'furo', 'sphinxext-opengraph')
    session.chdir('docs/tutorial/first')
    session.run(
        'sphinx-build',
        '-q',
        '-D',
        'extensions=sphinxext.interview,sphinxext.opengraph',
        '.',
        str(dist / 'html'),
    )


@nox.session(python='3.11')
def benchmarks(session: nox.Session) -> None:
    session.install('-e', '.', 'sphinx-design')
    session.run('python', 'benchmarks', *session.posargs)


@nox.session(python='3.11')
def foreign(session: nox.Session) -> None:
    """Build documentation of others with the extension and without: it must be the same."""
    session.install('-e', '.', 'sphinxcontrib-bibtex')
    session.run('python', 'benchmarks/foreign.py', *session.posargs)
