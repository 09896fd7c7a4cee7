"""The directives that list interviews and references."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils.parsers.rst import directives

from ..doctree.nodes import (
    KINDS,
    ORDERS,
    interview_browse,
    interview_list,
    interview_references,
)
from ..messages import __, warn
from .directive import OwnDirective
from .options import choice, separated, several

if TYPE_CHECKING:
    from docutils.nodes import Node

_FORMS = ('list', 'table', 'cards')
#: What shows all interviews at once.
_DRAWN = ('timeline', 'map')


class ListDirective(OwnDirective):
    """Lists the project's interviews."""

    optional_arguments = 0
    conversions: ClassVar = {
        'as': choice(*_FORMS, *_DRAWN),
        'sort': choice(*ORDERS),
        'facets': several(*KINDS),
        'sorts': several(*ORDERS),
        **dict.fromkeys(KINDS, directives.unchanged_required),
        'tag': separated,
    }

    def make(self) -> list[Node]:
        form = self.options.get('as', 'list')
        chosen = {name: self.options.get(name, []) for name in ('facets', 'sorts')}
        if form in _DRAWN and any(chosen.values()):
            text = __('a %s has no :facets: and no :sorts:')
            warn('directive', text, form, location=self.get_location())
            chosen = {name: [] for name in chosen}
        wanted = {kind: parts for kind in KINDS if (parts := self._several(kind))}
        place = interview_list(docname=self.env.docname, form=form, wanted=wanted, **chosen)
        place['sort'] = self.options.get('sort', 'title')
        self.set_source_info(place)
        return [place]

    def _several(self, option: str) -> list[str]:
        return [name.strip() for name in self.options.get(option, '').split(';') if name.strip()]


class BrowseDirective(OwnDirective):
    """Shows interviews by what they have in common, each on a page of its own where there are pages."""

    final_argument_whitespace = True
    needs: ClassVar = {'arguments': 'a kind, such as tag'}
    conversions: ClassVar = {'as': choice(*_FORMS)}

    def make(self) -> list[Node]:
        given = self.arguments[0].replace(',', ' ').split()
        for kind in sorted({*given} - {*KINDS}):
            text = __('%r is none of %s')
            warn('directive', text, kind, ', '.join(KINDS), location=self.get_location())
        place = interview_browse(docname=self.env.docname, form=self.options.get('as', 'list'))
        place['kinds'] = [kind for kind in dict.fromkeys(given) if kind in KINDS]
        self.set_source_info(place)
        return [place]


class ReferencesDirective(OwnDirective):
    """Shows the list of references of the interviews that the project cites."""

    optional_arguments = 0
    conversions: ClassVar = {'cited-in': choice('this-document', 'project')}

    def make(self) -> list[Node]:
        is_own = self.options.get('cited-in') == 'this-document'
        place = interview_references(docname=self.env.docname)
        place['cited_in'] = self.env.docname if is_own else ''
        self.set_source_info(place)
        return [place]
