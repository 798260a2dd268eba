"""Writing files so that nobody finds half of one."""

from __future__ import annotations

import os
from pathlib import Path
from shutil import copymode
from tempfile import NamedTemporaryFile


def save(path: Path, data: bytes) -> None:
    """Put ``data`` in the place of what a file holds: all of it or, where that fails, none.

    Raises:
        OSError: the file or its folder cannot be written.
    """
    target = os.path.realpath(path)  # a link stays a link
    with open(target, "ab"):
        pass  # a file that may not be written must not be replaced either
    with NamedTemporaryFile(dir=os.path.dirname(target), prefix=".paralint-", delete=False) as file:
        try:
            file.write(data)
            file.close()
            copymode(target, file.name)
            os.replace(file.name, target)
        except BaseException:
            file.close()
            os.unlink(file.name)
            raise
