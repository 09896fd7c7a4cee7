"""Tells whether time grows in proportion to what is worked on."""

from __future__ import annotations

import gc
import time
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Work = TypeVar('Work')

#: So long is a text.
SMALL = 12_000
#: What takes less is too little to be compared.
LEAST = 0.02


def seconds(work: Callable[[Work], object], on: Work) -> float:
    """Return what the processor took, without Python's collector.

    How long that takes depends on what the tests before have left in memory.
    """
    gc.disable()
    try:
        start = time.process_time()
        work(on)
        return time.process_time() - start
    finally:
        gc.enable()


def sizes(unit: str, frame: str = '{}') -> tuple[str, str]:
    """Return a text of repeated units, and one that is four times as long."""
    short, long = (frame.format((unit * size)[:size]) for size in (SMALL, 4 * SMALL))
    return short, long


def assert_linear(
    work: Callable[[Work], object], few: Work, many: Work, ratio: float = 12, about: object = ''
) -> None:
    """Check that four times as much takes less than *ratio* times as long.

    It may take four times as long, and some more on a busy machine, which is why the least of
    up to six measurements counts; quadratic time would be sixteen times as long.
    """
    short = long = float('inf')
    for _ in range(6):
        long = min(long, seconds(work, many))
        if long < LEAST:
            return
        short = min(short, seconds(work, few))
        if long < ratio * short:
            return
    raise AssertionError(f'{long:.3f} s of four times as much, {short:.3f} s before: {about}')
