"""``sphinx-interview speakers``: the options that declare who speaks."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from ..transcript.people.roles import options_to_paste

if TYPE_CHECKING:
    import argparse

    from .files import Files


def speakers(options: argparse.Namespace, files: Files) -> int:
    """Print the options to paste."""
    found = []
    for file in files:
        files.report(file, {'error'}, sys.stderr)
        speakers = file.loaded.transcript.speakers if file.loaded else ()
        people = [{'name': s.name, 'role': s.role, 'labels': s.labels} for s in speakers]
        found.append({'path': file.path, 'speakers': people})
        if options.format == 'text' and speakers:
            if len(options.files) > 1:
                print(f'{file.path}:')
            print(options_to_paste(speakers))
    if options.format == 'json':
        print(json.dumps(found, ensure_ascii=False, indent=2))
    return files.code
