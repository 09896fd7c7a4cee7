"""Where on the earth a conversation took place."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_PAIR: Final = re.compile(r'([-+]?\d{1,3}(?:\.\d+)?)\s*[,;]\s*([-+]?\d{1,3}(?:\.\d+)?)')


class Coordinates(NamedTuple):
    """Degrees of WGS 84, north and east."""

    latitude: float
    longitude: float

    def __str__(self) -> str:
        return f'{self.latitude:.7g}, {self.longitude:.7g}'

    @property
    def written(self) -> str:
        """As readers see them: ``59.9139° N, 10.7522° E``."""
        north = 'S' if self.latitude < 0 else 'N'
        east = 'W' if self.longitude < 0 else 'E'
        return f'{abs(self.latitude):.7g}° {north}, {abs(self.longitude):.7g}° {east}'


def parse_coordinates(text: str) -> Coordinates | None:
    """Read latitude and longitude in decimal degrees; None if there is no such place."""
    match = _PAIR.fullmatch(text.strip())
    if match is None:
        return None
    found = Coordinates(float(match[1]), float(match[2]))
    return found if abs(found.latitude) <= 90 and abs(found.longitude) <= 180 else None
