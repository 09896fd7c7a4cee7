"""Conversations of made-up words: the same ones every time."""

from __future__ import annotations

import itertools
import random
from typing import NamedTuple

SYLLABLES = (
    'ba be bo da den dor fa fel ga gar hi il jo ka kel la lin lo ma mer mi na nel no'.split()
)
SYLLABLES += 'o pa per pol ra ren ri sa sel so ta ter to u va ven vi wa wel win ya za zor'.split()
#: As many different words as a book has; the first ones are said most.
VOCABULARY = 20_000
ASKS, ANSWERS = 'Ada Reader', 'Grace Keeper'


def _word(number: int) -> str:
    """Return the same word for the same number: frequent ones are short."""
    syllables = []
    while True:
        number, syllable = divmod(number, len(SYLLABLES))
        syllables.append(SYLLABLES[syllable])
        if not number:
            return ''.join(syllables)


WORDS = [_word(number) for number in range(VOCABULARY)]
#: Zipf's law: the word of rank n is said 1/n as often as the first.
WEIGHTS = list(itertools.accumulate(1 / rank for rank in range(1, VOCABULARY + 1)))


class Turn(NamedTuple):
    """What one of the two says, paragraph by paragraph."""

    speaker: str
    paragraphs: list[str]


def conversation(turns: int, seed: int = 1) -> list[Turn]:
    """Make *turns* turns, about 480 characters each, an answer in three paragraphs."""
    chance = random.Random(seed)  # noqa: S311
    return [_question(chance) if number % 2 == 0 else _answer(chance) for number in range(turns)]


def _question(chance: random.Random) -> Turn:
    return Turn(ASKS, [f'{_sentence(chance)}. {_sentence(chance)}?'])


def _answer(chance: random.Random) -> Turn:
    said = ['. '.join(_sentence(chance) for _ in range(3)) + '.' for _ in range(3)]
    said[1] = f'“{said[1]}” It isn’t "{_sentence(chance)}", you\'d say.'
    return Turn(ANSWERS, said)


def _sentence(chance: random.Random) -> str:
    return ' '.join(
        chance.choices(WORDS, cum_weights=WEIGHTS, k=chance.randint(10, 18))
    ).capitalize()


def transcript(turns: list[Turn]) -> str:
    """Write *turns* as the text that an editor has."""
    return '\n\n'.join(f'{turn.speaker}: ' + '\n\n'.join(turn.paragraphs) for turn in turns) + '\n'


def captions(count: int, seed: int = 1) -> str:
    """Write so many cues of three seconds as WebVTT, five in a row of each speaker."""
    chance = random.Random(seed)  # noqa: S311
    cues = (
        f'{_stamp(3 * number)} --> {_stamp(3 * number + 3)}\n'
        f'<v {ANSWERS if number // 5 % 2 else ASKS}>{_sentence(chance)}.</v>'
        for number in range(count)
    )
    return '\n\n'.join(['WEBVTT', *cues]) + '\n'


def _stamp(seconds: int) -> str:
    return f'{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.000'
