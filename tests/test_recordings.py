"""A recording beside its transcript: a player, captions, and times that lead into it."""

from __future__ import annotations

import wave
from io import BytesIO

import pytest
from conftest import PEOPLE

TALK = """\
1
00:00:00,000 --> 00:00:02,000
Ada: Why bread & butter?

2
00:00:02,500 --> 00:00:04,000
Grace: It is <good>.

3
00:00:07,000 --> 00:00:09,000
And warm.

4
00:00:09,000 --> 00:00:11,000
Ada: When?

5
00:01:05,000 --> 00:01:09,000
Grace: Now.
"""


def sound() -> bytes:
    data = BytesIO()
    with wave.open(data, 'wb') as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(bytes(2 * 8000 * 12))
    return data.getvalue()


def page(recording: str, more: str = '') -> str:
    return (
        f'Title\n=====\n\n.. interview::\n   :file: talk.srt\n{PEOPLE}'
        f'   :recording: {recording}\n{more}'
    )


def links(element) -> list[str]:
    return element.xpath('.//time/a/@href')


def test_a_file_of_the_project_is_copied_played_and_led_to(build):
    files = {'index.rst': page('talk.wav'), 'talk.srt': TALK, 'talk.wav': sound()}
    built = build(files)
    (audio,) = built.page().xpath('//div[@class="interview-recording"]/audio')
    (source,) = audio.xpath('.//source/@src')
    assert (built.app.outdir / source).read_bytes() == sound()
    assert audio.xpath('.//source/@type') == ['audio/wav']
    assert links(built.page()) == [f'{source}#t={t}' for t in ('0', '2.5', '7', '9', '65')]
    assert built.page().xpath('//div[@class="interview-recording"]//a/@href') == [source]


def test_several_sources_are_offered_in_order_and_times_lead_to_the_first(build):
    sources = 'https://example.org/talk.mp4?x=1; talk.wav; https://example.org/page'
    built = build({'index.rst': page(sources), 'talk.srt': TALK, 'talk.wav': sound()})
    (video,) = built.page().xpath('//div[@class="interview-recording"]/video')
    assert video.xpath('.//source/@type') == ['video/mp4', 'audio/wav']
    assert set(links(built.page())) == {
        f'https://example.org/talk.mp4?x=1#t={t}' for t in ('0', '2.5', '7', '9', '65')
    }
    assert len(built.page().xpath('//div[@class="interview-recording"]/p/a')) == 3


def test_captions_become_a_track_and_are_valid_webvtt(build):
    from sphinxext.interview.transcript.formats.cues.webvtt import read_webvtt
    from sphinxext.interview.transcript.source.decoding import number_lines

    files = {'sub/index.rst': page('https://example.org/talk.mp3'), 'sub/talk.srt': TALK}
    built = build(files | {'index.rst': 'T\n=\n\n.. toctree::\n\n   sub/index\n'}, 'dirhtml')
    (track,) = built.page('sub/index').xpath('//audio//track')
    assert track.get('kind') == 'captions'
    path = (built.app.outdir / 'sub' / track.get('src')).resolve()
    captions = read_webvtt(number_lines(path.read_text('utf-8')))
    assert captions.findings == ()
    assert [cue.start for cue in captions.cues] == [0, 2.5, 7, 9, 65]
    assert captions.cues[0].text == 'Ada: Why bread & butter?'


def test_text_with_times_has_a_player_without_captions(build):
    talk = 'Ada: [00:01] Why?\n\nGrace: [00:02] So.\n'
    index = page('https://example.org/talk.ogg').replace('talk.srt', 'talk.txt')
    built = build({'index.rst': index, 'talk.txt': talk})
    assert built.page().xpath('//audio') != []
    assert built.page().xpath('//track') == []


def test_a_page_elsewhere_is_a_link_and_nothing_plays(build):
    built = build({'index.rst': page('https://example.org/watch'), 'talk.srt': TALK})
    assert built.page().xpath('//audio | //video') == []
    assert links(built.page())[1] == 'https://example.org/watch#t=2.5'


def test_the_head_of_the_transcript_may_name_the_recording(build):
    talk = 'title: Bread\nrecording: https://example.org/a.mp3\n\nAda: [0:01] Why?\n\nGrace: So.\n'
    index = page('x').replace('   :recording: x\n', '').replace('talk.srt', 'talk.txt')
    files = {'index.rst': index, 'talk.txt': talk}
    assert links(build(files).page()) == ['https://example.org/a.mp3#t=1']


def test_times_can_be_hidden(build):
    files = {'index.rst': page('https://example.org/a.mp3', '   :timestamps: no\n')}
    built = build(files | {'talk.srt': TALK})
    assert built.page().xpath('//time') == []
    assert built.page().xpath('//audio') != []


def test_a_missing_file_is_reported_and_the_words_are_shown(build):
    built = build({'index.rst': page('gone.mp3'), 'talk.srt': TALK}, warns=True)
    assert 'index.rst:4: WARNING: download file not readable' in built.warnings
    assert 'It is <good>.' in built.page().text_content()
    assert links(built.page()) == []


@pytest.mark.parametrize(
    'builder', ['text', 'latex', 'man', 'texinfo', 'epub', 'xml', 'singlehtml']
)
def test_every_builder_prints_the_times_and_names_the_recording(build, builder):
    files = {'index.rst': page('talk.wav; https://example.org/a.mp3'), 'talk.srt': TALK}
    config = {
        'latex_documents': [('index', 'talk.tex', 'x', 'x', 'howto')],
        'man_pages': [('index', 'talk', 'x', ['x'], 1)],
        'texinfo_documents': [('index', 'talk', 'x', 'x', 'talk', 'x', 'x')],
    }
    built = build(files | {'talk.wav': sound()}, builder, **config)
    name = {'latex': 'talk.tex', 'man': 'talk.1', 'texinfo': 'talk.texi', 'text': 'index.txt',
            'epub': 'index.xhtml', 'xml': 'index.xml', 'singlehtml': 'index.html'}[builder]  # fmt: skip
    text = built.read(name)
    assert '01:05' in text or builder == 'xml'
    assert 'talk.wav' in text
    assert 'a.mp3' in text


@pytest.mark.parametrize('builder', ['html', 'dirhtml'])
def test_a_time_in_an_excerpt_leads_to_the_interview_at_that_turn(build, builder):
    files = {
        'index.rst': page('talk.wav') + '\n.. toctree::\n\n   sub/other\n',
        'sub/other.rst': 'Other\n=====\n\n.. interview:excerpt:: talk.when\n',
        'talk.srt': TALK,
        'talk.wav': sound(),
    }
    other, host = {
        'html': ('sub/other', '../index.html'),
        'dirhtml': ('sub/other/index', '../../'),
    }[builder]
    (excerpt,) = (
        build(files, builder).page(other).xpath('//div[contains(@class, "interview-excerpt")]')
    )
    found = excerpt.xpath('.//time/a/@href')
    assert found == [f'{host}#talk.when', f'{host}#talk.when.g']
