project = 'Garden talks'
author = 'Nora Page'
copyright = '2026, Nora Page'
extensions = ['myst_parser', 'sphinxext.interview']
exclude_patterns = ['.venv', '_build', 'transcripts']
html_theme = 'furo'
