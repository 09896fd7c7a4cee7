"""Every builder writes a page again when what the page shows has changed, whoever read it."""

from __future__ import annotations

import pytest
from conftest import PEOPLE
from sphinx.errors import ExtensionError
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


BESIDE = {
    'index.rst': 'Index\n=====\n\n.. toctree::\n   :glob:\n\n   *\n',
    'talk.rst': f'Talk\n====\n\n.. interview::\n   :tags: sea; wind\n{PEOPLE}\n   A: Why?\n\n   G: So.\n',
    'boats.rst': f'Boats\n=====\n\n.. interview::\n   :tags: sea\n{PEOPLE}\n   A: Who?\n\n   G: I.\n',
    'topics.rst': 'Topics\n======\n\n.. interview:browse:: tag\n',
}
DATED = {'talk.rst': BESIDE['talk.rst'].replace('   :tags', '   :date: 2024\n   :tags')}
ASKED = {'talk.rst': BESIDE['talk.rst'].replace('Why?', 'But why?')}
RENAMED = {'talk.rst': BESIDE['talk.rst'].replace('Talk\n====', 'Words\n=====')}


def beside(built) -> dict[str, tuple[bytes, int]]:
    """Return the files that belong to no document: their content, and when they were written."""
    root = built.app.outdir
    paths = [path for name in ('_interviews', 'topics') for path in (root / name).rglob('*.*')]
    return {
        path.relative_to(root).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in paths
    }


def contents(built) -> dict[str, bytes]:
    return {name: content for name, (content, _) in beside(built).items()}


@pytest.mark.parametrize('edit', [DATED, ASKED, RENAMED], ids=['date', 'question', 'title'])
def test_files_beside_the_pages_are_as_in_a_clean_build(build, edit):
    build(BESIDE)
    assert contents(build(edit)) == contents(build(BESIDE | edit, where='clean'))


def test_the_files_of_all_interviews_are_left_alone_where_no_record_has_changed(build):
    before = beside(build(BESIDE))
    after = beside(build(ASKED))
    changed = {name for name, was in before.items() if after[name] != was}
    assert changed == {
        f'_interviews/talk{end}' for end in ('.bib', '.biblatex.bib', '.ris', '.csl.json')
    }


def test_files_beside_the_pages_go_with_the_last_interview(build):
    built = build(BESIDE)
    assert contents(built)
    plain = dict.fromkeys(('talk.rst', 'boats.rst', 'topics.rst'), 'Plain\n=====\n')
    assert contents(build(plain)) == {}
    assert not list(built.app.doctreedir.glob('interview-*.json'))


def test_a_file_that_somebody_removed_is_written_again(build):
    built = build(BESIDE)
    before = contents(built)
    for name in before:
        (built.app.outdir / name).unlink()
    assert contents(build({})) == before


@pytest.mark.parametrize('error', [InterruptedBuildError, KeyboardInterrupt])
@pytest.mark.parametrize('edit', [BESIDE, {}], ids=['taken back', 'as it was'])
@pytest.mark.parametrize(
    'at', ['_interviews/interviews.ris', '_interviews/talk.bib', 'topics/tag/wind.html']
)
def test_files_beside_the_pages_are_made_up_for_after_an_interruption(
    build, monkeypatch, at, edit, error
):
    from sphinx.builders.html import StandaloneHTMLBuilder

    from sphinxext.interview.domain.publishing import exports

    write, handle_page = exports.write, StandaloneHTMLBuilder.handle_page

    def interrupt_writing(app, name, text):
        if name == at.rpartition('/')[2]:
            raise error
        write(app, name, text)

    def interrupt_page(self, name, *others, **more):
        if f'{name}.html' == at:
            raise error
        handle_page(self, name, *others, **more)

    build(BESIDE)
    with monkeypatch.context() as patched:
        patched.setattr(exports, 'write', interrupt_writing)
        patched.setattr(StandaloneHTMLBuilder, 'handle_page', interrupt_page)
        with pytest.raises((error, ExtensionError)):
            build(DATED)
    after = build(edit)
    assert contents(after) == contents(build(BESIDE | DATED | edit, where='clean'))
