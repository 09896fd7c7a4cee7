"""A project with a ledger: what was published stays where it was, in every output."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from conftest import PEOPLE

from sphinxext.interview.transcript.permalinks.ledger import Ledger
from sphinxext.interview.transcript.permalinks.records import Interview
from sphinxext.interview.transcript.permalinks.updating import update

HOW = 'A: How long does it take to tune?\n\nG: Two hours, if nobody practises next door.'
WHY = 'A: Why?\n\nG: Because the strings give way in the warm rooms of a school.'
AGAIN = 'A: Why?\n\nG: It keeps the hammers from wearing out before the felt does.'
TALK = f'{HOW}\n\n{WHY}\n\n{AGAIN}\n'
INDEX = f'Host\n====\n\n.. interview:: On tuning\n   :file: /talk.txt\n   :name: tuning\n{PEOPLE}'
USES = (
    'Uses\n====\n\n:interview:answer:`tuning.how-long-does-it-take-to-tune` '
    ':ref:`tuning.why-it-keeps-the-hammers-from.g` '
    ':interview:quote:`Two hours <tuning.how-long-does-it-take-to-tune.g>` '
    ':interview:cite:`tuning.how-long-does-it-take-to-tune`\n\n'
    '.. interview:excerpt:: tuning.why-it-keeps-the-hammers-from\n'
)
TOC = '\n.. toctree::\n\n   uses\n'
IDS = '//@id[starts-with(., "tuning")]'
HOW_LONG = 'tuning.how-long-does-it-take-to-tune'


@pytest.fixture
def project(build):
    """Build a project with a ledger; `keep` updates it first."""

    def run(files=(), builder='html', *, keep=False, **options):
        settings = {'interview_permalinks': 'permalinks.json'} | options
        files = dict(files)
        if keep:
            built = build(files, 'interview-permalinks', **settings | {'warns': True})
            known = json.loads(built.read('permalinks.json'))
            path = Path(known['ledger'])
            interviews = map(Interview.from_json, known['interviews'])
            path.write_text(update(Ledger.read(path), interviews).to_text(), 'utf-8')
            files = {}
        return build(files, builder, **settings)

    return run


def start(project, **options):
    files = {'index.rst': INDEX + TOC, 'talk.txt': TALK, 'uses.rst': USES}
    return project(files, keep=True, **options)


def ids(built, page='index') -> list[str]:
    return built.page(page).xpath(IDS)


def inventory(built) -> dict[str, str]:
    """Return the places of interviews' objects, by name."""
    data = (Path(built.app.outdir) / 'objects.inv').read_bytes().split(b'\n', 4)[4]
    rows = (line.split(' ', 4) for line in zlib.decompress(data).decode().splitlines())
    return {
        name: place.replace('$', name) for name, kind, _, place, _ in rows if 'interview:' in kind
    }


def test_the_ledger_changes_nothing_in_what_it_was_made_from(project, build):
    before = ids(start(project))
    assert before == ids(build(interview_permalinks=''))


def test_an_edited_question_keeps_its_address(project):
    start(project)
    edited = TALK.replace('How long does it take to tune', 'How many hours do you need for')
    built = project({'talk.txt': edited})
    assert f'{HOW_LONG}.g' in ids(built)
    assert 'How many hours' in built.page('uses').xpath('string(//*[@role="main"]//p/a)')


def test_a_moved_exchange_and_a_new_one_with_an_equal_question_leave_all_addresses(project):
    before = ids(start(project))
    new = 'A: Why?\n\nG: Nobody ever asked me that before.'
    built = project({'talk.txt': f'{AGAIN}\n\n{new}\n\n{HOW}\n\n{WHY}\n'})
    assert {*before} < {*ids(built)}
    (found,) = built.page().xpath('//*[@id="tuning.why-it-keeps-the-hammers-from.g"]')
    assert 'hammers' in found.text_content()


def test_a_removed_exchange_keeps_an_anchor_at_the_interview_and_is_reported(project):
    before = ids(start(project))
    built = project({'talk.txt': f'{HOW}\n\n{AGAIN}\n'}, warns=True)
    assert {*before} == {*ids(built)}
    place = built.page().xpath('//*[@id="tuning.why-because-the-strings-give-way"]')[0]
    assert not place.xpath('ancestor::*[@class="interview-exchange"]')
    assert re.fullmatch(
        r'index.rst:4: WARNING: tuning.why-because-\S+ has gone, .* \[interview.permalink\]\n',
        built.warnings,
    )
    assert {*before} == {*ids(project(keep=True))}  # and now the author knows


def test_a_reference_to_what_has_gone_is_a_reference_to_nothing(project):
    start(project)
    uses = 'Uses\n====\n\n:interview:answer:`tuning.why-because-the-strings-give-way`\n'
    built = project({'talk.txt': f'{HOW}\n\n{AGAIN}\n', 'uses.rst': uses}, keep=True, warns=True)
    assert 'unknown interview:answer' in built.warnings
    assert inventory(built)['tuning.why-because-the-strings-give-way'] == 'index.html#tuning'


def test_merged_exchanges_keep_both_addresses_and_say_so(project):
    before = ids(start(project))
    merged = TALK.replace('A: Why?\n\nG: It keeps', 'G: It keeps')
    built = project({'talk.txt': merged}, warns=True)
    assert {*before} == {*ids(built)}
    assert 'is part of this exchange now' in built.warnings
    exchange = built.page().xpath('//*[@id="tuning.why-it-keeps-the-hammers-from"]/..')[0]
    assert 'warm rooms' in exchange.text_content()


def test_a_split_exchange_keeps_its_address_and_says_so(project):
    long = HOW + ' ' + 'Else it takes a whole afternoon, and I send the bill to the trumpet.'
    project({'index.rst': INDEX, 'talk.txt': long}, keep=True)
    split = long.replace(' Else', '\n\nA: And if somebody does?\n\nG: Else')
    built = project({'talk.txt': split}, warns=True)
    assert f'{HOW_LONG}.g' in ids(built)
    assert f'words of {HOW_LONG} are here now' in built.warnings


def test_a_renamed_speaker_keeps_the_addresses_of_her_answers(project):
    before = ids(start(project))
    index = INDEX.replace('Grace Keeper [G]', 'Grace Keeper-Smith [Gr, G]') + TOC
    assert ids(project({'index.rst': index})) == before


def test_an_authors_slug_takes_over_and_the_old_one_stays(project):
    before = ids(start(project))
    built = project({'talk.txt': TALK.replace('tune?', 'tune? {#hours}')})
    assert {*ids(built)} == {*before, 'tuning.hours', 'tuning.hours.g'}
    assert inventory(built)[HOW_LONG] == 'index.html#tuning.hours'


def test_an_authors_slug_can_not_take_what_was_published_for_other_words(project):
    start(project)
    given = TALK.replace('tune?', 'tune? {#why-it-keeps-the-hammers-from}')
    built = project({'talk.txt': given}, warns=True)
    (found,) = built.page().xpath('//*[@id="tuning.why-it-keeps-the-hammers-from"]')
    assert 'hammers' in found.text_content()
    assert 'was published for line 9 and stays there' in built.warnings


@pytest.mark.parametrize('builder', ['html', 'dirhtml', 'singlehtml', 'epub', 'latex', 'texinfo',
                                     'man', 'text', 'xml'])  # fmt: skip
def test_a_renamed_interview_keeps_its_old_names_in_every_output(project, builder):
    start(project)
    index = INDEX.replace(':name: tuning', ':name: pianos') + TOC
    built = project({'index.rst': index, 'talk.txt': TALK}, builder, keep=True)
    assert built.warnings == ''
    if builder in {'html', 'dirhtml', 'singlehtml'}:
        assert f'{HOW_LONG}.g' in ids(built)
        assert inventory(built)[f'{HOW_LONG}.g'].endswith(f'#pianos.{HOW_LONG[7:]}.g')


def test_a_renamed_interview_is_noticed_before_the_ledger_knows(project):
    before = ids(start(project))
    index = INDEX.replace(':name: tuning', ':name: pianos') + TOC
    built = project({'index.rst': index}, warns=True)
    assert {*before} == {*ids(built)}
    assert 'permalinks.json:3: WARNING: tuning is called pianos now' in built.warnings
    assert len(built.warnings.splitlines()) == 1


def test_a_renamed_page_leads_from_its_old_place_to_the_new_one(project):
    files = {'index.rst': 'Top\n===\n\n.. toctree::\n   :glob:\n\n   talk*\n', 'talk.txt': TALK}
    project({**files, 'talk.rst': INDEX}, keep=True)
    built = project({'talk.rst': None, 'talkers.rst': INDEX})
    link = built.page('talk').xpath(f'//*[@id="{HOW_LONG}"]/a')[0]
    assert link.get('href') == f'talkers.html#{HOW_LONG}'


def test_an_interview_that_has_gone_is_reported_where_the_ledger_has_it(project):
    start(project)
    built = project({'index.rst': 'Top\n===\n' + TOC, 'uses.rst': 'Uses\n====\n'}, warns=True)
    assert 'permalinks.json:3: WARNING: tuning has gone with all its addresses' in built.warnings
    assert project({}, keep=True).warnings == ''


OTHER = f'Others\n======\n\n.. interview:: On voicing\n   :file: /other.txt\n   :name: voicing\n{PEOPLE}'
FELT = 'A: And the felt?\n\nG: Needles make it soft again, if the hammer is not worn.'
#: Of the exchange that is moved: the old address, and the new one.
WENT = 'tuning.why-it-keeps-the-hammers-from', 'voicing.why'


def two(project, builder='html', *, keep=False, moved=False, **options):
    """Build two interviews on two pages, or again, with an exchange of one in the other."""
    here, there = (f'{HOW}\n\n{WHY}\n', f'{FELT}\n\n{AGAIN}\n') if moved else (TALK, f'{FELT}\n')
    files = {'index.rst': INDEX + TOC.replace('uses', 'other\n   uses'), 'talk.txt': here}
    files |= {'other.rst': OTHER, 'other.txt': there, 'uses.rst': USES}
    return project(files, builder, keep=keep, **options)


def test_an_exchange_that_is_in_another_interview_now_is_followed_and_reported(project):
    two(project, keep=True)
    built = two(project, moved=True, warns=True)
    (warning,) = built.warnings.splitlines()
    assert warning.startswith(f'other.rst:4: WARNING: {WENT[0]} is {WENT[1]} now')
    assert two(project, moved=True, keep=True).warnings == ''
    assert inventory(built)[f'{WENT[0]}.g'] == f'other.html#{WENT[1]}.g'
    assert 'hammers' in built.page('uses').find_class('interview-excerpt')[0].text_content()
    links = built.page('uses').xpath('//*[@role="main"]//a/@href')
    assert f'other.html#{WENT[1]}.g' in links


@pytest.mark.parametrize('keep', [False, True])
def test_its_old_address_lands_on_the_old_interview_which_links_the_new_place(project, keep):
    before = ids(two(project, keep=True))
    built = two(project, moved=True, keep=keep, warns=True)
    assert {*before} <= {*ids(built)}
    for address in (WENT[0], f'{WENT[0]}.g'):
        (moved,) = built.page().xpath(f'//*[@id="{address}"]/ancestor::p')
        assert moved.text_content() == 'Moved: Why?'
        assert moved.xpath('.//a/@href') == [f'other.html#{WENT[1]}']


@pytest.mark.parametrize('builder', ['dirhtml', 'singlehtml', 'epub', 'latex', 'texinfo', 'man',
                                     'text', 'xml'])  # fmt: skip
def test_a_moved_exchange_has_its_old_address_once_in_every_output(project, builder):
    two(project, keep=True)
    two(project, moved=True, keep=True)
    built = two(project, builder, moved=True)
    if builder == 'singlehtml':
        assert ids(built).count(WENT[0]) == 1
        (place,) = built.page().xpath(f'//*[@id="{WENT[0]}"]/ancestor-or-self::div[@id][1]')
        assert 'hammers' in place.text_content()


TOPICS = f'# The craft\n\n{HOW}\n\n# Strings {{#strings}}\n\n{WHY}\n\n{AGAIN}\n'


def topic(built, address: str) -> str:
    """Return the title of the topic at an address."""
    (place,) = built.page().xpath(
        f'//*[@id="{address}"]/ancestor-or-self::*[@class="interview-topic"]'
    )
    return place.text_content().removesuffix('¶')


@pytest.mark.parametrize('builder', ['html', 'singlehtml', 'epub', 'latex', 'texinfo', 'text'])
def test_a_topic_that_is_called_otherwise_keeps_its_address(project, builder):
    project({'index.rst': INDEX, 'talk.txt': TOPICS}, keep=True)
    renamed = TOPICS.replace('The craft', 'Craft').replace('{#strings}', '{#wires}')
    built = project({'talk.txt': renamed}, builder)
    if builder == 'html':
        assert topic(built, 'tuning.the-craft') == 'Craft'
        assert topic(built, 'tuning.wires') == topic(built, 'tuning.strings') == 'Strings'


def test_a_topic_that_has_gone_lands_on_the_interview_and_is_reported(project):
    project({'index.rst': INDEX, 'talk.txt': TOPICS}, keep=True)
    built = project({'talk.txt': TOPICS.replace('# The craft\n', '')}, warns=True)
    assert 'index.rst:4: WARNING: tuning.the-craft has gone' in built.warnings
    assert 'tuning.the-craft' in ids(built)
    assert 'tuning.the-craft' in ids(project(keep=True))
    back = f'# The craft\n\n{FELT}\n\n{TOPICS.partition("craft")[2]}'
    assert topic(project({'talk.txt': back}), 'tuning.the-craft') == 'The craft'


def test_a_published_topic_leaves_its_address_to_no_other(project):
    project({'index.rst': INDEX, 'talk.txt': TOPICS}, keep=True)
    asked = f'A: The craft?\n\nG: It is mine.\n\n{TOPICS}'
    assert topic(project({'talk.txt': asked}), 'tuning.the-craft') == 'The craft'


def test_the_command_renames_topics_with_their_interview(command, tmp_path):
    (tmp_path / 'talk.txt').write_text(TOPICS)
    command()
    (tmp_path / 'index.rst').write_text(INDEX.replace(': tuning', ': pianos'))
    command('--rename', 'tuning', 'pianos')
    ledger = Ledger.read(tmp_path / 'permalinks.json')
    assert ledger.entries['tuning.the-craft'].to == 'pianos.the-craft'
    assert ledger.entries['pianos.the-craft'].opens == HOW_LONG.replace('tuning', 'pianos')
    assert command('check') == (0, '', '')


def test_an_interview_that_became_part_of_another_leads_there(project):
    two(project, keep=True)
    files = {'index.rst': OTHER + TOC, 'other.txt': f'{FELT}\n\n{TALK}', 'other.rst': None}
    built = project({**files, 'uses.rst': 'Uses\n====\n'}, warns=True)
    assert built.warnings.count('in another interview with the same words') == 3
    assert inventory(built)[HOW_LONG] == 'index.html#voicing.how-long-does-it-take-to-tune'
    (place,) = built.page().xpath(f'//*[@id="{HOW_LONG}"]/ancestor-or-self::div[@id][1]')
    assert 'Two hours' in place.text_content()


def test_the_page_of_an_interview_that_became_part_of_another_links_each_exchange(project):
    two(project, keep=True)
    toc = 'Top\n===\n\n.. toctree::\n\n   uses\n'
    files = {'index.rst': toc, 'other.rst': None, 'uses.rst': INDEX, 'talk.txt': f'{TALK}\n{FELT}'}
    built = project(files, warns=True)
    (link,) = built.page('other').xpath('//li[@id="voicing.and-the-felt"]/a')
    assert link.get('href') == 'uses.html#tuning.and-the-felt'


def test_words_that_two_interviews_have_by_chance_are_not_followed(project):
    short = 'A: Else?\n\nG: No.'
    files = {'index.rst': INDEX + TOC.replace('uses', 'other'), 'other.rst': OTHER}
    project({**files, 'talk.txt': f'{HOW}\n\n{short}', 'other.txt': FELT}, keep=True)
    built = project({'talk.txt': HOW, 'other.txt': f'{FELT}\n\n{short}'}, warns=True)
    assert 'tuning.else has gone' in built.warnings
    assert ids(built, 'other') == []


def test_a_name_that_means_another_interview_now_is_reported(project):
    start(project)
    old = INDEX.replace(':name: tuning', ':name: pianos') + TOC
    project({'index.rst': old}, keep=True)
    other = f'\n.. interview::\n   :name: tuning\n{PEOPLE}\n   A: Who?\n\n   G: Nobody at all.\n'
    built = project({'index.rst': old + other}, warns=True)
    assert 'tuning was published as the name of what is called pianos now' in built.warnings


def test_an_interview_that_left_a_page_which_is_still_there_is_reported(project):
    start(project)
    uses = INDEX.replace('Host', 'Uses')
    built = project({'index.rst': 'Top\n===\n' + TOC, 'uses.rst': uses}, warns=True)
    assert 'tuning stood on the page index, which is still there' in built.warnings


@pytest.mark.parametrize('page', ['../out', '/out', 'a/../../out', 'C:\\\\out', ''])
def test_a_ledger_writes_no_page_outside_of_the_output(project, page):
    start(project)
    path = Path(project().app.srcdir, 'permalinks.json')
    wrong = path.read_text('utf-8').replace('["index"]', f'["index", "{page}"]')
    built = project({'permalinks.json': wrong})
    assert not {*Path(built.app.outdir).parent.rglob('*out.html')}


@pytest.mark.parametrize('parallel', [0, 4])
def test_a_change_of_the_ledger_brings_the_pages_concerned_up_to_date(project, parallel):
    names = [f'talk{number}' for number in range(8)]
    toc = 'Top\n===\n\n.. toctree::\n   :glob:\n\n   talk*\n'
    pages = {f'{name}.rst': INDEX.replace(': tuning', f': {name}') for name in names}
    project({'index.rst': toc, 'talk.txt': TALK, **pages}, keep=True, parallel=parallel)
    path = Path(project({}, parallel=parallel).app.srcdir, 'permalinks.json')
    edited = path.read_text('utf-8').replace('"talk3.how-long', '"talk3.how-very-long')
    built = project({'permalinks.json': edited}, parallel=parallel)
    messages = re.sub('\x1b.*?m', '', built.messages)
    assert ' 0 added, 1 changed, 0 removed' in messages
    assert built.page('talk3').xpath('//@id[starts-with(., "talk3.how-very-long")]')
    assert built.page('talk4').xpath('//@id[starts-with(., "talk4.how-long")]')


@pytest.mark.parametrize(
    ('ledger', 'said'),
    [
        ('{\n"_version": 1,\n<<<<<<< ours\n"a": {}\n}', ':3: ERROR: a conflict'),
        ('{\n"_version": 1,\n"a": {},\n"a": {"to": "b"}\n}', ':4: ERROR: a stands here twice'),
        ('{\n"_version": 1,\n"a": {"to": 1}\n}', ':3: ERROR: a isn’t as it should be'),
        ('[]', ':1: ERROR: no ledger of version 1'),
        ('{"_version": 2}', ':1: ERROR: no ledger of version 1'),
        ('[' * 100_000, ':1: ERROR: no ledger'),
        (b'\xff', ':1: ERROR: no text in UTF-8'),
    ],
)
def test_what_is_no_ledger_is_said_with_its_line(project, ledger, said):
    files = {'index.rst': INDEX, 'talk.txt': TALK, 'permalinks.json': ledger}
    built = project(files, warns=True)
    assert built.warnings.startswith(f'permalinks.json{said}')
    assert built.warnings.endswith('[interview.permalink]\n')
    assert HOW_LONG in ids(built)


def test_without_a_ledger_nothing_is_kept(build):
    built = build({'index.rst': INDEX, 'talk.txt': TALK})
    assert built.app.env.get_domain('interview').data['published'] == {}


@pytest.fixture
def command(tmp_path):
    (tmp_path / 'conf.py').write_text(
        'extensions = ["sphinxext.interview"]\ninterview_permalinks = "permalinks.json"\n'
    )
    (tmp_path / 'index.rst').write_text(INDEX)
    (tmp_path / 'talk.txt').write_text(TALK)

    def run(*arguments: str) -> tuple[int, str, str]:
        done = subprocess.run(
            [sys.executable, '-m', 'sphinxext.interview', 'permalinks', *arguments],
            cwd=tmp_path, capture_output=True, text=True, check=False,
        )  # fmt: skip
        return done.returncode, done.stdout, done.stderr

    return run


def test_the_command_keeps_the_ledger_up_to_date_and_checks_it(command, tmp_path):
    assert command('check') == (1, 'addresses: 7 new\n', '')
    assert not (tmp_path / 'permalinks.json').exists()
    assert command() == (0, 'addresses: 7 new\n', '')
    assert command('check') == (0, '', '')
    (tmp_path / 'talk.txt').write_text(TALK.replace('take to', 'take you to'))
    assert command('check', '.')[:2] == (1, 'addresses: 1 edited\n')
    assert command('update', '.', '--', '-D', 'interview_numbered=1')[0] == 0
    lines = (tmp_path / 'permalinks.json').read_text().splitlines()
    assert lines[0], lines[-1] == ('{', '}')
    assert lines[3:-2] == sorted(lines[3:-2])
    assert all(json.loads('{' + line.rstrip(',') + '}') for line in lines[1:-1])


def test_the_command_renames_what_is_called_otherwise_now(command, tmp_path):
    command()
    (tmp_path / 'index.rst').write_text(INDEX.replace(': tuning', ': pianos'))
    (tmp_path / 'talk.txt').write_text(TALK.replace('How long does', 'How many hours does'))
    code, out, _err = command('--rename', 'tuning', 'pianos')
    assert (code, 'old: tuning leads to pianos\n' in out) == (0, True)
    ledger = Ledger.read(tmp_path / 'permalinks.json')
    assert ledger.entries[HOW_LONG].to == f'pianos.{HOW_LONG[7:]}'
    assert command('check') == (0, '', '')
    assert command('--rename', 'nothing', 'some')[0] == 2
    assert command('check', '--rename', 'pianos', 'some')[0] == 2


def test_the_command_needs_a_project_that_names_its_ledger(command, tmp_path):
    (tmp_path / 'conf.py').write_text('extensions = ["sphinxext.interview"]\n')
    code, out, err = command()
    assert (code, out) == (2, '')
    assert 'interview_permalinks is not set' in err
    assert command('update', 'no/such')[0] == 2
