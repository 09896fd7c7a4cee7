"""Is this what was said? Quotations compared with the words of a turn, in linear time.

A quotation is a row of pieces. Before each there may stand more in the turn: any number of tokens where
the editor left something out, a few where a bracket replaces or explains, else none.

Each run of pieces without an omission is put where it *ends first*, behind the run before it. That is
enough: if the runs can be placed in any way, moving the first to where it ends first leaves at least
as many words to the others, and so on; where one has no place then, none of the ways has.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from .conventions import Token, cleaned, simple_tokens, tokens
from .negation import turns_round
from .said import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .said import Place

#: At the ends of a quotation, and beside an omission, these may differ.
_SOFT: Final = frozenset(".,;:'-")
_SOFT_OR_BLANK: Final = ''.join(_SOFT) + ' '
#: How many tokens a bracket may stand for.
_REACH: Final = 10
#: Each bracket may cost a walk through the turn. With more of them, nothing is a quotation.
_MOST: Final = 24


class Piece(NamedTuple):
    """Words that stand together."""

    words: tuple[str, ...]
    #: Whether the first letter may be of either case.
    recased: bool
    #: How many tokens may stand before it that the quotation hasn't; None is any number.
    reach: int | None
    #: What the quotation has in their place.
    instead: tuple[str, ...]


class Quotation:
    """A quotation, taken apart."""

    def __init__(self, text: str) -> None:
        self.pieces: list[Piece] = []
        #: What happened, by the quotation, while it was said.
        self.events: set[str] = set()
        self.brackets = 0
        self._text = cleaned(text)
        #: What the editor put behind the last words.
        self.last: list[str] = []
        if simple := simple_tokens(self._text):
            is_soft = simple[-1] in _SOFT
            self.pieces = [Piece(tuple(simple[: len(simple) - is_soft]), True, None, ())]
        else:
            self._take_apart()
        #: The longest of the `plain` words; empty if there is none.
        self.longest = max(self.plain, key=len, default='')

    def _take_apart(self) -> None:
        words: list[Token] = []
        reach: int | None = None
        instead: list[str] = []
        for token in (*tokens(self._text), Token('omission', '')):
            if token.kind in {'omission', 'bracket', 'recased'}:
                omits = token.kind == 'omission'
                if piece := _piece(words, reach, instead, omits=omits, first=not self.pieces):
                    self.pieces.append(piece)
                    reach, instead = 0, []
                words = []
            if token.kind == 'omission':
                reach = None
            elif token.kind == 'event':
                self.events.add(token.text)
            elif token.kind == 'bracket':
                reach = None if reach is None else _REACH
                unmarked = token.text.replace('[', '').replace(']', '')
                instead += [word.text for word in tokens(unmarked)]
                self.brackets += 1
            elif token.kind != 'remark':
                words.append(token)
                self.brackets += token.kind == 'recased'
        self.last = instead

    @property
    def plain(self) -> list[str]:
        """Words without which a text, `cleaned`, doesn't say so."""
        return [w for p in self.pieces for w in p.words[p.recased :] if w.isalpha()]

    @property
    def verbatim(self) -> list[str]:
        """What a text, `cleaned`, has that says so word by word; empty if an editor has changed anything.

        So it starts and ends with a letter, which is the first and the last of a word.
        """
        text = self._text.strip(_SOFT_OR_BLANK)
        if not self.longest or len(self.pieces) > 1 or self.brackets or self.events:
            return []
        words, recased, *_ = self.pieces[0]
        is_whole = text.startswith(words[0]) and text.endswith(words[-1])
        if not (is_whole and text[0].isalpha() and text[-1].isalpha()):
            return []
        other = text[0].swapcase() + text[1:]
        return [text, other] if recased and len(other) == len(text) else [text]


def _piece(
    words: list[Token], reach: int | None, instead: Sequence[str], *, omits: bool, first: bool
) -> Piece | None:
    """Make a piece, without the marks that may differ beside an omission; None if nothing is left."""
    start, end = 0, len(words)
    while omits and end and words[end - 1].text in _SOFT:
        end -= 1
    while reach is None and start < end and words[start].text in _SOFT:
        start += 1
    if start == end:
        return None
    kind = words[start].kind
    recased = kind == 'recased' or (first and kind == 'word')
    return Piece(tuple(word.text for word in words[start:end]), recased, reach, tuple(instead))


#: A negation is lost or added; a whole paragraph is left out, or more.
Doubt = Literal['negation', 'paragraphs']
#: Where the pieces of a run stand.
_Places = tuple[int, ...]
#: Between which tokens a turn has more or other words, and what the quotation has there.
_Gap = tuple[int, int, Sequence[str]]


class Match(NamedTuple):
    """Where a turn says the words of a quotation."""

    #: The paragraphs of the turn.
    paragraphs: Sequence[str]
    #: Where the quotation starts and ends; None of a token that stands in a bracket.
    first: Place | None
    last: Place | None
    #: What to think of once more before this is published.
    doubt: Doubt | None = None


def _match(quotation: Quotation, said: Said, places: _Places, language: str) -> Match:
    end = places[-1] + len(quotation.pieces[-1].words)
    gaps = list(_gaps(quotation, said, places, end))
    doubt = _doubt(said, gaps, language) if gaps else None
    return Match(said.paragraphs, said.place(places[0]), said.place(end - 1), doubt)


def _doubt(said: Said, gaps: Sequence[_Gap], language: str) -> Doubt | None:
    if any(turns_round(_beside(said, *gap), put_in, language) for *gap, put_in in gaps):
        return 'negation'
    number = said.paragraph_of
    spans = (number(end) - number(start - 1) for start, end, _ in gaps)
    return 'paragraphs' if any(span > 1 for span in spans) else None


def _gaps(quotation: Quotation, said: Said, places: _Places, end: int) -> Iterator[_Gap]:
    pieces = quotation.pieces
    if pieces[0].instead:
        yield said.sentence_start(places[0], _REACH), places[0], pieces[0].instead
    for (start, piece), (behind, after) in pairwise(zip(places, pieces, strict=True)):
        if start + len(piece.words) < behind or after.instead:
            yield start + len(piece.words), behind, after.instead
    if quotation.last:
        yield end, said.clause_end(end, len(quotation.last) + 1), quotation.last


def _beside(said: Said, start: int, end: int) -> Sequence[str]:
    """Return what is left out of sentences that are quoted: whole ones between may deny what they like."""
    words = said.words(start, end)
    ends = [place for place in range(start, end) if said.ends_sentence(place)]
    return [*words[: ends[0] - start], *words[ends[-1] + 1 - start :]] if ends else words


def find(quotation: Quotation, said: Said, language: str = '') -> Match | None:
    """Return where a turn says the words of a quotation, or None.

    The first letter may be of either case, and a full stop or comma at the end may differ.

    :param language: of the turn, which says what denies in it
    """
    pieces = quotation.pieces
    if not any(_SPOKEN.search(word) for piece in pieces for word in piece.words):
        return None
    happened = all(any(e[:5] in event for event in said.events) for e in quotation.events)
    if quotation.brackets > _MOST or not happened:
        return None
    starts = [number for number, piece in enumerate(pieces) if piece.reach is None]
    places: _Places = ()
    end = 0
    for first, last in pairwise([*starts, len(pieces)]):
        run = pieces[first:last]
        found = next(_runs(run, said, end), None)
        if found is None:
            return None
        places += found
        end = found[-1] + len(run[-1].words)
    return _match(quotation, said, places, language)


_SPOKEN: Final = re.compile(r'\w')


def _runs(run: Sequence[Piece], said: Said, start: int) -> Iterator[_Places]:
    """Yield where a run stands from *start* on, by its end."""
    found: Iterator[_Places] = ((place,) for place in said.find(run[0], start))
    for before, piece in pairwise(run):
        found = _joined(found, len(before.words), piece, said, start)
    return found


def _joined(
    before: Iterator[_Places], length: int, piece: Piece, said: Said, start: int
) -> Iterator[_Places]:
    """Yield the places of *before* with that of the next piece, if it is near enough.

    Of the places before, the last is the nearest; so each is looked at once.
    """
    latest: _Places | None = None
    upcoming = next(before, None)
    for place in said.find(piece, start):
        while upcoming is not None and upcoming[-1] + length <= place:
            latest, upcoming = upcoming, next(before, None)
        if latest is not None and place - latest[-1] - length <= (piece.reach or 0):
            yield (*latest, place)


def is_said(quotation: str, turn: str) -> bool:
    """Whether a *turn* holds the words of a *quotation*, its parts in their order."""
    return find(Quotation(quotation), Said(turn)) is not None


def verdict(quotation: str, turn: str, language: str = 'en') -> bool | Literal['warn']:
    """Whether a *turn* says so; ``'warn'`` where that is doubtful, see `Match.doubt`."""
    match = find(Quotation(quotation), Said(turn), language)
    return 'warn' if match and match.doubt else match is not None
