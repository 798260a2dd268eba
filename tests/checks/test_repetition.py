from __future__ import annotations

from collections.abc import Callable

import pytest

Find = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("options", "text", "expected"),
    [
        ("", "the the end", ["the the"]),
        ("", "The the end", []),
        ("ignorecase: true", "The the end", ["The the"]),
        ("", "the the the end", ["the the", "the the"]),
        ("max: 1", "no no, no no no", ["no no"]),
        ("alpha: true", "1 1 a a", ["a a"]),
        ("exceptions: [had]", "he had had it it", ["it it"]),
        ("tokens: ['[a-z]+ly']", "really really so so", ["really really"]),
        ("", "It ended. Ended it has.", []),
        ("", "They sang Girls Girls Girls and Girls Girls.", ["Girls Girls"]),
        ("", "It was shot by Ammar Ammar. Ammar Ammar left, and Ola Ola.", ["Ola Ola"]),
        ("", "one\n\none", []),
        ("", "one\none", ["one\none"]),
    ],
)
def test_finds(find: Find, options: str, text: str, expected: list[str]) -> None:
    assert find(f"extends: repetition\n{options}", text) == expected
