project = 'Everything'
extensions = ['sphinxext.interview', 'sphinx.ext.todo']
todo_include_todos = True
