from __future__ import annotations

from pathlib import Path

import pytest
from support import HEADER, make_rule

from paralint.engine.chosen_rules import rules_of
from paralint.engine.linter import Linter
from paralint.engine.settings import Settings
from paralint.findings import Finding
from paralint.ruleset.problems import Problem
from paralint.ruleset.rule import Rule, decode
from paralint.ruleset.tree import parse
from paralint.text.read import document

COUNTED = [
    make_rule("extends: existence\ntokens: [foo]", code="AAA001", name="foo"),
    make_rule("extends: existence\ntokens: [bar]", code="AAA002", name="bar"),
    make_rule("extends: existence\ntokens: [baz]", code="BBB001", name="baz"),
]
MESSAGE = "message: '{count} in {size}, {rate} per {per}, {rules} rules, {families} families, {match}'\n"


def found(spec: str, text: str, path: str = "x.txt") -> list[Finding]:
    density = make_rule(f"extends: density\n{MESSAGE}{spec}", code="DDD001", name="density")
    findings = Linter([*COUNTED, density]).lint(document(path, text))
    return [finding for finding in findings if finding.code == "DDD001"]


def test_findings_add_up_per_words() -> None:
    spec = "count: [AAA, baz]\nat-least: 2\nper: 10 words\nfewest: 2"
    (finding,) = found(spec, "foo one two three. Four baz five.")
    assert finding.message == "2 in 7, 2.9 per 10 words, 2 rules, 2 families, foo"
    assert [(label.span.start, label.message) for label in finding.related] == [(24, "BBB001 baz")]
    assert finding.span.start == 0
    assert found(spec, "foo one two three. Four baz five six seven.")
    assert not found(spec, "foo one two three. Four baz five six seven eight nine.")


def test_findings_add_up_per_sentences() -> None:
    spec = "count: [AAA]\nat-least: 2\nper: 3 sentences\nfewest: 2"
    assert found(spec, "A foo. A bar. It ends.")
    assert not found(spec, "A foo. A bar. It goes on. It ends.")


def test_a_short_text_needs_the_fewest_whatever_its_length() -> None:
    assert not found("count: [AAA]\nat-least: 1\nper: 1000 words", "foo bar")
    assert found("count: [AAA]\nat-least: 1\nper: 1000 words", "foo bar foo")


def test_they_may_have_to_be_of_several_rules_and_families() -> None:
    assert not found("count: [AAA, BBB]\nrules: 2", "foo foo foo")
    assert found("count: [AAA, BBB]\nrules: 2", "foo bar foo")
    assert not found("count: [AAA, BBB]\nfamilies: 2", "foo bar foo")
    assert found("count: [AAA, BBB]\nfamilies: 2", "foo baz foo")


def test_what_is_suppressed_does_not_count_and_the_count_itself_can_be_suppressed() -> None:
    spec = "count: [AAA]"
    text = "foo\n\nfoo\n\nfoo\n"
    assert found(spec, text, "x.md")
    assert not found(spec, f"<!-- paralint: ignore[AAA001] once -->\n{text}", "x.md")
    assert not found(spec, f"<!-- paralint: ignore-file[DDD001] known -->\n{text}", "x.md")


def test_only_some_of_many_places_are_pointed_at() -> None:
    (finding,) = found("count: [AAA]", "foo " * 50)
    assert len(finding.related) == 8
    assert "50 in 50" in finding.message


def test_silent_rules_are_counted_and_not_reported() -> None:
    density = make_rule(f"extends: density\n{MESSAGE}count: [AAA001]", code="DDD001", name="density")
    linter = Linter([COUNTED[0].silenced(), COUNTED[1], density])
    findings = linter.lint(document("x.txt", "foo foo foo bar"))
    assert [finding.code for finding in findings] == ["DDD001", "AAA002"]


def rule_files(folder: Path, **texts: str) -> Path:
    for code, text in texts.items():
        header = HEADER.replace("XYZ001", code).replace("test-rule", code.lower())
        (folder / f"{code}.yml").write_text(f"paralint: 1\nmessage: m\n{header}{text}")
    return folder


WEAK = "extends: existence\nstatus: preview\ntokens: [foo]\n"


def chosen(settings: Settings) -> list[tuple[str, bool]]:
    return [(rule.code, rule.silent) for rule in rules_of(settings).rules if isinstance(rule, Rule)]


def test_rules_named_in_full_run_for_the_count_even_if_they_are_not_chosen(tmp_path: Path) -> None:
    folder = rule_files(
        tmp_path,
        XAA001=WEAK,
        XAA002=WEAK.replace("status: preview\n", ""),
        XBB001="extends: density\ncount: [XAA001, XA]\n",
    )
    settings = Settings(select=("XBB",), rule_paths=(folder,))
    assert chosen(settings) == [("XAA001", True), ("XBB001", False)]
    assert chosen(settings._replace(select=("XBB", "XAA001"))) == [("XAA001", False), ("XBB001", False)]
    assert chosen(settings._replace(ignore=("XAA001",))) == [("XBB001", False)]
    assert chosen(settings._replace(select=("XAA",))) == [("XAA002", False)]


def test_a_rule_that_counts_what_there_is_not_is_a_problem_and_hides_no_other(tmp_path: Path) -> None:
    folder = rule_files(tmp_path, XAA001=WEAK, XBB001="extends: density\ncount: [XAA, XCC]\n")
    result = rules_of(Settings(select=("XAA001", "XBB"), rule_paths=(folder,)))
    assert [rule.code for rule in result.rules] == ["XAA001"]
    (problem,) = result.problems
    assert "no rule answers to 'XCC'" in problem.message
    assert problem.line > 1


@pytest.mark.parametrize(
    ("spec", "message"),
    [
        ("", "missing key 'count'"),
        ("count: [ALL]", "'ALL' says nothing"),
        ("count: [NAM]\nper: 1000", "'per' must be a number of words or sentences"),
        ("count: [NAM]\nper: 0 words", "'per' must be a number of words or sentences"),
        ("count: [NAM]\nper: 10 pages", "'per' must be a number of words or sentences"),
        ("count: [NAM]\nat-least: -1", "'at-least' must be a number"),
        ("count: [NAM]\nfewest: 1", "'fewest' must be a number of at least 2"),
        ("count: [NAM]\nfamilies: 0", "'families' must be a number of at least 1"),
    ],
)
def test_what_a_density_rule_may_say(spec: str, message: str) -> None:
    problems: list[Problem] = []
    assert decode(parse(f"{HEADER}message: m\nextends: density\n{spec}", "x.yml"), problems) is None
    assert any(message in problem.message for problem in problems), problems


def test_a_text_without_words_has_no_density() -> None:
    assert not found("count: [AAA]\nat-least: 1", "")
