from __future__ import annotations

from paralint.evidence.names.forms import Forms, judge
from paralint.evidence.names.mentions import mentions
from paralint.text.read import document

TEXT = "Mayor Solveig Haugland spoke. Solveig Haugeland was tired. Haugland left for Skogmo."


def forms() -> Forms:
    return Forms(document("a.txt", TEXT).derive(mentions))


def test_forms_know_their_company() -> None:
    names = forms()
    assert names.counts["Haugland"] == 2
    assert names.companions["Haugeland"] == {("Solveig",)}
    assert "Skogmo" not in names.companions
    assert {"Haugland", "Haugeland"} <= names.persons
    assert "Solveig" in names.givens
    assert list(names.slots[1, 2, ("Solveig",)]) == ["Haugland", "Haugeland"]


def test_forms_know_their_places() -> None:
    names = forms()
    assert [TEXT[span.start : span.end] for span in names.places("Haugland")] == ["Haugland"] * 2
    assert names.first_place("Haugland") < names.first_place("Haugeland")
    assert "Haugeland" in names.by_ending["and"]


def test_the_rarer_spelling_is_the_damaged_one() -> None:
    (flaw,) = judge(forms(), "Haugland", "Haugeland", "beside the same 'Solveig'")
    assert (flaw.form, flaw.major, flaw.reason) == ("Haugeland", "Haugland", "beside the same 'Solveig'")


def test_a_longer_form_is_no_damage_of_a_shorter_one() -> None:
    names = Forms(document("a.txt", "Skog fell. In Skog it rained. Skogmoen slept.").derive(mentions))
    assert list(judge(names, "Skog", "Skogmoen", "")) == []
