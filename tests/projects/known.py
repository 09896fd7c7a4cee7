"""Faults that are known and not yet mended: none may be left here in the end.

Each has a name, the promise that it breaks, and what its message holds.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .invariants import Fault

KNOWN: dict[str, tuple[str, str]] = {
    'translations are kept lazily': ('no exception', '_TranslationProxy'),
    'pages outside the document': ('no exception', 'NoUri'),
    'wrong types in interview_*': (
        'no exception',
        r'\w+Error: .*(?:config|bibliography|speaker|options|making|publishing|genindex)\.py',
    ),
    'collapsible with nothing to show': ('no exception', 'visit_interview_html'),
    'figures in excerpts': ('only expected warnings', 'Any IDs not assigned for'),
    'hidden interviews': ('hidden is hidden', ''),
    'braces in BibTeX': ('machines can read', r'\.bib'),
    'files of interviews that are gone': ('incremental equals clean', '^_interviews/.*is too many'),
    'stale after another builder': ('incremental equals clean .*another builder', ''),
    'hints that repeat': ('a hint says what is new', ''),
    'titles of other pages': (r'incremental equals clean \(page title', ''),
    'wrong options': ('only expected warnings', 'Error in "interview'),
    'several lines': ('one line for a message', ''),
    'two profiles': ('only expected warnings', 'Duplicate ID: "speaker'),
    'two profiles in a page': ('no id twice', 'speaker'),
}


def is_known(fault: Fault) -> bool:
    """Whether *fault* is of a kind that is known."""
    return any(
        re.match(promise, fault.promise) and re.search(words, fault.text)
        for promise, words in KNOWN.values()
    )
