"""Words that the encoder takes for damaged."""

from __future__ import annotations

from paralint.evidence.encoder.odds import NOTHING, Odds, odds
from paralint.evidence.grammar.odd_words import LIMITS, slips
from paralint.text.read import document

G, P = LIMITS["grammar"].least, LIMITS["phrase"].least
QUOTED = LIMITS["grammar"].quoted
RARE = {sort: limit.rare for sort, limit in LIMITS.items()}


def found(text: str, grammar: dict[int, float], phrase: dict[int, float] | None = None) -> list[tuple[str, int, int]]:
    """Return what is told of a text of which some tokens are odd."""
    read = document("t.txt", text)

    def layer(given: dict[int, float]) -> list[float]:
        return [given.get(at, NOTHING) for at in range(len(read.tokens))]

    judged = Odds(layer(grammar), layer(phrase or {}), layer({}))
    read._derived[odds] = judged
    return [tuple(slip) for slip in slips(read)]  # type: ignore[misc]


def test_a_word_is_told_from_its_limit_on() -> None:
    assert found("It was a word.", {2: G}) == [("odd-grammar", 2, 2)]
    assert found("It was a word.", {2: G - 0.1}) == []


def test_neighbours_that_are_odd_too_are_told_with_it() -> None:
    assert found("It was a word.", {1: G, 2: G + 1}) == [("odd-grammar", 1, 2)]
    assert found("It was a word.", {1: G, 2: G + 3}) == [("odd-grammar", 2, 2)]
    five = {at: G + 1 - abs(at - 2) / 2 for at in range(5)}
    assert found("It was a word here.", five) == [("odd-grammar", 1, 3)]


def test_words_apart_are_told_apart() -> None:
    assert found("It was a word here.", {0: G, 4: G}) == [("odd-grammar", 0, 0), ("odd-grammar", 4, 4)]


def test_of_two_ways_the_surer_is_told() -> None:
    assert found("It was a word.", {3: G + 1}, {3: P + 2}) == [("odd-phrase", 3, 3)]
    assert found("It was a word.", {3: G + 2}, {3: P + 1}) == [("odd-grammar", 3, 3)]


def test_words_of_quotations_have_to_be_odder() -> None:
    quoted = "He said: “It was a word.”"
    assert found(quoted, {6: G + QUOTED - 0.1}) == []
    assert found(quoted, {6: G + QUOTED}) == [("odd-grammar", 6, 6)]


def test_rare_words_have_to_be_odder() -> None:
    rare = "It was a seep."
    assert found(rare, {3: G + RARE["grammar"] - 0.1}) == []
    assert found(rare, {3: G + RARE["grammar"]}) == [("odd-grammar", 3, 3)]
    assert found(rare, {}, {3: P + RARE["phrase"] - 0.1}) == []
    assert found(rare, {}, {3: P + RARE["phrase"]}) == [("odd-phrase", 3, 3)]


def test_headings_leave_words_out() -> None:
    assert found("Small gift, large word", {4: G + 5}) == []
    assert found("Small gift, large word.", {4: G + 5}) == [("odd-grammar", 4, 4)]
