"""Any style of https://citationstyles.org/, through citeproc-py, which is imported here only.

It is less exact than the styles of our own: citeproc-py knows most of CSL, but not how sources
are told apart. Letters after the year are ours, and so is the order of the list.
"""

from __future__ import annotations

import re
import warnings
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from ..csl.writing import csl_item
from ..terms import primary, terms_of
from ..text import Italic, Pieces
from .writing import Writing

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..record import Entry, Locator, Record

#: Around italics in what citeproc-py returns; no text has them.
_START, _END = '\ue000', '\ue001'
#: Languages by the names that citeproc-py's locales have.
_LOCALES = {'de': 'de-DE', 'es': 'es-ES', 'fr': 'fr-FR', 'ja': 'ja-JP', 'zh': 'zh-CN'}
#: Locators that CSL 1.0.1 has terms for, which is what citeproc-py knows.
_LABELS = frozenset({'paragraph', 'section'})


class CslError(Exception):
    """The style can't be read, or citeproc-py isn't there."""


class CslFile(Writing):
    """A style in a file.

    :param report: is told of a source that citeproc-py fails at
    :raises CslError: it can't be used
    """

    def __init__(self, path: str, language: str | None, report: Callable[[str], None]) -> None:
        super().__init__(terms_of(language))
        self._report = report
        self._failed: set[str] = set()
        self._style = _read(path, _LOCALES.get(primary(language), 'en-US'))
        root = self._style.root
        layout = root.citation.layout
        self.opening = layout.get('prefix', '')
        self.closing = layout.get('suffix', '')
        self.separator = layout.get('delimiter', '; ')
        self.is_note = root.get('class') == 'note'
        sorts = root.bibliography is not None and root.bibliography.find('{*}sort') is not None
        self.is_numbered = not sorts

    def cite(self, entry: Entry, locator: Locator | None) -> Pieces:
        pieces = self._written(entry, locator, lambda made, item: made.cite(item, lambda _: None))
        return _between(pieces, self.opening, self.closing)

    def narrate(self, entry: Entry, locator: Locator | None) -> Pieces:
        names = self.cited_names(entry)
        who = [names] if names else self.cited_title(entry.record)
        if self.is_note:
            return who
        issued = entry.record.issued
        year = str(issued.year) if issued else self.terms.no_date
        text = ''.join(self.cite(entry, locator))
        # What stands before the year are the names again
        return [*who, ' ', self.opening, text[max(text.find(year), 0) :], self.closing]

    def reference(self, entry: Entry) -> Pieces:
        if self._style.root.bibliography is None:
            return self.cite(entry, None)
        return self._written(entry, None, lambda made, _: made.bibliography()[0])

    def sort_key(self, record: Record) -> tuple[Any, ...]:
        issued = record.issued.order if record.issued else ()
        return self.people_key(record), bool(issued), issued, self.title_key(record)

    def _written(
        self, entry: Entry, locator: Locator | None, write: Callable[[Any, Any], object]
    ) -> Pieces:
        """Return what citeproc-py writes; of a source that it fails at, the title."""
        try:
            with warnings.catch_warnings():
                warnings.simplefilter('ignore')
                text = str(write(*self._made(entry, locator)))
        except Exception as error:  # noqa: BLE001 -- it fails in as many ways as there are items
            self._fail(entry.record.key, error)
            return [self.opening, *self.cited_title(entry.record), self.closing]
        if locator and locator.label not in _LABELS:
            closing = self.closing or (text[-1:] if text.endswith((']', ')')) else '')
            text = f'{text.removesuffix(closing)}, {self.place(locator)}{closing}'
        return _pieces(self._mended(_with_suffix(text, entry)))

    def _mended(self, text: str) -> str:
        """Put right what citeproc-py doesn't do: space behind a number, marks in quotation marks."""
        text = re.sub(r'^(\[\d+\])(?=\w)', r'\1 ', text)
        return re.sub('”([.,])', r'\1”', text) if self.terms.is_mark_quoted else text

    def _made(self, entry: Entry, locator: Locator | None) -> tuple[Any, Any]:
        """Return a bibliography of one source, and its citation."""
        import citeproc
        from citeproc.source import Locator as Place
        from citeproc.source.json import CiteProcJSON

        source = CiteProcJSON([_item(entry.record)])
        made = citeproc.CitationStylesBibliography(self._style, source, _FORMATTER)
        known = locator is not None and locator.label in _LABELS
        where = {'locator': Place(locator.label, locator.value)} if locator and known else {}
        citation = citeproc.Citation([citeproc.CitationItem(entry.record.key, **where)])
        made.register(citation)
        # Its number is its place
        made.keys[:0] = [''] * (entry.number - 1)
        return made, citation

    def _fail(self, key: str, error: Exception) -> None:
        if key not in self._failed:
            self._failed.add(key)
            self._report(f'{key!r}: {type(error).__name__}: {error}')


def _read(path: str, locale: str) -> Any:
    try:
        import citeproc
    except ImportError as error:
        raise CslError('needs citeproc-py: pip install "sphinxext-interview[csl]"') from error
    from lxml.etree import XMLSyntaxError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter('ignore')
            style = citeproc.CitationStylesStyle(path, locale=locale, validate=False)
        if style.root.citation.layout is None:
            raise CslError('it has no layout of citations')
    except (OSError, ValueError, AttributeError, TypeError, XMLSyntaxError) as error:
        raise CslError(f'it is no style of CSL: {error}') from error
    return style


def _item(record: Record) -> dict[str, Any]:
    """Return a record as citeproc-py reads it, which fails at names without parts."""
    item = {key: value for key, value in csl_item(record).items() if key != 'keyword'}
    if record.conducted == record.issued:
        item.pop('event-date', None)
    for role in ('author', 'interviewer', 'editor', 'translator'):
        if role in item:
            item[role] = [
                {'family': name['literal']} if 'literal' in name else name for name in item[role]
            ]
    return item


def _italic(text: str) -> str:
    return f'{_START}{text}{_END}'


_FORMATTER = SimpleNamespace(
    preformat=str,
    Italic=_italic,
    Oblique=_italic,
    **dict.fromkeys(('Bold', 'Light', 'Underline', 'Superscript', 'Subscript', 'SmallCaps'), str),
)


def _with_suffix(text: str, entry: Entry) -> str:
    """Put the letter of a year behind it, where it stands first."""
    issued = entry.record.issued
    if not entry.year_suffix or issued is None:
        return text
    return re.sub(rf'\b{issued.year}\b', f'{issued.year}{entry.year_suffix}', text, count=1)


def _pieces(text: str) -> Pieces:
    pieces: Pieces = []
    for part in re.split(f'({_START}[^{_START}{_END}]*{_END}|https?://[^\\s{_START}]+)', text):
        italic = part.startswith(_START)
        words = part.replace(_START, '').replace(_END, '')
        address, dot = (
            (words[:-1], '.') if words.startswith('http') and words.endswith('.') else (words, '')
        )
        pieces += [Italic(words)] if italic else [address, dot]
    return [piece for piece in pieces if piece]


def _between(pieces: Pieces, opening: str, closing: str) -> Pieces:
    """Return *pieces* without what the project puts around citations."""
    if pieces and opening:
        pieces = [pieces[0].removeprefix(opening), *pieces[1:]]
    if pieces and closing:
        pieces = [*pieces[:-1], pieces[-1].removesuffix(closing)]
    return [piece for piece in pieces if piece]
