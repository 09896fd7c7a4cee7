"""What an interview makes of its options and the values of ``conf.py``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from sphinx.config import Config


class Appearance(NamedTuple):
    """How one interview is shown: its options, else the project's values."""

    classes: tuple[str, ...]
    numbered: bool
    timestamps: bool
    contents: str
    preamble: str
    collapsible: str
    head: tuple[str, ...]
    how_to_cite: bool
    segments: bool
    overview: bool


def appearance(config: Config, options: dict[str, Any]) -> Appearance:
    """Combine a directive's *options* with the project's defaults."""

    def pick(option: str) -> Any:
        return options.get(option.replace('_', '-'), config[f'interview_{option}'])

    return Appearance(
        classes=(*config.interview_class, *options.get('class', ())),
        numbered=pick('numbered'),
        timestamps=pick('timestamps'),
        contents=pick('contents'),
        preamble=pick('preamble'),
        collapsible=pick('collapsible'),
        head=tuple(pick('head')),
        how_to_cite=pick('how_to_cite'),
        segments=pick('segments'),
        overview=pick('overview'),
    )
