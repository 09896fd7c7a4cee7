"""What reference styles say: words, marks and the order of a date."""

from __future__ import annotations

from typing import NamedTuple


class Terms(NamedTuple):
    """The terms of one language, as they stand inside a sentence.

    A name, date or number comes where braces stand.
    """

    language: str
    #: Between the last two of several names.
    conjunction: str
    others: str
    #: Whether a comma stands before the conjunction too, where a style has it.
    has_serial_comma: bool
    interview: str
    interview_by: str
    #: One, and several.
    interviewers: tuple[str, str]
    no_date: str
    circa: str
    accessed: str
    #: Before an address, with the date of access.
    retrieved: str
    online: str
    available: str
    question: str
    paragraph: str
    section: str
    chapter_in: str
    #: In full, and in notes.
    edited_by: tuple[str, str]
    translated_by: tuple[str, str]
    editors: tuple[str, str]
    translator: str
    #: Who made a film, and who speaks in a broadcast: one, and several.
    directors: tuple[str, str]
    hosts: tuple[str, str]
    version: str
    film: str
    software: str
    dataset: str
    edition: str
    volume: str
    number: str
    pages: tuple[str, str]
    private: str
    #: Outside, and inside of others.
    quotes: tuple[str, str, str, str]
    #: Whether a comma or full stop stands before the closing mark.
    is_mark_quoted: bool
    day_of_month: str
    day_of_range: str
    with_year: str
    seasons: tuple[str, str, str, str]
