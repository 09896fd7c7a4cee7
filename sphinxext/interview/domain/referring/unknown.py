"""References to what doesn’t exist, and what their author may have meant."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from ...messages import __, warn
from ..citations.bibliography import bibliography_of
from ..ours import ours
from ..quoting.quotations import why_missing

if TYPE_CHECKING:
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.domains import Domain

    from .. import InterviewDomain


def hint(domain: InterviewDomain, typ: str, target: str) -> str:
    """Return a question after the nearest other name that *typ* takes; empty if none is near."""
    names = domain.names_for('any' if typ in {'cite', 'quote', 'excerpt'} else typ)
    nearest = get_close_matches(target, (name for name in names if name != target), n=1)
    return __('; did you mean %r?') % nearest[0] if nearest else ''


def warn_unknown_target(app: Sphinx, domain: Domain | None, node: pending_xref) -> bool | None:
    """Warn of a reference to something that doesn't exist, with the nearest name that does."""
    if domain is None or domain.name != 'interview':
        return None
    found = ours(app.env)
    if not found.shows(node):
        return True
    typ, target = node['reftype'], node['reftarget']
    if typ == 'cite' and bibliography_of(found, app.builder).has(target):
        return True
    text = __('unknown interview:%s: %r%s')
    why = why_missing(found, target) or hint(found, typ, target)
    warn('reference', text, typ, target, why, location=node)
    return True


def setup(app: Sphinx) -> None:
    app.connect('warn-missing-reference', warn_unknown_target)
