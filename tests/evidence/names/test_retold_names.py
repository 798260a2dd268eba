from __future__ import annotations

import pytest

from paralint.evidence.names.retold_names import retold_names
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "form", "major"),
    [
        ("The Harbour Lamps Trust sold it. It was told by the Trust for Lamps of the Harbour.",
         "Trust for Lamps of the Harbour", "Harbour Lamps Trust"),
        ("They came to Kangaroo Flat. Nobody lives in Flat Kangaroo.", "Flat Kangaroo", "Kangaroo Flat"),
        ("It was told by Imogen Clay-Foster. A letter reached Imogen Foster-Clay.", "Imogen Foster-Clay",
         "Imogen Clay-Foster"),
        ("They passed Thorpe Magna. A bus left Great Thorpe.", "Great Thorpe", "Thorpe Magna"),
        ("It belongs to Petrolvare. The thieves of Petrol Vare left.", "Petrol Vare", "Petrolvare"),
        ("The mine of Ridge Copper Holdings flooded. The wells of Ridge Brass are shut.", "Ridge Brass",
         "Ridge Copper"),
    ],
)  # fmt: skip
def test_the_same_name_in_other_words(text: str, form: str, major: str) -> None:
    (flaw,) = retold_names(document("a.txt", text))
    assert (flaw.kind, flaw.form, flaw.major) == ("retold", form, major)


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Lamps Trust sold it. The Harbour Boats Trust has none.",
        "He works at Leeds University. She left the University of Leeds.",
        "We asked Woolworths and Coles. Later Coles and Woolworths said no.",
        "They went to Penn State. A Penn Stater laughed.",
        "The votes of North Wenlow came late. The votes of South Wenlow did not.",
        "The Republican Party won. The Democratic Party lost.",
        "She saw Jonas Aland and Ida Aalund.",
    ],
)
def test_two_names(text: str) -> None:
    assert not retold_names(document("a.txt", text))


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (
            "The Harbury Supporters' Trust has money. She chairs the Harbury Trust Supporters.",
            "Harbury Trust Supporters",
        ),
        ("It was Minera Cerro Pardo. A woman at Brown Hill refused.", "Brown Hill"),
        ("The body of Etxe Berria was found. They knew Etxeberria.", "Etxe Berria"),
    ],
)
def test_which_of_two_names_is_right(text: str, form: str) -> None:
    (flaw,) = retold_names(document("a.txt", text))
    assert flaw.form == form


def test_a_person_of_a_country_is_one_however_it_is_told() -> None:
    text = "Chilean Rosa Diaz won. The winner was Rosa Diaz of Chile."
    assert retold_names(document("a.txt", text)) == ()
