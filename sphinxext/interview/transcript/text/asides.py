"""What an editor says in an interview: notes in italics, footnotes, and closing lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ..layouts.blocks import Labelled, Text
from ..layouts.standouts import Standout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..layouts.choice import Laid

#: So many words in italics are no emphasis in speech.
_NOTE: Final = 8
#: From this share of paragraphs on, italics are how somebody's words are set.
_COMMON: Final = 0.1
#: How editors end what they publish.
_CLOSING = re.compile(
    r"""[*_\s(\[]*(?:
    (?:read|see|find|watch|listen\ to|hear|get|download)\s+(?:the|our|more|all|a)\s+(?:\w+\s+){0,3}
        (?:interview|conversation|transcript|episode|article|story|post|recording|podcast|video)s?
    | th(?:is|e)\ (?:interview|conversation|transcript|q&a|discussion)\ (?:has\ been|have\ been|was|is|were|
        originally|first)\b
    | (?:translated|edited|interviewed|photographed|transcribed|illustrated)\ by\b
    | (?:interview|photos?|images?|text|translation|illustrations?|transcription)\ by\b
    | (?:das|dieses)\ (?:interview|gespräch)\ (?:führte|führten|wurde|ist)\b
    | (?:disclaimer|contact|website|bio|about\ the\ author|further\ reading|resources)\b.{0,3}:
    | (?:\d{1,5}\ )?(?:comments?|replies|kommentare?|commentaires?|comentarios?)(?:\ \(\d{1,5}\))?\s*$
    | leave\ a\ (?:comment|reply)\b | share\ this\b
    | propos\ recueillis | entretien\ réalisé | entrevista\ realizada | intervista\ (?:di|a\ cura)\b
    | (?:译者|校对|作者|选题|本文由|via|编译自)\s?[:：]?
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_ATTRIBUTED = re.compile(r'[”"’»」.!?]\s{0,3}(?:[—–]|--)\s?[^\W\d_][^.!?—–]{2,60}$')
_WORD = re.compile(r'\w+')
#: So many characters hardly come back by chance.
_TELLING: Final = 24
_FOOTNOTE = re.compile(r'\s{0,3}\[\^[^\[\]\s]{1,40}\]:')


def pull_quotes(found: Sequence[Laid]) -> set[int]:
    """Return the lines of the quotations that an editor pulled out of the words around them.

    Their words stand in the text once more, or whose they are stands behind them.
    """
    quotations = [b for b in found if isinstance(b, Standout) and b.mark == 'quote']
    if not quotations:
        return set()
    said = ' '.join(_bare(b.text) for b in found if isinstance(b, Text))
    labelled = ' '.join(_bare(b.label.rest) for b in found if isinstance(b, Labelled))
    return {
        quotation.line
        for quotation in quotations
        if _ATTRIBUTED.search(quotation.text)
        or (len(words := _bare(quotation.text)) > _TELLING and words in f'{said} {labelled}')
    }


def _bare(text: str) -> str:
    return ' '.join(_WORD.findall(text.casefold()))


def is_closing(text: str) -> bool:
    """Whether last paragraphs are an editor's: ``Read the whole interview at …``."""
    return all(_CLOSING.match(paragraph) for paragraph in text.split('\n\n'))


def is_footnote(line: str) -> bool:
    """Whether a line of Markdown defines a footnote."""
    return '[^' in line[:5] and _FOOTNOTE.match(line) is not None


def continues_footnote(line: str) -> bool:
    """Whether a line below a blank one is a footnote's next paragraph. Source: Pandoc, “Footnotes”."""
    return line.startswith(('    ', '\t'))


def is_note_in_italics(block: Standout) -> bool:
    """Whether a paragraph is in italics as a whole, and longer than what somebody stresses."""
    return block.mark == 'italic' and not block.rest and len(block.text.split()) >= _NOTE


def has_notes_in_italics(found: Sequence[Laid]) -> bool:
    """Whether paragraphs in italics are an editor's notes: few are."""
    italic = sum(isinstance(block, Standout) and is_note_in_italics(block) for block in found)
    if not italic:
        return False
    blank = sum(isinstance(block, Text) and not block.text for block in found)
    return italic <= max(1, _COMMON * blank)
