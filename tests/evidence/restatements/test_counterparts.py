"""Words that stand for one another where the same is told twice."""

from paralint.evidence.restatements.conflicts import comparisons
from paralint.evidence.restatements.counterparts import counterparts
from paralint.text.read import document


def found(text: str) -> list[tuple[str, str, int, bool]]:
    read = document("text.txt", text)
    word = read.tokens.word
    return [
        (word(each.one).lower, word(each.other).lower, each.sides, each.matched)
        for comparison in read.derive(comparisons)
        for each in counterparts(read, comparison)
    ]


def test_what_is_left_between_the_same_words_stands_for_one_another() -> None:
    text = (
        "Beekeepers carry a giant bee across the main bridge in Leer on Monday\n\n"
        "Beekeepers carry a giant turtle across the main bridge in Leer on Monday"
    )
    assert found(text) == [("bee", "turtle", 2, False)]


def test_a_synonym_is_known_to_mean_the_same() -> None:
    text = (
        "Firemen carry a giant stone across the main bridge in Leer on Monday\n\n"
        "Firemen carry a giant rock across the main bridge in Leer on Monday"
    )
    assert found(text) == [("stone", "rock", 2, True)]


def test_the_same_words_are_no_counterparts() -> None:
    text = (
        "Firemen carry a giant stone across the main bridge in Leer on Monday\n\n"
        "On Monday firemen carry a giant stone across the main bridge in Leer"
    )
    assert found(text) == []
