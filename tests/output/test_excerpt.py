from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from paralint.findings import Finding, Label, Severity, Span
from paralint.output.excerpt import Mark, excerpts, kept
from paralint.text.lines import LineIndex


def shown(text: str, own: Span, *related: Span) -> list[list[tuple[int, list[str]]]]:
    """Return for each excerpt its rows: number and what is marked, the own place in capitals."""
    labels = tuple(Label(span, "") for span in related)
    finding = Finding("NAM001", "n", own, "m", Severity.ERROR, related=labels)
    return [
        [
            (row.number, [marked.upper() if mark.primary else marked for mark, marked in marks(row.text, row.marks)])
            for row in excerpt.rows
        ]
        for excerpt in excerpts(LineIndex(text), finding)
    ]


def marks(text: str, found: tuple[Mark, ...]) -> list[tuple[Mark, str]]:
    return [(mark, text[mark.start : mark.end]) for mark in found]


def test_a_chain_of_near_places_is_one_excerpt_and_the_own_one_comes_first() -> None:
    text = "".join(f"row{number:02}\n" for number in range(1, 31))

    def row(number: int) -> Span:
        return Span(6 * number - 6, 6 * number - 1)

    assert shown(text, row(20), row(1), row(7), row(26)) == [
        [(20, ["ROW20"]), (26, ["row26"])],
        [(1, ["row01"]), (7, ["row07"])],
    ]
    assert shown(text, row(20), row(13)) == [[(20, ["ROW20"])], [(13, ["row13"])]]


def test_a_span_that_ends_with_a_line_end_does_not_mark_the_next_row() -> None:
    assert shown("one\ntwo\n", Span(0, 4)) == [[(1, ["ONE"])]]
    assert shown("one\r\ntwo\r\n", Span(2, 5)) == [[(1, ["E"])]]


def test_a_span_inside_a_line_end_is_drawn_behind_the_line() -> None:
    assert shown("one\r\ntwo\r\n", Span(4, 4)) == [[(1, [""])]]


def test_white_space_at_the_edges_of_rows_and_empty_rows_are_not_marked() -> None:
    assert shown("one  \n\n  two  \n", Span(1, 12)) == [[(1, ["NE"]), (2, []), (3, ["TWO"])]]


def test_of_five_rows_the_first_and_last_are_shown() -> None:
    text = "a\nb\nc\nd\ne\n"
    assert shown(text, Span(0, 7)) == [[(1, ["A"]), (2, ["B"]), (3, ["C"]), (4, ["D"])]]
    assert shown(text, Span(0, 9)) == [[(1, ["A"]), (5, ["E"])]]


@given(st.text(st.sampled_from("ab  "), max_size=300), st.data(), st.integers(30, 120))
def test_parts_kept_are_apart_hold_all_ends_and_fill_the_width(text: str, data: st.DataObject, width: int) -> None:
    columns = st.integers(0, len(text))
    edges = data.draw(st.lists(st.tuples(columns, columns).map(sorted), min_size=1, max_size=3))
    parts = kept(text, [Mark(start, end, True) for start, end in edges], width, len)
    for start, end in edges:
        assert any(low <= start <= high for low, high in parts)
        assert any(low <= end <= high for low, high in parts)
    flat = [column for part in parts for column in part]
    assert flat == sorted(flat)
    assert all(left[1] < right[0] for left, right in pairwise(parts))
    ellipses = len(parts) - 1 + (flat[0] > 0) + (flat[-1] < len(text))
    assert sum(high - low for low, high in parts) + ellipses <= width
    if len(text) <= width:
        assert parts == [(0, len(text))]


def test_without_a_mark_the_beginning_is_kept() -> None:
    assert kept("one two three four", [], 9, len) == [(0, 7)]
