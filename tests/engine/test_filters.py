from __future__ import annotations

from support import make_rule

from paralint.engine.linter import Linter
from paralint.text.read import document

TURN = "Q: Why did you leave the island?\n\nA: I was tired, and the lamp was out, and the sea was cold that night.\n\n"
FOO = "extends: existence\ntokens: [foo]"


def found(text: str, code: str = "GRM900") -> int:
    return len(Linter([make_rule(FOO, code=code)]).lint(document("x.txt", text)))


def test_slips_of_speakers_are_theirs() -> None:
    text = "The foo keeper spoke to us.\n\n" + TURN * 3 + "A: It was foo."
    assert found(text) == 1
    assert found(text, "NAM900") == 2


def test_a_transcript_that_was_rewritten_is_reported() -> None:
    assert found(TURN * 3 + "A: It foo was foo, and foo.") == 3


def test_a_rule_that_asks_for_company_is_silent_alone() -> None:
    rules = [make_rule(FOO + "\ncompany: 3"), make_rule("extends: existence\ntokens: [bar]", code="XYZ002")]

    def codes(text: str) -> list[str]:
        return [finding.code for finding in Linter(rules).lint(document("x.txt", text))]

    assert codes("It was foo.") == []
    assert codes("A bar, a bar.") == ["XYZ002", "XYZ002"]
    assert codes("A bar, a bar, foo.") == ["XYZ002", "XYZ002", "XYZ001"]
    assert codes("A foo, a foo, foo.") == ["XYZ001"] * 3
    assert codes("A bar, a bar, foo." + " It was late." * 400) == ["XYZ002", "XYZ002"]
