"""Addresses that an author gives: ``{#slug}`` at the end of a question or topic."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..model import Finding, Topic, Turn
from .slugs import slugify

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..model import Item

_SLUG = re.compile(r'[ \t]*\{#([^\s{}]+)\}[ \t]*$', re.MULTILINE)


def with_slugs(items: Sequence[Item], findings: list[Finding]) -> Iterator[Item]:
    """Take ``{#slug}`` off the turns that open an exchange, and off topics."""
    is_open = False
    for item in items:
        if isinstance(item, Turn):
            yield _take_slug(item, findings) if item.asks or not is_open else item
            is_open = True
        else:
            is_open = is_open and not isinstance(item, Topic)
            yield item


def _take_slug(turn: Turn, findings: list[Finding]) -> Turn:
    for index, paragraph in enumerate(turn.paragraphs):
        if '{#' not in paragraph.text:
            continue
        text, slug = split_slug(paragraph.text, paragraph.line, findings)
        if slug:
            paragraphs = [*turn.paragraphs]
            paragraphs[index] = paragraph._replace(text=text)
            return turn._replace(paragraphs=tuple(paragraphs), slug=slug)
    return turn


def split_slug(text: str, line: int, findings: list[Finding]) -> tuple[str, str]:
    """Split *text* into what readers see and the slug that stands in it, or an empty one."""
    match = _SLUG.search(text) if '{#' in text else None
    if match is None:
        return text, ''
    given = match[1]
    slug = slugify(given, words=99)
    if slug != given:
        message = f'{{#{given}}} can’t be an address; it becomes {{#{slug}}}'
        findings.append(Finding('slug_invalid', 'warning', line, message))
    return text[: match.start()] + text[match.end() :], slug
