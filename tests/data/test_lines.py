import pytest

from paralint.data.lines import Lines


@pytest.mark.parametrize(
    ("start", "found"),
    [("ba", ["ball\t1", "band\t2"]), ("band", ["band\t2"]), ("c", ["cat\t3"]), ("a", []), ("d", []), ("bar", [])],
)
def test_lines_that_begin_with_some_letters(start: str, found: list[str]) -> None:
    lines = Lines(b"ball\t1\nband\t2\ncat\t3\n")
    assert [line.decode() for line in lines.beginning(start)] == found
    assert lines.find("band") == b"2"
