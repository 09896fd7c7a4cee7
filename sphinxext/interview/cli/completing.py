"""``sphinx-interview completion``: what shells need to complete the command.

The words are those that the parser knows, so that nothing is missing when an option comes.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from .arguments import new_parser

if TYPE_CHECKING:
    from collections.abc import Iterator

#: zsh reads what is written for bash.
_ZSH = '(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }\nautoload -U +X bashcompinit && bashcompinit\n'
_BASH = """\
_sphinx_interview() {{
  local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} words
  case "${{COMP_WORDS[1]}} $before" in
{choices}
    *) case $COMP_CWORD:${{COMP_WORDS[1]}} in
      1:*) words='{commands}' ;;
{options}
    esac ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}}
complete -o default -F _sphinx_interview sphinx-interview
"""


def completion(options: argparse.Namespace) -> int:
    """Print the script."""
    commands = _commands()
    print(_fish(commands) if options.shell == 'fish' else _bash(commands, options.shell), end='')
    return 0


def _commands() -> dict[str, argparse.ArgumentParser]:
    (found,) = (
        action for action in new_parser()._actions  # noqa: SLF001 -- argparse has no other way
        if isinstance(action, argparse._SubParsersAction)  # noqa: SLF001
    )  # fmt: skip
    return dict(found.choices)


def _arguments(command: argparse.ArgumentParser) -> Iterator[tuple[list[str], list[str], str]]:
    """Yield of each argument its names, what it may be, and what it is for."""
    for action in command._actions:  # noqa: SLF001
        choices = list(map(str, action.choices or ()))
        yield list(action.option_strings), choices, action.help or ''


def _bash(commands: dict[str, argparse.ArgumentParser], shell: str) -> str:
    choices, options = [], []
    for name, command in commands.items():
        words = []
        for flags, values, _ in _arguments(command):
            words += flags or values
            choices += [
                f"    '{name} {flag}') words='{' '.join(values)}' ;;" for flag in flags if values
            ]
        options.append(f"      *:{name}) words='{' '.join(words)}' ;;")
    text = _BASH.format(
        choices='\n'.join(choices), options='\n'.join(options), commands=' '.join(commands)
    )
    return _ZSH + text if shell == 'zsh' else text


def _fish(commands: dict[str, argparse.ArgumentParser]) -> str:
    start = 'complete -c sphinx-interview'
    lines = [f"{start} -f -n __fish_use_subcommand -a '{' '.join(commands)}'"]
    for name, command in commands.items():
        condition = f"-n '__fish_seen_subcommand_from {name}'"
        for flags, values, about in _arguments(command):
            names = [
                f'-l {flag[2:]}' if flag.startswith('--') else f'-s {flag[1:]}' for flag in flags
            ]
            if values:
                names += ['-x'] * bool(flags) + [f"-a '{' '.join(values)}'"]
            if names:
                text = about.replace("'", '’').replace('%', '')
                lines.append(f"{start} {condition} {' '.join(names)} -d '{text}'")
    return '\n'.join(lines) + '\n'
