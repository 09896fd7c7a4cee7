"""What every directive of ours does with its options: one line for a mistake, and on it goes."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, ClassVar

from sphinx.util.docutils import SphinxDirective

from ..messages import __, fail, warn
from ..transcript.source.decoding import whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from docutils.nodes import Node

    from .options import Conversion


class _AsWritten(dict[str, 'Conversion']):
    """Lets every option pass: docutils and MyST would drop the directive, or say it their way."""

    def __bool__(self) -> bool:
        return True

    def __missing__(self, name: str) -> Conversion:
        return lambda text: text


class OwnDirective(SphinxDirective):
    """Makes nodes of options that can be understood; what can't be is left out."""

    option_spec: ClassVar = _AsWritten()
    #: What makes a value of each option's text, or a ValueError.
    conversions: ClassVar[Mapping[str, Conversion]] = {}
    optional_arguments = 1
    #: Options that keep something from readers, also where their names are misspelt.
    closing: ClassVar[frozenset[str]] = frozenset()
    #: What there must be, ``arguments`` or ``content``, and how it is called.
    needs: ClassVar[Mapping[str, str]] = {}

    def run(self) -> list[Node]:
        self.options = dict(self._converted())
        for part, name in self.needs.items():
            if not getattr(self, part):
                text = __('%s needs %s')
                fail('directive', text, self.name, name, location=self.get_location())
                return []
        return self.make()

    def make(self) -> list[Node]:
        """Return the nodes."""
        raise NotImplementedError

    def _converted(self) -> Iterator[tuple[str, Any]]:
        for name, text in self.options.items():
            if name not in self.conversions:
                nearest = get_close_matches(name, self.conversions, n=1)
                hint = __('; did you mean :%s:?') % nearest[0] if nearest else ''
                unknown = __('no option :%s:%s')
                warn('directive', unknown, name, hint, location=self.get_location())
                if nearest and nearest[0] in self.closing:
                    yield nearest[0], self.conversions[nearest[0]](None)
                continue
            try:
                # None where nothing stands behind the name
                yield name, self.conversions[name](text and whole(text))
            except (TypeError, ValueError) as error:
                warn('directive', ':%s: %s', name, error, location=self.get_location())
