from __future__ import annotations

from collections.abc import Callable

import pytest

from paralint.checks import readability
from paralint.engine.linter import Linter
from paralint.findings import Finding
from paralint.ruleset.problems import Problem
from paralint.ruleset.rule import Rule, decode
from paralint.ruleset.tree import parse
from paralint.text.read import document

EASY = "The cat sat on the mat and the dog lay by the fire. " * 10
HARD = "Considerable methodological limitations notwithstanding, representatives of international organisations " * 16
HEADER = """\
code: RDX001
name: test-measure
summary: A rule of a test
why: It is a test.
extends: readability
message: "{value} {threshold} {other} {library}"
examples: [{bad: "[[x]]"}, {bad: "[[y]]"}, {good: a, why: near}, {good: b}]
"""


def rule(keys: str) -> tuple[Rule | None, list[Problem]]:
    problems: list[Problem] = []
    return decode(parse(HEADER + keys, "x.yml"), problems), problems


@pytest.fixture
def lint() -> Callable[[str, str], list[Finding]]:
    def found(keys: str, text: str) -> list[Finding]:
        decoded, problems = rule(keys)
        assert decoded is not None, problems
        return Linter([decoded]).lint(document("x.txt", text))

    return found


Lint = Callable[[str, str], list[Finding]]


def test_a_threshold_for_the_document(lint: Lint) -> None:
    assert lint("measure: flesch_kincaid_grade\nat-most: 8\n", EASY) == []
    (finding,) = lint("measure: flesch_kincaid_grade\nat-most: 8\n", HARD)
    value, threshold, *library = finding.message.split()
    assert float(value) > 8
    assert threshold == "8"
    assert library[0] == "textstat"
    assert lint("measure: flesch_reading_ease\nat-least: 30\n", EASY) == []
    assert len(lint("measure: flesch_reading_ease\nat-least: 30\n", HARD)) == 1


def test_less_than_100_words_are_not_measured(lint: Lint) -> None:
    assert lint("measure: flesch_kincaid_grade\nat-most: 8\n", HARD[:600]) == []
    _, problems = rule("measure: flesch_kincaid_grade\nat-most: 8\nfewest: 50\n")
    assert "at least 100" in problems[0].message


def test_a_jump_between_paragraphs(lint: Lint) -> None:
    keys = "measure: flesch_kincaid_grade\njump: 10\n"
    text = f"{EASY.strip()}\n\n{HARD.strip()}.\n\nShort one.\n\n{EASY.strip()}\n"
    (finding,) = lint(keys, text)
    assert text[finding.span.start :].startswith("Considerable")
    assert finding.related[0].span.start == 0


@pytest.mark.parametrize("keys", ["", "at-most: 8\nat-least: 1\n"])
def test_a_rule_has_one_threshold(keys: str) -> None:
    _, problems = rule(f"measure: gunning_fog\n{keys}")
    assert "one of 'at-most', 'at-least' and 'jump'" in problems[0].message


@pytest.mark.parametrize(("installed", "reason"), [(None, "is not installed"), ("0.7.13", "0.7.5 to 0.7.8 is needed")])
def test_without_the_library_the_rule_is_skipped(
    lint: Lint, monkeypatch: pytest.MonkeyPatch, installed: str | None, reason: str
) -> None:
    from importlib import metadata

    def version(name: str) -> str:
        if installed is None:
            raise metadata.PackageNotFoundError(name)
        return installed

    monkeypatch.setattr(metadata, "version", version)
    readability._library.cache_clear()
    readability._version.cache_clear()
    try:
        (finding,) = lint("measure: gunning_fog\nat-most: 1\n", EASY)
    finally:
        readability._library.cache_clear()
        readability._version.cache_clear()
    assert finding.code == "PLT004"
    assert reason in finding.message
    assert "was skipped" in finding.message
