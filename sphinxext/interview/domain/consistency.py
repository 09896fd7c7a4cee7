"""What holds between documents: labels for ``:ref:``, duplicates, hints."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, cast

from ..messages import __, warn
from .bibliography import bibliography_of, forget
from .hints import hint
from .targets import index_targets

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.domains import Domain
    from sphinx.domains.std import StandardDomain
    from sphinx.environment import BuildEnvironment

    from . import InterviewDomain
    from .records import Interview, Profile


def _ours(env: BuildEnvironment) -> InterviewDomain:
    return cast('InterviewDomain', env.get_domain('interview'))


def _labels(env: BuildEnvironment) -> StandardDomain:
    return cast('StandardDomain', env.get_domain('std'))


def withdraw_labels(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Take back our labels before reading: an author's label of that name comes first."""
    forget(app.builder)
    std, ours = _labels(env), _ours(env)
    old = ours.data.pop('old_labels', {})
    # Also of what this builder hides: another may have published it
    interviews = chain.from_iterable(ours.interviews.values())
    published = (index_targets([interview]).items() for interview in interviews)
    places = ((address, target[1:3]) for address, target in chain.from_iterable(published))
    for address, place in chain(old.items(), places):
        if std.anonlabels.get(address) == place:
            std.anonlabels.pop(address)
            std.labels.pop(address, None)


def publish_labels(app: Sphinx, env: BuildEnvironment) -> None:
    """Let ``:ref:``, here and in other projects, find every address that is still free.

    Not ``note_hyperlink_target``, which can't be called in a fixed order in a parallel build.
    """
    std, ours = _labels(env), _ours(env)
    for address, target in ours.targets.items():
        if address not in std.anonlabels:
            if address in ours.old_addresses:
                ours.data.setdefault('old_labels', {})[address] = (target.docname, target.anchor)
            std.anonlabels[address] = (target.docname, target.anchor)
            std.labels[address] = (target.docname, target.anchor, target.title)


def warn_duplicates(domain: InterviewDomain) -> None:
    """Warn where a name is used again, or a speaker introduced again."""
    interviews = __('duplicate interview name %r; references go to the one in %s')
    _warn_again(domain, interviews, domain.shown_interviews())
    profiles = __('%r is introduced again; references go to the one in %s')
    _warn_again(domain, profiles, domain.shown_profiles())


def _warn_again(
    domain: InterviewDomain, text: str, found: Iterable[Interview] | Iterable[Profile]
) -> None:
    first: dict[str, Interview | Profile] = {}
    for record in found:
        other = first.setdefault(record.name, record)
        if other is not record:
            # Of a fragment that several pages include, the page says more
            is_shared = other.place == record.place
            place = domain.env.doc2path(other.docname) if is_shared else other.place
            warn('duplicate', text, record.name, place, location=record.place)


def warn_unknown_target(app: Sphinx, domain: Domain | None, node: pending_xref) -> bool | None:
    """Warn of a reference to something that doesn't exist, with the nearest name that does."""
    if domain is None or domain.name != 'interview':
        return None
    if not _ours(app.env).shows(node):
        return True
    typ, target = node['reftype'], node['reftarget']
    if typ == 'cite' and bibliography_of(cast('InterviewDomain', domain), app.builder).has(target):
        return True
    text = __('unknown interview:%s: %r%s')
    warn('reference', text, typ, target, hint(_ours(app.env), typ, target), location=node)
    return True


def setup(app: Sphinx) -> None:
    app.connect('env-before-read-docs', withdraw_labels)
    app.connect('env-updated', publish_labels)
    app.connect('warn-missing-reference', warn_unknown_target)
