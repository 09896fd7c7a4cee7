"""What the page about compatibility says, and what it leaves to no other test."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest
import test_matrix
import test_themes
from conftest import find_module
from packing import TOP

PAGE = (TOP / 'docs/reference/compatibility.rst').read_text('utf-8')
EXTENSIONS = re.findall(r'\* - ``([\w.]+)``\n     - ``test_compatibility.py``', PAGE)


@pytest.mark.parametrize('extension', EXTENSIONS)
def test_an_extension_beside_ours_warns_of_nothing_and_takes_nothing_away(build, extension):
    find_module(extension)
    page = 'Host\n====\n\nSee :interview:answer:`talk.why`.\n\n.. interview::\n   :file: talk.txt\n'
    files = {'index.rst': page, 'talk.txt': 'Ada: Why?\n\nBo: So.\n\nAda: Ha?\n\nBo: Hm.\n'}
    files['conf.py'] = f'extensions = ["{extension}", "sphinxext.interview"]\n'
    found = build(files).page()
    assert len(found.find_class('interview-turn')) == 4
    assert 'Bo, “Why?”' in found.text_content()


def test_every_test_that_the_page_names_exists():
    names = re.findall(r'``(test_\w+\.py)``', PAGE)
    assert names
    assert not [name for name in names if not (TOP / 'tests' / name).exists()]


def test_the_page_names_the_builders_and_themes_that_are_tested():
    (builders,) = re.findall(r'\* - (html, .*)', PAGE)
    assert builders.split(', ') == test_matrix.BUILDERS
    (themes,) = re.findall(r'\* - (alabaster, .*)', PAGE)
    assert len(themes.split(', ')) == len(test_themes.THEMES)


def test_a_local_package_of_the_same_name_hides_the_extension(tmp_path):
    """A known limit: what the page says of it is true."""
    (tmp_path / 'sphinxext').mkdir()
    environment = os.environ | {'PYTHONPATH': os.pathsep.join([str(tmp_path), *sys.path])}
    command = [sys.executable, '-c', 'import sphinxext.interview']

    def imports() -> int:
        return subprocess.run(
            command, env=environment, cwd=tmp_path, check=False, stderr=subprocess.DEVNULL
        ).returncode

    assert imports() == 0
    (tmp_path / 'sphinxext/__init__.py').touch()
    assert imports() != 0
