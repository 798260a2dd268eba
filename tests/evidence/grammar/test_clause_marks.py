from __future__ import annotations

import pytest

from paralint.evidence.grammar.clause_marks import slips
from paralint.text.read import document


def found(text: str) -> list[tuple[str, str]]:
    parsed = document("t.txt", text)
    return [(each.kind, parsed.quote(parsed.tokens.span(each.first, each.last + 1))) for each in slips(parsed)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The owner of the old mill, was asleep.", [("comma", "mill, was")]),
        ("The girl who found the purse, was praised.", [("comma", "purse, was")]),
        ("The guide left early. Because it rained all day.", [("fragment", "Because it rained")]),
        ("They met the pilot. Who had fled to the north.", [("fragment", "Who had")]),
        ("They met the pilot. Who will pay him is less clear.", []),
        ("The guide resigned, he had lost his way.", [("run-on", ", he had")]),
        ("The pier is narrow it will be closed.", [("run-on", "narrow it will")]),
        ("Despite the guide warned them, they went on.", [("clause-behind-preposition", "Despite the guide warned")]),
    ],
)
def test_slips(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The owner of the mill, said to be rich, was asleep.",
        "The girl who found the purse was praised, was thanked and left.",
        "Because it rained all day, the guide left early.",
        "The guide resigned, he said on Monday.",
        "The guide is sure he will be back soon.",
        "“Because it rained all day.” That was his answer.",
        "Despite the plan the guide made, they went on.",
    ],
)
def test_sound_sentences_are_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The guide knew, that the nurse had left.", ["knew, that"]),
        ("The fact, that he left, is known.", ["fact, that"]),
        ("The pupils promised, to be back by noon.", ["promised, to"]),
        ("The minister, Ana Klar called the plan a joke.", [", Ana Klar called"]),
        ("The firm, a maker of bells closed in May.", [", a maker of bells closed"]),
        ("The law therefore, will change in the spring.", ["therefore, will"]),
    ],
)
def test_commas_before_objects_and_behind_additions(text: str, expected: list[str]) -> None:
    assert [quote for kind, quote in found(text) if kind == "comma"] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The guide knew, he said, that the nurse had left.",
        "The minister, Ana Klar, called the plan a joke.",
        "The next day, Ana Klar called the plan a joke.",
        "He is, to be sure, the owner of the inn.",
    ],
)
def test_commas_of_additions_are_left_alone(text: str) -> None:
    assert [quote for kind, quote in found(text) if kind == "comma"] == []


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("The trucks came despite the road was closed.", "despite the road was"),
        ("The mill closed due to the owner ran out of money.", "due to the owner ran"),
        ("The town flooded as a result of the dam broke.", "result of the dam broke"),
        ("Prior to the law was passed, nobody paid.", "Prior to the law was"),
        ("According to the police said, the man fled.", "According to the police said"),
    ],
)
def test_a_clause_behind_a_preposition_is_found(text: str, slip: str) -> None:
    assert found(text) == [("clause-behind-preposition", slip)]


@pytest.mark.parametrize(
    "text",
    [
        "The man who was hurt during the raid was freed.",
        "Despite the rain the match went on, and it was good.",
        "The firm fell despite a third win in May.",
        "Power was back following delays caused by the storm.",
        "The men were held following a raid carried out on Monday.",
    ],
)
def test_a_noun_behind_a_preposition_is_left_alone(text: str) -> None:
    assert found(text) == []
