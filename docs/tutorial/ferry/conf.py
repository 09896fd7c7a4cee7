project = 'The ferry'
author = 'Ida Quill'
copyright = '2026, Ida Quill'
extensions = ['sphinxext.interview']
exclude_patterns = ['.venv', '_build']
html_theme = 'furo'
