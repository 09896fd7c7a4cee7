"""What else than interviews a project cites."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ...messages import __, warn
from ...transcript.files import read_bytes
from ...transcript.model import TranscriptError
from ...transcript.source.decoding import decode, whole_json

if TYPE_CHECKING:
    from sphinx.builders import Builder

    from ...citing.record import Record


#: So many bytes are read: more than a hundred thousand sources.
_MOST = 2**26


def read_others(builder: Builder) -> dict[str, Record]:
    """Return what the files of `interview_bibliography` hold, by key."""
    found: dict[str, Record] = {}
    paths = builder.config.interview_bibliography
    if not paths:
        return found
    from ...citing.csl.reading import parse_csl_json  # most projects cite nothing else

    for path in paths:
        try:
            text = decode(read_bytes(Path(builder.confdir, path), _MOST))
            records, problems = parse_csl_json(whole_json(text))
        except OSError as error:
            records, problems = [], [error.strerror or str(error)]
        except TranscriptError as error:
            records, problems = [], [f'line {error.finding.line}: {error}']
        except RecursionError:
            records, problems = [], [__('lists in lists without end')]
        except ValueError as error:
            records, problems = [], [str(error)]
        for problem in problems:
            warn('config', 'interview_bibliography: %s: %s', path, problem)
        for record in records:
            if found.setdefault(record.key, record) is not record:
                text = __('interview_bibliography: %s: item %r stands in another file too')
                warn('config', text, path, record.key)
    return found
