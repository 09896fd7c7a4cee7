"""What the environment remembers of every document, and what of it readers see."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar
from weakref import WeakValueDictionary

from sphinx.domains import Domain

from ..doctree.conditions import conditions
from .collect import collect
from .quoting.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from docutils.nodes import Element, Node, document
    from sphinx.environment import BuildEnvironment

    from .readers import Readers
    from .records import Interview, Profile, Quotation, Reference, Spoken, Words

    _Hidable = TypeVar('_Hidable', Interview, Profile, Quotation, Reference)


class Remembered(Domain):
    """The tables of the domain: a document is read, forgotten, or taken over from another process."""

    initial_data: ClassVar = {
        'interviews': {},  # docname -> list of Interview
        'references': {},  # docname -> list of Reference, each once
        'quotations': {},  # docname -> list of Quotation
        'profiles': {},  # docname -> list of Profile
        'published': {},  # docname -> list of what a ledger keeps of an interview
        'withheld': {},  # docname -> list of Withheld
    }
    data_version = 7

    #: For whom this build is; before a build begins, everything is shown.
    readers: Readers | None = None

    @cached_property
    def just_read(self) -> WeakValueDictionary[str, document]:
        """Documents that Sphinx still has at hand; to be forgotten when it changes them to write them."""
        return WeakValueDictionary()

    def clear_doc(self, docname: str) -> None:
        for table in self.initial_data:
            self.data[table].pop(docname, None)
        self.forget_indices()

    def merge_domaindata(self, docnames: AbstractSet[str], otherdata: dict[str, Any]) -> None:
        for table in self.initial_data:
            theirs = otherdata[table]
            self.data[table].update((name, theirs[name]) for name in theirs if name in docnames)
        self.forget_indices()

    def process_doc(self, env: BuildEnvironment, docname: str, document: document) -> None:
        found = collect(docname, document)
        self.forget_indices()
        if found.interviews:
            self.interviews[docname] = found.interviews
            self.just_read[docname] = document
        tables = {
            'published': found.published,
            'withheld': found.withheld,
            'references': list(dict.fromkeys(found.references)),
            'profiles': found.profiles,
            'quotations': found.quotations,
        }
        for table, records in tables.items():
            if records:
                self.data[table][docname] = records

    def forget_indices(self) -> None:
        """Have everything looked up anew: something was read, or others read."""
        self.__dict__.pop('is_used', None)
        self.__dict__.pop('secret_files', None)

    @property
    def interviews(self) -> dict[str, list[Interview]]:
        """The interviews of every document, in the order in which they stand there."""
        return self.data.setdefault('interviews', {})  # type: ignore[no-any-return]

    def shows(self, node: Node) -> bool:
        """Whether readers see *node*, which is still where an author wrote it."""
        return self.readers is None or self.readers.see(conditions(node))

    def shown(self, found: Iterable[_Hidable]) -> list[_Hidable]:
        """Return those of *found* that readers see."""
        return [one for one in found if self.readers is None or self.readers.see(one.conditions)]

    def shown_in(self, docname: str) -> list[Interview]:
        """Return the interviews that readers of *docname* see."""
        return self.shown(self.interviews.get(docname, ()))

    def shown_interview(self, node: Element) -> Interview | None:
        """Return what is remembered of an interview's *node*; None where readers don't see it."""
        found = self.shown_in(node['docname'])
        return next((one for one in found if one.name == node['name']), None)

    def shown_interviews(self) -> list[Interview]:
        """Return the interviews that readers see, in the order in which a serial build reads."""
        return [
            interview for docname in sorted(self.interviews) for interview in self.shown_in(docname)
        ]

    @cached_property
    def is_used(self) -> bool:
        """Whether any document has, shows or refers to anything of ours, whoever sees it."""
        tables = ('interviews', 'quotations', 'profiles')
        return any(map(self.data.get, tables)) or any(
            not reference.kind.startswith('foreign')
            for found in self.data['references'].values()
            for reference in found
        )

    def documents(self) -> list[str]:
        """Return the documents that have or show something of interviews."""
        return sorted({*self.data['references'], *self.data['profiles'], *self.data['quotations']})

    def withheld(self, name: str) -> bool:
        """Whether something of the interview with that name is left out."""
        found = (one for some in self.data['withheld'].values() for one in some)
        return any(one.name == name and (one.passages or one.is_closed) for one in found)

    @cached_property
    def secret_files(self) -> dict[Path, set[str]]:
        """The files that have what is left out, with the documents that show them as interviews.

        Transcripts; and the sources of documents.
        """
        found: dict[Path, set[str]] = {}
        for docname, some in self.data['withheld'].items():
            for one in some:
                if one.is_secret:
                    path = Path(one.file or self.env.doc2path(docname)).resolve()
                    found.setdefault(path, set()).add(docname)
        return found

    def words_in(self, docname: str) -> Words:
        """Return the words that readers of *docname* see, from its doctree: few pages are quoted."""
        shown = {interview.name for interview in self.shown_in(docname)}
        return words_of(self.just_read.get(docname) or self.env.get_doctree(docname), shown)

    def spoken(self) -> Iterator[Spoken]:
        """Yield the words of all interviews that readers see."""
        for docname in sorted(self.interviews):
            yield from self.words_in(docname).spoken

    def shown_profiles(self) -> list[Profile]:
        """Return the profiles that readers see, in the order in which a serial build reads."""
        return [p for _, found in sorted(self.data['profiles'].items()) for p in self.shown(found)]

    @property
    def profiles(self) -> dict[str, Profile]:
        """Introduced speakers by full name; of two with one name the first."""
        return {profile.name: profile for profile in reversed(self.shown_profiles())}
