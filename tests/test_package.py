"""What ``import paralint`` gives."""

from __future__ import annotations

import paralint
from paralint.engine.linter import Linter
from paralint.ruleset.load import builtin
from paralint.ruleset.select import select
from paralint.text.read import document

TEXT = "The mill closed.\n\nThey said it was'nt over, and “we will fight."


def test_lint_runs_the_default_rules() -> None:
    expected = Linter(select(builtin().rules)).lint(document("text.txt", TEXT))
    assert paralint.lint(TEXT) == expected
    assert {finding.code for finding in expected} >= {"GRM001", "QUO001"}
    first = next(finding for finding in expected if finding.code == "GRM001")
    assert TEXT[first.span.start : first.span.end] == "was'nt"


def test_the_ending_of_the_path_says_how_the_text_is_read() -> None:
    code = "`It was'nt over.`"
    assert [finding.code for finding in paralint.lint(code)] == ["GRM001"]
    assert paralint.lint(code, "note.md") == []


def test_a_lone_surrogate_is_a_character_like_any_other() -> None:
    text = "\ud83d He will has it.\n"
    (finding,) = paralint.lint(text)
    assert text[finding.span.start : finding.span.end] == "has"


def test_no_rule_is_younger_than_the_package() -> None:
    from paralint.ruleset.load import builtin

    def parts(version: str) -> list[int]:
        return [int(part) for part in version.split(".")]

    assert not [rule.code for rule in builtin().rules if parts(rule.since) > parts(paralint.__version__)]
