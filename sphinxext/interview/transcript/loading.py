"""A file as the command line reads it, all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast, get_args

from .exchanges import exchanges
from .formats import file_lines, read, recognise
from .model import Questions
from .source.head import split_metadata

if TYPE_CHECKING:
    from .formats.registry import Format
    from .model import Finding, Line, Markup, Paragraphs, Speaker, Transcript


class Loaded(NamedTuple):
    """A transcript, with what stands in its head."""

    transcript: Transcript
    metadata: dict[str, str]
    #: All that was noticed, about addresses, too.
    findings: tuple[Finding, ...]
    form: Format
    #: The lines below the head.
    lines: list[Line]
    markup: Markup


def load(
    data: bytes,
    name: str,
    *,
    encoding: str | None = None,
    people: tuple[Speaker, ...] = (),
    paragraphs: Paragraphs = 'auto',
    questions: Questions = 'auto',
) -> Loaded:
    """Read a file.

    :param name: whose ending counts where the content doesn't tell the format
    :param people: the declared speakers; for a role without any, those of the file's head count
    :param paragraphs: what ends a paragraph: see `Material`
    :param questions: how a text shows who asks; `auto`: as the file's head says, if it does
    :raises TranscriptError: it can't be read as a transcript
    """
    metadata, declared, lines = split_metadata(file_lines(data, encoding))
    form, noticed = recognise(lines, name)
    roles = {person.role for person in people}
    people += tuple(person for person in declared if person.role not in roles)
    is_markdown = name.endswith(('.md', '.markdown')) and not form.cues
    markup: Markup = 'markdown' if is_markdown else 'literal'
    if questions == 'auto' and (said := metadata.get('questions')) in get_args(Questions):
        questions = cast('Questions', said)
    transcript = read(
        lines, form=form, markup=markup, people=people, paragraphs=paragraphs, questions=questions
    )
    _, found = exchanges(transcript.items)
    findings = (*noticed, *transcript.findings, *found)
    return Loaded(transcript, {**transcript.metadata, **metadata}, findings, form, lines, markup)
