"""What holds of every project, whatever it is made of. Each check yields what is wrong."""

from __future__ import annotations

import json
import posixpath
import re
import zlib
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

import lxml.html
from lxml import etree

from .building import PAGES
from .model import TOKEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from .building import Built
    from .model import Project

_RECORD = re.compile(r'(?:.*: )?(?:WARNING|ERROR|CRITICAL|SEVERE): ')
_TYPE = re.compile(r'\[([\w.-]+)\]$')
_EMPTY_HINT = re.compile(r"('[^']*'); did you mean \1\?")
_PLACED = re.compile(r'\S+:\d+: ')
#: Of these messages no line of a page is the cause.
_UNPLACED = {'interview.config'}


#: Names, numbers and words that differ from project to project.
_CHANGING = re.compile(r"'[^']*'|\S*\d\S*|\S*/\S*|\{.*\}|\(.*\)")


class Fault(NamedTuple):
    """Something that is wrong with a build."""

    builder: str
    #: Which promise is broken.
    promise: str
    text: str = ''

    @property
    def kind(self) -> tuple[str, str]:
        """What it has in common with a fault of the same cause."""
        return self.promise, _CHANGING.sub('', self.text.split('\n')[0])[:90]

    def __str__(self) -> str:
        return f'{self.builder}: {self.promise}: {self.text}'


def faults(project: Project, built: Built) -> Iterator[Fault]:
    """Yield what is wrong with one build of the project."""
    if built.error:
        yield Fault(built.builder, 'no exception', built.error)
        return
    found = [*_warnings(project, built), *_hidden(project, built), *_well_formed(built)]
    found += _words(project, built)
    if built.builder in PAGES:
        pages = {
            name: lxml.html.fromstring(data)
            for name, data in built.files.items()
            if name.endswith(PAGES[built.builder])
        }
        found += [
            *_counted(project, built, pages),
            *_links(project, built, pages),
            *_ids(project, built, pages),
            *_footnotes(built, pages),
        ]
    if built.builder == 'latex':
        found += _labels(project, built)
    yield from (Fault(built.builder, *fault) for fault in found)


def _warnings(project: Project, built: Built) -> Iterator[tuple[str, str]]:
    """Only what was expected is said, in one line, with its place and its type."""
    allowed = project.allowed()
    for line in built.warnings:
        if not _RECORD.match(line):
            yield 'one line for a message', line
            continue
        kind = found[1] if (found := _TYPE.search(line)) else ''
        if _EMPTY_HINT.search(line):
            yield 'a hint says what is new', line
        if kind not in allowed and not any(' ' in words and words in line for words in allowed):
            yield 'only expected warnings', re.sub(r'^\S+:\d+: ', '', line)
        elif kind.startswith('interview.') and kind not in _UNPLACED and not _PLACED.match(line):
            yield 'a warning has a place', line


def _words(project: Project, built: Built) -> Iterator[tuple[str, str]]:
    """No word is lost in a format that shows all documents."""
    if built.builder not in {'text', 'dirhtml', 'singlehtml', 'epub', 'json', 'xml', 'htmlhelp'}:
        return
    shown = set(TOKEN.findall(' '.join(map(_text, built.files.values()))))
    for page, interview in project.interviews():
        tokens = (*interview.tokens(), *interview.noted())
        lost = [token for token in tokens if token not in shown]
        absent = page.orphan and built.builder in {'singlehtml', 'epub'}
        if lost and not absent and not interview.hidden(built.form):
            yield 'no word is lost', f'{interview.name} of {page.docname}: {", ".join(lost)}'


def _text(data: bytes) -> str:
    return data.decode('utf-8', 'replace')


def _hidden(project: Project, built: Built) -> Iterator[tuple[str, str]]:
    """What a builder doesn't show stands in none of its files, the inventory included."""
    if built.builder in {'gettext', 'changes', 'dummy'}:
        return
    for name, data in built.files.items():
        if name.endswith('objects.inv'):
            data = zlib.decompress(data.split(b'\n', 4)[4])  # noqa: PLW2901
        tokens = set(TOKEN.findall(_text(data)))
        for _, interview in project.interviews():
            words = (*interview.tokens(), *interview.noted())
            if interview.hidden(built.form) and not tokens.isdisjoint(words):
                yield 'hidden is hidden', f'{interview.name} in {name} ({interview.place})'


def _counted(
    project: Project, built: Built, pages: dict[str, HtmlElement]
) -> Iterator[tuple[str, str]]:
    """Every word of an interview is shown once where the interview is, besides in excerpts."""
    counts: Counter[str] = Counter()
    for tree in pages.values():
        for shown in tree.find_class('interview'):
            if shown.get('role') == 'doc-qna' and not shown.xpath('ancestor::*[@role="doc-qna"]'):
                counts.update(TOKEN.findall(shown.text_content()))
                for excerpt in shown.find_class('interview-excerpt'):
                    counts.subtract(TOKEN.findall(excerpt.text_content()))
    for page, interview in project.interviews():
        if interview.hidden(built.form) or (page.orphan and built.builder == 'singlehtml'):
            continue
        wrong = {token: counts[token] for token in interview.tokens() if counts[token] != 1}
        if wrong:
            yield 'every word once', f'{interview.name} of {page.docname}: {wrong}'


def _links(
    project: Project, built: Built, pages: dict[str, HtmlElement]
) -> Iterator[tuple[str, str]]:
    """Every internal link, and every place of the inventory, is there."""
    ids = {name: set(page.xpath('//@id')) for name, page in pages.items()}
    hidden = {i.name for _, i in project.interviews() if i.hidden(built.form)}
    for name, page in pages.items():
        # The messages that docutils' own links lead to are left out by Sphinx
        for link in page.xpath('//*[not(span[contains(@class, "problematic")])]/@href | //@src'):
            path, anchor = _place(link, name)
            if not path or (built.builder == 'singlehtml' and _is_broken_by_sphinx(link, project)):
                continue
            if re.match(r'index-\d+$', anchor):  # Sphinx lists entries of what isn't shown
                continue
            if path not in built.files:
                yield 'links land', f'no file: {link} in {name}'
            elif anchor and anchor not in ids.get(path, ()):
                if anchor.partition('.')[0] in hidden:
                    yield 'hidden is hidden', f'a link to {link} in {name}'
                else:
                    yield 'links land', f'no place: {link} in {name}'
    yield from _inventory(project, built, ids)


def _place(link: str, page: str) -> tuple[str, str]:
    """Return file and anchor of an internal link; nothing of another one."""
    address, _, anchor = link.partition('#')
    if ':' in address.split('/')[0] or link.startswith('//'):
        return '', ''
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(address)))
    if not address:
        path = page
    elif address.endswith('/') or path == '.':
        path = posixpath.normpath(posixpath.join(path, 'index.html'))
    if path.startswith('_static/') or re.match(r't=[\d.]+$', anchor):  # a time of a recording
        return '', ''
    return path, unquote(anchor.partition(':~:')[0])


def _is_broken_by_sphinx(link: str, project: Project) -> bool:
    """Whether a link of one page is wrong in Sphinx, https://github.com/sphinx-doc/sphinx/issues/14221.

    Documents that are in no table of contents aren't there either.
    """
    absent = {interview.name for page, interview in project.interviews() if page.orphan}
    path, _, anchor = link.partition('#')
    broken = path in {'genindex.html', 'search.html'} or anchor.startswith('document-')
    return broken or anchor.partition('.')[0] in absent


def _inventory(
    project: Project, built: Built, ids: dict[str, set[str]]
) -> Iterator[tuple[str, str]]:
    data = built.files.get('objects.inv')
    if data is None or built.builder == 'singlehtml':
        return
    talks = [i for _, i in project.interviews() if i.hidden(built.form)]
    hidden = {talk.name for talk in talks}.union(*(talk.labels_of_code() for talk in talks))
    for line in zlib.decompress(data.split(b'\n', 4)[4]).decode('utf-8').splitlines():
        match = re.match(r'(.+?) (\S+:\S+) -?\d+ (\S*) (.*)', line)
        if match is None:
            yield 'the inventory leads to places', f'holds {line!r}'
            continue
        path, _, anchor = match[3].replace('$', match[1]).partition('#')
        path = f'{path}index.html' if path.endswith('/') or not path else path
        if path in ids and anchor and unquote(anchor) not in ids[path]:
            if anchor.partition('.')[0] in hidden:
                continue  # `_hidden` says so, or it is what Sphinx itself labels
            yield 'the inventory leads to places', line


def _ids(
    project: Project, built: Built, pages: dict[str, HtmlElement]
) -> Iterator[tuple[str, str]]:
    shared = project.shared() if built.builder == 'singlehtml' else set()
    for name, page in pages.items():
        ids = page.xpath('//@id')
        counts = Counter(i for i in ids if shared.isdisjoint({i, i.partition('.')[0]}))
        twice = [node_id for node_id, count in counts.items() if count > 1]
        if built.builder == 'singlehtml':  # Sphinx counts figures in each document
            twice = [node_id for node_id in twice if not re.fullmatch(r'id\d+', node_id)]
        if twice:
            yield 'no id twice', f'{name}: {twice}'


def _footnotes(built: Built, pages: dict[str, HtmlElement]) -> Iterator[tuple[str, str]]:
    """The marks of a transcript lead to its own footnotes."""
    if built.builder == 'singlehtml':  # Sphinx counts them in each document
        return
    for name, page in pages.items():
        for mark in page.xpath('//a[contains(@class, "footnote-reference")]'):
            within = {address.partition('.')[0] for address in mark.xpath('ancestor::*/@id')}
            (note,) = page.xpath('//*[@id = $id]', id=mark.get('href').partition('#')[2])
            of_another = set(re.findall(r' of (talk-\d+)', note.text_content())) - within
            if of_another and not mark.xpath('ancestor::*[@class="interview-excerpt"]'):
                yield 'a note is of its mark', f'{sorted(of_another)} in {name}'


def _labels(project: Project, built: Built) -> Iterator[tuple[str, str]]:
    """Every link of a LaTeX document has its label there, and no label is there twice."""
    hidden = {i.name for _, i in project.interviews() if i.hidden(built.form)}
    for name, data in built.files.items():
        if name.endswith('.tex'):
            text = _text(data)
            labels = Counter(re.findall(r'\\label\{\\detokenize\{(.*?)\}\}', text))
            if twice := [label for label, count in labels.items() if count > 1]:
                yield 'no id twice', f'{name}: {twice}'
            for target in re.findall(r'\\(?:hyperref|pageref)\[?\{?\\detokenize\{(.*?)\}', text):
                if target not in labels:
                    interview = target.partition(':')[2].partition('.')[0]
                    promise = 'hidden is hidden' if interview in hidden else 'links land'
                    yield promise, f'{target} in {name}'


def _well_formed(built: Built) -> Iterator[tuple[str, str]]:
    """What machines read can be read."""
    for name, data in built.files.items():
        try:
            if name.endswith(('.json', '.fjson')):
                json.loads(data)
            elif name.endswith('.bib') and data.count(b'{') != data.count(b'}'):
                yield 'machines can read', f'{name}: braces aren’t balanced'
            elif name.endswith('.feed.xml'):  # a part of a feed
                etree.fromstring(b'<rss xmlns:podcast="x">%b</rss>' % data)
            elif name.endswith(('.xml', '.xhtml', '.opf', '.ncx', '.qhcp', '.qhp')):
                etree.fromstring(data)
            for script in re.findall(rb'<script type="application/ld\+json">(.*?)</script>', data):
                json.loads(script)
        except (ValueError, etree.XMLSyntaxError) as error:
            yield 'machines can read', f'{name}: {error}'
