from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paralint.evidence.names.institutions import institution_flaws
from paralint.evidence.names.nationality import nationality_flaws
from paralint.evidence.names.persons import person_flaws
from paralint.evidence.names.places import place_flaws
from paralint.evidence.names.usage import usages
from paralint.text.document import Document
from paralint.text.read import document


def read(text: str) -> Document:
    return document("a.txt", text)


@pytest.mark.parametrize(
    ("text", "kind", "form", "major"),
    [
        ("It was signed by Antony Blinkin on Friday.", "known", "Blinkin", "Blinken"),
        ("She met Olga Berg (former foreign minister) there.", "behind", "Olga Berg (former foreign minister)", None),
        ("Lee Park, Det Sgt of the squad, ran.", "nameless", "Det Sgt", ""),
        ("Sipho Kiptanui won. The Kiptanui’s had trained.", "possessive", "Kiptanui’s", "Kiptanuis"),
        (
            "The Marine Chilean Institute and the Chilean Marine Institute.",
            "scrambled",
            "Chilean Marine Institute",
            None,
        ),
        ("He met Shin Dong-wook. Later, Dong left.", "half-name", "Dong", "Shin"),
        ("Mr. Paul Dufour came. The Dufour’s are rich.", "possessive", "Dufour’s", "Dufours"),
        ("Eleni Markou came. “No,” said the actor Eleni Markos.", "sex", "Markos", "Markou"),
        ("Jana Horáková won. Horák has a broken wrist.", "sex", "Horák", "Horáková"),
        ("The border of Chad and Chad is open.", "twice", "Chad", ""),
        ("The decree was signed by Emmanuelmacron.", "run-together", "Emmanuelmacron", "Emmanuel Macron"),
        ("It was signed by Teuku Halim (Brig. Gen.).", "behind", "Teuku Halim (Brig. Gen.)", None),
    ],
)
def test_what_is_wrong_with_a_person(text: str, kind: str, form: str, major: str | None) -> None:
    (flaw,) = person_flaws(read(text))
    assert (flaw.kind, flaw.form) == (kind, form)
    assert major is None or flaw.major == major


@pytest.mark.parametrize(
    "text",
    [
        "She was loyal to Wagstaff and Wagstaff threw her out.",
        "Antony Blinken met Sergei Lavrov and Sergey Lavrov.",
        "She met Olga Berg (Greens) and Rui Costa (born 1970).",
        "The Securities Exchange Commission (SEC) met A Berg (SDP), and D Parks (capt).",
        "Jana Horáková won for her brother. Horák has a broken wrist.",
        "The Clintons came, and the Clintons’ dog.",
        "From Oslo to Oslo is no way. Marsh & Marsh sued.",
    ],
)
def test_what_is_right_with_a_person(text: str) -> None:
    assert person_flaws(read(text)) == ()


def test_countries_and_adjectives() -> None:
    flaws = nationality_flaws(read("A Kenya and Ugandan team met the Peru minister at the embassy of Danish, near it."))
    assert [(flaw.form, flaw.major) for flaw in flaws] == [
        ("Kenya", "Kenyan"), ("Peru", "Peruvian"), ("Danish", "Denmark"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A team from Northern Korea won.", [("Northern Korea", "North Korea")]),
        ("He sold a copy of the Spain painter.", [("Spain", "Spanish")]),
        ("Chinese’s Haikou Foods grew.", [("Chinese", "China")]),
        ("Northern Korea is cold. The Spain captain and the Chinese’s Fang won in northern Korea.", []),
    ],
)
def test_names_of_countries(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(flaw.form, flaw.major) for flaw in nationality_flaws(read(text))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Staff of the Scarlet Cross came.", ["Red Cross"]),
        ("The High Court ruled, and the Home Office appealed to the Superior Court.", []),
        (
            "The Democratic National Convention met. The Republican National Convention met. Republican Ann Lee spoke.",
            [],
        ),
    ],
)
def test_institutions_of_the_document(text: str, expected: list[str]) -> None:
    assert [flaw.major for flaw in institution_flaws(read(text)) if flaw.kind == "translated"] == expected


def test_institutions() -> None:
    flaws = institution_flaws(read("The International Criminal Tribunal sat. The Global Health Organization did not."))
    assert [(flaw.kind, flaw.major) for flaw in flaws] == [("translated", "World Health Organization")]


WORDS = ["the", "Kenya", "Kenyan", "and", "of", "(", ")", "U.S.", "US", "Anna", "Berg", "’s", "Mr.", "World", "."]


@given(st.lists(st.sampled_from(WORDS)))
def test_flaws_quote_the_text(words: list[str]) -> None:
    doc = read(" ".join(words))
    for source in (usages, nationality_flaws, institution_flaws, person_flaws, place_flaws):
        for flaw in source(doc):
            assert doc.quote(flaw.span) == flaw.form


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Ukranian crew slept.", ["Ukrainian"]),
        ("They met in Brussles.", ["Brussels"]),
        ("They met Brussles. Ms Brussles left.", []),
        ("They met in Lyons and in Teheran. The Ukrainians left.", []),
        ("Brassel, Brassel and Brassel went to Brassel.", []),
    ],
)
def test_places(text: str, expected: list[str]) -> None:
    assert [flaw.major for flaw in place_flaws(read(text))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She taught at the College of South Dakota.", ["University of South Dakota"]),
        ("They met before the Ohio State Capital.", ["Ohio State Capitol"]),
        ("He is Minister of Finance. BIG BOWL is a bar.", []),
        ("The DTP jab is late. The DPT jab is not.", ["DTP"]),
        ("The DTP jab is late. The DPT ship is not.", []),
    ],
)
def test_names_that_are_fixed(text: str, expected: list[str]) -> None:
    assert [flaw.major for flaw in institution_flaws(read(text))] == expected
