from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paralint.findings import Span
from paralint.text.lines import LineIndex

TEXTS = st.text(st.sampled_from("ab \t\n\r\x0b\x0c\x1c\x85\u2028é😀"))


def test_rows_and_columns_count_code_points_from_one() -> None:
    index = LineIndex("a😀b\ncd")
    assert [index.location(offset) for offset in range(7)] == [(1, 1), (1, 2), (1, 3), (1, 4), (2, 1), (2, 2), (2, 3)]


def test_all_three_line_ends() -> None:
    index = LineIndex("one\r\ntwo\rthree\n\r\r\nx\u2028y\x0bz\x0c")
    assert [index.line(row) for row in range(1, len(index) + 1)] == ["one", "two", "three", "", "", "x\u2028y\x0bz\x0c"]
    assert index.span(2) == Span(5, 8)


def test_the_empty_text_has_one_row() -> None:
    index = LineIndex("")
    assert len(index) == 1
    assert index.location(0) == (1, 1)
    assert index.line(1) == ""


@pytest.mark.parametrize("offset", [-1, 4])
def test_an_offset_outside_is_an_error(offset: int) -> None:
    with pytest.raises(IndexError, match="outside the text of 3 characters"):
        LineIndex("abc").location(offset)


@pytest.mark.parametrize("row", [-1, 0, 3])
def test_a_row_outside_is_an_error(row: int) -> None:
    with pytest.raises(IndexError, match=r"is not in 1\.\.2"):
        LineIndex("a\nb").span(row)


@given(TEXTS)
def test_lines_are_what_a_split_gives(text: str) -> None:
    index = LineIndex(text)
    assert [index.line(row) for row in range(1, len(index) + 1)] == re.split(r"\r\n|\r|\n", text)


@given(TEXTS)
def test_every_offset_has_its_place(text: str) -> None:
    index = LineIndex(text)
    ends = [end.end() for end in re.finditer(r"\r\n|\r|\n", text)]
    for offset in range(len(text) + 1):
        starts = [0, *(end for end in ends if end <= offset)]
        assert index.location(offset) == (len(starts), offset - starts[-1] + 1)
