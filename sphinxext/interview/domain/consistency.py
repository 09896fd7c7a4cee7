"""What holds between documents: labels for ``:ref:``, stale pages, duplicates, hints."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ..messages import __, warn
from .bibliography import bibliography_of, forget
from .excerpts import find_exchanges
from .hints import hint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.domains import Domain
    from sphinx.domains.std import StandardDomain
    from sphinx.environment import BuildEnvironment

    from . import InterviewDomain
    from .bibliography import Bibliography
    from .records import Interview, Profile


def _ours(env: BuildEnvironment) -> InterviewDomain:
    return cast('InterviewDomain', env.get_domain('interview'))


def _labels(env: BuildEnvironment) -> StandardDomain:
    return cast('StandardDomain', env.get_domain('std'))


def withdraw_labels(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Take back our labels before reading: an author's label of that name comes first."""
    forget(app.builder)
    std = _labels(env)
    for address, target in _ours(env).targets.items():
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


def find_stale_pages(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the pages that refer to something that has moved or reads differently now."""
    domain = _ours(env)
    bibliography_of(domain, app.builder)  # now, so that it speaks before anything is written
    stale = []
    for docname, found in domain.references.items():
        now = {key: _find(domain, app.builder, *key) for key in found}
        if now != found:
            domain.references[docname] = now
            stale.append(docname)
    return stale


def _find(
    domain: InterviewDomain, builder: Builder, typ: str, target: str
) -> tuple[object, ...] | None:
    """Return what a reference shows now; None where it isn't about interviews."""
    if typ in _SHOWN:
        return _SHOWN[typ](domain, bibliography_of(domain, builder), target)
    if not typ.startswith('foreign'):
        return domain.find(typ, target)
    # An author's label of that name comes before ours
    if target.lower() in domain.targets:
        std, label = _labels(domain.env), target.lower()
        return std.labels.get(label) or std.anonlabels.get(label)
    return domain.find('speaker', target) if typ.endswith('any') else None


#: What a page shows that is more than a link, by the type of its reference.
_SHOWN: dict[str, Callable[[InterviewDomain, Bibliography, str], tuple[object, ...]]] = {
    'cite': lambda domain, known, target: (
        domain.find('any', target),
        known.cite(target),
        known.list_document,
    ),
    'list': lambda _, known, target: (
        tuple(known.listed(target)),
        tuple(known.citations.items()),
    ),
    'uses': lambda _, known, name: tuple(
        (address, *docnames)
        for address, docnames in known.used_in.items()
        if address.startswith(f'{name}.')
    ),
    'profile': lambda domain, _, name: tuple(domain.profiles.get(name, ())),
    'interviews': lambda domain, *_: tuple(domain.all_interviews()),
    'excerpt': lambda domain, _, target: tuple(
        exchange.pformat() for exchange in find_exchanges(domain, target)
    ),
}


def warn_duplicates(domain: InterviewDomain) -> None:
    """Warn where a name is used again, or a speaker introduced again."""
    interviews = __('duplicate interview name %r; references go to the one in %s')
    _warn_again(domain, interviews, domain.all_interviews())
    profiles = __('%r is introduced again; references go to the one in %s')
    _warn_again(domain, profiles, domain.all_profiles())


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
    typ, target = node['reftype'], node['reftarget']
    others = bibliography_of(cast('InterviewDomain', domain), app.builder).others
    if typ == 'cite' and target.partition('.')[0] in others:
        return True
    text = __('unknown interview:%s: %r%s')
    warn('reference', text, typ, target, hint(_ours(app.env), typ, target), location=node)
    return True


def setup(app: Sphinx) -> None:
    app.connect('env-before-read-docs', withdraw_labels)
    app.connect('env-updated', publish_labels)
    app.connect('env-updated', find_stale_pages)
    app.connect('warn-missing-reference', warn_unknown_target)
