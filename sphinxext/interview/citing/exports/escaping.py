"""Any text as a value of the formats that we write: one function for each."""

from __future__ import annotations

import json
import re
from typing import Any, Final

_TEX: Final = str.maketrans(
    {sign: f'\\{sign}' for sign in '&%$#_{}'}
    | {'~': r'\textasciitilde{}', '^': r'\textasciicircum{}', '\\': r'\textbackslash{}'}
)
#: Programs that read BibTeX count a brace behind a backslash too.
_LONE_BRACES: Final = _TEX | {ord('{'): r'\textbraceleft{}', ord('}'): r'\textbraceright{}'}
_NO_ADDRESS: Final = str.maketrans({sign: f'%{ord(sign):02X}' for sign in ' "<>\\^`{|}'})
_CONTROL: Final = re.compile('[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]')
#: What parts names and keywords of BibTeX, unless it stands in braces.
_PARTING: Final = re.compile(r',|\band\b', re.IGNORECASE)


def one_line(text: str) -> str:
    """Return *text* without line ends and control characters: a value of RIS."""
    return ' '.join(_CONTROL.sub('', text).split())


def bibtex_text(text: str) -> str:
    """Return *text* as words in a value of BibTeX."""
    line = one_line(text)
    return line.translate(_TEX if _is_balanced(line) else _LONE_BRACES)


def bibtex_part(text: str) -> str:
    """Return *text* as a part of a name, or as one keyword of several."""
    return f'{{{bibtex_text(text)}}}' if _PARTING.search(text) else bibtex_text(text)


def bibtex_address(address: str) -> str:
    """Return an address or a DOI as BibTeX has it, which escapes nothing there."""
    return one_line(address).translate(_NO_ADDRESS)


def _is_balanced(text: str) -> bool:
    depth = 0
    for sign in text:
        depth += (sign == '{') - (sign == '}')
        if depth < 0:
            return False
    return depth == 0


def script_json(data: Any) -> str:
    """Return *data* as JSON that may stand in a script of HTML, which nothing in it can end."""
    return json.dumps(data, ensure_ascii=False).replace('<', '\\u003c')
