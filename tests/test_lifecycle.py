"""Serial = parallel, clean = incremental, reST = MyST."""

from __future__ import annotations

import re

import lxml.html
import pytest
from conftest import PEOPLE

TALK = 'A: {question}\n\nG: {answer}\n\nA: And then?\n\nG: Nothing.\n'


def page(name: str, *lines: str) -> str:
    interview = f'.. interview::\n   :file: {name}.txt\n{PEOPLE}'
    return f'{name.title()}\n{"=" * len(name)}\n\n{interview}\n' + '\n\n'.join(lines) + '\n'


USES = """\
Uses
====

:interview:quote:`So <talka.why-talka>` :interview:cite:`talkb.why-talkb, talka`

.. interview:quote:: talkb.and-then

   Nothing.

.. interview:excerpt:: talka.why-talka talkc captions
   :show: answer

.. interview:list::
   :as: table

.. interview:list::
   :as: cards
   :speaker: Grace Keeper
   :sort: date

.. interview:speaker:: Grace Keeper
   :pronouns: she

   Keeps.

.. interview:references::
"""
CAPTIONS = """\
1
00:00:00,000 --> 00:00:02,000
Ada: Why captions?

2
00:00:02,500 --> 00:00:04,000
Grace: So.
"""
SPOKEN = """\
WEBVTT

NOTE
title: Spoken
interviewer: Ada
interviewee: Grace

00:00.000 --> 00:02.000
<v Ada>Why speak?

00:02.000 --> 00:04.000
<v Grace>So.
"""
RECORDED = f"""\
Recorded
========

.. interview::
   :file: captions.srt
   :recording: tone.ogg; https://example.org/tone.mp3
{PEOPLE}
"""
NAMES = [f'talk{letter}' for letter in 'abcdefghij']
PROJECT = {
    'index.rst': 'Index\n=====\n\n.. toctree::\n   :glob:\n\n   talk*\n   recorded\n   spoken\n   uses\n\n'
    + '\n\n'.join(f':interview:answer:`{name}.why-{name}`' for name in NAMES),
    'uses.rst': USES,
    'recorded.rst': RECORDED,
    'captions.srt': CAPTIONS,
    'tone.ogg': b'OggS',
    'spoken.vtt': SPOKEN,
    **{f'{name}.rst': page(name, ':ref:`talka`', ':any:`talkb.and-then`') for name in NAMES},
    **{f'{name}.txt': TALK.format(question=f'Why {name}?', answer='So.') for name in NAMES},
}


def outputs(built) -> dict[str, str]:
    """Return everything that a reader gets, by file."""
    found = {
        path.name: path.read_text()
        for path in built.app.outdir.rglob('*')
        if path.suffix in {'.html', '.js', '.vtt'}
    }
    return found | {'objects.inv': (built.app.outdir / 'objects.inv').read_bytes().hex()}


def contents(built) -> dict[str, str]:
    """Return the pages' own content and the inventory.

    Not their navigation: Sphinx itself leaves that of unchanged pages when a page comes or goes.
    """
    env = built.app.env
    found = {
        name: lxml.html.tostring(built.page(name).xpath('//*[@role="main"]')[0]).decode()
        for name in sorted(env.found_docs)
    }
    tocs = {f'{name} contents': env.tocs[name].pformat() for name in env.found_docs}
    inventory = (built.app.outdir / 'objects.inv').read_bytes().hex()
    return found | tocs | {'objects.inv': inventory}


def test_parallel_build_equals_serial_build(build):
    serial = outputs(build(PROJECT, where='serial'))
    parallel = outputs(build(PROJECT, where='parallel', parallel=4))
    assert parallel == serial


def test_parallel_build_finds_duplicates(build):
    duplicate = PROJECT['talkj.rst'].replace('talkj.txt', 'talka.txt')
    files = PROJECT | {'talkj.rst': duplicate}
    serial = build(files, where='serial', warns=True)
    parallel = build(files, where='parallel', parallel=4, warns=True)
    assert "duplicate interview name 'talka'" in serial.warnings
    assert sorted(parallel.warnings.splitlines()) == sorted(serial.warnings.splitlines())


QUESTION = TALK.format(question='Why on earth talka?', answer='So.')
ANSWER = TALK.format(question='Why talka?', answer='For another reason.')
EDITS = {
    'question': {
        'talka.txt': QUESTION,
        'index.rst': PROJECT['index.rst'].replace('why-talka', 'why-on-earth-talka'),
        'uses.rst': USES.replace('why-talka', 'why-on-earth-talka'),
    },
    'question only, keeping its slug': {
        'talka.txt': QUESTION.replace('talka?', 'talka? {#why-talka}')
    },
    'answer': {'talka.txt': ANSWER, 'uses.rst': USES.replace('So <', 'For another reason <')},
    'title': {'talka.rst': PROJECT['talka.rst'].replace('Talka', 'Tales')},
    'option': {'talka.rst': PROJECT['talka.rst'].replace('   :file', '   :numbered:\n   :file')},
    'speaker': {'talka.rst': PROJECT['talka.rst'].replace('Grace Keeper', 'Grace Hafen')},
    'added': {
        'talkz.rst': page('talkz'),
        'talkz.txt': TALK.format(question='Why talkz?', answer='So.'),
    },
    'deleted': {
        'talkj.rst': None,
        'talkj.txt': None,
        'index.rst': PROJECT['index.rst'].replace(':interview:answer:`talkj.why-talkj`', ''),
    },
    'moved': {
        'talkj.rst': None,
        'talkk.rst': page('talkj', ':ref:`talka`', ':any:`talkb.and-then`'),
    },
    'date': {'talka.rst': PROJECT['talka.rst'].replace('   :file', '   :date: 2024\n   :file')},
    'a quotation and a citation': {
        'talkd.rst': PROJECT['talkd.rst']
        + '\n:interview:cite:`talka.and-then` :interview:quote:`nothing <talkb.and-then>`\n'
    },
    'no quotation, no citation': {'uses.rst': USES.partition(':interview:quote:`')[0]},
    'a profile': {'uses.rst': USES.replace('Keeps.', 'Kept.').replace('she', 'they')},
    'no profile': {'uses.rst': USES.partition('.. interview:speaker')[0]},
    'captions': {'captions.srt': CAPTIONS.replace('So.', 'For a reason.')},
    'times': {'captions.srt': CAPTIONS.replace('02,500', '02,700')},
    'recording': {'recorded.rst': RECORDED.replace('tone.ogg; ', ''), 'tone.ogg': None},
    'a page of captions': {'spoken.vtt': SPOKEN.replace('So.', 'For a reason.')},
    'the title of a page of captions': {
        'spoken.vtt': SPOKEN.replace('title: Spoken', 'title: Said')
    },
    'a label of the same name': {
        'talkc.rst': '.. _talka:\n\n' + PROJECT['talkc.rst'],
    },
}


@pytest.mark.parametrize('edit', EDITS)
@pytest.mark.parametrize('parallel', [0, 4])
def test_incremental_build_equals_clean_build(build, edit, parallel):
    build(PROJECT, where='incremental', parallel=parallel)
    incremental = build(EDITS[edit], where='incremental', parallel=parallel)
    files = {name: text for name, text in (PROJECT | EDITS[edit]).items() if text is not None}
    assert contents(incremental) == contents(build(files, where='clean'))


def test_touching_one_transcript_reads_one_document(build):
    build(PROJECT)
    built = build({'talka.txt': PROJECT['talka.txt'] + '\n'})
    assert '0 added, 1 changed, 0 removed' in built.messages
    assert '0 added, 0 changed, 0 removed' in build({}).messages


REST = """\
Title
=====

.. interview::
   :name: release
   :interviewer: Ada Reader [A]
   :interviewee: Grace Keeper [G]

   Before anybody asked, *this*.

   A: How do you publish? {#publish}

   G: Like this:

   .. code-block:: sh

      make release

   and then I *wait*. [laughs]

   - One day,
   - or two.

   **A:** What do you read?

   G: See :interview:answer:`release.publish` and ``A: code``.
"""
MYST = """\
# Title

```{interview}
:name: release
:interviewer: Ada Reader [A]
:interviewee: Grace Keeper [G]

Before anybody asked, *this*.

A: How do you publish? {#publish}

G: Like this:

~~~{code-block} sh
make release
~~~

and then I *wait*. [laughs]

- One day,
- or two.

**A:** What do you read?

G: See {interview:answer}`release.publish` and `A: code`.
```
"""


REST_USES = """\

Uses
====

:interview:quote:`Like this: […] I wait <release.publish>` :interview:cite:`{see}release.publish{p. 2}, release`

.. interview:quote:: release.what-do-you-read

   See […] and ``A: code``.

.. interview:excerpt:: release.publish
   :show: question

.. interview:list::
   :as: table

.. interview:speaker:: Grace Keeper
   :pronouns: she

   Keeps *lamps*.

.. interview:references::
"""
MYST_USES = """\

# Uses

{interview:quote}`Like this: […] I wait <release.publish>` {interview:cite}`{see}release.publish{p. 2}, release`

```{interview:quote} release.what-do-you-read
See […] and `A: code`.
```

```{interview:excerpt} release.publish
:show: question
```

```{interview:list}
:as: table
```

```{interview:speaker} Grace Keeper
:pronouns: she

Keeps *lamps*.
```

```{interview:references}
```
"""


@pytest.mark.parametrize('builder', ['html', 'text', 'latex', 'pseudoxml'])
def test_myst_gives_what_rest_gives(build, builder):
    conf = {'conf.py': "extensions = ['sphinxext.interview', 'myst_parser']\n"}
    names = {'html': 'index.html', 'text': 'index.txt', 'latex': 'x.tex'}
    name = names.get(builder, 'index.pseudoxml')
    options = {'latex_documents': [('index', 'x.tex', 'x', 'x', 'howto')], 'smartquotes': False}
    rest_page, myst_page = {'index.rst': REST + REST_USES}, {'index.md': MYST + MYST_USES}
    rest = build({**conf, **rest_page}, builder, where='rest', **options).read(name)
    myst = build({**conf, **myst_page}, builder, where='myst', **options).read(name)
    assert normal(myst) == normal(rest)


def normal(text: str) -> str:
    text = re.sub(r'(?:source|markup)="[^"]*"|myst_slug="[^"]*"|[\w/.-]+index\.(md|rst)', '', text)
    text = re.sub(r'index\.(md|rst)(\.txt)?|(rest|myst)/|linenos="\w+"|force="\w+"', '', text)
    return re.sub(r'[ \t]+', ' ', text.replace('highlight_args="{}"', ''))
