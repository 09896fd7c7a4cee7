"""Every node in every builder, without a warning."""

from __future__ import annotations

import pytest

BUILDERS = (
    'html dirhtml singlehtml epub latex text man texinfo xml pseudoxml gettext changes dummy'
).split()


@pytest.mark.parametrize('builder', BUILDERS)
def test_everything_builds_without_a_warning(build, builder):
    build(root='everything', builder=builder)


@pytest.mark.parametrize('builder', ['html', 'dirhtml', 'singlehtml', 'epub'])
def test_other_extensions_nodes_are_left_alone(build, builder):
    built = build(root='everything', builder=builder)
    pages = ' '.join(path.read_text() for path in built.app.outdir.rglob('*.*html'))
    assert 'admonition-todo' in pages
