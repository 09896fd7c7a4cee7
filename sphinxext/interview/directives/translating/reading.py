"""From the options of an interview to the translation that stands beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ...doctree import nodes
from ...messages import __, fail, warn
from ...transcript.model import TranscriptError
from ...transcript.source.head import split_metadata
from ...transcript.source.keys import ROLES
from ..options import language_code
from ..sources import FileSource, UnreadableFileError, find_file
from .beside import left_out, put_beside

if TYPE_CHECKING:
    from docutils.nodes import Element

    from ...transcript.source.head import Head
    from ..making.maker import Maker


def add_translation(maker: Maker, interview: Element) -> None:
    """Put the translation that the options name into an interview that was just made.

    One that can't be read is missing, and the author told.
    """
    try:
        _add(maker, interview)
    except UnreadableFileError as error:
        fail('unreadable', '%s', error, location=maker.location)


def _add(maker: Maker, interview: Element) -> None:
    relative, path = find_file(maker.env, maker.options['translation'])
    maker.env.note_dependency(relative)
    source = FileSource(maker.document, path)
    reading = replace(maker, source=source, title=lambda _: None)
    try:
        lines = source.lines()
        head = split_metadata(lines)
        translation = replace(reading, options=_options(maker, interview, head)).make()
    except TranscriptError as error:
        reading.report(error.finding)
        return
    interview.setdefault('withheld', []).extend(translation.get('withheld', []))
    is_shown = isinstance(translation, nodes.interview)
    if not is_shown or left_out(interview) != left_out(translation):
        text = __('the translation is left out, for something else of it is restricted')
        warn('consent', text, location=maker.location)
        return
    language = maker.options.get('translation-language') or _language(head)
    if not language:
        text = __('the language of a translation isn’t known; say it with :translation-language:')
        warn('translation', text, location=maker.location)
        language = 'und'  # Source: BCP 47, “undetermined”
    text = '\n'.join(line for _, line in lines)
    for finding in put_beside(interview, translation, language, text):
        reading.report(finding)
    interview['metadata']['translation-language'] = language


def _language(head: Head) -> str:
    field = head.fields.get('language')
    try:
        return language_code(field.value) if field else ''
    except ValueError:
        return ''


def _options(maker: Maker, interview: Element, head: Head) -> dict[str, Any]:
    """Return how the translation is read: as the interview, with the people that it names itself."""
    named = {person.role for person in head.people}
    options = _people(interview, split_metadata(maker.source.lines()))
    given = (*ROLES, 'markup', 'paragraphs', 'questions', 'preamble')
    options |= {name: maker.options[name] for name in given if name in maker.options}
    options = {name: value for name, value in options.items() if name not in named}
    # Its times would lead to nothing
    return options | {'name': f'{interview["name"]}-translation', 'timestamps': False}


def _people(interview: Element, head: Head) -> dict[str, Any]:
    """Return the people of an interview as options, with the labels that its head gives them."""
    labels = {person.name: ', '.join(person.labels) for person in head.people if person.labels}
    people: dict[str, list[str]] = {}
    for role, name in zip(interview['roles'], interview['speakers'], strict=True):
        called = f'{name} [{labels[name]}]' if name in labels else name
        people.setdefault(role, []).append(called)
    return {role: '; '.join(names) for role, names in people.items() if role}
