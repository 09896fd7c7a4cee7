"""Bytes, text, lines."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxext.interview.transcript.model import TranscriptError
from sphinxext.interview.transcript.source.decoding import decode, number_lines


@pytest.mark.parametrize(
    'data',
    [
        codecs.BOM_UTF8 + 'Käse'.encode(),
        codecs.BOM_UTF16_LE + 'Käse'.encode('utf-16-le'),
        codecs.BOM_UTF16_BE + 'Käse'.encode('utf-16-be'),
    ],
)
@pytest.mark.parametrize('encoding', [None, 'utf-8', 'latin-1'])
def test_a_byte_order_mark_is_believed_and_removed(data, encoding):
    assert decode(data, encoding) == 'Käse'


@pytest.mark.parametrize('data', [b'a\nb\nc\n', b'a\r\nb\r\nc\r\n', b'a\rb\rc\r', b'a\rb\r\nc\n'])
def test_line_ends_of_all_systems_count_once(data):
    assert number_lines(decode(data)) == [(1, 'a'), (2, 'b'), (3, 'c')]


@pytest.mark.parametrize('sign', ['\v', '\f', '\x1c', '\x85', '\u2028', '\u2029'])
def test_only_line_feeds_end_a_line(sign):
    assert len(number_lines(f'a{sign}b\nc')) == 2


def test_a_nul_becomes_a_visible_sign():
    assert decode(b'a\0b') == 'a\ufffdb'


@pytest.mark.parametrize(
    ('data', 'line', 'words'),
    [
        (b'\xff', 1, '0xff'),
        (b'one\ntwo\nK\xe4se\n', 3, 'byte 9 (0xe4)'),
        (b'one\r\ntwo\r\nK\xe4se', 3, '0xe4'),
        (b'one\rtwo\rK\xe4se', 3, '0xe4'),
        (codecs.BOM_UTF8 + b'one\nK\xe4se', 2, 'byte 8 (0xe4)'),
        (codecs.BOM_UTF16_LE + 'ĊĊ\n'.encode('utf-16-le') + b'\0\xd8', 2, 'byte 8'),
        (b'cut' + 'ä'.encode()[:1], 1, '0xc3'),
    ],
)
def test_bytes_that_do_not_fit_are_found_by_line_and_byte(data, line, words):
    with pytest.raises(TranscriptError) as caught:
        decode(data)
    finding = caught.value.finding
    assert (finding.code, finding.level, finding.line) == ('undecodable', 'error', line)
    assert words in finding.text


def test_a_named_encoding_is_used():
    assert decode(b'K\xe4se', 'latin-1') == 'Käse'
    with pytest.raises(TranscriptError, match='ascii'):
        decode(b'K\xe4se', 'ascii')


@pytest.mark.parametrize('encoding', ['no-such', 'base64', 'rot13', 'hex', 'punycode'])
def test_an_encoding_that_is_none_is_an_error_of_the_transcript(encoding):
    with pytest.raises(TranscriptError, match=encoding) as caught:
        decode(b'\xff-\xff', encoding)
    assert caught.value.finding.code == 'undecodable'


@pytest.mark.parametrize(
    ('text', 'lines'),
    [
        ('', []),
        ('\n', [(1, '')]),
        ('a', [(1, 'a')]),
        ('a\n', [(1, 'a')]),
        ('a\n\n', [(1, 'a'), (2, '')]),
        ('\na', [(1, ''), (2, 'a')]),
    ],
)
def test_lines_are_counted_from_one(text, lines):
    assert number_lines(text) == lines


def test_lines_can_be_counted_from_elsewhere():
    assert number_lines('a\nb', 7) == [(7, 'a'), (8, 'b')]


@given(st.lists(st.text(st.characters(exclude_characters='\0\r\n', exclude_categories=['Cs']))))
def test_every_line_of_a_file_arrives(lines):
    data = ''.join(f'{line}\n' for line in lines).encode('utf-8-sig')
    assert number_lines(decode(data)) == list(enumerate(lines, 1))


@given(st.binary())
def test_any_bytes_are_text_or_an_error_with_a_line_inside(data):
    try:
        decode(data)
    except TranscriptError as error:
        assert 1 <= error.finding.line <= data.count(b'\n') + data.count(b'\r') + 1  # noqa: PT017
