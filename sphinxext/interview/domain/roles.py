"""Roles that refer to interviews and their parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.roles import XRefRole

from ..transcript.slugs import slugify

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx.environment import BuildEnvironment


class AddressRole(XRefRole):
    """Refers to ``interview``, ``interview.slug`` or ``interview.slug.speaker-slug``.

    A leading ``~`` shortens the text of a link to an answer to its question.
    """

    def __init__(self) -> None:
        super().__init__(lowercase=True, innernodeclass=nodes.inline, warn_dangling=True)

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


class SpeakerRole(XRefRole):
    """Refers to a speaker by full name."""

    def __init__(self) -> None:
        super().__init__(innernodeclass=nodes.inline, warn_dangling=True)

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
