"""What builders can do with what we write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sphinx.builders import Builder

#: Their pages have addresses of their own.
WITH_PAGES: Final = frozenset({'html', 'dirhtml'})
#: Their readers can follow a link to a file.
WITH_FILES: Final = WITH_PAGES | {'singlehtml'}
#: They write all documents each time, into few files.
WHOLE: Final = frozenset({'latex', 'man', 'singlehtml', 'texinfo'})


def marks_words(builder: Builder) -> bool:
    """Whether links may ask for words: those that a browser follows."""
    return builder.format == 'html' and builder.name != 'epub'
