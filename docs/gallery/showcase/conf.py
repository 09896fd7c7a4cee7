"""The interview that the pictures of the gallery show."""

project = 'Harbour papers'
author = 'the authors of sphinxext-interview'
language = 'en'
extensions = ['sphinxext.interview']
html_title = project
interview_speakers = {'Aurelia Brandt': {'portrait': 'aurelia.svg'}}
interview_exports = []
