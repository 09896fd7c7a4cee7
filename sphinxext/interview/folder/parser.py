"""Reads the page that a folder makes of a transcript."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from ..directives.page import TranscriptParser, fill
from ..directives.sources import FileSource
from ..messages import __, report, warn
from ..transcript.consent.editions import pseudonyms
from ..transcript.model import TranscriptError
from ..transcript.source.fields import BrokenHeadError, Field
from .page import Page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from docutils.nodes import Element, document

    from ..transcript.model import Line


class _Transcript(FileSource):
    """A transcript that is read once, for its head and for its words."""

    _lines: list[Line] | None = None

    def lines(self) -> list[Line]:
        if self._lines is None:
            self._lines = super().lines()
        return self._lines


class MadePageParser(TranscriptParser):
    """Makes the page of a transcript: what its file, its sidecar, its row and the folder say."""

    supported = ('interview-page',)
    settings_spec: ClassVar = ()

    def read(self, inputstring: str, document: document) -> None:
        from ..directives.making.maker import Maker
        from .details import converted, defaults_of
        from .titles import titled

        env = document.settings.env
        page = Page.of_text(inputstring)
        top = Path(env.srcdir)
        path = str(top / page.transcript)
        hide = pseudonyms(env.config.interview_edition, env.config.interview_speakers).hide
        given = [
            (field._replace(value=hide(field.value)), place)
            for field, place in (*_of_sidecar(top, page), *_of_row(top, page))
        ]
        options, defaults = converted(given), defaults_of(page.defaults)
        title = options.pop('title', '')
        encoding = options.get('encoding') or defaults.get('encoding')
        source = _Transcript(document, path, encoding)

        def call(of_transcript: str, interview: Element | None) -> str:
            known = title or of_transcript
            if known or interview is None or not page.title:
                return known
            return titled(page.title, interview, env.config.language)

        about = {field.key: field.value for field, _ in reversed(given)}
        maker = Maker(env, document, source, options, path, lambda _: None, defaults)
        fill(maker, path, about, call)


def _of_sidecar(top: Path, page: Page) -> Iterator[tuple[Field, Callable[[], str]]]:
    if not page.sidecar:
        return
    from .details import read_sidecar

    path = top / page.sidecar
    try:
        for field in read_sidecar(path):
            yield field, lambda line=field.line: f'{path}:{line}'  # type: ignore[misc]
    except BrokenHeadError as error:
        warn('folder', __('this is %s'), error, location=f'{path}:{error.line}')
    except TranscriptError as error:
        report(error.finding, f'{path}:{error.finding.line}')
    except OSError as error:
        warn('folder', __('it can’t be read: %s'), error.strerror, location=str(path))


def _of_row(top: Path, page: Page) -> Iterator[tuple[Field, Callable[[], str]]]:
    def place() -> str:
        from .table import line_of  # by now, rows above may have come or gone

        return f'{top / page.table}:{line_of(top / page.table, page.row)}'

    for name, value in page.row.items():
        yield Field(name, value, 1), place
