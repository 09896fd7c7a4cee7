"""Files of chapters, and exports of OHMS."""

from __future__ import annotations

import pytest

from sphinxext.interview.transcript.formats.chapters import read_chapters
from sphinxext.interview.transcript.loading import load
from sphinxext.interview.transcript.model import Topic, TranscriptError

OHMS = """\
<?xml version="1.0" encoding="UTF-8"?>
<ROOT xmlns="https://www.weareavp.com/nunncenter/ohms"><record id="1">
<title>On tuning</title>
<date value="1987-10-28" format="yyyy-mm-dd"/>
<repository>County Archive</repository>
<interviewee>Grace Keeper</interviewee>
<interviewer>Ada Reader</interviewer>
<sync>1:|3(2)|5(4)</sync>
<language>English</language>
<index>
<point><time>0</time><title>The craft</title><partial_transcript>READER: What</partial_transcript>
<synopsis>What a tuner &amp; a fork need.</synopsis><keywords>tools;patience</keywords><subjects>Pianos</subjects>
<gpspoints><gps>50.7,-2.9</gps><gps_zoom>17</gps_zoom><gps_text>Lyme Regis</gps_text></gpspoints></point>
<point><time>95</time><title>The trade</title><synopsis/><keywords/><gps/><gps_text/></point>
</index>
<transcript>READER: What does it need?

KEEPER: Time and quiet, and a long
fork.

READER: And the money? Does it feed you all?

KEEPER: Neighbours play.</transcript>
</record></ROOT>
"""
VTT = """\
<vtt_transcript>WEBVTT

00:00:01.000 --&gt; 00:00:04.000
&lt;v Ada Reader&gt;Why?

00:00:05.000 --&gt; 00:00:09.000
&lt;v Grace Keeper&gt;Because.
</vtt_transcript>"""
JSON = b"""{"version": "1.2.0", "chapters": [
  {"startTime": 0, "title": "Opening", "img": "x.png"},
  {"startTime": 12.5, "title": "The trade", "location": {"name": "Lyme", "geo": "geo:1,2"}},
  {"startTime": 20, "title": "An advertisement", "toc": false}
]}"""


def topics(transcript):
    return [item for item in transcript.items if isinstance(item, Topic)]


def test_json_of_podcasts():
    chapters, findings = read_chapters(JSON)
    assert [(c.time, c.title, c.place, c.line) for c in chapters] == [
        (0.0, 'Opening', '', 2),
        (12.5, 'The trade', 'Lyme', 3),
    ]
    assert findings == []


def test_webvtt():
    chapters, _ = read_chapters(
        b'WEBVTT\n\nfirst\n00:00:00.000 --> 00:00:10.000\nOpening\n\n00:10.000 --> 00:20.000\nBread &amp; butter\n'
    )
    assert [(c.time, c.title, c.line) for c in chapters] == [
        (0.0, 'Opening', 5),
        (10.0, 'Bread & butter', 8),
    ]


def test_the_index_of_ohms():
    craft, trade = read_chapters(OHMS.encode())[0]
    assert (craft.time, craft.title, craft.place) == (0.0, 'The craft', 'Lyme Regis (50.7,-2.9)')
    assert (craft.synopsis, craft.keywords) == (
        'What a tuner & a fork need.',
        ('tools', 'patience', 'Pianos'),
    )
    assert (trade.time, trade.place, trade.line) == (95.0, '', 14)


@pytest.mark.parametrize(
    ('data', 'line'),
    [
        (b'{"chapters": [\n{"title": "x"}, {"startTime": 1, "title": "y"}]}', 1),
        (b'{"chapters": [{"startTime": 1, "title": "y"},\n{"startTime": true, "title": "x"}]}', 2),
        (b'{"chapters": [{"startTime": 1, "title": "y"},\n{"startTime": -1, "title": "x"}]}', 2),
        (b'{"chapters": [{"startTime": 1, "title": "y"},\n{"startTime": 3}]}', 2),
        (b'{"chapters": [{"startTime": 1, "title": "y"}, 5]}', 1),
    ],
)
def test_a_chapter_without_time_or_title_is_reported(data, line):
    chapters, (finding,) = read_chapters(data)
    assert [c.title for c in chapters] == ['y']
    assert (finding.code, finding.line) == ('chapter_invalid', line)


@pytest.mark.parametrize(
    ('data', 'code', 'line'),
    [
        (b'', 'chapters_invalid', 1),
        (b'Opening 0:00', 'chapters_invalid', 1),
        (b'{"chapters": 3}', 'chapters_invalid', 1),
        (b'{"segments": []}', 'chapters_invalid', 1),
        (b'{"chapters": []}', 'chapters_invalid', 1),
        (b'{"chapters":\n[}', 'chapters_invalid', 2),
        (b'{"chapters": ' + b'[' * 100_000, 'chapters_invalid', 1),
        (b'WEBVTT\n', 'chapters_invalid', 1),
        (b'<feed/>', 'chapters_invalid', 1),
        (b'<record>', 'xml_invalid', 1),
        (b'<!DOCTYPE r [<!ENTITY x "y">]>\n<record>&x;</record>', 'xml_invalid', 1),
        (
            b'<!DOCTYPE r SYSTEM "file:///etc/passwd"><record><index/></record>',
            'chapters_invalid',
            1,
        ),
        (b'\xff\xff', 'undecodable', 1),
    ],
)
def test_what_are_no_chapters_is_an_error(data, code, line):
    with pytest.raises(TranscriptError) as error:
        read_chapters(data)
    assert (error.value.finding.code, error.value.finding.line) == (code, line)


def test_an_export_of_ohms_is_a_transcript_with_its_index():
    loaded = load(OHMS.encode(), 'talk.xml')
    assert loaded.form.title == 'OHMS'
    transcript = loaded.transcript
    assert [(s.name, s.role) for s in transcript.speakers] == [
        ('Ada Reader', 'interviewer'),
        ('Grace Keeper', 'interviewee'),
    ]
    assert [getattr(item, 'title', None) or item.text for item in transcript.items] == [
        'The craft',
        'What does it need?',
        'Time and quiet, and a long fork.',
        'The trade',
        'And the money? Does it feed you all?',
        'Neighbours play.',
    ]
    assert loaded.metadata == {
        'title': 'On tuning',
        'language': 'English',
        'archive': 'County Archive',
        'date': '1987-10-28',
    }
    # Words 7, 15 and 24 of a file whose minutes end at words 9 and 19
    assert [turn.time for turn in transcript.turns] == [0.0, 43.0, 96.0, 150.0]
    assert [f.code for f in transcript.findings if f.level != 'info'] == []
    assert 'times_estimated' in [f.code for f in transcript.findings]


def test_captions_inside_of_ohms_count_before_text():
    transcript = load(
        OHMS.replace('<transcript>', f'{VTT}<transcript>').encode(), 'x.xml'
    ).transcript
    assert [(t.text, t.time) for t in transcript.turns] == [('Why?', 1.0), ('Because.', 5.0)]
    assert [t.title for t in topics(transcript)] == ['The craft', 'The trade']
    assert [f.code for f in transcript.findings if f.level == 'warning'] == ['segment_outside']


def test_an_index_without_transcript_shows_its_points_and_first_words():
    start, end = OHMS.index('<transcript>'), OHMS.index('</record>')
    transcript = load((OHMS[:start] + OHMS[end:]).encode(), 'x.xml').transcript
    assert [getattr(i, 'title', None) or i.text for i in transcript.items] == [
        'The craft',
        'READER: What',
        'The trade',
    ]
    assert not [f for f in transcript.findings if f.level != 'info']


@pytest.mark.parametrize(
    'sync', ['', '1:', '1:|', '0:|3(2)', '1:|99999(1)', '1:|x|3()', '1:|5(4)|3(2)|3(2)', ':|']
)
def test_marks_that_mean_nothing_give_no_times_or_ascending_ones(sync):
    transcript = load(OHMS.replace('1:|3(2)|5(4)', sync).encode(), 'x.xml').transcript
    times = [turn.time for turn in transcript.turns if turn.time is not None]
    assert times == sorted(times)
    assert len(transcript.turns) == 4
