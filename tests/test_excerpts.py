"""Exchanges that are shown again elsewhere."""

from __future__ import annotations

import pytest
from conftest import PEOPLE

TALK = """\
A: [00:05] Any advice? {#advice}

G: Later often means *never*.

A: And if it breaks? {#broken}

G: Mend it.

Pip: Or not.
"""
HOST = (
    'Host\n====\n\n.. interview:: On lamps\n   :file: talk.txt\n   :name: lamp\n   :numbered:\n'
    f'{PEOPLE}   :participant: Pip\n\n.. toctree::\n\n   other\n'
)


def other(arguments: str, options: str = '') -> str:
    return f'Other\n=====\n\n.. interview:excerpt:: {arguments}\n{options}'


@pytest.fixture
def excerpt(build):
    def run(arguments: str, options: str = '', **config):
        files = {'index.rst': HOST, 'talk.txt': TALK, 'other.rst': other(arguments, options)}
        return build(files, **config)

    return run


def turns(built) -> list[str]:
    (found,) = built.page('other').find_class('interview-excerpt')
    return [turn.text_content().strip() for turn in found.find_class('interview-turn')]


ADVICE = ['Ada Reader: 00:05 Any advice?', 'Grace Keeper: Later often means *never*.']
BROKEN = ['Ada Reader: And if it breaks?', 'Grace Keeper: Mend it.', 'Pip: Or not.']


@pytest.mark.parametrize(
    ('arguments', 'options', 'shown'),
    [
        ('lamp.advice', '', ADVICE),
        ('lamp.broken lamp.advice', '', BROKEN + ADVICE),
        ('lamp.broken.pip', '', [BROKEN[0], BROKEN[2]]),
        ('lamp.broken', '   :show: question\n', BROKEN[:1]),
        ('lamp.broken', '   :show: answer\n', BROKEN[1:]),
        ('lamp', '', ADVICE + BROKEN),
    ],
)
def test_an_excerpt_shows_what_it_names(excerpt, arguments, options, shown):
    assert turns(excerpt(arguments, options)) == shown


def test_an_excerpt_says_where_it_is_from(excerpt):
    page = excerpt('lamp.advice').page('other')
    (source,) = page.find_class('interview-source')
    assert source.text_content() == '— On lamps'
    assert source.xpath('.//a/@href') == ['index.html#lamp.advice']
    assert '_static/interview.css' in ''.join(page.xpath('//link/@href'))


@pytest.mark.parametrize(
    'builder', ['singlehtml', 'epub', 'latex', 'text', 'man', 'texinfo', 'xml', 'gettext']
)
def test_an_excerpt_builds_everywhere(excerpt, builder):
    excerpt('lamp.advice lamp.broken', builder=builder)


def test_no_id_stands_twice(excerpt):
    page = excerpt('lamp.advice lamp.broken', builder='singlehtml').page('index')
    ids = page.xpath('//@id')
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize('parallel', [0, 2])
def test_an_excerpt_follows_an_edit_of_its_source(excerpt, build, parallel):
    excerpt('lamp.advice', parallel=parallel)
    built = build({'talk.txt': TALK.replace('never', 'seldom')}, parallel=parallel)
    assert turns(built)[1] == 'Grace Keeper: Later often means *seldom*.'


def test_an_unknown_address_is_reported(excerpt):
    built = excerpt('lamp.nowhere', warns=True)
    assert "other.rst:4: WARNING: unknown interview:excerpt: 'lamp.nowhere'" in built.warnings
