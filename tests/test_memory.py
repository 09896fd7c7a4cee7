"""What was read is set aside from the search for garbage, where the project asks for it."""

from __future__ import annotations

import gc

import pytest
from conftest import PEOPLE

CONF = """\
import gc

extensions = ['sphinxext.interview']

def note(app, page, *rest):
    (app.outdir / f'{page}.frozen').write_text(str(gc.get_freeze_count()))
    if page == app.config.copyright:
        raise OSError(page)

def setup(app):
    app.connect('html-page-context', note)
    return {'parallel_write_safe': True, 'parallel_read_safe': True}
"""
TALK = f'Talk\n====\n\n.. interview::\n{PEOPLE}\n   A: Who keeps it?\n\n   G: I do.\n'
#: Enough for Sphinx to write them in parallel.
NAMES = 'one', 'two', 'three', 'four', 'five', 'six', 'seven'
FILES = {
    'conf.py': CONF,
    'index.rst': 'Talks\n=====\n\n.. toctree::\n   :glob:\n\n   *\n',
    **{f'{name}.rst': TALK for name in NAMES},
}


@pytest.mark.parametrize('parallel', [0, 2])
def test_memory_is_frozen_while_pages_are_written(build, parallel):
    before = gc.get_freeze_count()
    built = build(FILES, parallel=parallel, interview_freeze_memory=True)
    assert int(built.read('one.frozen')) > before + 10_000
    assert gc.get_freeze_count() == before


def test_memory_is_left_alone_where_nobody_asks(build):
    before = gc.get_freeze_count()
    assert int(build(FILES).read('one.frozen')) == before


def test_memory_is_free_again_when_a_build_fails(build):
    before = gc.get_freeze_count()
    with pytest.raises(Exception, match='one'):
        build(FILES, interview_freeze_memory=True, copyright='one')
    assert gc.get_freeze_count() == before


def test_pages_are_the_same_with_frozen_memory(build):
    frozen = build(FILES, where='frozen', interview_freeze_memory=True)
    usual = build(FILES, where='usual')
    names = ['index.html', 'seven.html', 'searchindex.js', 'interview-index.html']
    assert list(map(frozen.read, names)) == list(map(usual.read, names))
