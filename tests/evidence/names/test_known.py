from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paralint.evidence.names.known import NamesFileError, read_names


def test_names_are_read_line_by_line() -> None:
    content = "\ufeff# ours\nNino  Kapandaze\r\n\nBo # short\nBo\n".encode()
    assert read_names(content, "names.txt") == {"Nino Kapandaze", "Bo"}


def test_an_empty_file_has_no_names() -> None:
    assert read_names(b"", "names.txt") == frozenset()


def test_bad_encoding_is_shown_with_its_place() -> None:
    with pytest.raises(NamesFileError, match=r"names\.txt:2: not UTF-8: byte 0xE9 at offset 4"):
        read_names(b"Bo\nR\xe9mi\n", "names.txt")


def test_a_line_that_is_no_name_is_an_error() -> None:
    with pytest.raises(NamesFileError, match=r"names\.txt:1: 300 characters"):
        read_names(b"x" * 300, "names.txt")


@given(st.lists(st.text(alphabet="ABé ’-", max_size=30)))
def test_reading_twice_changes_nothing(names: list[str]) -> None:
    found = read_names("\n".join(names).encode(), "n")
    assert read_names("\n".join(sorted(found)).encode(), "n") == found
