"""The command ``sphinx-interview``: from a transcript to a page, and what it takes to keep it right."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING

from .arguments import parse
from .checking import check
from .completing import completion
from .converting import convert
from .creating import new
from .files import WRONG_USE, Files
from .permalinks import permalinks
from .previewing import preview
from .speaking import speakers

if TYPE_CHECKING:
    from collections.abc import Sequence

#: What is done with transcripts.
_COMMANDS = {
    'new': new,
    'preview': preview,
    'check': check,
    'convert': convert,
    'speakers': speakers,
}
#: What is done without reading one here.
_OTHERS = {'permalinks': permalinks, 'completion': completion}
#: As of a program that a signal ended: SIGPIPE, SIGINT.
_PIPE_CLOSED, _INTERRUPTED = 141, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return the exit code.

    :param arguments: as on the command line; default: those of this process
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # some terminals don't know all letters
            stream.reconfigure(errors='backslashreplace')
    try:
        options = parse(arguments)
        if options.command in _OTHERS:
            code = _OTHERS[options.command](options)
            sys.stdout.flush()
            return code
        files = Files(options)
        code = _COMMANDS[options.command](options, files)
        sys.stdout.flush()
        if code != WRONG_USE:
            files.summarise()
    except BrokenPipeError:  # “… | head” has enough; and nothing is left to write at the end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _PIPE_CLOSED
    except KeyboardInterrupt:
        return _INTERRUPTED
    return code
