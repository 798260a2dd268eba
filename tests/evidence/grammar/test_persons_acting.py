"""Those who are set to act, and the form of what they are set to."""

import pytest

from paralint.evidence.grammar.persons_acting import slips
from paralint.text.read import document


def found(text: str) -> list[tuple[str, str]]:
    read_text = document("text.txt", text)
    span = read_text.tokens.span
    return [(slip.kind, read_text.quote(span(slip.first, slip.last + 1))) for slip in slips(read_text)]


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("The parish voted selling the old mill.", ("ing-act", "voted selling")),
        ("She claimed having met the king in May.", ("ing-act", "claimed having")),
        ("The guard begged giving him the key back.", ("ing-act", "begged giving")),
        ("They urged the residents staying indoors on Friday.", ("ing-act", "residents staying")),
        ("The club asked the panel lifting the ban on him.", ("ing-act", "panel lifting")),
        ("His reluctance signing the deed was noted.", ("ing-act", "reluctance signing")),
        ("The mayor left the hall, accusing of lies all who stayed.", ("lost-person", "accusing of")),
        ("The act forbids from selling eggs there.", ("lost-person", "forbids from")),
        ("She will thank for the gift on Monday.", ("lost-person", "thank for")),
        ("The nurse saw him ran for the bus.", ("finite-act", "him ran")),
        ("They let the boys went into the hall.", ("finite-act", "the boys went")),
    ],
)
def test_a_wrong_frame(text: str, slip: tuple[str, str]) -> None:
    assert found(text) == [slip]


@pytest.mark.parametrize(
    "text",
    [
        "The parish voted to sell the old mill.",
        "They voted using the new machines in the hall.",
        "They urged the men carrying the boxes to wait.",
        "They asked the officers hearing the case about it.",
        "The man they accuse of theft is a clerk.",
        "An area devoted to smell is small in him.",
        "Those who saw him ran away from there.",
        "What made him famous went unseen by them.",
        "The reluctance of the firm to sign was noted.",
    ],
)
def test_what_is_right(text: str) -> None:
    assert found(text) == []
