"""What the extension says while it builds, and in which language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.locale import get_translation
from sphinx.util import logging

if TYPE_CHECKING:
    from docutils.nodes import Node

    from .transcript.model import Finding

    Location = Node | str | tuple[str, int | None] | None

logger = logging.getLogger('sphinxext.interview')

#: For words that readers see.
_ = get_translation('interview')
#: For messages to authors.
__ = get_translation('interview', 'console')

#: What each subtype of warning is about; `interview.<subtype>` in `suppress_warnings`.
#: The codes of a transcript's findings stand in `transcript.findings`.
SUBTYPES = {
    'config': 'A value in `conf.py` is none of the allowed ones; the default is used.',
    'directive': 'The directive’s options contradict each other or can’t be understood.',
    'duplicate': 'Two interviews have one name; references go to the first.',
    'quote': 'A quotation doesn’t say what the answer says that it names.',
    'quote_omission': 'What a quotation leaves out or puts in takes a negation away, or adds one.',
    'unreadable': 'A file isn’t there, or the system doesn’t let it be read.',
    'unsafe': 'A head or an option names a file outside the source directory, or an address that may run code; or a head asks for markup.',
    'reference': 'A role names an interview, question, answer or speaker that doesn’t exist.',
}


def warn(subtype: str, text: str, *args: object, location: Location = None) -> None:
    """Warn an author, as ``interview.<subtype>``."""
    logger.warning(text, *args, type='interview', subtype=subtype, location=location)


def fail(subtype: str, text: str, *args: object, location: Location = None) -> None:
    """Tell an author that something can't be shown at all."""
    logger.error(text, *args, type='interview', subtype=subtype, location=location)


def report(finding: Finding, location: str) -> None:
    """Pass on what a reader found in a transcript."""
    if finding.level == 'info':
        logger.info('%s: %s', location, finding.text)
        return
    say = fail if finding.level == 'error' else warn
    say(finding.code, '%s', finding.text, location=location)
