"""Labels for ``:ref:``, here and in other projects: every address that is still free."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, cast

from ..citations.bibliography import forget
from ..ours import ours
from ..targets import index_targets

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.domains.std import StandardDomain
    from sphinx.environment import BuildEnvironment


def _labels(env: BuildEnvironment) -> StandardDomain:
    return cast('StandardDomain', env.get_domain('std'))


def withdraw_labels(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Take back our labels before reading: an author's label of that name comes first."""
    forget(app.builder)
    std, domain = _labels(env), ours(env)
    old = domain.data.pop('old_labels', {})
    # Also of what this builder hides: another may have published it
    interviews = chain.from_iterable(domain.interviews.values())
    published = (index_targets([interview]).items() for interview in interviews)
    places = ((address, target[1:3]) for address, target in chain.from_iterable(published))
    for address, place in chain(old.items(), places):
        if std.anonlabels.get(address) == place:
            std.anonlabels.pop(address)
            std.labels.pop(address, None)


def publish_labels(app: Sphinx, env: BuildEnvironment) -> None:
    """Let ``:ref:`` find our addresses.

    Not ``note_hyperlink_target``, which can't be called in a fixed order in a parallel build.
    """
    std, domain = _labels(env), ours(env)
    for address, target in domain.targets.items():
        if address not in std.anonlabels:
            if address in domain.old_addresses:
                domain.data.setdefault('old_labels', {})[address] = (target.docname, target.anchor)
            std.anonlabels[address] = (target.docname, target.anchor)
            std.labels[address] = (target.docname, target.anchor, target.title)


def setup(app: Sphinx) -> None:
    app.connect('env-before-read-docs', withdraw_labels)
    app.connect('env-updated', publish_labels)
