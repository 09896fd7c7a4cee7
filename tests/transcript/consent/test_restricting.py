"""Marks in every format and layout: what they restrict is gone, the rest is there, no mark is shown."""

from __future__ import annotations

import pytest

from sphinxext.interview.transcript.consent.marks import normalised
from sphinxext.interview.transcript.consent.parts import public_parts
from sphinxext.interview.transcript.consent.restricting import without_marks
from sphinxext.interview.transcript.exchanges.grouping import exchanges
from sphinxext.interview.transcript.formats import file_lines, read, recognise

ROWS = (
    'speaker,words,timestamp,tags,restricted\n'
    'Ada,Kept?,0:01,x,\nGrace,secret,0:02,secret,{}\nAda,More?,0:03,,no\nGrace,Kept.,0:04,,0\n'
)
SEGMENTS = (
    '{{"segments": [{{"start": 0, "end": 1, "text": "Kept?", "speaker": "A"}},'
    '{{"start": 1, "end": 2, "text": "secret", "speaker": "B", "restricted": {}}},'
    '{{"start": 2, "end": 3, "text": "Kept?", "speaker": "A"}},'
    '{{"start": 3, "end": 4, "text": "Kept.", "speaker": "B"}}]}}'
)
CUES = (
    'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>Kept?\n\n00:02.000 --> 00:03.000\n'
    '<v Grace>A secret {restricted}\n\n00:03.000 --> 00:04.000\n<v Ada>Kept, too?\n\n'
    '00:04.000 --> 00:05.000\n<v Grace>Kept.\n'
)
SUBRIP = (
    '1\n00:00:01,000 --> 00:00:02,000\nAda: Kept?\n\n2\n00:00:02,000 --> 00:00:03,000\n'
    'Grace: A secret {restricted}\n\n3\n00:00:03,000 --> 00:00:04,000\nAda: More?\n\n'
    '4\n00:00:04,000 --> 00:00:05,000\nGrace: Kept.\n'
)
BOLD = (
    '**Kept?**\n\nKept.\n\n**A secret? {restricted exchange}**\n\nsecret\n\n'
    '**Another secret?** {restricted}\n\nKept.\n\nsecret {restricted}\n\n**More?**\n\nYes.\n'
)
HEADINGS = (
    '## Kept?\n\nKept.\n\n## A secret? {#x} {restricted exchange}\n\nsecret\n\n'
    '## Another secret? {restricted}\n\nKept.\n\nsecret {restricted}\n\n## More?\n\nYes.\n'
)
TOPICS = (
    '**Ada:** Kept?\n\n**Grace:** Yes.\n\n## A secret {restricted}\n\n**Ada:** secret?\n\n'
    '**Grace:** secret.\n\n## Kept\n\n**Ada:** Where?\n\n**Grace:** There.\n'
)
CLOSE = (
    'Ada: Kept?\nGrace: Yes.\nAda: Well?\nGrace: secret {restricted}\nAda: Well now?\n'
    'Grace: Kept.\n{restricted begin}\nAda: secret?\nGrace: secret\n{restricted end}\n'
    'Ada: Bye?\nGrace: Bye\n'
)
BLOCKS = (
    'Ada: Kept?\n\nGrace: Yes:\n\n- secret\n- more {restricted}\n\n  secret\n\n::\n\n   secret {restricted}\n\n'
    '   secret\n\nKept.\n'
)
MARKDOWN_NOTES = (
    '**Ada:** Kept?\n\n**Grace:** A secret[^1]: so. {restricted}\n\nKept[^2], and so[^3].\n\n'
    '[^1]: secret\n[^2]: Kept,\n  too.\n\n[^3]: Kept[^4].\n\n[^4]: Kept.\n\n'
    '[^own]: A secret of the author. {restricted}\n'
)
NOTES_TO_NOTES = (
    '**Ada:** Kept?\n\n**Grace:** A secret[^1]. {restricted}\n\nKept[^3].\n\n'
    '[^1]: A secret, see[^2].\n\n    secret\n\n[^2]: secret\n\n[^3]: Kept.\n'
)
RST_NOTES = (
    'Ada: Kept [#]_?\n\nGrace: A secret [#]_, as [1]_ and [#so]_ and [*]_. {restricted}\n\n'
    'Kept [#]_, [*]_, [2]_.\n\n.. [#] Kept.\n.. [#] secret\n.. [1] secret\n\n   secret\n'
    '.. [#so] secret\n.. [*] secret\n.. [*] Kept.\n.. [#] Kept.\n.. [2] Kept.\n'
)
FILES = {
    'table.csv': ROWS.format('yes'),
    'words.csv': ROWS.format('until 2040'),
    'flag.json': SEGMENTS.format('true'),
    'reason.json': SEGMENTS.format('"by her wish"'),
    'cues.vtt': CUES,
    'cues.srt': SUBRIP,
    'bold.md': BOLD,
    'headings.md': HEADINGS,
    'topics.md': TOPICS,
    'close.txt': CLOSE,
    'blocks.rst': BLOCKS,
    'notes.md': MARKDOWN_NOTES,
    'notes-to-notes.md': NOTES_TO_NOTES,
    'notes.rst': RST_NOTES,
}


def found(name: str, text: str, *, is_complete: bool = False):
    lines = file_lines(text.encode())
    form, _ = recognise(lines, name)
    marked = normalised(lines)
    markup = {'md': 'markdown', 'rst': 'rst'}.get(name.partition('.')[2], 'literal')
    transcript = read(marked.lines, form=form, markup=markup)
    shown = without_marks(transcript, marked.marks, is_complete=is_complete)
    parts, _ = exchanges(shown.items)
    codes = [f.code for f in (*marked.findings, *shown.findings) if f.code == 'restricted_mark']
    return repr((public_parts(parts), shown.preamble, shown.epilogue, shown.metadata)), codes


@pytest.mark.parametrize('name', FILES)
def test_what_is_marked_is_gone_and_the_rest_is_there(name):
    shown, codes = found(name, FILES[name])
    assert 'secret' not in shown
    assert 'Kept' in shown
    assert '{restricted' not in shown
    assert codes == []


@pytest.mark.parametrize('name', FILES)
def test_the_complete_edition_has_all_words_and_no_marks(name):
    shown, codes = found(name, FILES[name], is_complete=True)
    assert shown.count('secret') >= FILES[name].count('secret') - 1  # tags of a table
    assert '{restricted' not in shown
    assert codes == []


@pytest.mark.parametrize(
    ('name', 'kept'),
    [
        ('notes.md', ['[^2]: Kept,', 'too.', '[^3]: Kept[^4].', '[^4]: Kept.']),
        ('notes-to-notes.md', ['[^3]: Kept.']),
        ('notes.rst', ['[#] Kept.', '[*] Kept.', '[#] Kept.', '[2] Kept.']),
    ],
)
def test_footnotes_of_what_is_shown_are_shown(name, kept):
    shown, _ = found(name, FILES[name])
    for words in kept:
        assert shown.count(words) == kept.count(words)


@pytest.mark.parametrize('flag', ['', 'no', 'False', '0', ' '])
def test_a_row_that_says_no_is_public(flag):
    assert 'secret' in found('table.csv', ROWS.format(flag))[0]


@pytest.mark.parametrize(
    'text',
    [
        'WEBVTT\n\nNOTE {restricted}\n\n00:01.000 --> 00:02.000\n<v Ada>secret?\n',
        'Ada: Kept?\n\nGrace: Yes.\n\n{restricted}\n\nsecret\n\nAda: secret?\n\nGrace: secret\n',
        'Ada: Kept?\n\nGrace: {restricted begin}\n\nsecret\n\nAda: secret?\n\nGrace: secret\n',
        'Ada: A secret? {Restrict}\n\nGrace: secret\n',
    ],
)
def test_a_mark_in_a_wrong_place_restricts_more_and_is_told(text):
    name = 'talk.vtt' if text.startswith('WEBVTT') else 'talk.txt'
    shown, codes = found(name, text)
    assert 'secret' not in shown
    assert codes


@pytest.mark.parametrize('text', ['{name}', '{restricted}`words`', '{.note}'])
def test_other_braces_are_no_marks(text):
    assert normalised([(1, text)]).marks == 0
