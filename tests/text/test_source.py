from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paralint.text.source import Source, SourceError, decode, read_source

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff"))
MARKS = {
    "utf-8": b"\xef\xbb\xbf",
    "utf-16-le": b"\xff\xfe",
    "utf-16-be": b"\xfe\xff",
    "utf-32-le": b"\xff\xfe\x00\x00",
    "utf-32-be": b"\x00\x00\xfe\xff",
}


@given(TEXTS)
def test_utf_8_without_a_mark_is_read_and_written_unaltered(text: str) -> None:
    data = text.encode()
    source = Source.from_bytes(data)
    assert source == Source(text)
    assert source.encode(source.text) == data


@pytest.mark.parametrize("encoding", MARKS)
@given(text=TEXTS)
def test_a_byte_order_mark_names_the_encoding_and_is_not_text(encoding: str, text: str) -> None:
    data = MARKS[encoding] + text.encode(encoding)
    source = Source.from_bytes(data)
    assert source == Source(text, encoding, MARKS[encoding])
    assert source.encode(text) == data
    assert decode(data) == text


def test_line_ends_and_composition_are_kept() -> None:
    assert decode("a\r\nb\rc\ne\u0301 \u00e9\u2028\x0b\x0c".encode()) == "a\r\nb\rc\ne\u0301 \u00e9\u2028\x0b\x0c"


def test_only_the_first_mark_is_a_mark() -> None:
    assert decode(b"\xef\xbb\xbf\xef\xbb\xbfa") == "\ufeffa"


@pytest.mark.parametrize(
    ("data", "message", "offset"),
    [
        (b"caf\xe9 au lait", "not UTF-8: byte 0xE9 at offset 3 (row 1)", 3),
        (b"a\r\nb\rc\nd\xff", "not UTF-8: byte 0xFF at offset 8 (row 4)", 8),
        (b"\xef\xbb\xbfab\x80", "not UTF-8: byte 0x80 at offset 5 (row 1)", 5),
        (b"cut \xe2\x82", "not UTF-8: byte 0xE2 at offset 4 (row 1)", 4),
        (b"surrogate \xed\xa0\x80", "not UTF-8: byte 0xED at offset 10 (row 1)", 10),
        (b"overlong \xc0\xaf", "not UTF-8: byte 0xC0 at offset 9 (row 1)", 9),
        (b"\xff\xfea\x00\n\x00\x00\xd8b\x00", "not UTF-16: bytes 0x00 0xD8 at offset 6 (row 2)", 6),
        (b"\xfe\xff\x00a\xdc\x00", "not UTF-16: bytes 0xDC 0x00 at offset 4 (row 1)", 4),
        (b"\xff\xfea\x00b", "not UTF-16: byte 0x62 at offset 4 (row 1)", 4),
        (b"\xff\xfe\x3d\xd8", "not UTF-16: bytes 0x3D 0xD8 at offset 2 (row 1)", 2),
        (b"\xff\xfe\x00\x00\x00\x00\x11\x00", "not UTF-32: bytes 0x00 0x00 0x11 0x00 at offset 4 (row 1)", 4),
        (b"\x00\x00\xfe\xff\x00\x00\xd8\x00", "not UTF-32: bytes 0x00 0x00 0xD8 0x00 at offset 4 (row 1)", 4),
        (b"PNG\x00\xff\xfe", "looks binary: NUL byte at offset 3", 3),
        (b"\xef\xbb\xbfa\x00", "looks binary: NUL byte at offset 4", 4),
        ("no mark".encode("utf-16-le"), "looks binary: NUL byte at offset 1", 1),
    ],
)
def test_what_is_not_text_is_named_with_its_place(data: bytes, message: str, offset: int) -> None:
    with pytest.raises(SourceError) as caught:
        decode(data)
    assert (caught.value.message, caught.value.offset) == (message, offset)
    assert str(caught.value) == message


@given(st.binary())
def test_any_bytes_are_text_or_an_error_inside_them(data: bytes) -> None:
    source = error = None
    try:
        source = Source.from_bytes(data)
    except SourceError as caught:
        error = caught
    if source:
        assert source.encode(source.text) == data
    else:
        assert error is not None
        assert error.offset is not None
        assert 0 <= error.offset < len(data)


def test_an_error_survives_the_way_between_processes() -> None:
    error = pickle.loads(pickle.dumps(SourceError("broken", 7)))
    assert (error.message, error.offset) == ("broken", 7)


def test_reading_a_file(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_bytes(b"\xef\xbb\xbfHello\r\n")
    assert read_source(path, 100) == Source("Hello\r\n", "utf-8", b"\xef\xbb\xbf")
    path.write_bytes(b"")
    assert read_source(path) == Source("")


def test_the_limit_is_the_largest_size_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes(b"x" * 1001)
    assert len(read_source(path, 1001).text) == 1001
    with pytest.raises(SourceError, match=r"^too large: 1,001 bytes, the limit is 1,000$"):
        read_source(path, 1000)


def test_missing_files_and_directories(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"^no such file$"):
        read_source(tmp_path / "none.txt")
    with pytest.raises(SourceError, match=r"^is a directory$"):
        read_source(tmp_path)
    with pytest.raises(SourceError, match=r"^cannot be read: "):
        read_source(f"{tmp_path}/nul\0.txt")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs a user whom permissions bind")
def test_an_unreadable_file(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.touch(mode=0)
    with pytest.raises(SourceError, match=r"^cannot be read: Permission denied$"):
        read_source(path)


def test_an_error_of_the_system_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: object, mode: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(SourceError, match=r"^cannot be read: Permission denied$"):
        read_source(tmp_path / "secret.txt")


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="needs /dev/zero")
def test_an_endless_file_ends_at_the_limit() -> None:
    with pytest.raises(SourceError, match=r"^too large: at least 1,001 bytes, the limit is 1,000$"):
        read_source("/dev/zero", 1000)
