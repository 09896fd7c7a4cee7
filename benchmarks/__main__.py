"""Measures the speed against the same words in plain reST, and prints one line a row."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from measure import byte_compile
from rows import ROWS, Skipped

#: What was measured last on a quiet machine.
FIGURES = Path(__file__).with_name('figures.json')


def main() -> int:
    """Return 1 where a row must be no worse than the committed figure, and is."""
    arguments = _arguments()
    known = json.loads(FIGURES.read_text('utf-8')) if FIGURES.exists() else {}
    byte_compile()
    print(f'{"what":<50} {"figure":>7} {"goal":>6} {"before":>6}')
    found: dict[str, float] = {}
    worse = False
    for name in arguments.row or ROWS:
        row = ROWS[name]
        try:
            with tempfile.TemporaryDirectory() as folder:
                figure, detail = row.measure(Path(folder), arguments.rounds)
        except Skipped as reason:
            print(f'{row.what:<50} {"-":>7}  {reason}')
            continue
        found[name] = round(figure, 2)
        is_worse = name in known and row.is_worse(figure, known[name])
        worse |= is_worse
        marks = ('' if row.holds(figure) else '  MISSED') + ('  WORSE' if is_worse else '')
        before = known.get(name, '')
        print(
            f'{row.what:<50} {figure:>7.2f} {row.goal:>6} {before:>6}  {detail}{marks}', flush=True
        )
    if arguments.record:
        FIGURES.write_text(json.dumps({**known, **found}, indent=2) + '\n', 'utf-8')
    return int(worse and arguments.check)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog='python benchmarks', description=__doc__)
    listed = ', '.join(ROWS)
    parser.add_argument('row', nargs='*', help=f'{listed}; default: all')
    parser.add_argument('--rounds', type=int, default=3, help='builds of each project (default: 3)')
    parser.add_argument('--record', action='store_true', help=f'write {FIGURES.name}')
    parser.add_argument(
        '--check',
        action='store_true',
        help=f'fail where a row is a tenth worse than {FIGURES.name}',
    )
    arguments = parser.parse_args()
    if unknown := set(arguments.row) - set(ROWS):
        parser.error(f'no such row: {", ".join(unknown)}')
    return arguments


if __name__ == '__main__':
    sys.exit(main())
