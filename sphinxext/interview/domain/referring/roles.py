"""Roles that refer to interviews and their parts."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from docutils import nodes
from docutils.utils import normalize_language_tag
from docutils.utils.smartquotes import smartchars
from sphinx import addnodes
from sphinx.roles import XRefRole
from sphinx.util.docutils import SphinxRole

from ...doctree.notes import NOTES
from ...messages import __, warn
from ...transcript.exchanges.slugs import slugify
from ..citations.styles import is_note_style, style_of
from ..quoting.nodes import pending_xref

if TYPE_CHECKING:
    from docutils.nodes import Element, Node, system_message
    from sphinx.environment import BuildEnvironment

    from ..citations.bibliography import CitationForm


class OwnRole(XRefRole):
    """Refers to something of ours; its class is none that stands on what it refers to."""

    def __init__(self, *, lowercase: bool = False) -> None:
        super().__init__(lowercase=lowercase, innernodeclass=nodes.inline, warn_dangling=True)

    def create_xref_node(self) -> tuple[list[Node], list[system_message]]:
        self.classes = ['xref', 'interview-ref']
        return super().create_xref_node()


class AddressRole(OwnRole):
    """Refers to ``interview``, ``interview.slug`` or ``interview.slug.speaker-slug``.

    A leading ``~`` shortens the text of a link to an answer to its question.
    """

    def __init__(self) -> None:
        super().__init__(lowercase=True)

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


class SpeakerRole(OwnRole):
    """Refers to a speaker by full name."""

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


#: How intersphinx names another project, or any other, before a role.
_EXTERNAL = re.compile(r':external(?:\+([^:]+))?:', re.IGNORECASE)


class QuoteRole(AddressRole):
    """Quotes an answer: ``words <interview.slug>``. The build checks the words."""

    nodeclass = pending_xref

    def run(self) -> tuple[list[Node], list[system_message]]:
        if not self.has_explicit_title:
            text = __('a quotation is written `words <interview.slug>`')
            warn('role', text, location=self.get_location())
            return [nodes.inline(self.rawtext, self.text)], []
        found, messages = super().run()
        for node in found:
            if isinstance(node, nodes.Element):
                node['quotation'] = self.title
                node['marks'] = quotation_marks(self.config.language)
                node.attributes.update(self._external())
        return found, messages

    def _external(self) -> dict[str, object]:
        """Return what says that another project is quoted: for us, and for intersphinx.

        It marks only references that stand in nothing else.
        """
        match = _EXTERNAL.match(self.rawtext)
        # Sphinx 7.4 doesn't know the value
        ours = getattr(self.config, 'intersphinx_resolve_self', '')
        if match is None or (ours and match[1] == ours):
            return {}
        return {'project': match[1] or '', 'intersphinx': True, 'inventory': match[1]}


#: ``{see }interview.slug{ in full}``, without spaces around it; what stands in braces after the
#: address replaces the place. An id with commas or braces stands in quotation marks.
_CITED = re.compile(
    r'(?:\{(?P<before>[^{}]*)\})?\s*'
    r'(?:"(?P<quoted>[^"]+)"|(?P<plain>[^{},\s"][^{},]*))\s*(?:\{(?P<place>[^{}]*)\})?'
)


@cache
def quotation_marks(language: str) -> tuple[str, str]:
    """Return the marks of a language, as docutils has them for `smartquotes`."""
    for known in normalize_language_tag(language or 'en'):
        if known in smartchars.quotes:
            marks = smartchars.quotes[known]
            return marks[0], marks[1]
    return '“', '”'


class CiteRole(SphinxRole):
    """Cites one or several sources: ``{see}interview.slug{para. 7}, other.slug``.

    :param is_narrative: whether the citation is a part of the sentence: ``Keller (2024)``
    """

    def __init__(self, *, is_narrative: bool = False) -> None:
        super().__init__()
        self.is_narrative = is_narrative

    def run(self) -> tuple[list[Node], list[system_message]]:
        parts = []
        for part in _split(self.text):
            match = _CITED.fullmatch(part.strip())
            if match is None:
                text = __('%r is not of the form {before}address{place}')
                warn('role', text, part.strip(), location=self.get_location())
                return [nodes.inline(self.rawtext, self.text)], []
            parts.append(match)
        if not self.is_narrative:
            return [self._citation(parts)], []
        # Of a style that cites in notes, the sentence names the people
        note = [self._citation(parts)] if is_note_style(self.config) else []
        return [self._narration(parts), *note], []

    def _citation(self, parts: list[re.Match[str]]) -> nodes.inline:
        style = style_of(self.config)
        citation = nodes.inline(self.rawtext, '', classes=['interview-citation'])
        citation['is_note'] = is_note = is_note_style(self.config)
        self.env.temp_data[NOTES] = self.env.temp_data.get(NOTES) or is_note
        for number, part in enumerate(parts):
            before = style.separator if number else style.opening
            before += _words_before(part, starts=is_note and not number)
            reference = self._reference(part, 'parenthetical')
            # A note's full stop may stand before a quotation mark, which only the citation knows
            reference['ends'] = is_note and part is parts[-1]
            citation += [nodes.Text(before), reference]
        citation += nodes.Text('' if is_note else style.closing)
        self.set_source_info(citation)
        return citation

    def _narration(self, parts: list[re.Match[str]]) -> nodes.inline:
        narration = nodes.inline(self.rawtext, '', classes=['interview-citation'])
        for number, part in enumerate(parts):
            before = ', ' if number else ''
            before += _words_before(part)
            narration += [nodes.Text(before), self._reference(part, 'narrative')]
        self.set_source_info(narration)
        return narration

    def _reference(self, match: re.Match[str], form: CitationForm) -> addnodes.pending_xref:
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
            form=form,
        )
        self.set_source_info(reference)
        return reference


def _words_before(part: re.Match[str], *, starts: bool = False) -> str:
    """Return the words before a citation; where it *starts* a note, with a capital."""
    words = (part['before'] or '').strip()
    words = words[:1].upper() + words[1:] if starts else words
    return f'{words} ' if words else ''


def _split(text: str) -> list[str]:
    """Split at the commas outside braces and quotation marks."""
    return re.findall(r'(?:^|,)((?:\{[^{}]*\}|"[^"]*"|[^,])*)', text)
