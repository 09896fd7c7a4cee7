"""What a style sheet does with a page, as a browser shows it."""

from __future__ import annotations

import pytest
from conftest import PEOPLE
from serving import serve
from test_browser import chromium  # noqa: F401
from test_recordings import sound

NAME = 'Bartholomew Featherstonehaugh-Cholmondeley the Younger'
LONG_WORD = 'Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle'
TALK = f"""\
We met at the pier.

A: [00:36] Why do gulls laugh?

G: [00:41] {'They eat chips. ' * 40}

Barry: [1:06:30] No.

G: Yes.

A: {'And what would you say to those who never come here, ' * 6}if I may?

G: {LONG_WORD}, and https://example.org/{'x' * 200}
"""
HOST = f"""\
Host
====

Before.

.. interview:: Birds
   :file: talk.txt
   :name: gulls
   :numbered:
{PEOPLE}   :participant: {NAME} [Barry]
"""
FOLDED = '   :collapsible: closed\n'
PLAYED = '   :recording: talk.wav\n'


@pytest.fixture
def show(build, chromium):  # noqa: F811
    """Build a page and open it; return the view, without scripts."""
    views = []

    def run(options: str = '', after: str = '', theme: str = 'basic', anchor: str = '', **view):
        files = {'index.rst': f'{HOST}{options}{after}', 'talk.txt': TALK, 'talk.wav': sound()}
        out = build(files, html_theme=theme, html_sidebars={}).app.outdir
        size = {'width': view.pop('width', 1280), 'height': 700}
        page = chromium.new_page(viewport=size, java_script_enabled=False, **view)
        views.append(page)
        with serve(out) as address:
            page.goto(f'{address}/index.html{anchor}')
        return page

    yield run
    for view in views:
        view.close()


def widen(view, width: str) -> None:
    """Give the interview's container a width."""
    view.evaluate(f'document.querySelector(".interview").parentElement.style.width = "{width}"')


#: Returns the boxes of the first turn that has a name like this: the name, its words, the time.
BOXES = """name => {
    const names = [...document.querySelectorAll('.interview-speaker')]
    const label = names.find(label => label.textContent.startsWith(name))
    const words = document.createRange()
    words.selectNodeContents([...label.parentElement.childNodes].find(
        node => node.nodeType === 3 && node.data.trim()))
    const turn = label.closest('.interview-turn')
    return [label.querySelector('bdi'), words, turn.querySelector('time'), turn].map(part => {
        const {left, right, top, bottom} = part.getBoundingClientRect()
        return {left, right, top, bottom}
    })
}"""


@pytest.mark.parametrize('width', ['37rem', '42rem', '70rem'])
def test_where_there_is_room_names_stand_beside_the_words_and_times_at_the_edge(show, width):
    view = show()
    widen(view, width)
    boxes = [view.evaluate(BOXES, name) for name in ('Ada', 'Grace', NAME)]
    for name, words, time, turn in boxes:
        assert name['right'] <= words['left']
        assert time['left'] >= words['right']
        assert time['right'] <= turn['right'] + 1
        assert abs(name['top'] - words['top']) < 5
        assert abs(time['top'] - words['top']) < 8
    assert len({round(words['left']) for _, words, _, _ in boxes}) == 1
    assert len({round(name['left']) for name, _, _, _ in boxes}) == 1
    number = view.locator('.interview-number').first.bounding_box()
    assert number['x'] + number['width'] <= boxes[0][0]['left'] + 1


@pytest.mark.parametrize('width', ['36.9rem', '20rem'])
def test_below_that_width_names_stand_before_the_words(show, width):
    view = show()
    widen(view, width)
    name, words, time, turn = view.evaluate(BOXES, 'Grace')
    assert name['left'] == turn['left'] == words['left']
    assert abs(name['top'] - words['top']) < 3
    assert time['right'] == turn['right']


def test_a_name_that_is_longer_than_its_words_covers_nothing(show):
    view = show()
    widen(view, '42rem')
    name, _, _, turn = view.evaluate(BOXES, NAME)
    assert name['bottom'] - name['top'] > 40
    following = view.locator('.interview-turn').nth(3).bounding_box()
    assert name['bottom'] <= turn['bottom'] <= following['y']


def test_lines_are_no_longer_than_readers_follow(show):
    view = show()
    widen(view, '100rem')
    measure = (
        "e => { const now = e.clientWidth; e.style.width = '60ch'; return [now, e.clientWidth] }"
    )
    for part in ('.interview-preamble', '.interview-answer p', '.interview-long p'):
        width, longest = view.locator(part).first.evaluate(measure)
        assert width == longest


def test_without_names_and_numbers_no_column_is_left_for_them(build, chromium):  # noqa: F811
    talk = '**Why do gulls laugh?**\n\nThey eat chips.\n'
    out = build({'index.rst': '.. interview::\n   :file: talk.txt\n', 'talk.txt': talk}).app.outdir
    view = chromium.new_page()
    with serve(out) as address:
        view.goto(f'{address}/index.html')
    widen(view, '50rem')
    left = view.locator('.interview').bounding_box()['x']
    assert view.locator('.interview-turn p').first.bounding_box()['x'] == left
    view.close()


def test_in_a_cell_an_interview_is_as_wide_as_its_words(show):
    cell = (
        '\n.. list-table::\n\n   * - .. interview::\n          :name: cell\n'
        '          :interviewer: Ada\n          :interviewee: Grace\n\n'
        '          Ada: Is there room?\n\n          Grace: There is.\n'
    )
    view = show(after=cell)
    box = view.locator('td .interview-turn').first.bounding_box()
    assert box['width'] > 150
    assert box['height'] < 40


def test_long_questions_are_not_bold_and_short_ones_are(show):
    view = show()
    weights = [
        question.evaluate('e => +getComputedStyle(e).fontWeight')
        for question in view.locator('.interview-question').all()
    ]
    assert weights == [600, 400]


@pytest.mark.parametrize('theme', ['basic', 'alabaster', 'classic', 'furo'])
def test_a_hidden_link_takes_no_place_and_is_not_copied(show, theme):
    view = show(theme=theme)
    copied = view.evaluate("""() => {
        getSelection().selectAllChildren(document.querySelector('.interview-question'))
        return getSelection().toString()
    }""")
    assert ' '.join(copied.split()) == '1. Ada Reader: 00:36 Why do gulls laugh?'
    assert '\n' not in copied.strip()
    for name in ('question', 'answer'):
        turn = view.locator(f'.interview-{name}').first
        link = turn.locator('.headerlink')
        assert link.evaluate('e => getComputedStyle(e).opacity') == '0'
        turn.hover()
        before = turn.bounding_box()
        assert link.evaluate('e => getComputedStyle(e).opacity') > '0'
        link.evaluate('e => e.remove()')
        assert turn.bounding_box() == before


MARKS = """() => [...document.querySelectorAll('.interview-exchange, .interview-turn')]
    .filter(part => getComputedStyle(part, '::before').content !== 'none').map(part => part.id)"""


@pytest.mark.parametrize('anchor', ['gulls.why-do-gulls-laugh', 'gulls.why-do-gulls-laugh.barry'])
def test_a_link_marks_the_question_or_the_answer_that_it_leads_to(show, anchor):
    view = show(anchor=f'#{anchor}')
    assert view.evaluate(MARKS) == [anchor]
    assert 0 <= view.locator(f'[id="{anchor}"]').bounding_box()['y'] < 600


def test_a_folded_interview_is_printed(show):
    view = show(FOLDED)
    visible = 'e => e.checkVisibility({contentVisibilityAuto: true}) && e.clientHeight > 0'
    assert not view.locator('.interview-answer').first.evaluate(visible)
    view.emulate_media(media='print')
    assert view.locator('.interview-answer').first.evaluate(visible)
    assert view.locator('.interview-turn .headerlink').first.is_hidden()


def test_the_mark_that_folds_stands_beside_the_title(show):
    view = show(FOLDED)
    summary, title = (view.locator(f'.interview {tag}').bounding_box() for tag in ('summary', 'h2'))
    assert summary['height'] <= title['height'] + 10
    assert title['x'] > summary['x']


@pytest.mark.parametrize(
    ('theme', 'mode', 'scheme'),
    [('furo', 'dark', 'dark'), ('furo', 'light', 'normal'), ('alabaster', 'dark', 'normal')],
)
def test_the_player_has_the_colours_of_the_page(build, chromium, theme, mode, scheme):  # noqa: F811
    files = {'index.rst': f'{HOST}{PLAYED}', 'talk.txt': TALK, 'talk.wav': sound()}
    out = build(files, html_theme=theme).app.outdir
    view = chromium.new_page(color_scheme=mode)
    with serve(out) as address:
        view.goto(f'{address}/index.html')
    assert view.locator('audio').evaluate('e => getComputedStyle(e).colorScheme') == scheme
    view.close()


@pytest.mark.parametrize('theme', ['alabaster', 'furo'])
def test_no_page_is_wider_than_its_window(show, theme):
    view = show(PLAYED, theme=theme)
    for width in (1280, 768, 360, 320):
        view.set_viewport_size({'width': width, 'height': 700})
        interview = view.locator('.interview').bounding_box()
        assert interview['x'] + interview['width'] <= width
        for part in view.locator('.interview :is(p, time, b, summary, audio)').all():
            box = part.bounding_box()
            assert box['x'] + box['width'] <= interview['x'] + interview['width'] + 1
            assert box['x'] >= interview['x'] - 1
        assert view.evaluate('document.documentElement.scrollWidth') <= width


def test_a_turn_from_right_to_left_starts_at_the_right_of_its_block(build, chromium):  # noqa: F811
    talk = f'Ada: {"Why? " * 60}\n\nGrace: {"لأن " * 60}\n'
    page = f'.. interview::\n   :file: talk.txt\n{PEOPLE}'
    out = build({'index.rst': page, 'talk.txt': talk}).app.outdir
    view = chromium.new_page()
    with serve(out) as address:
        view.goto(f'{address}/index.html')
    widen(view, '60rem')
    first, second = (turn.bounding_box() for turn in view.locator('.interview-turn').all())
    assert (first['x'], first['width']) == (second['x'], second['width'])
    names = [name.bounding_box() for name in view.locator('bdi').all()]
    assert abs(names[0]['x'] - first['x']) < 2
    assert abs(names[1]['x'] + names[1]['width'] - second['x'] - second['width']) < 2
    view.close()
