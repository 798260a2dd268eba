from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paralint.evidence.phrases.paraphrases import name, paraphrases
from paralint.evidence.phrases.phrase_odds import FEATURES, features, scores, usage
from paralint.evidence.phrases.phrase_search import HYPHEN, find
from paralint.evidence.phrases.tortured import tortured
from paralint.evidence.words.terms import FUNCTION_WORDS, load
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
    text = "The prime clergyman resigned on Monday."
    assert find("extends: paraphrase-of\nneeds: [tags]\nfind: term\nleast: 1", text) == ["prime clergyman"]


def test_what_a_document_says_often_it_means(find: Find) -> None:
    rule = "extends: paraphrase-of\nneeds: [tags]\nfind: term\nleast: 1"
    assert find(rule, "The prime clergyman left. " * 6) == []


def test_capitals_make_a_name(find: Find) -> None:
    assert (
        find("extends: paraphrase-of\nneeds: [tags]\nfind: term\nleast: 1", "They met Prime Clergyman at noon.") == []
    )


def test_collocations_as_they_are_are_known() -> None:
    assert not find_in("The prime ministers met in the capital city.").phrases


def test_the_right_term_elsewhere_is_pointed_at() -> None:
    text = "The prime minister spoke.\n\nLater the prime clergyman left for the bank."
    (found,) = (each for each in paraphrases(document("x.txt", text)) if each.term == "prime minister")
    assert found.support is not None
    assert text[found.support.start : found.support.end] == "prime minister"


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("The prime clergymen met in Oslo.", "prime ministers"),
        ("It was a struggle of interest.", "conflict of interest"),
        ("They gave press seminars in Oslo.", "press conferences"),
        ("The slumbering bag was wet.", "sleeping bag"),
    ],
)
def test_a_term_is_told_in_the_form_of_the_phrase(text: str, term: str) -> None:
    assert term in [each.term for each in paraphrases(document("x.txt", text))]


def test_a_compound_with_a_hyphen() -> None:
    text = "Their prime-clergyman was late."
    search = find_in(text)
    (phrase,) = search.phrases
    assert phrase.places[0] == phrase.places[1]
    assert "prime-minister" in [name(search, phrase, way) for way in phrase.ways]


def test_scores_choose_the_rule(find: Find) -> None:
    text = "The prime clergyman resigned on Monday."
    (found,) = paraphrases(document("x.txt", text))
    assert find(f"extends: paraphrase-of\nneeds: [tags]\nfind: term\nleast: {found.score - 1}", text) == [
        "prime clergyman"
    ]
    assert find(f"extends: paraphrase-of\nneeds: [tags]\nfind: term\nleast: {found.score + 1}", text) == []
    assert find(f"extends: paraphrase-of\nneeds: [tags]\nfind: term\nleast: -9\nbelow: {found.score}", text) == []


def test_every_weight_has_a_feature() -> None:
    units = len(load().weights) - len(FEATURES)
    assert units > 0
    assert units % (len(FEATURES) + 1) == 0


words = st.sampled_from(
    [*sorted(FUNCTION_WORDS)[:40], "prime", "clergyman", "struggle", "interest", "seminar", "X", "’", "1", "."]
)


@given(st.lists(words, max_size=30))
def test_any_text(parts: list[str]) -> None:
    read = document("x.txt", " ".join(parts))
    search = find(read)
    for phrase in search.phrases:
        first, last = phrase.places
        assert first < last < len(read.tokens) or (phrase.link == HYPHEN and first == last)
        assert scores(search, phrase) == scores(search, phrase)
        for way in phrase.ways:
            assert len(features(search, phrase, way) + usage(search, phrase, way)) == len(FEATURES)
    spans = [span for span, _ in tortured(read)]
    assert spans == sorted(spans)


def find_in(text: str):  # type: ignore[no-untyped-def]
    return find(document("x.txt", text))
