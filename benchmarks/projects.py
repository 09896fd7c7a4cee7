"""Sphinx projects that show the same conversations, with the extension and without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus import ANSWERS, ASKS, conversation, transcript

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from corpus import Turn

    Write = Callable[[Path, str, list[Turn]], None]

US = 'sphinxext.interview'


def write_project(
    folder: Path,
    write: Write,
    *,
    pages: int,
    turns: int,
    extension: str = US,
    settings: str = '',
    name: str = 'talk',
) -> Path:
    """Write a project of *pages* conversations of *turns* turns, each with *write*."""
    folder.mkdir(parents=True)
    extensions = [extension] if extension else []
    book = 'version = copyright = "1"'  # which EPUB asks for
    conf = f'project = "Speed"\n{book}\nextensions = {extensions!r}\nexclude_patterns = ["_*"]\n{settings}\n'
    (folder / 'conf.py').write_text(conf)
    names = [f'{name}{number}' for number in range(pages)]
    listed = ''.join(f'   {one}\n' for one in names)
    (folder / 'index.rst').write_text(f'Talks\n=====\n\n.. toctree::\n   :maxdepth: 1\n\n{listed}')
    for number, one in enumerate(names):
        write(folder, one, conversation(turns, seed=number))
    return folder


def write_interview(folder: Path, name: str, turns: list[Turn]) -> None:
    """Write a page with our directive and its transcript."""
    (folder / f'{name}.txt').write_text(transcript(turns))
    options = f'   :file: {name}.txt\n   :interviewer: {ASKS}\n   :interviewee: {ANSWERS}\n'
    (folder / f'{name}.rst').write_text(f'{_heading(name)}.. interview::\n{options}')


def write_quoted(folder: Path, name: str, turns: list[Turn]) -> None:
    """Write an interview, and a page with ten quotations of it."""
    _write_quoting(folder, name, turns, ':interview:quote:`{}`')


def write_linked(folder: Path, name: str, turns: list[Turn]) -> None:
    """Write the same words in quotation marks, as links that nobody checks."""
    _write_quoting(folder, name, turns, '“:interview:ref:`{}`”')


def _write_quoting(folder: Path, name: str, turns: list[Turn], markup: str) -> None:
    write_interview(folder, name, turns)
    said = [turn.paragraphs[0].partition('.')[0] for turn in turns if turn.speaker == ANSWERS][:10]
    lines = (f'* He says {markup.format(f"{words} <{name}>")} there.' for words in said)
    (folder / f'{name}q.rst').write_text(f':orphan:\n\n{_heading(name)}' + '\n'.join(lines) + '\n')


def write_plain(folder: Path, name: str, turns: list[Turn]) -> None:
    """Write the words as paragraphs of reST, as an editor would without us."""
    (folder / f'{name}.rst').write_text(_heading(name) + transcript(turns))


def write_by_hand(folder: Path, name: str, turns: list[Turn]) -> None:
    """Write a section for each question, with the question as its title: with anchors and contents."""
    parts = [_heading(name)]
    for turn in turns:
        if turn.speaker == ASKS:
            parts.append(_heading(turn.paragraphs[0], '-').rstrip('\n'))
        else:
            parts.append(transcript([turn]).rstrip('\n'))
    (folder / f'{name}.rst').write_text('\n\n'.join(parts) + '\n')


def write_cards(folder: Path, name: str, turns: list[Turn]) -> None:
    """Write a card of sphinx-design for each turn."""
    cards = []
    for turn in turns:
        body = '\n\n'.join(f'   {paragraph}' for paragraph in turn.paragraphs)
        cards.append(f'.. card:: {turn.speaker}\n\n{body}\n')
    (folder / f'{name}.rst').write_text(_heading(name) + '\n'.join(cards))


def _heading(name: str, sign: str = '=') -> str:
    return f'{name}\n{sign * len(name)}\n\n'
