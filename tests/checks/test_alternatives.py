from __future__ import annotations

import pytest
import regex
from hypothesis import assume, given
from hypothesis import strategies as st

from paralint.checks.alternatives import Alternatives
from paralint.checks.expressions import SlowExpressionError
from paralint.checks.passages import passages
from paralint.ruleset.vale.scopes import Unit
from paralint.text.read import document

# Pieces that give literals, optional parts, heads, needed strings, edges and things that can only be run.
PIECES = st.sampled_from(
    ["a", "b", "ab", "is", "was", " ", "-", "'s", "x?", "[ab]", "(?:a|ab)", "(?:is|was)", r"\w+", r"\s*", r"\b", "[^a]",
     "(?=b)", "(?!a)", "(?<=a)", r"\.", "n't", "^", "$", "(a|b)", "a{2}", "a+", ".", r"\d"]
)  # fmt: skip
SOURCES = st.lists(st.lists(PIECES, min_size=1, max_size=4).map("".join), min_size=1, max_size=5)
FORMS = st.sampled_from(["a", "b", "ab", "aa", "is", "was", "A", "IS", " ", "-", "'s", "x", ".", "n't", "7", "_"])
TEXTS = st.lists(st.lists(FORMS, max_size=12).map("".join), min_size=1, max_size=3)


@given(SOURCES, TEXTS, st.booleans(), st.booleans())
def test_alternatives_find_what_one_joined_regex_finds(
    sources: list[str], texts: list[str], nonword: bool, ignorecase: bool
) -> None:
    doc = document("x.txt", "\n\n".join(texts))
    shown = passages(doc, Unit.BLOCK)
    flags = regex.MULTILINE | (regex.IGNORECASE if ignorecase else 0)
    joined = "|".join(f"(?:{source})" for source in sources)
    whole = regex.compile(f"(?:{joined})" if nonword else rf"\b(?:{joined})\b", flags)
    for source in sources:
        alone = regex.compile(f"(?:{source})" if nonword else rf"\b(?:{source})\b", flags)
        # An alternative that matches nothing at all would hide those behind it from a joined regex.
        assume(all(match[0] for text in shown.texts for match in alone.finditer(text, overlapped=True)))
    expected = [(number, *match.span()) for number, text in enumerate(shown.texts) for match in whole.finditer(text)]
    alternatives = Alternatives(sources, nonword=nonword, ignorecase=ignorecase)
    found = [(match.passage, match.start, match.end) for match in alternatives.matches(shown, [True] * len(shown))]
    assert found == expected


def test_a_number_says_which_alternative_matched() -> None:
    shown = passages(document("x.txt", "In order to win, utilise it."), Unit.BLOCK)
    alternatives = Alternatives([r"utili[sz]e", "in order to", r"\w+"], nonword=False, ignorecase=True)
    assert [(match.start, match.alternative) for match in alternatives.matches(shown, [True])] == [
        (0, 1),
        (12, 2),
        (17, 0),
        (25, 2),
    ]


def test_a_regex_of_a_pack_has_a_limited_time() -> None:
    shown = passages(document("x.txt", "a" * 60 + "! c"), Unit.BLOCK)
    with pytest.raises(SlowExpressionError, match="took longer"):
        list(Alternatives([r"(?:a|aa|a+)+c"], nonword=True, ignorecase=False).matches(shown, [True]))
