from __future__ import annotations

import pytest
from support import findings_of

from paralint.engine.fixes import apply

RULE = """\
extends: substitution
message: "'{match}': meant '{replacement}'?"
ignorecase: true
swap:
  counterfeit consciousness: artificial intelligence
  'utili[sz]e': use
  big|large: great|grand
"""


@pytest.mark.parametrize(
    ("text", "messages", "fixed"),
    [
        (
            "Counterfeit consciousness can utilise it.",
            ["'Counterfeit consciousness': meant 'Artificial intelligence'?", "'utilise': meant 'use'?"],
            "Artificial intelligence can use it.",
        ),
        ("A big one.", ["'big': meant 'great' or 'grand'?"], "A big one."),
        ("A great one.", [], "A great one."),
    ],
)
def test_finds_and_mends(text: str, messages: list[str], fixed: str) -> None:
    findings = findings_of(RULE, text)
    assert [finding.message for finding in findings] == messages
    assert apply(text, findings)[0] == fixed
