"""The order in which readers meet the documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.environment import BuildEnvironment


def listed(env: BuildEnvironment) -> list[str]:
    """Return the documents as the table of contents lists them."""
    seen: dict[str, None] = {}
    waiting = [env.config.root_doc]
    while waiting:
        docname = waiting.pop()
        if docname in env.found_docs and docname not in seen:
            seen[docname] = None
            waiting += reversed(env.toctree_includes.get(docname, []))
    return list(seen)


def reading_order(env: BuildEnvironment) -> Iterator[str]:
    """Yield the documents as the table of contents lists them, then the others."""
    seen = listed(env)
    yield from seen
    yield from sorted(env.found_docs.difference(seen))
