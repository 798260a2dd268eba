from __future__ import annotations

import pytest

from paralint.evidence.phrases.phrase_search import find, forms
from paralint.text.read import document


def sought(text: str) -> list[list[str]]:
    read_text = document("text.txt", text)
    return [forms(read_text, phrase) for phrase in find(read_text).phrases]


def test_a_pair_that_english_does_not_have_is_sought() -> None:
    assert ["parking", "plot"] in sought("The parking plot was full.")


@pytest.mark.parametrize(
    "text",
    [
        "They left the staff five minutes to ring.",
        "Storms like these make ruder ones.",
        "A man who tracks weapons spoke.",
    ],
)
def test_pairs_whose_tags_are_hardly_true_are_left(text: str) -> None:
    assert not {"ring", "ruder", "weapons"} & {word for pair in sought(text) for word in pair}
