"""What can be said on the command line."""

from __future__ import annotations

import argparse
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, get_args

from ..transcript.model import Questions, Role
from ..transcript.people.declared import parse_people
from ..transcript.writing import WRITERS

if TYPE_CHECKING:
    from collections.abc import Sequence

#: A file name that means standard input.
STDIN = '-'
#: The formats in which a paragraph is a line.
_SPLIT = {'text', 'markdown'}
_EPILOGUE = """\
exit codes:
  0  no errors; with --strict no warnings either
  1  at least one file has an error, and the others were treated all the same;
     permalinks check: an update would change something
  2  the command was given wrongly, or a file can’t be written or exists already
"""


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return what was said; ``people`` are those of all roles.

    :raises SystemExit: it can't be understood, or help or version are asked for
    """
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.command == 'permalinks':
        if options.rename and options.action == 'check':
            parser.error('--rename is for update')
        return options
    try:
        options.people = tuple(
            person
            for role in get_args(Role)
            for text in getattr(options, role)
            for person in parse_people(text, role)
        )
    except ValueError as error:
        parser.error(str(error))
    if options.files.count(STDIN) > 1:
        parser.error(f'{STDIN}: standard input can be read once only')
    if options.command == 'convert' and options.split and options.to not in _SPLIT:
        parser.error('--split is for --to text and --to markdown')
    return options


def _parser() -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = _new(
        argparse.ArgumentParser,
        prog='sphinx-interview',
        description='Check transcripts of interviews, convert them, and see who speaks in them.',
    )
    number = version('sphinxext-interview')
    parser.add_argument('--version', action='version', version=f'%(prog)s {number}')
    commands = parser.add_subparsers(
        title='commands', required=True, metavar='COMMAND', dest='command'
    )
    for name, text, add in (
        ('check', 'print what an editor should look at', _check),
        ('convert', 'write transcripts in another format', _convert),
        ('speakers', 'print the options that declare the speakers', _speakers),
    ):
        about = f'{text[0].upper()}{text[1:]}.'
        command = _new(commands.add_parser, name, help=text, description=about)
        add(command)
        _common(command)
    about = 'Keep the file of published addresses that interview_permalinks in conf.py names.'
    text = 'keep published addresses alive'
    _permalinks(_new(commands.add_parser, 'permalinks', help=text, description=about))
    return parser


def _new(make: Any, *args: Any, **kwargs: Any) -> Any:
    formatter = argparse.RawDescriptionHelpFormatter
    return make(*args, epilog=_EPILOGUE, formatter_class=formatter, **kwargs)


def _check(command: argparse.ArgumentParser) -> None:
    command.add_argument('--strict', action='store_true', help='treat warnings as errors')
    _format(command)


def _convert(command: argparse.ArgumentParser) -> None:
    command.add_argument('--to', choices=WRITERS, required=True, help='the format to write')
    command.add_argument(
        '--output',
        '-o',
        metavar='PATH',
        help='a file, or for several transcripts a folder; default: standard output',
    )
    command.add_argument('--force', action='store_true', help='overwrite files that exist')
    command.add_argument(
        '--split',
        action='store_true',
        help='a paragraph for each sentence of captions, with its time, '
        'so that names can be put before them (text, markdown)',
    )


def _speakers(command: argparse.ArgumentParser) -> None:
    _format(command)


def _permalinks(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        'action',
        nargs='?',
        choices=('update', 'check'),
        default='update',
        help='update the file (default), or print what an update would change',
    )
    command.add_argument(
        'source', nargs='?', default='.', help='the folder of conf.py (default: this one)'
    )
    command.add_argument(
        'sphinx',
        nargs='*',
        metavar='-- OPTION',
        help='options for sphinx-build, which reads the project: -- -t internal',
    )
    command.add_argument(
        '--rename',
        nargs=2,
        action='append',
        default=[],
        metavar=('OLD', 'NEW'),
        help='an interview, or an address of one, that is called otherwise now',
    )
    command.add_argument('--doctrees', '-d', help='doctrees of another build, to save time')
    command.add_argument('--quiet', '-q', action='store_true', help='print warnings only')


def _format(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        '--format', choices=('text', 'json'), default='text', help='how to print (default: text)'
    )


def _common(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        'files',
        nargs='+',
        metavar='FILE',
        help=f'a transcript of any known format; {STDIN} is standard input',
    )
    command.add_argument('--encoding', help='of the files; default: UTF-8, or what their mark says')
    command.add_argument(
        '--name',
        default='stdin',
        help='a file name for standard input, where its content doesn’t tell the format: talk.md',
    )
    command.add_argument(
        '--questions',
        choices=get_args(Questions),
        default='auto',
        help='how a text shows who asks (default: auto, as the whole file tells)',
    )
    for role in get_args(Role):
        command.add_argument(
            f'--{role}',
            action='append',
            default=[],
            metavar='PEOPLE',
            help=f'who is {role}, as in the directive: "Ada Byron [AB]; Grace Keeper"',
        )
    command.add_argument(
        '--quiet',
        '-q',
        action='store_true',
        help='print errors only: no warnings, no information, no summary',
    )
