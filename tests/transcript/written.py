"""One conversation, written in every layout; strategies for random ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

#: Question and the paragraphs of its answer.
Conversation = list[tuple[str, list[str]]]

_WORDS = st.sampled_from(
    'barge canal reed oar lock mist ferry quay rope heron 42 “deck” na\u00efve half-way it’s'.split()
)
_SENTENCE = st.lists(_WORDS, min_size=3, max_size=9).map(lambda words: ' '.join(words).capitalize())
_QUESTION = _SENTENCE.map(lambda text: f'How does the {text}?')
_PARAGRAPH = st.lists(_SENTENCE.map(lambda text: f'So the {text}.'), min_size=1, max_size=3).map(
    ' '.join
)
CONVERSATIONS = st.lists(
    st.tuples(_QUESTION, st.lists(_PARAGRAPH, min_size=1, max_size=3)), min_size=3, max_size=6
)


class Layout(NamedTuple):
    """A way to show who speaks."""

    #: Writes a question and its answer, given the number of the question.
    write: Callable[[int, str, list[str]], str]
    #: The names that the text shows; empty where it shows none.
    asks: str = ''
    answers: str = ''
    markup: str = 'literal'


def _labelled(form: str, *, gap: str = '\n\n') -> Callable[[int, str, list[str]], str]:
    def write(number: int, question: str, answer: list[str]) -> str:
        asking, answering = form.format('Ada'), form.format('Grace')
        return f'{asking}{question}{gap}{answering}' + '\n\n'.join(answer)

    return write


def _unlabelled(form: str, indent: str = '') -> Callable[[int, str, list[str]], str]:
    def write(number: int, question: str, answer: list[str]) -> str:
        asked = form.format(question, number=number)
        return asked + '\n\n' + '\n\n'.join(indent + paragraph for paragraph in answer)

    return write


def _listed(number: int, question: str, answer: list[str]) -> str:
    return f'- **Ada:** {question}\n\n- **Grace:** ' + '\n\n  '.join(answer)


def _quoted(number: int, question: str, answer: list[str]) -> str:
    return f'> **Ada:** {question}\n\n> **Grace:** ' + '\n>\n> '.join(answer)


def _label_in_bold(number: int, question: str, answer: list[str]) -> str:
    return f'**Ada: {question}**\n\nGrace: ' + '\n\n'.join(answer)


def _name_in_quotation(number: int, question: str, answer: list[str]) -> str:
    return f'> {question}\n\n**Grace:** ' + '\n\n'.join(answer)


def _lettered(number: int, question: str, answer: list[str]) -> str:
    return f'Q. {question}\n\nA. ' + '\n\n'.join(answer)


def _dialogue(number: int, question: str, answer: list[str]) -> str:
    return f'— {question}\n\n— ' + '\n\n'.join(answer)


def _chat(number: int, question: str, answer: list[str]) -> str:
    return f'13:{number:02} <ada> {question}\n' + '\n'.join(
        f'13:{number:02} <grace> {paragraph}' for paragraph in answer
    )


def _timed(number: int, question: str, answer: list[str]) -> str:
    return f'[00:{number:02}:00] Ada\n{question}\n\n[00:{number:02}:30] Grace\n' + '\n\n'.join(
        answer
    )


LAYOUTS = {
    'colon': Layout(_labelled('{}: '), 'Ada', 'Grace'),
    'bold colon': Layout(_labelled('**{}:** '), 'Ada', 'Grace', 'markdown'),
    'italic outside': Layout(_labelled('_**{}:**_ '), 'Ada', 'Grace', 'markdown'),
    'bold dash': Layout(_labelled('**{}** — '), 'Ada', 'Grace', 'markdown'),
    'linked name': Layout(
        _labelled('**[{}](https://example.org/x):** '), 'Ada', 'Grace', 'markdown'
    ),
    'html': Layout(_labelled('<b>{}:</b> '), 'Ada', 'Grace', 'markdown'),
    'line break': Layout(_labelled('**{}**<br>'), 'Ada', 'Grace', 'markdown'),
    'hyphen': Layout(_labelled('{} - '), 'Ada', 'Grace'),
    'black brackets': Layout(_labelled('【{}】'), 'Ada', 'Grace'),
    'bold name alone': Layout(_labelled('**{}**\n\n'), 'Ada', 'Grace', 'markdown'),
    'heading is a name': Layout(_labelled('### {}\n\n'), 'Ada', 'Grace', 'markdown'),
    'name alone': Layout(_labelled('{}\n'), 'Ada', 'Grace'),
    'time and name': Layout(_timed, 'Ada', 'Grace'),
    'in a list': Layout(_listed, 'Ada', 'Grace', 'markdown'),
    'in quotations': Layout(_quoted, 'Ada', 'Grace', 'markdown'),
    'label in bold question': Layout(_label_in_bold, 'Ada', 'Grace', 'markdown'),
    'letters': Layout(_lettered, 'Q', 'A'),
    'chat': Layout(_chat, 'ada', 'grace'),
    'heading': Layout(_unlabelled('### {}'), markup='markdown'),
    'heading with a letter': Layout(_unlabelled('### Q: {}'), markup='markdown'),
    'bold': Layout(_unlabelled('**{}**'), markup='markdown'),
    'bold underscores': Layout(_unlabelled('__{}__'), markup='markdown'),
    'bold in text': Layout(_unlabelled('**{}**')),
    'italic': Layout(_unlabelled('*{}*'), markup='markdown'),
    'numbered bold item': Layout(_unlabelled('{number}. **{}**', '    '), markup='markdown'),
    'same number': Layout(_unlabelled('1. __{}__', '   '), markup='markdown'),
    'bullet': Layout(_unlabelled('* {}', '  '), markup='markdown'),
    'quotation': Layout(_unlabelled('> {}'), markup='markdown'),
    'quotation and name': Layout(_name_in_quotation, '', 'Grace', 'markdown'),
    'dash': Layout(_unlabelled('――{}')),
    'dialogue': Layout(_dialogue),
}


def written(conversation: Conversation, layout: Layout) -> str:
    """Return the text of *conversation* in *layout*."""
    gap = '\n' if layout.write is _chat else '\n\n'
    turns = (
        layout.write(number, question, answer)
        for number, (question, answer) in enumerate(conversation, 1)
    )
    return gap.join(turns) + '\n'
