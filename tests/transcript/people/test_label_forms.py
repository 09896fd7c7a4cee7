"""Every form of a label, read by itself."""

from __future__ import annotations

import pytest

from sphinxext.interview.transcript.people.labels import find_label, key


@pytest.mark.parametrize(
    ('line', 'name', 'rest', 'form', 'time'),
    [
        ('Mira: We sailed.', 'Mira', 'We sailed.', 'plain', None),
        ('Mira:', 'Mira', '', 'plain', None),
        ('Mira：We sailed.', 'Mira', 'We sailed.', 'plain', None),
        ('Mira: 00:01:02', 'Mira', '', 'plain', 62),
        ('Mira: [0:05] We sailed.', 'Mira', 'We sailed.', 'plain', 5),
        ('Mira [0:05]: We sailed.', 'Mira', 'We sailed.', 'plain', 5),
        ('Mira (0:05.500): We sailed.', 'Mira', 'We sailed.', 'plain', 5.5),
        ('0:05 - Mira: We sailed.', 'Mira', 'We sailed.', 'plain', 5),
        ('[0:05] Mira: We sailed.', 'Mira', 'We sailed.', 'plain', 5),
        ('(0:05) Mira: We sailed.', 'Mira', 'We sailed.', 'plain', 5),
        ('Mira Salt (MS): Hello.', 'Mira Salt (MS)', 'Hello.', 'plain', None),
        ('**Mira:** We sailed.', 'Mira', 'We sailed.', 'emphasis', None),
        ('**Mira**: We sailed.', 'Mira', 'We sailed.', 'emphasis', None),
        ('**Mira: **We sailed.', 'Mira', 'We sailed.', 'emphasis', None),
        ('**Mira:**We sailed.', 'Mira', 'We sailed.', 'emphasis', None),
        ('__Mira__: We sailed.', 'Mira', 'We sailed.', 'emphasis', None),
        ('*MS:* We sailed.', 'MS', 'We sailed.', 'emphasis', None),
        ('_MS_: We sailed.', 'MS', 'We sailed.', 'emphasis', None),
        ('***Mira:*** We sailed.', 'Mira', 'We sailed.', 'emphasis', None),
        ('*Mira Salt (0:00:19)*: We sailed.', 'Mira Salt', 'We sailed.', 'emphasis', 19),
        ('**[00:14] SPEAKER_04:** We sailed.', 'SPEAKER_04', 'We sailed.', 'emphasis', 14),
        ('**Mira** [00:14]', 'Mira', '', 'emphasis', 14),
        ('##### **Mira** [00:00:14]', 'Mira', '', 'emphasis', 14),
        ('### **Mira** [[00:21:01](https://v.example/t=1261)]', 'Mira', '', 'emphasis', 1261),
        ('[00:14] **Mira:** We sailed.', 'Mira', 'We sailed.', 'emphasis', 14),
        ('[Mira]: We sailed.', 'Mira', 'We sailed.', 'bracket', None),
        ('[Speaker 1] [00:03] We sailed.', 'Speaker 1', 'We sailed.', 'bracket', 3),
        ('[00:03] [Speaker 1] We sailed.', 'Speaker 1', 'We sailed.', 'bracket', 3),
        ('Mira Salt  0:12', 'Mira Salt', '', 'timed', 12),
        ('Mira Salt  0:12 ', 'Mira Salt', '', 'timed', 12),
        ('Mira Salt\t0:12', 'Mira Salt', '', 'timed', 12),
        ('Mira Salt [00:12]', 'Mira Salt', '', 'timed', 12),
        ('Mira Salt (00:12.345)', 'Mira Salt', '', 'timed', 12.345),
        ('Mira Salt (00:12):', 'Mira Salt', '', None, 12),
        ('>> Mira: We sailed.', 'Mira', 'We sailed.', 'chevron', None),
        ('>>Mira: We sailed.', 'Mira', 'We sailed.', 'chevron', None),
        ('   Mira: We sailed.', 'Mira', 'We sailed.', 'plain', None),
        ('Mira : Nous voilà.', 'Mira', 'Nous voilà.', 'plain', None),
        ('MIRA (laughing): We sailed.', 'MIRA', '(laughing) We sailed.', 'plain', None),
        ('Mira ( gasping ):', 'Mira', '(gasping)', 'plain', None),
        ('Mira [sighs]: [0:05] We sailed.', 'Mira', '[sighs] We sailed.', 'plain', 5),
        ('**Mira (speaking Dutch):**Ja.', 'Mira', '(speaking Dutch) Ja.', 'emphasis', None),
        ('Mira (shouting) (0:05): Ja.', 'Mira', '(shouting) Ja.', 'plain', 5),
        ('Mira (host): We sailed.', 'Mira (host)', 'We sailed.', 'plain', None),
        ('Mira (marketing): We sailed.', 'Mira (marketing)', 'We sailed.', 'plain', None),
    ],
)
def test_a_line_in_a_form_of_the_wild_has_a_label(line, name, rest, form, time):
    label = find_label(line)
    assert label is not None
    assert (label.name, label.rest.strip()) == (name, rest)
    assert label.time == pytest.approx(time) if time is not None else label.time is None
    assert form in {None, label.form}


@pytest.mark.parametrize(
    'name',
    [
        'Mira O’Dell', "Mira O'Dell", 'Mira-Jo', 'Dr. Mira Salt', 'Mira J. Salt', 'Mira Salt, PhD',
        'Mira Salt, Jr.', 'Salt & Pepper', 'Mira/Tom', 'Мира', 'ミラ', '艾达', 'מירה', 'ميرا',
        'Élodie', 'mira', 'MIRA SALT', 'jo-tom', 'R2', 'SPEAKER_00', '@mira', '?', '??', 'A', 'Q',
        'Mira Salt (baker, Harbour Street)', 'Mira $alt', 'Mira 🍞',
    ],
)  # fmt: skip
def test_names_of_every_script_and_shape_are_labels(name):
    label = find_label(f'{name}: Bread.')
    assert label is not None
    assert (label.name, label.rest.strip()) == (name, 'Bread.')


@pytest.mark.parametrize(
    'line',
    [
        'https://harbour.example',
        'http: not a name',
        'mailto: nobody',
        'FTP: a protocol',
        'At 10:30 we sailed.',
        'Chapter 3:16 tells it',
        'std::map is a type',
        'C:\\boats',
        ':emoji: at the start',
        '10 : nine',
        '3rd mate: We sailed.',
        'Mira\\: We sailed.',
        '\\Mira: We sailed.',
        '    Mira: indented by four',
        '        Mira: indented by eight',
        'one two three four five six seven: that is no name',
        'She stopped. Then: nothing',
        'Why? Because: so',
        'Stop! Mira: no',
        'Bread; butter: both',
        'Bread, butter, salt: all we had',
        '“Mira: no”',
        '`mira`: code',
        '(laughs): no',
        '[Mira] said it: so',
        '**Mira** said it: so',
        f'{"M" * 61}: too long',
        '',
        ' ',
        ':',
        '：',
        '**',
        '[',
        '>>',
        '[00:12]',
        '[00:12] We sailed.',
        'We sailed at 0:12',
    ],
)
def test_a_line_that_only_resembles_one_has_no_label(line):
    assert find_label(line) is None


def test_a_declared_name_may_look_like_anything():
    line = 'The crew of seven, all hands on board: Aye!'
    assert find_label(line) is None
    label = find_label(line, {key('The crew of seven, all hands on board')})
    assert label is not None
    assert label.rest == ' Aye!'


def test_a_space_before_the_colon_is_remembered():
    assert find_label('Mira : Oui.').is_spaced
    assert not find_label('Mira: Oui.').is_spaced


def test_a_time_that_is_none_stays_with_the_words():
    label = find_label('Mira [0:99]: We sailed.')
    assert label.time is None
    assert '[0:99]' in label.rest
    assert label.rest.endswith('We sailed.')


@pytest.mark.parametrize(
    ('one', 'other'),
    [
        ('Mira Salt', 'mira salt'),
        ('Mira Salt', 'Mira\u00a0Salt'),
        ('Mira Salt', 'Mira \u202f\u3000 Salt'),
        ('Mira', 'Mi\u200bra\u200e'),
        ('Mira', '\ufeffMira'),
        ('Mira', 'Mira:'),
        ('Mira', 'Mira ：'),
        ('Élodie', 'E\u0301lodie'),
        ('Straße', 'STRASSE'),
    ],
)
def test_spellings_that_look_the_same_are_one_name(one, other):
    assert key(one) == key(other)


def test_names_that_look_different_are_two():
    assert len(set(map(key, ['Mira', 'Mirá', 'Mira S', 'Mi ra', 'Mira.']))) == 5
