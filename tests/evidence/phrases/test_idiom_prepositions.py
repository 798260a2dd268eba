from __future__ import annotations

import pytest

from paralint.evidence.phrases.idiom_prepositions import ALIKE, PREPOSITIONS, exchanged_prepositions
from paralint.evidence.phrases.idioms import idioms
from paralint.evidence.phrases.triples import LIKELY
from paralint.text.read import document


def found(text: str) -> list[tuple[str, str]]:
    read = document("x.txt", text)
    return [(text[each.span.start : each.span.end], each.term) for each in exchanged_prepositions(read)]


def test_the_term_has_its_own_preposition_and_the_words_of_the_text() -> None:
    assert found("The firm burned the candle in both ends.") == [
        ("burned the candle in both ends", "burned the candle at both ends")
    ]


def test_the_idiom_itself_is_left_alone() -> None:
    assert found("The firm burned the candle at both ends.") == []


def test_a_preposition_that_is_nearly_the_same_may_stay() -> None:
    assert found("She fell on deaf ears.") == found("She fell upon deaf ears.") == []


def test_a_preposition_that_is_likely_there_was_not_exchanged(monkeypatch: pytest.MonkeyPatch) -> None:
    assert found("The appeal fell with deaf ears.")
    monkeypatch.setattr("paralint.evidence.phrases.idiom_prepositions.level", lambda *_: LIKELY)
    assert found("The appeal fell with deaf ears.") == []


def test_a_name_is_no_word_of_an_idiom() -> None:
    assert found("The appeal fell with deaf Ears.") == []


def test_another_word_that_is_no_preposition_is_none_of_its_business() -> None:
    text = "The appeal fell and deaf ears heard it."
    assert found(text) == []


def test_an_open_preposition_is_no_open_word() -> None:
    assert idioms(document("x.txt", "The appeal fell with deaf ears.")) == ()


def test_what_is_alike_are_prepositions() -> None:
    assert frozenset().union(*ALIKE) <= PREPOSITIONS
