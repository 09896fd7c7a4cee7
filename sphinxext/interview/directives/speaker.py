"""The ``interview:speaker`` directive."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives

from ..doctree.nodes import (
    interview_list,
    interview_name,
    interview_person,
    interview_portrait,
    interview_profile,
)
from ..messages import _, __, warn
from ..transcript.addresses import is_harmless
from ..transcript.consent.editions import pseudonyms
from ..transcript.exchanges.slugs import slugify
from .directive import OwnDirective
from .sources import UnreadableFileError, find_file
from .trust import without_unsafe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils.nodes import Node

#: What can be said of a speaker, here and in ``interview_speakers``.
DETAILS = (
    'family', 'given', 'particle', 'suffix', 'description', 'affiliation', 'pronouns', 'url', 'orcid',
    'portrait',
)  # fmt: skip


#: What says who somebody is.
_TELLING = frozenset(['family', 'given', 'particle', 'suffix', 'url', 'orcid', 'portrait'])


class SpeakerDirective(OwnDirective):
    """Introduces a speaker: details, the content as biography, and the speaker's interviews."""

    final_argument_whitespace = True
    has_content = True
    needs: ClassVar = {'arguments': __('a name')}
    conversions: ClassVar = dict.fromkeys(DETAILS, directives.unchanged_required)

    def make(self) -> list[Node]:
        name = ' '.join(self.arguments[0].split())
        known = self.config.interview_speakers.get(name, {})
        details = {key: str(known[key]) for key in DETAILS if key in known}
        path = details.get('portrait', '')
        if path and '://' not in path and is_harmless(path):
            details['portrait'] = f'/{path.lstrip("/")}'  # the same for all pages
        details |= {
            key: self.options[key] for key in self.options if key not in self._telling(name)
        }
        details = without_unsafe(details, self.env, self.get_location())
        profile = interview_profile(classes=['interview-profile'], speaker=name, details=details)
        profile['ids'] = [self._unused_id(f'speaker.{slugify(name)}')]
        self.set_source_info(profile)
        self.state.document.set_id(profile)
        profile += interview_name(name, name, classes=['interview-name'], depth=1)
        about = [*self._portrait(name, details), *_facts(details)]
        if 'portrait' in details:  # beside which the facts stand on paper
            about = [interview_person('', *about, classes=['interview-person'])]
        profile += about
        profile.extend(self.parse_content_to_nodes())
        profile += self._interviews(name)
        return [profile]

    def _telling(self, name: str) -> frozenset[str]:
        """Return the options that would tell who somebody with a pseudonym is."""
        config = self.config
        hidden = pseudonyms(config.interview_edition, config.interview_speakers)
        return _TELLING if hidden.has(name) else frozenset()

    def _unused_id(self, wanted: str) -> str:
        """Return an id that the page doesn't have; that a speaker is introduced twice is told later."""
        ids = self.state.document.ids
        return next(i for n in count(1) if (i := wanted if n == 1 else f'{wanted}-{n}') not in ids)

    def _portrait(self, name: str, details: dict[str, str]) -> Iterator[Node]:
        """Return the picture, and say where it is as every page can understand it."""
        path = details.get('portrait', '')
        if not path:
            return
        try:
            if '://' not in path:
                relative, _ = find_file(self.env, path)
                details['portrait'] = f'/{relative}'
        except UnreadableFileError as error:
            warn('unreadable', '%s', error, location=self.get_location())
            del details['portrait']
        else:
            yield interview_portrait('', uri=path, alt=name, classes=['interview-portrait'])

    def _interviews(self, name: str) -> interview_list:
        place = interview_list(docname=self.env.docname, form='list', sort='title')
        place['wanted'], place['facets'], place['sorts'] = {'speaker': [name]}, [], []
        return place


def _facts(details: dict[str, str]) -> Iterator[Node]:
    """Return a line with what is known beside the name."""
    facts = nodes.paragraph(classes=['interview-facts'])
    known: list[Node] = [
        nodes.Text(details[key])
        for key in ('description', 'affiliation', 'pronouns')
        if details.get(key)
    ]
    if details.get('url'):
        known.append(nodes.reference('', _('Website'), refuri=details['url']))
    if details.get('orcid'):
        orcid = details['orcid'].removeprefix('https://orcid.org/')
        known.append(nodes.reference('', f'ORCID {orcid}', refuri=f'https://orcid.org/{orcid}'))
    for fact in known:
        facts += [*([nodes.Text(' · ')] if len(facts) else []), fact]
    if known:
        yield facts
