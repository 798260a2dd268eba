"""Names that a user knows to be right: a plain text file, one name a line, ``#`` begins a comment."""

from __future__ import annotations


class NamesFileError(ValueError):
    """A file of names cannot be read.

    Attributes:
        path: the file.
        line: from 1.
        reason: what is wrong with that line.
    """

    def __init__(self, path: str, line: int, reason: str) -> None:
        super().__init__(f"{path}:{line}: {reason}")
        self.path, self.line, self.reason = path, line, reason


def read_names(content: bytes, path: str) -> frozenset[str]:
    """Return the names in the content of a file; a name that stands twice counts once.

    Raises:
        NamesFileError: if the content is not UTF-8, or a line is too long to be a name.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        reason = f"not UTF-8: byte 0x{content[error.start]:02X} at offset {error.start}"
        raise NamesFileError(path, line, reason) from error
    names = set()
    for number, row in enumerate(text.splitlines(), 1):
        name = " ".join(row.partition("#")[0].split())
        if len(name) > 200:
            raise NamesFileError(path, number, f"{len(name)} characters are no name; write one name a line")
        if name:
            names.add(name)
    return frozenset(names)
