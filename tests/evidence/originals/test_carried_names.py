from __future__ import annotations

from typing import TYPE_CHECKING

from paralint.evidence.originals.carried_names import name_differences

if TYPE_CHECKING:
    from tests.evidence.originals.conftest import Compare

ORIGINAL = "Engineer Ingrid Solheim told the harbour board of Harwick that divers had found cracks in two piers."


def test_a_name_that_is_told_again_is_carried(differences: Compare) -> None:
    rewrite = "Divers found cracks in two piers, the engineer Ingrid Solheim told the harbour board of Harwick."
    assert differences(name_differences, ORIGINAL, rewrite) == []


def test_a_name_may_be_lost_or_added(differences: Compare) -> None:
    without = ORIGINAL.replace("Engineer Ingrid Solheim", "An engineer")
    assert [kind for kind, _, _ in differences(name_differences, ORIGINAL, without)] == ["lost-name"]
    assert [kind for kind, _, _ in differences(name_differences, without, ORIGINAL)] == ["added-name"]
