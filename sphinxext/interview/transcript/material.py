"""What the reader of a format is given."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from .model import Line, Markup, Paragraphs, Questions, Speaker


class Material(NamedTuple):
    """A transcript's lines, and what the author says of them."""

    #: Numbered as in the file.
    lines: list[Line]
    #: The declared speakers; without any, speakers are inferred.
    people: tuple[Speaker, ...] = ()
    #: How the words are written.
    markup: Markup = 'literal'
    #: What ends a paragraph: of literal text a blank line, or each line's end; of captions a long
    #: silence, or (`line`) each sentence's end.
    paragraphs: Paragraphs = 'auto'
    #: What the questions of a text are: paragraphs with a label, or paragraphs that stand out.
    questions: Questions = 'auto'
