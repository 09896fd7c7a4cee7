"""Interviews as entries of sphinxcontrib-bibtex."""

from __future__ import annotations

import pytest
from conftest import PEOPLE

pytest.importorskip('sphinxcontrib.bibtex')
TALK = f"""\
On lamps
========

.. interview::
{PEOPLE}   :name: lamps
   :date: 2024-05-01

   A: Why?

   G: Because.
"""
FILES = {
    'conf.py': 'extensions = ["sphinxext.interview", "sphinxcontrib.bibtex"]\n',
    'index.rst': 'Index\n=====\n\n.. toctree::\n\n   lamps\n\nAs :cite:p:`lamps{Q1}` says.\n\n'
    '.. bibliography::\n',
    'lamps.rst': TALK,
}


def shown(built) -> str:
    return built.page().xpath('string(//*[@role="main"])')


@pytest.mark.parametrize('builder', ['html', 'latex', 'text'])
def test_an_interview_is_cited_as_any_entry(build, builder):
    built = build(FILES, builder, bibtex_reference_style='author_year')
    if builder == 'html':
        assert '[Keeper, 2024, Q1]' in shown(built)
        assert 'On lamps. Interview by Ada Reader' in shown(built)


def test_beside_the_projects_own_files(build):
    own = '@misc{own,\n author = {Nobody, Ann},\n title = {Own},\n year = {1999}\n}\n'
    index = FILES['index.rst'].replace('As ', 'As :cite:t:`own` and ')
    built = build({**FILES, 'own.bib': own, 'index.rst': index}, bibtex_bibfiles=['own.bib'])
    assert 'Nobody' in shown(built)
    assert 'Keeper' in shown(built)


def test_an_edit_of_the_interview_reaches_the_bibliography(build):
    build(FILES)
    built = build({'lamps.rst': TALK.replace('2024-05-01', '2021-05-01')})
    assert 'May 2021' in shown(built)
    assert '0 added, 0 changed, 0 removed' in build({}).messages


@pytest.mark.parametrize('sign', ['{', '}', '\\', '"', '%', '},\n@misc{x,'])
def test_no_sign_of_a_title_breaks_the_file_of_all(build, sign):
    title = f'On {sign.splitlines()[0]} lamps'
    talk = TALK.replace('On lamps', title.replace('\\', '\\\\')).replace('=' * 8, '=' * 20)
    build({**FILES, 'lamps.rst': talk})
    assert 'Keeper' in shown(build({}))
