"""A corpus too large for one project, as several that quote and cite each other.

``python benchmarks/archive.py FOLDER`` writes the projects and builds them: first each publishes its
answers, then each checks what it quotes of the next. Prints the processor seconds of each build.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from corpus import ANSWERS, conversation
from measure import build
from projects import write_interview, write_project

#: What a large project sets, see ``docs/how-to/large.rst``.
SETTINGS = """
html_sidebars = {'**': ['searchfield.html']}
interview_cache_stems = True
interview_contents = 'none'
interview_inventory = True
"""


def quote(place: Path, following: int, interviews: int, turns: int) -> None:
    """Quote an answer of each of the first interviews of the next project."""
    inventory = f'../part{following}/_build/interviews.inv'
    projects = {f'part{following}': (f'https://part{following}.example/', inventory)}
    with (place / 'conf.py').open('a') as conf:
        conf.write(f'interview_projects = {projects!r}\n')
    lines = []
    for number in range(min(interviews, 20)):
        answers = [turn for turn in conversation(turns, seed=number) if turn.speaker == ANSWERS]
        words = answers[0].paragraphs[0].partition('.')[0]
        lines.append(f'* They say :interview:quote:`{words} <p{following}talk{number}>`.\n')
    (place / 'quoted.rst').write_text(f':orphan:\n\nQuoted\n======\n\n{"".join(lines)}')


def main() -> None:
    """Write and build; a quotation that isn't what the other project says fails."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('folder', type=Path, help='a folder that does not exist yet')
    parser.add_argument('--parts', type=int, default=10, help='projects (default: 10)')
    parser.add_argument('--interviews', type=int, default=1000, help='of each (default: 1000)')
    parser.add_argument('--turns', type=int, default=22, help='of each interview (default: 22)')
    given = parser.parse_args()
    size = {'pages': given.interviews, 'turns': given.turns, 'settings': SETTINGS}
    places = []
    for number in range(given.parts):
        place = given.folder / f'part{number}'
        places.append(write_project(place, write_interview, name=f'p{number}talk', **size))
        print(f'{place.name}: published in {build(place).seconds:.0f} s', flush=True)
    for number, place in enumerate(places):
        quote(place, (number + 1) % given.parts, given.interviews, given.turns)
        print(f'{place.name}: checked in {build(place, fresh=False).seconds:.0f} s', flush=True)


if __name__ == '__main__':
    main()
