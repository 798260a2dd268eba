"""Verbs with their object in the frame of another verb."""

import pytest

from paralint.evidence.grammar.verb_frames import slips
from paralint.text.read import document


def found(text: str) -> list[tuple[str, str]]:
    parsed = document("t.txt", text)
    return [(each.kind, parsed.quote(parsed.tokens.span(each.first, each.last + 1))) for each in slips(parsed)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Visitors must obey to the rules of the inn.", ("needless", "obey to")),
        ("The two firms discussed on a merger.", ("needless", "discussed on")),
        ("The guests want to visit to Dover in May.", ("needless", "visit to")),
        ("The driver waited the bus for an hour.", ("needing", "waited the")),
        ("The owner, a baker from York, apologised the guests and left.", ("needing", "apologised the")),
        ("The guide explained the children the rules.", ("two-objects", "explained the")),
    ],
)
def test_an_object_in_the_wrong_frame_is_found(text: str, expected: tuple[str, str]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The plan was discussed on Monday and approached with care.",
        "The high point that it reached at noon was low.",
        "The demand for titles and the right to contact with them grew.",
        "The owner waited the whole day, and hoped the bus in the yard would come.",
        "The guide described the man the police want.",
        "The price has concentrated minds, and the picture was entered into evidence.",
        "They discussed at length what to ask for.",
    ],
)
def test_other_frames_are_left_alone(text: str) -> None:
    assert found(text) == []
