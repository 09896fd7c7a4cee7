"""What authors write: directives, and transcripts as pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .excerpt import ExcerptDirective
from .interview import InterviewDirective
from .listing import BrowseDirective, ListDirective, ReferencesDirective
from .page import InterviewParser, leave_out
from .quote import QuoteDirective
from .speaker import SpeakerDirective

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    app.add_directive('interview', InterviewDirective)
    app.add_source_parser(InterviewParser)
    app.connect('env-before-read-docs', leave_out)
    app.add_directive_to_domain('interview', 'browse', BrowseDirective)
    app.add_directive_to_domain('interview', 'excerpt', ExcerptDirective)
    app.add_directive_to_domain('interview', 'list', ListDirective)
    app.add_directive_to_domain('interview', 'quote', QuoteDirective)
    app.add_directive_to_domain('interview', 'references', ReferencesDirective)
    app.add_directive_to_domain('interview', 'speaker', SpeakerDirective)
