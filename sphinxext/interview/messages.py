"""What the extension says while it builds, and in which language."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.locale import get_translation, get_translator
from sphinx.util import logging

if TYPE_CHECKING:
    from collections.abc import Callable

    from docutils.nodes import Node
    from sphinx.application import Sphinx

    from .transcript.model import Finding

    Location = Node | str | tuple[str, int | None] | None

logger = logging.getLogger('sphinxext.interview')

_CATALOG = 'interview'
_LOCALE = Path(__file__).parent / 'locale'
#: For words that readers see. What it gives before `setup` isn't text yet: see `Worded`.
_ = get_translation(_CATALOG)
#: For messages to authors.
__ = get_translation(_CATALOG, 'console')


def ngettext(one: str, several: str, number: int) -> str:
    """Return the message to authors that fits a *number*, which is to be put into it."""
    return get_translator(_CATALOG, 'console').ngettext(one, several, number)


class Worded:
    """An attribute of a class: words in the language of the build that asks for them."""

    def __init__(self, say: Callable[[], str]) -> None:
        self.say = say

    def __get__(self, instance: object, owner: type) -> str:
        return str(self.say())


#: What each subtype of warning is about; `interview.<subtype>` in `suppress_warnings`.
#: The codes of a transcript's findings stand in `transcript.findings`.
SUBTYPES = {
    'ambiguous': 'A reference to “the answer” names a question that several people have answered, or several people say the words of a quotation.',
    'consent': 'What the public edition leaves out may be found elsewhere: in a recording, a file, a page of another build; or an embargo isn’t understood.',
    'config': 'A value in `conf.py` is none of the allowed ones; the default is used.',
    'directive': 'The directive’s options contradict each other or can’t be understood.',
    'duplicate': 'Two interviews have one name, or a speaker is introduced twice; references go to the first.',
    'folder': 'A folder has two files for one page, or its table or a file with metadata says what can’t be understood.',
    'name': 'A speaker’s name doesn’t tell which of its words is the family name; this is an information.',
    'project': 'What another project has published of its interviews can’t be read, or is that of last time.',
    'permalink': 'A published address no longer leads to the words that it led to, or the file that keeps them can’t be read.',
    'quote': 'A quotation doesn’t say what the answer says that it names.',
    'quote_omission': 'What a quotation leaves out or puts in takes a negation away, or adds one; or it leaves out more than a paragraph.',
    'translation': 'An interview and its translation don’t match in their exchanges or speakers, or the language of one isn’t known.',
    'unreadable': 'A file isn’t there, the system doesn’t let it be read, or it can’t be a page.',
    'unsafe': 'A head or an option names a file outside the source directory, or an address that may run code; or a head asks for markup.',
    'reference': 'A role or an excerpt names an interview, question, answer or speaker that doesn’t exist.',
    'role': 'What stands in a role hasn’t the form that the role wants; it is shown as it is.',
}


def warn(subtype: str, text: str, *args: object, location: Location = None) -> None:
    """Warn an author in one line, as ``interview.<subtype>``."""
    line = _one_line(text, *args)
    logger.warning('%s', line, type='interview', subtype=subtype, location=location)


def fail(subtype: str, text: str, *args: object, location: Location = None) -> None:
    """Tell an author that something can't be shown at all."""
    line = _one_line(text, *args)
    logger.error('%s', line, type='interview', subtype=subtype, location=location)


def inform(subtype: str, text: str, *args: object, location: str) -> None:
    """Tell an author in one line of something that may be right."""
    logger.info('%s: %s [interview.%s]', location, _one_line(text, *args), subtype)


def _one_line(text: str, *args: object) -> str:
    """Put *args* into *text*, whatever they are."""
    return ' '.join((text % args).splitlines())


def report(finding: Finding, location: str) -> None:
    """Pass on what a reader found in a transcript."""
    if finding.level == 'info':
        logger.info('%s: %s', location, finding.text)
        return
    say = fail if finding.level == 'error' else warn
    say(finding.code, '%s', finding.text, location=location)


def setup(app: Sphinx) -> None:
    app.add_message_catalog(_CATALOG, str(_LOCALE))
