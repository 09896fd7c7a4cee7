"""Pseudonyms in all that Sphinx reads, before anything is made of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...transcript.consent.editions import pseudonyms

#: Of reST, and of MyST.
_ROLE = re.compile(r'(?::interview:[\w:]{1,20}:|\{interview:[\w:]{1,20}\})`[^`]{1,2000}`')

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx.application import Sphinx

    from ...transcript.consent.pseudonyms import Pseudonyms


def hidden(app: Sphinx) -> Pseudonyms:
    """Return the names that this build hides."""
    return pseudonyms(app.config.interview_edition, app.config.interview_speakers)


def hide_in_source(app: Sphinx, docname: str, content: list[str]) -> None:
    """Put pseudonyms into a document; interviews in it are looked at once more."""
    content[0] = _hide(hidden(app), content[0])


def hide_in_include(app: Sphinx, path: Path, docname: str, content: list[str]) -> None:
    """Put pseudonyms into what a document includes."""
    content[0] = _hide(hidden(app), content[0])


def _hide(names: Pseudonyms, text: str) -> str:
    """Return *text* with pseudonyms in prose, and in the addresses that our roles name."""
    return _ROLE.sub(lambda role: names.hide(role[0]), names.hide_words(text))


def listen(app: Sphinx, *others: object) -> None:
    """Look at sources only where names are hidden: Sphinx reads included files in another way then."""
    if hidden(app):
        # Before whatever looks for words in them
        app.connect('source-read', hide_in_source, priority=100)
        app.connect('include-read', hide_in_include, priority=100)


def setup(app: Sphinx) -> None:
    app.connect('config-inited', listen, priority=900)
