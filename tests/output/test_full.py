from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from paralint.engine.report import FileReport
from paralint.findings import Edit, Finding, Fix, Label, Safety, Severity, Span
from paralint.output import Context, render
from paralint.output.cells import width


def span(text: str, quoted: str) -> Span:
    start = text.index(quoted)
    return Span(start, start + len(quoted))


def drawn(text: str, own: str, *related: tuple[str, str], columns: int = 60, fix: Fix | None = None) -> str:
    """Return what stands between the head of the one finding and the summary."""
    labels = tuple(Label(span(text, quoted), message) for quoted, message in related)
    finding = Finding("NAM001", "n", span(text, own), "m", Severity.ERROR, related=labels, fix=fix)
    output = "".join(render("full", [FileReport("a.txt", text, (finding,))], Context("1", {}, width=columns)))
    head, rest = output.split("\n", 1)
    assert head == "error[NAM001] n: m"
    return rest.rsplit("\n\n", 1)[0]


def test_one_place() -> None:
    assert (
        drawn("one two three\n", "two")
        == """\
 --> a.txt:1:5
  |
1 | one two three
  |     ^^^"""
    )


def test_two_places_on_one_line_with_the_label_behind_the_right_one() -> None:
    assert (
        drawn("one two three four\n", "two", ("four", "here"))
        == """\
 --> a.txt:1:5
  |
1 | one two three four
  |     ^^^       ---- here"""
    )


def test_labels_without_room_hang_below() -> None:
    assert (
        drawn("one two three four\n", "four", ("one", "first"), ("two", "second"))
        == """\
 --> a.txt:1:15
  |
1 | one two three four
  | --- ---       ^^^^
  | |   |
  | |   second
  | first"""
    )


def test_a_long_label_moves_left_to_fit() -> None:
    text = "a" * 20 + " two " + "b" * 20 + " four\n"
    last = drawn(text, "two", ("four", "a label of thirty characters."), columns=60).splitlines()[-1]
    assert last == f"  | {'a label of thirty characters.':>56}"


def test_near_rows_share_a_drawing_and_one_row_between_is_shown() -> None:
    assert (
        drawn("alpha\n\nbeta\n\n\n\n\n\ngamma\n", "alpha", ("beta", "b"), ("gamma", "c"))
        == """\
 --> a.txt:1:1
  |
1 | alpha
  | ^^^^^
2 |
3 | beta
  | ---- b
...
9 | gamma
  | ----- c"""
    )


def test_far_rows_have_drawings_of_their_own_with_a_place_to_jump_to() -> None:
    assert (
        drawn("alpha\n" + "\n" * 8 + "beta\n", "beta", ("alpha", "a"))
        == """\
  --> a.txt:10:1
   |
10 | beta
   | ^^^^
  ::: a.txt:1:1
   |
 1 | alpha
   | ----- a"""
    )


def test_a_long_line_is_cut_between_words_around_the_place() -> None:
    text = "word " * 60 + "wrong " + "more " * 60
    assert (
        drawn(text, "wrong", columns=40)
        == """\
 --> a.txt:1:301
  |
1 | …word word wrong more more…
  |            ^^^^^"""
    )


def test_of_a_long_place_both_ends_are_kept() -> None:
    text = "begin " + "x " * 200 + "end"
    assert (
        drawn(text, text, columns=44)
        == """\
 --> a.txt:1:1
  |
1 | begin x x x x x x x…x x x x x x x x end
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^"""
    )


def test_many_places_on_a_long_line_are_drawn_in_turns() -> None:
    words = [f"word{number:02}" for number in range(40)]
    places = [(words[number], f"no. {number}") for number in range(5, 40, 5)]
    drawing = drawn(" ".join(words), words[0], *places, columns=60)
    assert drawing.count("\n1 | ") == 3
    for _, message in places:
        assert message in drawing


def test_a_place_on_several_rows_marks_each_and_skips_the_middle_of_many() -> None:
    text = "one\n  two\nthree\n\nfive\nsix seven\n"
    assert (
        drawn(text, text[:16])
        == """\
 --> a.txt:1:1
  |
1 | one
  | ^^^
2 |   two
  |   ^^^
3 | three
  | ^^^^^"""
    )
    assert (
        drawn(text, "ne\n  two\nthree\n\nfive\nsix")
        == """\
 --> a.txt:1:2
  |
1 | one
  |  ^^
...
6 | six seven
  | ^^^"""
    )


def test_wide_combining_and_tab_characters_are_aligned() -> None:
    text = "\t東京 cafe\u0301 x wrong\n"
    assert (
        drawn(text, "wrong")
        == """\
 --> a.txt:1:13
  |
1 |     東京 cafe\u0301 x wrong
  |                 ^^^^^"""
    )
    assert drawn(text, "京").endswith("  |       ^^")


def test_an_empty_place_has_one_caret_also_behind_the_line() -> None:
    assert drawn("one\ntwo\n", "\n").endswith("1 | one\n  |    ^")
    assert drawn("one two\n", "").endswith("1 | one two\n  | ^")


def test_help_names_replacement_insertion_and_deletion() -> None:
    fix = Fix((Edit(Span(0, 3), "1"), Edit(Span(3, 3), ","), Edit(Span(3, 7), "")), Safety.SAFE, "say it in figures")
    last = drawn("one two\n", "one", fix=fix).splitlines()[-1]
    assert last == "  = help: say it in figures: replace `one` with `1`; insert `,`; delete ` two` (safe fix)"


def test_help_leaves_out_the_middle_of_a_long_change() -> None:
    text = "begin " + "x " * 200 + "end\n"
    fix = Fix((Edit(Span(0, len(text)), ""),), Safety.UNSAFE)
    last = drawn(text, "begin", fix=fix).splitlines()[-1]
    assert re.fullmatch(r"  = help: delete `begin [x ]+ … [x ]+ end␊` \(unsafe fix\)", last)


def test_the_own_place_lies_on_top() -> None:
    assert drawn("one two three\n", "two", ("one two three", "")).endswith("  | ----^^^------")


WORDS = st.lists(
    st.sampled_from(("word", "x", "東京", "cafe\u0301", "\t", "\x1b[1m", "l" * 90)), min_size=1, max_size=60
)


@given(WORDS, st.data(), st.integers(40, 120))
@settings(max_examples=150, deadline=None)
def test_carets_stand_under_the_ends_of_the_place_and_inside_the_width(
    words: list[str], data: st.DataObject, columns: int
) -> None:
    text = " ".join(words) + " ."  # white space at the end of a drawn line is not printed
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    start = sum(len(word) + 1 for word in words[:first])
    end = start + len(" ".join(words[first : last + 1]))
    finding = Finding("NAM001", "n", Span(start, end), "m", Severity.ERROR)
    output = "".join(render("full", [FileReport("a.txt", text, (finding,))], Context("1", {}, width=columns)))
    _, _, _, source, carets = output.splitlines()[:5]
    assert max(width(source), len(carets)) <= columns
    cells = [character for shown in source[4:] for character in [shown] * width(shown)]
    left, right = carets.index("^") - 4, len(carets) - 4
    assert set(carets[4 + left :]) == {"^"}
    place = data_cells(text[start:end])
    seen = min(3, right - left)
    assert cells[left : left + seen] == place[:seen]
    assert cells[right - seen : right] == place[len(place) - seen :]


def data_cells(text: str) -> list[str]:
    """Return the characters of the place as cells, by the facts about the few characters of ``WORDS``."""
    shown = text.replace("\t", "    ").replace("\x1b", "␛").replace("\u0301", "")
    return [character for character in shown for _ in range(2 if character in "東京" else 1)]
