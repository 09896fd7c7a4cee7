"""Below an answer stands where the project quotes or cites it."""

from __future__ import annotations

import pytest
from conftest import PEOPLE

TALK = f'Lamps\n=====\n\n.. interview::\n{PEOPLE}\n   A: Why? {{#why}}\n\n   G: Because of the sea.\n\n   A: How?\n\n   G: So.\n'
FILES = {
    'index.rst': 'Index\n=====\n\n.. toctree::\n\n   lamps\n   one\n   two\n',
    'lamps.rst': TALK,
    'one.rst': 'One\n===\n\n:interview:quote:`Because of the sea <lamps.why>`\n',
    'two.rst': 'Two\n===\n\n:interview:cite:`lamps.why` and :interview:cite:`lamps`\n',
}


def uses(built) -> list[tuple[str, list[str]]]:
    return [
        (found.text_content(), found.xpath('.//a/@href'))
        for found in built.page('lamps').find_class('interview-uses')
    ]


def test_an_answer_lists_the_pages_that_use_it(build):
    assert uses(build(FILES)) == [('Cited in: One, Two', ['one.html', 'two.html'])]


def test_it_can_be_switched_off(build):
    assert uses(build(FILES, interview_cited_in=False)) == []


@pytest.mark.parametrize('parallel', [0, 2])
def test_the_list_follows_edits_of_other_pages(build, parallel):
    build(FILES, parallel=parallel)
    built = build({'two.rst': 'Two\n===\n\nNothing.\n'}, parallel=parallel)
    assert uses(built) == [('Cited in: One', ['one.html'])]


def test_a_page_is_written_again_only_if_its_list_changed(build):
    page = build(FILES).app.outdir / 'lamps.html'
    before = page.stat().st_mtime_ns
    build({'two.rst': FILES['two.rst'] + '\nMore words.\n'})
    assert page.stat().st_mtime_ns == before


@pytest.mark.parametrize(
    'builder', ['dirhtml', 'singlehtml', 'epub', 'latex', 'text', 'man', 'texinfo']
)
def test_uses_build_everywhere(build, builder):
    build(FILES, builder)
