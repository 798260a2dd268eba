"""Relative words behind the names of persons."""

import pytest
from support import quoted_slips

from paralint.evidence.grammar.named_antecedents import slips


def found(text: str) -> list[str]:
    return quoted_slips(slips, text)


def test_which_behind_the_name_of_a_person_is_found() -> None:
    assert found("The prize went to Maria Keller of York. Maria Keller, which heads the firm, wept.") == ["which heads"]


def test_the_subject_of_a_sentence_is_no_clause_that_could_be_meant() -> None:
    assert found("Maria Keller, which led the talks, wept.") == ["which led"]


@pytest.mark.parametrize(
    "text",
    [
        "Maria Keller, who heads the firm, wept.",
        "They met Maria Keller, which surprised nobody.",
        "He sold the house of Maria Keller, which burned in May.",
        "The Maria Keller, which sank in May, was a ferry.",
        "It is a diary kept by the servant, Maria Keller, which describes the raid.",
        "They sold it to the Danish brewery Maria Keller, which expects a loss.",
    ],
)
def test_which_for_a_thing_is_left_alone(text: str) -> None:
    assert found(text) == []
