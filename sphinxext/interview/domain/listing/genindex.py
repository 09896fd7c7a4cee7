"""Entries of the general index: interviews, speakers and, where wanted, questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from sphinx import addnodes
from sphinx.transforms import SphinxTransform

from ...doctree import nodes
from ...doctree.finding import find
from ..citations.names import name_of
from ..collect import title_of
from ..ours import ours

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docutils.nodes import Element
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.domains.index import IndexDomain
    from sphinx.environment import BuildEnvironment

    from ..records import Interview

    Entry = tuple[str, str, str, str, str | None]


class AddIndexEntries(SphinxTransform):
    """Put index entries before interviews and questions, for builders that write them in place.

    After Sphinx has collected the others for the index of HTML, which would list what an
    ``only`` hides.
    """

    default_priority = 860

    def apply(self, **kwargs: Any) -> None:
        wanted = self.config.interview_genindex
        for interview in find(self.document, nodes.interview) if wanted else ():
            name, title = interview['name'], title_of(interview)
            entries = list(_of_interview(self.config, name, title, interview['speakers']))
            if entries:
                _insert_before(interview, entries)
        asked = find(self.document, nodes.interview_exchange) if 'questions' in wanted else ()
        for exchange in asked:
            if not exchange.get('greets'):
                _insert_before(exchange, [_entry(exchange['title'], nodes.address(exchange))])


def _insert_before(node: Element, entries: list[Entry]) -> None:
    node.parent.insert(node.parent.index(node), addnodes.index(entries=entries, inline=False))


def withdraw_entries(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Take our entries out of the index for HTML, where another builder may have left them."""
    listed = cast('IndexDomain', env.get_domain('index')).entries
    for docname, interviews in ours(env).interviews.items():
        anchors = {
            anchor for i in interviews for anchor in (i.name, *(e.address for e in i.exchanges))
        }
        listed[docname] = [entry for entry in listed.get(docname, ()) if entry[2] not in anchors]


def publish_entries(app: Sphinx, env: BuildEnvironment) -> None:
    """List in the index for HTML what this builder's readers see."""
    listed = cast('IndexDomain', env.get_domain('index')).entries
    for interview in ours(env).shown_interviews():
        listed.setdefault(interview.docname, []).extend(_entries(app.config, interview))


def _entries(config: Config, interview: Interview) -> Iterator[Entry]:
    yield from _of_interview(config, interview.name, interview.title, interview.speakers)
    if 'questions' in config.interview_genindex:
        for exchange in interview.exchanges:
            if not exchange.greets:
                yield _entry(exchange.title, exchange.address)


def _of_interview(
    config: Config, name: str, title: str, speakers: Iterable[str]
) -> Iterator[Entry]:
    if 'interviews' in config.interview_genindex:
        yield _entry(title, name)
    if 'speakers' in config.interview_genindex:
        for speaker in speakers:
            inverted = name_of(speaker, config.interview_speakers).inverted
            yield _entry(inverted, name, title)


def _entry(text: str, anchor: str, *below: str) -> Entry:
    # What stands after a semicolon becomes an entry below
    parts = [part.replace(';', ',') for part in (text, *below)]
    return 'single', '; '.join(parts), anchor, '', None


def setup(app: Sphinx) -> None:
    app.add_transform(AddIndexEntries)
    app.connect('env-before-read-docs', withdraw_entries)
    app.connect('env-updated', publish_entries)
