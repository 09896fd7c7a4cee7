"""Nasty text takes no more time than other text of its length."""

from __future__ import annotations

import time

import pytest
from reading import PEOPLE, read_lines

from sphinxext.interview.transcript.exchanges import exchanges

HOSTILE = {
    'letters': lambda n: 'x' * n,
    'brackets': lambda n: '[' * n,
    'laughing brackets': lambda n: '[laughs ' * (n // 8),
    'parentheses': lambda n: '(' * n,
    'stars': lambda n: '*' * n,
    'colons': lambda n: ':' * n,
    'spaced colons': lambda n: ' :' * (n // 2),
    'times': lambda n: '0:' * (n // 2),
    'open times': lambda n: '[00:' * (n // 4),
    'spaces in bold': lambda n: '**a' + ' ' * n,
    'braces': lambda n: '{#' * (n // 2),
    'notes': lambda n: '♪' * n,
    'chevrons': lambda n: '>>' * (n // 2),
    'angles': lambda n: '<' * n,
    'questions': lambda n: '? ' * (n // 2),
    'initials': lambda n: 'A. ' * (n // 3),
    'labels in a line': lambda n: 'So. Ada: ' * (n // 9),
    'new speakers': lambda n: ''.join(f'Speaker{k} Name: so?\n' * 2 for k in range(n // 40)),
    'lonely labels': lambda n: ''.join(f'Name{k}: so?\n' for k in range(n // 12)),
    'empty lines': lambda n: '\n' * n,
    'short turns': lambda n: 'Ada: so?\nGrace: yes.\n' * (n // 20),
    'equal slugs': lambda n: 'Ada: so? {#x}\nGrace: yes.\n' * (n // 26),
    'headings': lambda n: '# So\n\n' * (n // 6),
    'breaks': lambda n: '---\n\n' * (n // 5),
    'opened notes': lambda n: '[Ed. ' * (n // 5),
    'dashes': lambda n: '[x - ' * (n // 5),
}


def seconds(text: str, people) -> float:
    def once() -> float:
        start = time.process_time()
        exchanges(read_lines(text, people).items)
        return time.process_time() - start

    return min(once() for _ in range(3))


@pytest.mark.parametrize('name', HOSTILE)
@pytest.mark.parametrize('people', [PEOPLE, ()], ids=['declared', 'inferred'])
def test_reading_is_linear(name, people):
    few, many = (
        seconds(f'Ada: Why?\n\nGrace: {HOSTILE[name](size)}\n', people) for size in (10_000, 80_000)
    )
    # Quadratic time would be 64 times as much
    assert many < 0.05 or many < 24 * few
