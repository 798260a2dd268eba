"""Data files of named sections: a header, then each section behind its length, filled up to four bytes."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping, Sequence

from paralint.data import DataError
from paralint.values import NamedTuple

_HEADER = struct.Struct("<4sHHI")  # magic, version, number of sections, CRC-32 of the rest
_LENGTH = struct.Struct("<I")


class Format(NamedTuple):
    """One sort of file.

    Attributes:
        file: its name in ``paralint/data``.
        holds: what it holds, for the message about a file of another sort: "terms".
        magic: its first four bytes.
        version: the only one that is read.
        sections: the names of its sections, in their order.
    """

    file: str
    holds: str
    magic: bytes
    version: int
    sections: Sequence[str]

    def encode(self, sections: Mapping[str, bytes]) -> bytes:
        """Return the content of a file; the same sections give the same bytes."""
        body = b"".join(
            _LENGTH.pack(len(sections[name])) + sections[name] + b"\0" * (-len(sections[name]) % 4)
            for name in self.sections
        )
        return _HEADER.pack(self.magic, self.version, len(self.sections), zlib.crc32(body)) + body

    def decode(self, content: bytes | memoryview) -> dict[str, memoryview]:
        """Return the sections of a file, as views of it.

        Raises:
            DataError: if it is of another sort or version, or is cut short.
        """
        if len(content) < _HEADER.size or bytes(content[:4]) != self.magic:
            raise DataError(f"paralint/data/{self.file}: not a {self.holds} file")
        _, version, number, _ = _HEADER.unpack_from(content)
        if version != self.version or number != len(self.sections):
            raise DataError(f"paralint/data/{self.file}: version {version}, expected {self.version}")
        sections: dict[str, memoryview] = {}
        view, place = memoryview(content), _HEADER.size
        for name in self.sections:
            if place + _LENGTH.size > len(view):
                break
            (length,) = _LENGTH.unpack_from(view, place)
            place += _LENGTH.size
            sections[name] = view[place : place + length]
            place += length + -length % 4
        if len(sections) < len(self.sections) or place != len(view):
            raise DataError(f"paralint/data/{self.file}: damaged (length)")
        return sections
