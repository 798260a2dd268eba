from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paralint import data
from paralint.data import DataError
from paralint.engine import score as scores
from paralint.engine.chosen_rules import rules_of
from paralint.engine.linter import Linter
from paralint.engine.runner import Job, is_wanted, lint_file, run
from paralint.engine.score import FAMILIES, RESTATEMENTS, Score, load_weights, score, score_document
from paralint.engine.settings import Settings
from paralint.findings import Confidence, Finding, Label, Severity, Span
from paralint.ruleset.load import builtin
from paralint.ruleset.select import select
from paralint.text.read import document

SPUN = (
    "The mayor will has to explain why the harbour were closed on Monday, and he say nothing.\n\n"
    "They said it was'nt over. The mayor will has to explain why the harbor was closed on Tuesday, and he said nothing."
)
CODES = [f"{family}{number:03}" for family in (*FAMILIES, "RDB", "PLT") for number in range(3)]
FINDINGS = st.lists(
    st.builds(
        Finding,
        code=st.sampled_from(CODES),
        name=st.just("n"),
        span=st.just(Span(0, 1)),
        message=st.just("m"),
        severity=st.sampled_from(Severity),
        confidence=st.sampled_from(Confidence),
        # Told, or hypothesis makes them of classes whose constructors are compiled only when one is made.
        related=st.just(()),
        fix=st.none(),
    ),
    max_size=30,
)
RATES = st.none() | st.floats(0, 10_000)


def error(code: str = "GRM001", start: int = 0, *related: int) -> Finding:
    labels = tuple(Label(Span(place, place + 1), "") for place in related)
    return Finding(code, "n", Span(start, start + 1), "m", Severity.ERROR, related=labels)


@given(FINDINGS, st.integers(0, 100_000), st.integers(0, 5_000), RATES)
def test_a_score_lies_in_its_range_and_is_the_sum_of_its_parts(
    found: list[Finding], words: int, sentences: int, rate: float | None
) -> None:
    result = score(found, words, sentences, rate)
    assert 0 <= result.points <= 100
    assert sum(part.points for part in result.parts) == pytest.approx(result.points, abs=0.5)
    assert all(part.points > 0 for part in result.parts)
    assert list(result.parts) == sorted(result.parts, key=lambda part: (-part.points, part.name))


@given(FINDINGS, FINDINGS, st.integers(0, 5_000), RATES)
def test_more_findings_never_make_a_lower_score(
    found: list[Finding], more: list[Finding], words: int, rate: float | None
) -> None:
    assert score([*found, *more], words, 9, rate).points >= score(found, words, 9, rate).points


@given(FINDINGS, RATES, st.randoms())
def test_the_order_of_findings_does_not_matter(found: list[Finding], rate: float | None, dice: st.DataObject) -> None:
    shuffled = list(found)
    dice.shuffle(shuffled)  # type: ignore[attr-defined]
    assert score(shuffled, 300, 9, rate) == score(found, 300, 9, rate)


def test_without_evidence_a_score_is_0() -> None:
    assert score([], 500, 20, 0.0) == score([], 0, 0) == Score(0.0)
    others = ["RDB001", "PLT001", "XYZ001", "DOC001", "LTL003", "CMP001", "NAMING.Terms", "GRM.Passive"]
    assert score([error(code) for code in others], 500, 20) == Score(0.0)


def test_one_slip_says_little_however_short_the_text() -> None:
    for family in FAMILIES:
        assert score([error(f"{family}001")], 5, 1).points < 40


def test_a_text_that_is_full_of_damage_is_near_100() -> None:
    found = [error(f"{family}{number:03}") for family in FAMILIES for number in range(4)]
    assert score(found, 600, 30, 8.0).points > 99


def test_what_one_rule_finds_again_says_less_than_what_another_finds() -> None:
    again = score([error("GRM001")] * 4, 500, 20).points
    other = score([error(f"GRM{number:03}") for number in range(4)], 500, 20).points
    assert again < other


def test_what_is_less_sure_or_less_bad_says_less() -> None:
    values = [
        score([Finding("NAM001", "n", Span(0, 1), "m", severity, confidence)], 300, 10).points
        for severity, confidence in (
            (Severity.INFO, Confidence.HIGH),
            (Severity.WARNING, Confidence.HIGH),
            (Severity.ERROR, Confidence.HIGH),
        )
    ]
    assert values == sorted(values)
    assert score([Finding("NAM001", "n", Span(0, 1), "m", Severity.ERROR, Confidence.LOW)], 300, 10).points < values[2]


def test_the_table_has_a_weight_for_every_kind_of_evidence() -> None:
    weights = load_weights()
    assert weights.intercept < 0
    assert list(weights.parts) == [*FAMILIES, RESTATEMENTS]
    assert min(weights.parts.values()) > 0


def test_the_worst_paragraphs_are_those_that_findings_stand_in_or_point_into() -> None:
    text = document("x.txt", "One two three.\n\nFour five six.\n\nSeven eight nine.\n\nTen eleven.\n\nTwelve.")
    second, third, last = (text.text.index(word) for word in ("Four", "Seven", "Twelve"))
    found = [
        error("GRM001", second),
        error("NAM001", second + 5),
        error("NAM002", third, second),
        error("CON001", last),
    ]
    result = score_document(text, found)
    assert [text.quote(one.span) for one in result.worst] == ["Four five six.", "Seven eight nine.", "Twelve."]
    assert [one.points for one in result.worst] == sorted((one.points for one in result.worst), reverse=True)


def test_restatements_count_only_where_a_rule_has_looked_for_them() -> None:
    text = document("x.txt", SPUN)
    chosen = select(builtin().rules, ["GRM"])
    found = Linter(chosen).lint(text)
    assert RESTATEMENTS not in dict(score_document(text, found).parts)
    every = Linter(select(builtin().rules)).lint(text)
    assert RESTATEMENTS in dict(score_document(text, every).parts)


@pytest.mark.parametrize("table", [b"", b"intercept -3\nNAM one", b"intercept -3\nNAM 1 2", b"\xff"])
def test_a_damaged_table_is_a_notice_and_hides_nothing(
    table: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(scores, "read", lambda name: table if name == scores.TABLE else data.read(name))
    load_weights.cache_clear()
    try:
        with pytest.raises(DataError):
            load_weights()
        path = tmp_path / "x.txt"
        path.write_text("They said it was'nt over.")
        settings = Settings(select=("GRM",), min_score=90)
        report = lint_file(Job(path, settings), Linter(select(builtin().rules, ["GRM"])))
        assert [finding.code for finding in report.findings] == ["GRM001", "PLT004"]
        assert (report.broken, report.score) == (True, None)
        assert is_wanted(report, settings)
    finally:
        load_weights.cache_clear()


def test_a_run_leaves_out_what_scores_below_the_minimum(tmp_path: Path) -> None:
    texts = {"clean.txt": "All is well in the harbour.", "spun.txt": SPUN}
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    (tmp_path / "binary.txt").write_bytes(b"\0\xff")
    names = sorted([*texts, "binary.txt"])
    for least, wanted in ((0, names), (20, ["binary.txt", "spun.txt"]), (100, ["binary.txt"])):
        settings = Settings(min_score=least)
        jobs = [Job(tmp_path / name, settings) for name in names]
        assert [Path(report.filename).name for report in run(jobs, {settings: rules_of(settings).rules}, 1)] == wanted
