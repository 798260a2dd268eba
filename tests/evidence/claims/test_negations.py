"""Negations that are one too many or one too few."""

from __future__ import annotations

import pytest

from paralint.evidence.claims.exclusive import excluded_states
from paralint.evidence.claims.negations import wrong_negations
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Unless the mills do not agree by May, the weir goes to the county.", "Unless the mills do not"),
        ("Mr Blom denied that he had not paid.", "denied that he had not"),
        ("The rules prevent members from not paying.", "prevent members from not paying"),
        ("She declined not to sing.", "declined not to sing"),
        ("They left without no shoes.", "without no"),
        ("The upper barns were saved last night, but the lower were.", "the lower were"),
        ("The dead of those years were moved, too; the others were.", "the others were"),
        ("The fault was discovered until Monday.", "discovered until"),
        ("They said that with his help we could not have done it.", "with his help we could not have"),
    ],
)
def test_wrong_negations(text: str, words: str) -> None:
    given = document("x.txt", text)
    found = [given.quote(each.here) for each in wrong_negations(given)]
    assert found == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Unless the mills agree, the weir goes. Unless it is not only cold but wet, we go.",
        "He denied that he had paid. He denied that there was not enough.",
        "The barns were not saved; the others were. Few were saved; the rest were.",
        "The fault was not discovered until Monday. Nobody knew it until then.",
        "With better roads there would have been no delay. With so little money it would never have been built.",
        "Hardly a day passed.",
    ],
)
def test_negations_that_are_meant(text: str) -> None:
    assert not wrong_negations(document("x.txt", text))


@pytest.mark.parametrize(
    "text",
    [
        "The gates shut early, at 10pm, four hours later than usual.",
        "Blom said that he would accept the ruling and would appeal whatever the result.",
        "Foss, who tested negative in March, cannot play again until June.",
        "Blom, 19, the oldest on the last shift, had been a miner for seven months.",
        "They attacked shortly before dusk and killed 23 men, most of whom were asleep.",
    ],
)
def test_states_that_exclude_one_another(text: str) -> None:
    assert excluded_states(document("x.txt", text))
