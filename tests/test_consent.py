"""Restricted passages, embargoes and real names are in no byte of what the public edition writes."""

from __future__ import annotations

import json
import re
import zipfile
import zlib
from pathlib import Path

import pytest
from conftest import PEOPLE
from conversation import docx

from sphinxext.interview.transcript.permalinks.ledger import Ledger
from sphinxext.interview.transcript.permalinks.records import Interview
from sphinxext.interview.transcript.permalinks.updating import update

#: Words that nothing else has; `kept` stands in those that everybody may read.
SECRET = re.compile(
    rb'zz(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen)'
    rb'|zz(?:fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)\w*',
    re.IGNORECASE,
)
BUILDERS = (
    'html dirhtml singlehtml epub latex text man texinfo gettext xml pseudoxml json pickle'.split()
)
TRANSCRIPT = """\
interviewer: Ada Reader
interviewee: Grace Keeper
tags: tides

Ada Reader: How is the sea?

Grace Keeper: Kept and calm.

And zzone. {restricted}

It is kept, too.

Ada Reader: Was zztwo there? {#kept-slug} {restricted exchange}

Grace Keeper: Yes, zzthree.

Ada Reader: Who keeps it?

Grace Keeper: I zzfive.

zzsix {restricted turn}

{restricted begin}

Ada Reader: What of zzseven?

Grace Keeper: Nothing of zzeight.

{restricted end}

Ada Reader: Is zznine true? {restricted}

Grace Keeper: That is kept.
"""
TABLE = """\
speaker,words,tags,restricted
Ada,What is kept?,,
Grace,All but zzten.,zzeleven,yes
Zzfour,Nobody.,,1
Ada,And else?,,no
Grace,Nothing.,,
"""
CAPTIONS = """\
WEBVTT

NOTE
interviewer: Ada Reader
interviewee: Grace Keeper

00:01.000 --> 00:02.000
<v Ada Reader>What is kept here?

00:02.000 --> 00:03.000
<v Grace Keeper>All but zztwelve. {restricted}

00:03.000 --> 00:04.000
<v Ada Reader>And what else is kept?

00:04.000 --> 00:05.000
<v Grace Keeper>Nothing.
"""
EMBARGO = """\
title: Zzthirteen
interviewer: Ada Reader
interviewee: Zzfourteen Keeper
embargo: 2040-01-01
orphan: yes
tags: zzfifteen
place: Zzsixteen

Ada Reader: Is zzseventeen kept?

Zzfourteen Keeper: Zzeighteen.
"""
INDEX = """\
Index
=====

.. toctree::

   page
   inline
   later
   captions

.. interview:list::

.. interview:references::
"""
PAGE = """\
Page
====

.. interview::
   :file: sea.txt

.. interview::
   :file: table.csv

:download:`The file <sea.txt>` :interview:cite:`sea.how-is-the-sea`

.. interview:excerpt:: sea.how-is-the-sea sea.who-keeps-it
"""
INLINE = f"""\
Inline
======

.. interview:: Talk
   :name: talk
{PEOPLE}
   A: What is kept?

   G: First:

   * kept
   * zznineteen {{restricted}}

     zztwenty

   *Kept* at last.

.. interview:: Zztwentyone
   :name: closed
   :embargo: closed
{PEOPLE}
   A: What of zztwentytwo?

   G: No.
"""
FILES = {
    'index.rst': INDEX,
    'page.rst': PAGE,
    'inline.rst': INLINE,
    'later.interview': EMBARGO,
    'captions.vtt': CAPTIONS,
    'sea.txt': TRANSCRIPT.replace('\n\nAda', '\n\nAda'),
    'table.csv': TABLE,
}
CONFIG = {
    'source_suffix': {'.rst': 'restructuredtext', '.vtt': 'interview', '.interview': 'interview'},
    'interview_inventory': True,
    'interview_genindex': ['interviews', 'speakers', 'questions'],
    'interview_how_to_cite': True,
    'gettext_compact': False,
}


def every_byte(folder: Path, doctrees: Path | None = None) -> dict[str, bytes]:
    """Return what is in each file, what is packed in it, too."""
    found: dict[str, bytes] = {}
    for path in sorted(folder.rglob('*')):
        if path.is_dir() or (doctrees and path.is_relative_to(doctrees)):
            continue
        name, data = str(path.relative_to(folder)), path.read_bytes()
        found[name] = name.encode() + data
        if path.suffix == '.inv':
            found[name] += _inflated(data)
        elif path.suffix == '.epub':
            with zipfile.ZipFile(path) as book:
                found |= {f'{name}/{one}': book.read(one) for one in book.namelist()}
    return found


def _inflated(data: bytes) -> bytes:
    """Return what is deflated in an inventory, wherever it starts."""
    for start in range(min(len(data), 1000)):
        try:
            return zlib.decompress(data[start:])
        except zlib.error:
            continue
    return b''


def leaks(built) -> dict[str, set[bytes]]:
    """Return the secret words of each file that has some, also of what Sphinx remembers."""
    out = Path(built.app.outdir)
    files = every_byte(out)
    remembered = every_byte(Path(built.app.doctreedir))
    assert files
    return {
        name: set(SECRET.findall(data))
        for name, data in (files | remembered).items()
        if SECRET.search(data)
    }


NOT_COPIED = (
    'page.rst: WARNING: sea.txt isn’t copied, for it has what the public edition leaves out '
    '[interview.consent]\n'
)


# Those of the contributed serializers
@pytest.mark.filterwarnings('ignore::sphinx.deprecation.RemovedInSphinx11Warning')
@pytest.mark.parametrize('builder', BUILDERS)
def test_what_is_restricted_is_in_no_byte_of_any_output(build, builder):
    built = build(FILES, builder, warns=True, **CONFIG)
    assert leaks(built) == {}
    assert built.warnings == NOT_COPIED


@pytest.mark.parametrize('builder', ['html', 'latex', 'text', 'gettext'])
@pytest.mark.parametrize(
    ('lines', 'kept'),
    [
        ('7,15-17', 'Kept and calm.'), ('25-27', ''), ('5-7,25-33', 'Kept and calm.'),
        ('17-19', 'Who keeps it?'), ('7-11', 'It is kept, too.'), ('11', 'It is kept, too.'),
    ],
)  # fmt: skip
def test_a_part_of_a_file_has_nothing_that_the_file_restricts(build, builder, lines, kept):
    """Marks that are in no chosen line count, and what can be heard in the recording."""
    page = (
        f'Part\n====\n\n.. interview::\n   :file: sea.txt\n   :lines: {lines}\n'
        f'   :recording: sea.mp3\n{PEOPLE}\n:download:`The file <sea.txt>`\n'
    )
    files = {'index.rst': page, 'sea.txt': TRANSCRIPT, 'sea.mp3': b'zzone can be heard'}
    built = build(files, builder, warns=True)
    assert leaks(built) == {}
    assert 'the recording is left out' in built.warnings
    assert 'sea.txt isn’t copied' in built.warnings or builder in {'latex', 'text', 'gettext'}
    if builder == 'html':
        assert kept in built.page().text_content()


def test_notes_stand_where_something_was(build):
    built = build(FILES, warns=True, **CONFIG)
    page, later = built.page('page'), built.page('later')
    notes = [note.text_content().strip() for note in page.find_class('interview-restricted')]
    assert set(notes) == {'A passage of this interview is restricted.'}
    assert 'This interview is under embargo until 2040-01-01.' in later.text_content()
    assert [h.text_content().strip('¶') for h in later.iter('h1')] == ['later']
    assert 'This interview is restricted.' in built.page('inline').text_content()


def test_the_log_counts_what_is_left_out(build):
    built = build(FILES, warns=True, **CONFIG)
    assert '8 restricted passages of 4 interviews are left out' in built.messages
    assert '2 interviews under embargo are left out' in built.messages


def test_everything_else_is_there(build):
    built = build(FILES, warns=True, **CONFIG)
    text = ''.join(built.page(name).text_content() for name in ('page', 'inline', 'captions'))
    for words in (
        'Kept and calm.',
        'It is kept, too.',
        'Who keeps it?',
        'That is kept.',
        'at last',
    ):
        assert words in text
    assert 'restricted}' not in text


def test_the_complete_edition_shows_everything_without_marks(build):
    built = build(FILES, **CONFIG, interview_edition='complete')
    found = {word.lower() for words in leaks(built).values() for word in words}
    assert len(found) == 18
    for name in ('page', 'inline', 'captions', 'later'):
        assert 'restricted' not in built.page(name).text_content()


@pytest.mark.parametrize('builder', ['html', 'text', 'gettext', 'latex', 'epub'])
def test_a_folder_of_the_complete_edition_becomes_public(build, builder):
    build(FILES, builder, **CONFIG, interview_edition='complete')
    built = build({}, builder, warns=True, **CONFIG)
    assert leaks(built) == {}
    assert built.warnings == NOT_COPIED
    again = build({}, builder, warns=True, **CONFIG)
    assert not (Path(again.app.outdir) / '.interview-complete').exists()


def test_what_a_complete_build_has_left_in_the_folder_is_told(build):
    first = build(FILES, 'latex', **CONFIG, interview_edition='complete')
    (Path(first.app.outdir) / 'book.pdf').write_bytes(b'zzone')
    for _ in range(2):
        built = build({}, 'latex', warns=True, **CONFIG)
        assert '1 files are still as they were: book.pdf' in built.warnings
    (Path(first.app.outdir) / 'book.pdf').unlink()
    build({}, 'latex', **CONFIG)


def test_an_embargo_ends_on_its_day(build, monkeypatch):
    def build_at(epoch: int, **files: str):
        monkeypatch.setenv('SOURCE_DATE_EPOCH', str(epoch))
        return build({f'{name}.rst': text for name, text in files.items()}, 'text')

    day = 2208988800  # 2040-01-01, midnight
    built = build_at(day - 1, index=ONE, other=':orphan:\n\nOther\n=====\n')
    assert 'under embargo until 2040-01-01' in built.read('index.txt')
    assert ' 0 changed' in build_at(day - 2).messages
    built = build_at(day)
    assert 'An answer.' in built.read('index.txt')
    assert ' 1 changed' in built.messages
    assert 'under embargo' in build_at(day - 1).read('index.txt')


ONE = f"""\
One
===

.. interview::
   :name: one
   :embargo: 2040-01-01
{PEOPLE}
   A: A question?

   G: An answer.
"""


@pytest.mark.parametrize('embargo', ['2040', '2040-13-01', 'soon', '', '01.01.2040'])
def test_an_embargo_that_is_not_understood_holds(build, embargo):
    built = build({'index.rst': ONE.replace('2040-01-01', embargo)}, warns=True)
    assert 'an embargo is a date like 2040-01-01' in built.warnings
    assert 'An answer' not in built.page().text_content()


def test_a_misspelt_embargo_holds(build):
    built = build({'index.rst': ONE.replace(':embargo:', ':embago:')}, warns=True)
    assert 'An answer' not in built.page().text_content()


@pytest.mark.parametrize(
    'mark',
    [
        '{restricted: why}',
        '{Restrcted}',
        '{restriced}',
        '{restricted paragraph}',
        '{.restricted x}',
    ],
)
def test_a_mark_that_is_not_understood_restricts_the_exchange(build, mark):
    text = ONE.replace('   :embargo: 2040-01-01\n', '').replace('answer.', f'answer. {mark}')
    built = build({'index.rst': text}, warns=True)
    assert 'isn’t understood' in built.warnings
    assert 'A question' not in built.page().text_content()


REFERRING = """\
Refers
======

:interview:quote:`I zzfive <sea.who-keeps-it>` :interview:answer:`sea.kept-slug`
:interview:ref:`later`
"""


def test_references_to_what_is_left_out_say_why(build):
    built = build(FILES | {'refers.rst': ':orphan:\n\n' + REFERRING}, warns=True, **CONFIG)
    lines = [line for line in built.warnings.splitlines() if 'refers.rst' in line]
    assert len(lines) == 3
    assert all('words of this interview are restricted' in line for line in lines)
    assert 'zzfive' not in built.warnings.replace('[-I zzfive-]', '').lower()


def test_recordings_are_cut_by_their_author(build):
    files = {
        'index.rst': 'T\n=\n\n.. interview::\n   :file: sea.txt\n   :recording: whole.mp3\n',
        'sea.txt': TRANSCRIPT,
        'whole.mp3': b'zzone',
        'cut.mp3': b'cut',
    }
    built = build(files, warns=True)
    assert 'the recording is left out' in built.warnings
    assert leaks(built) == {}
    text = files['index.rst'] + '   :public-recording: cut.mp3\n'
    built = build({'index.rst': text})
    assert leaks(built) == {}
    assert list(Path(built.app.outdir, '_downloads').rglob('cut.mp3'))


NAMED = {
    'conf.py': """\
extensions = ['sphinxext.interview']
interview_speakers = {
    'Zzone Zztwo': {'pseudonym': 'Anna Weber', 'orcid': '0000-0002-1825-0097', 'family': 'Zztwo'},
}
""",
    'index.rst': """\
Zzone Zztwo
===========

.. toctree::

   one
   two

:interview:ref:`zzone-zztwo`, :interview:question:`zzone-zztwo.is-it-you-zzone-zztwo`

With Zzone Zztwo, as :interview:speaker:`Zzone Zztwo` says. ZZTWO, ZZONE, too.

.. interview:speaker:: Zzone Zztwo
   :url: https://example.org/zztwo
   :family: Zztwo

   Zzone
   Zztwo is a keeper.

.. include:: more.inc
""",
    'more.inc': 'More of Zzone Zztwo.\n',
    'one.rst': """\
One
===

.. interview::
   :name: zzone-zztwo
   :file: keeper.txt
   :interviewer: Ada Reader
   :interviewee: Zzone Zztwo [ZZ]
""",
    'keeper.txt': 'Ada Reader: Is it you, Zzone Zztwo?\n\nZZ: It is.\n\nZztwo: Yes.\n',
    'two.rst': """\
Two
===

.. interview::
   :name: two

   Ada: Who are you?

   Zzone: A keeper.

   Ada: Of what?

   Zzone: Of bees.
""",
}


@pytest.mark.filterwarnings('ignore::sphinx.deprecation.RemovedInSphinx11Warning')
@pytest.mark.parametrize('builder', BUILDERS)
def test_a_real_name_is_in_no_byte_of_any_output(build, builder):
    built = build(NAMED, builder, interview_genindex=['speakers'], interview_inventory=True)
    files = every_byte(Path(built.app.outdir), Path(built.app.doctreedir))
    assert {name for name, data in files.items() if SECRET.search(data)} == set()
    assert any(b'Anna Weber' in data for data in files.values())


def test_a_document_that_names_somebody_is_not_copied(build):
    body = ''.join(f'<w:p><w:r><w:t>{text}</w:t></w:r></w:p>' for text in (
        'Ada: Who was it?', 'Bo: Zzone Zztwo, I think.', 'Ada: And when?', 'Bo: In spring.',
    ))  # fmt: skip
    files = {
        'index.rst': (
            'T\n=\n\n.. interview::\n   :file: talk.docx\n   :lines: 3-4\n   :interviewer: Ada\n'
            '   :interviewee: Bo\n\n:download:`The file <talk.docx>`\n'
        ),
        'talk.docx': docx(body),
    }
    config = {'interview_speakers': {'Zzone Zztwo': {'pseudonym': 'Anna Weber'}}}
    built = build(files, warns=True, **config)
    assert 'talk.docx isn’t copied' in built.warnings
    assert not list(Path(built.app.outdir).rglob('*.docx'))
    assert 'In spring.' in built.page().text_content()


def test_one_pseudonym_stands_in_all_interviews(build):
    built = build(NAMED)
    speakers = {
        name.text_content().strip(' :')
        for page in ('one', 'two')
        for answer in built.page(page).find_class('interview-answer')
        for name in answer.find_class('interview-speaker')
    }
    assert speakers == {'Anna Weber'}
    assert 'anna-weber.is-it-you-anna-weber' in built.read('one.html')


def test_the_complete_edition_has_real_names(build):
    built = build(NAMED, interview_edition='complete')
    assert 'Zzone Zztwo' in built.page('one').text_content()
    assert 'Anna Weber' not in built.page('one').text_content()


def test_a_part_of_a_real_name_in_the_words_is_told(build):
    text = NAMED['keeper.txt'] + '\nAda Reader: Thank you, Zzone.\n'
    built = build(NAMED | {'keeper.txt': text}, warns=True)
    assert 'keeper.txt:7: WARNING: a part of the name of Anna Weber' in built.warnings


def test_a_real_name_elsewhere_in_the_output_is_told(build):
    built = build(
        NAMED | {'_static/about.html': 'Zzone Zztwo'}, html_static_path=['_static'], warns=True
    )
    assert '_static/about.html has a name for which a pseudonym should stand' in built.warnings


def test_a_file_that_is_shown_as_it_is_is_not_shown(build):
    shown = ':orphan:\n\nShown\n=====\n\n.. literalinclude:: sea.txt\n\n.. include:: sea.txt\n   :literal:\n'
    built = build(FILES | {'shown.rst': shown}, warns=True, **CONFIG)
    assert 'shown.rst: WARNING: this page reads sea.txt' in built.warnings
    out = every_byte(Path(built.app.outdir), Path(built.app.doctreedir))
    assert not [name for name, data in out.items() if SECRET.search(data)]


def test_the_source_of_an_interview_that_nobody_understands_is_not_published(build):
    broken = (
        ':orphan:\n\nT\n=\n\n.. interview::\n   :name: a\n   broken\n\n   A: zzone {restricted}\n'
    )
    built = build({'index.rst': broken}, warns=True)
    assert 'invalid option block' in built.warnings
    out = every_byte(Path(built.app.outdir), Path(built.app.doctreedir))
    assert not [name for name, data in out.items() if SECRET.search(data)]


def test_a_ledger_of_the_complete_edition_gives_nothing_away(build):
    config = CONFIG | {'interview_permalinks': 'kept.json'}
    built = build(FILES, 'interview-permalinks', warns=True, **config, interview_edition='complete')
    known = json.loads(built.read('permalinks.json'))
    interviews = map(Interview.from_json, known['interviews'])
    ledger = update(Ledger(), interviews).to_text()
    assert SECRET.search(ledger.encode())
    built = build({'kept.json': ledger}, warns=True, **config)
    assert leaks(built) == {}
    assert built.warnings == NOT_COPIED
    assert 'sea.how-is-the-sea' in built.read('page.html')


def test_captions_are_written_without_what_is_left_out(build):
    config = {'interview_speakers': {'Ada Reader': {'pseudonym': 'Zoe Miller'}}}
    player = '   :public-recording: cut.mp3\n   :name: talk\n'
    files = {
        'index.rst': f'T\n=\n\n.. interview::\n   :file: talk.vtt\n{player}',
        'talk.vtt': CAPTIONS.replace('<v Ada Reader>', '<v Ada>'),
        'cut.mp3': b'cut',
    }
    built = build(files, **config, source_suffix={'.rst': 'restructuredtext'})
    captions = built.read('_interviews/talk.vtt')
    assert not SECRET.search(captions.encode())
    assert 'Ada' not in captions
    assert captions.count('-->') == 3
    assert '<v Zoe Miller>And what else is kept?' in captions


@pytest.mark.parametrize('parallel', [0, 2])
def test_pages_are_the_same_in_parallel(build, parallel):
    more = {f'more{n}.rst': f':orphan:\n\nM\n=\n\n{n}\n' for n in range(8)}
    built = build(FILES | more, parallel=parallel, warns=True, **CONFIG)
    assert leaks(built) == {}
    assert '8 restricted passages of 4 interviews' in built.messages


def test_what_becomes_restricted_later_is_forgotten(build):
    open_files = FILES | {'sea.txt': re.sub(r' ?\{restricted[^}]*\}', '', TRANSCRIPT)}
    first = build(open_files, warns=True, **CONFIG)
    assert b'zzone' in {word for words in leaks(first).values() for word in words}
    built = build({'sea.txt': TRANSCRIPT}, warns=True, **CONFIG)
    assert leaks(built) == {}


def test_markdown_is_cut_too(build):
    pytest.importorskip('myst_parser')
    text = TRANSCRIPT.replace('Ada Reader:', '**Ada Reader:**').replace(
        'Grace Keeper:', '**Grace Keeper:**'
    )
    page = '# T\n\n```{interview}\n:file: sea.md\n```\n'
    files = {'index.md': page, 'sea.md': text}
    built = build(
        files,
        extensions=['sphinxext.interview', 'myst_parser'],
        exclude_patterns=['_build', 'sea.md'],
        source_suffix={'.md': 'markdown'},
    )
    assert leaks(built) == {}
    assert 'It is kept, too.' in built.page().text_content()


def test_a_mark_in_a_title_or_an_option_restricts_it(build):
    text = ONE.replace('interview::', 'interview:: Zzone {restricted}')
    text = text.replace('embargo: 2040-01-01', 'place: Zztwo {restricted}')
    assert leaks(build({'index.rst': text})) == {}
    built = build({}, interview_edition='complete')
    assert 'Zzone' in built.page().text_content()
    assert 'restricted' not in built.page().text_content()


def test_a_page_under_embargo_is_still_an_orphan(build):
    files = {'index.rst': 'Index\n=====\n', 'later.interview': EMBARGO}
    assert leaks(build(files, **CONFIG)) == {}


def test_a_restricted_part_of_a_name_is_not_told(build):
    text = NAMED['keeper.txt'] + '\nAda Reader: Thank you, Zzone. {restricted}\n'
    built = build(NAMED | {'keeper.txt': text})
    assert 'Thank you' not in built.page('one').text_content()


def test_copies_are_removed_where_sphinx_made_them_and_told_elsewhere(build):
    files = FILES | {'static/sea.txt': TRANSCRIPT, 'extra/sea.txt': TRANSCRIPT}
    config = CONFIG | {'html_static_path': ['static'], 'html_extra_path': ['extra']}
    built = build(files, warns=True, **config, exclude_patterns=['_build', 'static', 'extra'])
    out = Path(built.app.outdir)
    assert '_static/sea.txt is removed' in built.warnings
    assert not (out / '_static/sea.txt').exists()
    assert 'WARNING: sea.txt has what the public edition leaves out; remove it' in built.warnings
    assert (Path(built.app.srcdir) / 'sea.txt').exists()
