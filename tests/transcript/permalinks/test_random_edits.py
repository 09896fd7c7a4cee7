"""Whatever is done to interviews, an address never means other words and never dies silently."""

from __future__ import annotations

import os
from random import Random

import pytest
from edited_talks import Project, records, settle

from sphinxext.interview.transcript.permalinks.ledger import Ledger
from sphinxext.interview.transcript.permalinks.updating import update

SEED = int(os.environ.get('INTERVIEW_SEED', '0'))
SEQUENCES = 300 if os.environ.get('HYPOTHESIS_PROFILE') == 'nightly' else 6


@pytest.mark.parametrize('seed', range(SEED, SEED + SEQUENCES))
def test_200_edits_leave_every_address_with_its_words_or_say_so(seed):
    random = Random(seed)
    project = Project(random)
    ledger = Ledger()
    published: dict[str, set[int]] = {}
    for _ in range(200):
        kept = project.read(ledger)
        means = project.meanings(kept)
        settled = settle(ledger, kept)
        said = [finding.text for one in kept.values() for finding in one.findings]
        said += [*settled.missing, *settled.moved]
        said += [address for lost in settled.lost.values() for address in lost]
        for address, ids in published.items():
            to = address if address in means else settled.leads.get(address, '')
            is_alive = to.count('.') >= address.count('.')
            if is_alive and '.' in address:
                assert ids & means[to], f'{address} → {to} has other words'
            elif '.' in address:
                is_known = ledger.entries[address].to or _is_gone(ledger, address)
                is_said = any(_names(text, address) for text in said)
                assert is_known or is_said, f'{address} → {to} died silently'
        if random.random() < 0.5:
            ledger = update(ledger, records(kept))
            for address, ids in means.items():
                published[address] = {*ids}
            for address in set(published).difference(means):
                to = settled.leads.get(address, '')
                if to and to.count('.') >= address.count('.'):
                    published[address] = {*means[to]}
        project.edit()


def _is_gone(ledger, address):
    return ledger.entries[address.partition('.')[0]].gone


def _names(text, address):
    """Whether a message is about an address, or about what it was part of."""
    parts = address.split('.')
    return any('.'.join(parts[:n]) in text.replace(',', ' ').split() for n in (1, 2, 3))
