from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paralint.checks.expressions import Expression, SlowExpressionError, required
from paralint.text.blocks import Block, BlockKind


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("in case", {"in case"}),
        (r"\b(?:cat|dog)s?\b", {"cat", "dog"}),
        (r"colou?r", {"colo"}),
        (r"(?:a|bcd)x", None),
        (r"fo+ bar", {" bar"}),
        (r"\w+", None),
        (r"(?:foo)?", None),
        (r"(?:foo){2}", {"foo"}),
        (r"(", None),
    ],
)
def test_required_literals(source: str, expected: set[str] | None) -> None:
    assert required(source) == (frozenset(expected) if expected else None)


@given(st.from_regex(r"[abc(|)?*+.]{1,12}", fullmatch=True), st.text("abc", max_size=20))
def test_no_match_without_a_required_literal(source: str, text: str) -> None:
    try:
        pattern = re.compile(source)
    except (re.error, FutureWarning):
        return
    needed = required(source)
    if needed is not None and any(match[0] for match in pattern.finditer(text)):
        assert any(literal in text for literal in needed)


def test_a_users_regex_is_stopped_when_it_takes_too_long() -> None:
    expression = Expression(r"(.*?,){25}P", ignorecase=False, trusted=False)
    block = Block(BlockKind.PARAGRAPH, "," * 20 + "a,b" * 40_000, 0)
    with pytest.raises(SlowExpressionError, match="took longer than"):
        list(expression.matches(block))
