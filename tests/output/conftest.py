"""Reports that every format is shown: what a run may hand over, from the plain to the odd."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from paralint.engine.report import FileReport
from paralint.engine.score import ParagraphScore, Part, Score
from paralint.findings import Confidence, Edit, Finding, Fix, Label, Safety, Severity, Span
from paralint.output import Context


@dataclass(frozen=True)
class Rule:
    code: str
    name: str
    summary: str
    severity: Severity
    why: str
    url: str | None


ARTICLE = """\
Marta Lindqvist, who has run the ferry line for eleven years, told the harbour board on Tuesday that two of the five \
boats would stay in the yard until spring, and that nobody on the islands should expect the night crossing to come \
back before the engines had been looked at by the makers in Trieste, whose fitters are booked out until the end of May.

The board had asked Martalindqvist for figures. She said the yard wait cost the line a decade-long loss of trust, \
then said it costs three years of trust, and that the board knew.

Nobody answered.


The board's chairman wrote the next morning.
He wrote that the night crossing it return soon.




Marta Lindqvist told the town council on Tuesday that two boats stay.
"""


def span(text: str, quoted: str, nth: int = 1) -> Span:
    start = -1
    for _ in range(nth):
        start = text.index(quoted, start + 1)
    return Span(start, start + len(quoted))


def article() -> FileReport:
    fused = span(ARTICLE, "Martalindqvist")
    returns = span(ARTICLE, "it return")
    findings = (
        Finding(
            "CON002",
            "audience-changes",
            span(ARTICLE, "told the harbour board"),
            "The same statement is addressed to two audiences",
            Severity.WARNING,
            Confidence.MEDIUM,
            related=(Label(span(ARTICLE, "told the town council"), "told the town council here"),),
        ),
        Finding(
            "NAM003",
            "fused-name",
            fused,
            "'Martalindqvist' fuses two names",
            Severity.ERROR,
            related=(Label(span(ARTICLE, "Marta Lindqvist"), "written 'Marta Lindqvist' here"),),
            fix=Fix((Edit(fused, "Marta Lindqvist"),), Safety.UNSAFE),
        ),
        Finding(
            "CON001",
            "period-changes",
            span(ARTICLE, "decade-long"),
            "'decade-long' against 'three years'",
            Severity.ERROR,
            related=(Label(span(ARTICLE, "three years"), "three years here"),),
            url="https://example.org/own-page",
        ),
        Finding(
            "GRM041",
            "missing-verb",
            returns,
            "100% broken, says the rule: 'it return'\nsecond line",
            Severity.INFO,
            fix=Fix(
                (Edit(Span(returns.start, returns.start + 3), ""),),
                Safety.SAFE,
                "drop the pronoun",
            ),
        ),
    )
    scored = Score(
        63.4,
        (Part("CON", 40.1), Part("NAM", 20.2), Part("restatements", 3.1)),
        (ParagraphScore(span(ARTICLE, ARTICLE.split("\n\n")[1]), 71.0),),
    )
    return FileReport(
        "articles/ferry, part 1: board.txt", ARTICLE, findings, words=150, rate=4.16, sentences=9, score=scored
    )


def windows() -> FileReport:
    """CRLF, characters beyond the basic plane, wide and combining ones, a tab, an escape sequence."""
    text = (
        "\U0001f600 東京の塔 cafe\u0301 will't open.\r\n"
        "\r\n"
        "A\ttab and \x1b[31mred\x1b[0m <b>&\u202eright\u202c will't.\r\n"
    )
    first, second = span(text, "will't"), span(text, "will't", 2)
    findings = (
        Finding("GRM001", "wrong-contraction", first, "'will't' is no word", Severity.ERROR, url="javascript:alert(1)"),
        Finding(
            "GRM001",
            "wrong-contraction",
            second,
            "\x1b[2Jno word",
            Severity.ERROR,
            fix=Fix((Edit(second, "won't"), Edit(Span(len(text) - 2, len(text) - 2), "!")), Safety.SAFE),
        ),
        Finding("QUO001", "swallowed-line", Span(first.end, second.start), "spans lines", Severity.WARNING),
    )
    return FileReport("./win\u0301dows.txt", text, findings, words=9)


def broken() -> FileReport:
    notice = Finding("PLT002", "unreadable-file", Span(0, 0), "not UTF-8: byte 0xff at 3", Severity.ERROR)
    return FileReport("raw\udcff.txt", "", (notice,), broken=True)


@pytest.fixture
def reports() -> list[FileReport]:
    clean = FileReport("articles/clean.txt", "All is well.\n", (), words=3, sentences=1, score=Score(0.0))
    return [article(), clean, windows(), broken()]


@pytest.fixture
def context() -> Context:
    rules = [
        Rule(
            "NAM003", "fused-name", "Two names run together", Severity.ERROR, "Why?\nBecause.", "https://example.org/n"
        ),
        Rule("GRM001", "wrong-contraction", "No such contraction", Severity.WARNING, "", None),
    ]
    return Context(version="0.0.1", rules={rule.code: rule for rule in rules})
