"""What else than interviews a project cites."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ...citing.csl.reading import parse_csl_json
from ...messages import __, warn
from ...transcript.source.decoding import whole_json

if TYPE_CHECKING:
    from sphinx.builders import Builder

    from ...citing.record import Record


def read_others(builder: Builder) -> dict[str, Record]:
    """Return what the files of `interview_bibliography` hold, by key."""
    found: dict[str, Record] = {}
    for path in builder.config.interview_bibliography:
        try:
            text = Path(builder.confdir, path).read_text('utf-8')
            records, problems = parse_csl_json(whole_json(text))
        except (OSError, ValueError, RecursionError) as error:
            records, problems = [], [str(error)]
        for problem in problems:
            warn('config', 'interview_bibliography: %s: %s', path, problem)
        for record in records:
            if found.setdefault(record.key, record) is not record:
                text = __('interview_bibliography: %s: item %r stands in another file too')
                warn('config', text, path, record.key)
    return found
