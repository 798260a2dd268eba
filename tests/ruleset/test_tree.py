from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paralint.ruleset.problems import Problem, ProblemsError
from paralint.ruleset.tree import Position, parse


def problems_of(text: str) -> tuple[Problem, ...]:
    with pytest.raises(ProblemsError) as caught:
        parse(text, "r.yml")
    return caught.value.problems


def test_scalars_stay_what_the_author_wrote() -> None:
    tree = parse("a: on\nb: 12:30\nc: 007\nd: ~\ne: '~'\nf: [yes, No, 1.0]\ng:\n", "r.yml")
    assert tree.data == {"a": "on", "b": "12:30", "c": "007", "d": None, "e": "~", "f": ["yes", "No", "1.0"], "g": None}


def test_every_key_and_value_has_its_place() -> None:
    tree = parse("code: X\npattern:\n  - {lower: [a, be]}\n", "r.yml")
    assert tree.keys[("code",)] == Position(1, 1, 4)
    assert tree.values[("pattern", 0, "lower", 1)] == Position(3, 17, 2)


def test_a_duplicate_key_names_both_places() -> None:
    (problem,) = problems_of("tokens: [a]\nname: x\ntokens: [b]\n")
    assert (problem.line, problem.column) == (3, 1)
    assert problem.message == "duplicate key 'tokens' (first on line 1)"
    assert str(problem).splitlines() == [
        "r.yml:3:1: duplicate key 'tokens' (first on line 1)",
        "  |",
        "3 | tokens: [b]",
        "  | ^^^^^^",
    ]


def test_all_duplicate_keys_are_reported() -> None:
    assert len(problems_of("a: 1\na: 2\nb: {c: 1, c: 2}\n")) == 2


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [("a: [1, 2\nb: 3\n", 2, 2), ("a: 'open\n", 2, 1), ("a: b: c\n", 1, 5), ("a: @b\n", 1, 4)],
)
def test_broken_yaml_is_an_error_with_its_place(text: str, line: int, column: int) -> None:
    (problem,) = problems_of(text)
    assert (problem.line, problem.column) == (line, column)
    assert problem.message.startswith("not valid YAML: ")


def test_a_control_character_is_an_error_with_its_place() -> None:
    (problem,) = problems_of("a: b\nc: d\x01\n")
    assert "not allowed" in problem.message
    assert problem.line == 2


def test_an_empty_file_is_an_error() -> None:
    assert "empty" in problems_of("# nothing\n")[0].message


def test_a_key_that_is_no_word_is_an_error() -> None:
    assert problems_of("[a, b]: c\n")[0].message == "a key must be a plain word"


def test_aliases_do_not_expand_without_end() -> None:
    levels = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 9))
    assert "expanded too far" in problems_of("a0: &a0 [x, x]\n" + levels)[0].message


def test_deep_nesting_is_an_error() -> None:
    assert "too deeply" in problems_of("a: " + "[" * 200 + "]" * 200)[0].message


def test_a_huge_file_is_an_error() -> None:
    assert "too large" in problems_of("a: " + "x" * 1_000_001)[0].message


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    refused: tuple[Problem, ...] = ()
    try:
        parse(text, "r.yml")
    except ProblemsError as error:
        refused = error.problems or (Problem("?", "no reason"),)
    assert all(str(problem).startswith("r.yml") for problem in refused)
