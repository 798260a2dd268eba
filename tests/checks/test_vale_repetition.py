from __future__ import annotations

from collections.abc import Callable

Find = Callable[..., list[tuple[str, str]]]
HEAD = "extends: repetition\nmessage: \"'%s' is repeated!\"\n"


def test_equal_neighbours_are_reported(find_vale: Find) -> None:
    rule = HEAD + "alpha: true\ntokens: ['[^\\s]+']\n"
    assert find_vale(rule, "the the book // //") == [("the the", "'the' is repeated!")]


def test_not_over_a_line_end(find_vale: Find) -> None:
    assert find_vale(HEAD + "alpha: true\n", "the book the\nthe end end") == [("end end", "'end' is repeated!")]


def test_case_counts_unless_it_is_ignored(find_vale: Find) -> None:
    assert find_vale(HEAD, "The the end") == []
    assert find_vale(HEAD + "ignorecase: true\n", "The the end") == [("The the", "'the' is repeated!")]


def test_so_many_are_allowed(find_vale: Find) -> None:
    rule = HEAD + "max: 1\ntokens: ['\\w+']\n"
    assert find_vale(rule, "ha ha") == []
    assert find_vale(rule, "ha ha ha") == [("ha ha", "'ha' is repeated!")]


def test_exceptions(find_vale: Find) -> None:
    assert find_vale(HEAD + "exceptions: [had had]\n", "He had had it it.") == []
    assert find_vale(HEAD + "exceptions: [had had]\n", "He had had had.") == []
