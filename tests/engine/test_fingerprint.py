from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from paralint.engine.fingerprint import fingerprints
from paralint.findings import Finding, Severity, Span

TEXT = "The minister arrived.\nShe said that the minister arrived late, and the minister arrived again.\n"


def finding(start: int, end: int, code: str = "GRM001", message: str = "") -> Finding:
    return Finding(code, "name", Span(start, end), message, Severity.ERROR)


def every(text: str, quoted: str, code: str = "GRM001") -> list[Finding]:
    starts = [at for at in range(len(text)) if text.startswith(quoted, at)]
    return [finding(at, at + len(quoted), code) for at in starts]


def prints(text: str, quoted: str, code: str = "GRM001") -> list[str]:
    return fingerprints(text, every(text, quoted, code), "a.txt")


def test_equal_quotations_in_different_company_differ() -> None:
    assert len(set(prints(TEXT, "minister arrived"))) == 3


def test_equal_findings_are_told_apart_by_their_order() -> None:
    text = "a b c\na b c\na b c\n"
    found = prints(text, "b")
    assert len(set(found)) == 3
    assert prints(text + "a b c\n", "b")[:3] == found


@given(st.integers(0, 2), st.lists(st.text(st.characters(exclude_characters="\r\n")), max_size=3))
def test_lines_inserted_elsewhere_change_nothing(row: int, inserted: list[str]) -> None:
    lines = TEXT.splitlines(keepends=True)
    more = [line.replace("minister", "mayor") + "\n" for line in inserted]
    text = "".join([*lines[:row], *more, *lines[row:]])
    assert prints(text, "minister arrived") == prints(TEXT, "minister arrived")


def test_line_ends_white_space_and_case_change_nothing() -> None:
    wide = TEXT.replace("\n", "\r\n").replace("minister arrived", "Minister  arrived")
    assert prints(wide, "Minister  arrived") == prints(TEXT, "minister arrived")


def test_neighbouring_words_and_code_count() -> None:
    other = TEXT.replace("The minister", "A minister")
    assert prints(other, "minister arrived")[0] != prints(TEXT, "minister arrived")[0]
    assert prints(other, "minister arrived")[1:] == prints(TEXT, "minister arrived")[1:]
    assert not {*prints(TEXT, "said")} & {*prints(TEXT, "said", "GRM002")}


def test_the_third_word_away_does_not_count() -> None:
    assert prints("one two three X four five six", "X") == prints("ONE! two three X four five (six)", "X")


def test_message_and_file_name_do_not_count() -> None:
    one = fingerprints(TEXT, [finding(4, 12, message="old")], "a.txt")
    assert one == fingerprints(TEXT, [finding(4, 12, message="new")], "folder/b.txt")


def test_without_text_the_file_name_is_the_identity() -> None:
    found = [fingerprints("", [finding(0, 0), finding(0, 0)], name) for name in ("a.txt", "b.txt")]
    assert len({*found[0], *found[1]}) == 4


def test_value_is_stable_between_versions() -> None:
    assert fingerprints(TEXT, [finding(4, 12)], "a.txt") == ["8b03a89d1881d721"]


@given(st.text(st.characters()), st.data())
def test_any_text_and_spans(text: str, data: st.DataObject) -> None:
    offsets = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(offsets, offsets).map(sorted), max_size=4))
    found = fingerprints(text, [finding(start, end) for start, end in spans], "a.txt")
    assert len(set(found)) == len(spans)
