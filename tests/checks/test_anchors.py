from __future__ import annotations

import pytest

from paralint.checks.anchors import anchors


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("beers?", ["beers", "beer"]),
        ("beers??", ["beer", "beers"]),
        ("air(?:m[ae]n|wom[ae]n)", ["airman", "airmen", "airwoman", "airwomen"]),
        (r"\(tm\)", ["(tm)"]),
        (r"\bme\b", ["me"]),
    ],
)
def test_a_regex_that_matches_few_strings_is_these_strings(source: str, texts: list[str]) -> None:
    literals = anchors(source).literals
    assert literals is not None
    assert [literal.text for literal in literals] == texts


def test_an_edge_of_a_word_is_kept_with_its_place() -> None:
    literals = anchors(r"\b(?:a-b|c)\b").literals
    assert literals is not None
    assert [(literal.text, literal.edges) for literal in literals] == [("a-b", (0, 3)), ("c", (0, 1))]


@pytest.mark.parametrize("source", [r"\w+ed", "a.c", "[^a]b", "hard[ -]*core", "(?i:a)", r"(a)\1", "x(?=y)", "^But"])
def test_other_regexes_are_no_list_of_strings(source: str) -> None:
    assert anchors(source).literals is None


def test_a_regex_must_begin_with_its_heads() -> None:
    assert [head.text for head in anchors(r"\b(?:was|is)\b\s*\w+ed").heads] == ["was", "is"]
    assert anchors(r"(?<=\s)-\d+").heads[0].text == "-"
    assert anchors(r"\w+ed").heads == ()
    assert anchors(r"a\d+").heads == ()  # a single letter stands everywhere


def test_a_match_contains_one_of_each_set() -> None:
    assert anchors(r"(?:[^,]+,)+\s\w+\s(?:and|or)").needed == ({","}, {"and", "or"})
    assert anchors(r"\w+(?:ed|\d)").needed == ()


def test_nothing_is_known_of_what_only_other_engines_read() -> None:
    assert anchors(r"\p{Lu}a+") == (None, (), ())
