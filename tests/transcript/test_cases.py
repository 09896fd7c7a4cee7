"""Each file of ``cases`` is read as a careful editor reads it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from grading import faults

from sphinxext.interview.transcript.loading import load
from sphinxext.interview.transcript.model import TranscriptError
from sphinxext.interview.transcript.people.declared import parse_people

CASES = Path(__file__).parent / 'cases'
GOLD = {
    f'{path.parent.name}/{name}': entry
    for path in sorted(CASES.glob('*/gold.json'))
    for name, entry in json.loads(path.read_text('utf-8')).items()
}
ROLES = ('interviewer', 'interviewee', 'participant')
#: Where even a careful editor couldn't tell who speaks, people are declared.
MODES = sorted(
    [(name, 'auto') for name, gold in GOLD.items() if gold['auto']]
    + [(name, 'declared') for name, gold in GOLD.items() if gold['turns']]
)


def declared(gold):
    return tuple(
        person for role in ROLES for name in gold[role] for person in parse_people(name, role)
    )


@pytest.mark.parametrize(('name', 'mode'), MODES)
def test_a_file_is_read_as_an_editor_reads_it(name, mode):
    gold = GOLD[name]
    people = declared(gold) if mode == 'declared' else ()
    try:
        loaded = load((CASES / name).read_bytes(), name, people=people)
    except TranscriptError as error:
        assert not gold['turns'], error  # noqa: PT017
        return
    assert faults(gold, loaded, is_declared=mode == 'declared') == []
