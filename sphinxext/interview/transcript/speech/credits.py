"""Lines that programs and services add to a transcript; nobody says them."""

from __future__ import annotations

import re

_CREDIT = re.compile(
    r"""
      [^:.?!]{1,60}\s(?:started|stopped)\stranscription
    | transcri(?:bed|ption|pt)\s(?:provided\s|powered\s|created\s)?(?:by|with|using)\s.{1,80}
    | (?:auto(?:matically)?|machine|computer)[ -]?(?:generated|transcribed)\s
      (?:transcript|transcription|captions)\b.{0,80}
    | this\s(?:editable\s)?transcript(?:ion)?\s(?:was|has\sbeen|is)\s(?:[\w-]{1,20}\s){0,4}
      (?:generated|created|produced|exported|edited|transcribed)\b.{0,200}
    | (?:transcription|recording)\s(?:started|stopped|ended)(?:\s(?:after|at|by)\s.{1,60})?\.?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST = 300


def is_credit(paragraph: str) -> bool:
    """Whether a program or a service wrote a whole paragraph: ``Transcribed by …``."""
    if len(paragraph) > _LONGEST or not ('ranscri' in paragraph or 'ecording' in paragraph):
        return False
    return _CREDIT.fullmatch(paragraph.strip(' *_[]()')) is not None
