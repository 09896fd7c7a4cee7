"""A browser marks the words of each quotation inside the turn that says them."""

from __future__ import annotations

import base64

import pytest
from conftest import PEOPLE, find_program
from playwright import sync_api
from serving import serve
from test_browser import FLAGS

TALK = """\
A: How did the old "mill" begin? {#begin}

G: We never used the old mill. It was, um, you know, too far from the river, and the roof leaked.
"Don't touch the wheel," my father said [laughs], "it isn't ours!" So I didn't. In 1974 we paid £3,200 --
about 12 % more than planned -- for a state-of-the-art pump. Sometimes it's... difficult.

Then the flood came. The water stood in every room, and nobody had thought of the papers in the lowest drawer, which
my grandmother had kept since the war, in the order in which they had come, with a ribbon round each year. We dried
them on the lawn, one by one, for a whole week. Some of the ink had run, and some of the years had no ribbon any more.

Then the flood came again.

A: And now? {#now}

G: Now we never use the old mill. I like *C++* most. L’homme est venu. See `the map <https://example.org/map>`_ first.

A: Why? {#why}

G: 私は毎朝コーヒーを飲みます。それから散歩します。夜は本を読みます。

A: Why not? {#not}

G: ฉันไม่รู้ว่าทำไม

A: What else? {#else}

G: Three things:

   * salt, which is dear
   * bread, which is not

   and time. Never.

A: Was that all? {#all}

G: Never. It was never all of it, and we knew.
"""
QUOTED = [
    ('We never used the old mill', 'begin'),
    ('the old mill', 'begin'),
    ('the old mill', 'now'),
    ('too far from the river […] So I didn’t', 'begin'),
    ('“Don’t touch the wheel,” my father said, “it isn’t ours!”', 'begin'),
    ('In 1974 we paid £3,200 - about 12 % more than planned - for a', 'begin'),
    ('a state‑of‑the‑art pump', 'begin'),
    ('Sometimes it’s… difficult', 'begin'),
    ('Sometimes it’s… difficult. Then the flood came.', 'begin'),
    ('Then the flood came', 'begin'),
    ('the flood came again', 'begin'),
    ('my grandmother had kept […] a ribbon round each year', 'begin'),
    ('the order in which they had come, with a ribbon round each year. We dried them', 'begin'),
    ('C++', 'now'),
    ('I like C++ most', 'now'),
    ('homme est venu', 'now'),
    ('See the map first', 'now'),
    ('毎朝コーヒーを飲みます', 'why'),
    ('私は（中略）散歩します', 'why'),
    ('ไม่รู้', 'not'),
    ('bread, which is', 'else'),
    ('Three things: salt, which is dear bread', 'else'),
    ('and time', 'else'),
    ('Never', 'else'),
    ('Never', 'all'),
    ('never all of it, and', 'all'),
    ('How did the old “mill” begin?', 'begin'),
    ('Why not?', 'not'),
]  # fmt: skip
HOST = f'Host\n====\n\n.. interview::\n   :name: mill\n   :contents: questions\n{PEOPLE}\n'
#: Counts the marked pixels inside a box and outside.
COUNT = """async ([png, box]) => {
    const image = new Image()
    image.src = 'data:image/png;base64,' + png
    await image.decode()
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d')
    canvas.drawImage(image, 0, 0)
    const data = canvas.getImageData(0, 0, image.width, image.height).data
    const found = [0, 0]
    for (let i = 0; i < data.length; i += 4) {
        if (data[i] === 255 && data[i + 1] === 0 && data[i + 2] === 255) {
            const x = (i / 4) % image.width, y = Math.floor(i / 4 / image.width)
            const inside = x >= box.x && y >= box.y && x < box.x + box.width && y < box.y + box.height
            found[inside ? 0 : 1] += 1
        }
    }
    return found
}"""


@pytest.fixture(scope='module')
def chromium():
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_program('chromium'), args=FLAGS)
        yield browser
        browser.close()


def host(after: str = '') -> str:
    indented = ''.join(f'   {line}\n' if line else '\n' for line in TALK.splitlines())
    return f'{HOST}{indented}\n{after}\n'


def quotations() -> str:
    return '\n'.join(f'* :interview:quote:`{words} <mill.{slug}>`' for words, slug in QUOTED)


def marked(view, address: str, link: str) -> tuple[int, int]:
    """Return how many marked pixels there are inside the turn that a link leads to, and outside."""
    view.goto('about:blank')
    view.goto(f'{address}/{link}')
    view.add_style_tag(content='::target-text { background: rgb(255, 0, 255); color: black }')
    view.evaluate('document.fonts.ready')
    anchor = link.partition(':~:')[0].rpartition('#')[2]
    turn = view.locator(f'[id="{anchor}"]')
    if 'interview-exchange' in turn.get_attribute('class'):
        turn = turn.locator('.interview-question')
    box = turn.bounding_box()
    box['y'], box['height'] = box['y'] - 6, box['height'] + 12  # lines are higher than their box
    png = base64.b64encode(view.screenshot()).decode()
    return tuple(view.evaluate(COUNT, [png, box]))


@pytest.mark.parametrize(
    ('builder', 'on_the_same_page'), [('html', False), ('html', True), ('singlehtml', False)]
)
def test_every_quotation_is_marked_in_the_turn_that_says_it(
    build, chromium, builder, on_the_same_page
):
    quoting = f'Quoting\n=======\n\n{quotations()}\n'
    if on_the_same_page:
        files = {'index.rst': f'{quoting}\n{host()}'}
    else:
        files = {'index.rst': host('.. toctree::\n\n   quoting'), 'quoting.rst': quoting}
    built = build(files, builder, smartquotes=True)
    is_one = on_the_same_page or builder == 'singlehtml'
    links = built.page('index' if is_one else 'quoting').xpath(
        '//li//span[@class="interview-quote"]//a/@href'
    )
    assert len(links) == len(QUOTED)
    view = chromium.new_page(viewport={'width': 1000, 'height': 5000})
    found = {}
    with serve(built.app.outdir) as address:
        for (words, _), link in zip(QUOTED, links, strict=True):
            path = f'index.html{link}' if link[0] == '#' else link
            inside, outside = marked(view, address, path)
            found[words, link] = bool(inside), bool(outside)
    view.close()
    bad = {key: value for key, value in found.items() if value != (True, False)}
    assert not bad, '\n'.join(map(str, bad.items()))
