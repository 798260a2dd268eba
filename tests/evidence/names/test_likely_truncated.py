from __future__ import annotations

import pytest

from paralint.evidence.names.likely_truncated import likely_truncated
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "form", "major"),
    [
        ("He beat Joris van der Aalp. Der Aalp lost.", "Der Aalp", "van der Aalp"),
        ("Philippa Okonjo-Hale is the dean. “It is never finished,” Hale said.", "Hale", "Okonjo-Hale"),
    ],
)
def test_what_is_left_of_a_name(text: str, form: str, major: str) -> None:
    (flaw,) = likely_truncated(document("a.txt", text))
    assert (flaw.kind, flaw.form, flaw.major) == ("likely-truncated", form, major)


@pytest.mark.parametrize(
    "text",
    [
        "He beat Otto von Brazzè. Two books were written by Brazzè.",
        "He beat Joris van der Aalp. The house of van der Aalp fell.",
    ],
)
def test_what_may_be_left_out(text: str) -> None:
    assert not likely_truncated(document("a.txt", text))
