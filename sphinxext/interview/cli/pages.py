"""The source of a page that shows one transcript."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from ..transcript.people.roles import options_to_paste

if TYPE_CHECKING:
    import argparse

    from ..transcript.loading import Loaded

#: The markup of a page by the ending of its name.
MARKUPS = {'.rst': 'rst', '.md': 'markdown', '.markdown': 'markdown'}
_MARKED = re.compile(r'([\\`*_|<>\[\]{}#])')


def title_of(loaded: Loaded, path: str) -> str:
    """Return what a transcript calls itself, else its file's name as words."""
    words = re.sub(r'[\W_]+', ' ', Path(path).stem).strip()
    return loaded.metadata.get('title') or f'{words[:1].upper()}{words[1:]}'


def page(
    title: str, file: str, loaded: Loaded, said: argparse.Namespace, markup: str = 'rst'
) -> str:
    """Return a page with a title and the directive.

    :param file: the transcript, as the directive is to name it
    :param said: what the command line says of how to read it
    :param markup: ``rst`` or ``markdown``
    """
    heading = _MARKED.sub(r'\\\1', ' '.join(title.split()))
    options = [f':file: {file}', *options_to_paste(loaded.transcript.speakers).splitlines()]
    if said.encoding:
        options.append(f':encoding: {said.encoding}')
    if said.questions != 'auto':
        options.append(f':questions: {said.questions}')
    if markup == 'markdown':
        lines = [f'# {heading}', '', '```{interview}', *options, '```']
    else:
        rule = '=' * (2 * len(heading) if not heading.isascii() else len(heading))
        indented = [f'   {option}' for option in options]
        lines = [heading, rule, '', '.. interview::', *indented]
    return '\n'.join(lines) + '\n'
