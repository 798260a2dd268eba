from __future__ import annotations

import pytest

from paralint.evidence.names.household_names import household_names
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "form", "major"),
    [
        ("The Crossed Red sent tents.", "Crossed Red", "Red Cross"),
        ("The Council Security of the United Nations met.", "Council Security", "Security Council"),
        ("A plane of the States Unite landed.", "States Unite", "United States"),
        ("The Bank of World paid.", "Bank of World", "World Bank"),
        ("He sat in the House of Lord.", "House of Lord", "House of Lords"),
    ],
)
def test_turned_joined_or_in_another_form(text: str, form: str, major: str) -> None:
    read = document("a.txt", text)
    ((first, last, owed),) = household_names(read)
    assert (read.quote(read.tokens.span(first, last)), owed) == (form, major)


@pytest.mark.parametrize(
    "text",
    [
        "The Security Council of the United Nations met the Red Cross.",
        "The South Korean and the New Zealander met on State of the Union.",
        "The bank gave Britain's Great Fund a loan, and Bank West none.",
        "NATIONS UNITED AGAINST WAR",
    ],
)
def test_sound_names(text: str) -> None:
    assert list(household_names(document("a.txt", text))) == []
