"""Words that an archive marks up one by one, put together as people write them."""

from __future__ import annotations

import re

#: A blank that no text has, between two elements of whole words; no XML holds this sign.
_SOFT = '\0'
#: Here no blank is, says the file.
_GLUE = '\x01'
_RUN = re.compile(r'[\0\s]+')
_GLUED = re.compile(r'[\0 ]?\x01[\0 ]?')
_CLOSING = re.compile(r'\0(?=[.,;:!?…)\]}»”’%‚、。，！？])')
_OPENING = re.compile(r'(?<=[(\[{«“„‘¿¡])\0')
#: ``l’`` before a word of French or Italian, ``n’t`` and ``’s`` behind one of English.
_ELISION = re.compile(r"\b([cdjlmnst]|qu|un|dell|all|nell)(['’])\0", re.IGNORECASE)
_CONTRACTION = re.compile(r"\0(?=(?:n['’]t|['’](?:s|re|ve|ll|d|m))\b)", re.IGNORECASE)
_DENSE = re.compile(r'(?<=[\u2e80-\u9fff\uf900-\ufaff])\0(?=[\u2e80-\u9fff\uf900-\ufaff])')


class SpokenWords:
    """Words in the making; two elements of whole words are two words, even without a blank."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._is_after_word = False

    def __bool__(self) -> bool:
        return any(not piece.isspace() and piece not in {_SOFT, _GLUE} for piece in self._pieces)

    def add(self, text: str) -> None:
        """Add text as it stands; between elements of whole words, white space is layout."""
        if self._is_after_word and text.isspace():
            self._pieces.append(_SOFT)
            return
        self._pieces.append(text)
        self._is_after_word = False

    def start_word(self, *, is_joined: bool = False) -> None:
        """Note that an element of whole words starts; *is_joined*: to what stands before."""
        if self._is_after_word:
            self._pieces.append(_SOFT)
        if is_joined:
            self._pieces.append(_GLUE)

    def end_word(self, *, is_joined: bool = False) -> None:
        """Note that an element of whole words ends; *is_joined*: to what stands behind."""
        if is_joined:
            self._pieces.append(_GLUE)
        self._is_after_word = True

    def text(self) -> str:
        """Return the words, with single blanks between them."""
        text = ''.join(self._pieces)
        text = _RUN.sub(lambda run: _SOFT if _SOFT in run[0] else ' ', text)
        if _SOFT in text or _GLUE in text:
            text = _ELISION.sub(r'\1\2', _GLUED.sub('', text))
            for pattern in (_CLOSING, _OPENING, _CONTRACTION, _DENSE):
                text = pattern.sub('', text)
        return text.replace(_SOFT, ' ').strip()
