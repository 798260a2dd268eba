"""The file of the tagger model: what is none is refused, with the reason."""

from __future__ import annotations

import struct
import zlib

import pytest

from paralint.data import DataError, read
from paralint.text.tagger import Tagger
from paralint.text.tagger_model import FILE_NAME, HEADER, MAGIC, ModelError, read_sections


def model_bytes() -> bytes:
    return read(FILE_NAME)


def resealed(payload: bytes, version: int = 1) -> bytes:
    sections = HEADER.unpack_from(model_bytes())[2]
    return HEADER.pack(MAGIC, version, sections, len(payload), zlib.crc32(payload)) + payload


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "0 bytes are too few"),
        (b"PLINTPOS", "8 bytes are too few"),
        (b"#!/bin/sh\n" + bytes(100), "not a tagger model"),
        (resealed(b"", version=999), "version 999, expected 1"),
        (model_bytes()[:-1], "bytes after the header, expected"),
        (model_bytes()[:5000], "bytes after the header, expected"),
        (model_bytes() + b"\0", "bytes after the header, expected"),
    ],
    ids=["empty", "header cut", "foreign", "version", "cut by one", "cut", "longer"],
)
def test_a_damaged_model_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ModelError, match=reason) as caught:
        Tagger(data, "some/model.bin")
    assert str(caught.value).startswith("some/model.bin: ")
    assert isinstance(caught.value, DataError)


def test_the_packaged_model_is_whole() -> None:
    assert HEADER.unpack_from(model_bytes())[4] == zlib.crc32(model_bytes()[HEADER.size :])


def test_header_is_little_endian_without_padding() -> None:
    assert HEADER.size == struct.calcsize("<8s2H2I") == 20


def test_sections_lie_behind_their_lengths() -> None:
    payload = b"\3\0\0\0abc" + b"\0\0\0\0" + b"\1\0\0\0d"
    data = HEADER.pack(MAGIC, 1, 3, len(payload), zlib.crc32(payload)) + payload
    assert list(map(bytes, read_sections(data, "model"))) == [b"abc", b"", b"d"]
