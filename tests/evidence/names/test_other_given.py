from __future__ import annotations

import pytest

from paralint.evidence.names.other_given import other_given
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "kind", "form", "major"),
    [
        ("They told Šimun Vlahov. The yard paid Simon Vlahov.", "other-given", "Simon", "Šimun"),
        ("They told Peter Venturelli. The yard paid Piero Venturelli.", "other-given", "Peter", "Piero"),
        ("He beat Joris van der Aalp. Der Aalp lost.", "likely-truncated", "Der Aalp", "van der Aalp"),
    ],
)
def test_another_form_of_a_person(text: str, kind: str, form: str, major: str) -> None:
    (flaw,) = other_given(document("a.txt", text))
    assert (flaw.kind, flaw.form, flaw.major) == (kind, form, major)


@pytest.mark.parametrize(
    "text",
    [
        "They told Šimun Vlahov. The yard paid Simon Perić.",
        "They told Šimun Vlahov. The yard paid Petar Vlahov.",
        "He beat Otto von Brazzè. Two books were written by Brazzè.",
        "He beat Joris van der Aalp. The house of van der Aalp fell.",
    ],
)
def test_two_persons(text: str) -> None:
    assert not other_given(document("a.txt", text))
