"""TEI, CHAT and TTML: who says what, and what nobody says."""

from __future__ import annotations

import re

import pytest
from conversation import read_file
from hypothesis import given
from hypothesis import strategies as st

from sphinxext.interview.transcript.formats.chat_codes import spoken as chat_words
from sphinxext.interview.transcript.model import Paragraph, Transcript, TranscriptError

PEOPLE = (
    '<person xml:id="I"><persName><surname>Baker</surname><forename>Ida</forename></persName></person>'
    '<person xml:id="O"><persName>Ole Miller</persName></person>'
)


def tei(body: str, people: str = PEOPLE, before: str = '', language: str = 'en') -> str:
    return (
        f'<TEI xml:lang="{language}"><teiHeader><particDesc>{people}</particDesc></teiHeader>'
        f'<text>{before}<body>{body}</body></text></TEI>'
    )


def paragraphs(transcript: Transcript) -> list[tuple[str, str, str]]:
    found: list[tuple[str, str, str]] = []
    for item in transcript.items:
        if isinstance(item, Paragraph):
            assert item.kind != 'speech'
            found.append(('', 'nobody’s', item.text))
        else:
            name = ' & '.join(s.name for s in item.speakers) or '?'
            found += [(name, p.kind, p.text) for p in item.paragraphs]
    return found


def words(transcript: Transcript) -> list[tuple[str, str]]:
    return [(' & '.join(s.name for s in turn.speakers), turn.text) for turn in transcript.turns]


def test_segments_are_paragraphs_and_a_heckle_is_nobodys_speech():
    long = 'Somebody calls from the third row that the oven was never lit, ' * 4
    transcript = read_file(
        'talk.xml',
        tei(
            '<note type="speaker">The chair</note><u who="#I"><seg>Is it late?</seg></u>'
            '<u who="#O"><seg>Very.</seg><note>(Hear, hear!)</note>'
            f'<seg>The oven <note>{long}</note> was cold.</seg></u>'
            '<kinesic><desc>Applause</desc></kinesic><u who="#I">So?</u>'
        ),
    )
    assert paragraphs(transcript) == [
        ('Ida Baker', 'speech', 'Is it late?'),
        ('Ole Miller', 'speech', 'Very.'),
        ('Ole Miller', 'direction', '[Hear, hear!]'),
        ('Ole Miller', 'speech', 'The oven'),
        ('Ole Miller', 'direction', f'[{long.strip()}]'),
        ('Ole Miller', 'speech', 'was cold.'),
        ('', 'nobody’s', '[Applause]'),
        ('Ida Baker', 'speech', 'So?'),
    ]


def test_an_event_is_told_in_the_language_of_the_document():
    event = (
        '<incident><desc xml:lang="en">a bell</desc><desc xml:lang="de">Glocke</desc></incident>'
    )
    transcript = read_file('talk.xml', tei(f'<u who="#I">Ja {event} nein.</u>', language='de'))
    assert [text for _, _, text in paragraphs(transcript)] == ['Ja', '[Glocke]', 'nein.']


@pytest.mark.parametrize(
    ('inside', 'said'),
    [
        ("<w>Well</w><pc>,</pc><w>I</w><w>do</w><w>n't</w><w>know</w><pc>.</pc>", "Well, I don't know."),
        ('<w>Well</w>\n <w join="right">x</w>\n <w>y</w> <pc join="left">-</pc><w>z</w>', 'Well xy- z'),
        ('<s><w>Dark</w><pc>.</pc></s><s><w>Late</w><pc>.</pc></s>', 'Dark. Late.'),
        ('<w>l’</w><w>eau</w> <pc>«</pc><w>là</w><pc>»</pc>', 'l’eau «là»'),
        ('<w>今日</w><w>は</w>', '今日は'),
        ('to <name><forename>Mary</forename><surname>Stone</surname></name>’s shop', 'to Mary Stone’s shop'),
        ('<hi>W</hi>hat un<hi>believ</hi>able', 'What unbelievable'),
        ('one<lb/>two oven<lb break="no"/>door', 'one two ovendoor'),
        ('<choice><sic>brad</sic><corr>bread</corr></choice> <del>no</del>', 'bread'),
        ('<choice><sic>brad</sic></choice> late', 'brad late'),
        ('I <del type="repetition">I</del> see', 'I I see'),
    ],
)  # fmt: skip
def test_words_neither_glue_nor_break(inside, said):
    transcript = read_file('talk.xml', tei(f'<u who="#I">{inside}</u>'))
    assert words(transcript) == [('Ida Baker', said)]


def test_an_annotation_block_says_who_speaks_and_when():
    times = (
        '<timeline unit="ms"><when xml:id="T0"/><when xml:id="T1" interval="1500" since="#T0"/>'
        '<when xml:id="T2" absolute="0:01:02"/></timeline>'
    )
    body = (
        '<annotationBlock who="#I" start="#T0"><u><anchor synch="#T1"/>Why?</u>'
        '<spanGrp><span>ADV</span></spanGrp></annotationBlock>'
        '<annotationBlock who="#O" start="#T2"><u>So.</u></annotationBlock><u>Who?</u>'
    )
    transcript = read_file('talk.xml', tei(body, before=times))
    assert words(transcript) == [('Ida Baker', 'Why?'), ('Ole Miller', 'So.'), ('', 'Who?')]
    assert [turn.time for turn in transcript.turns] == [1.5, 62, None]


def test_a_play_names_its_speakers_above_the_words():
    transcript = read_file(
        'play.xml',
        tei(
            '<head>Act one</head><stage>A shop.</stage>'
            '<sp who="#Q"><speaker>QUEEN.</speaker><l>Bread is</l><l>late.</l></sp>'
            '<sp><speaker>First Baker</speaker><p>It is.</p><stage>Bows.</stage><p>Sorry.</p></sp>',
            people='',
        ),
    )
    assert paragraphs(transcript) == [
        ('', 'nobody’s', '[Act one]'),
        ('', 'nobody’s', '[A shop.]'),
        ('QUEEN', 'speech', 'Bread is late.'),
        ('First Baker', 'speech', 'It is.'),
        ('First Baker', 'direction', '[Bows.]'),
        ('First Baker', 'speech', 'Sorry.'),
    ]


@pytest.mark.parametrize(
    ('name', 'language', 'written'),
    [
        ('<surname>Berg</surname><forename>Ida</forename><forename>May</forename><roleName>Dr.</roleName>',
         'en', 'Ida May Berg'),
        ('<surname>Berg</surname><nameLink>van den</nameLink><forename>Ida</forename>', 'nl', 'Ida van den Berg'),
        ('<surname>Nagy</surname><forename>Ida</forename>', 'hu', 'Nagy Ida'),
        ('Berg, Ida', 'en', 'Ida Berg'),
    ],
)  # fmt: skip
def test_names_are_as_people_write_them(name, language, written):
    person = f'<person xml:id="I"><persName>{name}</persName></person>'
    transcript = read_file('t.xml', tei('<u who="#I">Yes.</u>', people=person, language=language))
    assert [s.name for s in transcript.speakers] == [written]


def test_two_people_of_one_name_stay_two():
    people = '<person xml:id="P1"><persName>Pupil</persName></person>'
    people += people.replace('P1', 'P2')
    body = '<u who="#P1">Why?</u><u who="x.xml#P2">So.</u>'
    assert words(read_file('t.xml', tei(body, people))) == [('P1', 'Why?'), ('P2', 'So.')]


def test_a_tei_without_speech_is_an_error():
    with pytest.raises(TranscriptError) as caught:
        read_file('book.xml', tei('<p>Once upon a time.</p>'))
    assert caught.value.finding.code == 'no_cue'


_INSIDE = st.recursive(
    st.integers(0, 99).map(lambda number: f'w{number}w '),
    lambda parts: st.tuples(
        st.sampled_from(['seg', 'w', 'name', 'hi', 'note', 'vocal', 'p', 'unclear', 'incident']),
        st.lists(parts, max_size=3),
    ).map(lambda part: f'<{part[0]}>{"".join(part[1])}</{part[0]}>'),
    max_leaves=8,
)


@given(st.lists(st.tuples(st.sampled_from('IO'), st.lists(_INSIDE, max_size=4)), max_size=4))
def test_every_word_of_an_utterance_is_shown_under_its_speaker(utterances):
    body = ''.join(f'<u who="#{who}">w100w {"".join(parts)}</u>' for who, parts in utterances)
    if not utterances:
        return
    transcript = read_file('talk.xml', tei(body))
    for who, name in (('I', 'Ida Baker'), ('O', 'Ole Miller')):
        wanted = ' '.join(
            text.rpartition('>')[2]
            for speaker, parts in utterances
            if speaker == who
            for text in f'w100w {"".join(parts)}'.split('<')
        ).split()
        shown = [text for found, _, text in paragraphs(transcript) if found == name]
        found = ' '.join(shown).replace('[', ' ').replace(']', ' ').split()
        assert [word for word in found if word.startswith('w1') or word[1:2].isdigit()] == wanted


def test_words_between_the_speeches_are_nobodys_whatever_they_stand_in():
    transcript = read_file(
        'talk.xml',
        tei(
            'Bare. <list><item>One.</item><item><u who="#I">Why?</u> Behind.</item></list>'
            '<u who="#O">So.</u><quote>A <hi>quoted</hi> word: [no].</quote><note><desc>x</desc>y</note>'
        ),
    )
    assert paragraphs(transcript) == [
        ('', 'nobody’s', '[Bare.]'),
        ('', 'nobody’s', '[One.]'),
        ('Ida Baker', 'speech', 'Why?'),
        ('', 'nobody’s', '[Behind.]'),
        ('Ole Miller', 'speech', 'So.'),
        ('', 'nobody’s', '[A quoted word: (no).]'),
        ('', 'nobody’s', '[y; x]'),
    ]


def test_a_speech_within_a_speech_is_its_own_speakers():
    transcript = read_file('t.xml', tei('<u who="#I">Is it <u who="#O">Yes.</u> late?</u>'))
    assert words(transcript) == [
        ('Ida Baker', 'Is it'), ('Ole Miller', 'Yes.'), ('Ida Baker', 'late?'),
    ]  # fmt: skip


def test_a_name_above_a_speech_counts_where_the_speech_names_nobody():
    body = (
        '<note type="speaker">The chair:</note><u>Late?</u><note type="speaker">Baker</note>'
        '<note type="speaker">A guest</note><u who="#O">Very.</u><u>Oh.</u>'
    )
    transcript = read_file('t.xml', tei(body))
    assert words(transcript) == [('The chair', 'Late?'), ('Ole Miller', 'Very.'), ('', 'Oh.')]
    assert '[Baker]' in [text for _, _, text in paragraphs(transcript)]


_ELEMENT = st.sampled_from(
    'seg w name hi note vocal p unclear incident item list desc div quote choice sic foo stage lg l'.split()
)
_ANY = st.recursive(
    st.integers(0, 99).map(lambda number: f' w{number}w '),
    lambda parts: st.tuples(_ELEMENT, st.lists(parts, max_size=3)).map(
        lambda part: f'<{part[0]}>{"".join(part[1])}</{part[0]}>'
    ),
    max_leaves=8,
)


@given(st.lists(st.tuples(st.sampled_from(['u who="#I"', 'div', 'p', 'foo']), _ANY), max_size=5))
def test_every_word_of_a_tei_is_shown(blocks):
    body = ''.join(f'<{start}>{inside}</{start.split()[0]}>' for start, inside in blocks)
    transcript = read_file('talk.xml', tei(f'{body}<u who="#O">w100w</u>'))
    shown = ' '.join(text for _, _, text in paragraphs(transcript))
    assert sorted(re.findall(r'w\d+w', shown)) == sorted(re.findall(r'w\d+w', f'{body} w100w'))


def test_a_line_of_chat_that_is_no_tier_is_reported():
    transcript = read_file(
        't.cha', '@UTF8\n@Begin\n*IDA:\twhy ?\nso it is .\n*OLE\tyes .\n%com:\tx\n@End\n'
    )
    found = [(f.code, f.line) for f in transcript.findings if f.level == 'warning']
    assert found == [('cue_dropped', 4), ('cue_dropped', 5)]


@pytest.mark.parametrize(
    ('tier', 'said'),
    [
        ('so <what is> [//] what’s this ?', 'so what is what’s this?'),
        ('&-um &uh a ki:te@c , no:: [*] .', 'um uh a kite, no.'),
        ('(be)cause an(d) each_other ice+cream +...', 'because and each other ice cream…'),
        ('I &=laughs see (.) (2.5) +/.', 'I [laughs] see—'),
        ('gonna [: going to] go@s:eng 0the home .', 'gonna go home.'),
        ('0 [=! sighs] .', '[sighs]'),
        ('0 .', ''),
        ('&=imit:dog .', '[imit dog]'),
        ('xxx he said &+w what .', '[unintelligible] he said w- what.'),
        ('www .', '[not transcribed]'),
        ('yes &*OLE:mhm yes .', 'yes [OLE: mhm] yes.'),
        ('+" <no> [>] ‡ “ late ” [+ trn] .', 'no, “late”.'),
        ('it [x 3] &~ba &{l=sings la &}l=sings \x151_20\x15', 'it ba [sings] la'),
        ('bread & butter', 'bread & butter'),
    ],
)
def test_the_codes_of_chat_are_not_printed(tier, said):
    assert chat_words(tier) == said


def test_chat_introduces_people_and_who_asks():
    transcript = read_file(
        't.cha',
        '@UTF8\n@Begin\n@Participants:\tINV Ida_Baker Adult, CHI Ole Target_Child, XYZ Mother\n'
        '@ID:\teng|x|INV|||||Investigator|||\n*CHI:\tno .\n*INV:\twhy ?\n*XYZ:\twww .\n@End\n',
    )
    assert [(s.name, s.role, s.labels, s.description) for s in transcript.speakers] == [
        ('Ida Baker', 'interviewer', ('INV',), ''),
        ('Ole', 'interviewee', ('CHI',), 'Target Child'),
        ('XYZ', 'interviewee', (), 'Mother'),
    ]
    assert transcript.turns[2].paragraphs[0].kind == 'direction'


@given(st.text(st.sampled_from('ab1 &=-+<>[](){}.:@_0x"^*~/!?|\x15•'), max_size=60))
def test_words_without_a_code_survive_any_codes_around(codes):
    assert 'bread' in re.findall(r'\w+', chat_words(f'bread {codes}'))


def ttml(body: str, head: str = '', root: str = '') -> str:
    return (
        '<?xml version="1.0"?>\n<tt:tt xmlns:tt="http://www.w3.org/ns/ttml" '
        'xmlns:ttm="http://www.w3.org/ns/ttml#metadata" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" '
        f'xml:lang="en" {root}><head><metadata>{head}</metadata></head><body>{body}</body></tt:tt>'
    )


def test_ttml_knows_agents_lines_and_spans():
    transcript = read_file(
        'talk.ttml',
        ttml(
            '<div ttm:agent="a1"><p begin="1s" end="2s">Is it <span>l<span>a</span>te</span>,<br/>\n'
            '  Ole?</p></div><p begin="3s" ttm:agent="a2">Very. <span ttm:agent="a1">Oh.</span> Yes.</p>',
            '<ttm:title>Of bread</ttm:title><ttm:agent type="person" xml:id="a1">'
            '<ttm:name type="alias">IB</ttm:name><ttm:name type="full">Ida Baker</ttm:name>'
            '</ttm:agent><ttm:agent xml:id="a2"/>',
        ),
    )
    assert words(transcript) == [
        ('Ida Baker', 'Is it late, Ole?'), ('a2', 'Very.'), ('Ida Baker', 'Oh.'), ('a2', 'Yes.'),
    ]  # fmt: skip
    assert transcript.metadata == {'title': 'Of bread', 'language': 'en'}
    assert [turn.time for turn in transcript.turns[:2]] == [1, 3]


def test_words_of_ttml_are_shown_whatever_they_stand_in():
    transcript = read_file(
        't.ttml',
        ttml(
            '<div ttm:agent="a1" begin="5s">Bare.<section begin="2s"><p>One.</p></section>'
            '<span begin="3s">Two.</span></div><p ttm:agent="a2">Three.</p>'
        ),
    )
    assert words(transcript) == [('a1', 'Bare. One. Two.'), ('a2', 'Three.')]
    assert transcript.turns[0].time == 5


_TIMED = st.recursive(
    st.integers(0, 99).map(lambda number: f' w{number}w '),
    lambda parts: st.tuples(
        st.sampled_from(
            ['p', 'div', 'span', 'section', 'span ttm:agent="a1"', 'div ttm:agent="a2"']
        ),
        st.lists(parts, max_size=3),
    ).map(lambda part: f'<{part[0]}>{"".join(part[1])}</{part[0].split()[0]}>'),
    max_leaves=8,
)


@given(st.lists(_TIMED, min_size=1, max_size=4))
def test_every_word_of_a_ttml_is_shown_in_order(parts):
    body = ''.join(parts)
    if not (wanted := re.findall(r'w\d+w', body)):
        return
    transcript = read_file('t.ttml', ttml(body))
    shown = ' '.join(text for _, text in words(transcript))
    assert re.findall(r'w\d+w', shown) == wanted


@pytest.mark.parametrize(
    ('begin', 'seconds'),
    [
        ('00:01:02.5', 62.5), ('00:01:02', 62), ('1:02.5', 62.5), ('62.5', 62.5), ('62.5s', 62.5),
        ('1.5m', 90), ('1h', 3600), ('1500ms', 1.5), ('50f', 2), ('620000000t', 62), ('00:00:01:05', 1.2),
        ('late', None), ('', None),
    ],
)  # fmt: skip
def test_ttml_has_clocks_offsets_frames_and_ticks(begin, seconds):
    root = 'ttp:frameRate="25" ttp:tickRate="10000000"'
    transcript = read_file('talk.ttml', ttml(f'<p begin="{begin}">Late.</p>', root=root))
    assert transcript.turns[0].time == (pytest.approx(seconds) if seconds else None)


def test_ttml_begins_count_from_what_is_around_them():
    transcript = read_file('t.ttml', ttml('<div begin="10s"><p begin="2s">Late.</p></div>'))
    assert transcript.turns[0].time == 12


def test_words_of_a_podcast_that_are_spans_do_not_glue():
    word = '<span unit="word" begin="{}.5">{}</span>'
    inside = ''.join(word.format(n, w) for n, w in enumerate(['The', 'bread', 'is', 'late.'], 1))
    transcript = read_file('t.xml', ttml(f'<p><span unit="sentence">{inside}</span></p>'))
    assert transcript.turns[0].text == 'The bread is late.'
    assert transcript.turns[0].time == 1.5


@pytest.mark.parametrize('name', ['talk.ttml', 'talk.xml', 'talk.dfxp', 'talk'])
@pytest.mark.parametrize(
    ('text', 'code'),
    [
        ('<tt><body><p>Late.</body></tt>', 'xml_invalid'),
        ('<!DOCTYPE x [<!ENTITY a "aaaa">]><tt><body><p>&a;</p></body></tt>', 'xml_invalid'),
        ('<tt><body><div/></body></tt>', 'no_cue'),
        ('<tt>' + '<p>' * 100_000, 'xml_invalid'),
    ],
)
def test_ttml_that_is_broken_hostile_or_empty_is_an_error(name, text, code):
    with pytest.raises(TranscriptError) as caught:
        read_file(name, text)
    assert caught.value.finding.code == code
