"""Every builder writes a page again when what the page shows has changed, whoever read it."""

from __future__ import annotations

import pytest
from conftest import PEOPLE
from sphinx.testing.util import SphinxTestApp

FILES = {
    'index.rst': 'Index\n=====\n\n.. toctree::\n   :glob:\n\n   *\n',
    'talk.rst': f'Talk\n====\n\n.. interview:: On lamps\n   :file: talk.txt\n   :how-to-cite:\n{PEOPLE}',
    'talk.txt': 'A: Why? {#why}\n\nG: Because of the sea.\n',
    'answer.rst': 'Answer\n======\n\n:interview:answer:`talk.why`\n',
    'label.rst': 'Label\n=====\n\n:ref:`talk.why`\n',
    'excerpt.rst': 'Excerpt\n=======\n\n.. interview:excerpt:: talk.why\n',
    'listing.rst': 'Listing\n=======\n\n.. interview:list::\n',
    'citing.rst': 'Citing\n======\n\n:interview:cite:`talk.why`\n',
    'refs.rst': 'Refs\n====\n\n.. interview:references::\n',
    'plain.rst': 'Plain\n=====\n\nNothing.\n',
}
TITLE = {'talk.rst': FILES['talk.rst'].replace('On lamps', 'On boats')}
EDITS = {
    'words': (
        {'talk.txt': FILES['talk.txt'].replace('sea', 'wind')},
        {'talk': 'the wind', 'excerpt': 'the wind'},
    ),
    'question': (
        {'talk.txt': FILES['talk.txt'].replace('Why?', 'And why?')},
        {'talk': 'And why?', 'answer': 'And why?', 'label': 'And why?', 'excerpt': 'And why?'},
    ),
    'title': (
        TITLE,
        {'excerpt': '— On boats', 'listing': 'On boats', 'refs': 'On boats'},
    ),
    'title of a page that cites': (
        {'citing.rst': FILES['citing.rst'].replace('Citing\n======', 'Quoting\n=======')},
        {'talk': 'Cited in: Quoting', 'refs': 'Cited in: Quoting'},
    ),
    'date': (
        {'talk.rst': FILES['talk.rst'].replace('   :file', '   :date: 2024\n   :file')},
        {'citing': 'Keeper, 2024', 'refs': '2024', 'listing': '2024', 'talk': '2024'},
    ),
    'a page that cites no more': (
        {'citing.rst': 'Citing\n======\n\nNothing.\n'},
        {},
    ),
}


def main(built, page: str) -> str:
    return ' '.join(built.page(page).xpath('string(//*[@role="main"])').split())


@pytest.mark.parametrize('between', [['text'], ['latex'], ['text', 'dirhtml', 'text']])
@pytest.mark.parametrize('edit', EDITS)
def test_a_builder_writes_what_another_has_read(build, edit, between):
    changes, shown = EDITS[edit]
    build(FILES)
    for builder in between:
        build({}, builder)
    for number, builder in enumerate(between):
        build({} if number else changes, builder)
    built = build({})
    for page, words in shown.items():
        assert words in main(built, page)
    clean = build(FILES | changes, where='clean')
    for page in sorted(built.app.env.found_docs):
        assert main(built, page) == main(clean, page)


@pytest.mark.parametrize('builder', ['html', 'text', 'dummy', 'latex', 'singlehtml', 'gettext'])
def test_where_nothing_changed_nothing_is_written(build, builder):
    build(FILES, builder)
    messages = build({}, builder).messages
    assert 'pickling environment' not in messages


@pytest.mark.parametrize('builder', ['html', 'text'])
def test_values_for_the_build_itself_write_nothing_again(build, builder):
    before = times(build(FILES, builder))
    built = build({}, builder, interview_cache_stems=True, interview_freeze_memory=True)
    assert before
    assert times(built) == before


def times(built) -> dict[str, int]:
    pages = (
        built.app.outdir / f'{name}{built.app.builder.out_suffix}'
        for name in built.app.env.found_docs
    )
    return {path.name: path.stat().st_mtime_ns for path in pages}


def test_the_others_stay_as_they_are(build):
    before = times(build(FILES))
    build({}, 'text')
    build(EDITS['title of a page that cites'][0], 'text')
    changed = {name for name, time in times(build({})).items() if time != before[name]}
    assert changed >= {'talk.html', 'refs.html', 'citing.html'}
    assert not changed & {'plain.html', 'label.html', 'answer.html', 'excerpt.html', 'listing.html'}


class InterruptedBuildError(Exception):
    """Somebody pressed Ctrl-C."""


@pytest.mark.parametrize('error', [InterruptedBuildError, KeyboardInterrupt])
@pytest.mark.parametrize('between', [[], ['text']])
def test_an_interrupted_build_is_made_up_for_by_the_next(build, monkeypatch, error, between):
    from sphinx.builders.html import StandaloneHTMLBuilder

    build(FILES)
    if between:
        build({}, 'text')
    write_doc = StandaloneHTMLBuilder.write_doc

    def interrupt(self, docname, doctree):
        if docname == 'label':
            raise error
        write_doc(self, docname, doctree)

    with monkeypatch.context() as patched:
        patched.setattr(StandaloneHTMLBuilder, 'write_doc', interrupt)
        with pytest.raises(error):
            build(EDITS['question'][0] | TITLE)
    for builder in between:
        build({'talk.txt': FILES['talk.txt']}, builder)
    built = build({})
    files = FILES | TITLE | ({} if between else EDITS['question'][0])
    clean = build(files, where='clean')
    for page in sorted(built.app.env.found_docs):
        assert main(built, page) == main(clean, page)


def test_a_page_that_was_asked_for_alone_leaves_the_others_to_the_next_build(build):
    first = build(FILES).app
    (first.srcdir / 'talk.txt').write_text(EDITS['words'][0]['talk.txt'])
    overrides = dict(first.config.overrides)
    app = SphinxTestApp('html', srcdir=first.srcdir, confoverrides=overrides, freshenv=False)
    app.build(filenames=[first.srcdir / 'plain.rst'])
    app.cleanup()
    built = build({})
    assert '0 added, 0 changed' in built.messages
    assert 'the wind' in main(built, 'excerpt')
    assert 'the wind' in main(built, 'talk')
