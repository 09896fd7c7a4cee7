"""Which addresses a page may link to on behalf of a file that anybody may have written."""

from __future__ import annotations

import re
from typing import Final

_SCHEME: Final = re.compile(r'([^:/?#]*):')
_HARMLESS: Final = frozenset({'http', 'https', 'mailto'})
#: Browsers leave line ends and tabs out of an address, also inside of ``java\nscript:``.
_CONTROL: Final = re.compile('[\x00-\x1f\x7f-\x9f]')


def is_harmless(address: str) -> bool:
    """Whether *address* is relative, or one of the web or of mail."""
    if _CONTROL.search(address):
        return False
    scheme = _SCHEME.match(address.strip())
    return scheme is None or scheme[1].lower() in _HARMLESS
