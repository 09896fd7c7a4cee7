"""What a podcast's feed links to: transcript and chapters of each interview with a recording."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from docutils import nodes as docutils_nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from ...doctree import nodes
from ...doctree.finding import find
from ...doctree.segments import is_podcast, time_of, topics_of, turns_of
from ...doctree.turns.heard import BESIDE, heard
from ..builders import WITH_FILES
from ..collect import title_of
from ..ours import ours
from ..quoting.words import UNSEEN
from .feed import FEED, FILES, feed_lines
from .files import write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils.nodes import Element
    from sphinx.application import Sphinx

    from ...transcript.captions.cues import Cue

_UNSAID: Final = (*BESIDE, *UNSEEN, docutils_nodes.image)


class MakePodcasts(SphinxPostTransform):
    """Make the texts of an interview's files.

    Of the words that this build shows, in its language; before names and times are put into them.
    """

    default_priority = 3
    formats = ('html',)

    def run(self, **kwargs: Any) -> None:
        wanted = self.config.interview_podcast
        for interview in find(self.document, nodes.interview) if wanted else ():
            if is_podcast(interview):
                interview['podcast'] = dict(_texts(interview, wanted))


def _texts(interview: Element, wanted: list[str]) -> Iterator[tuple[str, str]]:
    # Now, for most projects have no podcast
    from ...transcript.writing.podcast import chapters_as_json, cues_as_json
    from ...transcript.writing.webvtt import cues_as_vtt

    cues = [*_cues(interview)]
    if 'vtt' in wanted:
        yield 'vtt', cues_as_vtt(cues)
    if 'json' in wanted:
        yield 'json', cues_as_json(cues)
    if 'chapters' in wanted and (chapters := [*_chapters(interview)]):
        yield 'chapters', chapters_as_json(title_of(interview), chapters)


def _cues(interview: Element) -> Iterator[Cue]:
    """Yield what is said from one time to the next; what others say has a cue of its own."""
    from ...transcript.captions.cues import Cue

    for turn in turns_of(interview):
        start, words = time_of(turn), list[str]()
        speaker = ' & '.join(turn['speakers'])
        for block in turn:
            if isinstance(block, docutils_nodes.Element) and 'interview-note' in block['classes']:
                continue
            time = time_of(block)
            if time is not None and words:
                yield Cue(start, None, '\n'.join(words), 1, speaker)
                words = []
            start = start if time is None else time
            words += filter(None, [' '.join(heard(block, _UNSAID).split())])
        if words:
            yield Cue(start, None, '\n'.join(words), 1, speaker)


def _chapters(interview: Element) -> Iterator[tuple[float, str]]:
    """Yield the topics; where there are none, what is asked."""
    topics = [*topics_of(interview)]
    yield from ((topic.time, topic.topic.astext()) for topic in topics if topic.time is not None)
    for exchange in interview if not topics else ():
        if isinstance(exchange, nodes.interview_exchange) and not exchange.get('greets'):
            time = time_of(exchange[0])
            if time is not None:
                yield time, exchange['title']


def write_podcasts(app: Sphinx, doctree: docutils_nodes.document, docname: str) -> None:
    """Write the files of a page's interviews, and the lines for a feed."""
    domain = ours(app.env)
    for node in find(doctree, nodes.interview) if app.builder.name in WITH_FILES else ():
        name = domain.file_names.get((node['docname'], node['name']))
        texts: dict[str, str] = node.get('podcast', {})
        if not name or not texts:
            continue
        base = app.config.html_baseurl
        base = f'{base.rstrip("/")}/' if base else ''
        addresses = {}
        for kind, text in texts.items():
            ending = FILES[kind][0]
            write(app, f'{name}{ending}', text)
            addresses[kind] = f'{base}{nodes.FOLDER}/{quote(name)}{ending}'
        language = node['metadata'].get('language') or app.config.language or ''
        write(app, f'{name}{FEED}', feed_lines(addresses, language))


def setup(app: Sphinx) -> None:
    app.add_post_transform(MakePodcasts)
    # After an ifconfig has hidden what it hides
    app.connect('doctree-resolved', write_podcasts, priority=600)
