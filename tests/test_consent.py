"""Restricted passages, embargoes and real names are in no byte of what the public edition writes."""

from __future__ import annotations

import json
import os
import re
import zipfile
import zlib
from pathlib import Path

import pytest
from conftest import PEOPLE, find_module

#: Words that nothing else has; `kept` stands in those that everybody may read.
SECRET = re.compile(rb'zz[a-z]+', re.IGNORECASE)
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

Zzfour Stranger: I zzfive.

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
tags: zzfifteen
place: Zzsixteen

Ada Reader: Is zzseventeen kept?

Zzfourteen Keeper: Zzeighteen.
"""
INDEX = f"""\
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
EXPECTED = {'page.rst: WARNING: sea.txt isn’t copied'}


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


def only_download(built) -> bool:
    lines = [line for line in built.warnings.splitlines() if 'WARNING' in line]
    return [re.sub(r'^\S*?(\w+\.rst):?\d*:', r'\1:', line)[:40] for line in lines] == [
        'page.rst: WARNING: sea.txt isn’t copied,'
    ]


@pytest.mark.parametrize('builder', BUILDERS)
def test_what_is_restricted_is_in_no_byte_of_any_output(build, builder):
    built = build(FILES, builder, warns=True, **CONFIG)
    assert leaks(built) == {}
    assert only_download(built), built.warnings
