project = 'Voices'
extensions = ['sphinxext.interview']
exclude_patterns = ['.venv', '_build']
