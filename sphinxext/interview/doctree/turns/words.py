"""Turns of literal words that make their paragraphs when somebody asks for them.

Words without markup mean nothing but themselves: what looks for references, images or footnotes in
a document finds none there. A long interview has tens of thousands of paragraphs, and a build walks
through all of them some forty times. As long as a turn is folded, its words are strings.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Self

from docutils import nodes
from docutils.nodes import Text

from ..folding import Foldable
from ..lean import BLIND, Attributes, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils.nodes import Element, Node, NodeVisitor

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


class Turn(Foldable):
    """A turn that may hold literal words as strings.

    What is folded are the fields of its `words`: tuples, for the garbage collector passes by those
    that hold nothing but strings and numbers.
    """

    __slots__ = ()

    @property
    def words(self) -> list[Words]:
        """The words, as long as it is folded."""
        return [*map(Words._make, self.folded or ())]

    @property
    def plain_words(self) -> list[Words]:
        """The words where it is folded, and none is a note or has a time; else nothing."""
        words = self.words
        return words if all(_UNSEEN.issuperset(one.given or ()) for one in words) else []

    def hold(self, words: Iterable[Words]) -> Self:
        """Hold *words*, and no other children."""
        return self.fold(tuple(map(tuple, words)))

    def made(self) -> list[Node]:
        return [one.paragraph(self) for one in self.words]

    def may_hold(self, wanted: type) -> bool:
        return _may_be(wanted, bool(self.actions))

    def may_have(self, attribute: str) -> bool:
        return bool(self.actions) or any(attribute in one.attributes for one in self.words)

    def walk(self, visitor: NodeVisitor) -> bool:
        is_blind = self.folded is not None and type(visitor) in BLIND
        return False if is_blind else super().walk(visitor)

    def walkabout(self, visitor: NodeVisitor) -> bool:
        is_blind = self.folded is not None and type(visitor) in BLIND
        return False if is_blind else super().walkabout(visitor)


@lru_cache(256)
def _may_be(wanted: type, has_actions: bool) -> bool:
    """Whether words that unfold may hold an instance of *wanted*.

    :param has_actions: whether names, numbers and times come in with them
    """
    if issubclass(paragraph, wanted) or issubclass(Text, wanted):
        return True
    return has_actions and any(issubclass(one, wanted) or issubclass(wanted, one) for one in _ADDED)
