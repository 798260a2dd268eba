from __future__ import annotations

import pytest

from paralint.evidence.grammar.noun_phrases import bare_phrases
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He came by old train in winter.", ["old train", "winter"]),
        ("The old dog sat in a barn and saw its cats.", []),
        ("They paid car tax.", ["car tax"]),
        ("They saw the increased price.", []),
        ("They saw captain Ola Berg.", []),  # a title is no head
        ("", []),
    ],
)
def test_the_phrases_without_a_determiner(text: str, expected: list[str]) -> None:
    read = document("text.txt", text)
    assert [read.quote(read.tokens.span(first, noun + 1)) for first, noun in bare_phrases(read)] == expected
