"""What may be done with the words: a statement, an address, or both.

Sources: https://rightsstatements.org/page/1.0/, https://creativecommons.org/licenses/
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_ADDRESS: Final = re.compile(r'<?(https?://[^\s<>]+)>?$')
#: What those who publish the statements answer for.
_KEPT: Final = re.compile(r'https?://(?:www\.)?(?:creativecommons|rightsstatements)\.org/')
_CC: Final = re.compile(
    r'https?://(?:www\.)?creativecommons\.org/licenses/(by(?:-nc)?(?:-sa|-nd)?)/([1-4]\.[015])'
    r'(?:/([a-z]{2,3}))?(?:/(?:deed|legalcode)[\w.-]*)?/?'
)
_DOMAIN: Final = re.compile(
    r'https?://(?:www\.)?creativecommons\.org/publicdomain/(zero|mark)/1\.0'
    r'(?:/(?:deed|legalcode)[\w.-]*)?/?'
)
_STATEMENT: Final = re.compile(
    r'https?://(?:www\.)?rightsstatements\.org/(?:vocab|page)/([A-Za-z-]+)/1\.0/?(?:\?\S*)?'
)
#: A licence that is called by its name.
_CC_NAME: Final = re.compile(r'CC[ -](BY(?:-NC)?(?:-SA|-ND)?)[ -](\d\.\d)', re.IGNORECASE)
_CC0_NAME: Final = re.compile(r'CC0(?:[ -]1\.0)?', re.IGNORECASE)
_STATEMENTS: Final = {
    'InC': 'In Copyright',
    'InC-OW-EU': 'In Copyright – EU Orphan Work',
    'InC-EDU': 'In Copyright – Educational Use Permitted',
    'InC-NC': 'In Copyright – Non-Commercial Use Permitted',
    'InC-RUU': 'In Copyright – Rights-holder(s) Unlocatable or Unidentifiable',
    'NoC-CR': 'No Copyright – Contractual Restrictions',
    'NoC-NC': 'No Copyright – Non-Commercial Use Only',
    'NoC-OKLR': 'No Copyright – Other Known Legal Restrictions',
    'NoC-US': 'No Copyright – United States',
    'CNE': 'Copyright Not Evaluated',
    'UND': 'Copyright Undetermined',
    'NKC': 'No Known Copyright',
}


class Rights(NamedTuple):
    """Rights as they are known; empty where something isn't."""

    #: In the author's own words.
    statement: str
    address: str
    #: How those who publish the address call it.
    name: str

    @property
    def is_license(self) -> bool:
        """Whether the address is one of Creative Commons."""
        return bool(_CC.fullmatch(self.address) or _DOMAIN.fullmatch(self.address))


def parse_rights(text: str) -> Rights | None:
    """Read a statement, its address behind it, or one of both.

    None for an address that looks like one of the published statements, and is none.
    """
    if match := _CC_NAME.fullmatch(text):
        address = f'https://creativecommons.org/licenses/{match[1].lower()}/{match[2]}/'
        return Rights('', address, _name(address))
    if _CC0_NAME.fullmatch(text):
        return Rights('', 'https://creativecommons.org/publicdomain/zero/1.0/', 'CC0 1.0')
    match = _ADDRESS.search(text)
    if match is None:
        return Rights(text, '', '')
    address, statement = match[1], text[: match.start()].rstrip(' ,;:(–—-')
    name = _name(address)
    if not name and _KEPT.match(address):
        return None
    return Rights(statement, address, name or address.partition('://')[2].rstrip('/'))


def _name(address: str) -> str:
    """Return what a published statement is called; empty for any other address."""
    if match := _CC.fullmatch(address):
        return f'CC {match[1].upper()} {match[2]} {(match[3] or "").upper()}'.rstrip()
    if match := _DOMAIN.fullmatch(address):
        return 'CC0 1.0' if match[1] == 'zero' else 'Public Domain Mark 1.0'
    match = _STATEMENT.fullmatch(address)
    return _STATEMENTS.get(match[1], '') if match else ''
