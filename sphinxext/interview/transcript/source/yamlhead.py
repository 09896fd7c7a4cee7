"""YAML front matter: its keys as they are written, each with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..model import TranscriptError
from .decoding import whole
from .fields import BrokenHeadError, Field, joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model import Line


def read_yaml(lines: list[Line]) -> list[Field]:
    """Return the keys of the highest level, those that stand twice, twice.

    :param lines: between the marks; there is one at least
    :raises TranscriptError: ``yaml_missing``
    :raises BrokenHeadError: this is no YAML
    """
    first, last = lines[0][0], lines[-1][0]
    try:
        import yaml
    except ImportError as error:
        text = 'front matter in YAML needs PyYAML: install "sphinxext-interview[yaml]"'
        raise TranscriptError('yaml_missing', first, text) from error
    try:
        # Nodes, not objects: an alias in an alias stands for no more than itself, a tag makes
        # nothing, and a date or a time is as it was written
        root = yaml.compose('\n'.join(text for _, text in lines), yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, 'problem_mark', None)
        problem = getattr(error, 'problem', None) or str(error).split('\n')[0]
        line = min(first + mark.line, last) if mark else first
        raise BrokenHeadError(line, f'no YAML: {problem}') from error
    except RecursionError as error:
        raise BrokenHeadError(first, 'nested too deep') from error
    except Exception as error:  # what `chr` and others say reaches us as it is
        raise BrokenHeadError(first, f'no YAML: {error}') from error
    return list(_pairs(root, first, yaml))


def _pairs(root: Any, first: int, yaml: Any) -> Iterator[Field]:
    for key, value in root.value if isinstance(root, yaml.MappingNode) else ():
        if isinstance(key, yaml.ScalarNode):
            yield Field(whole(key.value), _text(value, yaml), first + key.start_mark.line)


def _text(node: Any, yaml: Any) -> str:
    """Return the words of a scalar, of a list of them, or of the ``name`` of a mapping."""
    if isinstance(node, yaml.SequenceNode):
        items = (item for item in node.value if not isinstance(item, yaml.SequenceNode))
        return joined(_text(item, yaml) for item in items)
    if isinstance(node, yaml.MappingNode):
        named = (value for key, value in node.value if key.value == 'name')
        name = next(named, None)
        return _text(name, yaml) if isinstance(name, yaml.ScalarNode) else ''
    if node.tag.endswith(':null'):
        return ''
    if node.tag.endswith(':bool'):
        return 'yes' if node.value.lower() in {'yes', 'true', 'on'} else 'no'
    return ' '.join(whole(node.value).split())
