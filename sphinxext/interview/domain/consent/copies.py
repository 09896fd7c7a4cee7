"""Files that Sphinx copies as they are: none may have what the public edition leaves out."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes

from ...doctree.restricted import restricted_note
from ...messages import _, __, warn
from ..ours import ours
from .naming import hidden

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils.nodes import document
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

_RESTRICTED = re.compile(r'\{\s{0,3}restrict|^[\s:]{0,9}embargo\s?:', re.IGNORECASE | re.MULTILINE)
#: Larger files aren't looked into for names.
_MOST = 2**26


def leave_out_source(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object
) -> None:
    """Have no source of a page copied that has what is left out, nor linked; and remove one of before."""
    if not context.get('sourcename') or pagename not in app.env.all_docs:
        return
    source = Path(app.env.doc2path(pagename))
    is_secret = source.resolve() in ours(app.env).secret_files or _says_restricted(app, source)
    if is_secret or _names_somebody(app, source):
        Path(app.outdir, '_sources', context['sourcename']).unlink(missing_ok=True)
        context['sourcename'] = ''


def _says_restricted(app: Sphinx, source: Path) -> bool:
    """Whether the source of a page asks for something to be left out, also where nothing understands it."""
    if app.config.interview_edition == 'complete':
        return False
    text = source.read_bytes().decode('utf-8', 'replace')
    return 'interview' in text + source.suffix and _RESTRICTED.search(text) is not None


def leave_out_downloads(app: Sphinx, env: BuildEnvironment) -> None:
    """Have no file copied that has what is left out."""
    secret = ours(env).secret_files
    if not secret and not hidden(app):
        return
    for name in list(env.dlfiles):
        path = Path(env.srcdir, name)
        if path.resolve() in secret or _names_somebody(app, path):
            docnames, _ = env.dlfiles.pop(name)
            text = __('%s isn’t copied, for it has what the public edition leaves out')
            warn('consent', text, str(name), location=min(docnames, default=None))


def warn_of_includes(app: Sphinx, env: BuildEnvironment) -> None:
    """Warn of pages that show such a file in another way than as an interview."""
    for path, holders in ours(env).secret_files.items():
        for docname in sorted(env.dependencies):
            if docname not in holders and path in _dependencies(env, docname):
                text = __('this page reads %s, which has what the public edition leaves out')
                warn('consent', text, path.name, location=docname)


def _dependencies(env: BuildEnvironment, docname: str) -> set[Path]:
    return {Path(env.srcdir, name).resolve() for name in env.dependencies[docname]}


def unlink_downloads(app: Sphinx, doctree: document, docname: str) -> None:
    """Let what named such a file be no link, and what shows its lines a note."""
    secret = ours(app.env).secret_files
    if not secret and not hidden(app):
        return
    for block in list(doctree.findall(nodes.literal_block)):
        if Path(block.get('source', '')).resolve() in secret:
            block.replace_self(restricted_note(_('A passage of this interview is restricted.')))
    there = {str(name) for _, name in app.env.dlfiles.values()}
    for node in doctree.findall(addnodes.download_reference):
        if 'filename' in node and str(node['filename']) not in there:
            del node['filename']


def forget_words(app: Sphinx) -> list[Any]:
    """Take words from the search index that no page has any more, for Sphinx leaves them there.

    There is no other way: it reads its index of the last build, and writes all the words of it.
    """
    indexer = getattr(app.builder, 'indexer', None)
    for name in ('_mapping', '_title_mapping'):
        words = getattr(indexer, name, {})
        for word in [word for word, docnames in words.items() if not docnames]:
            del words[word]
    return []


def check_output(app: Sphinx, exception: Exception | None) -> None:
    """Remove copies of files that have what is left out; warn of names that should be hidden."""
    if exception is not None or app.builder.name == 'interview-permalinks':
        return
    _remove_copies(app)
    if hidden(app):
        # Some builders copy it for programs; it has the values of conf.py
        Path(app.outdir, 'environment.pickle').unlink(missing_ok=True)
        for path in files_in(app):
            name = path.relative_to(app.outdir).as_posix()
            if _names_somebody(app, path) or hidden(app).hide(name) != name:
                text = __('%s has a name for which a pseudonym should stand')
                warn('consent', text, name)


def _remove_copies(app: Sphinx) -> None:
    files = {path for path in ours(app.env).secret_files if path.is_file()}
    _remove_downloads(app, {path.name for path in files})
    secrets = {path.read_bytes() for path in files}
    sizes = {len(secret) for secret in secrets} - {0}
    for path in files_in(app) if sizes else ():
        if path.stat().st_size in sizes and path.read_bytes() in secrets:
            path.unlink()
            text = __('%s is removed, for it has what the public edition leaves out')
            warn('consent', text, path.relative_to(app.outdir).as_posix())


def _remove_downloads(app: Sphinx, names: set[str]) -> None:
    """Remove what a build before has copied of these files, as they were then."""
    folder = Path(app.outdir, '_downloads')
    there = {folder / name for _, name in app.env.dlfiles.values()}
    for path in list(folder.glob('*/*')) if names else ():
        if path.name in names and path not in there:
            path.unlink()


def files_in(app: Sphinx) -> Iterator[Path]:
    """Yield the files of the output folder, without those of Sphinx's memory and of the sources."""
    kept = {Path(app.doctreedir).resolve(), Path(app.srcdir).resolve()}
    for folder, folders, names in os.walk(app.outdir):
        folders[:] = [one for one in folders if Path(folder, one).resolve() not in kept]
        if Path(folder).resolve() not in kept:
            yield from (path for name in names if not (path := Path(folder, name)).is_symlink())


def _names_somebody(app: Sphinx, path: Path) -> bool:
    """Whether a text has a name that is hidden."""
    names = hidden(app)
    try:
        if not names or path.stat().st_size > _MOST:
            return False
        text = path.read_bytes().decode('utf-8', 'replace')
    except OSError:
        return False
    return names.hide(text) != text


def setup(app: Sphinx) -> None:
    app.connect('html-page-context', leave_out_source, priority=900)
    app.connect('env-updated', leave_out_downloads)
    app.connect('env-updated', warn_of_includes)
    app.connect('doctree-resolved', unlink_downloads, priority=400)
    # When all pages are written, and before the index is
    app.connect('html-collect-pages', forget_words)
    app.connect('build-finished', check_output)
