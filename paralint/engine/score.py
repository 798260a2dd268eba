"""The document score: how strongly a text looks machine-paraphrased, 0 to 100, and what makes it up.

A logistic regression of few parameters: one weight for each family of rules, one for the rate of restatements, and an
intercept. ``tools/fit_score.py`` makes them from annotated and clean text and writes ``paralint/data/score.txt``.
docs/score.md tells what they were made from and what the score is worth.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from paralint.data import DataError, read
from paralint.evidence.restatements.restatements import restatements
from paralint.findings import Confidence, Finding, Severity, Span
from paralint.text.document import Document
from paralint.values import NamedTuple

TABLE = "score.txt"
RESTATEMENTS = "restatements"
"""The name of the part that is no family of rules."""
FAMILIES = ("NAM", "CON", "GRM", "PHR", "QUO", "DUP")

_SEVERITY = {Severity.INFO: 0.3, Severity.WARNING: 0.7, Severity.ERROR: 1.0}
_CONFIDENCE = {Confidence.LOW: 0.4, Confidence.MEDIUM: 0.7, Confidence.HIGH: 1.0}
# Words and sentences without findings that every text is credited with, so that one slip says little of a short one.
_CREDIT_WORDS = 200
_CREDIT_SENTENCES = 8
_MOST_PARAGRAPHS = 3
_LEAST_PARAGRAPH = 5.0  # points; below this a paragraph is not named


class Part(NamedTuple):
    """What one kind of evidence adds to a score.

    Attributes:
        name: a family of rules (``GRM``), or ``restatements``.
        points: its share of the score.
    """

    name: str
    points: float


class ParagraphScore(NamedTuple):
    """The score of one paragraph, made from the findings that stand in it or point into it."""

    span: Span
    points: float


class Score(NamedTuple):
    """How strongly a text looks machine-paraphrased.

    Attributes:
        points: 0 (no sign of it) to 100, to one decimal.
        parts: what adds up to that, the largest first.
        worst: the paragraphs with the most evidence, the worst first, three at most.
    """

    points: float
    parts: tuple[Part, ...] = ()
    worst: tuple[ParagraphScore, ...] = ()


class Weights(NamedTuple):
    """The regression.

    Attributes:
        intercept: the log-odds of a text without any evidence.
        parts: the weight of each kind of evidence, none below 0.
    """

    intercept: float
    parts: Mapping[str, float]


def evidence(findings: Iterable[Finding], words: int, sentences: int, rate: float | None) -> dict[str, float]:
    """Return the amount of each kind of evidence in a text: the features of the regression.

    A finding counts by its severity and confidence, and the less, the more of the same rule there are (as the root of
    their number), because one habit of an author is one piece of evidence. What a family has gathered is taken per
    1,000 words and then as a logarithm, because the tenth finding says less than the first. More findings never make
    less evidence.

    Args:
        findings: the findings; those of other families than ``FAMILIES`` do not count.
        words: the number of words of the text.
        sentences: the number of its sentences.
        rate: restatements for every 100 sentences, None where nobody looked for them.
    """
    by_rule: dict[str, float] = {}
    for finding in findings:
        if finding.code[:3] in FAMILIES and finding.code[3:].isdecimal():  # a style of Vale may begin alike
            strength = _SEVERITY[finding.severity] * _CONFIDENCE[finding.confidence]
            by_rule[finding.code] = by_rule.get(finding.code, 0.0) + strength * strength
    gathered: dict[str, float] = {}
    for code in sorted(by_rule):
        gathered[code[:3]] = gathered.get(code[:3], 0.0) + math.sqrt(by_rule[code])
    found = {family: math.log1p(1000 * gathered[family] / (words + _CREDIT_WORDS)) for family in sorted(gathered)}
    if rate:
        found[RESTATEMENTS] = math.log1p(rate * sentences / (sentences + _CREDIT_SENTENCES))
    return found


def score(
    findings: Iterable[Finding], words: int, sentences: int, rate: float | None = None, weights: Weights | None = None
) -> Score:
    """Return the score of a text, without paragraphs. The arguments are those of ``evidence``.

    The probability that the regression gives is stretched so that a text without evidence has 0; the parts divide the
    score in proportion to what each adds to the log-odds. Never falls when a finding is added.

    Raises:
        DataError: if the table of weights is missing or damaged.
    """
    amounts = evidence(findings, words, sentences, rate)
    if not amounts:
        return Score(0.0)
    weights = weights or load_weights()
    added = {name: amount * weights.parts[name] for name, amount in amounts.items()}
    total = sum(added.values())
    least = _probability(weights.intercept)
    points = round(100 * (_probability(weights.intercept + total) - least) / (1 - least), 1)
    parts = [Part(name, round(points * share / total, 1)) for name, share in added.items() if total]
    return Score(points, tuple(sorted((part for part in parts if part.points), key=lambda part: (-part[1], part[0]))))


def score_document(document: Document, findings: Sequence[Finding]) -> Score:
    """Return the score of a document with its worst paragraphs.

    Restatements count where some rule has looked for them already; nothing is computed for the score alone.

    Raises:
        DataError: as ``score``.
    """
    told = document.derived(restatements)
    rate = None if told is None else told.rate
    whole = score(findings, document.word_count, count_sentences(document), rate)
    if not whole.points:
        return whole
    paragraphs = [one for one in score_paragraphs(document, findings) if one.points >= _LEAST_PARAGRAPH]
    worst = sorted(paragraphs, key=lambda one: (-one.points, one.span))
    return whole._replace(worst=tuple(worst[:_MOST_PARAGRAPHS]))


def score_paragraphs(document: Document, findings: Sequence[Finding]) -> list[ParagraphScore]:
    """Return the score of each block of a document, by the findings that begin in it or point into it.

    Raises:
        DataError: as ``score``.
    """
    places = sorted(
        (span.start, number)
        for number, finding in enumerate(findings)
        for span in (finding.span, *(label.span for label in finding.related if label.filename is None))
    )
    scored = []
    place = 0
    for block, words in zip(document.blocks, document.words_by_block, strict=True):
        span = block.locate(0, len(block.text))
        inside: dict[int, None] = {}
        while place < len(places) and places[place][0] <= span.end:
            if places[place][0] >= span.start:
                inside[places[place][1]] = None
            place += 1
        scored.append(ParagraphScore(span, score([findings[number] for number in inside], words, 1).points))
    return scored


def count_sentences(document: Document) -> int:
    return len(document.tokens.sentences) - 1  # the last number closes the list


def _probability(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """Read the table of weights.

    Raises:
        DataError: if it is missing or damaged.
    """
    found: dict[str, float] = {}
    try:
        for line in read(TABLE).decode("utf-8").splitlines():
            if line and not line.startswith("#"):
                name, value = line.split()
                found[name] = float(value)
        return Weights(found.pop("intercept"), {name: found[name] for name in (*FAMILIES, RESTATEMENTS)})
    except (ValueError, KeyError) as error:
        raise DataError(f"paralint/data/{TABLE} is damaged: {error}") from error
