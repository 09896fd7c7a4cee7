"""What a page shows of what stands elsewhere, by the kind of its reference."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from .builders import marks_words
from .editions import editions_of
from .grouping.values import values_of
from .presenting.portraits import seen
from .publishing.quoted import quoted_interview

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.domains.std import StandardDomain

    from .citations.bibliography import Bibliography
    from .records import Interview, Quotation
    from .targets import Found

    Shown = tuple[object, ...] | None


def page_shows(bibliography: Bibliography, kind: str, target: str) -> Shown:
    """Return what a reference shows now; None where it isn't about interviews."""
    if kind in _SHOWN:
        return _SHOWN[kind](bibliography, target)
    domain = bibliography.domain
    if not kind.startswith('foreign'):
        return _place(domain.look_up(kind, target))
    # An author's label of that name comes before ours
    if target.lower() in domain.targets:
        std, label = cast('StandardDomain', domain.env.get_domain('std')), target.lower()
        return std.labels.get(label) or std.anonlabels.get(label) or domain.find('ref', label)
    return domain.find('speaker', target) if kind.endswith('any') else None


def quotation_shows(bibliography: Bibliography, quotation: Quotation) -> str:
    """Return what a quotation shows now; nothing where it names nothing of interviews."""
    said = bibliography.domain.attributions.of(*quotation.said)
    if said is None:
        return ''
    fragment = said.fragment if marks_words(bibliography.builder) else ''
    interview, record = quoted_interview(bibliography, said)
    place = said.target.docname, said.target.anchor, fragment
    return '\n'.join((*place, said.title, interview.title, record.link, record.language))


def _place(found: Found | None) -> Shown:
    return (found.target, found.base) if found else None


def _citation(known: Bibliography, target: str) -> Shown:
    at = _place(known.domain.look_up('ref', target))
    return at, known.cite(target), known.list_document


def _list_of_references(known: Bibliography, cited_in: str) -> Shown:
    citing = [
        (docname, known.title_of(docname), cited) for docname, cited in known.citations.items()
    ]
    return known.listed(cited_in), citing


def _interview(known: Bibliography, name: str) -> Shown:
    uses = [
        (address, docname, known.title_of(docname))
        for address, docnames in known.uses_of.get(name, {}).items()
        for docname in docnames
    ]
    called = [
        (found.docname, known.domain.file_names[found.docname, name], known.record(found))
        for found in known.named.get(name, ())
    ]
    settled, everywhere = known.domain.permalinks, editions_of(known)
    people = [
        (found.descriptions, seen(known, found.speakers)) for found in known.named.get(name, ())
    ]
    editions = [
        [
            (one.language, one.interview and one.interview[:3], one.uri)
            for one in everywhere.of(found)
        ]
        for found in known.named.get(name, ())
    ]
    places = [_values(known, found) for found in known.named.get(name, ())]
    ledger = settled and (settled.anchors(name), settled.departed(name))
    return uses, called, people, editions, places, ledger


def _interviews(known: Bibliography, _: str) -> Shown:
    return tuple(listing_shows(known, i) for i in known.domain.shown_interviews())


def listing_shows(known: Bibliography, interview: Interview) -> Shown:
    """Return what a list shows of an interview now."""
    i = interview
    return i[:3], i.speakers, i.roles, i.metadata, i.opening, seen(known, i.speakers)


def _values(known: Bibliography, interview: Interview) -> Shown:
    """Return where its tags, its place, year and speakers lead."""
    groups = known.domain.groups
    return tuple(
        groups.place(known.builder, value)
        for kind in groups.homes
        for text in values_of(interview, kind)
        if (value := groups.find(kind, text))
    )


def _home(known: Bibliography, kind: str) -> Shown:
    return kind, known.domain.groups.homes.get(kind)


def _browse(known: Bibliography, kind: str) -> Shown:
    return *(_home(known, kind) or ()), *(_interviews(known, kind) or ())


def _sort(known: Bibliography, order: str) -> Shown:
    return (order,)


def _excerpt(known: Bibliography, target: str) -> Shown:
    domain, env = known.domain, known.domain.env
    found = domain.look_up('ref', target)
    if found is None:
        return None
    if found.project:
        return _place(found), *found.project.spoken(target)
    source = found.target.docname
    title = domain.targets[target.partition('.')[0]].title
    return found.target, title, env.all_docs.get(source), env.toc_fignumbers.get(source)


def _profile(known: Bibliography, name: str) -> Shown:
    found = known.domain.profiles.get(name)
    return found and found[:4]  # not its place in the source


_SHOWN: dict[str, Callable[[Bibliography, str], Shown]] = {
    'cite': _citation,
    'list': _list_of_references,
    'interview': _interview,
    'profile': _profile,
    'interviews': _interviews,
    'facet': _home,
    'sort': _sort,
    'browse': _browse,
    'excerpt': _excerpt,
}
