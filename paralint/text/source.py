"""From bytes to text: which encoding a file has, where it breaks its own encoding, and how to write it back."""

from __future__ import annotations

import os
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE

from paralint.values import NamedTuple

MAX_BYTES = 10_000_000


class _Encoding(NamedTuple):
    codec: str
    name: str
    bom: bytes
    unit: int  # bytes in a code unit


# UTF-32 LE stands before UTF-16 LE, whose byte order mark is the beginning of the other's.
_MARKED = (
    _Encoding("utf-8", "UTF-8", BOM_UTF8, 1),
    _Encoding("utf-32-le", "UTF-32", BOM_UTF32_LE, 4),
    _Encoding("utf-32-be", "UTF-32", BOM_UTF32_BE, 4),
    _Encoding("utf-16-le", "UTF-16", BOM_UTF16_LE, 2),
    _Encoding("utf-16-be", "UTF-16", BOM_UTF16_BE, 2),
)
_UNMARKED = _Encoding("utf-8", "UTF-8", b"", 1)


class SourceError(Exception):
    """A file is not text that can be read.

    Attributes:
        message: what is wrong, without the file's name.
        offset: offset in bytes, from the beginning of the file, of what is wrong; None if the file as a whole is.
    """

    def __init__(self, message: str, offset: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset

    def __reduce__(self) -> tuple[type[SourceError], tuple[str, int | None]]:
        return SourceError, (self.message, self.offset)


class Source(NamedTuple):
    """The text of a file and how the file spells it.

    Attributes:
        text: the decoded text without the byte order mark, otherwise unaltered: line ends and characters are as they
            stand in the file.
        encoding: name of the codec, one of utf-8, utf-16-le, utf-16-be, utf-32-le, utf-32-be.
        bom: the byte order mark the file begins with, empty if it has none.
    """

    text: str
    encoding: str = "utf-8"
    bom: bytes = b""

    @classmethod
    def from_bytes(cls, data: bytes) -> Source:
        """Decode the contents of a file.

        Raises:
            SourceError: ``data`` is neither UTF-8 nor UTF-16 or UTF-32 with a byte order mark, or is binary.
        """
        encoding = next((marked for marked in _MARKED if data.startswith(marked.bom)), _UNMARKED)
        if encoding.unit == 1 and (nul := data.find(0)) >= 0:
            raise SourceError(f"looks binary: NUL byte at offset {nul}", nul)
        body = data[len(encoding.bom) :]
        try:
            return cls(body.decode(encoding.codec), encoding.codec, encoding.bom)
        except UnicodeDecodeError as error:
            before = body[: error.start].decode(encoding.codec)
            row = 1 + before.count("\n") + before.count("\r") - before.count("\r\n")
            wrong = body[error.start : error.start + encoding.unit]
            offset = len(encoding.bom) + error.start
            shown = f"byte{'s' if len(wrong) > 1 else ''} {' '.join(f'0x{byte:02X}' for byte in wrong)}"
            raise SourceError(f"not {encoding.name}: {shown} at offset {offset} (row {row})", offset) from None

    def encode(self, text: str) -> bytes:
        """Return the bytes of a file that holds ``text`` in this source's encoding, byte order mark included."""
        return self.bom + text.encode(self.encoding)


def decode(data: bytes) -> str:
    """Return the text of a file's contents.

    Raises:
        SourceError: as ``Source.from_bytes``.
    """
    return Source.from_bytes(data).text


def read_source(path: str | os.PathLike[str], max_bytes: int = MAX_BYTES) -> Source:
    """Read and decode the file at ``path``.

    Raises:
        SourceError: the file is missing, a directory, unreadable, larger than ``max_bytes`` or not text.
    """
    try:
        if os.path.isdir(path):
            raise SourceError("is a directory")
        with open(path, "rb") as file:
            size = os.fstat(file.fileno()).st_size
            # A pipe or a device has no size to ask for, so the limit holds for what is read, too.
            data = file.read(max_bytes + 1) if size <= max_bytes else b""
    except FileNotFoundError:
        raise SourceError("no such file") from None
    except OSError as error:
        raise SourceError(f"cannot be read: {error.strerror or error}") from None
    except ValueError as error:  # a NUL in the path
        raise SourceError(f"cannot be read: {error}") from None
    if (found := max(size, len(data))) > max_bytes:
        raise SourceError(f"too large: {'' if size else 'at least '}{found:,} bytes, the limit is {max_bytes:,}")
    return Source.from_bytes(data)
