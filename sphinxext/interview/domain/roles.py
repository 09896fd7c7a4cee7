"""Roles that refer to interviews and their parts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.roles import XRefRole
from sphinx.util.docutils import SphinxRole

from ..messages import __, warn
from ..transcript.exchanges.slugs import slugify
from .bibliography import style_of

if TYPE_CHECKING:
    from docutils.nodes import Element, Node, system_message
    from sphinx.environment import BuildEnvironment


class AddressRole(XRefRole):
    """Refers to ``interview``, ``interview.slug`` or ``interview.slug.speaker-slug``.

    A leading ``~`` shortens the text of a link to an answer to its question.
    """

    def __init__(self) -> None:
        super().__init__(lowercase=True, innernodeclass=nodes.inline, warn_dangling=True)

    def process_link(
        self,
        env: BuildEnvironment,
        refnode: Element,
        has_explicit_title: bool,
        title: str,
        target: str,
    ) -> tuple[str, str]:
        title, target = super().process_link(env, refnode, has_explicit_title, title, target)
        if not has_explicit_title and target.startswith('~'):
            refnode['short'] = True
            title, target = title[1:], target[1:]
        return title, target


class SpeakerRole(XRefRole):
    """Refers to a speaker by full name."""

    def __init__(self) -> None:
        super().__init__(innernodeclass=nodes.inline, warn_dangling=True)

    def process_link(
        self,
        env: BuildEnvironment,
        refnode: Element,
        has_explicit_title: bool,
        title: str,
        target: str,
    ) -> tuple[str, str]:
        # The slug, so that intersphinx finds it in another project's inventory
        title, target = super().process_link(env, refnode, has_explicit_title, title, target)
        return title.removeprefix('~'), slugify(target)


class QuoteRole(AddressRole):
    """Quotes an answer: ``words <interview.slug>``. The build checks the words."""

    def run(self) -> tuple[list[Node], list[system_message]]:
        if not self.has_explicit_title:
            text = __('a quotation is written `words <interview.slug>`')
            warn('role', text, location=self.get_location())
            return [nodes.inline(self.rawtext, self.text)], []
        found, messages = super().run()
        for node in found:
            if isinstance(node, nodes.Element):
                node['quotation'] = self.title
        quotation = nodes.inline(self.rawtext, '“', classes=['interview-quote'])
        quotation['quotation'] = self.title
        quotation += [*found, nodes.Text('”')]
        return [quotation], messages


#: ``{see }interview.slug{ in full}``, without spaces around it; what stands in braces after the
#: address replaces the place. An id with commas or braces stands in quotation marks.
_CITED = re.compile(
    r'(?:\{(?P<before>[^{}]*)\})?\s*'
    r'(?:"(?P<quoted>[^"]+)"|(?P<plain>[^{},\s"][^{},]*))\s*(?:\{(?P<place>[^{}]*)\})?'
)


class CiteRole(SphinxRole):
    """Cites one or several interviews: ``{see}interview.slug{para. 7}, other.slug``."""

    def run(self) -> tuple[list[Node], list[system_message]]:
        citation = nodes.inline(self.rawtext, '', classes=['interview-citation'])
        style = style_of(self.config)
        for number, part in enumerate(_split(self.text)):
            match = _CITED.fullmatch(part.strip())
            if match is None:
                text = __('%r is not of the form {before}address{place}')
                warn('role', text, part.strip(), location=self.get_location())
                return [nodes.inline(self.rawtext, self.text)], []
            before = style.separator if number else style.opening
            before += f'{match["before"].strip()} ' if match['before'] else ''
            citation += [nodes.Text(before), self._reference(match)]
        citation += nodes.Text(style.closing)
        self.set_source_info(citation)
        return [citation], []

    def _reference(self, match: re.Match[str]) -> addnodes.pending_xref:
        target = (match['quoted'] or match['plain']).strip()
        reference = addnodes.pending_xref(
            match[0],
            nodes.inline(match[0], target),
            refdomain='interview',
            reftype='cite',
            reftarget=target.lower(),
            refdoc=self.env.docname,
            refexplicit=False,
            refwarn=True,
            place=match['place'],
        )
        self.set_source_info(reference)
        return reference


def _split(text: str) -> list[str]:
    """Split at the commas outside braces and quotation marks."""
    return re.findall(r'(?:^|,)((?:\{[^{}]*\}|"[^"]*"|[^,])*)', text)
