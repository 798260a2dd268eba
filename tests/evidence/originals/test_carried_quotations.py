from __future__ import annotations

from typing import TYPE_CHECKING

from paralint.evidence.originals.carried_quotations import quotation_differences

if TYPE_CHECKING:
    from tests.evidence.originals.conftest import Compare

ORIGINAL = "“Nobody was in danger, and nobody will be,” the engineer told reporters beside the old swing bridge."


def test_a_quotation_stays_word_for_word(differences: Compare) -> None:
    rewrite = "“Nobody was in danger, and nobody will be,” said the engineer to reporters beside the old swing bridge."
    assert differences(quotation_differences, ORIGINAL, rewrite) == []


def test_a_quotation_that_says_something_else(differences: Compare) -> None:
    rewrite = ORIGINAL.replace("nobody will be", "no person shall ever be")
    found = differences(quotation_differences, ORIGINAL, rewrite)
    assert found == [("changed-quotation", "no person shall ever", "nobody will")]
