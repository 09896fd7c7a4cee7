"""The ledger of a project: read before the pages, and held against them afterwards."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes as docutils_nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging

from ...doctree import nodes
from ...doctree.finding import find
from ...messages import _, __, fail, ngettext, warn
from ...transcript.permalinks.ledger import Entry, Ledger, LedgerError
from ..ours import ours
from ..referring.links import pending

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docutils.nodes import Element
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from ...transcript.permalinks.settling import Settled
    from .. import InterviewDomain

logger = logging.getLogger(__name__)


def read_ledger(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Read the ledger; return the pages that were read with another version of it."""
    domain = ours(env)
    domain.ledger = None
    if not app.config.interview_permalinks:
        return []
    domain.ledger = ledger = _read(ledger_path(app))
    return [
        docname
        for docname, interviews in domain.data['published'].items()
        if any(one.digest != ledger.digest(one.name) for one in interviews)
    ]


def ledger_path(project: Sphinx | Builder) -> Path:
    """Return where the ledger is, relative to ``conf.py`` as other files that it names."""
    return Path(project.confdir, project.config.interview_permalinks)


def _read(path: Path) -> Ledger:
    """Return the ledger; one without addresses where that can't be read."""
    try:
        return Ledger.read(path)
    except LedgerError as error:
        fail('permalink', '%s', error, location=f'{path}:{error.line}')
    except OSError as error:
        fail('unreadable', '%s: %s', path, error.strerror)
    return Ledger()


class PutOldAnchors(SphinxPostTransform):
    """Let addresses that were published once lead to what they mean now.

    Not while reading, for that knows one interview only. After excerpts were filled, whose
    exchanges have ids of their own.
    """

    default_priority = 7

    def run(self, **kwargs: Any) -> None:
        settled = ours(self.env).permalinks
        if settled is None or not settled.leads:
            return
        found = {
            known.name: interview
            for interview in find(self.document, nodes.interview)
            if (known := settled.interviews.get(interview['name']))
            and known.page == interview['docname']
        }
        for name, interview in found.items():
            if ours(self.env).withheld(name):
                continue  # old addresses may be made of words that are left out
            _put(interview, settled.anchors(name))
            gone = settled.departed(name).items()
            _put_links(
                interview, {old: to for old, to in gone if to.partition('.')[0] not in found}
            )


def _put(interview: Element, anchors: dict[str, list[str]]) -> None:
    exchanges = [part for part in interview if isinstance(part, nodes.interview_exchange)]
    answers = (
        part for one in exchanges for part in one if isinstance(part, nodes.interview_answer)
    )
    topics = [part for part in interview if isinstance(part, nodes.interview_topic)]
    for part in (*exchanges, *answers, *topics):
        ids = part['ids']
        ids.extend(anchors.get(ids[0], ()) if ids else ())
    if landing := anchors.get(interview['name']):
        # Before the interview, which may be folded away, and have no id of its own
        target = docutils_nodes.target('', '', ids=landing)
        interview.parent.insert(interview.parent.index(interview), target)


def _put_links(interview: Element, departed: Mapping[str, str]) -> None:
    """Say below an interview where what has gone to one on another page is now."""
    found: dict[str, list[str]] = {}
    for old, to in departed.items():
        found.setdefault('.'.join(to.split('.')[:2]), []).append(old)
    # Not in the interview, for it may be folded away
    place = interview.parent.index(interview) + 1
    interview.parent.insert(place, [_moved(*one, interview['docname']) for one in found.items()])


def _moved(to: str, old: list[str], docname: str) -> docutils_nodes.paragraph:
    target = docutils_nodes.target('', '', ids=old)
    link = pending(to, to, docname, explicit=False)
    text = docutils_nodes.Text(_('Moved: '))
    return docutils_nodes.paragraph('', '', target, text, link, classes=['interview-moved'])


def check(domain: InterviewDomain) -> None:
    """Warn of interviews that are nowhere, or not where they were; say what the ledger doesn't know."""
    settled, ledger = domain.permalinks, domain.ledger
    if settled is None or ledger is None:
        return
    _warn_of_missing(domain, settled, ledger)
    _warn_of_moved(settled, ledger, domain.env.found_docs)
    _warn_of_departed(domain, settled)
    here = (one for interview in settled.interviews.values() for one, _ in interview.words())
    if new := sum(address not in ledger.entries for address in here):
        text = ngettext(
            '%d address isn’t kept yet; `sphinx-interview permalinks` keeps it',
            '%d addresses aren’t kept yet; `sphinx-interview permalinks` keeps them',
            new,
        )
        logger.info(text, new)


def _warn_of_missing(domain: InterviewDomain, settled: Settled, ledger: Ledger) -> None:
    for name, to in settled.missing.items():
        if domain.withheld(name):
            continue
        if to:
            text = __(
                '%s is called %s now, for their words are the same; to settle it: --rename %s %s'
            )
            warn('permalink', text, name, to, name, to, location=ledger.place_of(name))
        else:
            text = __('%s has gone with all its addresses; if it was renamed: --rename %s NEW')
            warn('permalink', text, name, name, location=ledger.place_of(name))


def _warn_of_moved(settled: Settled, ledger: Ledger, documents: set[str]) -> None:
    """Warn of an interview that has another's name, or has left a page that is still there."""
    for name, interview in settled.interviews.items():
        before = ledger.entries.get(name, Entry())
        if before.to:
            text = __('%s was published as the name of what is called %s now')
            warn('permalink', text, name, before.to, location=interview.place)
        elif before.pages and before.pages[0] in documents - {interview.page}:
            text = __('%s stood on the page %s, which is still there: links to it end at its top')
            warn('permalink', text, name, before.pages[0], location=interview.place)


def _warn_of_departed(domain: InterviewDomain, settled: Settled) -> None:
    """Warn of exchanges that have gone to another interview, or altogether; not if they are restricted."""
    for address, to in settled.moved.items():
        text = __('%s is %s now, in another interview with the same words, and leads there')
        place = settled.interviews[to.partition('.')[0]].place
        warn('permalink', text, address, to, location=place)
    for name, lost in settled.lost.items():
        if domain.withheld(name):
            continue
        text = __(
            '%s has gone, and leads to the interview; if its words were only edited, '
            'write {#%s} behind them'
        )
        for address in lost:
            slug = address.partition('.')[2]
            warn('permalink', text, address, slug, location=settled.interviews[name].place)


def setup(app: Sphinx) -> None:
    app.add_post_transform(PutOldAnchors)
    app.connect('env-get-outdated', read_ledger)
