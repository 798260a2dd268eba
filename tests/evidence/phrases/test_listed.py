from __future__ import annotations

import pytest

from paralint.evidence.phrases.listed import listed


@pytest.mark.parametrize(
    ("phrase", "term", "expected"),
    [
        ("plank of governors", "board of governors", True),
        ("Planks", "boards", True),
        ("bedroom music", "chamber music", True),
        ("bedroom-music", "chamber-music", True),
        ("swift loan", "quick loan", False),  # related, but not by mistake
        ("plank of rulers", "board of governors", False),  # two words
        ("board of governors", "board of governors", False),
    ],
)
def test_one_exchange_that_is_listed(phrase: str, term: str, expected: bool) -> None:
    assert listed(phrase, term) is expected
