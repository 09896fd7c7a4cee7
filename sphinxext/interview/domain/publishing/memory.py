"""What was read is no garbage: Python needn't look for any there, again and again, on every page."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def freeze(app: Sphinx, env: BuildEnvironment) -> None:
    """Have the garbage collector pass by all that there is, from the end of reading on."""
    if app.config.interview_freeze_memory:
        gc.collect()
        gc.freeze()


def unfreeze(app: Sphinx, exception: Exception | None) -> None:
    """Have it look at everything again, for the process may go on to something else."""
    if app.config.interview_freeze_memory:
        gc.unfreeze()


def setup(app: Sphinx) -> None:
    # After all that other extensions do at the end of reading
    app.connect('env-updated', freeze, priority=999)
    app.connect('build-finished', unfreeze)
