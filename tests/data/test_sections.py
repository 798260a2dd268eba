from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paralint.data import DataError
from paralint.data.sections import Format

FORMAT = Format("things.bin", "things", b"PLTX", 2, ("one", "two"))


@given(st.binary(max_size=20), st.binary(max_size=20))
def test_sections_come_back(one: bytes, two: bytes) -> None:
    sections = FORMAT.decode(FORMAT.encode({"one": one, "two": two}))
    assert {name: bytes(section) for name, section in sections.items()} == {"one": one, "two": two}


@given(st.integers(0, 30))
def test_a_file_that_is_cut_short_is_told(length: int) -> None:
    content = FORMAT.encode({"one": b"12345", "two": b"1234567"})
    with pytest.raises(DataError, match=r"paralint/data/things\.bin: (?:not a things file|damaged)"):
        FORMAT.decode(content[: min(length, len(content) - 1)])


def test_another_version_or_sort_is_told() -> None:
    content = FORMAT.encode({"one": b"", "two": b""})
    with pytest.raises(DataError, match="version 2, expected 3"):
        FORMAT._replace(version=3).decode(content)
    with pytest.raises(DataError, match="not a things file"):
        FORMAT._replace(magic=b"PLTY").decode(content)
