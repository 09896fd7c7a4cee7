import os

project = 'Harbour papers'
html_title = 'Papers'  # some themes never break it
language = 'en'
extensions = os.environ.get('EXTENSIONS', 'sphinxext.interview').split()
html_theme = os.environ.get('THEME', 'alabaster')
html_theme_options = {}
if html_theme == 'sphinx_immaterial':  # which fetches fonts, and has no dark mode unless told
    html_theme_options = {
        'font': False,
        'palette': [
            {'media': '(prefers-color-scheme: light)', 'scheme': 'default'},
            {'media': '(prefers-color-scheme: dark)', 'scheme': 'slate'},
        ],
    }
interview_how_to_cite = True
