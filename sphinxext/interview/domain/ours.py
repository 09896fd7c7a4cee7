"""The domain of the project that is built."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from . import InterviewDomain


def ours(env: BuildEnvironment) -> InterviewDomain:
    """Return the domain, of whose class only the type is known where it is asked for."""
    return cast('InterviewDomain', env.get_domain('interview'))
