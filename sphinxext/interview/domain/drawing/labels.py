"""Where the names of places stand on a map, so that none covers another or a mark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from .marks import percent, shape

if TYPE_CHECKING:
    from collections.abc import Sequence

#: About the size of a letter, in pixels.
_LETTER, _LINE = 7.0, 16.0
#: From the middle of a mark to its label.
_AWAY: Final = 15.0
#: The width of a map on a telephone.
_NARROW: Final = 300


class Label(NamedTuple):
    """A name beside a point, which is given as parts of width and height."""

    x: float
    y: float
    text: str


class _Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def covers(self, other: _Box) -> bool:
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


def laid_out(labels: Sequence[Label], width: int, ratio: float) -> list[str]:
    """Return each label as SVG; empty where there is no room for it.

    One that has room only on a wide map says so.

    :param ratio: the height of the map by its width
    """
    narrow, wide = (_sides(labels, size, size * ratio) for size in (_NARROW, width))
    return [
        _shape(label, on_wide, is_wide=on_narrow != on_wide) if on_wide else ''
        for label, on_narrow, on_wide in zip(labels, narrow, wide, strict=True)
    ]


def _sides(labels: Sequence[Label], width: float, height: float) -> list[str]:
    """Return the side of each point on which its label has room; empty where there is none."""
    taken = [_around(label.x * width, label.y * height) for label in labels]
    sides = []
    for number, label in enumerate(labels):
        x, y, length = label.x * width, label.y * height, len(label.text) * _LETTER
        boxes = {
            'right': _Box(x + _AWAY, y - _LINE / 2, x + _AWAY + length, y + _LINE / 2),
            'left': _Box(x - _AWAY - length, y - _LINE / 2, x - _AWAY, y + _LINE / 2),
        }
        others = taken[:number] + taken[number + 1 :]
        side = next(
            (
                side
                for side, box in boxes.items()
                if box.left >= 0 and box.right <= width and not any(map(box.covers, others))
            ),
            '',
        )
        if side:
            taken.append(boxes[side])
        sides.append(side)
    return sides


def _around(x: float, y: float) -> _Box:
    return _Box(x - _AWAY, y - _AWAY, x + _AWAY, y + _AWAY)


def _shape(label: Label, side: str, *, is_wide: bool) -> str:
    return shape(
        'text',
        label.text,
        x=percent(label.x),
        y=percent(label.y),
        dx=_AWAY if side == 'right' else -_AWAY,
        dy='.35em',
        text_anchor='start' if side == 'right' else 'end',
        class_='interview-label interview-wide' if is_wide else 'interview-label',
    )
