"""Topics with times and more: an index of the recording; keywords of passages: an overview."""

from __future__ import annotations

import json

import pytest
from serving import serve
from shown import FORMATS, shown
from test_browser import chromium  # noqa: F401 - a fixture
from test_recordings import sound

TALK = """\
# The craft {time: 0:02} {#craft}
{synopsis: What a tuner needs, and how she learned.}
{place: Lyme Regis}
{keywords: tools; patience}

Ada: [0:03] What does a tuner need? {tags: tools} {#need}

Grace: [0:04] Time and a fork. {tags: quiet; tools}

And a quiet house. {tags: quiet}

She has none.

# The trade

Ada: [0:08] And the money?

Grace: [0:09] Neighbours who play badly. {tags: money}
"""
CHAPTERS = """{"version": "1.2.0", "chapters": [
  {"startTime": 0, "title": "Opening"},
  {"startTime": 9, "title": "Money matters"}
]}"""


def page(options: str = '', name: str = 'talk') -> str:
    return (
        f'Tuning\n======\n\n.. interview::\n   :file: talk.txt\n   :name: {name}\n'
        f'   :interviewer: Ada Reader\n   :interviewee: Grace Keeper\n{options}'
    )


def files(options: str = '   :recording: talk.wav\n', talk: str = TALK) -> dict[str, str | bytes]:
    return {'index.rst': page(options), 'talk.txt': talk, 'talk.wav': sound()}


def plain(element) -> str:
    return ' '.join(element.text_content().split())


def index(built, name: str = 'index') -> list[str]:
    return [plain(item) for item in built.page(name).xpath('//*[@class="interview-segments"]//li')]


def test_an_index_lists_times_that_play_titles_synopses_and_keywords(build):
    built = build(files())
    assert index(built) == [
        (
            '00:02 The craft What a tuner needs, and how she learned. Place: Lyme Regis '
            'Keywords: tools, patience'
        ),
        '00:08 The trade',
    ]
    (found,) = built.page().find_class('interview-segments')
    plays, craft, *_ = found.xpath('.//li//a/@href')
    assert plays.endswith('talk.wav#t=2')
    assert craft == '#talk.craft'
    assert built.page().get_element_by_id('talk.craft').tag == 'h2'


def test_what_the_index_says_is_said_once_and_without_an_index_below_the_topic(build):
    assert build(files()).read('index.html').count('What a tuner needs, and') <= 2  # and JSON-LD
    built = build(files('   :segments: no\n'))
    assert index(built) == []
    (told,) = built.page().find_class('interview-segment')
    assert told.getprevious().get('id') == 'talk.craft'
    assert [plain(line) for line in told] == [
        'What a tuner needs, and how she learned.',
        'Place: Lyme Regis',
        'Keywords: tools, patience',
    ]


def test_topics_of_which_nothing_more_is_said_have_no_index(build):
    talk = '# The craft\n\nAda: [0:01] Why?\n\nGrace: So.\n'
    built = build(files(talk=talk))
    assert not built.page().find_class('interview-segments')
    assert 'interview-overview.css' not in built.read('index.html')


@pytest.mark.parametrize('timestamps', ['yes', 'no'])
def test_an_index_needs_no_recording_and_no_times_beside_the_words(build, timestamps):
    built = build(files(f'   :timestamps: {timestamps}\n'))
    assert [line[:15] for line in index(built)] == ['00:02 The craft', '00:08 The trade']
    assert not built.page().xpath('//*[@class="interview-segments"]//time/a')


def test_topics_without_times_have_no_index_of_a_recording(build):
    talk = '# The craft\n{synopsis: Tools.}\n\nAda: Why?\n\nGrace: So.\n'
    (found,) = build(files('', talk)).page().find_class('interview-segments')
    assert plain(found) == 'Topics The craft Tools.'


def test_an_overview_shows_where_keywords_stand(build):
    (found,) = build(files()).page().find_class('interview-overview')
    rows = found.find_class('interview-keyword')
    assert [row.xpath('string(strong)') for row in rows] == ['tools', 'quiet', 'money']
    links = [row.xpath('./a/@href') for row in rows]
    assert links == [
        ['#talk.need'],
        ['#talk.need.grace-keeper'],
        ['#talk.and-the-money.grace-keeper'],
    ]
    marks = [row.xpath('./svg/a/@href') for row in rows]
    assert marks == links
    said = ['What does a tuner need?', 'Time and a fork.', 'And a quiet house.', 'She has none.']
    said += ['And the money?', 'Neighbours who play badly.']
    start, end, whole = (len(''.join(said[:count])) for count in (1, 3, 6))
    (quiet,) = found.xpath('.//svg')[1].xpath('./a/rect')
    assert int(quiet.get('x')) == round(1000 * start / whole)
    assert int(quiet.get('width')) == round(1000 * end / whole) - round(1000 * start / whole)


def test_an_overview_needs_no_recording_and_no_times(build):
    talk = TALK.replace(' {time: 0:02}', '')
    for time in ('[0:03] ', '[0:04] ', '[0:08] ', '[0:09] '):
        talk = talk.replace(time, '')
    (found,) = build(files('', talk)).page().find_class('interview-overview')
    words = [link.text_content() for link in found.xpath('.//p/a')]
    assert words == ['What does a tuner need?'] * 2 + ['And the money?']


def test_an_overview_can_be_left_out(build):
    built = build(files('   :overview: no\n'))
    assert not built.page().find_class('interview-overview')
    built = build({'index.rst': page(), 'talk.txt': TALK}, interview_overview=False)
    assert not built.page().find_class('interview-overview')


def test_rows_of_a_table_have_keywords_in_the_overview(build):
    table = 'speaker,words,tags,timestamp\nAda,Why?,craft,0:01\nGrace,It is.,craft; tools,0:05\n'
    text = page().replace('talk.txt', 'talk.csv')
    (found,) = build({'index.rst': text, 'talk.csv': table}).page().find_class('interview-overview')
    assert [row.xpath('string(strong)') for row in found.find_class('interview-keyword')] == [
        'craft',
        'tools',
    ]


@pytest.mark.parametrize('form', FORMATS)
def test_every_format_shows_index_and_keywords(build, program, form):
    told = ' '.join(shown(build, program, form, files()).split())
    told = told.replace('*', '')
    said = ['Index of the recording', 'The craft', 'and how she learned.', 'Place: Lyme Regis']
    for words in [*said, 'Keywords: tools, patience', 'quiet', 'money']:
        assert words in told
    assert '{' not in told


def test_a_book_has_the_links_without_pictures(build):
    built = build(files(), 'epub')
    text = (built.app.outdir / 'index.xhtml').read_text()
    assert '<svg' not in text
    assert 'interview-keyword' in text


def test_segments_are_topics_in_the_page_contents_and_the_search_finds_their_synopses(build):
    built = build(files())
    assert '#talk.craft' in str(built.app.env.tocs['index'])
    terms = json.loads(
        built.read('searchindex.js').removeprefix('Search.setIndex(').removesuffix(')')
    )
    assert 'apprentic' not in terms['terms']
    assert {'tuner', 'regi', 'patienc'} <= set(terms['terms'])


def test_search_engines_read_of_clips(build):
    page_ = build(files()).page()
    data = json.loads(page_.xpath('string(//script[@type="application/ld+json"])'))
    clips = [part for part in data['hasPart'] if part['@type'] == 'Clip']
    assert clips == [
        {
            '@type': 'Clip',
            '@id': '#talk.craft',
            'url': '#talk.craft',
            'name': 'The craft',
            'description': 'What a tuner needs, and how she learned.',
            'keywords': 'tools, patience',
            'startOffset': 2.0,
            'endOffset': 8.0,
        },
        {
            '@type': 'Clip',
            '@id': '#talk.the-trade',
            'url': '#talk.the-trade',
            'name': 'The trade',
            'startOffset': 8.0,
        },
    ]


def test_chapters_come_from_a_file_and_a_change_of_it_is_seen(build):
    plain_talk = (
        'Ada: [0:01] Why?\n\nGrace: [0:02] So.\n\nAda: [0:08] And?\n\nGrace: [0:09] Well.\n'
    )
    given = files('   :chapters: chapters.json\n', plain_talk) | {'chapters.json': CHAPTERS}
    assert index(build(given)) == ['00:00 Opening', '00:09 Money matters']
    changed = {'chapters.json': CHAPTERS.replace('Money matters', 'Of money')}
    built = build(given | changed)
    assert index(built) == ['00:00 Opening', '00:09 Of money']
    assert built.page().get_element_by_id('talk.of-money').tag == 'h2'


@pytest.mark.parametrize(
    ('chapters', 'message'),
    [
        (None, "index.rst:4: WARNING: file 'chapters.json' can’t be read"),
        ('{"chapters": []}', 'chapters.json:1: ERROR: the file has no chapter'),
        ('{"chapters":\n{]}', 'chapters.json:2: ERROR: this is no JSON'),
        (
            CHAPTERS.replace('"startTime": 9', '"startTime": 900'),
            'chapters.json:3: WARNING: the chapter “Money matters” starts at 15:00',
        ),
    ],
)
def test_chapters_that_do_not_fit_are_reported_with_their_line(build, chapters, message):
    given = files('   :chapters: chapters.json\n')
    built = build(given | ({'chapters.json': chapters} if chapters else {}), warns=True)
    assert message in built.warnings
    assert 'Neighbours who play badly' in built.read('index.html')


def test_chapters_of_a_transcript_without_times_are_reported(build):
    talk = 'Ada: Why?\n\nGrace: So.\n'
    given = files('   :chapters: chapters.json\n', talk) | {'chapters.json': CHAPTERS}
    assert 'chapters.json:2: WARNING: no turn of the transcript has a time' in (
        build(given, warns=True).warnings
    )


def test_a_head_names_no_chapters_outside_of_the_project(build):
    talk = 'chapters: ../../../../etc/passwd\n\n' + TALK
    built = build(files('', talk), warns=True)
    assert '[interview.unsafe]' in built.warnings


def test_markdown_and_rest_have_segments_and_keywords(build):
    people = ':name: {0}\n{1}:interviewer: Ada Reader\n{1}:interviewee: Grace Keeper\n'
    rest = TALK.replace('# The trade', 'The trade\n---------')
    rest = rest.replace(
        '# The craft {time: 0:02} {#craft}', f'The craft {{time: 0:02}}\n{"-" * 40}'
    )
    rest = '.. interview::\n   ' + (people.format('rest', '   ') + '\n' + rest).replace(
        '\n', '\n   '
    )
    rest = rest.replace('\n      ', '\n   ')
    markdown = f'# Two\n\n```{{interview}}\n{people.format("md", "")}\n{TALK}```\n'
    built = build(
        {'index.rst': f'One\n===\n\n.. toctree::\n\n   two\n\n{rest}', 'two.md': markdown},
        extensions=['sphinxext.interview', 'myst_parser'],
        source_suffix={'.rst': 'restructuredtext', '.md': 'markdown'},
    )
    for name in ('index', 'two'):
        assert [line[:15] for line in index(built, name)] == ['00:02 The craft', '00:08 The trade']
        assert len(built.page(name).find_class('interview-keyword')) == 3


def test_a_translated_build_shows_translated_synopses_once(build):
    catalogue = (
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "What a tuner needs, and how she learned."\nmsgstr "Was man braucht."\n\n'
        'msgid "The craft"\nmsgstr "Das Handwerk"\n'
    )
    given = files() | {'locale/de/LC_MESSAGES/index.po': catalogue}
    built = build(given, language='de', locale_dirs=['locale'], gettext_compact=False)
    assert index(built)[0].startswith('00:02 Das Handwerk Was man braucht.')


@pytest.mark.parametrize('scheme', ['light', 'dark'])
def test_the_marks_of_an_overview_lead_to_their_passages(build, chromium, scheme):  # noqa: F811
    out = build(files()).app.outdir
    with serve(out) as address:
        view = chromium.new_page(color_scheme=scheme, java_script_enabled=False)
        view.goto(f'{address}/index.html')
        marks = view.locator('.interview-bar a')
        assert marks.count() == 3
        bars = [bar.bounding_box() for bar in view.locator('.interview-bar').all()]
        assert len({(round(bar['x']), round(bar['width'])) for bar in bars}) == 1
        marks.last.click()
        assert view.url.endswith('#talk.and-the-money.grace-keeper')
        # Keyboards have the links beside the bars
        view.locator('.interview-keyword > a').first.press('Enter')
        assert view.url.endswith('#talk.need')
        view.close()


def test_a_time_of_the_index_plays_the_player_of_the_page(build, chromium):  # noqa: F811
    out = build(files()).app.outdir
    with serve(out) as address:
        view = chromium.new_page()
        view.goto(f'{address}/index.html')
        view.wait_for_function('document.querySelector("audio").duration > 11')
        view.locator('.interview-segments time a').nth(1).click()
        view.wait_for_function('document.querySelector("audio").currentTime >= 8')
        view.wait_for_function('document.querySelector(".interview-question[aria-current]")')
        view.close()
