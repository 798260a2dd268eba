from __future__ import annotations

import pytest

from paralint.evidence.quotations.quotation_damage import quotation_defects
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "damage", "shown"),
    [
        ("“The ledger speaks for itself, said Marlow.”", "unbroken", "said Marlow"),
        ("“We wait,” “she said,” “but not long.”", "unbroken", "“she said,”"),
        ("“We wait,” Obi “said. Nobody came.”", "misplaced", "Obi “said"),
        ("“We wait,” said the guard, “Ola Berg, 31. No one came.”", "misplaced", "“Ola Berg, 31. No"),
        ("“We wait here, “we do not run,” she said.", "doubled", "here, “we do"),
        ("“We wait here every day, “she said. It is bad.", "reversed", "day, “she said"),
        ("Obi said that: “Her bags are packed.”", "person-shift", "that: “Her"),
    ],
)
def test_a_mark_on_the_wrong_side(text: str, damage: str, shown: str) -> None:
    read = document("a.txt", text)
    (defect,) = read.derive(quotation_defects)
    assert (defect.damage.value, read.quote(defect.span)) == (damage, shown)


@pytest.mark.parametrize(
    "text",
    [
        "It was all “he said, she said” for an hour.",
        "She told him to “say so, and wait”. He “said” it.",
        "“We wait,” said the guard, “Ola Berg is late.”",
        "Obi said that “her bags” were packed.",
        "«We wait,» she said.",
    ],
)
def test_a_mark_on_the_right_side(text: str) -> None:
    assert document("a.txt", text).derive(quotation_defects) == ()
