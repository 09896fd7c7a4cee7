"""Valid HTML, as the Nu HTML checker sees it: what a build writes, and what the script makes of it."""

from __future__ import annotations

import json
import re
import subprocess

import pytest
from playwright import sync_api
from serving import serve
from test_browser import chromium  # noqa: F401
from test_recordings import sound

#: Headings of Sphinx's bars, which skip levels; its form; what browsers write for `popoverTargetElement`.
THEIRS = re.compile('<h[34](?! class="interview)|<form action=""|popovertarget=""')


def check(program, *pages) -> None:
    program('java')
    command = [program('vnu'), '--stdout', '--format', 'json', '--exit-zero-always', *pages]
    report = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    faults = [
        f'{m["url"]}:{m["lastLine"]}: {m["message"]} {m["extract"]!r}'
        for m in json.loads(report)['messages']
        if (m['type'] == 'error' or m.get('subType') == 'warning')
        and not THEIRS.search(m['extract'])
    ]
    if faults:
        pytest.fail('\n'.join(faults))


def test_the_pages_are_valid(build, program):
    for root in ('everything', 'themes'):
        files = {'talk.wav': sound()} if root == 'themes' else {}
        out = build(files, root=root, where=root).app.outdir
        check(program, *out.glob('*.html'))


def test_a_page_is_valid_when_the_script_has_run(build, program, chromium, tmp_path):  # noqa: F811
    out = build({'talk.wav': sound()}, root='themes').app.outdir
    with serve(out) as address:
        view = chromium.new_page()
        view.goto(f'{address}/index.html')
        sync_api.expect(view.locator('.interview-tools').first).to_be_visible()
        page = tmp_path / 'page.html'
        page.write_text(view.content(), encoding='utf-8')
        view.close()
    check(program, page)
