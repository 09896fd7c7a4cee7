"""A line of a Word document: its words, and its looks as the reader of text understands them.

Three signs stand beside the words, of which two no XML can hold: ``*`` marks what is bold or italic,
another stands for an asterisk that somebody wrote, and a third starts an editor's note.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

#: An asterisk of the words.
ASTERISK: Final = '\x01'
#: Words of the document that are in another file of the archive, perhaps in another format.
INSERTED: Final = 'inserted documents'
_NOTE: Final = '[\x02'
_WORDS: Final = str.maketrans({'*': None, ASTERISK: '*', '\x02': None})


class WordLine(str):
    """The words of a line, without marks.

    So the head of a document and the options that choose a part of it know nothing of looks.
    """

    __slots__ = ('marked', 'unshown')

    #: The same words with the marks.
    marked: str
    #: What stands in the paragraph and isn't shown, as an editor calls it.
    unshown: frozenset[str]

    def __new__(cls, marked: str, unshown: Iterable[str] = ()) -> Self:
        line = super().__new__(cls, without_marks(marked))
        line.marked = marked
        line.unshown = frozenset(unshown)
        return line

    def rewritten(self, change: Callable[[str], str]) -> Self:
        """Return the line as *change* makes its words, with its marks.

        Where marks stand inside of what is changed, the words count, and lose them.
        """
        marked, words = change(self.marked), change(str(self))
        if without_marks(marked) == words:
            return type(self)(marked, self.unshown)
        literal = words.replace('*', ASTERISK)
        return type(self)(
            literal.replace('[', _NOTE, 1) if is_note(self.marked) else literal, self.unshown
        )


def as_note(text: str) -> str:
    """Return an editor's note as a line that nothing takes for words of somebody."""
    return f'{_NOTE}{" ".join(text.split()).replace("[", "(").replace("]", ")")}]'


def is_note(text: str) -> bool:
    """Whether a paragraph is such a note."""
    return text.startswith(_NOTE)


def as_markup(text: str) -> str:
    """Return a line for a reader of markup: the author's asterisks are marks, too."""
    return text.replace(ASTERISK, '*').replace(_NOTE, '[')


def without_marks(text: str) -> str:
    """Return the words as they stand in the document."""
    return text.translate(_WORDS)
