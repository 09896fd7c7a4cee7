"""The search index: the same with stems that are found once as with those found on every page."""

from __future__ import annotations

from unittest import mock

import pytest
from conftest import PEOPLE
from sphinx.search.en import SearchEnglish

NAMES = 'one', 'two', 'three'
LISTED = ''.join(f'   {name}\n' for name in NAMES)
FILES = {
    'index.rst': f'Talks\n=====\n\n.. toctree::\n\n{LISTED}',
    **{
        f'{name}.rst': f'{name}\n{"=" * len(name)}\n\n.. interview::\n{PEOPLE}\n'
        '   A: Who keeps lighthouses burning?\n\n   G: Keepers do, keeping them.\n'
        for name in NAMES
    },
}


@pytest.mark.parametrize('arguments', [(), ('-j', '2')])
def test_cached_stems_make_the_same_index(build, arguments):
    plain = build(FILES, where='plain').read('searchindex.js')
    parallel = 2 if arguments else 0
    cached = build(FILES, where='cached', parallel=parallel, interview_cache_stems=True)
    assert cached.read('searchindex.js') == plain


def stems(build, **config) -> list[str]:
    """Build, and return each word whose stem was asked for."""
    asked: list[str] = []
    found = SearchEnglish.stem

    def stem(self, word: str) -> str:
        asked.append(word)
        return found(self, word)

    with mock.patch.object(SearchEnglish, 'stem', stem):
        build(FILES, where=str(config), **config)
    return asked


def test_a_stem_is_found_once_where_the_project_asks_for_it(build):
    assert stems(build).count('lighthouses') == len(FILES)  # the contents of the first page, too
    assert stems(build, interview_cache_stems=True).count('lighthouses') == 1


def test_the_next_build_in_the_process_finds_its_own_stems(build):
    assert stems(build, interview_cache_stems=True)
    assert 'stem' not in vars(SearchEnglish({}))
