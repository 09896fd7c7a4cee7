project = 'Voices'
author = 'Nora Page'
copyright = '2026, Nora Page'
extensions = ['sphinxext.interview']
exclude_patterns = ['.venv', '_build']
html_theme = 'furo'
