from __future__ import annotations

import pytest

from paralint.evidence.names.other_given import other_given
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "kind", "form", "major"),
    [
        ("They told Juraj Vlahov. The yard paid George Vlahov.", "other-given", "George", "Juraj"),
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


@pytest.mark.parametrize(
    ("text", "kind", "form"),
    [
        ("Philippa Okonjo-Hale is the dean. “It is never finished,” Hale said.", "likely-truncated", "Hale"),
        ("Dr Ikenna Obi met Ida Moss. Moss said no. Ikenna told the court more.", "bare-given-likely", "Ikenna"),
        ("Kenji Morinaga met Ida Moss. On Sunday Kenji-san was well.", "bare-given-likely", "Kenji-san"),
    ],
)
def test_parts_alone(text: str, kind: str, form: str) -> None:
    assert (kind, form) in [(flaw.kind, flaw.form) for flaw in other_given(document("a.txt", text))]


@pytest.mark.parametrize(
    "text",
    [
        "Ida Moss said that Kirsty Rendall, ten, was ill. Moss said so. Kirsty said so, too.",
        "Dr Ikenna Obi met Ada Obi. Ikenna told the court more, and Moss said no.",
    ],
)
def test_called_so(text: str) -> None:
    assert not [flaw for flaw in other_given(document("a.txt", text)) if flaw.kind == "bare-given-likely"]
