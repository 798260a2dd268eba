from __future__ import annotations

import pytest
from support import quoted_slips

from paralint.evidence.grammar.lost_to import slips


def found(text: str) -> list[str]:
    return quoted_slips(slips, text)


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("The firm has paid £7m in fines settle a lawsuit.", "fines settle"),
        ("They made an attempt tackle the crisis.", "attempt tackle"),
        ("The guard told them leave the boat.", "them leave"),
        ("The town was unable confirm the report.", "unable confirm"),
    ],
)
def test_infinitives_without_to(text: str, slip: str) -> None:
    assert found(text) == [slip]


@pytest.mark.parametrize(
    "text",
    [
        "Workers at the plant settle disputes by vote.",
        "She saw the train leave the station and let him go.",
        "They had the crew paint the wall.",
        "People who live in the valley remain poor.",
        "He said the workers at the plant settle the matter themselves.",
        "They will for the first time board a ship.",
        "They demand that the firm settle the lawsuit.",
    ],
)
def test_bare_verbs_that_may_stand_are_left_alone(text: str) -> None:
    assert found(text) == []
