"""How much is left out, and until when."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from sphinx.util import logging

from ...messages import __
from ...transcript.consent.editions import Embargo, today
from ..ours import ours

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

logger = logging.getLogger(__name__)


def find_ended(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Return the pages with an interview whose embargo has ended since they were read, or not yet."""
    now = today(os.environ)
    return [
        docname
        for docname, found in ours(env).data['withheld'].items()
        if any(one.until and Embargo.parse(one.until).holds(now) != one.is_closed for one in found)
    ]


def count(app: Sphinx, env: BuildEnvironment) -> None:
    """Say how much of the interviews is left out."""
    found = [one for some in ours(env).data['withheld'].values() for one in some]
    closed = sum(one.is_closed for one in found)
    parts = [one.passages for one in found if one.passages]
    if parts:
        text = __('%d restricted passages of %d interviews are left out')
        logger.info(text, sum(parts), len(parts))
    if closed:
        logger.info(__('%d interviews under embargo are left out'), closed)


def setup(app: Sphinx) -> None:
    app.connect('env-get-outdated', find_ended)
    app.connect('env-updated', count)
