"""All rules over texts with characters that nobody expects: none of them may crash, or point outside the text."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paralint.checks import compile_check
from paralint.checks.base import Check
from paralint.ruleset.load import builtin
from paralint.ruleset.rule import Example, Rule
from paralint.text.read import document

ODD = [
    *"\u2060\u200b\ufeff\u00ad\u2011\n\t\r\0\ufffc“”‘’„\"'`«»—–-()[]{}….!?,;:%$#@é中🙂²٣ﬁİß&*_/\\=+~|<>",
    *("\n\n", "``", "--", "...", "Mr", "the", "of", "said", "2024", "May", "1,000.5", "4:30 p.m."),
]


@cache
def checks() -> list[Check]:
    """The checks of all rules; those that weigh the findings of others are asked elsewhere."""
    return [compile_check(rule) for rule in builtin().rules if rule.kind != "density"]


@cache
def texts() -> list[str]:
    """Damaged prose: examples of rules, thirty at a time."""
    found = [each.text for rule in builtin().rules for each in _plain(rule)]
    return [" ".join(found[first : first + 30]) for first in range(0, len(found), 30)]


def _plain(rule: Rule) -> list[Example]:
    return [each for each in rule.examples if each.bad and each.suffix == ".txt"][:2]


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
@settings(max_examples=25, deadline=None)
@given(st.data())
def test_no_rule_crashes(suffix: str, data: st.DataObject) -> None:
    words = data.draw(st.sampled_from(texts())).split(" ")
    for at, odd, glued in data.draw(
        st.lists(st.tuples(st.integers(0, len(words) - 1), st.sampled_from(ODD), st.booleans()), max_size=40)
    ):
        words[at] = words[at] + odd if glued else f"{words[at]} {odd}"
    text = " ".join(words)
    read = document(f"x{suffix}", text)
    for check in checks():
        for finding in check.run(read):
            assert 0 <= finding.span.start <= finding.span.end <= len(text), (finding.code, text)
