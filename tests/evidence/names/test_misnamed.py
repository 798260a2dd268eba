from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paralint.evidence.names.misnamed import misnamed
from paralint.text.document import Document
from paralint.text.read import document


def read(text: str) -> Document:
    return document("a.txt", text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The loan is of the International Money Fund.", ["International Monetary Fund"]),
        ("It stood in the Post of Washington.", ["Washington Post"]),
        ("He is at the University of Leads.", ["University of Leeds"]),
        ("The bill came before the House of Common on Monday.", ["House of Commons"]),
        ("The Europe Central Bank met.", ["European Central Bank"]),
        ("The Drug and Food Administration said no.", ["Food and Drug Administration"]),
        ("The Aviation Accident Inquiry Branch looked into it.", ["Air Accidents Investigation Branch"]),
        ("The Central Intelligence Bureau denied it.", ["Central Intelligence Agency"]),
        ("The European Union Commission met.", ["European Commission"]),
        ("They sailed the Black Ocean.", ["Black Sea"]),
        ("The Crown Prosecution Services said no.", ["Crown Prosecution Service"]),
        ("She is a director of the Bank of American.", ["Bank of America"]),
        ("A spokesman of the Severe Fraud Office in London said no.", ["Serious Fraud Office"]),
        ("The Second Global War was over.", ["Second World War"]),
        ("The Central Shore of Bolivia met.", ["Central Bank of Bolivia"]),
        ("She spoke in the Parliament Swedish there.", ["Swedish Parliament"]),
        ("She works at the Oslo of University now.", ["University of Oslo"]),
        ("The Communal Health Bureau of Norway said so.", ["Public Health Agency of Norway"]),
        ("She spoke in the Parliament European there.", ["European Parliament"]),
    ],
)
def test_names_in_other_words(text: str, expected: list[str]) -> None:
    assert [flaw.major for flaw in misnamed(read(text))] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The International Monetary Fund and the Washington Post are there.",
        "The Texas University and the University of Texas met. The Rome Treaty is the Treaty of Rome.",
        "The Polish Parliament and the Safety Board met. The South Korean president left.",
        "It was the Fed’s Open Market Committee. It was Australia’s Liberal Party.",
        "The Supreme Courts of both states met. The Center for Disease Control is in Atlanta.",
        "THE WORLD WELLNESS ORGANIZATION",
        "The Johannesburg Securities Exchange fell. The Paris Accord holds.",
        "The Norwich Union European trials are over.",
        "The Federal Tribunal of Switzerland met. London's Labour mayor left. The Texas Nationalist Movement grew.",
    ],
)
def test_names_that_are_right(text: str) -> None:
    assert [flaw.form for flaw in misnamed(read(text))] == []


WORDS = [
    "the",
    "World",
    "Health",
    "Wellness",
    "Organization",
    "of",
    "Sea",
    "Black",
    "and",
    "'s",
    ".",
    "Commons",
    "House",
]


@given(st.lists(st.sampled_from(WORDS)))
def test_flaws_quote_the_text(words: list[str]) -> None:
    doc = read(" ".join(words))
    for flaw in misnamed(doc):
        assert doc.quote(flaw.span) == flaw.form
