"""The values of ``conf.py``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .checking import check_values
from .values import VALUES

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    for value in VALUES:
        types = (list, tuple) if isinstance(value.default, list) else (type(value.default),)
        app.add_config_value(value.name, value.default, value.rebuild, types, value.help)
    app.connect('config-inited', check_values)
