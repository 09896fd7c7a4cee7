"""No word is lost, whatever a transcript looks like."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from reading import PEOPLE, read_lines

from sphinxext.interview.transcript.directions import split_directions
from sphinxext.interview.transcript.exchanges import exchanges
from sphinxext.interview.transcript.model import Exchange, Paragraph, Topic, Transcript, Turn
from sphinxext.interview.transcript.slugs import slugify, unused

WORDS = st.sampled_from(
    [
        'so',
        'Why?',
        'salt',
        '“yes”',
        '[laughs]',
        '(No.)',
        '*',
        '**bold**',
        '[',
        ']',
        '{#x',
        '1.',
        '—',
    ]
)
STARTS = st.sampled_from(
    ['', '', '', 'Ada: ', 'Grace: ', 'GK: ', '**Ada:** ', '[00:05] ', 'Ada: [00:07] ', 'Pip: ']
    + ['# ', '---', '>> ', 'Ada and Grace: ', '[Grace]: ', '   ', 'Ada Reader  0:12', '[Ed.: x] ']
)
LINES = st.builds(lambda start, words: start + ' '.join(words), STARTS, st.lists(WORDS, max_size=5))
TEXTS = st.lists(LINES, max_size=14).map('\n'.join)
#: Words that no label, time, address or mark has.
SPOKEN = re.compile('so|Why|salt|yes|laughs|No|bold')
PARAGRAPHS = st.sampled_from(['auto', 'line', 'blank'])
PEOPLE_OR_NONE = st.sampled_from([PEOPLE, ()])


def kept(transcript: Transcript) -> str:
    """Return all words that readers see, in order."""
    items = [*transcript.preamble, *transcript.items, *transcript.epilogue]
    return ' '.join(text for item in items for text in texts(item))


def texts(item: Turn | Topic | Paragraph) -> list[str]:
    if isinstance(item, Turn):
        return [paragraph.text for paragraph in item.paragraphs]
    return [item.title if isinstance(item, Topic) else item.text]


@given(TEXTS, PARAGRAPHS, PEOPLE_OR_NONE)
def test_every_word_is_kept_in_order(text, paragraphs, people):
    transcript = read_lines(text, people, paragraphs=paragraphs)
    assert SPOKEN.findall(kept(transcript)) == SPOKEN.findall(text)


@given(st.text(), PARAGRAPHS, st.sampled_from(['literal', 'rst', 'markdown']), PEOPLE_OR_NONE)
def test_any_text_can_be_read(text, paragraphs, markup, people):
    transcript = read_lines(text, people, paragraphs=paragraphs, markup=markup)
    parts, findings = exchanges(transcript.items)
    count = text.count('\n') + 1
    assert all(1 <= f.line <= count for f in (*transcript.findings, *findings))
    numbers = [part.number for part in parts if isinstance(part, Exchange)]
    assert numbers == list(range(1, len(numbers) + 1))


@given(TEXTS, PEOPLE_OR_NONE)
def test_addresses_of_an_interview_are_different(text, people):
    parts, _ = exchanges(read_lines(text, people).items)
    slugs = [part.slug for part in parts if isinstance(part, Exchange | Topic)]
    assert len(slugs) == len(set(slugs))
    assert all(slugs)


@given(st.text())
def test_a_slug_is_short_and_stays_what_it_is(text):
    slug = slugify(text)
    assert len(slug) <= 60
    assert slug.count('-') <= 7
    assert slugify(slug) == slug


@given(st.lists(st.sampled_from(['a', 'b', 'a-2', 'a-2-2']), max_size=12))
def test_unused_slugs_never_collide(wanted):
    taken: dict[str, int] = {}
    given_out = [unused(slug, taken) for slug in wanted]
    assert len(set(given_out)) == len(wanted)


@given(st.text(st.sampled_from('[]()♪<>laughs .'), max_size=40))
def test_directions_are_cut_out_and_nothing_else(text):
    assert ''.join(part for part, _ in split_directions(text)) == text
