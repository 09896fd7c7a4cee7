"""Words with markup: reST and Markdown, in the page or in a file, in either host."""

from __future__ import annotations

import sys

import pytest
from conftest import PEOPLE

RST = """\
A: What is *that*?

G: See `the site <https://example.org>`_:

- a list,
- with :math:`x`

.. note:: And this.

A: More?

G: .. code-block:: sh

      make
"""
MARKDOWN = """\
A: What is *that*?

G: See [the site](https://example.org):

- a list,
- with {math}`x`

```{note}
And this.
```

A: More?

G:

```sh
make
```
"""
RST_HOST = 'Host\n====\n\n.. interview:: *On* that\n   :name: that\n{options}\n{content}'
MYST_HOST = '# Host\n\n````{{interview}} *On* that\n:name: that\n{options}\n{content}````\n'
MYST = {'extensions': ['sphinxext.interview', 'myst_parser']}
SHOWN = {
    'em': ['On', 'that'],
    'a[@class="reference external"]': ['the site'],
    'li': ['a list,', 'with \\(x\\)'],
    'div[contains(@class, "admonition")]': ['Note\nAnd this.'],
    'pre': ['make\n'],
}


def indented(text: str) -> str:
    return ''.join(f'   {line}\n' if line else '\n' for line in text.splitlines())


def files_of(host: str, markup: str, where: str) -> dict[str, str]:
    """Return a project: words in *markup*, in the page itself or in a file, on a page in *host*."""
    words = RST if markup == 'rst' else MARKDOWN
    name = 'talk.txt' if markup == 'rst' else 'talk.md'
    options = PEOPLE if where == 'page' else f'{PEOPLE}   :file: {name}\n   :markup: {markup}\n'
    files = {} if where == 'page' else {name: words}
    if host == 'rst':
        content = indented(words) if where == 'page' else ''
        return files | {'index.rst': RST_HOST.format(options=options, content=content)}
    options = ''.join(line.lstrip() for line in options.splitlines(keepends=True))
    content = words if where == 'page' else ''
    return files | {'index.md': MYST_HOST.format(options=options, content=content)}


COMBINATIONS = [
    ('rst', 'rst', 'page'),
    ('rst', 'rst', 'file'),
    ('rst', 'markdown', 'file'),
    ('md', 'markdown', 'page'),
    ('md', 'markdown', 'file'),
    ('md', 'rst', 'file'),
]


@pytest.mark.parametrize(('host', 'markup', 'where'), COMBINATIONS)
def test_markup_is_shown_in_every_host(build, host, markup, where):
    built = build(files_of(host, markup, where), **MYST, exclude_patterns=['talk.md'])
    interview = built.page().find_class('interview')[0]
    found = {
        path: [element.text_content().strip(' ¶\n') for element in interview.xpath(f'.//{path}')]
        for path in SHOWN
    }
    assert found == {path: [text.strip() for text in texts] for path, texts in SHOWN.items()}
    ids = [element.get('id') for element in interview.find_class('interview-exchange')]
    assert ids == ['that.what-is-that', 'that.more']


@pytest.mark.parametrize(('markup', 'name'), [('rst', 'talk.txt'), ('markdown', 'talk.md')])
def test_a_mistake_is_reported_with_file_and_line(build, markup, name):
    role = ':ref:`nowhere`' if markup == 'rst' else '{ref}`nowhere`'
    options = f'{PEOPLE}   :file: {name}\n   :markup: {markup}\n'
    page = RST_HOST.format(options=options, content='')
    talk = f'A: Where?\n\nG: There.\n\nOr {role}.\n'
    built = build({'index.rst': page, name: talk}, **MYST, exclude_patterns=['*.md'], warns=True)
    assert built.warnings.splitlines() == [
        f"{name}:5: WARNING: undefined label: 'nowhere' [ref.ref]"
    ]


def test_a_link_of_markdown_may_be_defined_anywhere_in_the_file(build):
    options = f'{PEOPLE}   :file: talk.md\n'
    page = RST_HOST.format(options=options, content='')
    talk = 'A: Where, [please][here]?\n\nG: There.\n\n[here]: https://example.org\n'
    built = build({'index.rst': page, 'talk.md': talk}, **MYST, exclude_patterns=['*.md'])
    interview = built.page().find_class('interview')[0]
    assert [link.text for link in interview.xpath('.//a[@href="https://example.org"]')] == [
        'please'
    ]
    assert interview.find_class('interview-exchange')[0].get('id') == 'that.where-please'


def test_without_myst_markdown_is_an_error_that_says_what_to_install(build, monkeypatch):
    monkeypatch.setitem(sys.modules, 'myst_parser.config.main', None)
    page = RST_HOST.format(options=f'{PEOPLE}   :file: talk.md\n', content='')
    built = build({'index.rst': page, 'talk.md': MARKDOWN}, warns=True)
    assert 'ERROR' in built.warnings
    assert 'sphinxext-interview[markdown]' in built.warnings
    assert built.warnings.startswith('talk.md:')


def test_literal_markdown_shows_its_signs(build):
    options = f'{PEOPLE}   :file: talk.md\n   :markup: literal\n'
    page = RST_HOST.format(options=options, content='')
    built = build({'index.rst': page, 'talk.md': 'A: Is it *that*?\n\nG: **Yes.**\n'})
    interview = built.page().find_class('interview')[0]
    assert 'Is it *that*?' in interview.text_content()
    assert '**Yes.**' in interview.text_content()
