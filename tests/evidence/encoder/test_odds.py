"""How likely the words of a span are damaged."""

from __future__ import annotations

import subprocess
import sys

import pytest

from paralint.evidence.encoder.odds import NOTHING, Odds, likeliest
from paralint.findings import Span
from paralint.text.read import document

TEXT = "It was a word, late."
#       tokens: It was a word , late .


def chance(odd: int, span: Span) -> float:
    """Return what is made of a span if one token has even odds, and the others none."""
    read = document("t.txt", TEXT)
    row = [0.0 if at == odd else NOTHING for at in range(len(read.tokens))]
    nothing = [NOTHING] * len(row)
    return likeliest(read, Odds(nothing, row, nothing), span)


@pytest.mark.parametrize("odd", [1, 2, 3, 4])
def test_the_words_of_a_span_and_those_beside_it_count(odd: int) -> None:
    assert chance(odd, Span(7, 13)) == 0.5  # "a word"


@pytest.mark.parametrize("odd", [0, 5, 6])
def test_words_further_off_do_not(odd: int) -> None:
    assert chance(odd, Span(7, 13)) < 1e-6


def test_a_span_without_words_has_those_around_it() -> None:
    assert chance(1, Span(6, 7)) == chance(2, Span(6, 7)) == 0.5
    assert chance(0, Span(6, 7)) < 1e-6


def test_spans_may_reach_to_either_end() -> None:
    assert chance(0, Span(0, 1)) == chance(6, Span(0, len(TEXT))) == 0.5
    read = document("t.txt", "")
    assert likeliest(read, Odds([], [], []), Span(0, 0)) < 1e-6


def test_numpy_waits_for_a_text_to_be_read() -> None:
    code = "import sys, paralint.evidence.encoder.odds; sys.exit('numpy' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
