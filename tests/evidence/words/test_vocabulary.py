from __future__ import annotations

import pytest

from paralint.evidence.words.vocabulary import NO_STEM, stem, vocabulary
from paralint.text.read import document


@pytest.mark.parametrize(
    "forms",
    [
        ("warn", "warns", "warned", "warning", "warnings"),
        ("city", "cities"),
        ("impose", "imposes", "imposed", "imposing"),
        ("close", "closes", "closed", "closing"),
        ("carry", "carries", "carried", "carrying"),
        ("plan", "plans", "planned", "planning"),
        ("leave", "leaves", "leaving"),
        ("kraków", "krakow"),
    ],
)
def test_the_forms_of_a_word_share_a_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize(("one", "other"), [("port", "report"), ("bus", "bush"), ("improved", "unimproved")])
def test_other_words_keep_their_own_stem(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_rare_words_weigh_more_than_common_ones_and_function_words_nothing() -> None:
    words = vocabulary(document("t.txt", "The dog barked. The dog slept. The dog ate a heron."))
    weight = {words.names[key]: words.weights[key] for key in words.stems}
    assert weight["heron"] > weight["dog"] > 0
    assert words.stems[0] == NO_STEM
    assert words.weights[NO_STEM] == 0
