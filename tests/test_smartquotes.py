"""Smart quotes in literal words: what they change they change, and others see all words."""

from __future__ import annotations

import pytest
from conftest import PEOPLE
from sphinx.transforms import SphinxTransform

SENTENCES = (
    'Nothing changes here.',
    'He said "yes", didn\'t he?',
    'Well -- no; well --- yes...',
    'Three . . . dots.',
    'A \\"quoted\\" backslash & an entity &quot;.',
    'A “typographic” one – already.',
    'Here [laughs] and "there" [laughs again].',
)
TALK = '   A: Why?\n\n   G: ' + '\n\n   '.join(SENTENCES)
PAGE = f'Talk\n====\n\n.. interview::\n   :markup: literal\n{PEOPLE}\n{TALK}\n'


#: What `Looks` has seen.
SEEN: list[str] = []


def words(built) -> list[str]:
    paragraphs = built.page().xpath('//*[contains(@class, "interview-answer")]/p')
    return [' '.join(p.text_content().rstrip('¶').split()) for p in paragraphs]


@pytest.mark.parametrize('action', ['qDe', 'qbBdew', 'D', '-1'])
@pytest.mark.parametrize('language', ['en', 'de', 'fr'])
def test_words_are_as_where_smart_quotes_see_them_all(build, action, language):
    config = {'smartquotes_action': action, 'language': language}
    spared = build({'index.rst': PAGE}, where='spared', **config)
    hindered = build(
        {'index.rst': PAGE, 'conf.py': f'extensions = {EXTENSIONS}\n'}, where='all', **config
    )
    assert words(spared) == words(hindered)


class Looks(SphinxTransform):
    """Of another extension: comes after ours, and before the smart quotes."""

    default_priority = 749

    def apply(self, **kwargs) -> None:
        assert all(sentence.split()[-1] in self.document.astext() for sentence in SENTENCES)
        SEEN.append(self.document.astext())


def setup(app) -> None:
    app.add_transform(Looks)


EXTENSIONS = ['sphinxext.interview', __name__]


def test_the_transforms_of_others_see_all_words(build):
    files = {'index.rst': PAGE, 'conf.py': f'extensions = {EXTENSIONS}\n'}
    SEEN.clear()
    build(files)
    assert SEEN
