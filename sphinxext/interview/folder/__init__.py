"""A folder is a site: a page for each transcript in it.

Pages must be there before Sphinx reads any, so the text of pages is looked through for folders each time Sphinx
looks for its documents. What each page is made of stands in a file beside the doctrees, which is
written only if that changes; by its time Sphinx knows what to read again. Nothing is written into the sources.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .directive import FolderDirective
from .output import hide_source
from .page import SUFFIX
from .parser import MadePageParser
from .project import take_part

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    app.add_source_suffix(SUFFIX, MadePageParser.supported[0])
    app.add_source_parser(MadePageParser)
    app.add_directive_to_domain('interview', 'folder', FolderDirective)
    # Before anybody asks for the documents
    app.connect('builder-inited', take_part, priority=100)
    app.connect('html-page-context', hide_source)
