"""WebVTT: the rules of the W3C's file parser, and what is recovered with a warning.

Each case states a rule of “WebVTT file parsing” or “WebVTT cue text parsing” in its name.
"""

from __future__ import annotations

import pytest

from sphinxext.interview.transcript.formats import read, recognise
from sphinxext.interview.transcript.formats.cues.cuetext import spans
from sphinxext.interview.transcript.formats.cues.vttblocks import parse_blocks, parse_timings
from sphinxext.interview.transcript.formats.cues.webvtt import has_signature, read_webvtt
from sphinxext.interview.transcript.formats.registry import WEBVTT
from sphinxext.interview.transcript.model import TranscriptError
from sphinxext.interview.transcript.source.decoding import decode, number_lines

TIMES = '00:01.000 --> 00:02.000'


def lines_of(text: str | bytes) -> list[tuple[int, str]]:
    return number_lines(decode(text.encode() if isinstance(text, str) else text))


def cues(text: str | bytes) -> list[str]:
    """Return the texts of the cues, after a check that nothing had to be recovered."""
    captions = read_webvtt(lines_of(text))
    assert [finding.text for finding in captions.findings] == []
    return [cue.text for cue in captions.cues]


def recovered(text: str) -> tuple[list[str], list[tuple[str, int]]]:
    """Return the texts of the cues, and code and line of each finding."""
    captions = read_webvtt(lines_of(text))
    found = [(finding.code, finding.line) for finding in captions.findings]
    return [cue.text for cue in captions.cues], found


@pytest.mark.parametrize(
    'first', ['WEBVTT', 'WEBVTT a comment', 'WEBVTT\ta comment', '\ufeffWEBVTT']
)
def test_the_signature_ends_in_a_space_a_tab_or_the_line(first):
    assert cues(f'{first}\n\n{TIMES}\nWords') == ['Words']


@pytest.mark.parametrize('first', ['WEBVTTX', 'webvtt', ' WEBVTT', 'WEBVTT:', '\n\nWEBVTT', ''])
def test_anything_else_is_no_signature_but_is_read_with_a_warning(first):
    assert not has_signature(lines_of(f'{first}\n'))
    texts, found = recovered(f'{first}\n\n{TIMES}\nWords')
    assert texts == ['Words']
    assert ('cue_recovered', 1) in found


@pytest.mark.parametrize('end', ['\n', '\r\n', '\r'])
def test_lines_end_in_any_of_three_ways(end):
    assert cues(end.join(['WEBVTT', '', TIMES, 'One', 'Two', '', TIMES, 'Three'])) == [
        'One\nTwo',
        'Three',
    ]


def test_nul_becomes_the_replacement_character():
    assert cues(f'WEBVTT\n\n{TIMES}\na\0b') == ['a\ufffdb']


@pytest.mark.parametrize(
    ('line', 'expected'),
    [
        ('00:01.000 --> 00:02.000', (1, 2)),
        ('00:00:01.000 --> 00:00:02.000', (1, 2)),
        ('1:00:01.000 --> 123:00:02.500', (3601, 442802.5)),
        ('00:01.000-->00:02.000', (1, 2)),
        ('  00:01.000\t-->\t00:02.000', (1, 2)),
        ('00:01.000 --> 00:02.000 align:start position:10%', (1, 2)),
        ('00:01.000 --> 00:02.000rubbish', (1, 2)),
        ('00:02.000 --> 00:01.000', (2, 1)),
        ('59:59.999 --> 00:59:59.999', (3599.999, 3599.999)),
        ('60:00.000 --> 61:00.000', None),
        ('00:60.000 --> 00:61.000', None),
        ('00:00:60.000 --> 00:00:61.000', None),
        ('00:60:00.000 --> 00:61:00.000', None),
        ('1:01.000 --> 1:02.000', None),
        ('001:01.000 --> 001:02.000', None),
        ('00:1.000 --> 00:02.000', None),
        ('00:01.00 --> 00:02.000', None),
        ('00:01.0000 --> 00:02.000', None),
        ('00:01 --> 00:02', None),
        ('00:01,000 --> 00:02,000', None),
        ('00:01.000 -> 00:02.000', None),
        ('00:01.000 -- > 00:02.000', None),
        ('x 00:01.000 --> 00:02.000', None),
        ('-00:01.000 --> 00:02.000', None),
        ('٠٠:٠١.٠٠٠ --> ٠٠:٠٢.٠٠٠', None),
        ('00:01.000 -->', None),
    ],
)
def test_timings_are_collected_as_the_specification_says(line, expected):
    assert parse_timings(line) == expected


@pytest.mark.parametrize(
    ('body', 'expected'),
    [
        (f'{TIMES}\nOne', ['One']),
        (f'an id\n{TIMES}\nOne', ['One']),
        (f'{TIMES}\nOne\nTwo\n\n{TIMES}\nThree', ['One\nTwo', 'Three']),
        (f'\n\n\n{TIMES}\nOne\n\n\n\n{TIMES}\nTwo\n\n', ['One', 'Two']),
        (f'{TIMES}\n\n{TIMES}\nOne', ['', 'One']),
        (f'NOTE words\nmore\n\n{TIMES}\nOne', ['One']),
        (f'NOTE\n\n{TIMES}\nOne', ['One']),
        (f'STYLE\n::cue {{ color: red }}\n\n{TIMES}\nOne', ['One']),
        (f'REGION \t\nid:x\n\n{TIMES}\nOne', ['One']),
        (f'STYLE\n{TIMES}\nA cue with the id STYLE', ['A cue with the id STYLE']),
        (f'{TIMES}\n \nA line of one space is not blank', [' \nA line of one space is not blank']),
    ],
)
def test_blocks_are_collected_as_the_specification_says(body, expected):
    found = parse_blocks(lines_of(body))
    assert [
        '\n'.join(t for _, t in block.lines) for block in found if block.kind == 'cue'
    ] == expected


def test_a_header_goes_to_the_first_blank_line():
    text = f'WEBVTT\nKind: captions\nLanguage: de-AT\nX\n\n{TIMES}\nOne'
    captions = read_webvtt(lines_of(text))
    assert [cue.text for cue in captions.cues] == ['One']
    assert captions.metadata == {'language': 'de-AT'}
    assert captions.findings == ()


def test_a_cue_may_follow_the_signature_at_once():
    assert cues(f'WEBVTT\n{TIMES}\nOne') == ['One']


@pytest.mark.parametrize(
    ('text', 'expected'),
    [
        ('plain', [('', 'plain')]),
        ('a &amp; b &lt;c&gt; &nbsp;d&eacute;', [('', 'a & b <c> \xa0dé')]),
        ('<i>one</i> <b.x>two</b> <c.y.z>three</c> <u>4</u>', [('', 'one two three 4')]),
        ('<lang en-GB>colour</lang>', [('', 'colour')]),
        ('<ruby>漢<rt>kan</rt></ruby>', [('', '漢kan')]),
        ('one <00:01.500>two <00:00:02.000>three', [('', 'one two three')]),
        ('<v Ada>one', [('Ada', 'one')]),
        ('<v Ada>one</v>', [('Ada', 'one')]),
        ('<v Ada Byron>one</v>', [('Ada Byron', 'one')]),
        ('<v Ada\nByron>one', [('Ada Byron', 'one')]),
        ('<v  Ada   &amp;  Bo >one', [('Ada & Bo', 'one')]),
        ('<v.loud.host Ada>one', [('Ada', 'one')]),
        ('<v Ada>one <v Bo>two', [('Ada', 'one '), ('Bo', 'two')]),
        ('<v Ada>one</v> <v Bo>two</v>', [('Ada', 'one'), ('Bo', 'two')]),
        ('<v Ada>one <v Bo>two</v> three', [('Ada', 'one '), ('Bo', 'two'), ('Ada', ' three')]),
        ('zero <v Ada>one', [('', 'zero '), ('Ada', 'one')]),
        ('<v Ada><i>one</i> &lt;two&gt;', [('Ada', 'one <two>')]),
        ('<v>one', [('', 'one')]),
        ('</v>one</i>', [('', 'one')]),
    ],
)
def test_cue_text_is_split_into_voices(text, expected):
    found, is_exact = spans(text)
    assert [(span.voice, span.text) for span in found] == expected
    assert is_exact


def test_classes_of_a_voice_give_the_role():
    text = f'WEBVTT\n\n{TIMES}\n<v.guest Ada>Why?\n\n{TIMES}\n<v.loud.host Bo>So.'
    transcript = read(lines_of(text), form=WEBVTT)
    assert [(s.name, s.role) for s in transcript.speakers] == [
        ('Ada', 'interviewee'),
        ('Bo', 'interviewer'),
    ]


@pytest.mark.parametrize(
    ('body', 'texts', 'lines'),
    [
        ('0.860 --> 7.380\nOne', ['One'], [3]),
        ('00:01,000 --> 00:02,000\nOne', ['One'], [3]),
        ('1:02.5 --> 1:03.5\nOne', ['One'], [3]),
        ('7\n0:1:2 -> 0:1:3\nOne', [], [3]),
        ('7\n0:1:2.0 --> 0:1:3.0\nOne', ['One'], [4]),
        (f'{TIMES}\nOne\n{TIMES}\nTwo', ['One', 'Two'], [5]),
        (f'1\n{TIMES}\nOne\n2\n{TIMES}\nTwo', ['One', 'Two'], [7]),
        (f'{TIMES}\nOne\n\nmore', ['One\nmore'], [6]),
        (f'{TIMES}\nOne --> two\nthree', ['One --> two\nthree'], [4]),
        (f'{TIMES}\na < b and c', ['a < b and c'], [4]),
        (f'{TIMES}\na <b and c', ['a <b and c'], [4]),
        (f'{TIMES}\n<i and so> <i>we</i>', ['<i and so> we'], [4]),
        (f'{TIMES}\n<laughs> Yes.', ['<laughs> Yes.'], [4]),
        (f'lost words\n\n{TIMES}\nOne', ['One'], [3]),
        (f'{TIMES}\nOne\n\n12', ['One'], [6]),
    ],
)
def test_what_the_specification_drops_is_kept_or_reported_with_its_line(body, texts, lines):
    found, reported = recovered(f'WEBVTT\n\n{body}')
    assert found == texts
    assert [line for _, line in reported] == lines


def test_one_reason_is_reported_once_with_its_count():
    body = '\n\n'.join(f'{n}.1 --> {n}.9\nWord' for n in range(5))
    captions = read_webvtt(lines_of(f'WEBVTT\n\n{body}'))
    assert len(captions.cues) == 5
    (finding,) = captions.findings
    assert finding.text.endswith('0.1 --> 0.9 (and 4 more)')


def test_a_file_without_cues_is_an_error():
    with pytest.raises(TranscriptError) as caught:
        read(lines_of('WEBVTT\n\nNOTE nothing'), form=WEBVTT)
    assert caught.value.finding.code == 'no_cue'


def test_utf_16_is_read_by_its_mark():
    assert cues(f'WEBVTT\n\n{TIMES}\nünï'.encode('utf-16')) == ['ünï']


def test_the_signature_beats_the_name_of_the_file():
    form, findings = recognise(lines_of(f'WEBVTT\n\n{TIMES}\nOne'), 'talk.txt')
    assert form is WEBVTT
    assert [finding.code for finding in findings] == ['format_by_content']


def test_parts_that_were_joined_are_one_and_what_two_of_them_hold_is_kept_once():
    part = 'WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:{}\n\n'
    first, second = f'{TIMES}\nOne', '00:03.000 --> 00:04.000\nTwo'
    text = f'{part.format(900000)}{first}\n\n{second}\n\n{part.format(900000)}{second}\n\n'
    text += f'{part.format(1800000)}{first}'
    captions = read_webvtt(lines_of(text))
    assert [(cue.start, cue.text) for cue in captions.cues] == [(1, 'One'), (3, 'Two'), (11, 'One')]
    assert captions.findings == ()


def test_a_line_about_webvtt_is_no_header():
    texts, found = recovered(f'WEBVTT\n\n{TIMES}\nWhat is it?\n\nWEBVTT\nis a format')
    assert texts == ['What is it?\nWEBVTT\nis a format']
    assert found == [('cue_recovered', 6)]


def test_the_objects_that_teams_writes_are_read():
    spoken = '{"speakerName": "Ada Field", "spokenText": "Why \\"so\\"?", "spokenLanguage": "en"}'
    captions = read_webvtt(lines_of(f'WEBVTT\n\n{TIMES}\n{spoken}\n\n{TIMES}\n{{"a": 1}}'))
    assert [(cue.speaker, cue.text) for cue in captions.cues] == [
        ('Ada Field', 'Why "so"?'),
        ('', '{"a": 1}'),
    ]


def test_a_dash_before_a_voice_is_no_speech():
    captions = read_webvtt(lines_of(f'WEBVTT\n\n{TIMES}\n- <v Ada>Why?</v>\n- <v Bo>So.</v>'))
    assert [(cue.speaker, cue.text) for cue in captions.cues] == [('Ada', 'Why?'), ('Bo', 'So.')]


def test_tags_of_html_are_no_speech():
    assert cues(f'WEBVTT\n\n{TIMES}\n<font color="red">One</font><br>two<BR/> <I>three</I>') == [
        'One\ntwo\n three'
    ]


@pytest.mark.parametrize(
    'timings', ['NaN:NaN:NaN --> NaN:NaN:NaN line:-1', '00:09.000 -->', 'undefined --> 00:12.000']
)
def test_timings_without_times_start_a_cue_and_are_never_said(timings):
    captions = read_webvtt(
        lines_of(f'WEBVTT\n\n1\n{TIMES}\nAda: Why?\n2\n{timings}\nBo: So.\n\n3\n{timings}\n: ')
    )
    assert [cue.text for cue in captions.cues] == ['Ada: Why?', 'Bo: So.']
    assert captions.cues[1].start is None
    (finding, *_) = (f for f in captions.findings if 'hold no times' in f.text)
    assert (finding.line, finding.code) == (7, 'cue_recovered')


def test_words_around_an_arrow_stay_words():
    captions = read_webvtt(lines_of(f'WEBVTT\n\n{TIMES}\nFrom here\nleft --> right'))
    assert captions.cues[0].text == 'From here\nleft --> right'
