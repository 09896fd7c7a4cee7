"""Sources of others in citations and lists of references: CSL-JSON of `interview_bibliography`."""

from __future__ import annotations

import json
import os

import pytest

BOOK = {
    'type': 'book',
    'title': 'The bees of the city',
    'author': [{'family': 'Lund', 'given': 'Ada'}],
    'issued': {'date-parts': [[2021]]},
    'publisher': 'Acme Press',
    'publisher-place': 'Leeds',
}
ARTICLE = {
    'type': 'article-journal',
    'title': ['How bees <i>fly</i> in the city'],
    'author': [{'family': 'Ott', 'given': 'Tom'}],
    'issued': {'raw': '2020-03'},
    'container-title': 'Journal of Bees',
    'volume': 12,
    'issue': '3',
    'page': '101-120',
    'DOI': 'https://doi.org/10.1/j1',
}
CHAPTER = {
    'type': 'chapter',
    'title': 'A chapter on bees',
    'author': [{'family': 'Poe', 'given': 'Una'}],
    'editor': [{'family': 'Quist', 'given': 'Bo'}, {'family': 'Reed', 'given': 'Cy'}],
    'container-title': 'The big book of bees',
    'issued': {'date-parts': [[2019]]},
    'page': '33-48',
    'publisher': 'Acme Press',
}
PAGE = {
    'type': 'webpage',
    'title': 'A page on bees',
    'author': [{'family': 'Stern', 'given': 'Vi'}],
    'container-title': 'Bee Site',
    'issued': {'date-parts': [[2022]], 'season': 2},
    'URL': 'https://e.org/w',
}
ITEMS = {'lund': BOOK, 'ott': ARTICLE, 'poe': CHAPTER, 'stern': PAGE}


@pytest.fixture
def cited(build):
    """Return the references to some items, without the links back."""

    def run(items: dict[str, dict], role: str, **config) -> list[str]:
        files = {
            'index.rst': f'Host\n====\n\n{role}\n\n.. interview:references::\n',
            'refs.json': json.dumps([{'id': key} | item for key, item in items.items()]),
        }
        built = build(files, interview_bibliography=['refs.json'], **config)
        found = built.page().find_class('interview-references')[0]
        assert len(set(found.xpath('.//@id'))) == len(found)
        return [item.text_content().partition(' Cited in')[0].strip() for item in found]

    return run


def fifo(path):
    os.mkfifo(path)


def folder(path):
    path.mkdir()


def device(path):
    path.symlink_to('/dev/zero')


def loop(path):
    path.symlink_to(path)


def large(path):
    with path.open('wb') as file:
        file.truncate(2**26 + 1)


def latin(path):
    path.write_bytes('[{"id": "a",\n"title": "Pâté"}]'.encode('latin-1'))


def nested(path):
    path.write_text('[' * 100_000)


def number(path):
    path.write_text('[{"id": "a", "volume": ' + '9' * 10_000 + '}]')


@pytest.mark.parametrize(
    ('make', 'says'),
    [(fifo, 'it is no file'), (folder, 'it is a folder'), (device, 'it is no file'),
     (loop, 'symbolic links'), (large, 'it has more than 64 MiB'), (latin, 'line 2: byte 24'),
     (nested, 'lists in lists'), (number, 'digits')],
)  # fmt: skip
def test_what_is_no_bibliography_is_one_warning_and_keeps_nobody_waiting(
    build, tmp_path, make, says
):
    (tmp_path / 'src').mkdir()
    make(tmp_path / 'src' / 'refs.json')
    built = build({'index.rst': 'Host\n====\n'}, interview_bibliography=['refs.json'], warns=True)
    (warning,) = built.warnings.splitlines()
    assert warning.startswith('WARNING: interview_bibliography: refs.json: ')
    assert says in warning
    assert warning.endswith('[interview.config]')


@pytest.mark.parametrize('mark', ['utf-8-sig', 'utf-16'])
def test_a_byte_order_mark_is_read(build, mark):
    text = json.dumps([{'id': 'lund', **BOOK}])
    files = {'refs.json': text.encode(mark), 'index.rst': 'Host\n====\n\n:interview:cite:`lund`\n'}
    built = build(files, interview_bibliography=['refs.json'])
    assert 'Lund, 2021' in built.page().text_content()


@pytest.mark.parametrize(
    ('style', 'references'),
    [
        (
            'apa',
            [
                'Lund, A. (2021). The bees of the city. Acme Press.',
                (
                    'Ott, T. (2020). How bees fly in the city. Journal of Bees, 12(3), 101–120. '
                    'https://doi.org/10.1/j1'
                ),
                (
                    'Poe, U. (2019). A chapter on bees. In B. Quist & C. Reed (Eds.), '
                    'The big book of bees (pp. 33–48). Acme Press.'
                ),
                'Stern, V. (2022, Summer). A page on bees. Bee Site. https://e.org/w',
            ],
        ),
        (
            'chicago-author-date',
            [
                'Lund, Ada. 2021. The Bees of the City. Acme Press.',
                (
                    'Ott, Tom. 2020. “How Bees Fly in the City.” Journal of Bees 12 (3): 101–20. '
                    'https://doi.org/10.1/j1.'
                ),
                (
                    'Poe, Una. 2019. “A Chapter on Bees.” In The Big Book of Bees, '
                    'edited by Bo Quist and Cy Reed. Acme Press.'
                ),
                'Stern, Vi. 2022. “A Page on Bees.” Bee Site, Summer. https://e.org/w.',
            ],
        ),
        (
            'chicago-notes',
            [
                'Lund, Ada. The Bees of the City. Acme Press, 2021.',
                (
                    'Ott, Tom. “How Bees Fly in the City.” Journal of Bees 12, no. 3 (2020): 101–20. '
                    'https://doi.org/10.1/j1.'
                ),
                (
                    'Poe, Una. “A Chapter on Bees.” In The Big Book of Bees, '
                    'edited by Bo Quist and Cy Reed. Acme Press, 2019.'
                ),
                'Stern, Vi. “A Page on Bees.” Bee Site, Summer 2022. https://e.org/w.',
            ],
        ),
        (
            'mla',
            [
                'Lund, Ada. The Bees of the City. Acme Press, 2021.',
                (
                    'Ott, Tom. “How Bees Fly in the City.” Journal of Bees, vol. 12, no. 3, Mar. 2020, '
                    'pp. 101–20, https://doi.org/10.1/j1.'
                ),
                (
                    'Poe, Una. “A Chapter on Bees.” The Big Book of Bees, '
                    'edited by Bo Quist and Cy Reed, Acme Press, 2019, pp. 33–48.'
                ),
                'Stern, Vi. “A Page on Bees.” Bee Site, Summer 2022, https://e.org/w.',
            ],
        ),
        (
            'ieee',
            [
                '[1] A. Lund, The bees of the city. Leeds: Acme Press, 2021.',
                (
                    '[2] T. Ott, “How bees fly in the city,” Journal of Bees, vol. 12, no. 3, '
                    'pp. 101–120, Mar. 2020, doi: 10.1/j1.'
                ),
                (
                    '[3] U. Poe, “A chapter on bees,” in The big book of bees, B. Quist and C. Reed, '
                    'Eds., Acme Press, 2019, pp. 33–48.'
                ),
                (
                    '[4] V. Stern, “A page on bees,” Bee Site, Summer 2022. [Online]. '
                    'Available: https://e.org/w'
                ),
            ],
        ),
    ],
)
def test_books_articles_chapters_and_pages_are_written_as_such(cited, style, references):
    role = ':interview:cite:`lund, ott, poe, stern`'
    assert cited(ITEMS, role, interview_citation_style=style) == references


@pytest.mark.parametrize(
    ('key', 'written'),
    [
        ('http://zotero.org/users/1/items/ABC', 'http://zotero.org/users/1/items/ABC'),
        ('10.1000/x.y-z', '10.1000/x.y-z'),
        ('Lund2021', 'lund2021'),
        ('Lund, 2021', '"Lund, 2021"'),
        ('{lund}', '"{lund}"'),
        ('蜂 の 本', '蜂 の 本'),
        (2021, '2021'),
        ('lund.2021', 'lund.2021{p. 5}'),
    ],
)
def test_an_id_of_any_form_can_be_cited(build, key, written):
    files = {
        'index.rst': f'Host\n====\n\nAs :interview:cite:`{{see}}{written}` says.\n\n'
        '.. interview:references::\n',
        'refs.json': json.dumps([{'id': key} | BOOK]),
    }
    page = build(files, interview_bibliography=['refs.json']).page()
    (citation,) = page.find_class('interview-citation')
    assert citation.text_content().startswith('(see Lund, 2021')
    anchor = citation.xpath('.//a/@href')[0].removeprefix('#')
    assert anchor in page.xpath('//@id')
    assert ' ' not in anchor


@pytest.mark.parametrize(
    ('items', 'says'),
    [
        ([5], 'item 1 is no object with an id'),
        ([{'title': 'x'}], 'item 1 is no object with an id'),
        ([{'id': 'a'}, {'id': 'A'}], 'item 2 has an id that another has'),
    ],
)
def test_an_item_that_cannot_be_cited_is_told(build, items, says):
    files = {'index.rst': 'Host\n====\n', 'refs.json': json.dumps(items)}
    built = build(files, warns=True, interview_bibliography=['refs.json'])
    assert built.warnings.startswith(f'WARNING: interview_bibliography: refs.json: {says}')
    assert built.warnings.count('\n') == 1


def test_an_item_of_two_files_is_told(build):
    files = {'index.rst': 'Host\n====\n', 'a.json': '[{"id": "x"}]', 'b.json': '[{"id": "x"}]'}
    built = build(files, warns=True, interview_bibliography=['a.json', 'b.json'])
    assert "b.json: item 'x' stands in another file too" in built.warnings


def test_an_item_that_is_called_as_an_interview_is_told(build):
    talk = '.. interview::\n   :name: lund\n\n   A: Why?\n\n   G: So.\n'
    files = {'index.rst': f'Host\n====\n\n{talk}', 'refs.json': json.dumps([{'id': 'lund'} | BOOK])}
    built = build(files, warns=True, interview_bibliography=['refs.json'])
    assert "'lund' is an interview of this project" in built.warnings
