"""The folder of files that pages link to holds what exists now and nothing else."""

from __future__ import annotations

import json
from urllib.parse import unquote

import pytest
from conftest import PEOPLE

CAPTIONS = '1\n00:00:00,000 --> 00:00:02,000\nAda: Why {0}?\n\n2\n00:00:02,500 --> 00:00:04,000\nGrace: {0} it was, and late.\n'
ALL_ENDINGS = ('.bib', '.biblatex.bib', '.csl.json', '.ris', '.vtt')


def page(title: str, name: str) -> str:
    return (
        f'{title}\n{"=" * len(title)}\n\n.. interview::\n   :file: {title.lower()}.srt\n'
        f'   :name: {name}\n{PEOPLE}   :recording: https://example.org/{title}.mp3\n'
    )


def project(**names: str) -> dict[str, str]:
    """Return a project of pages with an interview each, by title and the interview's name."""
    files = {'index.rst': 'Index\n=====\n\n.. toctree::\n   :glob:\n\n   *\n'}
    files['zero.rst'] = 'Zero\n====\n'
    for title, name in names.items():
        files |= {f'{title}.rst': page(title, name), f'{title.lower()}.srt': CAPTIONS.format(title)}
    return files


def folder(built) -> set[str]:
    path = built.app.outdir / '_interviews'
    return {found.name for found in path.iterdir()} if path.exists() else set()


def names(*stems: str, endings=ALL_ENDINGS) -> set[str]:
    everything = {f'interviews{ending}' for ending in endings if ending != '.vtt'}
    return everything | {stem + ending for stem in stems for ending in endings}


def test_files_of_what_is_no_more_are_removed(build):
    files = project(One='one', Two='two')
    assert folder(build(files)) == names('one', 'two')
    assert folder(build({'Two.rst': page('Two', 'deux')})) == names('one', 'deux')
    assert folder(build({'Two.rst': None})) == names('one')
    mute = page('One', 'one').partition('   :recording:')[0]
    assert folder(build({'One.rst': mute})) == names('one') - {'one.vtt'}
    left = folder(build({}, interview_exports=['ris']))
    assert left == {'interviews.ris', 'one.ris'}
    assert folder(build({'One.rst': None})) == set()


def test_a_file_of_somebody_else_stays(build):
    built = build(project(One='one'))
    (built.app.outdir / '_interviews' / 'notes.md').write_text('mine')
    assert 'notes.md' in folder(build({'One.rst': None}))


@pytest.mark.parametrize('name', ['interviews', 'con', 'nul', 'com1'])
def test_a_name_that_is_taken_gets_a_file_of_its_own(build, name):
    built = build(project(One=name, Two='two'))
    assert folder(built) == names(f'{name}-2', 'two')
    assert len(json.loads(built.read('_interviews/interviews.csl.json'))) == 2
    (item,) = json.loads(built.read(f'_interviews/{name}-2.csl.json'))
    assert item['id'] == name
    links = built.page('One').xpath('//@href[contains(., "_interviews/")] | //track/@src')
    assert {link.rpartition('/')[2].partition('.')[0] for link in links} == {f'{name}-2'}
    assert all((built.app.outdir / link).is_file() for link in links)


def test_two_of_one_name_never_share_files(build):
    files = project(One='same', Two='same', Three='same-2')
    built = build(files, warns=True)
    found = {}
    for title in ('One', 'Two', 'Three'):
        (track,) = built.page(title).xpath('//track/@src')
        assert f'Why {title}?' in built.read(track)
        (bib,) = built.page(title).xpath('//a[text()="BibTeX"]/@href')
        assert f'{{{{{title}}}}}' in built.read(bib)
        found[title] = track
    assert len({track.lower() for track in found.values()}) == 3
    assert found['Three'].endswith('/same-2.vtt')


def test_a_page_follows_when_its_files_get_another_name(build):
    files = project(One='same', Two='same')
    build(files, warns=True)
    built = build({'One.rst': None})
    (track,) = built.page('Two').xpath('//track/@src')
    assert track.endswith('/same.vtt')
    assert 'Why Two?' in built.read(track)
    assert folder(built) == names('same')


def test_names_in_every_script_are_linked(build):
    built = build(project(One='разговор-1'))
    links = built.page('One').xpath('//@href[contains(., "_interviews/")] | //track/@src')
    assert len(links) == 5
    assert all((built.app.outdir / unquote(link)).is_file() for link in links)


@pytest.mark.parametrize('builder', ['html', 'dirhtml', 'singlehtml'])
def test_a_quotation_leads_to_the_very_words(build, builder):
    files = project(One='one') | {
        'quoting.rst': 'Q\n=\n\n:interview:quote:`One it was <one.why-one>`\n'
    }
    built = build(files, builder)
    name = {'html': 'quoting', 'dirhtml': 'quoting/index', 'singlehtml': 'index'}[builder]
    (link,) = built.page(name).find_class('interview-quote')[0].xpath('.//a/@href')
    assert '#one.why-one.g:~:text=One%20it%20was' in link


@pytest.mark.parametrize(
    ('builder', 'config', 'address'),
    [
        ('html', {'html_file_suffix': '.htm'}, 'https://x.org/One.htm#one'),
        ('html', {'html_link_suffix': ''}, 'https://x.org/One#one'),
        ('dirhtml', {}, 'https://x.org/One/#one'),
    ],
)
def test_the_address_in_a_reference_is_that_of_the_page(build, builder, config, address):
    config |= {'html_baseurl': 'https://x.org/'}
    built = build(project(One='one'), builder, **config)
    (item,) = json.loads(built.read('_interviews/one.csl.json'))
    assert item['URL'] == address
