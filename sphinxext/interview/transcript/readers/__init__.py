"""Readers: each turns a family of formats into a Transcript."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .text import read_text

if TYPE_CHECKING:
    from ..model import Line, Markup, Paragraphs, Speaker, Transcript


def read(
    lines: list[Line],
    *,
    markup: Markup = 'literal',
    paragraphs: Paragraphs = 'auto',
    people: tuple[Speaker, ...] = (),
) -> Transcript:
    """Read a transcript.

    :param lines: numbered as in the file
    :param markup: how the words are written
    :param paragraphs: what ends a paragraph of literal text: a blank line, or each line's end
    :param people: the declared speakers; without any, speakers are inferred
    """
    return read_text(lines, markup=markup, paragraphs=paragraphs, people=people)
