"""Twenty transcripts in twenty styles: with declared speakers every turn is theirs.

Each holds a trap: a line that looks like a turn and is none.
"""

from __future__ import annotations

import pytest
from reading import read_lines

from sphinxext.interview.transcript.model import Speaker

MIRA = Speaker('Mira Salt', 'interviewer', ('MS',))
TOM = Speaker('Tom Ferry', 'interviewee', ('TF', 'Tommy'))
WEN = Speaker('文艾达', 'participant', ('艾达',))
CREW = (MIRA, TOM, WEN)
M, T, W = 'Mira Salt', 'Tom Ferry', '文艾达'

#: Name of the style: transcript, speakers of its turns, words of the last turn's last paragraph.
STYLES: dict[str, tuple[str, list[str], str]] = {
    'plain': (
        'Mira: Why?\n\nTom: At 10:30 it was 2:1, see John 3:16.\n\nMira: And C:\\boats?\n\nTom: Gone.',
        [M, T, M, T], 'Gone.',
    ),
    'full names': (
        'Mira Salt: Why?\nTom Ferry: Because.\nNote: the boat was late.\nMira Salt: Hm?\nTom Ferry: So.',
        [M, T, M, T], 'So.',
    ),
    'initials': (
        'MS: Why?\nTF: http://boats.example: no, std::boat.\nMS: Hm?\nTF: He said: stop.',
        [M, T, M, T], 'He said: stop.',
    ),
    'capitals, two spaces': (
        'MIRA SALT:  Why?\n\nTOM FERRY:  [Laughs.] NB: no.\n\n[END OF TRACK one.]\n\nMIRA SALT:  Hm?',
        [M, T, M], 'Hm?',
    ),
    'bold, colon inside': (
        '**Mira:** Why?\n\n**Tom:** See **Note:** below.\n\n**Mira:** Hm?\n\n**Tom:** *Ahoy:* he said.',
        [M, T, M, T], '*Ahoy:* he said.',
    ),
    'bold, colon outside': (
        '**Mira**: Why?\n\n**Tom**: So.\n\n**Important**: not a speaker.',
        [M, T], '**Important**: not a speaker.',
    ),
    'underlined emphasis': ('__Mira__: Why?\n\n_TF:_ So.\n\n_Boat_: a vessel.', [M, T], '_Boat_: a vessel.'),
    'time in emphasis': (
        '*Mira Salt (0:00:19)*: Why?\n\n*Tom Ferry (0:00:25)*: It sank at (0:00:19): sadly.',
        [M, T], 'It sank at (0:00:19): sadly.',
    ),
    'time before the name': (
        '**[00:14] Mira:** Why?\n\n**[00:20] Tom:** So.\n\n[00:30] Slides: https://boats.example',
        [M, T], 'Slides: https://boats.example',
    ),
    'brackets': (
        '[Mira] [00:03] Why?\n\n[Tom] [00:05] So.\n\n[laughs] [00:07] Ahoy.\n\n[Mira]: Hm?',
        [M, T, M], 'Hm?',
    ),
    'heading with time': (
        ('##### **Mira** [00:00:14]\n\nWhy?\n\n##### **Tom** [[00:21:01](https://boats.example/t=1261)]\n\n'
        'So. Warning: wet.'),
        [M, T], 'So. Warning: wet.',
    ),
    'name and time on their own line': (
        'Mira Salt  0:12 \nWhy?\n\nTom Ferry  1:02:14 \nSo.\nWe met at 7:30\n\nMira Salt  1:02:20 \nHm?',
        [M, T, M], 'Hm?',
    ),
    'name and bracketed time': (
        'Mira Salt (00:12):\nWhy?\n\nTom Ferry (00:14):\nThe Tide (low):\nsad.',
        [M, T], 'The Tide (low): sad.',
    ),
    'label on its own line': (
        'Mira:\n\nWhy?\n\nTom:\n\nHere is what: nothing.\n\nSummary:\n\nNothing.', [M, T], 'Nothing.',
    ),
    'French, a space before the colon': (
        'Mira : Pourquoi ?\n\nTom : Parce que.\n\nRemarque : rien.\n\nMira : Ah ?', [M, T, M], 'Ah ?',
    ),
    'full-width colon': (
        'Mira：为什么？\n艾达：因为。\n注意：没有。\nMira：好？\n文艾达：好。', [M, W, M, W], '好。',
    ),
    'questions and answers': (
        'Q: Why?\n\nA: So. Q.E.D.: proved.\n\nQ: Hm?\n\nA: Plan A: row. Plan B: swim.',
        [M, T, M, T], 'Plan A: row. Plan B: swim.',
    ),
    'chevrons': ('>> Mira: Why?\n\n>> Tom: So.\n\n>> Mira: Hm?\n\n>> Tom: a >> b: no.', [M, T, M, T], 'a >> b: no.'),
    'several at once, details': (
        'Mira Salt (host): Why?\n\nTom Ferry | Boats Ltd: So.\n\nMira & Tom: Ahoy!\n\nMira or nobody: hm.',
        [M, T, f'{M} & {T}'], 'Mira or nobody: hm.',
    ),
    'escapes': (
        'Mira: Why?\n\nTommy: \\Mira: is how she signs.\n\n\\Mira: Yours.\n\nTom\\: me too.\n\nMira: Ah?',
        [M, T, M], 'Ah?',
    ),
}  # fmt: skip


@pytest.mark.parametrize('style', STYLES)
def test_every_turn_belongs_to_whom_it_should(style):
    text, speakers, last = STYLES[style]
    transcript = read_lines(text, CREW)
    found = [' & '.join(s.name for s in turn.speakers) for turn in transcript.turns]
    assert found == speakers
    assert transcript.turns[-1].paragraphs[-1].text == last


def test_there_are_twenty():
    assert len(STYLES) == 20
