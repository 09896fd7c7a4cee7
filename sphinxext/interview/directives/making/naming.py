"""What interviews are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...doctree import nodes
from ...messages import __, warn
from ...transcript.exchanges.slugs import slugify

if TYPE_CHECKING:
    from docutils.nodes import document


def name_of(given: str, stem: str, location: str) -> str:
    """Return a name that can be an address; warn where an author has *given* another.

    :param stem: of the file or the page, where the author hasn't
    :param location: for messages
    """
    name = slugify(given or stem, words=99) or 'interview'
    if given and name != given:
        text = __('%r can’t be an address; the interview is called %r')
        warn('directive', text, given, name, location=location)
    return name


def unused_name(host: document, name: str, location: str) -> str:
    """Return *name*, or with a warning another where an interview of the document has it already."""
    holder = host.ids.get(name)
    if not isinstance(holder, nodes.interview):
        return name
    text = __('duplicate interview name %r; references go to the one in %s')
    warn('duplicate', text, name, f'{holder.source}:{holder.line}', location=location)
    number = 2
    while f'{name}-{number}' in host.ids:
        number += 1
    return f'{name}-{number}'
