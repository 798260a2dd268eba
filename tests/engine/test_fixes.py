from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from paralint.engine.fixes import apply
from paralint.findings import Edit, Finding, Fix, Safety, Severity, Span


def finding(*edits: tuple[int, int, str]) -> Finding:
    changes = tuple(Edit(Span(start, end), content) for start, end, content in edits)
    return Finding("XYZ001", "x", changes[0].span, "m", Severity.ERROR, fix=Fix(changes, Safety.SAFE))


def test_edits_are_applied_whole_or_not_at_all() -> None:
    text = "abcdef"
    one = finding((0, 1, "A"), (4, 5, "E"))
    two = finding((2, 3, "C"), (4, 6, "x"))
    assert apply(text, [two, one]) == ("AbcdEf", 1)


def test_two_insertions_at_one_place_wait_for_each_other() -> None:
    assert apply("ab", [finding((1, 1, "x")), finding((1, 1, "y"))]) == ("axb", 1)


def test_findings_without_a_fix_change_nothing() -> None:
    assert apply("ab", [Finding("XYZ001", "x", Span(0, 1), "m", Severity.ERROR)]) == ("ab", 0)


@given(st.text("ab", min_size=1, max_size=20), st.lists(st.tuples(st.integers(0, 19), st.integers(0, 19)), max_size=8))
def test_text_outside_edits_is_untouched(text: str, spans: list[tuple[int, int]]) -> None:
    edits = [(min(a, b), max(a, b), "#") for a, b in spans if max(a, b) <= len(text)]
    fixed, applied = apply(text, [finding(edit) for edit in edits])
    assert fixed.count("#") == applied
    kept = [index for index in range(len(text)) if not any(start <= index < end for start, end, _ in edits)]
    rest = iter(fixed)
    assert all(any(text[index] == character for character in rest) for index in kept)
