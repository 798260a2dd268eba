from __future__ import annotations

import pytest

from paralint.evidence.restatements.retellings import retellings
from paralint.text.read import document

LONG = (
    "The harbour was closed for six hours. A second tug, sent from Emden, towed the burning freighter to a quay, "
    "and its crew of eleven slept in a school. Nobody was hurt."
)
SHORT = "The freighter, which was on fire, was towed to a quay by a second tug that came from Emden."


def told(*paragraphs: str) -> list[tuple[str, str]]:
    text = document("t.txt", "\n\n".join(paragraphs))
    return [
        (text.quote(text.tokens.span(*pair.first)), text.quote(text.tokens.span(*pair.second)))
        for pair in retellings(text)
    ]


def test_one_sentence_of_a_paragraph_is_told_by_the_next() -> None:
    ((first, second),) = told(LONG, SHORT)
    assert first.startswith("A second tug")
    assert first.endswith("school.")
    assert second == SHORT


def test_the_short_one_may_stand_first() -> None:
    ((first, second),) = told(SHORT, LONG)
    assert first == SHORT
    assert second.startswith("A second tug")


@pytest.mark.parametrize(
    "paragraphs",
    [
        (LONG, "The tug came from Emden within two hours, and its captain was praised."),
        (LONG, "Insurers expect claims of several million.", SHORT),
        (LONG, "A tug from Emden tows the burning freighter to a quay on Monday as its crew sleeps in a school"),
        (
            "Foo Pilots, Iron Harbour and Red Kite play at Reading in May.",
            "Iron Harbour, Foo Pilots: Reading, Red Kite.",
        ),
        ("A tug tows a freighter to a quay", "A tug towed a freighter to a quay by night in the storm, said Emden."),
    ],
    ids=["goes on", "not beside", "caption", "names alone", "headline"],
)
def test_what_is_no_retelling(paragraphs: tuple[str, ...]) -> None:
    assert told(*paragraphs) == []


def test_few_shared_words_need_a_run_of_them() -> None:
    said = "“There will be a harvest, and then there will be nine years of worry,” she says."
    assert told(
        f"{said} “That is farming.”", "“There will be a harvest, after which come nine years of worrying,” says Ada."
    )
    assert not told(f"{said} “That is farming.”", "“A bad harvest can keep you up for years,” she said, and left.")
