from __future__ import annotations

import pytest

from paralint.evidence.names.mentions import mentions
from paralint.evidence.names.one_name import spelt_otherwise
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "form", "major"),
    [
        ("Zigmārs Vītoliņš is the minister. Vitolins admitted it.", "Vitolins", "Vītoliņš"),
        ("Ilze Rubene leads them. On Thursday Ilse Rubene walked out. Ilze Rubene was late.", "Ilse", "Ilze"),
        ("Dr Matteo Brancaleone wrote it. Branca Leone said so.", "Branca Leone", "Brancaleone"),
        ("Ole-Jørgen Sundt is 40. Sund raised the alarm.", "Sund", "Sundt"),
        ("The palace in N’Djamena was empty. In N’Djemana a crowd danced.", "N’Djemana", "N’Djamena"),
        ("She lives in Carlyle. In Carlisle it rained. The road to Carlisle is shut.", "Carlyle", "Carlisle"),
    ],
)
def test_one_name(text: str, form: str, major: str) -> None:
    found = document("a.txt", text).derive(mentions)
    assert (form, major) in [(flaw.form, flaw.major) for flaw in spelt_otherwise(found)]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg met Maria Borg. Berg won.",
        "He flew from Korea. The Korean crew slept.",
        "Ulan Bator is cold. Ulaanbaatar is its name now.",
        "Paul Carlisle met Ida Carlyle.",
    ],
)
def test_two_names(text: str) -> None:
    assert not list(spelt_otherwise(document("a.txt", text).derive(mentions)))
