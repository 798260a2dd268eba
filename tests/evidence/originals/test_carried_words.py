from __future__ import annotations

from typing import TYPE_CHECKING

from paralint.evidence.originals.carried_words import word_differences

if TYPE_CHECKING:
    from tests.evidence.originals.conftest import Compare

ORIGINAL = "The harbour board of Harwick did not close the old swing bridge before the winter, the town said."


def test_a_synonym_is_no_difference(differences: Compare) -> None:
    assert differences(word_differences, ORIGINAL, ORIGINAL.replace("close", "shut")) == []


def test_a_negation_is_lost(differences: Compare) -> None:
    found = differences(word_differences, ORIGINAL, ORIGINAL.replace("did not close", "did close"))
    assert [kind for kind, _, _ in found] == ["changed-negation"]
