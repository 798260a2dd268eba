from __future__ import annotations

from paralint.evidence.persons.likely_pronouns import likely_pronouns
from paralint.text.read import document

_BEFORE = "Thomas Sorolla, who leads the group, met Margaret Obi on Friday. He was late, and she said so.\n\n"


def test_the_last_person_named_is_of_the_other_gender() -> None:
    read = document(
        "a.txt", _BEFORE + "Obi, who is from Lagos, has lived in Limerick since he was nine, and she drives."
    )
    (conflict,) = likely_pronouns(read)
    assert read.quote(conflict.here) == "he"


def test_somebody_of_the_gender_is_near() -> None:
    text = (
        _BEFORE
        + "Obi, who is from Lagos, has lived in Limerick since she was nine. Sorolla met her, and said that he drives."
    )
    assert not likely_pronouns(document("a.txt", text))
