"""What of an interview the edition that a build makes may say."""

from __future__ import annotations

import os
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from ...doctree.restricted import embargo_note
from ...messages import __, warn
from ...transcript.consent.editions import Embargo, pseudonyms, today
from ...transcript.consent.marks import MARK
from ...transcript.source.fields import Field
from ...transcript.source.keys import OPTIONS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.config import Config

    from ...doctree.nodes import interview_note


class Edition:
    """The public edition, or the complete one.

    :ivar pseudonyms: the names that it hides
    """

    def __init__(self, config: Config) -> None:
        self.is_complete = config.interview_edition == 'complete'
        self.pseudonyms = pseudonyms(config.interview_edition, config.interview_speakers)

    def fields(self, fields: Mapping[str, Field]) -> dict[str, Field]:
        """Return what of a head is published, without marks.

        A key that is nearly ``embargo`` is one whose value isn't understood, and holds.
        """
        misspelt = get_close_matches('embargo', {*fields} - OPTIONS, n=1, cutoff=0.7)
        if misspelt and 'embargo' not in fields:
            fields = {**fields, 'embargo': Field('embargo', '?', fields[misspelt[0]].line)}
        return {
            name: field._replace(value=MARK.sub('', self.pseudonyms.hide(field.value)))
            for name, field in fields.items()
            if self._may_say(name, field.value)
        }

    def options(self, options: Mapping[str, Any]) -> dict[str, Any]:
        """Return the options of a directive without marks; what is marked is no option."""
        return {
            name: MARK.sub('', value) if isinstance(value, str) else value
            for name, value in options.items()
            if self._may_say(name, str(value))
        }

    def _may_say(self, name: str, value: str) -> bool:
        """Whether an option or a key is published; what keeps the interview back always counts."""
        return self.is_complete or name == 'embargo' or '{restricted' not in value

    def note_of_embargo(self, options: Mapping[str, Any], location: str) -> interview_note | None:
        """Return what stands for an interview that may not be published; None where it may.

        :param location: of what says so, for messages
        """
        if 'embargo' not in options:
            return None
        embargo = Embargo.parse(options['embargo'])
        if not embargo.is_valid:
            text = __('an embargo is a date like 2040-01-01, or “closed”; until then it holds')
            warn('consent', text, location=location)
        if self.is_complete or not embargo.holds(today(os.environ)):
            return None
        return embargo_note(embargo.until)

    def until(self, options: Mapping[str, Any]) -> str:
        """Return the first day after an interview's embargo; empty where there is none."""
        until = Embargo.parse(options.get('embargo', '')).until
        return until.isoformat() if until and not self.is_complete else ''
