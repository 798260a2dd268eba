"""The data files of the package: models and word lists, built by the scripts in ``tools/``.

The headers of the binary ones hold a checksum, which the tests look at. At run time only the length is compared: that
tells a file that was cut short, and does not read a dozen megabytes of which a short text needs a few pages.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Any, Literal


class DataError(Exception):
    """A packaged data file is missing, cut short, or of another version. The message names the file and the reason."""


class MissingExtraError(DataError):
    """A layer needs an optional package that is not installed. The message says how to install it."""


def read(name: str, package: str = __name__) -> bytes:
    """Return the bytes of the file ``name`` in the folder of a package.

    Raises:
        DataError: if the file is not in the package.
    """
    try:
        return resource(package, name)
    except OSError as error:
        raise DataError(f"{package.replace('.', '/')}/{name}: {error.strerror or error}") from error


def listed(*names: str) -> list[str]:
    """Return the lines of word lists of the folder ``lists``, comments and empty lines left out.

    Args:
        names: of the lists, without their ending.

    Raises:
        DataError: if a list is not in the package.
    """
    lines = [line for name in names for line in read(f"lists/{name}.txt").decode("utf-8").splitlines()]
    return [line for line in lines if line and not line.startswith("#")]


def rows(name: str, header: str, what: str) -> list[str]:
    """Return the lines of a text table behind its header, comments left out.

    Args:
        name: of the file.
        header: how the file begins, which tells its version.
        what: the table has, for the message.

    Raises:
        DataError: if the file is not in the package, or of another version.
    """
    content = read(name).decode("utf-8")
    if not content.startswith(header):
        raise DataError(f"paralint/data/{name}: not a table of {what} of this version")
    return [line for line in content.splitlines() if not line.startswith("#")]


def mapped(name: str, package: str = __name__) -> memoryview:
    """Return the bytes of the file ``name`` in the folder of a package, without reading those that nobody looks at.

    Raises:
        DataError: if the file is not in the package.
    """
    from mmap import ACCESS_READ, mmap

    try:
        with open(os.path.join(sys.modules[package].__path__[0], name), "rb") as file:
            return memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))
    except (OSError, ValueError):  # in a zip archive, on a system that maps no files, or empty
        return memoryview(read(name, package))


def integers(section: memoryview, kind: Literal["I", "H", "Q"]) -> Sequence[int]:
    """Return the whole numbers of a section of a data file, without reading those that nobody looks at.

    Args:
        section: the numbers, little-endian.
        kind: their size, as a type code of ``array``: 2 bytes for H, 4 for I, 8 for Q.

    Raises:
        ValueError: if the section is not made of such numbers.
    """
    if sys.byteorder == "little":
        try:
            return section.cast(kind)
        except TypeError as error:
            raise ValueError(error) from error
    from array import array

    numbers = array(kind, section.tobytes())
    numbers.byteswap()
    return numbers


def resource(package: str, name: str) -> bytes:
    """Return the bytes of the file ``name`` in the folder of a package that has been imported.

    The loader is asked, so that the package may lie in a zip archive; importlib.resources does no more here, and takes
    longer to import than most runs take to read rules.

    Raises:
        OSError: if there is no such file.
    """
    module = sys.modules[package]
    loader: Any = module.__spec__.loader if module.__spec__ is not None else None
    data: bytes = loader.get_data(os.path.join(module.__path__[0], *name.split("/")))
    return data
