"""Records in the formats that reference managers read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..csl.writing import csl_json
from .bibtex import biblatex, bibtex
from .ris import ris

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ..record import Record

#: Formats by name, with the ends of their files' names.
FORMATS: Final[dict[str, tuple[str, Callable[[Iterable[Record]], str]]]] = {
    'bibtex': ('.bib', bibtex),
    'biblatex': ('.biblatex.bib', biblatex),
    'ris': ('.ris', ris),
    'csl-json': ('.csl.json', csl_json),
}
