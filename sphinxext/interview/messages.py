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
#: The codes of a transcript's findings are in `transcript.findings`.
SUBTYPES = {
    'ambiguous': 'Several people have answered the question that a reference to “the answer” names, or several people say the words of a quotation.',
    'consent': 'A recording, a file or a page of another build may contain words that the public edition leaves out; or an embargo isn’t understood.',
    'config': 'A value in `conf.py` isn’t allowed; the default is used.',
    'directive': 'The directive’s options contradict each other or can’t be understood.',
    'duplicate': 'Two interviews have the same name, or a speaker is introduced twice; references go to the first.',
    'folder': 'A folder has two files for one page, or its table or a file with metadata says something that can’t be understood.',
    'name': 'A speaker’s name doesn’t show which of its words is the family name; this is only information.',
    'project': 'The file of another project’s interviews can’t be read, or an earlier copy of it is used.',
    'permalink': 'A published address no longer leads to the words that it was published for, or the file of published addresses can’t be read.',
    'quote': 'The words of a quotation aren’t in the answer that it names.',
    'quote_omission': 'An omission or an addition in a quotation removes a negation or adds one, or more than a paragraph is left out.',
    'translation': 'An interview and its translation don’t match in their exchanges or speakers, or the language of one isn’t known.',
    'unreadable': 'A file doesn’t exist, the system doesn’t let it be read, or it can’t be a page.',
    'unsafe': 'A head or an option names a file outside the source directory, or an address that may run code; or a head asks for markup.',
    'reference': 'A role or an excerpt names an interview, question, answer or speaker that doesn’t exist.',
    'role': 'The text of a role doesn’t have the form that the role needs; it is shown as it is.',
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
