"""A file as the command line reads it, all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .exchanges.grouping import exchanges
from .formats import file_lines, read, recognise
from .source.head import split_metadata

if TYPE_CHECKING:
    from .formats.registry import Format
    from .model import Finding, Line, Markup, Paragraphs, Questions, Speaker, Transcript


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
    head = split_metadata(file_lines(data, encoding))
    lines = head.lines
    form, noticed = recognise(lines, name)
    roles = {person.role for person in people}
    people += tuple(person for person in head.people if person.role not in roles)
    is_markdown = name.endswith(('.md', '.markdown')) and not form.cues
    default: Markup = 'markdown' if is_markdown else 'literal'
    markup = 'literal' if form.cues else head.markup or default
    transcript = read(
        lines,
        form=form,
        markup=markup,
        paragraphs=paragraphs if paragraphs != 'auto' else head.paragraphs or 'auto',
        questions=questions if questions != 'auto' else head.questions or 'auto',
        people=people,
    )
    _, found = exchanges(transcript.items)
    findings = (*head.findings, *noticed, *transcript.findings, *found)
    return Loaded(
        transcript, {**transcript.metadata, **head.metadata}, findings, form, lines, markup
    )
