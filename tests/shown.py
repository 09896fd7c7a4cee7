"""What a reader of each format sees of a page that has one interview."""

from __future__ import annotations

import re
import subprocess

import lxml.html

DOCUMENTS = {
    'man_pages': [('index', 'talk', 'x', ['x'], 1)],
    'texinfo_documents': [('index', 'talk', 'x', 'x', 'talk', 'x', 'x')],
    'latex_documents': [('index', 'talk.tex', 'x', 'x', 'howto')],
}
HTML = {
    'html': 'index.html',
    'dirhtml': 'index.html',
    'singlehtml': 'index.html',
    'epub': 'index.xhtml',
}
PDF = ('pdflatex', 'xelatex', 'lualatex')
FORMATS = (*HTML, 'text', 'man', 'texinfo', *PDF)


def run(*command: object, **options: object) -> str:
    command = [str(part) for part in command]
    return subprocess.run(command, capture_output=True, text=True, check=True, **options).stdout


def shown(build, program, form: str, files: dict[str, str], **config: object) -> str:
    """Build *files* with the format's builder, and return its text as one reads it."""
    builder = 'latex' if form in PDF else form
    if form in PDF:
        config = {'latex_engine': form} | config
    out = build(files, builder, **DOCUMENTS, **config).app.outdir
    if form in HTML:
        page = lxml.html.fromstring((out / HTML[form]).read_bytes())
        for hidden in page.xpath('//*[contains(@class, "headerlink")]'):
            hidden.drop_tree()
        return page.find_class('interview')[0].text_content()
    if form == 'text':
        return (out / 'index.txt').read_text(encoding='utf-8')
    if form == 'man':
        command = [program('man'), '-E', 'utf8', '-P', 'cat', '--warnings=w', '-l', out / 'talk.1']
        environment = {'MANWIDTH': '1000', 'PATH': '/usr/bin:/bin', 'LC_ALL': 'C.UTF-8'}
        return re.sub('.\b', '', run(*command, env=environment))
    if form == 'texinfo':
        return run(program('makeinfo'), '--no-split', '--plaintext', out / 'talk.texi')
    return run(program('pdftotext'), '-raw', make_pdf(out, program, form), '-')


def make_pdf(out, program, engine):
    """Run LaTeX and return the PDF's path."""
    program(engine)
    flag = '-pdf' if engine == 'pdflatex' else f'-{engine}'
    run(program('latexmk'), flag, '-interaction=nonstopmode', '-halt-on-error', 'talk.tex', cwd=out)
    return out / 'talk.pdf'
