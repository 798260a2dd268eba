from __future__ import annotations

import pytest

from paralint.evidence.names.mentions import mentions
from paralint.evidence.names.relatives import plural_families, relatives
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "form", "major"),
    [
        ("Rohan Deshpande slept. His father, Anand Despande, thanked them.", "Despande", "Deshpande"),
        ("Ilse Dovrany and her grandmother, Katarzyna Dovrny, survived.", "Dovrny", "Dovrany"),
    ],
)
def test_a_relative_is_of_the_family(text: str, form: str, major: str) -> None:
    (flaw,) = relatives(document("a.txt", text).derive(mentions))
    assert (flaw.kind, flaw.form, flaw.major) == ("near", form, major)


def test_others_are_not() -> None:
    text = "Rohan Deshpande slept. His lawyer, Anand Despande, and his father, Anand Patel, thanked them."
    assert list(relatives(document("a.txt", text).derive(mentions))) == []


@pytest.mark.parametrize(
    ("text", "form", "major"),
    [
        ("Mina Hristov waits, and Hristovs operation was put off.", "Hristovs", "Hristov's"),
        ("Jolanta Wieczorek left. Outside her store Jolanta Wieczoreks wept.", "Wieczoreks", "Wieczorek"),
    ],
)
def test_a_stray_s(text: str, form: str, major: str) -> None:
    (flaw,) = plural_families(document("a.txt", text).derive(mentions))
    assert (flaw.kind, flaw.form, flaw.major) == ("near", form, major)


def test_several_of_a_family() -> None:
    text = "Mina Hristov waits. The Hristovs operation, a farm, is shut, and Muslims wait, like Ali Muslim."
    assert list(plural_families(document("a.txt", text).derive(mentions))) == []
