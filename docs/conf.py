"""Configuration of the documentation."""

from __future__ import annotations

import sys
from pathlib import Path

from sphinxext.interview import __version__

sys.path.insert(0, str(Path(__file__).parent / '_ext'))

project = 'sphinxext-interview'
author = 'the authors of sphinxext-interview'
copyright = '2026, the authors of sphinxext-interview'
release = __version__
version = '.'.join(release.split('.')[:2])
language = 'en'

extensions = [
    'sphinxext.interview',
    'myst_parser',
    'sphinx_copybutton',
    'documented',
    'manpages',
    'tabs',
]
# What is copied can be pasted: no prompts, and nothing that a program has said
copybutton_exclude = '.linenos, .gp, .go'
nitpicky = True
# What pages show and include
exclude_patterns = [
    '_build',
    'gallery/showcase',
    'snippets',
    'tutorial/ferry',
    'tutorial/first',
    'tutorial/garden',
    'tutorial/orchard.rst',
    'tutorial/voices.rst',
]

source_suffix = {'.rst': 'restructuredtext', '.md': 'markdown', '.interview': 'interview'}

html_theme = 'furo'
html_title = f'{project} {release}'
html_static_path = ['_static']
html_css_files = ['docs.css', 'quiet.css']

# As the page about looks says
latex_elements = {'preamble': (Path(__file__).parent / 'snippets/preamble.tex').read_text('utf-8')}
latex_documents = [
    ('index', 'sphinxext-interview.tex', project, author, 'manual'),
]
man_pages = [
    ('index', 'sphinxext-interview', 'publish interviews with Sphinx', [author], 7),
    ('reference/command-line', 'sphinx-interview', 'work on transcripts', [author], 1),
]
texinfo_documents = [
    (
        'index',
        'sphinxext-interview',
        project,
        author,
        'sphinxext-interview',
        'Publish interviews with Sphinx.',
        'Documentation tools',
    ),
]
