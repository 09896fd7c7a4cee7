"""Configuration of the demo as a site of its own: ``make demo``."""

from __future__ import annotations

project = 'Skerry Voices'
author = 'the authors of sphinxext-interview'
copyright = '2026, the authors of sphinxext-interview'
language = 'en'

extensions = ['sphinxext.interview']
nitpicky = True
exclude_patterns = ['_build']

html_theme = 'furo'
html_title = project
