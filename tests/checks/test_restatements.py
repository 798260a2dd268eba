from __future__ import annotations

from pathlib import Path

import pytest

from paralint.engine.linter import Linter
from paralint.findings import Finding
from paralint.ruleset.load import load
from paralint.text.read import document

ROOT = Path(__file__).parents[2]
RULES = load([ROOT / "rules" / "duplicates", ROOT / "rules" / "contradictions"]).rules
LINTER = Linter(RULES)


def lint(*paragraphs: str) -> list[Finding]:
    return LINTER.lint(document("t.txt", "\n\n".join(paragraphs)))


CAPTION = "Divers bring up the bell of the ferry Astrid off Rostock on Friday, two hours after the storm had passed"
REWRITE = (
    "On Friday, two hours after the storm had passed, the bell of the ferry Astrid is brought up off Rostock by divers."
)


def test_both_places_of_a_contradiction_are_labelled() -> None:
    text = f"{CAPTION}\n\n{REWRITE.replace('after', 'before')}"
    finding = next(finding for finding in lint(text) if finding.code == "CON005")
    assert text[finding.span.start : finding.span.end] == "hours before the storm"
    (label,) = finding.related
    assert text[label.span.start : label.span.end] == "hours after the storm"
    assert "hours before the storm" in finding.message
    assert "hours after the storm" in finding.message


def test_a_faithful_paraphrase_is_a_duplicate_and_no_contradiction() -> None:
    assert [finding.code for finding in lint(CAPTION, REWRITE)] == ["DUP001"]


def test_a_paragraph_is_reported_as_a_paraphrase_once() -> None:
    findings = lint(CAPTION, REWRITE, REWRITE.replace("bell", "old bell"))
    starts = [finding.span.start for finding in findings if finding.code == "DUP001"]
    assert len(starts) == len(set(starts)) == 2


def test_a_paragraph_repeated_many_times_is_one_finding_with_few_labels() -> None:
    (finding,) = lint(*[REWRITE] * 400)
    assert finding.code == "DUP002"
    assert "400 times" in finding.message
    assert len(finding.related) <= 8


@pytest.mark.parametrize(
    "paragraphs",
    [
        [f"{year} | {year * 7 % 1000} | {year * 13 % 997} | {year % 10}.5" for year in range(1950, 2020)],
        [f"Leeds {a}, Hull {b}; Derby {b}, Stoke {a}; Bury {a + b}, Crewe {a}." for a in range(6) for b in range(6)],
        ["And the wind, and the wind, and the rain, the rain upon the hill"] * 30,
        [
            f"{n}. The tenant shall not sublet the premises of part {n}, schedule {n}, save with consent."
            for n in range(60)
        ],
    ],
    ids=["table", "results", "refrain", "legal"],
)
def test_what_is_alike_by_design_brings_no_flood(paragraphs: list[str]) -> None:
    findings = lint(*paragraphs)
    assert sum(finding.code.startswith("CON") for finding in findings) <= 1
    assert sum(finding.code.startswith("DUP") for finding in findings) <= 1


def test_findings_do_not_depend_on_what_was_linted_before() -> None:
    first = lint(CAPTION, REWRITE.replace("two", "nine"))
    lint(REWRITE, CAPTION)
    assert lint(CAPTION, REWRITE.replace("two", "nine")) == first
