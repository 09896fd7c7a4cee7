"""Projects that quote, excerpt and cite each other from what each has published."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zlib

import lxml.html
import pytest
from conftest import PEOPLE
from serving import serve

from sphinxext.interview.domain.projects.inventory import load

EXTENSIONS = 'extensions = ["sphinxext.interview", "sphinx.ext.intersphinx"]\n'


def interview(name: str, answer: str, after: str = '') -> str:
    options = f'   :name: {name}\n   :date: 2024-05-01\n'
    talk = f'   A: Any advice? {{#advice}}\n\n   G: {answer}\n'
    return f'{name.title()}\n{"=" * len(name)}\n\n.. interview::\n{PEOPLE}{options}\n{talk}\n\n{after}\n'


def using(name: str, words: str) -> str:
    return f"""\
Others
------

.. interview:quote:: {name}.advice

   {words}

Also :interview:quote:`{words} <{name}>`, :interview:answer:`{name}.advice`, :interview:speaker:`Grace Keeper`,
:interview:ref:`{name}`, :interview:cite:`{name}.advice`.

.. interview:excerpt:: {name}.advice

.. interview:references::
"""


LAMPS, BOATS = 'Later [laughs] often means never.\n\n   Then wait.', 'Row slowly, and look back.'


@pytest.fixture
def project(build, tmp_path):
    """Build one of the two projects, each of which reads what the other has published."""

    def run(name: str, other: str, answer: str, quoted: str = '', **options):
        text = interview(name, answer, using(other, quoted) if quoted else '')
        inventory = str(tmp_path / other / '_build' / 'html' / 'objects.inv')
        config = {
            'interview_inventory': True,
            'interview_projects': {other: None} if quoted else {},
            'intersphinx_mapping': {other: (f'https://{other}.example/', inventory)}
            if quoted
            else {},
        }
        return build(
            {'conf.py': EXTENSIONS, 'index.rst': text},
            where=name,
            project=name.title(),
            **config | options,
        )

    return run


@pytest.fixture
def both(project):
    """Build both, first without what they take from each other."""
    project('lamps', 'boats', LAMPS)
    project('boats', 'lamps', BOATS)
    lamps = project('lamps', 'boats', LAMPS, 'Row slowly, and look back.')
    return lamps, project('boats', 'lamps', BOATS, 'Later often means never')


def links(built) -> list[str]:
    return [a for a in built.page().xpath('//section//section//a/@href') if a[:4] == 'http']


ANSWER = 'https://lamps.example/index.html#lamps.advice.g'


def test_each_quotes_excerpts_and_cites_the_other(both):
    _, boats = both
    others = boats.page().xpath('//section[@id="others"]')[0]
    attribution = others.find_class('attribution')[0].text_content()
    assert attribution.lstrip('—') == 'Grace Keeper, “Any advice?”'
    marked = f'{ANSWER}:~:text=Later%20%5Blaughs%5D%20often%20means%20never'
    assert links(boats)[:3] == [marked, marked, ANSWER]
    (excerpt,) = others.find_class('interview-excerpt')
    assert [p.text_content() for p in excerpt.iter('p')] == [
        'Ada Reader: Any advice?',
        'Grace Keeper: Later [laughs] often means never.',
        'Then wait.',
        '— Lamps',
    ]
    (head,) = boats.page().xpath('//script[@type="application/ld+json"][contains(., "@graph")]')
    person, *quotations = json.loads(head.text)['@graph']
    assert person['name'] == 'Grace Keeper'
    assert {one['isBasedOn'] for one in quotations} == {ANSWER}
    assert others.find_class('interview-citation')[0].text_content() == '(Keeper, 2024, Q1)'
    assert 'Lamps' in others.find_class('interview-references')[0].text_content()


def test_a_changed_answer_fails_where_it_is_quoted(both, project):
    project('lamps', 'boats', LAMPS.replace('often', 'mostly'), 'Row slowly, and look back.')
    boats = project('boats', 'lamps', BOATS, 'Later often means never', warns=True)
    first, second = boats.warnings.splitlines()
    assert first.startswith('index.rst:18: WARNING: ')
    assert '[-often-] {+mostly+}' in first
    assert second.endswith('[interview.quote]')
    excerpt = boats.page().find_class('interview-excerpt')[0].text_content()
    assert 'mostly' in excerpt
    project('lamps', 'boats', LAMPS, 'Row slowly, and look back.')
    assert project('boats', 'lamps', BOATS, 'Later often means never').warnings == ''


@pytest.fixture
def written(tmp_path):
    """Write a project, and return what builds it as its author does: exit status and warnings."""

    def write(name: str, other: str, text: str):
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        inventory = tmp_path / other / 'html' / 'objects.inv'
        mapping = {other: (f'https://{other}.example/', str(inventory))}
        config = f'interview_inventory = True\ninterview_projects = {{{other!r}: None}}\n'
        (folder / 'conf.py').write_text(f'{EXTENSIONS}{config}intersphinx_mapping = {mapping}\n')
        (folder / 'index.rst').write_text(text)

        def run(*options: str) -> tuple[int, str]:
            command = [sys.executable, '-m', 'sphinx', '-q', *options, '.', 'html']
            done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
            return done.returncode, done.stderr.replace(f'{folder}/', '')

        return run

    return write


USES = {
    'a block': '.. interview:quote:: lamps.advice\n\n   Later often means never',
    'words': 'So :interview:quote:`often means <lamps.advice.g>`.',
    'certain words': 'So :external+lamps:interview:quote:`often means <lamps.advice.g>`.',
    'words of any': 'So :external:interview:quote:`often means <lamps.advice>`.',
    'an excerpt': '.. interview:excerpt:: lamps.advice',
    'a citation': 'See :interview:cite:`lamps.advice`.',
    'an answer': 'See :interview:answer:`lamps.advice`.',
}
QUOTED = ('a block', 'words', 'certain words', 'words of any')


@pytest.mark.parametrize(
    ('edit', 'concerned'),
    [(('often means', 'mostly means'), QUOTED), (('{#advice}', '{#other}'), USES)],
    ids=['other words', 'no such answer'],
)
def test_a_build_of_the_other_fails_at_every_line_concerned_until_it_is_changed_back(
    written, edit, concerned
):
    lamps, boats = interview('lamps', LAMPS), interview('boats', BOATS, '\n\n'.join(USES.values()))
    back = '.. interview:quote:: boats.advice\n\n   look back\n'
    written('lamps', 'boats', lamps)()  # not yet strict, for there are no boats yet
    build_boats = written('boats', 'lamps', boats)
    assert build_boats('-W') == (0, '')
    build_lamps = written('lamps', 'boats', interview('lamps', LAMPS, back))
    assert build_lamps('-W') == (0, '')
    changed = lamps.replace(*edit)
    written('lamps', 'boats', changed + back)('-W')
    status, warnings = build_boats('-W')
    lines = {boats[: boats.index(USES[use])].count('\n') + 1 for use in concerned}
    said = {int(line) for line in re.findall(r'^index.rst:(\d+): WARNING', warnings, re.MULTILINE)}
    assert (status, said) == (1, lines)
    written('lamps', 'boats', lamps + back)('-W')
    assert build_boats('-W') == (0, '')


@pytest.mark.parametrize('role', ['external+lamps:interview:quote', 'external:interview:quote'])
def test_a_quotation_of_another_project_is_never_checked_against_ours(written, tmp_path, role):
    written('lamps', 'boats', interview('lamps', LAMPS))()
    quoted = f':{role}:`often means <lamps.advice>`, :interview:quote:`Never <lamps.advice>`'
    build_ours = written('boats', 'lamps', interview('lamps', 'Never.', quoted))
    assert build_ours('-W') == (0, '')
    page = lxml.html.parse(tmp_path / 'boats' / 'html' / 'index.html')
    there, here = page.xpath('//*[@class="interview-quote"]/a/@href')
    assert there.startswith(f'{ANSWER}:~:text=')
    assert here.startswith('#lamps.advice.g:~:text=')
    written('boats', 'lamps', interview('lamps', 'Never.', quoted.replace('often', 'Never')))
    assert '[interview.quote]' in build_ours()[1]


@pytest.mark.parametrize('where', ['here', 'there'])
def test_an_excerpt_of_a_speaker_is_an_unknown_one(project, where):
    project('lamps', 'boats', LAMPS)
    name = {'here': 'Ada Reader', 'there': 'Grace Keeper'}[where].lower().replace(' ', '-')
    text = f'Later often means never\n\n.. interview:excerpt:: {name}\n'
    assert (
        'unknown interview:excerpt' in project('boats', 'lamps', BOATS, text, warns=True).warnings
    )


def test_an_answer_that_is_gone_is_an_unknown_one(both, project):
    boats = project(
        'boats',
        'lamps',
        BOATS,
        'Later often means never\n\n:interview:cite:`lamps.gone`\n',
        warns=True,
    )
    assert "unknown interview:cite: 'lamps.gone'" in boats.warnings


@pytest.mark.parametrize(
    'builder', ['dirhtml', 'singlehtml', 'epub', 'latex', 'text', 'man', 'texinfo']
)
def test_what_is_another_projects_builds_everywhere(both, project, builder):
    project('boats', 'lamps', BOATS, 'Later often means never', builder=builder)


def test_nothing_is_published_without_the_switch(build, both):
    lamps, _ = both
    path = lamps.app.outdir / 'interviews.inv'
    assert path.is_file()
    build({}, where='lamps', interview_inventory=False, warns=True)
    assert not path.exists()


def test_a_hidden_interview_is_not_published(build):
    hidden = '.. only:: nobody\n\n   .. interview::\n      :name: secret\n\n      A: Why?\n\n      G: Hush.\n'
    built = build({'index.rst': f'X\n=\n\n{hidden}'}, interview_inventory=True)
    assert load((built.app.outdir / 'interviews.inv').read_bytes()).interviews == []


@pytest.fixture
def boats(build):
    def run(place: object, **options):
        text = interview('boats', BOATS, using('lamps', 'Later often means never'))
        return build(
            {'conf.py': EXTENSIONS, 'index.rst': text},
            where='boats',
            interview_projects={'lamps': place},
            **options,
        )

    return run


def test_a_project_of_the_web_is_kept_for_as_long_as_intersphinx_keeps_one(project, boats):
    lamps = project('lamps', 'boats', LAMPS)
    with serve(lamps.app.outdir) as address:
        assert boats(address).page().find_class('interview-excerpt')
    boats(address)  # nobody serves it any more
    (kept,) = boats(address).app.doctreedir.glob('interviews-of-*.inv')
    os.utime(kept, (0, 0))
    warnings = boats(address, warns=True).warnings
    assert 'those of last time are used' in warnings
    assert '[interview.project]' in warnings
    assert boats(address, intersphinx_cache_limit=-1).warnings == ''


@pytest.mark.parametrize(
    'content',
    [
        b'',
        b'# Sphinx inventory version 2\n',
        b'header',
        None,
        b'{',
        b'[1]',
        b'{"interviews": [{}]}',
    ],
)
def test_what_cannot_be_read_is_told(boats, tmp_path, content):
    path = tmp_path / 'other.inv'
    if content is not None:
        header = b'# Interview inventory version 1\n# The rest of this file is JSON, compressed with zlib.\n'
        packed = content[:1] in {b'{', b'['}
        path.write_bytes(header + zlib.compress(content) if packed else content)
    built = boats(('https://lamps.example', str(path)), warns=True)
    assert "WARNING: the interviews of 'lamps' can’t be read" in built.warnings
    assert '[interview.project]' in built.warnings


def test_words_that_were_changed_on_the_way_are_refused(project):
    path = project('lamps', 'boats', LAMPS).app.outdir / 'interviews.inv'
    head, _, packed = path.read_bytes().partition(b'zlib.\n')
    changed = zlib.decompress(packed).replace(b'often', b'never')
    with pytest.raises(ValueError, match='not those that were published'):
        load(head + b'zlib.\n' + zlib.compress(changed))


@pytest.mark.parametrize(
    'given', [['lamps'], {'lamps': 1}, {'lamps': ('a',)}, {1: None}, {'lamps': ''}]
)
def test_another_form_of_the_value_is_told(build, given):
    built = build({'index.rst': interview('boats', BOATS)}, interview_projects=given, warns=True)
    assert '[interview.config]' in built.warnings
