from __future__ import annotations

import pytest

from paralint.evidence.quotations.damage import Damage
from paralint.evidence.quotations.quotation_damage import quotation_defects
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "damage", "shown"),
    [
        ("He called it “a fine mess’’ and left.", Damage.MIXED, "“a fine mess’’"),
        (
            '"My mother used to tell me, "Never lend a dog your boots.\'"',
            Damage.MIXED,
            "\"Never lend a dog your boots.'",
        ),
        ('"The note said that I was \'difficult," she said.', Damage.UNCLOSED, "'difficult,"),
        ("“The roof is all holes”, “he said. And nobody comes.”", Damage.MISPLACED, "holes”, “he said. "),
        ("“We were told,” he said. “Nobody said “how long it takes.”", Damage.DOUBLED, "said “how long"),
    ],
)
def test_marks_of_two_kinds(text: str, damage: Damage, shown: str) -> None:
    read = document("a.txt", text)
    assert (damage, shown) in [(each.damage, read.quote(each.span)) for each in quotation_defects(read)]


@pytest.mark.parametrize(
    "text",
    [
        "\"My mother used to tell me, 'Never lend a dog your boots.'\"",
        "“She asked me, ‘Which shift are you on?’” he said.",
        '"One of them asked me where to plug it in," said Moss.',
    ],
)
def test_sound_marks(text: str) -> None:
    assert not quotation_defects(document("a.txt", text))
