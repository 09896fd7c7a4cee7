"""Every reader takes time and memory in proportion to its input, whatever is in it."""

from __future__ import annotations

import contextlib
import tracemalloc

import pytest
from conversation import docx, read_file
from test_hostile_constructs import UNITS
from timing import SMALL, assert_linear, sizes

from sphinxext.interview.transcript.model import TranscriptError

#: Where the hostile text stands in a file of each format.
FRAMES = {
    'voice.vtt': 'WEBVTT\n\n00:00.000 --> 00:01.000\n<v {}',
    'words.vtt': 'WEBVTT\n\n00:00.000 --> 00:01.000\n{}',
    'times.vtt': 'WEBVTT\n\n{} --> 00:01.000\nWords',
    'bare.vtt': '{}',
    'words.srt': '1\n00:00:00,000 --> 00:00:01,000\n{}',
    'words.sbv': '0:00:00.000,0:00:01.000\n{}',
    'bare.json': '{}',
    'table.csv': 'speaker,words\n{}',
    'table.tsv': 'speaker\twords\n{}',
    'bare.csv': '{}',
    'words.cha': '@UTF8\n@Begin\n*ADA:\t{}',
    'bare.ttml': '<tt><body><p begin="1s">{}</p></body></tt>',
    'tokens.xml': '<TEI><u who="#A"><w>{}</w></u></TEI>',
    'bare.xml': '<TEI><u who="#A">{}</u></TEI>',
}
MORE_UNITS = [
    '<v a>', '</v>', '<v', '&', '&amp;', '&#', '-->', '--> ', '00:00.000 --> ', '{\\', '{"', '[{', '{"a":',
    '"', '","', ',', '\n', '\n\n', '0\n', '00:00.000 --> 00:01.000\n', 'a\n00:00.000 --> 00:01.000\na\n',
    '00:00:00,000 --> 00:00:01,000\na\n\n', '<a>', '<u>', '@', '*A:\t', '\n\t', '&=', '+"', '(.)', '<w>a</w>', '<note/>', '"a,b"\n', 'a"b,"c\n', 'a\t"', ';', '\x15', '•1_2•', '- a\n',
]  # fmt: skip


def attempt(name: str, text: str) -> None:
    with contextlib.suppress(TranscriptError):
        read_file(name, text)


@pytest.mark.parametrize('name', FRAMES)
def test_repeated_signs(name):
    for unit in [*UNITS, *MORE_UNITS]:
        text = FRAMES[name].replace('{}', '%s')
        assert_linear(
            lambda signs, text=text: attempt(name, text % signs), *sizes(unit), about=unit
        )


@pytest.mark.parametrize('name', ['words.vtt', 'words.srt', 'bare.vtt', 'talk.txt'])
@pytest.mark.parametrize(
    'line',
    ['**a' + ' ' * 3000, 'a' * 10**6, ':' * 10**5, '*' * 10**5, '[' * 10**5, '0:' * 50_000],
    ids=['spaces', 'letters', 'colons', 'stars', 'brackets', 'times'],
)
def test_the_lines_of_the_issue(name, line):
    frame = FRAMES.get(name, '{}')
    # A hundred such lines in less than the time that a careless pattern needs for one
    attempt(name, frame.replace('{}', f'{line}\n' * (100 if len(line) < 10**5 else 3)))


@pytest.mark.parametrize(
    'unit',
    [
        '<w:p>', '<w:p/>', '<w:r>', '<w:tbl><w:tr><w:tc>', '<w:p><w:r><w:t>a</w:t></w:r></w:p>',
        '<w:p><w:txbxContent>', '<w:tbl><w:tr><w:tc/><w:tc>', '<w:p><w:r><w:t>*</w:t></w:r></w:p>',
        '<w:p><w:footnoteReference/></w:p>', '<w:altChunk/>',
    ],
)  # fmt: skip
def test_word_documents(unit):
    def work(signs: str) -> None:
        count = len(signs) // 8
        tags = [part.split('>')[0] for part in unit.split('<')[1:]]
        opened = [tag for tag in tags if f'/{tag}' not in tags and '/' not in tag]
        close = ''.join(f'</{tag}>' for tag in reversed(opened))
        attempt_docx(unit * count + close * count)

    assert_linear(work, *sizes('a'))


def attempt_docx(body: str) -> None:
    with contextlib.suppress(TranscriptError):
        read_file('talk.docx', docx(body))


def peak(text: str) -> int:
    tracemalloc.start()
    read_file('talk.vtt', text)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def test_memory_grows_with_the_input_and_no_faster():
    def captions(count: int) -> str:
        cue = '00:00.000 --> 00:01.000\n<v Ada>Some words of hers.'
        return '\n\n'.join(['WEBVTT', *[cue] * count])

    assert peak(captions(4 * SMALL // 10)) < 5 * peak(captions(SMALL // 10))
