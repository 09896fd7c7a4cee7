"""Every node in every builder, without a warning."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sphinx.testing.util import SphinxTestApp

ROOTS = Path(__file__).parent / 'roots'
BUILDERS = (
    'html dirhtml singlehtml epub latex text man texinfo xml pseudoxml gettext changes dummy'
).split()


@pytest.mark.parametrize('builder', BUILDERS)
def test_everything_builds_without_a_warning(builder: str, tmp_path: Path) -> None:
    shutil.copytree(ROOTS / 'everything', tmp_path / 'src')
    overrides = {'epub_copyright': 'A', 'version': '1'}
    app = SphinxTestApp(builder, srcdir=tmp_path / 'src', confoverrides=overrides)
    try:
        app.build()
        assert app.warning.getvalue() == ''
    finally:
        app.cleanup()
