from __future__ import annotations

import pytest

from paralint.evidence.grammar.bare_frames import slips
from paralint.text.read import document


def found(text: str) -> list[tuple[str, str]]:
    read = document("text.txt", text)
    return [(slip.kind, read.quote(read.tokens.span(slip.first, slip.last + 1))) for slip in slips(read)]


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("The writer collaborated the army of the north.", ("bare-object", "collaborated the")),
        ("They will have to cope losses this year.", ("bare-object", "cope losses")),
        ("She wants to live a small house by the sea.", ("bare-object", "live a")),
        ("The sect is responsible the attack.", ("bare-object", "responsible the")),
        ("The reform was conducive growth in the north.", ("bare-object", "conducive growth")),
        ("He spent much his time at home.", ("bare-object", "much his")),
        ("Profits fell to £3m, compared the £5m of last year.", ("bare-object", "compared the")),
        ("The match was put off, owing the rain in the north.", ("bare-object", "owing the")),
        ("The files had been stolen a clerk of the bank.", ("passive-object", "stolen a")),
        ("The rule is defended bosses in the north.", ("passive-object", "defended bosses")),
    ],
)
def test_noun_phrases_that_only_a_preposition_could_bring(text: str, slip: tuple[str, str]) -> None:
    assert found(text) == [slip]


@pytest.mark.parametrize(
    "text",
    [
        "They hesitated a moment and lived a long life.",
        "It went into administration owing £11.8m.",
        "The firm closed, owing the bank a fortune.",
        "In the corner lurked a man with a knife.",
        "He insisted the plan was sound.",
        "She is convinced the boat will sink.",
        "There were competing theories and hidden mines.",
        "They were convicted criminals from the north.",
        "The town was besieged the next day.",
        "After the ban was lifted the rules were changed.",
        "It was much the same in the north.",
        "Much of the coverage was poor, and many of their friends left.",
    ],
)
def test_sound_text_is_left_alone(text: str) -> None:
    assert found(text) == []
