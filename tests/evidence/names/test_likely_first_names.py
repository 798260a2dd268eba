from __future__ import annotations

import pytest

from paralint.evidence.names.likely_first_names import likely_first_names
from paralint.text.read import document


def test_a_title_before_a_first_name() -> None:
    text = "Colonel Zwanzo Vlaicu led them. It was clear, Colonel Zwanzo said."
    (flaw,) = likely_first_names(document("a.txt", text))
    assert (flaw.kind, flaw.form, flaw.major) == ("likely-first-name", "Zwanzo", "Vlaicu")


@pytest.mark.parametrize(
    "text",
    [
        "Father Zbigniew Kaczorek wept. Sister Zofia left.",
        "Sir Ian Vlaicu led them. Mr Vlaicu is dead.",
        "Countess Zwanzo Vlaicu led them. It was clear, Countess Zwanzo said.",
    ],
)
def test_what_is_right(text: str) -> None:
    assert not likely_first_names(document("a.txt", text))
