"""What is looked up in all that the environment remembers, and in what other projects publish."""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING, Final, TypeVar, cast

from ..transcript.consent.editions import pseudonyms
from .grouping.groups import Groups
from .projects.project import Projects
from .publishing.files import name_files
from .records import Source
from .remembered import Remembered
from .targets import Found, Targets, find_target, index_names, index_speakers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..transcript.consent.pseudonyms import Pseudonyms
    from ..transcript.permalinks.ledger import Ledger
    from ..transcript.permalinks.settling import Settled
    from . import InterviewDomain
    from .quoting.attribution import Attributions
    from .records import Quotation, Reference, Target

    _Referring = TypeVar('_Referring', Quotation, Reference)

#: What is looked up once, until something is read.
_INDICES: Final = (
    'targets',
    'permalinks',
    'old_addresses',
    '_by_name',
    'speakers',
    'attributions',
    'file_names',
    'groups',
)


class Indexed(Remembered):
    """What addresses and names mean."""

    #: Other projects that this one quotes.
    projects = Projects()
    #: What was published, from the start of reading on, where the project keeps a ledger.
    ledger: Ledger | None = None

    def references(self, docname: str) -> list[Reference]:
        """Return what readers of *docname* see it refer to."""
        return self._current(self.shown(self.data['references'].get(docname, ())))

    def quotations_in(self, docname: str) -> list[Quotation]:
        """Return the quotations that readers of *docname* see."""
        return self._current(self.shown(self.data['quotations'].get(docname, ())))

    def quotations(self) -> list[Quotation]:
        """Return the quotations that readers see."""
        return [
            q for docname in sorted(self.data['quotations']) for q in self.quotations_in(docname)
        ]

    @cached_property
    def targets(self) -> Targets:
        """Interviews, questions and answers by address."""
        return Targets(self.shown_interviews(), self.old_addresses)

    @cached_property
    def permalinks(self) -> Settled | None:
        """What the ledger means for the interviews of the project, where there is one."""
        if self.ledger is None:
            return None
        from ..transcript.permalinks.settling import Settled  # most projects have no ledger

        found = sorted(self.data['published'].items())
        return Settled(self.ledger, (one for _, some in found for one in some))

    @cached_property
    def old_addresses(self) -> Mapping[str, str]:
        """Addresses that were published once, and what has their words now.

        Those of an interview of which something is left out may be made of such words.
        """
        names = self.permalinks.names if self.permalinks else {}
        if not self.data['withheld']:
            return names
        return {
            old: to
            for old, to in names.items()
            if not any(self.withheld(one.partition('.')[0]) for one in (old, to))
        }

    @cached_property
    def _by_name(self) -> dict[str, str]:
        return index_names(self.shown_interviews())

    def current(self, address: str, project: str | None = None) -> str:
        """Return the address that another name of it means, or itself.

        An old address leads to what has its words; an answer is found by the speaker's name, too.
        One of another *project* only that project knows.
        """
        if project is not None:
            return address
        address = self.pseudonyms.hide(address)
        if address in self.old_addresses or address.count('.') != 2 or address in self.targets:
            return self.old_addresses.get(address, address)
        return self._by_name.get(address, address)

    @cached_property
    def pseudonyms(self) -> Pseudonyms:
        """The names that this build hides, in addresses, too."""
        config = self.env.config
        return pseudonyms(config.interview_edition, config.interview_speakers)

    def _current(self, found: Iterable[_Referring]) -> list[_Referring]:
        return [
            one if to == one.target else one._replace(target=to)
            for one in found
            for to in (self.current(one.target, getattr(one, 'project', None)),)
        ]

    @cached_property
    def speakers(self) -> dict[str, Target]:
        """Speakers by slug."""
        return index_speakers(self.shown_interviews(), self.profiles.values())

    @cached_property
    def attributions(self) -> Attributions:
        """Who said what is quoted. To be asked when all documents are read."""
        # Now, for many projects quote nothing
        from .quoting.attribution import Attributions

        languages = {
            interview.name: dict(interview.metadata).get('language') or self.env.config.language
            for interview in reversed(self.shown_interviews())
        }
        ours = Source(self.targets, self.words_in, languages=languages)
        return Attributions([ours, *(project.source for project in self.projects.all)])

    @cached_property
    def file_names(self) -> dict[tuple[str, str], str]:
        """What the files of each interview are called, by docname and name."""
        return name_files(self.shown_interviews())

    @cached_property
    def groups(self) -> Groups:
        """The interviews by what they have in common."""
        from .citations.names import profiles_of

        docnames = sorted(self.data['references'])
        found = ((docname, self.references(docname)) for docname in docnames)
        profiles = cache(lambda: profiles_of(cast('InterviewDomain', self)))
        return Groups(self.shown_interviews(), found, profiles)

    def forget_indices(self) -> None:
        super().forget_indices()
        for index in _INDICES:
            self.__dict__.pop(index, None)

    def find(self, typ: str, target: str) -> Target | None:
        """Return what *target* means in a role of type *typ*, or None."""
        is_speaker = typ == 'speaker'
        name = self.pseudonyms.hide(target) if is_speaker else self.current(target.lower())
        return find_target(self.targets, self.speakers, typ, name)

    def look_up(self, typ: str, target: str) -> Found | None:
        """Return what *target* means here, else in the first other project that has its interview."""
        if found := self.find(typ, target):
            return Found(found)
        is_ours = typ != 'speaker' and target.partition('.')[0].lower() in self.targets
        return None if is_ours else self.projects.find(typ, target)

    def names_for(self, typ: str) -> list[str]:
        """Return what a role of type *typ* may name."""
        names = self.speakers if typ == 'speaker' else self.targets
        return [name for name in names if self.find(typ, name)]
