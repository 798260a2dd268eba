from __future__ import annotations

from pathlib import Path

import pytest

from paralint.engine.laws import cases
from paralint.findings import Severity
from paralint.ruleset.load import load
from paralint.ruleset.problems import Problem
from paralint.ruleset.rule import Rule
from paralint.ruleset.select import select
from paralint.ruleset.tree import parse
from paralint.ruleset.vale.dialect import decode_vale, identifier, is_vale, template

RULE = "extends: existence\nmessage: \"No '%s'.\"\ntokens: [very]\n"


def decode(text: str) -> tuple[Rule | None, list[Problem]]:
    problems: list[Problem] = []
    return decode_vale(parse(text, "styles/Style/Rule.yml"), problems), problems


def test_the_header() -> None:
    rule, problems = decode(RULE + "level: suggestion\nlink: https://example.org/very\nlimit: 3\n")
    assert problems == []
    assert rule is not None
    assert (rule.code, rule.name, rule.family) == ("Style.Rule", "Style.Rule", "Style")
    assert rule.severity is Severity.INFO
    assert rule.url == "https://example.org/very"
    assert rule.summary == "No '…'"
    assert not rule.fixable
    assert not rule.trusted
    assert rule.vale is not None
    assert rule.vale.limit == 3


def test_the_level_is_a_warning_unless_it_is_said() -> None:
    rule, _ = decode(RULE)
    assert rule is not None
    assert rule.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (RULE + "token: x\n", "unknown key 'token' (did you mean 'tokens'?)"),
        (RULE + "level: warn\n", "'level' must be one of suggestion, warning, error; found 'warn'"),
        ("extends: existence\ntokens: [x]\n", "missing key 'message'"),
        ("extends: existence\nmessage: x\ntokens: ['(x']\n", "bad regex '(x'"),
        ("extends: existence\nmessage: x\nraw: ['(x']\ntokens: [y]\n", "bad regex"),
        ("extends: substitution\nmessage: x\nswap: {'(': x}\n", "bad regex '('"),
        ("extends: substitution\nmessage: x\n", "missing key 'swap'"),
        ("extends: occurrence\nmessage: x\ntoken: x\n", "missing key 'max' or 'min'"),
        ("extends: consistency\nmessage: x\n", "missing key 'either'"),
        ("extends: capitalization\nmessage: x\nmatch: $camel\n", "'match' is $title"),
        ("extends: metric\nmessage: x\nformula: word + 1\ncondition: '> 1'\n", "'word' is no variable"),
        ("extends: metric\nmessage: x\nformula: words\ncondition: '> __import__(1)'\n", "'__import__' is no function"),
        ("extends: readability\nmessage: x\ngrade: 8\n", "missing key 'metrics'"),
        (RULE + "action: {name: rewrite}\n", "an action is replace, remove, convert, edit or suggest"),
        (RULE + "action: {name: edit, params: [trim]}\n", "'edit' takes one of"),
    ],
)
def test_a_mistake_is_shown_at_its_place(text: str, message: str) -> None:
    rule, problems = decode(text)
    assert rule is None
    assert any(message in problem.message for problem in problems)
    assert all(problem.breaking for problem in problems)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("extends: script\nmessage: x\nscript: x\n", "it needs an interpreter of Tengo"),
        ("extends: sequence\nmessage: x\ntokens: [{tag: NN}]\n", "it needs the part-of-speech tags"),
        ("extends: spelling\nmessage: x\n", "it needs a Hunspell dictionary"),
        ("extends: existense\nmessage: x\n", "there is no such point (did you mean 'existence'?)"),
        ("extends: Google.Passive\nlevel: error\n", "does not extend one rule by another"),
        (RULE + "scope: alt\n", "scope 'alt' is not supported"),
    ],
)
def test_what_cannot_be_run_is_skipped_with_the_reason(text: str, reason: str) -> None:
    rule, (problem,) = decode(text)
    assert rule is None
    assert problem.message.startswith("skipped: Style.Rule")
    assert reason in problem.message
    assert not problem.breaking


def test_a_word_of_yaml_stays_a_word() -> None:
    rule, problems = decode("extends: existence\nmessage: x\ntokens: [on, 12:30, no]\n")
    assert problems == []
    assert rule is not None
    assert rule.spec.tokens == ("on", "12:30", "no")  # type: ignore[union-attr]


def test_an_alternative_may_stand_twice() -> None:
    _, problems = decode("extends: existence\nmessage: x\ntokens: [here's, here's]\n")
    assert problems == []


def test_places_of_a_message_are_numbered() -> None:
    assert template("100%% of '%s', not '%s'").render({"0": "a", "1": "b"}) == "100% of 'a', not 'b'"
    assert template("%[2]s before %[1]s").render({"0": "a", "1": "b"}) == "b before a"


def test_the_dialects_are_told_apart() -> None:
    assert is_vale(parse(RULE, "x.yml"))
    assert not is_vale(parse("paralint: 1\n" + RULE, "x.yml"))
    assert not is_vale(parse("code: ABC001\n" + RULE, "x.yml"))
    assert not is_vale(parse("language: ruby", "x.yml"))
    assert not is_vale(parse("[a]", "x.yml"))


def test_the_id_is_folder_and_file() -> None:
    assert identifier("styles/Google/Passive.yml") == "Google.Passive"


@pytest.fixture
def styles(tmp_path: Path) -> Path:
    style = tmp_path / "styles" / "House"
    style.mkdir(parents=True)
    (style / "Very.yml").write_text(RULE, encoding="utf-8")
    (style / "Script.yml").write_text("extends: script\nmessage: x\nscript: x\n", encoding="utf-8")
    (style / "meta.json").write_text("{}", encoding="utf-8")
    (style / ".travis.yml").write_text("language: ruby\n", encoding="utf-8")
    hidden = tmp_path / "styles" / ".vale-config"
    hidden.mkdir()
    (hidden / "x.yml").write_text("a: b\n", encoding="utf-8")
    return tmp_path / "styles"


def test_only_rules_of_a_pack_are_read(styles: Path) -> None:
    ruleset = load([styles])
    assert [rule.code for rule in ruleset.rules] == ["House.Very"]
    assert [problem.breaking for problem in ruleset.problems] == [False]


def test_a_style_is_selected_by_its_name(styles: Path) -> None:
    rules = load([styles]).rules
    assert select(rules, ["House"]) == rules
    assert select(rules, ["House.Very"]) == rules
    assert select(rules, ["ALL"], ignored=["House.Very"]) == ()


@pytest.mark.parametrize(
    ("case", "wrong"),
    [
        ("{input: It is very., want: \"1:7:Style.Rule:No 'very'.\"}", False),
        ("{input: It is very., want: ''}", True),
        ("{input: It is `very`., want: ''}", False),
        ("{input: It is very., contains: \"No 'very'\"}", False),
        ("{input: It is very., contains: [Style.Other]}", True),
        ("{input: It is very., absent: Style.Rule}", True),
        ("{input: It is `very`., format: txt, absent: [Style.Rule]}", True),
    ],
)
def test_the_tests_of_a_rule_are_run(case: str, wrong: bool) -> None:
    rule, problems = decode(RULE + f"tests:\n  - {case}\n")
    assert problems == []
    assert rule is not None
    (found,) = cases([rule])
    assert (found.verify() is not None) is wrong
