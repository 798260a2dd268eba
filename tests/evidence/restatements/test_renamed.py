from __future__ import annotations

import pytest

from paralint.evidence.restatements.renamed import exchanged_places, renamed
from paralint.text.read import document

CAPTION = "Weavers at Harden Mill in Selkirk carry the last loom into the yard on Tuesday"


def found(*paragraphs: str) -> list[str]:
    text = document("t.txt", "\n\n".join(paragraphs))
    return [flaw.form for flaw in renamed(text)] + [text.quote(each.here) for each in exchanged_places(text)]


@pytest.mark.parametrize(
    ("again", "names"),
    [
        ("On Tuesday weavers at Harden Factory in Selkirk are carrying the last loom into the yard.", ["Factory"]),
        ("On Tuesday weavers at Harden Mill in Galashiels are carrying the last loom into the yard.", ["Galashiels"]),
        ("On Tuesday weavers at Harden Mill in Selkirk are carrying the last loom into the yard.", []),
        ("On Tuesday weavers in Selkirk are carrying the last loom at Harden Mill into the yard.", []),
        ("Twelve looms have been sold to Harden Factory in Selkirk, and the rest to a museum.", []),
    ],
)
def test_a_name_between_the_same_words(again: str, names: list[str]) -> None:
    assert found(CAPTION, again) == names


def test_two_items_of_one_kind_are_left_alone() -> None:
    assert found("Elsa Lund of Narvik holds the cup after the final.", "Berit Moen of Bergen holds the plate.") == []


LONG = "Divers of the Green Bay club lift the bell of the Northern Star from the bay of Porthaven after nine days"


@pytest.mark.parametrize(
    ("again", "names"),
    [
        ("After nine days the bell of the Southern Cross is lifted by divers of the Green Bay club from the bay of "
         "Porthaven.", ["Southern Cross"]),
        ("After nine days, the bell of the Northern Star is lifted by Green Bay club divers out of the bay of Lisbon.",
         ["Lisbon"]),
        ("After nine days the bell of the Northern Stat is lifted by divers of the Greenish Bay club from the bay of "
         "Porthaven.", []),  # damaged, not exchanged
        ("After a week the mast of the Southern Cross was sold by the owners of the Green Bay club in Porthaven.", []),
    ],
)  # fmt: skip
def test_the_only_name_that_each_of_two_captions_has_alone(again: str, names: list[str]) -> None:
    assert found(LONG, again) == names
