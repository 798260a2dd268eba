"""Tenses and the times, conjunctions and reports around them."""

import pytest

from paralint.evidence.grammar.tense_frames import slips
from paralint.text.read import document


def found(text: str) -> list[tuple[str, str]]:
    read_text = document("text.txt", text)
    span = read_text.tokens.span
    return [(frame.kind, read_text.quote(span(frame.first, frame.last + 1))) for frame in slips(read_text)]


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("In 2015 the owner of the firm has sold its ships.", ("perfect", "has sold")),
        ("The club has signed nine men for the summer games last season.", ("perfect", "has signed")),
        ("Two years ago, the town has lost its last shop.", ("perfect", "has lost")),
        ("Yesterday the council approves the plan.", ("perfect", "approves")),
        ("The firm did not pay its dues since 2019.", ("since", "did not pay")),
        ("The village is split over the plan since May.", ("since", "is split")),
        ("Until the court will decide, the house stays empty.", ("condition", "will decide")),
        ("The game goes on, provided that the pitch would dry.", ("condition", "would dry")),
        ("If no firm will win, the mayor must decide.", ("condition", "will win")),
        ("The rest goes on until the season in Oslo in May will end.", ("condition", "will end")),
        ("They stopped the pump when it has failed again.", ("backshift", "has failed")),
        ("When the war broke out, the family has fled.", ("perfect", "has fled")),
        ("Officials had warned on Friday that the dam is failing.", ("backshift", "is")),
    ],
)
def test_a_tense_that_does_not_fit_is_found(text: str, frame: tuple[str, str]) -> None:
    assert found(text) == [frame]


@pytest.mark.parametrize(
    "text",
    [
        "The firm has sold the ships that it built in 2015.",
        "Prices have risen since last year in the town.",
        "The club has won in 1998 and 2004.",
        "The crew has reviewed the attack last week.",
        "It was the first fall of the price since 2019.",
        "The office showed a decline since October.",
        "He asked the mayor, once more, if he would go.",
        "If you will wait, the clerk will help.",
        "The mayor may have left in 2015 for good.",
        "Officials have warned that the dam is failing.",
        "The fee is up 4 percent since May.",
        "He is moved by a rage unseen since the war.",
        "Oslo has denied the remarks last week.",
    ],
)
def test_a_tense_that_may_be_meant_is_left_alone(text: str) -> None:
    assert found(text) == []
