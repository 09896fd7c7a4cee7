"""What an ``only`` or ``ifconfig`` hides appears nowhere in what that builder writes."""

from __future__ import annotations

import json

import pytest
from conftest import PEOPLE

HIDINGS = {
    'only': '.. only:: latex\n',
    'ifconfig': '.. ifconfig:: audience == "us"\n',
    'ifconfig by builder': '.. ifconfig:: builder == "latex"\n',
    'nested': '.. only:: html or latex\n\n   .. only:: not html\n',
    'ifconfig in only': '.. only:: html or latex\n\n   .. ifconfig:: audience == "us"\n',
    'an expression that fails': '.. ifconfig:: nothing_of_that_name\n',
}
CONF = """\
extensions = [{extensions}'sphinxext.opengraph']
ogp_social_cards = {{'enable': False}}
def setup(app):
    app.add_config_value('audience', 'all', 'env')
"""
OURS, THEIRS = "'sphinxext.interview', ", "'sphinx.ext.ifconfig', "


def hidden(hiding: str) -> str:
    """Return a page with an interview, a profile and references that *hiding* hides."""
    content = (
        f'.. interview:: Secret talk\n   :name: secret\n   :date: 2024\n'
        f'{PEOPLE}   :participant: Secret Agent\n\n'
        '   Secret preamble.\n\n'
        '   A: Is it secret?\n\n   G: Secret, so. :interview:cite:`open.is-it-open`\n\n'
        '   Secret Agent: :interview:answer:`secret.is-it-secret.grace-keeper`\n\n'
        '.. interview:speaker:: Secret Guest\n\n   Nobody.\n'
    )
    depth = hiding.count('..')
    indented = ''.join(f'{"   " * depth}{line}\n' for line in content.splitlines())
    return f'Hidden\n======\n\n{hiding}\n{indented}'


def files(hiding: str, *extensions: str) -> dict[str, str]:
    pytest.importorskip('sphinxext.opengraph')
    return {
        'conf.py': CONF.format(extensions=''.join(extensions or (OURS, THEIRS))),
        'index.rst': 'Index\n=====\n\n.. toctree::\n\n   open\n   hidden\n\n'
        '.. interview:list::\n\n.. interview:references::\n',
        'open.rst': f'Open\n====\n\n.. interview::\n   :name: open\n{PEOPLE}\n'
        '   A: Is it open?\n\n   G: Open, so.\n',
        'hidden.rst': hidden(hiding),
    }


EVERYTHING = {'interview_genindex': ['interviews', 'speakers', 'questions']}


def texts(built) -> dict[str, str]:
    """Return every file that a reader or a machine gets, but the sources."""
    return {
        str(path.relative_to(built.app.outdir)): path.read_text('utf-8')
        for path in built.app.outdir.rglob('*')
        if path.suffix in {'.html', '.js', '.json', '.bib', '.ris', '.txt', '.tex', '.xhtml'}
        and '_sources' not in path.parts
    }


@pytest.mark.parametrize('order', [(OURS, THEIRS), (THEIRS, OURS)], ids=['first', 'last'])
@pytest.mark.parametrize('hiding', HIDINGS)
def test_what_is_hidden_appears_nowhere(build, hiding, order):
    project = files(HIDINGS[hiding], *order)
    built = build(project, warns=hiding == 'an expression that fails', **EVERYTHING)
    found = {name for name, text in texts(built).items() if 'secret' in text.lower()}
    assert found == set()
    names = {name for name, *_ in built.app.env.get_domain('interview').get_objects()}
    assert 'open.is-it-open' in names
    assert not [name for name in names if 'secret' in name]
    assert 'secret' not in built.app.env.get_domain('std').labels
    (item,) = json.loads(built.read('_interviews/interviews.csl.json'))
    assert item['id'] == 'open'
    assert 'Cited in' not in built.read('open.html')
    assert 'interview-references' not in built.read('index.html')


@pytest.mark.parametrize('builder', ['dirhtml', 'singlehtml', 'epub', 'text'])
def test_what_is_hidden_appears_nowhere_in_other_formats(build, builder):
    project = files(HIDINGS['ifconfig in only'])
    project['conf.py'] = project['conf.py'].replace("'sphinxext.opengraph'", '')
    texts_of = texts(build(project, builder, **EVERYTHING))
    assert {name for name, text in texts_of.items() if 'secret' in text.lower()} == set()


@pytest.mark.parametrize('hiding', ['.. only:: html\n', '.. ifconfig:: audience == "all"\n'])
def test_what_is_not_hidden_appears_everywhere(build, hiding):
    built = build(files(hiding), **EVERYTHING)
    found = {name for name, text in texts(built).items() if 'secret' in text.lower()}
    pages = {'hidden.html', 'index.html', 'genindex.html', 'open.html', 'interview-index.html'}
    pages |= {'interview-speakerindex.html', 'searchindex.js', '_interviews/secret.bib'}
    assert found >= pages - {'open.html'}
    assert 'Cited in' in built.read('open.html')
    sidebar = built.page('hidden').xpath('//*[@class="sphinxsidebarwrapper"]')[0]
    assert 'Is it secret?' in sidebar.text_content()
    head = built.page('hidden').xpath('//head')[0]
    assert head.xpath('.//meta[@property="og:description"]/@content') == ['Secret preamble.']


@pytest.mark.parametrize('order', [('text', 'html', 'text'), ('html', 'text', 'html')])
def test_builders_that_share_doctrees_hide_what_each_hides(build, order):
    project = files('.. only:: text\n')
    project['conf.py'] = project['conf.py'].replace("'sphinxext.opengraph'", '')
    for builder in order:
        built = build(project if builder == order[0] else {}, builder, **EVERYTHING)
        found = {name for name, text in texts(built).items() if 'secret' in text.lower()}
        assert bool(found) == (builder == 'text')
        assert ('Secret talk' in built.read(f'index.{"txt" if builder == "text" else "html"}')) == (
            builder == 'text'
        )


def test_of_two_interviews_of_one_name_the_hidden_one_is_no_duplicate(build):
    project = files('.. only:: latex\n')
    project['open.rst'] = project['open.rst'].replace(':name: open', ':name: secret')
    assert build(project).read('_interviews/secret.bib').count('Open') > 0
