"""Reads heads for the tests."""

from __future__ import annotations

from sphinxext.interview.transcript.source.decoding import number_lines
from sphinxext.interview.transcript.source.head import Head, split_metadata


def read_head(text: str) -> Head:
    return split_metadata(number_lines(text))


def said(head: Head) -> dict[str, str]:
    """Return what the head says, by option or key."""
    return {name: field.value for name, field in head.fields.items()}


def people(head: Head) -> list[tuple[str, str | None]]:
    return [(person.name, person.role) for person in head.people]


def words(head: Head) -> list[str]:
    """Return the lines below the head that aren't blank."""
    return [line for _, line in head.lines if line.strip()]


def reported(head: Head) -> list[tuple[str, int]]:
    return [(finding.level, finding.line) for finding in head.findings]
