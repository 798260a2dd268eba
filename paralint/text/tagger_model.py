"""The file of the tagger model: a header and its sections, each behind its length."""

from __future__ import annotations

import struct

from paralint.data import DataError

MAGIC = b"PLINTPOS"
VERSION = 1
HEADER = struct.Struct("<8sHHII")  # magic, version, number of sections, length of all that follows, its CRC-32
FILE_NAME = "tagger.bin"
ZERO = 128  # a weight is stored as a byte; this byte means 0


class ModelError(DataError):
    """The model file is cut short, damaged, of another version or no model. The message says the file and why."""


def read_sections(data: bytes | memoryview, source: str) -> list[memoryview]:
    """Return the sections of a model file.

    Args:
        data: its bytes.
        source: what error messages call it.

    Raises:
        ModelError: if ``data`` is not a whole model of this version.
    """
    if len(data) < HEADER.size:
        raise ModelError(f"{source}: {len(data)} bytes are too few for a tagger model, expected at least {HEADER.size}")
    magic, version, number, length, _ = HEADER.unpack_from(data)
    if magic != MAGIC:
        raise ModelError(f"{source}: not a tagger model, starts with {magic!r}, expected {MAGIC!r}")
    if version != VERSION:
        raise ModelError(f"{source}: tagger model of version {version}, expected {VERSION}")
    payload = memoryview(data)[HEADER.size :]
    if len(payload) != length:
        raise ModelError(f"{source}: {len(payload)} bytes after the header, expected {length}")
    sections: list[memoryview] = []
    position = 0
    for _ in range(number):
        start = position + 4
        position = start + int.from_bytes(payload[position:start], "little")
        sections.append(payload[start:position])
    return sections


def read_lines(section: memoryview) -> list[str]:
    """Return the lines of a section of text."""
    return str(section, "utf-8").split("\n")
