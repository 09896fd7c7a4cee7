"""Speakers who are introduced once."""

from __future__ import annotations

import json
from urllib.parse import unquote

import pytest
from conftest import PEOPLE

TALK = f'Lamps\n=====\n\n.. interview::\n{PEOPLE}\n   A: Why?\n\n   G: So.\n\n   A: How?\n\n   G: Thus.\n'
PROFILE = """\
People
======

.. interview:speaker:: Grace Keeper
   :affiliation: The harbour
   :orcid: 0000-0002-1825-0097
   :family: Keeper of Lamps
   :given: Grace
   :portrait: grace.png

   She keeps *lamps*.
"""
#: One grey dot.
PNG = bytes.fromhex(
    '89504e470d0a1a0a0000000d4948445200000001000000010800000000'
    '3a7e9b550000000a49444154789c6368000000820081'
    '77cd72b60000000049454e44ae426082'
)
FILES = {
    'index.rst': 'Index\n=====\n\n:interview:speaker:`Grace Keeper`\n\n.. toctree::\n\n   lamps\n   people\n',
    'lamps.rst': TALK,
    'people.rst': PROFILE,
    'grace.png': PNG,
}
ANCHOR = 'speaker.grace-keeper'


def test_a_profile_shows_what_is_known_and_the_interviews(build):
    profile = build(FILES).page('people').get_element_by_id(ANCHOR)
    heading = profile.xpath('./h2[@class="interview-name"]')[0]
    assert heading.text == 'Grace Keeper'
    assert heading.xpath('./a/@href') == [f'#{ANCHOR}']
    assert profile.find_class('interview-facts')[0].text_content() == (
        'The harbour · ORCID 0000-0002-1825-0097'
    )
    assert profile.xpath('.//em')[0].text == 'lamps'
    assert profile.xpath('.//img/@alt') == ['Grace Keeper']
    assert profile.find_class('interview-list')[0].xpath('.//a/@href') == ['lamps.html#lamps']


@pytest.mark.parametrize('name', ['Grace  on the pier.png', '.été 100%25 "#.png'])
def test_a_portrait_may_have_any_file_name(build, name):
    profile = PROFILE.replace('grace.png', name)
    built = build(FILES | {'people.rst': profile, 'grace.png': b'', name: PNG})
    (shown,) = built.page('people').get_element_by_id(ANCHOR).xpath('.//img/@src')
    assert (built.app.outdir / unquote(shown)).read_bytes() == PNG


def test_references_to_the_speaker_and_the_first_name_lead_there(build):
    built = build(FILES)
    assert built.page().xpath('//*[@role="main"]//p/a/@href') == [f'people.html#{ANCHOR}']
    speakers = built.page('lamps').find_class('interview-speaker')
    assert [speaker.xpath('.//a/@href') for speaker in speakers] == [
        [],
        [f'people.html#{ANCHOR}'],
        [],
        [],
    ]
    assert [speaker.text_content() for speaker in speakers][1] == 'Grace Keeper: '


def test_exports_and_metadata_take_the_name_in_parts(build):
    built = build(FILES)
    (item,) = json.loads(built.read('_interviews/lamps.csl.json'))
    assert item['author'] == [{'family': 'Keeper of Lamps', 'given': 'Grace'}]
    (script,) = built.page('lamps').xpath('//script[@type="application/ld+json"]')
    assert 'https://orcid.org/0000-0002-1825-0097' in script.text


def test_details_of_the_project_are_used_too(build):
    speakers = {'Grace Keeper': {'pronouns': 'she/her', 'affiliation': 'Elsewhere'}}
    page = build(FILES, interview_speakers=speakers).page('people')
    assert page.find_class('interview-facts')[0].text_content().startswith('The harbour · she/her')


@pytest.mark.parametrize(
    'builder',
    ['dirhtml', 'singlehtml', 'epub', 'latex', 'text', 'man', 'texinfo', 'xml', 'gettext'],
)
def test_a_profile_builds_everywhere(build, builder):
    build(FILES, builder)


def test_a_new_profile_rewrites_the_interviews(build):
    built = build(FILES | {'people.rst': 'People\n======\n'}, warns=False)
    assert not built.page('lamps').xpath('//b[@class="interview-speaker"]/bdi/a')
    built = build({'people.rst': PROFILE})
    links = built.page('lamps').xpath('//b[@class="interview-speaker"]/bdi/a/@href')
    assert links == [f'people.html#{ANCHOR}']


def test_a_name_leads_to_a_profile_on_the_first_page_of_a_pdf(build):
    files = FILES | {'people.rst': None, 'index.rst': f'{PROFILE}\n.. toctree::\n\n   lamps\n'}
    files = {name: content for name, content in files.items() if content is not None}
    (tex,) = build(files, 'latex').app.outdir.glob('*.tex')
    source = tex.read_text('utf-8')
    assert f'\\label{{\\detokenize{{index:{ANCHOR}}}}}' in source
    assert f'\\hyperref[\\detokenize{{index:{ANCHOR}}}]' in source


def test_a_pdf_leaves_out_a_portrait_of_a_kind_that_latex_does_not_know(build):
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'
    files = FILES | {'people.rst': PROFILE.replace('.png', '.svg'), 'grace.svg': svg}
    documents = [('index', 'x.tex', 'x', 'x', 'howto')]
    tex = build(files, 'latex', latex_documents=documents).read('x.tex')
    assert 'grace' not in tex.replace('grace-keeper', '')
    assert 'grace.svg' in build(files).read('people.html')
