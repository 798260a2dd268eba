from __future__ import annotations

import pytest

from paralint.evidence.names.double_names import lost_parts
from paralint.evidence.names.drift import drifts
from paralint.evidence.names.given_names import given_name_flaws
from paralint.evidence.names.mentions import mentions
from paralint.evidence.names.persons import person_flaws
from paralint.evidence.names.synonyms import synonym_flaws
from paralint.evidence.names.translated import translated_names
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("The inquiry of Benedita Judge Leal is over.", "Benedita Judge Leal"),
        ("Raymond Okello wrote it. Okellos’ article was read by many.", "Okellos’"),
        ("It was insured at Lloyds’ of London.", "Lloyds’"),
        ("Zuzana Hrabovská won. Pavol Hrabovská drives a tram. Hrabovský said so.", "Hrabovská"),
        ("Thornaby Wanderers won the cup. On Monday Wanderers Thornaby lost.", "Wanderers Thornaby"),
        ("A flag of the Okellos’ club flew.", ""),
        ("Florida Governor Ron Roe left.", ""),
    ],
)
def test_parts_of_persons(text: str, form: str) -> None:
    assert [flaw.form for flaw in person_flaws(document("x.txt", text))] == ([form] if form else [])


def test_small_words_inside_names() -> None:
    text = "It rained in Santa Rita de las Piedras. Nobody in Santa Rita de los Piedras minded. Las Piedras was dry."
    (flaw,) = drifts(document("x.txt", text))
    assert (flaw.form, flaw.major) == ("Santa Rita de los Piedras", "Santa Rita de las Piedras")


def test_a_word_of_another_language_is_the_name() -> None:
    (flaw,) = drifts(document("x.txt", "The plant of Norrkust Energi is shut. Later Norrkust Energy called it tired."))
    assert (flaw.form, flaw.major) == ("Energy", "Energi")


def test_letters_turned_in_a_name_that_stands_alone() -> None:
    (flaw,) = drifts(document("x.txt", "They met near Bawku. On a road close to Bakwu men in lorries wait."))
    assert flaw.form == "Bakwu"


def test_an_adjective_behind_of() -> None:
    (flaw,) = synonym_flaws(document("x.txt", "They sat in the White Hall. The debate in the Hall of White was long."))
    assert (flaw.form, flaw.major) == ("Hall of White", "White Hall")


def test_a_given_name_of_the_other_sex() -> None:
    text = "Primitiva Gallego, 81, is here. Gallego is well. Primitiva Gallego, 81, sat. Primitivo Gallego, 81, left."
    (flaw,) = given_name_flaws(document("x.txt", text))
    assert (flaw.form, flaw.major) == ("Primitivo", "Primitiva")


def test_half_of_a_double_name_in_other_words() -> None:
    text = "She told Rupert Askew-Lyle about it. It is said that Crooked-Lyle had known."
    assert [flaw.form for flaw in lost_parts(document("x.txt", text).derive(mentions))] == ["Crooked-Lyle"]


@pytest.mark.parametrize(
    ("text", "major"),
    [
        ("Radim Sklenář has been paid. Glazier, who denies it, has left.", "Sklenář"),
        ("Hüseyin Karabıyık is old. Blackmoustache has asked for a copy.", "Karabıyık"),
        ("The airline is called Alas del Pantano. A flight of Wings of Pantano was late.", "Alas del Pantano"),
        ("Nobody knows Rashid Son of Majid.", "Rashid bin Majid"),
        ("Radim Sklenář has been paid. A glazier, who denies it, has left. Glaziers have, too.", ""),
    ],
)
def test_translated(text: str, major: str) -> None:
    assert [flaw.major for flaw in translated_names(document("x.txt", text))] == ([major] if major else [])
