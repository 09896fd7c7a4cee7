"""What ``convert`` writes is read back the same: every format, every case, any transcript."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sameness import NOBODY, by_turn, rows, spoken
from test_cases import CASES, GOLD, MODES, declared

from sphinxext.interview.transcript.captions.repeats import without_repeats
from sphinxext.interview.transcript.formats.registry import TEXT
from sphinxext.interview.transcript.loading import Loaded, load
from sphinxext.interview.transcript.model import (
    Paragraph,
    Speaker,
    Topic,
    Transcript,
    TranscriptError,
    Turn,
)
from sphinxext.interview.transcript.speech.directions import is_direction, is_note
from sphinxext.interview.transcript.writing import WRITERS

if TYPE_CHECKING:
    from collections.abc import Iterator

ADA = Speaker('Ada Reader', 'interviewer', ('AR',), 'reader; of the paper')
GRACE = Speaker('Grace Keeper', 'interviewee')
TOM = Speaker('Tom', 'participant')
KINDS = sorted({name.partition('/')[0] for name in GOLD})


def reread(loaded: Loaded, form: str, *, markup: str = 'literal') -> Loaded:
    writer = WRITERS[form]
    suffix = '.md' if markup == 'markdown' else writer.suffix
    return load(writer.write(loaded).encode(), f'again{suffix}')


def people(loaded: Loaded) -> set[Speaker]:
    return set(loaded.transcript.speakers)


def cases(kind: str) -> Iterator[tuple[str, Loaded]]:
    """Yield what can be read, with its name and mode."""
    for name, mode in MODES:
        if name.startswith(f'{kind}/'):
            given = declared(GOLD[name]) if mode == 'declared' else ()
            with contextlib.suppress(TranscriptError):
                loaded = load((CASES / name).read_bytes(), name, people=given)
                if loaded.transcript.turns:
                    yield f'{name} {mode}', loaded


@pytest.mark.parametrize('kind', KINDS)
@pytest.mark.parametrize('form', ['json', 'text', 'markdown'])
def test_cases_are_read_back_the_same(kind, form):
    for case, loaded in cases(kind):
        # Words that were Markdown stay so
        stays = form == 'text' and loaded.markup == 'markdown'
        again = reread(loaded, form, markup='markdown' if stays else 'literal')
        view = by_turn if stays or form == 'markdown' else rows
        assert view(again) == view(loaded), case
        assert people(again) == people(loaded), case
        assert again.metadata == {k: v for k, v in loaded.metadata.items() if v}, case


@pytest.mark.parametrize('kind', KINDS)
def test_cases_with_times_make_captions_that_say_the_same(kind):
    for case, loaded in cases(kind):
        if not any(row.time is not None for row in rows(loaded)):
            continue
        again = reread(loaded, 'vtt')
        assert spoken(again) == spoken(loaded), case
        assert people(again) >= {s for turn in loaded.transcript.turns for s in turn.speakers}, case
        assert times(again) >= times(loaded), case


def times(loaded: Loaded) -> set[float]:
    """Return the times of the file's cues with speech, or of a text's turns and paragraphs."""
    if loaded.form.cues:
        cues, _ = without_repeats(loaded.form.cues(loaded.lines))
        found = [cue.start for cue in cues if cue.text != cue.speaker]  # a mark is a note
    else:
        found = [row.time for row in rows(loaded) if row.turn != NOBODY]
    return {round(start, 3) for start in found if start is not None}


_STARTS = [
    '', '', '', '', 'Tom: ', 'Bob: ', 'Note: ', '[Bob] ', '**Bob:** ', '- ', '1. ', '> ',
    '>> ', '>> Bob: ', 'Bob  0:12', '—— ', '――', '[laughs] ', '[A bell rings.]', '(sighs)',
    '[Ed.: so]', '艾达：', '“', '<v Bob>', '&amp; ', '10:30 ', '```', '|',
]  # fmt: skip
#: What only a second label protects; of somebody unknown that would be another turn.
_STRUCTURE = ['# ', '--- ', '---', 'End of interview ']
_WORDS = st.lists(
    st.sampled_from('so it is: the bean [laughs] 2*3 _a_ `x` 1. <b> ends. why? https://a.example/b'
                    .split(' ')),
    min_size=1, max_size=5,
).map(' '.join)  # fmt: skip
_TIMES = st.none() | st.integers(0, 9_999_999).map(lambda ms: ms / 1000)


_ASIDES = st.builds(
    lambda text, time: Paragraph(text, 1, time, 'note'),
    st.sampled_from(['so it is', '[laughs]', '[A bell rings.]']), _TIMES,
)  # fmt: skip


@st.composite
def paragraphs(draw, starts: list[str]) -> Paragraph:
    text = ' '.join(f'{draw(st.sampled_from(starts))}{draw(_WORDS)}'.split())
    kind = 'direction' if is_direction(text) else 'note' if is_note(text) else 'speech'
    return Paragraph(text, 1, draw(_TIMES), kind)  # type: ignore[arg-type]


@st.composite
def turns(draw) -> Turn:
    speakers = draw(st.sampled_from([(ADA,), (GRACE,), (TOM,), (ADA, GRACE), ()]))
    starts = [*_STARTS, *_STRUCTURE] if speakers else _STARTS
    said = draw(st.lists(paragraphs(starts), min_size=1, max_size=3))
    return Turn(speakers, tuple(said), 1, draw(_TIMES))


_TOPICS = st.sampled_from(['The oven', 'Why: bread?']).map(lambda title: Topic(title, 1))
_ITEMS = st.lists(turns() | turns() | _TOPICS | _ASIDES, max_size=8)


@st.composite
def transcripts(draw) -> Loaded:
    """Draw any transcript that a reader can return."""
    items = [draw(turns()), *draw(_ITEMS), draw(turns())]
    around = st.lists(_ASIDES, max_size=2).map(tuple)
    transcript = Transcript(tuple(items), (ADA, GRACE, TOM), draw(around), draw(around))
    return Loaded(transcript, {}, (), TEXT, [], 'literal')


@given(transcripts())
def test_any_transcript_is_read_back_the_same_from_json(loaded):
    assert rows(reread(loaded, 'json')) == rows(loaded)


@given(transcripts())
def test_any_transcript_is_read_back_the_same_from_text(loaded):
    assert rows(reread(loaded, 'text')) == rows(loaded)


@given(transcripts())
def test_any_transcript_is_read_back_the_same_from_markdown(loaded):
    assert by_turn(reread(loaded, 'markdown')) == by_turn(loaded)


@given(transcripts())
def test_any_transcript_with_times_is_read_back_the_same_from_captions(loaded):
    try:
        again = reread(loaded, 'vtt')
    except TranscriptError:
        return
    assert spoken(again) == spoken(loaded)


def test_a_paragraph_that_starts_with_a_backslash_keeps_it():
    said = tuple(Paragraph(text, 1) for text in ('So.', '\\is: that.', 'Bob\\: so.', '# So.'))
    transcript = Transcript((Turn((ADA,), said, 1), Turn((GRACE,), said[:1], 1)), (ADA, GRACE))
    loaded = Loaded(transcript, {}, (), TEXT, [], 'literal')
    assert rows(reread(loaded, 'text')) == rows(loaded)


def test_what_happens_is_read_back_from_markdown_as_no_speech():
    source = 'Ada: So?\n\n[a dog barks]\n\nGrace: So it is.\n\n[laughs]\n\nAnd late.\n'
    loaded = load(source.encode(), 'talk.txt')
    again = reread(loaded, 'markdown')
    kinds = [[p.kind for p in turn.paragraphs] for turn in again.transcript.turns]
    assert kinds == [['speech', 'direction'], ['speech', 'direction', 'speech']]


def test_brackets_in_code_and_before_words_are_no_event_in_markdown():
    source = 'Ada: So?\n\nGrace: So:\n\n```\n\n\\[a dog barks\\]\n\n```\n\n\\[a dog\\]\nbarks.\n'
    turns = load(source.encode(), 'talk.md').transcript.turns
    assert [[p.kind for p in turn.paragraphs] for turn in turns] == [['speech'], ['speech']]
