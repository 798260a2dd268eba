from __future__ import annotations

import pytest

from paralint.evidence.phrases.company import companions, tied
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ("She lifted the lid of a pot.", 3, [("lifted", ""), ("pot", "of")]),
        ("She lifted a lid off her pot.", 3, [("lifted", "")]),  # "off" joins no terms
        ("A lid, she said.", 1, []),
    ],
)
def test_the_nearest_content_words(text: str, place: int, found: list[tuple[str, str]]) -> None:
    read = document("x.txt", text)
    assert [(read.tokens.word(other).lower, link) for other, link in companions(read, place)] == found


def test_how_fast_a_word_is_tied() -> None:
    read = document("x.txt", "She ate a slice of bread.")
    assert tied(read, 3) > tied(read, 3, "cut")
    assert tied(read, 3, "theology") == 0
