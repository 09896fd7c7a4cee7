"""Chooses the layout of a text: how it shows who speaks.

Labels that name somebody who asks explain a text by themselves. Where there are none, names that are
set off in other ways are looked for, and questions that stand out.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from ..people.labels import find_label, is_name, key, make_label
from ..people.words import is_nameish, role_of
from ..speech.questions import asks
from .alone import with_names_alone
from .asking import asking_kind
from .blocks import Event, Labelled, Text, dedented
from .chat import as_chat
from .dialogue import taking_turns
from .marking import marked
from .questions import Kind, as_question, kinds
from .setoff import set_off
from .standouts import Standout

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from ..model import Questions
    from ..people.labels import Label
    from .blocks import Block
    from .dialogue import Answer
    from .questions import Question

    #: What a layout makes of the lines.
    Laid = Block | Event | Question | Answer

_NO_COLON = re.compile(r'(?:\*\*|__)([^*_]{1,60})(?:\*\*|__)\s+(.+)')
_BOLD = frozenset({'**', '__'})
#: The share of list items, or quotations, with a label that makes them turns.
_WRAPPED = 0.6


def lay_out(found: list[Block], declared: Container[str], wanted: Questions) -> Sequence[Laid]:
    """Return the blocks as turns' starts, questions, answers and text, by the layout that fits.

    :param declared: keys of the declared names
    :param wanted: what the author says that the questions are
    """
    if wanted in {'auto', 'chat'} and (chat := as_chat(found, wanted=wanted == 'chat')):
        return chat
    found = _with_colon_forgotten(_unwrapped(_without_declarations(found), declared))
    for layout in (_with_set_off, with_names_alone):
        if has_asker := _has_asker(found):
            break
        found = layout(found, declared)
    else:
        has_asker = _has_asker(found)
    if wanted in {'label', 'chat'}:
        return found
    if wanted in {'auto', 'dash'} and (turns := taking_turns(found, wanted=wanted == 'dash')):
        return turns
    kind = asking_kind(found, wanted, declared, has_asker=has_asker)
    return list(marked(found, kind, wanted, declared)) if kind else found


def _without_declarations(found: list[Block]) -> list[Block]:
    """Return the blocks with ``Interviewer: Ada Reader`` as what nobody says, before the first turn."""
    counts = Counter(key(block.label.name) for block in found if isinstance(block, Labelled))
    result = list(found)
    for place, block in enumerate(found):
        if isinstance(block, Labelled):
            name = key(block.label.name)
            said = block.label.rest.strip()
            is_person = len(name) > 1 and role_of(name) and is_name(said) and is_nameish(said)
            if counts[name] > 1 or not is_person:
                break
            result[place] = Event(block.line, block.text)
    return result


def _has_asker(found: Sequence[Block]) -> bool:
    """Whether a label comes back whose turns mostly end in a question."""
    ends: defaultdict[str, list[str]] = defaultdict(list)
    end: list[str] = []
    for block in found:
        if isinstance(block, Labelled):
            end = ends[key(block.label.name)]
            end.append(block.label.rest)
        elif not isinstance(block, Text):
            end = []
        elif end and block.text:
            end[-1] = block.text
    return any(
        len(turns) > 1
        and (role_of(name) == 'interviewer' or sum(map(asks, turns)) >= len(turns) / 2)
        for name, turns in ends.items()
    )


def _are_declared(found: Sequence[Block], declared: Container[str]) -> bool:
    """Whether a label that comes back names somebody declared: other forms won't name others."""
    counts = Counter(key(block.label.name) for block in found if isinstance(block, Labelled))
    return any(count > 1 and name in declared for name, count in counts.items())


def _with_colon_forgotten(found: list[Block]) -> list[Block]:
    """Return the blocks with ``**Ada** …`` as a label where ``**Ada:** …`` is one often."""
    if not any(type(b) is Standout or (type(b) is Text and b.text[:2] in _BOLD) for b in found):
        return found
    counts = Counter(key(block.label.name) for block in found if isinstance(block, Labelled))
    names = {name for name, count in counts.items() if count > 1}
    return [_labelled_again(block, names) for block in found] if names else found


def _labelled_again(block: Block, names: set[str]) -> Block:
    if isinstance(block, Standout) and block.mark == 'bold' and not asks(block.text):
        label = find_label(block.text)  # “**Ada: Really.**”
        is_known = label is not None and key(label.name) in names and len(block.lines) == 1
        return Labelled(block.line, block.text, label) if label and is_known else block
    if not isinstance(block, Text) or block.text[:2] not in _BOLD:
        return block
    match = _NO_COLON.fullmatch(block.text)
    if match is not None and key(match[1]) in names:
        label = make_label(match[1], match[2], 'emphasis')
    else:  # “**Ada: Why?”, which never closes
        label = find_label(block.text[2:])
    is_known = label is not None and key(label.name) in names
    return Labelled(block.line, block.text, label) if label and is_known else block


def _with_set_off(found: Sequence[Block], declared: Container[str]) -> list[Block]:
    """Return the blocks with names that are set off as labels, where they come back."""
    seen: dict[int, tuple[str, Label]] = {}
    for place, block in enumerate(found):
        line = _line_of(block)
        if line and (named := set_off(line, declared)):
            seen[place] = named
    names: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for way, label in seen.values():
        names[way][key(label.name)] += 1
    if not seen:
        return list(found)
    is_asked = any(
        asks(as_question(found[place], declared).text)
        for kind in kinds(found)
        for place in kind.places
    )
    if _are_declared(found, declared):
        used = {way for way, counts in names.items() if len(_known(counts, declared)) > 1}
    else:
        used = {
            way for way, counts in names.items() if _come_back(counts, declared, alone=is_asked)
        }
    return [
        Labelled(block.line, _line_of(block), seen[place][1])
        if place in seen and seen[place][0] in used
        else block
        for place, block in enumerate(found)
    ]


def _line_of(block: Block) -> str:
    if isinstance(block, Text):
        return block.text
    # “**Q. How …?**” is a question that stands out; “**Q1.** How …?” isn't
    return block.lines[0][1] if isinstance(block, Standout) and block.rest else ''


def _come_back(counts: Counter[str], declared: Container[str], *, alone: bool) -> bool:
    """Whether names that are set off in one way are speakers': most of them come back.

    :param alone: one name is enough, for questions may stand out
    """
    often = [name for name, count in counts.items() if count > 1]
    known = _known(counts, declared)
    if len(known) > 1 or (alone and any(name in declared for name in known)):
        return True
    enough = 1 if alone or known else 2
    return len(often) >= enough and sum(counts[name] for name in often) >= 0.6 * counts.total()


def _known(names: Iterable[str], declared: Container[str]) -> list[str]:
    return [name for name in names if name in declared or role_of(name)]


def _unwrapped(found: list[Block], declared: Container[str]) -> list[Block]:
    """Return the blocks of list items or quotations that hold whole turns without the wrapping."""
    for kind in kinds(found):
        if kind.style in {'bullet', 'number'} or kind.mark == 'quote':
            labels = {place: _first_label(found[place], declared) for place in kind.places}
            named = [key(label.name) for label in labels.values() if label is not None]
            is_again = 1 < len(set(named)) < len(named)  # else they are facts, each once
            if is_again and len(named) >= _WRAPPED * len(labels):
                return list(_without_wrapping(found, kind, labels))
    return found


def _first_label(block: Block, declared: Container[str]) -> Label | None:
    return find_label(block.words[0][1], declared) if isinstance(block, Standout) else None


def _without_wrapping(
    found: Sequence[Block], kind: Kind, labels: dict[int, Label | None]
) -> Iterator[Block]:
    indent = 0
    for place, block in enumerate(found):
        if place in labels and isinstance(block, Standout):
            (number, first), *others = block.words if kind.mark == 'list' else block.inside
            label = labels[place]
            yield Labelled(number, first, label) if label else Text(number, first)
            yield from (Text(*line) for line in others)
            indent = block.indent
        elif isinstance(block, Text):
            yield dedented(block, indent)
        else:
            yield block
