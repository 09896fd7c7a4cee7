"""What holds between documents: labels for ``:ref:``, duplicates, hints."""

from __future__ import annotations

from difflib import get_close_matches
from itertools import chain
from typing import TYPE_CHECKING, cast

from ..messages import __, warn
from .bibliography import bibliography_of, forget
from .targets import index_targets

if TYPE_CHECKING:
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.domains import Domain
    from sphinx.domains.std import StandardDomain
    from sphinx.environment import BuildEnvironment

    from . import InterviewDomain


def _ours(env: BuildEnvironment) -> InterviewDomain:
    return cast('InterviewDomain', env.get_domain('interview'))


def _labels(env: BuildEnvironment) -> StandardDomain:
    return cast('StandardDomain', env.get_domain('std'))


def withdraw_labels(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Take back our labels before reading: an author's label of that name comes first."""
    forget(app.builder)
    std = _labels(env)
    # Also of what this builder hides: another may have published it
    for interview in chain.from_iterable(_ours(env).interviews.values()):
        for address, target in index_targets([interview]).items():
            if std.anonlabels.get(address) == (target.docname, target.anchor):
                std.anonlabels.pop(address)
                std.labels.pop(address, None)


def publish_labels(app: Sphinx, env: BuildEnvironment) -> None:
    """Let ``:ref:``, here and in other projects, find every address that is still free.

    Not ``note_hyperlink_target``, which can't be called in a fixed order in a parallel build.
    """
    std = _labels(env)
    for address, target in _ours(env).targets.items():
        if address not in std.anonlabels:
            std.anonlabels[address] = (target.docname, target.anchor)
            std.labels[address] = (target.docname, target.anchor, target.title)


def warn_duplicates(domain: InterviewDomain) -> None:
    """Warn where a name is used again."""
    first: dict[str, str] = {}
    for interview in domain.shown_interviews():
        place = f'{domain.env.doc2path(interview.docname)}:{interview.line}'
        other = first.setdefault(interview.name, place)
        if other != place:
            text = __('duplicate interview name %r; references go to the one in %s')
            warn('duplicate', text, interview.name, other, location=place)


def warn_unknown_target(app: Sphinx, domain: Domain | None, node: pending_xref) -> bool | None:
    """Warn of a reference to something that doesn't exist, with the nearest name that does."""
    if domain is None or domain.name != 'interview':
        return None
    if not _ours(app.env).shows(node):
        return True
    typ, target = node['reftype'], node['reftarget']
    others = bibliography_of(cast('InterviewDomain', domain), app.builder).others
    if typ == 'cite' and target.partition('.')[0] in others:
        return True
    names = _ours(app.env).names_for('any' if typ in {'cite', 'quote'} else typ)
    nearest = get_close_matches(target, names, n=1)
    hint = __('; did you mean %r?') % nearest[0] if nearest else ''
    text = __('unknown interview:%s: %r%s')
    warn('reference', text, typ, target, hint, location=node)
    return True


def setup(app: Sphinx) -> None:
    app.connect('env-before-read-docs', withdraw_labels)
    app.connect('env-updated', publish_labels)
    app.connect('warn-missing-reference', warn_unknown_target)
