from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import paralint
from paralint.engine.linter import Linter
from paralint.engine.notices import BREAKING, UNUSED
from paralint.engine.runner import Job, lint_file
from paralint.engine.settings import Settings
from paralint.engine.suppressions import without_suppressed
from paralint.findings import Severity
from paralint.ruleset.problems import Problem
from paralint.ruleset.rule import Rule, decode
from paralint.ruleset.tree import parse
from paralint.ruleset.vale.dialect import decode_vale
from paralint.text.read import document

HEADER = """\
summary: A rule of a test
why: It is a test.
message: "'{match}'"
extends: existence
examples: [{bad: "[[x]]"}, {bad: "[[y]]"}, {good: a, why: near}, {good: b}]
"""


def rule(code: str, name: str, token: str) -> Rule:
    found = decode(parse(f"code: {code}\nname: {name}\ntokens: [{token}]\n{HEADER}", "x.yml"), [])
    assert found is not None
    return found


def vale_rule(style: str, token: str) -> Rule:
    problems: list[Problem] = []
    found = decode_vale(parse(f"extends: existence\nmessage: x\ntokens: [{token}]\n", f"{style}/Rule.yml"), problems)
    assert found is not None, problems
    return found


RULES = [rule("XYZ001", "one-word", "one"), rule("XYZ002", "two-words", "two"), rule("XYA001", "other-word", "three")]
PACKS = [vale_rule("House", "four"), vale_rule("Home", "five")]


@pytest.fixture
def left() -> Callable[..., list[str]]:
    """Lint a text; return what is quoted, and the messages of notices."""

    def lint(text: str, path: str = "x.md") -> list[str]:
        findings = Linter([*RULES, *PACKS]).lint(document(path, text))
        return [
            finding.message if finding.code == UNUSED.code else text[finding.span.start : finding.span.end]
            for finding in findings
        ]

    return lint


Left = Callable[..., list[str]]


def test_a_comment_before_a_block_means_that_block(left: Left) -> None:
    assert left("one\n\n<!-- paralint: ignore[XYZ001] as written -->\none two\n\none\n") == ["one", "two", "one"]


def test_a_comment_in_a_block_or_on_its_line_means_that_block(left: Left) -> None:
    assert left("one <!-- paralint: ignore[XYZ001] --> and one\n\none\n") == ["one"]
    assert left("# one <!-- paralint: ignore[XYZ001] -->\n\none\n") == ["one"]


def test_a_comment_behind_everything_means_nothing(left: Left) -> None:
    assert left("one\n\n<!-- paralint: ignore[XYZ001] -->\n") == ["one", "no finding of XYZ001 is suppressed here"]


@pytest.mark.parametrize("selector", ["XYZ001,XYZ002", "XYZ", "one-word, two-words", "ALL"])
def test_rules_are_named_as_on_the_command_line(left: Left, selector: str) -> None:
    assert left(f"<!-- paralint: ignore[{selector}] -->\none two\n") == []


def test_a_range(left: Left) -> None:
    text = "one\n\n<!-- paralint: disable[XYZ] why -->\n\none two three\n\n<!-- paralint: enable[XYZ] -->\n\none\n"
    assert left(text) == ["one", "three", "one"]


def test_enabling_all_ends_every_range(left: Left) -> None:
    text = (
        "<!-- paralint: disable[XYZ001] --><!-- paralint: disable[XYZ002] -->\n\none two\n\n"
        "<!-- paralint: enable[ALL] -->\n\none two\n"
    )
    assert left(text) == ["one", "two"]


def test_a_range_without_end_goes_on(left: Left) -> None:
    assert left("one\n\n<!-- paralint: disable[XYZ001] -->\n\none\n\none\n") == ["one"]


def test_the_whole_file(left: Left) -> None:
    assert left("one\n\ntwo <!-- paralint: ignore-file[XYZ001] -->\n\none\n") == ["two"]


def test_html(left: Left) -> None:
    assert left("<p>one</p><!-- paralint: ignore[XYZ001] --><p>one</p>", "x.html") == ["one"]


def test_plain_text_has_no_comments(left: Left) -> None:
    assert left("<!-- paralint: ignore-file[XYZ001] -->\n\none", "x.txt") == ["one"]


def test_code_that_shows_a_comment_is_none(left: Left) -> None:
    assert left("Write `<!-- paralint: ignore[XYZ001] -->` before one.\n") == ["one"]


@pytest.mark.parametrize(
    "comment", ["paralint: ignore", "paralint: ignore[]", "paralint: ingore[XYZ001]", "paralint: [XYZ001]"]
)
def test_a_comment_that_says_nothing_is_reported(left: Left, comment: str) -> None:
    found = left(f"<!-- {comment} -->\none\n")
    assert found[1:] == ["one"]
    assert found[0].startswith("not understood")


def test_enabling_what_is_not_disabled_is_reported(left: Left) -> None:
    assert left("<!-- paralint: enable[XYZ001] -->\n") == [
        "'XYZ001' is not disabled here, so there is nothing to enable"
    ]


def test_an_unused_suppression_does_not_break_the_run() -> None:
    (finding,) = Linter(RULES).lint(document("x.md", "<!-- paralint: ignore[XYZ001] -->\nfine\n"))
    assert finding.code == "PLT006"
    assert finding.severity is Severity.INFO
    assert finding.span.start == 0
    assert finding.code not in BREAKING


def test_a_suppression_of_a_rule_that_did_not_run_is_not_unused() -> None:
    assert Linter(RULES[:1]).lint(document("x.md", "<!-- paralint: ignore[XYZ002,ABC] -->\nfine\n")) == []


def test_vale_off_means_the_rules_of_packs(left: Left) -> None:
    text = "four\n\n<!-- vale off -->\n\nfour five one\n\n<!-- vale on -->\n\nfive\n"
    assert left(text) == ["four", "one", "five"]


def test_vale_names_a_rule_or_a_style(left: Left) -> None:
    text = "<!-- vale House.Rule = NO -->\n\nfour five\n\n<!-- vale House.Rule = YES -->\n\nfour\n"
    assert left(text) == ["five", "four"]
    assert left("<!-- vale House = NO -->\n\nfour five\n") == ["five"]
    assert left("<!-- vale Ho = NO -->\n\nfour five\n") == ["four", "five"]


def test_an_unused_comment_for_vale_is_not_reported(left: Left) -> None:
    assert left("<!-- vale House.Rule = NO -->\n\none\n\n<!-- vale on -->\n") == ["one"]


def test_notices_are_never_suppressed(tmp_path: Path) -> None:
    slow = decode_vale(
        parse("extends: existence\nmessage: x\nnonword: true\ntokens: ['(?:a|aa|a+)+c']\n", "S/R.yml"), []
    )
    assert slow is not None
    path = tmp_path / "x.md"
    path.write_text("<!-- paralint: ignore-file[ALL] -->\n\n" + "a" * 60 + "! c\n", encoding="utf-8")
    report = lint_file(Job(path, Settings()), Linter([slow]))
    assert "PLT003" in [finding.code for finding in report.findings]


def test_findings_of_other_layers_can_be_suppressed() -> None:
    text = document("x.md", "<!-- paralint: ignore[XYZ001] -->\none\n")
    findings = Linter(RULES).lint(document("y.txt", text.text))
    assert [finding.code for finding in findings] == ["XYZ001"]
    assert without_suppressed(text, findings) == []


def test_with_a_finding_goes_what_other_rules_say_of_the_same_damage() -> None:
    assert [finding.code for finding in paralint.lint("He will has it.\n", "x.md")] == ["GRM010"]
    assert paralint.lint("He will has it. <!-- paralint: ignore[GRM010] -->\n", "x.md") == []
    named = "He will has it.<!-- paralint: ignore[GRM010] --> They say it was’nt.\n"
    assert [finding.code for finding in paralint.lint(named, "x.md")] == ["GRM001"]


def test_a_rule_that_there_is_not_is_told_with_what_was_meant() -> None:
    (finding, notice) = paralint.lint("He will has it. <!-- paralint: ignore[GMR010] -->\n", "x.md")
    assert (finding.code, notice.code) == ("GRM010", UNUSED.code)
    assert notice.message == "no rule of this run answers to 'GMR010' (did you mean 'GRM010'?)"
    # It may be a rule of somebody's own that this run does not know.
    (finding,) = paralint.lint("He will has it. <!-- paralint: ignore[XYZ900] -->\n", "x.md")
    assert finding.code == "GRM010"
