from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paralint.evidence.paraphrases import FEATURES, find, paraphrases, score
from paralint.evidence.terms import FUNCTION_WORDS, load
from paralint.evidence.tortured import tortured
from paralint.text.read import document

Find = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A study of counterfeit consciousness in robots.", ["counterfeit consciousness"]),
        ("Counterfeit  Consciousness is new.", ["Counterfeit  Consciousness"]),
        ("counterfeit\n\nconsciousness", []),
        ("The consciousness was counterfeit.", []),
    ],
)
def test_listed(find: Find, text: str, expected: list[str]) -> None:
    assert find("extends: paraphrase-of\nfind: listed", text) == expected


def test_a_rare_exchange_in_a_common_term_is_found(find: Find) -> None:
    text = "The finance clergyman resigned on Monday, the office of the prime minister said."
    assert find("extends: paraphrase-of\nfind: term\nleast: 1", text) == ["finance clergyman"]


def test_what_a_document_says_often_it_means(find: Find) -> None:
    rule = "extends: paraphrase-of\nfind: term\nleast: 1"
    assert find(rule, "The finance clergyman left. " * 6) == []


def test_capitals_make_a_name(find: Find) -> None:
    assert find("extends: paraphrase-of\nfind: term\nleast: 1", "They met Finance Clergyman at noon.") == []


def test_terms_as_they_are_are_known() -> None:
    search = find_in("The finance ministers met in the capital city.")
    names = [load().name(term) for term in search.own]
    assert "finance minister" in names
    assert not search.groups


def test_the_right_term_elsewhere_is_pointed_at() -> None:
    text = "The finance minister spoke.\n\nLater the finance clergyman left for the bank."
    (found,) = (each for each in paraphrases(document("x.txt", text)) if each.term == "finance minister")
    assert found.support is not None
    assert text[found.support.start : found.support.end] == "finance minister"


def test_every_weight_has_a_feature() -> None:
    assert len(load().weights) == len(FEATURES)


words = st.sampled_from(
    [*sorted(FUNCTION_WORDS)[:40], "finance", "clergyman", "honesty", "run", "vapor", "X", "’", "1", "."]
)


@given(st.lists(words, max_size=30))
def test_any_text(parts: list[str]) -> None:
    read = document("x.txt", " ".join(parts))
    search = find(read)
    for group in search.groups:
        for candidate in group:
            assert candidate.first < candidate.last <= len(read.tokens)
            assert score(search, candidate) == score(search, candidate)
    spans = [span for span, _ in tortured(read)]
    assert spans == sorted(spans)


def find_in(text: str):  # type: ignore[no-untyped-def]
    return find(document("x.txt", text))
