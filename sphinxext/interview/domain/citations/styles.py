"""In which style a project cites: one of ours, one of its own, or a file of CSL."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from ...citing.styles import Style, style_in
from ...messages import __, warn

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


def is_note_style(config: Config) -> bool:
    """Whether the project's style cites in notes."""
    return bool(getattr(style_of(config), 'is_note', False))


def style_of(config: Config) -> Style:
    """Return the project's style, once its configuration is known."""
    return _styles[config]


#: Of each project that is built.
_styles: WeakKeyDictionary[Config, Style] = WeakKeyDictionary()


def find_style(app: Sphinx, config: Config) -> None:
    """Find the project's style; one that isn't there, or isn't one, is replaced by ours."""
    own, name = config.interview_citation_formatter, config.interview_citation_style
    try:
        if own:
            _styles[config] = _own_style(own)
            return
        if name.endswith('.csl'):
            _styles[config] = _style_of_file(app, name)
            return
    except Exception as error:  # noqa: BLE001 -- whatever a module says when it is imported
        option = 'interview_citation_formatter' if own else 'interview_citation_style'
        warn('config', '%s: %s: %s', option, own or name, error)
        name = 'apa' if name.endswith('.csl') else name
    _styles[config] = style_in(name, config.language)


def _own_style(path: str) -> Style:
    module, _, name = path.partition(':')
    style = getattr(import_module(module), name)
    if not isinstance(style, Style):
        raise TypeError(__('no style'))
    return style


def _style_of_file(app: Sphinx, path: str) -> Style:
    from ...citing.styles.cslfile import CslFile

    def report(problem: str) -> None:
        warn('config', __('interview_citation_style: %s can’t write %s'), path, problem)

    return CslFile(str(Path(app.confdir, path)), app.config.language, report)


def setup(app: Sphinx) -> None:
    # After the shape of the value was looked at
    app.connect('config-inited', find_style, priority=600)
