"""Greetings and thanks, and what only looks like them."""

from __future__ import annotations

import pytest

from sphinxext.interview.transcript.speech.greetings import greets


@pytest.mark.parametrize(
    'sentence',
    [
        'Hi Grace!',
        'Good morning, Grace, and welcome to the harbour.',
        'Well, thank you so much for your time.',
        'It’s a great pleasure to have you.',
        'Nice to meet you.',
        'Vielen Dank für das Gespräch.',
        'Merci beaucoup !',
        '¡Hola, Marta!',
        'Здравствуйте, Анна!',
        '感谢您接受采访。',
        'こんにちは。',
        '안녕하세요.',
    ],
)
def test_a_greeting_asks_nothing(sentence):
    assert greets(sentence)


@pytest.mark.parametrize(
    'sentence',
    [
        'Hi Grace, how are you?',
        'Hi Grace, tell us of the sea.',
        'Thank you, and could you tell us who you are?',
        'Thanks to you the lamp burns.',
        'Hi-fi was your first love.',
        'High water.',
        'Tell us of the sea.',
        'Good to know.',
        '',
    ],
)
def test_what_asks_or_says_something_is_no_greeting(sentence):
    assert not greets(sentence)
