"""The ``interview:speaker`` directive."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from ..doctree.nodes import interview_list, interview_profile
from ..messages import _
from ..transcript.exchanges.slugs import slugify
from .trust import without_unsafe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils.nodes import Node

#: What can be said of a speaker, here and in ``interview_speakers``.
DETAILS = (
    'family', 'given', 'particle', 'suffix', 'affiliation', 'pronouns', 'url', 'orcid', 'portrait',
)  # fmt: skip


class SpeakerDirective(SphinxDirective):
    """Introduces a speaker: details, the content as biography, and the speaker's interviews."""

    required_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec: ClassVar = dict.fromkeys(DETAILS, directives.unchanged_required)

    def run(self) -> list[Node]:
        name = ' '.join(self.arguments[0].split())
        known = self.config.interview_speakers.get(name, {})
        details = {key: str(known[key]) for key in DETAILS if key in known} | self.options
        details = without_unsafe(details, self.env, self.get_location())
        profile = interview_profile(classes=['interview-profile'], speaker=name, details=details)
        profile['ids'] = [f'speaker.{slugify(name)}']
        self.set_source_info(profile)
        self.state.document.set_id(profile)
        profile += nodes.rubric(name, name)
        profile.extend(self._portrait(name, details.get('portrait')))
        profile.extend(_facts(details))
        profile.extend(self.parse_content_to_nodes())
        profile += self._interviews(name)
        return [profile]

    def _portrait(self, name: str, path: str | None) -> Iterator[Node]:
        if path:
            yield nodes.image('', uri=directives.uri(path), alt=name, width='8em')

    def _interviews(self, name: str) -> interview_list:
        place = interview_list(docname=self.env.docname, form='list', sort='title')
        place['speakers'], place['tags'] = [name], []
        return place


def _facts(details: dict[str, str]) -> Iterator[Node]:
    """Return a line with what is known beside the name."""
    facts = nodes.paragraph(classes=['interview-facts'])
    known: list[Node] = [
        nodes.Text(details[key]) for key in ('affiliation', 'pronouns') if details.get(key)
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
