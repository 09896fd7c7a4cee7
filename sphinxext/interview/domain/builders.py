"""What builders can do with what we write, and what they keep of it for their next build."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.application import Sphinx
    from sphinx.builders import Builder

#: Their pages have addresses of their own.
WITH_PAGES: Final = frozenset({'html', 'dirhtml'})
#: Their readers can follow a link to a file.
WITH_FILES: Final = WITH_PAGES | {'singlehtml'}
#: They write all documents each time, into few files.
WHOLE: Final = frozenset({'latex', 'man', 'singlehtml', 'texinfo'})


def marks_words(builder: Builder) -> bool:
    """Whether links may ask for words: those that a browser follows."""
    return builder.format == 'html' and builder.name != 'epub'


class Kept:
    """Fingerprints of what a builder wrote into one folder, by name; they lie beside the doctrees.

    None stands for what may have been written halfway, by a build that was interrupted.

    :param what: a name for all of it
    """

    def __init__(self, app: Sphinx, what: str) -> None:
        key = sha256(f'{app.builder.name} {app.outdir}'.encode('utf-8', 'surrogateescape'))
        self._path = Path(app.doctreedir, f'{what}-{key.hexdigest()[:16]}.json')

    def load(self) -> dict[str, str | None] | None:
        """Return what was kept; None before the first build."""
        try:
            loaded = json.loads(self._path.read_text('utf-8'))
        except (OSError, ValueError):
            return None
        return loaded if isinstance(loaded, dict) else None

    def save(self, fingerprints: Mapping[str, str | None]) -> None:
        """Keep *fingerprints* and no others."""
        self._path.write_text(json.dumps(fingerprints, indent=0, sort_keys=True), 'utf-8')

    def forget(self) -> None:
        """Keep nothing, as before the first build."""
        self._path.unlink(missing_ok=True)


def fingerprint(shown: object) -> str:
    """Return what tells whether something else is shown."""
    return sha256(repr(shown).encode('utf-8', 'replace')).hexdigest()
