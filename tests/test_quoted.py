"""What excerpts show away from its page: links, captions, numbers, notes, other excerpts."""

from __future__ import annotations

import posixpath
import re
from collections import Counter

import pytest
from conftest import PEOPLE

PICTURE = b'\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU\x00\x00\x00\nIDATx\x9cc\xf8\x0f\x00\x01\x01\x01\x00\x1b\xb6\xeeV\x00\x00\x00\x00IEND\xaeB`\x82'
TALK = f"""\
Talk
====

.. figure:: ../lamp.png

   A first figure

.. interview:: On lamps
   :name: lamps
{PEOPLE}
   A: Where? {{#where}}

   G: See :doc:`near`, :doc:`/far/away`, :ref:`a place <place>`, `Here`_, [#]_
   :interview:answer:`the next <lamps.how>`, `beside <near.html#x>`__,
   `there <https://example.org/>`__ and :download:`the picture <../lamp.png>`.

   .. [#] A note of hers.

   A: How? {{#how}}

   G: So, as in :numref:`lit` and :eq:`law`:

   .. _lit:

   .. figure:: ../lamp.png

      A *lit* lamp

      Its legend

   .. table:: Oil

      ===  ===
      Day  Oil
      1    2
      ===  ===

   .. code-block:: sh
      :caption: Light it
      :name: light

      light

   .. math:: a + b = c
      :label: law

Here
----

.. _place:

Place
-----

.. figure:: ../lamp.png

   A last figure
"""
WITHOUT = {'talks/talk.rst': TALK.replace(':numref:', ':ref:')}
EXCERPT = '.. interview:excerpt:: {}\n'
FILES = {
    'index.rst': 'Index\n=====\n\n.. toctree::\n\n   talks/talk\n   talks/near\n   far/away\n',
    'talks/talk.rst': TALK,
    'talks/near.rst': '.. _x:\n\nNear\n====\n\n' + EXCERPT.format('lamps.where'),
    'far/away.rst': 'Away\n====\n\n'
    + EXCERPT.format('lamps')
    + '\n.. figure:: ../lamp.png\n\n   Own\n',
    'lamp.png': PICTURE,
}


def excerpts(built, page: str) -> list:
    return built.page(page).find_class('interview-excerpt')


@pytest.mark.parametrize('builder', ['html', 'dirhtml'])
@pytest.mark.parametrize('page', ['talks/near', 'far/away'])
def test_links_lead_where_they_lead_on_their_page(build, builder, page):
    built = build(FILES | WITHOUT, builder)
    name = page if builder == 'html' else f'{page}/index'
    (shown,) = excerpts(built, name)
    folder = posixpath.dirname(name)
    found = {
        link.text_content(): posixpath.normpath(posixpath.join(folder, link.get('href')))
        for link in shown.xpath('.//p/a[@href] | .//p/a[@download]')
        if 'headerlink' not in (link.get('class') or '')
    }
    end = '.html' if builder == 'html' else ''
    assert found['the next'] == f'talks/talk{end or "/"}#lamps.how.g'
    assert found['a place'] == f'talks/talk{end or "/"}#place'
    assert found['Here'] == f'talks/talk{end or "/"}#here'
    assert found['Near'] == f'talks/near{end}'
    assert found['Away'] == f'far/away{end}'
    assert found['[1]'].startswith(
        'talks/'
    ) or f'id="{found["[1]"].partition("#")[2]}"' in built.read(f'{name}.html')
    assert found['On lamps'].startswith('talks/talk')
    assert (built.app.outdir / found['the picture']).is_file()
    assert shown.xpath('.//a[text()="there"]/@href') == ['https://example.org/']


def test_no_link_of_an_excerpt_leads_nowhere(build):
    built = build(FILES, numfig=True)
    for page in ('talks/near', 'far/away'):
        for link in built.page(page).xpath('//*[@role="main"]//a/@href'):
            if '://' in link or link.startswith('#'):
                target, anchor = page, link.partition('#')[2]
            else:
                path, _, anchor = link.partition('#')
                target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
                target = target.removesuffix('.html')
            if '://' not in link and anchor and target != 'talks/near':
                assert built.page(target).xpath(f'//*[@id="{anchor}"]'), link


def captions(element) -> list[str]:
    found = element.xpath(
        './/*[contains(concat(" ", @class, " "), " caption-number ")]/.. | .//*[@class="eqno"]'
    )
    return [' '.join(one.text_content().replace('¶', '').split()) for one in found]


def test_captions_have_the_numbers_that_they_have_on_their_page(build):
    built = build(FILES, numfig=True)
    (shown,) = excerpts(built, 'far/away')
    interview = built.page('talks/talk').xpath('//div[@id="lamps"]')[0]
    expected = ['Fig. 2 A lit lamp', 'Table 1 Oil', 'Listing 1 Light it', '(1)']
    assert sorted(captions(shown)) == sorted(captions(interview)) == sorted(expected)
    assert 'Fig. 4 Own' in captions(built.page('far/away'))


def test_without_numbers_captions_are_shown_as_they_are(build):
    (shown,) = excerpts(build(FILES | WITHOUT), 'far/away')
    texts = [found.text_content() for found in shown.find_class('caption')]
    assert texts == ['A lit lamp', 'Oil', 'Light it']


@pytest.mark.parametrize('numfig', [False, True])
@pytest.mark.parametrize(
    'builder', ['singlehtml', 'epub', 'latex', 'text', 'man', 'texinfo', 'xml', 'pseudoxml']
)
def test_excerpts_with_figures_and_notes_build_everywhere(build, builder, numfig):
    built = build(FILES if numfig else FILES | WITHOUT, builder, numfig=numfig)
    if builder == 'latex':
        (tex,) = built.app.outdir.glob('*.tex')
        labels = Counter(re.findall(r'\\label\{([^}]*\}?)\}', tex.read_text('utf-8')))
        assert {name for name, times in labels.items() if times > 1} == set()


SELF = f"""\
Self
====

.. interview::
   :name: self
{PEOPLE}
   A: Again? {{#again}}

   G: As I said:

   .. interview:excerpt:: {{}}

   A: And else? {{#else}}

   G: No.
"""


def test_an_excerpt_of_what_it_stands_in_is_reported(build):
    built = build({'index.rst': SELF.replace('{}', 'self')}, warns=True)
    assert "WARNING: an excerpt can’t show what it stands in: 'self.again'" in built.warnings
    (shown,) = excerpts(built, 'index')
    assert 'And else?' in shown.text_content()
    assert 'As I said' not in shown.text_content()


def test_interviews_that_excerpt_each_other_show_links_inside(build):
    other = SELF.replace('self', 'other').replace('Self\n====', 'Other\n=====')
    files = {
        'index.rst': SELF.replace('{}', 'other.again') + '\n.. toctree::\n\n   other\n',
        'other.rst': other.replace('{}', 'self.again'),
    }
    built = build(files)
    for page, name in (('index', 'other'), ('other', 'self')):
        (shown,) = excerpts(built, page)
        assert 'As I said:' in shown.text_content()
        nested = shown.find_class('interview-exchange')[0].find_class('interview-source')
        assert len(nested) == 1
        own = 'self' if name == 'other' else 'other'
        assert nested[0].xpath('.//a/@href') == [f'#{own}.again']


def test_a_page_is_read_once_for_all_its_excerpts(build, monkeypatch):
    from sphinx.environment import BuildEnvironment

    reads = []
    get_doctree = BuildEnvironment.get_doctree

    def counted(self, docname):
        reads.append(docname)
        return get_doctree(self, docname)

    monkeypatch.setattr(BuildEnvironment, 'get_doctree', counted)
    many = {
        f'page{n}.rst': f':orphan:\n\nPage\n====\n\n{EXCERPT.format("lamps.how")}' * 1
        for n in range(9)
    }
    build(FILES | WITHOUT | many)
    assert reads.count('talks/talk') <= 3
