"""The builder that writes what the project knows of addresses, for `sphinx-interview permalinks`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from sphinx.builders import Builder
from sphinx.errors import ConfigError

from ...messages import __
from ..ours import ours
from .keeping import ledger_path

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from docutils.nodes import document
    from sphinx.application import Sphinx


#: In the output folder.
FILE = 'permalinks.json'


class PublishedBuilder(Builder):
    """Writes a single file, into the output folder: the command keeps the ledger.

    A builder, so that a project's own settings, includes, tags and extensions say what there is.
    """

    name = 'interview-permalinks'
    allow_parallel: ClassVar[bool] = True

    def init(self) -> None:
        """Refuse a project without a ledger."""
        if not self.config.interview_permalinks:
            raise ConfigError(__('interview_permalinks is not set: name a JSON file in conf.py'))

    def get_outdated_docs(self) -> list[str]:
        """Return no documents: none is written."""
        return []

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """Return nothing: nobody reads pages of this builder."""
        return ''

    def prepare_writing(self, docnames: AbstractSet[str]) -> None:
        """Do nothing."""

    def write_doc(self, docname: str, doctree: document) -> None:
        """Do nothing."""

    # Sphinx 8.1 has another method for it; 7.4 has this one only
    def write(self, *args: object) -> None:  # type: ignore[misc]
        """Write no documents, also not those that others have made stale."""

    def finish(self) -> None:
        """Write the file."""
        domain = ours(self.env)
        found = [one for _, some in sorted(domain.data['published'].items()) for one in some]
        known = {'ledger': str(ledger_path(self)), 'interviews': found}
        Path(self.outdir, FILE).write_text(json.dumps(known), 'utf-8')


def setup(app: Sphinx) -> None:
    app.add_builder(PublishedBuilder)
