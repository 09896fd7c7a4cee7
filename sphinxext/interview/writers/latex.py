"""Interviews in LaTeX; the macros stand in ``sphinxinterview.sty``."""

from __future__ import annotations

from functools import cache
from math import ceil
from typing import TYPE_CHECKING, Any
from unicodedata import bidirectional

from docutils.nodes import Invisible, SkipChildren, SkipNode, Text, paragraph, reference
from sphinx.util.images import guess_mimetype

from ..doctree import nodes
from ..doctree.finding import is_folded
from ..doctree.turns.introduction import Introduction
from ..doctree.turns.usual import PARAGRAPHS, has_own, methods
from .moments import moment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from docutils.nodes import Element
    from sphinx.writers.latex import LaTeXTranslator

    Visitor = Callable[[LaTeXTranslator, Element], None]

#: Name and options of our package.
_PACKAGE = ('sphinxinterview', None)
#: About so many signs stand on a line.
_LINE = 80
#: So many lines of an answer stand below its question; one of more lines than that may be parted.
_ANSWER, _WHOLE = 2, 16
#: So many lines a heading takes.
_HEADING = 5
#: What stands before the words of a turn.
_BEFORE = (nodes.interview_number, nodes.interview_speaker, nodes.interview_time)
#: What is kept together with what follows.
_KEPT = (nodes.interview_exchange, nodes.interview_title, nodes.interview_topic)
#: The subtype of an entry that stands below another, as Sphinx's indices have it.
_BELOW = 2
#: What is listed in the outline.
_KINDS = {
    nodes.interview_title: 'title',
    nodes.interview_topic: 'topic',
    nodes.interview_exchange: 'question',
}


def _load_package(self: LaTeXTranslator) -> None:
    """Have this document load our package; others stay as they are without us."""
    packages = self.elements['packages_after_hyperref']
    if _PACKAGE not in packages:
        self.elements['packages_after_hyperref'] = [*packages, _PACKAGE]


def _environment(name: str) -> tuple[Visitor, Visitor]:
    """Return handlers that put a node into an environment of our package."""

    def visit(self: LaTeXTranslator, node: Element) -> None:
        _load_package(self)
        if self.table:
            # A cell that holds paragraphs in an environment, like one with a list
            self.table.has_problematic = True
        self.body.append(f'\n\\begin{{sphinxinterview{name}}}\n')
        _anchor(self, node)

    def depart(self: LaTeXTranslator, node: Element) -> None:
        self.body.append(f'\n\\end{{sphinxinterview{name}}}\n')

    return visit, depart


def _turn(name: str) -> tuple[Visitor, Visitor]:
    visit_environment, depart = _environment(name)

    def visit(self: LaTeXTranslator, node: Any) -> None:
        visit_environment(self, node)
        texts = node.plain_texts
        if _runs_leftwards(texts or _spoken(node)):
            self.body.append('\\sphinxinterviewleftwards\n')
        match node.actions:
            case (Introduction() as introduction,) if texts and all(texts):
                if len(texts) <= len(_LIKE) and not has_own(self, _usual()):
                    _write_texts(self, texts, introduction.parts(node))
                    raise SkipChildren

    return visit, depart


def _write_texts(self: LaTeXTranslator, texts: list[str], parts: list[Element]) -> None:
    """Write paragraphs without making nodes of them; *parts* stand before the first words."""
    for like, text in zip(_LIKE, texts, strict=False):
        self.visit_paragraph(like)
        for number, part in enumerate(parts):
            if number:
                self.body.append(' ')
            _write_part(self, part)
        self.body.append(self.encode(f' {text}' if parts else text))
        self.depart_paragraph(like)
        parts = []


def _write_part(self: LaTeXTranslator, part: Element) -> None:
    """Write what stands before the words; a name, which most turns have, without a walk."""
    if type(part) is nodes.interview_speaker:
        visit_interview_speaker(self, part)
        self.body.append(self.encode(part.astext()))
        depart_in_context(self, part)
    else:
        part.walkabout(self)


#: Paragraphs of a turn, as many as most have.
_LIKE = [paragraph() for _ in range(20)]
nodes.interview_answer('', *_LIKE)


@cache
def _usual() -> dict[str, Callable[..., object]]:
    from sphinx.writers.latex import LaTeXTranslator  # when it is there anyway

    return methods(LaTeXTranslator, 'encode', *PARAGRAPHS)


def _runs_leftwards(words: Iterable[str]) -> bool:
    """Whether *words* start with a letter that is written from right to left."""
    directions = (bidirectional(sign) for text in words for sign in text)
    return next((d for d in directions if d in {'L', 'R', 'AL'}), 'L') != 'L'


def _spoken(turn: Element) -> Iterable[str]:
    """Return the words of a turn without what stands before them."""
    return (
        child.astext()
        for found in turn.findall(paragraph)
        for child in found
        if not isinstance(child, _BEFORE)
    )


def _command(name: str) -> tuple[Visitor, Visitor]:
    """Return handlers that make a node the argument of a command of our package."""

    def visit(self: LaTeXTranslator, node: Element) -> None:
        _load_package(self)
        self.body.append(f'\\sphinxinterview{name}{{')

    def depart(self: LaTeXTranslator, node: Element) -> None:
        self.body.append('}')

    return visit, depart


def visit_interview_speaker(self: LaTeXTranslator, node: Element) -> None:
    _load_package(self)
    is_linked = isinstance(node[0], reference)
    self.body.append('\\sphinxinterviewspeaker{' + '\\sphinxinterviewlinked{' * is_linked)
    self.context.append('}' + '}' * is_linked)


def depart_in_context(self: LaTeXTranslator, node: Element) -> None:
    self.body.append(self.context.pop())


def visit_interview_time(self: LaTeXTranslator, node: Element) -> None:
    """Open a time, which leads into a recording that readers can reach."""
    _load_package(self)
    is_linked = '://' in node['recording'] and isinstance(node[0], Text)
    address = self.encode_uri(moment(node['recording'], node['seconds'])) if is_linked else ''
    self.body.append('\\sphinxinterviewtime{' + f'\\sphinxhref{{{address}}}{{' * is_linked)
    self.context.append('}' + '}' * is_linked)


def _heading(name: str) -> tuple[Visitor, Visitor]:
    """Return handlers for a heading in the document's own style."""

    def visit(self: LaTeXTranslator, node: Element) -> None:
        _load_package(self)
        self.body.append('\n\n')
        _anchor(self, node)
        self.body.append(f'\\sphinxinterview{name}{{{_level(self, node["depth"])}}}{{')
        self.in_title = 1

    def depart(self: LaTeXTranslator, node: Element) -> None:
        self.in_title = 0
        self.body.append('}\n\n')

    return visit, depart


def _anchor(self: LaTeXTranslator, node: Element) -> None:
    """Write what leads to a node, on the page on which its first lines stand."""
    if lines := _lines_to_keep(node):
        self.body.append(f'\\sphinxinterviewkeep{{{lines}}}\n')
    if node['ids']:
        self.body.append(self.hypertarget_to(node, anchor=True))
    _list(self, node)
    if node['ids'] or 'bookmark' in node:
        # What prints nothing lets a page end after it
        self.body.append('\\nobreak\n')


def _lines_to_keep(node: Element) -> int:
    """Return about how many lines stand together at the start of a node."""
    if isinstance(node, nodes.interview_exchange):
        return _lines_asked(node) + _ANSWER
    if isinstance(node, nodes.interview):
        first = next((child for child in node if not isinstance(child, Invisible)), None)
        return _lines_to_keep(first) if isinstance(first, _KEPT) else 0
    if isinstance(node, _KEPT):
        following = node.next_node(descend=False, siblings=True)
        return _HEADING + (_lines_to_keep(following) if isinstance(following, _KEPT) else _ANSWER)
    return 0


def _lines_asked(exchange: Element) -> int:
    """Return about how many lines of a question stay together."""
    asked = (turn for turn in exchange if isinstance(turn, nodes.interview_question))
    lines = sum(ceil(length / _LINE) for turn in asked for length in _lengths(turn))
    return lines if lines <= _WHOLE else _ANSWER


def _lengths(turn: Element) -> Iterable[int]:
    """Return how long each paragraph of a turn is, with what stands before the words."""
    if is_folded(turn) and (texts := turn.plain_texts):
        first, *others = map(len, texts)
        before = (one.before(turn) for one in turn.actions if isinstance(one, Introduction))
        return [len(''.join(before)) + first, *others]
    return (len(found.astext()) for found in turn.findall(paragraph))


def _level(self: LaTeXTranslator, depth: int) -> str:
    """Return the name of the section level that is *depth* below the enclosing section."""
    # Below a paragraph LaTeX's headings stand in a line with the words
    last = self.sectionnames.index('paragraph')
    return str(self.sectionnames[min(max(self.sectionlevel, 0) + depth, last)])


def _list(self: LaTeXTranslator, node: Element) -> None:
    """Write an entry of the PDF's outline, so many levels below the enclosing section."""
    if 'bookmark' not in node or self.table:
        return
    text = node['title'] if isinstance(node, nodes.interview_exchange) else node.astext()
    line = self.encode(' '.join(text.split()))
    level = _level(self, node['bookmark'])
    address = self.idescape(f'{self.curfilestack[-1]}:{nodes.address(node)}')
    kind = _KINDS[type(node)]
    self.body.append(f'\\sphinxinterviewentry{{{kind}}}{{{level}}}{{{line}}}{{{address}}}%\n')


def visit_interview_index(self: LaTeXTranslator, node: Element) -> None:
    _load_package(self)
    # Where Sphinx's references to documents lead
    place = self.idescape(f'{node["label"]}::doc')
    self.body.append(
        f'\n\\begin{{sphinxinterviewindex}}{{{self.encode(node["title"])}}}{{{place}}}\n'
    )
    for number, (letter, entries) in enumerate(node['groups']):
        self.body.append('\\indexspace\n' if number else '')
        self.body.append(f'\\sphinxinterviewindexletter{{{self.encode(letter)}}}\n')
        for entry in entries:
            kind = 'entry' if entry.subtype == _BELOW else 'head'
            address = self.idescape(f'{entry.docname}:{entry.anchor}')
            words = ''.join(f'{{{self.encode(text)}}}' for text in (entry.name, entry.extra))
            self.body.append(f'\\sphinxinterviewindex{kind}{words}{{{address}}}\n')


def depart_interview_index(self: LaTeXTranslator, node: Element) -> None:
    self.body.append('\\end{sphinxinterviewindex}\n')


def visit_interview_portrait(self: LaTeXTranslator, node: Element) -> None:
    """Write the picture as the argument of a command; how large it is, the command says.

    One of a kind that LaTeX doesn't know, such as SVG, isn't shown.
    """
    _load_package(self)
    name = self.builder.images.get(node['uri'], '')
    base, dot, suffix = name.rpartition('.')
    if guess_mimetype(name) in self.builder.supported_image_types:
        self.body.append(f'\\sphinxinterviewportrait{{{{{base}}}{dot}{suffix}}}\n')
    raise SkipNode


def skip(self: LaTeXTranslator, node: Element) -> None:
    """Nothing to write."""


HANDLERS = {
    nodes.interview: _environment(''),
    nodes.interview_head: _environment('head'),
    nodes.interview_person: _environment('person'),
    nodes.interview_portrait: (visit_interview_portrait, skip),
    nodes.interview_recording: (skip, skip),
    nodes.interview_title: _heading('title'),
    nodes.interview_preamble: _environment('preamble'),
    nodes.interview_epilogue: _environment('epilogue'),
    nodes.interview_topic: _heading('topic'),
    nodes.interview_segment: _environment('segment'),
    nodes.interview_segments: _environment('segments'),
    nodes.interview_overview: _environment('overview'),
    nodes.interview_bar: (skip, skip),
    nodes.interview_exchange: _environment('exchange'),
    nodes.interview_translation: _environment('translation'),
    nodes.interview_question: _turn('question'),
    nodes.interview_answer: _turn('answer'),
    nodes.interview_note: _environment('note'),
    nodes.interview_speaker: (visit_interview_speaker, depart_in_context),
    nodes.interview_direction: _command('direction'),
    nodes.interview_time: (visit_interview_time, depart_in_context),
    nodes.interview_number: _command('number'),
    nodes.interview_ending: (skip, skip),
    nodes.interview_excerpt: _environment(''),
    nodes.interview_name: _heading('name'),
    nodes.interview_profile: _environment('profile'),
    nodes.interview_list: (skip, skip),
    nodes.interview_card: (skip, skip),
    nodes.interview_references: (skip, skip),
    nodes.interview_index: (visit_interview_index, depart_interview_index),
}
