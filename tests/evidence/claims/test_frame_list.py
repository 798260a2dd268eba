from __future__ import annotations

import re

import pytest

from paralint.data import read
from paralint.evidence.claims import at_odds
from paralint.evidence.claims.frame_list import compiled, first_words, needed_words


def test_the_frames_are_those_of_the_list() -> None:
    assert read(at_odds.FILE).decode("utf-8") == compiled(), "run python tools/compile_rules.py"


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (r"\b(?:praised|hailed) (?:the|a) [a-z]+", [{"hailed", "praised"}]),
        (r"\b(?:very )?(?:gladly|not .{3,9} sadly)\b", [{"gladly", "sadly"}]),
        (r"\bdenied\b[^.]{0,9}\b[Ii]nnocent\b", [{"denied"}, {"innocent"}]),
        (r"\b(?:opens?|shut(?:s|ting)?) on\b", [{"open", "opens", "shut", "shuts", "shutting"}]),
        (r"(?<=said )no(?! more)\b", []),
        (r"\bwalk[a-z]+\b (?:far)*", []),
        (r"\b(?P<y>north|south) \d+ (?P=y)", [{"north", "south"}]),
        (r"won['’]t go\b", [{"go"}]),
    ],
)
def test_the_words_that_an_expression_needs(expression: str, expected: list[set[str]]) -> None:
    assert needed_words(expression) == expected
    re.compile(expression)


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (r"\b(?:welcomed|hailed|voted for) the", {"welcomed", "hailed", "voted"}),
        (r"\b(?P<x>(?:rise|rises) below)", {"rise", "rises"}),
        (r"\b(?:was|is) (?:calm|relaxed)\b", {"was", "is"}),
        (r"\b(?:turned|went) (?:inwards?|out)\b", {"turned", "went"}),
        (r"\binwards?\b", {"inward", "inwards"}),
        (r"\b(?:[Hh]e|she) left", set()),
        (r"\b(?:loss(?:es)?|deficit)\b", set()),
        (r"\bsold-out\b", set()),
        (r"(?:lost|won) by", set()),
    ],
)
def test_the_words_that_an_expression_begins_with(expression: str, expected: set[str]) -> None:
    assert first_words(expression) == expected
