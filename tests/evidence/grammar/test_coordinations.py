"""What a conjunction joins: the verb behind it and those before."""

import pytest

from paralint.evidence.grammar.coordinations import Verb, coordinations
from paralint.text.read import document


def found(text: str) -> list[tuple[str, ...]]:
    read = document("text.txt", text)

    def told(verb: Verb) -> str:
        return f"{read.tokens.word(verb.place).form}/{verb.form}"

    return [
        tuple(told(verb) for verb in (each.earlier, each.first, each.last) if verb is not None)
        for each in coordinations(read)
    ]


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("The council closed the old pool and left it empty.", ("closed/VBD", "left/VBD")),
        ("She will open the gate and slowly let the mares out.", ("open/VB", "let/VB")),
        ("They came to unload the ship or to pay the crew.", ("unload/to", "pay/to")),
        ("He broke a window, climbed into the flat and stole a ring.", ("broke/VBD", "climbed/VBD", "stole/VBD")),
        ("The yard hopes to hire men, to train others and to build a dock.", ("hire/to", "train/to", "build/to")),
        ("The firm closed the mine, and sold the land at once.", ("closed/VBD", "sold/VBD")),
    ],
)
def test_verbs_are_joined_over_their_objects(text: str, verbs: tuple[str, ...]) -> None:
    assert found(text) == [verbs]


@pytest.mark.parametrize(
    "text",
    [
        "The council, which closed the pool because it leaked, and a bank agreed.",
        "He sang of boats, ships (and sold them) for years.",
        "They met in Rome and Paris on the same day.",
        "She danced on the show Dancing on Ice and Strictly Come Dancing.",
    ],
)
def test_what_something_else_stands_between_is_not_joined(text: str) -> None:
    assert found(text) == []
