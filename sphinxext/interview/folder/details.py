"""What is known of an interview beside its transcript: in a sidecar, in a row of the table."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final

from ..directives.interview import InterviewDirective
from ..directives.options import OPTIONS
from ..messages import __, warn
from ..transcript.files import read_bytes
from ..transcript.source.decoding import decode, number_lines, whole
from ..transcript.source.fields import BrokenHeadError, Field
from ..transcript.source.frontmatter import read_json
from ..transcript.source.keys import option_of
from ..transcript.source.yamlhead import read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

#: What can be said: the options of an interview, and its title.
NAMES: Final = frozenset({'title', *OPTIONS} - {'file'})


def read_sidecar(path: Path) -> list[Field]:
    """Return what a file of YAML or JSON says, by option; what is no option, by its key.

    :raises BrokenHeadError: it isn't that
    :raises TranscriptError: ``yaml_missing``, ``undecodable``
    :raises OSError: it can't be read
    """
    lines = number_lines(decode(read_bytes(path)))
    if not any(text.strip() for _, text in lines):
        return []
    fields = (read_json if path.suffix == '.json' else read_yaml)(lines)
    if not fields:
        raise BrokenHeadError(1, __('this isn’t “key: value”'))
    return [field._replace(key=option_of(field.key)) for field in fields]


def converted(given: Iterable[tuple[Field, Callable[[], str]]]) -> dict[str, Any]:
    """Return the options that fields give; warn of a value that can't be, and leave it out.

    :param given: each with what tells its path and line; of equal ones the first counts
    """
    options: dict[str, Any] = {}
    for (key, value, _), place in given:
        if key not in NAMES:
            if nearest := get_close_matches(key, NAMES, n=1, cutoff=0.8):
                text = __('nothing is known as %r; did you mean %r?')
                warn('folder', text, key, nearest[0], location=place())
                if nearest[0] in InterviewDirective.closing:
                    options.setdefault(nearest[0], OPTIONS[nearest[0]](value))
        elif key not in options and value:
            try:
                options[key] = OPTIONS[key](whole(value)) if key != 'title' else whole(value)
            except (TypeError, ValueError) as error:
                warn('folder', '%s: %s', key, error, location=place())
    return options


def defaults_of(options: Mapping[str, str]) -> dict[str, Any]:
    """Return those of a folder's options that can be; the directive warns of the others."""
    kept = {}
    for name, text in options.items():
        try:
            kept[name] = OPTIONS[name](text)
        except (KeyError, TypeError, ValueError):
            continue
    return kept
