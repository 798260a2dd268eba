"""The least of its kind, and "anyone", where nothing is denied."""

from __future__ import annotations

import pytest

from paralint.evidence.claims.licensing import unlicensed
from paralint.text.read import document


@pytest.mark.parametrize(
    "text",
    [
        "The bridge fell. Anybody saw the thief leave the museum.",
        "He said that he had slept a wink since the flood.",
        "The weather bureau said that a drop had fallen on the town in spring.",
        "The minister boasted that the state had put in a penny.",
    ],
)
def test_the_least_without_a_negation(text: str) -> None:
    assert unlicensed(document("x.txt", text))


@pytest.mark.parametrize(
    "text",
    [
        "He said that he had not slept a wink since the flood. Not a drop had fallen.",
        "Anyone who saw the thief was asked to call. Anyone could come. Anyone was invited.",
        "They lifted a barrel. She was ever hopeful.",
        "He wondered whether the state had put in a penny.",
    ],
)
def test_the_least_with_a_licence(text: str) -> None:
    assert not unlicensed(document("x.txt", text))
