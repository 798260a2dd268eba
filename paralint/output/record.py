"""A finding as the record that ``docs/findings.schema.json`` describes, shared by the JSON formats."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from paralint.engine.fingerprint import fingerprints
from paralint.engine.report import FileReport
from paralint.findings import Finding, Fix, Label, Span
from paralint.output import Context
from paralint.output.places import Texts
from paralint.text.lines import LineIndex


def records(report: FileReport, context: Context) -> Iterator[dict[str, Any]]:
    """Yield the record of each finding of ``report``, keys in the order of the contract."""
    texts = Texts(report)
    lines = texts.own
    about = {"score": None if report.score is None else report.score.points, "restatement_rate": rate(report)}
    prints = fingerprints(report.text, report.findings, report.filename)
    for finding, fingerprint in zip(report.findings, prints, strict=True):
        yield {
            "code": finding.code,
            "name": finding.name,
            "severity": str(finding.severity),
            "confidence": str(finding.confidence),
            "message": finding.message,
            "filename": report.filename,
            **_extent(lines, finding.span),
            "offset": finding.span.start,
            "end_offset": finding.span.end,
            "related": [_related(texts, label) for label in finding.related],
            "fix": None if finding.fix is None else _fix(lines, finding.fix),
            "url": page(finding, context),
            "fingerprint": fingerprint,
            "document": about,
        }


def document_record(report: FileReport) -> dict[str, Any]:
    """Return what ``docs/documents.schema.json`` describes: a document, whatever was found in it."""
    score = report.score
    lines = LineIndex(report.text)
    return {
        "filename": report.filename,
        "complete": not report.broken,
        "words": report.words,
        "sentences": report.sentences,
        "findings": len(report.findings),
        "score": None if score is None else score.points,
        "parts": parts(report),
        "restatement_rate": rate(report),
        "worst": [] if score is None else [{**_extent(lines, one.span), "score": one.points} for one in score.worst],
    }


def parts(report: FileReport) -> dict[str, float]:
    """Return what the score of a report is made up of, the largest part first."""
    return {} if report.score is None else {part.name: part.points for part in report.score.parts}


def rate(report: FileReport) -> float | None:
    """Return the restatements for every 100 sentences, to one decimal."""
    return None if report.rate is None else round(report.rate, 1)


def page(finding: Finding, context: Context) -> str | None:
    """Return the page that explains the finding: its own, else that of its rule."""
    if finding.url is None and finding.code in context.rules:
        return context.rules[finding.code].url
    return finding.url


def _related(texts: Texts, label: Label) -> dict[str, Any]:
    filename, lines = texts.of(label)
    return {"message": label.message, "filename": filename, **_extent(lines, label.span)}


def _fix(lines: LineIndex, fix: Fix) -> dict[str, Any]:
    edits = [{**_extent(lines, edit.span), "content": edit.content} for edit in fix.edits]
    return {"safety": str(fix.safety), "message": fix.message, "edits": edits}


def _extent(lines: LineIndex, span: Span) -> dict[str, Any]:
    (row, column), (end_row, end_column) = lines.location(span.start), lines.location(span.end)
    return {"location": {"row": row, "column": column}, "end_location": {"row": end_row, "column": end_column}}
