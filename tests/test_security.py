"""What a hostile transcript, page or profile names is neither published nor linked to."""

from __future__ import annotations

import pytest
from conftest import PEOPLE

SCRIPTS = [
    'javascript://x/%0aalert(1)',
    'JavaScript:alert(1)//://',
    'data://text/html,<script>alert(1)</script>',
    'vbscript://x',
    'file:///etc/passwd',
]
WORDS = 'Ada: [0:01] Why?\n\nGrace: [0:02] So.\n'
PAGE = f'Title\n=====\n\n.. interview::\n   :file: talk.txt\n{PEOPLE}'


def addresses(built) -> list[str]:
    """Return everything that the page leads to or loads."""
    found = built.page().xpath('//*[@role="main"]//@href | //*[@role="main"]//@src')
    return [address for address in found if not address.startswith('#')]


def published(built) -> list[str]:
    return [path.name for path in (built.app.outdir / '_downloads').rglob('*') if path.is_file()]


@pytest.fixture
def secret(tmp_path):
    """Put a recording beside the project, and in the project a link to it."""
    (tmp_path / 'private').mkdir()
    (tmp_path / 'private' / 'secret.mp3').write_bytes(b'secret')
    (tmp_path / 'src').mkdir()
    (tmp_path / 'src' / 'link.mp3').symlink_to(tmp_path / 'private' / 'secret.mp3')
    (tmp_path / 'src' / 'folder').symlink_to(tmp_path / 'private')


@pytest.mark.parametrize(
    'path', ['../private/secret.mp3', 'x/../../private/secret.mp3', 'link.mp3', 'folder/secret.mp3', '/../private/secret.mp3']
)  # fmt: skip
@pytest.mark.parametrize('where', ['head', 'option'])
@pytest.mark.usefixtures('secret')
def test_no_file_outside_the_project_is_published(build, path, where):
    head, option = (
        (f'recording: {path}\n\n', '') if where == 'head' else ('', f'   :recording: {path}\n')
    )
    built = build({'index.rst': PAGE + option, 'talk.txt': head + WORDS}, warns=True)
    (line,) = built.warnings.splitlines()
    assert line.startswith('talk.txt:1: ' if where == 'head' else 'index.rst:4: ')
    assert line.endswith('[interview.unsafe]')
    assert published(built) == []
    assert 'Why?' in built.page().text_content()


@pytest.mark.parametrize('path', ['conf.py', 'index.rst', 'notes'])
def test_a_head_publishes_recordings_and_nothing_else(build, path):
    files = {'index.rst': PAGE, 'talk.txt': f'recording: {path}\n\n{WORDS}', 'notes': 'secret'}
    built = build(files, warns=True)
    assert built.warnings.startswith('talk.txt:1: WARNING: recording is left out')
    assert published(built) == []


def test_a_link_inside_the_project_may_be_followed(build, tmp_path):
    (tmp_path / 'src').mkdir()
    (tmp_path / 'src' / 'talk.mp3').write_bytes(b'sound')
    (tmp_path / 'src' / 'link.mp3').symlink_to('talk.mp3')
    built = build({'index.rst': PAGE, 'talk.txt': f'recording: link.mp3\n\n{WORDS}'})
    assert published(built) == ['talk.mp3']  # as Sphinx calls it


@pytest.mark.parametrize('address', SCRIPTS)
@pytest.mark.parametrize('key', ['recording', 'source'])
@pytest.mark.parametrize('where', ['head', 'option', 'page'])
def test_no_address_runs_code(build, address, key, where):
    head = f'{key}: {address}\ntitle: Lamps\n\n'
    files = {
        'head': {'index.rst': PAGE, 'talk.txt': head + WORDS},
        'option': {'index.rst': f'{PAGE}   :{key}: {address}\n', 'talk.txt': WORDS},
        'page': {'index.rst': 'T\n=\n\n.. toctree::\n\n   talk\n', 'talk.vtt': VTT.format(head)},
    }[where]
    built = build(files, warns=True, interview_how_to_cite=True)
    name = 'talk' if where == 'page' else 'index'
    assert address not in built.read(f'{name}.html').partition('role="main"')[2]
    assert all(
        found.startswith(('#', '_', 'http', 'genindex', 'search'))
        for found in built.page(name).xpath('//*[@role="main"]//@href')
    )
    for path in (built.app.outdir / '_interviews').glob('*'):
        assert address not in path.read_text('utf-8')
    if where != 'page' or key != 'source' or '://' in address:
        assert '[interview.unsafe]' in built.warnings


VTT = 'WEBVTT\n\nNOTE\n{}00:01.000 --> 00:02.000\n<v Ada>Why?\n\n00:02.000 --> 00:03.000\n<v Grace>So.\n'


@pytest.mark.parametrize('address', [*SCRIPTS, 'javascript:alert(1)'])
@pytest.mark.parametrize('where', ['option', 'conf.py'])
def test_no_address_of_a_profile_runs_code(build, address, where):
    details = {'url': address, 'portrait': address}
    options = ''.join(f'   :{name}: {value}\n' for name, value in details.items())
    profile = '.. interview:speaker:: Grace Keeper\n' + (options if where == 'option' else '')
    config = {'interview_speakers': {'Grace Keeper': details}} if where == 'conf.py' else {}
    built = build({'index.rst': f'T\n=\n\n{profile}'}, warns=True, **config)
    assert built.warnings.count('[interview.unsafe]') == 2
    assert addresses(built) == []


@pytest.mark.usefixtures('secret')
@pytest.mark.parametrize(
    ('path', 'kind'),
    [
        ('../private/secret.mp3', 'interview.unsafe'),
        ('.. /private/sec ret.mp3', 'image.not_readable'),
    ],
)
def test_no_portrait_from_outside_the_project_is_published(build, path, kind):
    profile = f'T\n=\n\n.. interview:speaker:: Grace Keeper\n   :portrait: {path}\n'
    built = build({'index.rst': profile}, warns=True)
    assert built.warnings.endswith(f'[{kind}]\n')
    assert not list(built.app.outdir.rglob('secret*'))


@pytest.mark.parametrize('address', ['https://example.org/a', 'mailto:a%40b.example', 'about.html'])
def test_other_addresses_are_linked(build, address):
    built = build({'index.rst': f'T\n=\n\n.. interview:speaker:: Grace\n   :url: {address}\n'})
    assert addresses(built) == [address]


@pytest.mark.parametrize('markup', ['rst', 'markdown'])
@pytest.mark.parametrize('where', ['directive', 'page'])
def test_a_head_asks_for_no_markup(build, markup, where):
    head = f'markup: {markup}\nrecording: https://example.org/a.mp3\n\n'
    words = f'{WORDS}\n.. include:: conf.py\n\n.. raw:: html\n\n   <script>alert(1)</script>\n'
    if where == 'directive':
        files = {'index.rst': PAGE, 'talk.txt': head + words}
        built = build(files, warns=True)
    else:
        suffixes = {'.rst': 'restructuredtext', '.interview': 'interview'}
        files = {'index.interview': head + words}
        built = build(files, warns=True, source_suffix=suffixes)
    assert 'WARNING: markup is left out' in built.warnings
    scripts = built.page().xpath('//*[@role="main"]//script')
    assert {script.get('type') for script in scripts} <= {'application/ld+json'}
    assert '.. include:: conf.py' in built.page().text_content()
