"""What translators see of literal words, parsed again, gives the words."""

from __future__ import annotations

import pytest
from docutils.core import publish_doctree
from hypothesis import example, given
from hypothesis import strategies as st

from sphinxext.interview.doctree.turns.literal import escape

SETTINGS = {
    'report_level': 1,
    'halt_level': 1,
    'file_insertion_enabled': False,
    'smart_quotes': False,
}
SIGNS = st.sampled_from('*_`|\\.:-+>=~^"\'()[]<>{}#/@&!1aA•§ ’“')
LINES = (
    st.text(SIGNS, min_size=1, max_size=30).map(lambda text: ' '.join(text.split())).filter(bool)
)


@given(LINES)
@example('.. include:: x')
@example('http://a_b.example/c_?d=e*')
@example('#. x')
@example('a\\')
def test_escaped_words_parse_to_themselves(text):
    tree = publish_doctree(escape(text), settings_overrides=SETTINGS)
    assert [child.tagname for child in tree.children] == ['paragraph']
    assert tree.astext() == text


@pytest.mark.parametrize(
    'text', ['[laughs] “So,” she said.', '(No.) It’s 5 o’clock', 'Is it? — Yes!']
)
def test_ordinary_words_stay_as_they_are(text):
    assert escape(text) == text
