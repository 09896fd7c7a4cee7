"""What archives say of an interview: read, shown, and passed on to other programs."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from docutils.core import publish_doctree
from docutils.nodes import row
from test_heads import PEOPLE, lines, page

from sphinxext.interview.citing.describing.rights import parse_rights

TABLE = (Path(__file__).parent.parent / 'docs/snippets/metadata.rst').read_text('utf-8')
#: Each kind, and what tells it in any output.
KINDS = {
    'summary': ('How a lighthouse went dark.', 'went dark'),
    'date': ('1987-06-05', '1987|jun'),
    'place': ('Cape Grey', 'Cape Grey'),
    'coordinates': ('59.125, -10.75', '59.125'),
    'rights': ('Held by the guild https://rightsstatements.org/vocab/InC-EDU/1.0/', 'Held by|InC-EDU|Educational'),
    'duration': ('2:03:04', r'2:03:04|2H3M4S|2 hours'),
    'collection': ('Keepers of lamps', 'Keepers of'),
    'number': ('OH-77', 'OH-77'),
    'archive': ('Harbour Archive', 'Harbour Archive'),
    'access': ('By appointment', 'By appointment'),
    'tags': ('piano, craft', 'piano|craft'),
}  # fmt: skip
OPTIONS = PEOPLE + ''.join(f'   :{name}: {value}\n' for name, (value, _) in KINDS.items())
HEAD = ''.join(f'{name}: {value}\n' for name, (value, _) in KINDS.items())
TALK = 'Ada: Why the sea?\n\nGrace: Because of the long summers in it.\n'


def claimed() -> dict[str, dict[str, set[str]]]:
    """Return what the table of the documentation says: by kind and output, the fields."""
    head, *rows = (
        [cell.astext() for cell in found] for found in publish_doctree(TABLE).findall(row)
    )
    return {
        cells[0].strip(':'): {
            output: set(cell.split(', ')) - {'–'}
            for output, cell in zip(head[1:], cells[1:], strict=True)
        }
        for cells in rows
    }


def said_in(built) -> dict[str, list[tuple[str, str]]]:
    """Return the fields of every output with what they say; a citation is none of them."""
    html = built.page()
    (script,) = html.xpath('//script[@type="application/ld+json"]')
    meta = html.xpath('//meta[starts-with(@name, "DC.") or starts-with(@name, "dcterms.")]')
    folder = built.app.outdir / '_interviews'
    text = {name: (folder / f'lamps{name}').read_text('utf-8') for name in ENDINGS.values()}
    (item,) = json.loads(text['.csl.json'])
    pair = re.compile(r'^  (\w+) = (.*),$|^(\w\w)  - (.*?)\r?$', re.MULTILINE)
    return {
        'JSON-LD': [(k, json.dumps(v)) for k, v in json.loads(script.text).items() if k not in {'creditText', 'hasPart'}],
        'Dublin Core': [(one.get('name'), one.get('content')) for one in meta],
        'CSL-JSON': [(k, json.dumps(v)) for k, v in item.items()],
    } | {
        output: [(m[1] or m[3], m[2] or m[4]) for m in pair.finditer(text[ENDINGS[output]])]
        for output in ('BibTeX', 'biblatex', 'RIS')
    }  # fmt: skip


ENDINGS = {'BibTeX': '.bib', 'biblatex': '.biblatex.bib', 'RIS': '.ris', 'CSL-JSON': '.csl.json'}


def test_each_kind_is_where_the_documentation_says_and_nowhere_else(build):
    built = build({'index.rst': page(OPTIONS)})
    outputs = said_in(built)
    found = {
        kind: {
            output: {field for field, value in fields if re.search(sign, value)}
            for output, fields in outputs.items()
        }
        for kind, (_, sign) in KINDS.items()
    }
    assert found == claimed()


def test_a_page_shows_every_kind(build):
    built = build({'index.rst': page(OPTIONS)})
    assert lines(built)[2:] == [
        'June 5, 1987 · Cape Grey · 59.125° N, 10.75° W · 2 hours, 3 minutes',
        'How a lighthouse went dark.',
        'Collection: Keepers of lamps · Number: OH-77 · Archive: Harbour Archive · Access: By appointment',
        'Rights: Held by the guild (In Copyright – Educational Use Permitted) · Tags: piano, craft',
    ]
    (summary,) = built.page().find_class('interview-summary')
    assert summary.text_content() == KINDS['summary'][0]


@pytest.mark.parametrize(
    'head',
    [
        HEAD,
        f'---\n{HEAD}---\n',
        json.dumps({name: value for name, (value, _) in KINDS.items()}, indent=1),
    ],
    ids=['lines', 'yaml', 'json'],
)
def test_a_file_says_the_same_in_its_head(build, head):
    files = {'index.rst': page(f'   :file: talk.txt\n{PEOPLE}', words='')}
    of_head = build(files | {'talk.txt': f'{head}\n\n{TALK}'})
    of_options = build({'index.rst': page(OPTIONS)}, where='options')
    known, other = (
        built.app.env.get_domain('interview').data['interviews']['index'][0].metadata
        for built in (of_head, of_options)
    )
    assert known == other


def test_myst_has_the_same_options(build):
    pytest.importorskip('myst_parser')
    options = OPTIONS.replace('   :', ':')
    files = {
        'index.md': f'# Lamps\n\n```{{interview}}\n:name: lamps\n{options}\nA: Why?\n\nG: So.\n```\n'
    }
    config = {
        'extensions': ['sphinxext.interview', 'myst_parser'],
        'source_suffix': {'.md': 'markdown'},
    }
    assert len(lines(build(files, **config))) == 6


@pytest.mark.parametrize(
    ('option', 'said'),
    [
        ('coordinates: Oslo', 'is no place'),
        ('coordinates: 91, 10', 'is no place'),
        ('coordinates: 59.9', 'is no place'),
        ('rights: https://rightsstatements.org/vocab/InX/1.0/', 'is no statement'),
        ('license: https://creativecommons.org/licenses/by-xx/4.0/', 'is no statement'),
        ('date: someday', 'is no date'),
        ('duration: 48', 'may be minutes or seconds'),
    ],
)
@pytest.mark.parametrize('where', ['option', 'head'])
def test_a_wrong_value_is_a_warning_with_its_line(build, option, said, where):
    if where == 'option':
        files = {'index.rst': page(f'{PEOPLE}   :{option}\n')}
        place = 'index.rst:4'
    else:
        directive = f'.. interview::\n   :file: talk.txt\n   :name: lamps\n{PEOPLE}'
        files = {
            'index.rst': f'Lamps\n=====\n\n{directive}',
            'talk.txt': f'Title: Lamps\n{option}\n\n{TALK}',
        }
        place = 'talk.txt:2'
    (warning,) = build(files, warns=True).warnings.splitlines()
    assert warning.startswith(f'{place}: WARNING: ')
    assert said in warning
    assert warning.endswith('[interview.directive]')


@pytest.mark.parametrize(
    ('text', 'statement', 'name'),
    [
        ('http://rightsstatements.org/vocab/InC/1.0/', '', 'In Copyright'),
        ('https://rightsstatements.org/page/NKC/1.0/?language=en', '', 'No Known Copyright'),
        ('https://creativecommons.org/licenses/by/4.0/', '', 'CC BY 4.0'),
        ('https://creativecommons.org/licenses/by-nc-sa/3.0/de/', '', 'CC BY-NC-SA 3.0 DE'),
        ('https://creativecommons.org/licenses/by/4.0/deed.de', '', 'CC BY 4.0'),
        ('https://creativecommons.org/publicdomain/mark/1.0/', '', 'Public Domain Mark 1.0'),
        ('https://creativecommons.org/publicdomain/zero/1.0/', '', 'CC0 1.0'),
        ('CC-BY-4.0', '', 'CC BY 4.0'),
        ('Ask us: <https://example.org/rights>', 'Ask us', 'example.org/rights'),
        ('© The guild', '© The guild', ''),
    ],
)
def test_rights_are_called_by_their_names(text, statement, name):
    rights = parse_rights(text)
    assert (rights.statement, rights.name) == (statement, name)


def test_a_filter_finds_each_tag_however_they_are_parted(build):
    listing = '.. interview:list::\n   :tag: {}\n\n'
    tags = ('piano', 'craft', 'piano; craft', 'craft, piano', 'Piano')
    files = {
        'index.rst': page(OPTIONS) + '\n' + ''.join(map(listing.format, tags)),
    }
    lists = build(files).page().find_class('interview-list')
    assert [one.text_content().split('(')[0].strip() for one in lists] == ['Lamps'] * len(tags)


def test_a_summary_describes_the_page_elsewhere(build):
    extensions = ['sphinxext.interview', 'sphinxext.opengraph']
    pytest.importorskip('sphinxext.opengraph')
    built = build({'index.rst': page(OPTIONS)}, extensions=extensions, ogp_site_url='https://x.example/')  # fmt: skip
    (told,) = built.page().xpath('//meta[@property="og:description"]/@content')
    assert told == KINDS['summary'][0]
