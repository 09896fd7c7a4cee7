"""What a page of a folder is made of, as Sphinx finds it on the disk."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Of the files that stand for transcripts; nobody writes them by hand.
SUFFIX: Final = '.interview-page'


class Page(NamedTuple):
    """A page; paths are relative to the source directory."""

    transcript: str
    #: What changes when one of its files does.
    state: str
    #: Empty where there is none.
    sidecar: str = ''
    #: What the table says of it, by option.
    row: Mapping[str, str] = {}
    table: str = ''
    #: Of the directive: what counts where nobody else says anything.
    defaults: Mapping[str, str] = {}
    #: How the page is called where nothing gives it a title.
    title: str = ''

    @classmethod
    def of_text(cls, text: str) -> Page:
        return cls(**json.loads(text))

    @property
    def text(self) -> str:
        return json.dumps(self._asdict(), indent=1)


class Known(NamedTuple):
    """What Sphinx found by itself; paths are relative to the source directory."""

    #: By name, the pages that aren't transcripts.
    pages: dict[str, str]
    #: By path, the names of transcripts that are pages.
    transcripts: dict[str, str]


class Remark(NamedTuple):
    """Something that an author should know of a folder, its table, or a file in it."""

    #: Path and line; empty for the directive itself.
    place: str
    text: str


class Listing(NamedTuple):
    """The pages of a folder, in their order."""

    docnames: list[str]
    remarks: list[Remark]
    #: The file that changes when the others do.
    path: str = ''
