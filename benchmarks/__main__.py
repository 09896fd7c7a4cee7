"""Measures the speed against the same words in plain reST, and prints one line a row."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from rows import ROWS, Skipped


def main() -> int:
    """Return 1 if a row misses its budget."""
    parser = argparse.ArgumentParser(prog='python benchmarks', description=__doc__)
    listed = ', '.join(ROWS)
    parser.add_argument('row', nargs='*', help=f'{listed}; default: all')
    parser.add_argument('--rounds', type=int, default=3, help='builds of each project (default: 3)')
    arguments = parser.parse_args()
    if unknown := set(arguments.row) - set(ROWS):
        parser.error(f'no such row: {", ".join(unknown)}')
    print(f'{"what":<50} {"figure":>7} {"budget":>7} {"goal":>6}')
    missed = False
    for name in arguments.row or ROWS:
        row = ROWS[name]
        try:
            with tempfile.TemporaryDirectory() as folder:
                figure, detail = row.measure(Path(folder), arguments.rounds)
        except Skipped as reason:
            print(f'{row.what:<50} {"-":>7}  {reason}')
            continue
        mark = '' if row.holds(figure) else '  MISSED'
        missed |= not row.holds(figure)
        print(f'{row.what:<50} {figure:>7.2f} {row.budget:>7} {row.goal:>6}  {detail}{mark}')
    return int(missed)


if __name__ == '__main__':
    sys.exit(main())
