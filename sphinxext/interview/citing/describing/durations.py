"""How long a conversation was."""

from __future__ import annotations

import re
from typing import Final

_CLOCK: Final = re.compile(r'(\d{1,3}):([0-5]\d):([0-5]\d)(?:[.,]\d+)?')
#: Source: ISO 8601, as far as hours, minutes and seconds go.
_ISO: Final = re.compile(r'PT(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?', re.IGNORECASE)


def parse_duration(text: str) -> int | None:
    """Return the seconds; None where two numbers may be hours or minutes, and for words."""
    match = _CLOCK.fullmatch(text.strip()) or _ISO.fullmatch(text.strip())
    if match is None:
        return None
    hours, minutes, seconds = (int(number or 0) for number in match.groups())
    return hours * 3600 + minutes * 60 + seconds


def iso_duration(seconds: int) -> str:
    """Return a duration as ISO 8601 has it: ``PT1H12M8S``."""
    minutes, rest = divmod(seconds, 60)
    parts = zip((*divmod(minutes, 60), rest), 'HMS', strict=True)
    return 'PT' + (''.join(f'{number}{unit}' for number, unit in parts if number) or '0S')
