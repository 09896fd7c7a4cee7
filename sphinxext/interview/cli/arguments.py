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
#: Of commands that their line in the list doesn’t explain.
_ABOUT = {
    'new': 'Write the page of a transcript, with the options that say who speaks. '
    'On a terminal, it asks for details that you leave out.',
    'preview': 'Build one transcript as a web page, and print its path.',
    'permalinks': 'Keep the file of published addresses that interview_permalinks in conf.py names.',
    'completion': 'Print a script with which a shell completes this command. In bash, put '
    'eval "$(sphinx-interview completion bash)" into ~/.bashrc.',
}
_EPILOGUE = """\
exit codes:
  0  no errors; with --strict no warnings either
  1  at least one file has an error; the other files were read and written
     permalinks check: an update would change something
  2  the command line is wrong, or a file can’t be written or exists already
"""


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return what was said; ``people`` are those of all roles.

    :raises SystemExit: it can't be understood, or help or version are asked for
    """
    parser = new_parser()
    options = parser.parse_args(arguments)
    if options.command == 'permalinks' and options.rename and options.action == 'check':
        parser.error('--rename is for update')
    if 'file' in options:
        options.files = [options.file] if options.file else []
    if 'files' not in options:
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
    if 'file' in options and options.file == STDIN:
        parser.error(f'{options.command} needs a file, not standard input')
    if options.files.count(STDIN) > 1:
        parser.error(f'{STDIN}: standard input can be read once only')
    if options.command == 'convert' and options.split and options.to not in _SPLIT:
        parser.error('--split is for --to text and --to markdown')
    return options


def new_parser() -> argparse.ArgumentParser:
    """Return what reads the command line, and knows all that can be said there."""
    parser: argparse.ArgumentParser = _new(
        argparse.ArgumentParser,
        prog='sphinx-interview',
        description='Make pages of transcripts of interviews; check, convert and preview them.',
    )
    number = version('sphinxext-interview')
    parser.add_argument('--version', action='version', version=f'%(prog)s {number}')
    commands = parser.add_subparsers(
        title='commands', required=True, metavar='COMMAND', dest='command'
    )
    for name, text, add, add_files in (
        ('new', 'write the page of a transcript', _create, _file),
        ('preview', 'show a transcript as a web page', _preview, _file),
        ('check', 'print what an editor should check', _check, _files),
        ('convert', 'write transcripts in another format', _convert, _files),
        ('speakers', 'print the options that declare the speakers', _speakers, _files),
    ):
        command = _command(commands, name, text)
        add(command)
        add_files(command)
        _reading(command)
    _permalinks(_command(commands, 'permalinks', 'keep links to published addresses working'))
    _completion(_command(commands, 'completion', 'print a script with shell completion'))
    return parser


def _command(commands: Any, name: str, text: str) -> argparse.ArgumentParser:
    about = _ABOUT.get(name, f'{text[0].upper()}{text[1:]}.')
    command: argparse.ArgumentParser = _new(commands.add_parser, name, help=text, description=about)
    return command


def _new(make: Any, *args: Any, **kwargs: Any) -> Any:
    formatter = argparse.RawDescriptionHelpFormatter
    return make(*args, epilog=_EPILOGUE, formatter_class=formatter, **kwargs)


def _create(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        '--title', help='title of the interview (default: from the head of the file, else its name)'
    )
    command.add_argument(
        '--page', metavar='PATH', help='the page to write (default: beside the transcript)'
    )
    command.add_argument(
        '--markup',
        choices=('rst', 'markdown'),
        help='markup of the page (default: markdown if its name ends with .md, else rst)',
    )
    command.add_argument('--force', action='store_true', help='overwrite an existing page')


def _preview(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        '--output', '-o', metavar='FOLDER', help='where to build (default: a temporary folder)'
    )


def _check(command: argparse.ArgumentParser) -> None:
    command.add_argument('--strict', action='store_true', help='treat warnings as errors')
    _format(command)


def _convert(command: argparse.ArgumentParser) -> None:
    command.add_argument('--to', choices=WRITERS, required=True, help='the format to write')
    command.add_argument(
        '--output',
        '-o',
        metavar='PATH',
        help='a file, or a folder for several transcripts (default: standard output)',
    )
    command.add_argument('--force', action='store_true', help='overwrite existing files')
    command.add_argument(
        '--split',
        action='store_true',
        help='write each sentence of captions as a paragraph with its time, '
        'so that you can put a name before it (text, markdown)',
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
        'source', nargs='?', default='.', help='the folder of conf.py (default: the current one)'
    )
    command.add_argument(
        'sphinx',
        nargs='*',
        metavar='-- OPTION',
        help='options for sphinx-build, which reads the project, such as -- -t internal',
    )
    command.add_argument(
        '--rename',
        nargs=2,
        action='append',
        default=[],
        metavar=('OLD', 'NEW'),
        help='the old and the new name of an interview or an address',
    )
    command.add_argument('--doctrees', '-d', help='the doctrees of another build, to save time')
    command.add_argument('--quiet', '-q', action='store_true', help='print warnings only')


def _completion(command: argparse.ArgumentParser) -> None:
    command.add_argument('shell', choices=('bash', 'zsh', 'fish'), help='the shell')


def _format(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        '--format', choices=('text', 'json'), default='text', help='how to print (default: text)'
    )


def _file(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        'file',
        nargs='?' if command.prog.endswith(' new') else None,
        metavar='FILE',
        help='a transcript in any known format',
    )


def _files(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        'files',
        nargs='+',
        metavar='FILE',
        help=f'a transcript in any known format; {STDIN} is standard input',
    )
    command.add_argument(
        '--name',
        default='stdin',
        help='a file name for standard input, if its content doesn’t show the format: talk.md',
    )


def _reading(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        '--encoding', help='encoding of the transcript (default: from its first bytes, else UTF-8)'
    )
    command.add_argument(
        '--questions',
        choices=get_args(Questions),
        default='auto',
        help='how the text shows who asks (default: auto, which looks at the whole file)',
    )
    for role in get_args(Role):
        command.add_argument(
            f'--{role}',
            action='append',
            default=[],
            metavar='PEOPLE',
            help=f'{role}s, as in the directive: "Ada Byron [AB]; Grace Keeper"',
        )
    command.add_argument(
        '--quiet',
        '-q',
        action='store_true',
        help='print errors only: no warnings, no information, no summary',
    )
