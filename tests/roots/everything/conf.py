project = 'Everything'
interview_genindex = ['interviews', 'speakers', 'questions']
interview_how_to_cite = True
extensions = ['sphinxext.interview', 'sphinx.ext.todo']
todo_include_todos = True
