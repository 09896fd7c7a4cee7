"""The bytes of files that a project names."""

from __future__ import annotations

import errno
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def read_bytes(path: Path, most: int | None = None) -> bytes:
    """Return what is in a file.

    A pipe would let the build wait for ever, a device give it no end.

    :param most: so many bytes are read
    :raises OSError: it isn't there, is no file, or has more
    """
    state = path.stat()
    if stat.S_ISDIR(state.st_mode):
        raise IsADirectoryError(errno.EISDIR, 'it is a folder', str(path))
    if not stat.S_ISREG(state.st_mode):
        raise OSError(errno.EINVAL, 'it is no file', str(path))
    if most is not None and state.st_size > most:
        raise OSError(errno.EFBIG, f'it has more than {most // 2**20} MiB', str(path))
    return path.read_bytes()
