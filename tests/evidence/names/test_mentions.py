from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paralint.evidence.names.mentions import mentions
from paralint.text.read import document


def names(text: str) -> list[tuple[str, str]]:
    return [(mention.role, " ".join(mention.parts)) for mention in mentions(document("a.txt", text)).all]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Friday President Nana Akufo-Addo left Accra.", [("president", "Nana Akufo-Addo"), ("", "Accra")]),
        ("The Secretary of State Jane Oduya spoke.", [("state", "Jane Oduya")]),
        ("It was Ursula von der Leyen who called.", [("", "Ursula von der Leyen")]),
        ("Then Yusuf al-Khatib sat down.", [("", "Yusuf al-Khatib")]),
        ("Later, Guðrún Ó Briain met Mr. Nguyễn Văn An.", [("", "Guðrún Ó Briain"), ("mr.", "Nguyễn Văn An")]),
        ("They saw the governor Ketevan Abashidze.", [("governor", "Ketevan Abashidze")]),
        ("A letter to the Justice Department was lost.", [("", "Justice Department")]),
        ("We met in June. Nobody came.", []),
        ("But Maddocks wept.", [("", "Maddocks")]),
        ("The Tenants’ Union met.", [("", "Tenants"), ("", "Union")]),
        ("He told McDonald’s brother.", [("", "McDonald")]),
    ],
)
def test_names_and_titles_are_told_apart(text: str, expected: list[tuple[str, str]]) -> None:
    assert names(text) == expected


def test_a_line_in_title_case_names_nobody() -> None:
    assert names("Airline Agrees to Buy Smaller Rival\n\nThe news reached Oslo at noon.") == [("", "Oslo")]


def test_a_common_word_that_opens_a_sentence_is_no_name() -> None:
    assert names("Banks lend less. Snow fell on Tromsø.") == [("", "Tromsø")]


def test_a_word_seen_inside_a_sentence_is_a_name_where_it_opens_one() -> None:
    assert names("We asked Banks. Banks declined.") == [("", "Banks"), ("", "Banks")]


@given(st.text(alphabet="AaBbéÉ'’-. ,\n“”&Jr", max_size=80))
def test_mentions_quote_the_text(text: str) -> None:
    doc = document("a.txt", text)
    found = mentions(doc)
    for mention in found.all:
        span = found.span(mention)
        assert mention.parts
        assert doc.quote(span).startswith(mention.parts[0])
        assert doc.quote(span).endswith(mention.parts[-1])
    assert list(found.all) == sorted(found.all, key=lambda mention: mention.first)
