"""The command ``sphinx-interview``: check, convert, and see who speaks."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from .transcript.loading import Loaded, load
from .transcript.model import Finding, Role, TranscriptError
from .transcript.people.declared import parse_people
from .transcript.people.speakers import options_to_paste
from .transcript.writing import as_json, as_markdown, as_text, as_vtt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from .transcript.model import Speaker

#: Exit codes, as the documentation lists them.
FINE, FOUND_ERRORS, WRONG_USE = 0, 1, 2
_WRITERS: dict[str, tuple[str, Callable[[Loaded], str]]] = {
    'text': ('.txt', as_text),
    'markdown': ('.md', as_markdown),
    'json': ('.json', as_json),
    'vtt': ('.vtt', as_vtt),
}
_EPILOGUE = """\
exit codes:
  0  no errors; with --strict no warnings either
  1  at least one file has an error, and the others were treated all the same
  2  the command was given wrongly, or a file can't be written
"""


class File(NamedTuple):
    """A file, and what became of it."""

    path: str
    #: None if it couldn't be read.
    loaded: Loaded | None
    findings: tuple[Finding, ...]

    @property
    def has_error(self) -> bool:
        """Whether something in it is an error."""
        return any(finding.level == 'error' for finding in self.findings)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return the exit code.

    :param arguments: as on the command line; default: those of this process
    """
    parser = _parser()
    options = parser.parse_args(arguments)
    try:
        people = tuple(
            person
            for role in get_args(Role)
            for text in getattr(options, role)
            for person in parse_people(text, role)
        )
    except ValueError as error:
        parser.error(str(error))
    files = _progress(options.files, options.encoding, people)
    code: int = options.run(options, files)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog='sphinx-interview',
        description='Check transcripts of interviews, convert them, and see who speaks in them.',
        epilog=_EPILOGUE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(title='commands', required=True, metavar='COMMAND')
    check = _command(commands, 'check', _check, 'print what an editor should look at')
    check.add_argument('--strict', action='store_true', help='treat warnings as errors')
    convert = _command(commands, 'convert', _convert, 'write transcripts in another format')
    convert.add_argument('--to', choices=_WRITERS, required=True, help='the format to write')
    convert.add_argument(
        '--output',
        '-o',
        metavar='PATH',
        help='a file, or for several transcripts a folder; default: standard output',
    )
    speakers = _command(commands, 'speakers', _speakers, 'print the options that declare them')
    for command in (check, speakers):
        command.add_argument(
            '--format',
            choices=('text', 'json'),
            default='text',
            help='how to print (default: text)',
        )
    return parser


def _command(commands: Any, name: str, run: Callable[..., int], text: str) -> Any:
    command = commands.add_parser(
        name,
        help=text,
        description=f'{text[0].upper()}{text[1:]}.',
        epilog=_EPILOGUE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.set_defaults(run=run)
    command.add_argument(
        'files', nargs='+', metavar='FILE', help='a transcript of any known format'
    )
    command.add_argument('--encoding', help='of the files; default: UTF-8, or what their mark says')
    for role in get_args(Role):
        command.add_argument(
            f'--{role}',
            action='append',
            default=[],
            metavar='PEOPLE',
            help=f'who is {role}, as in the directive: "Ada Byron [AB]; Grace Keeper"',
        )
    return command


def _progress(
    paths: Sequence[str], encoding: str | None, people: tuple[Speaker, ...]
) -> Iterator[File]:
    """Yield the files; on a terminal say how far it has come."""
    is_shown = len(paths) > 1 and sys.stderr.isatty()
    for number, path in enumerate(paths, 1):
        if is_shown:
            print(f'\r\x1b[K[{number}/{len(paths)}] {path}', end='', file=sys.stderr, flush=True)
        file = _open(path, encoding, people)
        if is_shown:
            print('\r\x1b[K', end='', file=sys.stderr, flush=True)
        yield file


def _open(path: str, encoding: str | None, people: tuple[Speaker, ...]) -> File:
    try:
        loaded = load(Path(path).read_bytes(), path, encoding=encoding, people=people)
    except TranscriptError as error:
        return File(path, None, (error.finding,))
    except OSError as error:
        text = f'the file can’t be read: {error.strerror}'
        return File(path, None, (Finding('unreadable', 'error', 1, text),))
    return File(path, loaded, loaded.findings)


def _check(options: argparse.Namespace, files: Iterable[File]) -> int:
    found: list[dict[str, Any]] = []
    code = FINE
    for file in files:
        for finding in sorted(file.findings, key=lambda finding: finding.line):
            if options.format == 'json':
                found.append({'path': file.path} | _as_dict(finding))
            else:
                _print_finding(file.path, finding, sys.stdout)
            is_bad = finding.level == 'error' or (options.strict and finding.level == 'warning')
            code = FOUND_ERRORS if is_bad else code
    if options.format == 'json':
        _print_json(found)
    return code


def _as_dict(finding: Finding) -> dict[str, Any]:
    return {
        'line': finding.line,
        'level': finding.level,
        'code': finding.code,
        'text': finding.text,
    }


def _print_finding(path: str, finding: Finding, stream: Any) -> None:
    text = finding.text.replace('\n', '\n  ')
    print(f'{path}:{finding.line}: {finding.level}: {text} [{finding.code}]', file=stream)


def _print_json(found: Any) -> None:
    print(json.dumps(found, ensure_ascii=False, indent=2))


def _convert(options: argparse.Namespace, files: Iterable[File]) -> int:
    target = Path(options.output) if options.output else None
    if len(options.files) > 1 and (target is None or not target.is_dir()):
        print('sphinx-interview: several transcripts need an existing folder', file=sys.stderr)
        return WRONG_USE
    suffix, write = _WRITERS[options.to]
    code = FINE
    for file in files:
        try:
            text = write(file.loaded) if file.loaded else ''
        except TranscriptError as error:
            file = file._replace(loaded=None, findings=(*file.findings, error.finding))  # noqa: PLW2901
        for finding in file.findings:
            if finding.level == 'error':
                _print_finding(file.path, finding, sys.stderr)
                code = FOUND_ERRORS
        if file.loaded and not _write(text, file.path, target, suffix):
            return WRONG_USE
    return code


def _write(text: str, path: str, target: Path | None, suffix: str) -> bool:
    """Write a converted file; a transcript is never overwritten by itself."""
    if target is None:
        sys.stdout.write(text)
        return True
    if target.is_dir():
        target /= Path(path).stem + suffix
    try:
        if target.exists() and target.samefile(path):
            print(f'sphinx-interview: {target} would be overwritten', file=sys.stderr)
            return False
        target.write_text(text, encoding='utf-8')
    except OSError as error:
        print(f'sphinx-interview: {target}: {error.strerror}', file=sys.stderr)
        return False
    return True


def _speakers(options: argparse.Namespace, files: Iterable[File]) -> int:
    found = []
    code = FINE
    for file in files:
        for finding in file.findings:
            if finding.level == 'error':
                _print_finding(file.path, finding, sys.stderr)
                code = FOUND_ERRORS
        speakers = file.loaded.transcript.speakers if file.loaded else ()
        people = [{'name': s.name, 'role': s.role, 'labels': s.labels} for s in speakers]
        found.append({'path': file.path, 'speakers': people})
        if options.format == 'text' and speakers:
            if len(options.files) > 1:
                print(f'{file.path}:')
            print(options_to_paste(speakers))
    if options.format == 'json':
        _print_json(found)
    return code
