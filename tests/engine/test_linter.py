from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import make_rule

from paralint.checks.existence import ExistenceCheck
from paralint.data import DataError
from paralint.engine.linter import Linter
from paralint.findings import Finding, Label, Span
from paralint.ruleset.load import builtin
from paralint.text.document import Document
from paralint.text.read import document

FOO = "extends: existence\ntokens: [foo]"


def test_a_crash_in_one_rule_is_reported_and_hides_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = [make_rule(FOO), make_rule("extends: existence\ntokens: [bar]", code="XYZ002", name="other")]
    original = ExistenceCheck.run

    def run(self: ExistenceCheck, text: Document) -> Iterator[Finding]:
        if self.rule.code == "XYZ001":
            raise ZeroDivisionError("oh")
        return original(self, text)

    monkeypatch.setattr(ExistenceCheck, "run", run)
    crashed, found = Linter(rules).lint(document("x.txt", "foo bar"))
    assert (crashed.code, found.code) == ("PLT002", "XYZ002")
    assert "XYZ001 test-rule raised ZeroDivisionError: oh" in crashed.message


def test_a_place_that_ends_before_it_begins_is_reported_and_hides_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Such a place could not be handed from one process to another."""
    rules = [make_rule(FOO), make_rule("extends: existence\ntokens: [bar]", code="XYZ002", name="other")]
    original = ExistenceCheck.run

    def run(self: ExistenceCheck, text: Document) -> Iterator[Finding]:
        for finding in original(self, text):
            turned = Label(Span(finding.span.end, finding.span.start), "here")
            yield finding._replace(related=(turned,)) if self.rule.code == "XYZ001" else finding

    monkeypatch.setattr(ExistenceCheck, "run", run)
    crashed, found = Linter(rules).lint(document("x.txt", "foo bar"))
    assert (crashed.code, found.code) == ("PLT002", "XYZ002")
    assert "ends before it begins: 3 to 0" in crashed.message


def test_a_missing_layer_is_a_notice(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(self: ExistenceCheck, text: Document) -> Iterator[Finding]:
        raise DataError("paralint/data/tagger.bin: cut short")

    monkeypatch.setattr(ExistenceCheck, "run", run)
    (notice,) = Linter([make_rule(FOO)]).lint(document("x.txt", "foo"))
    assert notice.code == "PLT004"
    assert "cut short" in notice.message


def test_a_slow_regex_is_a_notice_and_hides_nothing() -> None:
    rules = [
        make_rule("extends: existence\nnonword: true\ntokens: ['(.*?,){25}P']"),
        make_rule("extends: existence\ntokens: [bar]", code="XYZ002", name="other"),
    ]
    text = "bar P" + "," * 20 + "a,b" * 40_000
    assert {finding.code for finding in Linter(rules).lint(document("x.txt", text))} == {"PLT003", "XYZ002"}


def test_checks_are_only_asked_where_their_words_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    original = ExistenceCheck.run

    def run(self: ExistenceCheck, text: Document) -> Iterator[Finding]:
        asked.append(self.rule.code)
        return original(self, text)

    monkeypatch.setattr(ExistenceCheck, "run", run)
    linter = Linter(
        [
            make_rule(FOO),
            make_rule("extends: existence\ntokens: [bar]", code="XYZ002", name="b"),
            make_rule("extends: existence\ntokens: ['ba+r']", code="XYZ003", name="c"),
            make_rule("extends: existence\ntokens: ['qux+']", code="XYZ004", name="d"),
        ]
    )
    linter.lint(document("x.txt", "a foo, a baaar"))
    assert asked == ["XYZ001", "XYZ003"]


TEXTS = st.text(st.sampled_from("ab tTheé’'\"“” ,.!?\n()[]0123-—"), max_size=200) | st.text(max_size=60)


@settings(deadline=None, max_examples=60)
@given(TEXTS, st.sampled_from([".txt", ".md", ".html"]))
def test_any_text_is_linted_without_a_crash(text: str, suffix: str) -> None:
    findings = Linter(builtin().rules).lint(document(f"x{suffix}", text))
    keys = [(finding.span.start, -finding.span.end, finding.code, finding.message) for finding in findings]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)
    for finding in findings:
        assert not finding.code.startswith("PLT"), finding.message
        assert 0 <= finding.span.start < finding.span.end <= len(text)
        for label in finding.related:
            assert 0 <= label.span.start < label.span.end <= len(text)


@settings(deadline=None, max_examples=30)
@given(TEXTS, st.integers(1, 3))
def test_blank_lines_in_front_move_findings_and_change_nothing_else(text: str, count: int) -> None:
    linter = Linter(builtin().rules)
    before = linter.lint(document("x.txt", text))
    after = linter.lint(document("x.txt", "\n\n" * count + text))
    assert [(f.code, f.span.start + 2 * count, f.message) for f in before] == [
        (f.code, f.span.start, f.message) for f in after
    ]
