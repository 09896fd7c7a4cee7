"""Questions and topics in the page contents."""

from __future__ import annotations

import json

import pytest
from conftest import PEOPLE

from sphinxext.interview.doctree.contents.entries import bullet_list

TALK = """\
A: How do you begin? {#begin}

G: With a list.

# Later years

A: And how do you end?

G: With a list.
"""
QUESTIONS = ['How do you begin?', 'Later years', 'And how do you end?']


def interview(indent: str = '', title: str = '', options: str = '') -> str:
    lines = f'.. interview:: {title}\n   :file: talk.txt\n   :name: talk\n{PEOPLE}{options}'
    return ''.join(f'{indent}{line}\n' for line in lines.splitlines())


@pytest.fixture
def contents(build):
    """Return the page contents as nested lists of `(text, anchor)`."""

    def run(page: str, **config):
        index = build({'index.rst': page, 'talk.txt': TALK}, 'html', **config).app
        return nested(index.env.tocs['index'], index.tags)

    return run


def nested(toc, tags) -> list:
    entries = []
    for item in toc.children:
        if item.tagname == 'only':
            if tags.eval_condition(item['expr']):
                entries += nested(item, tags)
            continue
        reference = next(iter(item[0].findall(lambda n: n.tagname == 'reference')))
        children = nested(item[1], tags) if len(item) > 1 else []
        entry = reference.astext(), reference['anchorname'].lstrip('#')
        entries.append((*entry, children) if children else entry)
    return entries


BEGIN = ('How do you begin?', 'talk.begin')
END = ('And how do you end?', 'talk.and-how-do-you-end')
TOPIC = ('Later years', 'talk.later-years', [END])


def test_questions_stand_below_their_topic_and_section(contents):
    page = f'Host\n====\n\nFirst\n-----\n\n{interview()}\nSecond\n------\n\nWords.\n'
    assert contents(page) == [
        ('Host', '', [('First', 'first', [BEGIN, TOPIC]), ('Second', 'second')])
    ]


def test_a_title_holds_the_questions(contents):
    page = f'Host\n====\n\n{interview(title="On lists")}\nNext\n----\n\nWords.\n'
    assert contents(page) == [
        ('Host', '', [('On lists', 'talk', [BEGIN, TOPIC]), ('Next', 'next')])
    ]


@pytest.mark.parametrize(
    'host', ['- An item\n\n', '.. note::\n\n', '.. list-table::\n\n   * - Cell\n\n     - \n\n']
)
def test_an_interview_inside_something_is_listed_too(contents, host):
    indent = ' ' * 7 if 'table' in host else '  ' if host[0] == '-' else '   '
    assert contents(f'Host\n====\n\n{host}{interview(indent)}') == [('Host', '', [BEGIN, TOPIC])]


@pytest.mark.parametrize('builder', ['html', 'epub'])
def test_only_hides_the_entries_with_the_interview(contents, builder):
    page = f'Host\n====\n\n.. only:: latex\n\n{interview("   ")}'
    assert contents(page) == [('Host', '')]
    page = f'Host\n====\n\n.. only:: html\n\n{interview("   ")}'
    assert contents(page) == [('Host', '', [BEGIN, TOPIC])]


def test_a_page_without_a_section_lists_them(contents):
    assert contents(interview()) == [BEGIN, TOPIC]


@pytest.mark.parametrize('where', ['option', 'project'])
@pytest.mark.parametrize(
    ('what', 'expected'), [('topics', [('Later years', 'talk.later-years')]), ('none', [])]
)
def test_what_is_listed_can_be_chosen(contents, where, what, expected):
    options = f'   :contents: {what}\n' if where == 'option' else ''
    config = {'interview_contents': what} if where == 'project' else {}
    page = f'Host\n====\n\n{interview(options=options)}'
    assert contents(page, **config) == [('Host', '', expected) if expected else ('Host', '')]


def test_the_sidebar_links_to_the_exchange(build):
    built = build(
        {'index.rst': f'Host\n====\n\n{interview()}', 'talk.txt': TALK},
        html_sidebars={'**': ['localtoc.html']},
    )
    page = built.page()
    entries = page.xpath('//*[@class="sphinxsidebarwrapper"]//a[contains(@href, "talk.")]')
    assert [entry.text_content() for entry in entries] == QUESTIONS
    assert all(page.get_element_by_id(entry.get('href')[1:]) is not None for entry in entries)


def test_a_short_question_is_its_last_sentence_that_asks(contents, build):
    talk = 'A: You came early. Were you asked? Tell us.\n\nG: Yes.\n\nA: Tell me more. Go on.\n\nG: No.\n'
    app = build({'index.rst': interview(), 'talk.txt': talk}).app
    assert [entry[0] for entry in nested(app.env.tocs['index'], app.tags)] == [
        'Were you asked?',
        'Tell me more.',
    ]


GREETING = 'A: Hi Grace! Thank you so much.\n\nG: Hello.\n\nA: Who feeds the hens?\n\nG: I do.\n'


def test_a_greeting_is_in_no_list_of_questions_and_keeps_its_address(build):
    built = build(
        {
            'index.rst': f'{interview()}\n:interview:question:`talk.hi-grace`\n',
            'talk.txt': GREETING,
        },
        interview_genindex=['questions'],
    )
    assert [entry[0] for entry in nested(built.app.env.tocs['index'], built.app.tags)] == [
        'Who feeds the hens?'
    ]
    for name in ('interview-index', 'genindex'):
        links = built.page(name).xpath('//table[contains(@class, "indextable")]//a/@href')
        assert 'index.html#talk.who-feeds-the-hens' in links
        assert 'index.html#talk.hi-grace' not in links
    (script,) = built.page().xpath('//script[@type="application/ld+json"]/text()')
    assert [part['name'] for part in json.loads(script)['hasPart']] == ['Who feeds the hens?']
    assert built.page().xpath('//a[@href="#talk.hi-grace"]')


def test_a_greeting_is_no_bookmark_of_the_pdf(build):
    files = {'index.rst': f'Host\n====\n\n{interview()}', 'talk.txt': GREETING}
    documents = [('index', 'talk.tex', 'x', 'x', 'howto')]
    tex = build(files, builder='latex', latex_documents=documents).read('talk.tex')
    assert tex.count(r'\sphinxinterviewentry{') == 1


def test_an_interview_named_as_its_section_holds_its_own_questions_only(contents):
    second = interview(title='Another').replace(':name: talk', ':name: other')
    page = f'Talk\n====\n\n{interview(title="On lists")}\n{second}'
    (host,) = contents(page)
    assert [title for title, *_ in host[2]] == ['On lists', 'Another']


def test_contents_are_read_while_pages_are_written_and_not_kept(build):
    """What each page reads of the contents of all would live as long as the build."""
    page = f'Talk\n====\n\n{interview()}'
    index = 'All\n===\n\n.. toctree::\n\n   one\n   two\n'
    files = {
        'index.rst': index,
        'one.rst': page,
        'two.rst': page.replace(':name: talk', ':name: two'),
    }
    tocs = build({**files, 'talk.txt': TALK}, 'html').app.env.tocs
    lists = [one for name in ('one', 'two') for one in _ours(tocs[name])]
    assert len(lists) == 2
    assert all(one.folded for one in lists)


def test_contents_that_are_asked_for_again_and_again_are_kept(build):
    page = f'Talk\n====\n\n{interview()}'
    tocs = build({'index.rst': page, 'talk.txt': TALK}, 'html').app.env.tocs
    (entries,) = _ours(tocs['index'])
    asked = [entries.children for _ in range(6)]
    assert asked[-1] is asked[-2] is entries.children
    assert len({tuple(child.astext() for child in children) for children in asked}) == 1
    assert all(child.parent is entries for children in asked for child in children)


def test_contents_that_are_changed_before_pages_are_written_stay_changed(build):
    page = f'Talk\n====\n\n{interview()}'
    conf = """\
extensions = ['sphinxext.interview']
def number(app, env):
    for number, item in enumerate(env.tocs['index'][0][1]):
        item[0][0]['secnumber'] = (1, number)
def setup(app):
    app.connect('env-updated', number)
"""
    built = build({'conf.py': conf, 'index.rst': page, 'talk.txt': TALK}, 'html')
    assert [item[0][0]['secnumber'] for item in built.app.env.tocs['index'][0][1]] == [
        (1, 0),
        (1, 1),
    ]


def _ours(toc) -> list[bullet_list]:
    found = [child for child in toc if isinstance(child, bullet_list)]
    return found + [
        entries for child in toc if child not in found and hasattr(child, 'children')
        for entries in _ours(child)
    ]  # fmt: skip
