"""The data files of the package: models and word lists, built by the scripts in ``tools/``."""

from __future__ import annotations

from importlib.resources import files


class DataError(Exception):
    """A packaged data file is missing, cut short, or of another version. The message names the file and the reason."""


def read(name: str) -> bytes:
    """Return the bytes of the data file ``name``.

    Raises:
        DataError: if the file is not in the package.
    """
    try:
        return files(__name__).joinpath(name).read_bytes()
    except OSError as error:
        raise DataError(f"paralint/data/{name}: {error.strerror or error}") from error
