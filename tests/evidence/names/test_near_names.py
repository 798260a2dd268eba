from __future__ import annotations

import pytest

from paralint.evidence.names.near_names import near_names
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "form", "major"),
    [
        ("The men of HMP Thornwick Moss left. The cells of Thornwik Moss were quiet.", "Thornwik", "Thornwick"),
        ("The train from Harogate was late.", "Harogate", "Harrogate"),
    ],
)
def test_a_letter_off(text: str, form: str, major: str) -> None:
    (flaw,) = near_names(document("a.txt", text))
    assert (flaw.kind, flaw.form, flaw.major) == ("near", form, major)


@pytest.mark.parametrize(
    "text",
    [
        "Jon Thornwick and Ida Thornbeck voted for it.",
        "The ferry Kalopida sails at dawn. The Kalopidas have built it.",
        "The train from Harrogate was late.",
    ],
)
def test_two_names(text: str) -> None:
    assert not near_names(document("a.txt", text))


def test_a_word_of_a_name_a_letter_off() -> None:
    text = "A group called Grey Hero took it. Gray Heron is thought to be small. They fear Gray Heron."
    assert [(flaw.form, flaw.major) for flaw in near_names(document("a.txt", text))] == [("Hero", "Heron")]


def test_a_prefix_set_apart() -> None:
    (flaw,) = near_names(document("a.txt", "Bronagh McIlhatton left. Later Mac Ilhatton also worried."))
    assert (flaw.form, flaw.major) == ("Mac Ilhatton", "McIlhatton")
