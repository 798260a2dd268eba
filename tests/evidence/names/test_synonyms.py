from __future__ import annotations

import pytest

from paralint.evidence.names.synonyms import like, synonym_flaws
from paralint.text.document import Document
from paralint.text.read import document


def read(text: str) -> Document:
    return document("a.txt", text)


@pytest.mark.parametrize(
    ("text", "form", "major"),
    [
        ("The mill belongs to Jonas Marsh. It is old, Mr. Swamp said.", "Swamp", "Marsh"),
        ("The mill belongs to Ida Strong. “It is old,” Powerful said.", "Powerful", "Strong"),
        ("The mill belongs to Ida Brook. Later Ida Creek sold it.", "Ida Creek", "Ida Brook"),
        ("The mill belongs to Grace Obi. Later Elegance Obi sold it.", "Elegance Obi", "Grace Obi"),
        ("They love Open Hands. The cooks of Unlocked Hands left.", "Unlocked Hands", "Open Hands"),
        ("They love the Blood Donor Service. The Blood Giver Service left.", "Blood Giver Service",
         "Blood Donor Service"),
        ("A night at Northgate Corn Market. Northgate Corn Marketplace was shut.", "Northgate Corn Marketplace",
         "Northgate Corn Market"),
        ("We saw the Rural Health Service Board. The Rural Health Services Board left.", "Rural Health Services Board",
         "Rural Health Service Board"),
        ("She has a Women’s Alpine Cup of Champions. In the Alpine Cup of Women’s Champions it snows.",
         "Alpine Cup of Women’s Champions", "Women’s Alpine Cup of Champions"),
        ("In Western Highlands and on Western Highlands it snows. In the Western Highland, nobody cares.",
         "Western Highland", "Western Highlands"),
    ],
)  # fmt: skip
def test_a_word_exchanged(text: str, form: str, major: str) -> None:
    (flaw,) = synonym_flaws(read(text))
    assert (flaw.kind, flaw.form, flaw.major) == ("synonym", form, major)


@pytest.mark.parametrize(
    "text",
    [
        "The mill belongs to Jonas Marsh. The Swamp is wet.",
        "The mill belongs to Jonas Marsh. Ms. Swamp said no. Ida Swamp was there.",
        "The mill belongs to Grace Obi. Her sister is Joy Obi.",
        "They love the Upper Road. Nobody loves the Lower Road.",
        "They like the Western Highlands and the Western Highlands. The Western Highland league is theirs.",
        "We met a Social Democrats voter, and Social Democrats won. A Social Democrat, she said, is patient.",
        "A Swedish Army man met a Danish Army man.",
        "",
    ],
)
def test_two_names(text: str) -> None:
    assert synonym_flaws(read(text)) == ()


@pytest.mark.parametrize(
    ("word", "owed", "expected"),
    [
        ("creek", "brook", True),
        ("creeks", "brook", True),
        ("mill", "hill", False),
        ("theatre", "theater", False),
        ("may", "might", False),
    ],
)
def test_words_that_stand_for_one_another(word: str, owed: str, expected: bool) -> None:
    assert like(word, owed) is expected
