"""Turns of literal words that make their paragraphs when somebody asks for them.

Words without markup mean nothing but themselves: what looks for references, images or footnotes in
a document finds none there. A long interview has tens of thousands of paragraphs, and a build walks
through all of them some forty times. As long as a turn is folded, its words are strings.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar, Final, NamedTuple, Self

from docutils import nodes
from docutils.nodes import Text

from ..folding import Foldable
from ..lean import Attributes, paragraph
from .visiting import Unvisited

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from docutils.nodes import Element, Node

    Lender = Callable[['Turn'], list[Node] | None]

#: Whether a document has turns, in the temporary data of the environment.
HAS_TURNS: Final = 'interview_turns'
#: Attributes of paragraphs that no reader sees.
_UNSEEN: Final = frozenset({'support_smartquotes', 'tags', 'heard'})
#: What names, numbers, times and the paragraphs for them are.
_ADDED: Final = nodes.inline, nodes.strong, nodes.paragraph


class Words(NamedTuple):
    """A paragraph of literal words."""

    #: The words as a message for translators.
    source_text: str
    text: str
    source: str | None
    line: int | None
    #: The attributes of the paragraph, if it has any.
    given: dict[str, Any] | None

    @property
    def attributes(self) -> dict[str, Any]:
        return self.given or {}

    @property
    def classes(self) -> Sequence[str]:
        found: Sequence[str] = self.attributes.get('classes', ())
        return found

    def now(self, paragraph: Element) -> Words:
        """Return them as they are in *paragraph*, which was made of them."""
        return self._replace(text=paragraph.astext())

    def paragraph(self, parent: Element | None) -> paragraph:
        """Make the paragraph."""
        made = object.__new__(paragraph)
        made.rawsource, made.source, made.line = self.source_text, self.source, self.line
        made.parent, made.attributes = parent, Attributes(self.attributes)
        made.attributes.own_lists()
        made.children = []
        if self.text:
            words = Text(self.text)
            words.parent = made
            made.children.append(words)
        return made


class Turn(Foldable, Unvisited):
    """A turn that may hold literal words as strings.

    What is folded are the fields of its `words`: tuples, for the garbage collector passes by those
    that hold nothing but strings and numbers.
    """

    __slots__ = ()

    #: See `lend`.
    lender: ClassVar[Lender | None] = None

    @property
    def words(self) -> list[Words]:
        """The words, as long as it is folded."""
        return [*map(Words._make, self.folded or ())]

    @property
    def texts(self) -> list[str]:
        """The text of each paragraph, as long as it is folded."""
        return [text for _, text, *_ in self.folded or ()]

    @property
    def plain_texts(self) -> list[str]:
        """The texts of its paragraphs where it is folded, and none is a note or has a time; else nothing."""
        texts = []
        for _, text, _, _, given in self.folded or ():
            if given and not _UNSEEN.issuperset(given):
                return []
            texts.append(text)
        return texts

    def hold(self, words: Iterable[Words]) -> Self:
        """Hold *words*, and no other children."""
        return self.fold(tuple(map(tuple, words)))

    def lent(self) -> list[Node] | None:
        return None if Turn.lender is None else Turn.lender(self)

    def made(self) -> list[Node]:
        return [one.paragraph(self) for one in self.words]

    def may_hold(self, wanted: type) -> bool:
        return may_be(wanted, has_actions=bool(self.actions))

    def may_have(self, attribute: str) -> bool:
        return bool(self.actions) or any(
            given and attribute in given for *_, given in self.folded or ()
        )

    def visited(self) -> list[Node]:
        return super().visited() if self.folded is None else []


def lend(lender: Lender | None) -> None:
    """Show folded turns otherwise to those who come next and keep nothing.

    :param lender: returns what they see instead of paragraphs, or None; None for paragraphs again
    """
    Turn.lender = lender and staticmethod(lender)


@lru_cache(256)
def may_be(wanted: type | tuple[type, ...], *, has_actions: bool) -> bool:
    """Whether words that unfold may hold an instance of *wanted*.

    :param has_actions: whether names, numbers and times come in with them
    """
    if isinstance(wanted, tuple):
        return any(may_be(one, has_actions=has_actions) for one in wanted)
    if issubclass(paragraph, wanted) or issubclass(Text, wanted):
        return True
    return has_actions and any(issubclass(one, wanted) or issubclass(wanted, one) for one in _ADDED)
