"""Files beside the doctrees, whose times say when what they hold has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def keep(folder: Path, files: Mapping[str, str]) -> None:
    """Have *folder* hold these files and no others; what is in one already isn't written again."""
    for name, text in files.items():
        path = folder / name
        if _text(path) != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, 'utf-8')
    wanted = {folder / name for name in files}
    for path in list(folder.rglob('*')):
        if path not in wanted and path.is_file():
            path.unlink()


def _text(path: Path) -> str | None:
    try:
        return path.read_text('utf-8')
    except (OSError, ValueError):
        return None
