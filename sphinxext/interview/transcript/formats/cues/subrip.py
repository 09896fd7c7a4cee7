"""SubRip (``.srt``) and YouTube's SBV (``.sbv``).

Neither has a specification. A SubRip cue is a number, a line ``HH:MM:SS,mmm --> HH:MM:SS,mmm``,
its text and a blank line; an SBV cue a line ``H:MM:SS.mmm,H:MM:SS.mmm``, its text and a blank line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...captions.cues import Captions, Cue
from .cuetext import spans
from .recoveries import Recoveries
from .timings import is_broken_timing, loose_timings

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...model import Line

    #: Start and end in seconds; None where the file has no number for them.
    Span = tuple[float | None, float | None]
    #: Returns the timings that a line holds, and whether they are in the usual form.
    Timings = Callable[[str], tuple[Span | None, bool]]

_SUBRIP = re.compile(
    r'([0-9]{2,3}):([0-5][0-9]):([0-5][0-9]),([0-9]{3}) --> '
    r'([0-9]{2,3}):([0-5][0-9]):([0-5][0-9]),([0-9]{3})(?:\s.*)?'
)
_SBV = re.compile(
    r'([0-9]{1,3}):([0-5][0-9]):([0-5][0-9])\.([0-9]{3}),'
    r'([0-9]{1,3}):([0-5][0-9]):([0-5][0-9])\.([0-9]{3})\s*'
)
#: What players understand inside the text beside tags: ends of lines,
_BREAK = re.compile(r'\\N|\[br\]')
#: and places on the screen and looks: ``{\\an8}``, ``{y:i}``.
_CODE = re.compile(r'\{(?:\\[^{}]{0,60}|[YyCcFfSsPp]:[^{}\s]{1,60})\}')


def read_subrip(lines: list[Line]) -> Captions:
    """Read SubRip."""
    return _read(lines, _subrip_timings, is_numbered=True)


def read_sbv(lines: list[Line]) -> Captions:
    """Read SBV."""
    return _read(lines, lambda line: (_timings(_SBV, line), True), is_numbered=False)


def starts_sbv(lines: list[Line]) -> bool:
    """Whether the first line starts a cue of SBV."""
    return _SBV.fullmatch(lines[0][1][:60]) is not None


def _timings(pattern: re.Pattern[str], line: str) -> tuple[float, float] | None:
    match = pattern.fullmatch(line)
    if match is None:
        return None
    h1, m1, s1, f1, h2, m2, s2, f2 = map(int, match.groups())
    return h1 * 3600 + m1 * 60 + s1 + f1 / 1000, h2 * 3600 + m2 * 60 + s2 + f2 / 1000


def _subrip_timings(line: str) -> tuple[Span | None, bool]:
    if '->' not in line:
        return None, True
    timings = _timings(_SUBRIP, line)
    if timings:
        return timings, True
    return loose_timings(line) or ((None, None) if is_broken_timing(line) else None), False


def _read(lines: list[Line], find: Timings, *, is_numbered: bool) -> Captions:
    recoveries = Recoveries()
    starts = []
    for index, (number, text) in enumerate(lines):
        timings, is_usual = find(text)
        if timings:
            starts.append((index, timings))
            if timings[0] is None:
                recoveries.recover('timings hold no times', number, text.strip())
            elif not is_usual:
                recoveries.recover('timings are not as usual', number, text.strip())
    bounds = [_bound(lines, index, recoveries, is_numbered=is_numbered) for index, _ in starts] or [
        len(lines)
    ]
    before = [line for line in lines[: bounds[0]] if line[1].strip()]
    if before:
        recoveries.drop(' '.join(text for _, text in before), before[0][0])
    cues = [
        cue
        for (index, (start, end)), stop in zip(starts, [*bounds[1:], len(lines)], strict=False)
        for cue in _cues(lines[index + 1 : stop], start, end, recoveries)
    ]
    return Captions(cues, tuple(recoveries.findings()), may_roll=True)


def _bound(lines: list[Line], index: int, recoveries: Recoveries, *, is_numbered: bool) -> int:
    """Return where a cue begins: at its number, if that stands above its timings."""
    above = lines[index - 1][1].strip() if index else ''
    has_number = is_numbered and above.isdigit()
    if is_numbered and not has_number:
        recoveries.recover('a cue has no number', lines[index][0])
    bound = index - has_number
    if bound and lines[bound - 1][1].strip():
        recoveries.recover('no blank line stands before a cue', lines[index][0])
    return bound


def _cues(
    lines: list[Line], start: float | None, end: float | None, recoveries: Recoveries
) -> list[Cue]:
    words = [(number, text.strip()) for number, text in lines]
    while words and not words[-1][1]:
        words.pop()
    if not words or (start is None and not any(c.isalnum() for _, text in words for c in text)):
        return []
    for number, text in words:
        if not text:
            recoveries.recover('a blank line stands inside the text of a cue', number)
            break
    line = next(number for number, text in words if text)
    text = '\n'.join(text for _, text in words if text)
    if '\\' in text or '{' in text or '[br]' in text:
        text = _CODE.sub('', _BREAK.sub('\n', text))
    found, _ = spans(text)
    return [Cue(start, end, text, line, voice) for voice, _, text in found]
