"""``sphinx-interview check``: what an editor should look at."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import argparse

    from .files import Files


def check(options: argparse.Namespace, files: Files) -> int:
    """Print all that was found."""
    found: list[dict[str, Any]] = []
    for file in files:
        if options.format == 'text':
            files.report(file, {'error', 'warning', 'info'}, sys.stdout)
        for finding in sorted(file.findings, key=lambda finding: finding.line):
            if finding.level in files.errors or not options.quiet:
                about = ('line', 'level', 'code', 'text')
                found.append({'path': file.path} | {key: getattr(finding, key) for key in about})
    if options.format == 'json':
        print(json.dumps(found, ensure_ascii=False, indent=2))
    return files.code
