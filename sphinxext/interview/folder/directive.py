"""The ``interview:folder`` directive: a table of contents of the pages that a folder makes."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx import addnodes

from ..directives.directive import OwnDirective
from ..directives.options import OPTIONS, toggle
from ..messages import __, warn
from .project import Documents

if TYPE_CHECKING:
    from docutils.nodes import Node

    from .page import Listing


class FolderDirective(OwnDirective):
    """Lists the pages of a folder, which were made before this page was read."""

    final_argument_whitespace = True
    needs: ClassVar = {'arguments': 'a folder'}
    conversions: ClassVar = {name: OPTIONS[name] for name in OPTIONS.keys() - {'file', 'name'}} | {
        'exclude': directives.unchanged_required,
        'table': directives.unchanged_required,
        'title': directives.unchanged_required,
        'caption': directives.unchanged_required,
        'maxdepth': directives.nonnegative_int,
        'hidden': toggle,
    }

    def make(self) -> list[Node]:
        listing = self._listing()
        if listing is None:
            text = __('write this in the page itself, not in a file that it includes')
            warn('folder', text, location=self.get_location())
            return []
        self.env.note_dependency(listing.path)
        for place, text in listing.remarks:
            warn('folder', '%s', text, location=place or self.get_location())
        return [self._toctree(listing.docnames)] if listing.docnames else []

    def _listing(self) -> Listing | None:
        argument = ' '.join(self.arguments[0].split())
        project = self.env.project
        listings = project.listings if isinstance(project, Documents) else {}
        return listings.get((self.env.docname, argument))

    def _toctree(self, docnames: list[str]) -> Node:
        toctree = addnodes.toctree()
        toctree['parent'] = self.env.docname
        toctree['entries'] = [(None, docname) for docname in docnames]
        toctree['includefiles'] = docnames
        toctree['rawentries'] = []
        toctree['maxdepth'] = self.options.get('maxdepth', 1)
        toctree['caption'] = self.options.get('caption')
        if toctree['caption']:
            toctree['rawcaption'] = toctree['caption']
        toctree['hidden'] = self.options.get('hidden', False)
        toctree['glob'] = toctree['includehidden'] = toctree['titlesonly'] = False
        toctree['numbered'] = 0
        self.set_source_info(toctree)
        return nodes.compound('', toctree, classes=['toctree-wrapper'])
