"""Format ``sarif``: the Static Analysis Results Interchange Format, OASIS Standard, version 2.1.0 with Errata 01."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from urllib.parse import quote

from paralint.engine.fingerprint import fingerprints
from paralint.engine.report import FileReport
from paralint.findings import Fix, Label, Severity, Span
from paralint.output import Context
from paralint.output.jsontext import json_text
from paralint.output.places import Texts, locate, portable
from paralint.output.record import parts, rate
from paralint.output.wording import remedy
from paralint.text import lazy
from paralint.text.lines import LineIndex

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_FINGERPRINT = "paralint/v1"
# A file name from the system holds each byte that is not UTF-8 as one of U+DC80 to U+DCFF (PEP 383).
_NO_BYTE = lazy.pattern("[\ud800-\udc7f\udd00-\udfff]")


def render(reports: Iterable[FileReport], context: Context) -> Iterator[str]:
    reports = list(reports)
    codes = sorted({finding.code for report in reports for finding in report.findings})
    names = {finding.code: finding.name for report in reports for finding in report.findings}
    driver = {"name": "paralint", "version": context.version, "rules": [_rule(code, names, context) for code in codes]}
    results = [result for report in reports for result in _results(report, codes)]
    run: dict[str, Any] = {
        "tool": {"driver": driver},
        "invocations": [{"executionSuccessful": not any(report.broken for report in reports)}],
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": results,
    }
    scored = [_artifact(report) for report in reports if report.score is not None]
    if scored:
        run["artifacts"] = scored
    rates = {_uri(report.filename): rate(report) for report in reports if report.rate is not None}
    if rates:
        run["properties"] = {"restatementsPer100Sentences": rates}
    yield json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _artifact(report: FileReport) -> dict[str, Any]:
    """Return the ``artifact`` of a document, with its score, what that is made up of, and its restatement rate."""
    assert report.score is not None
    about = {"score": report.score.points, "parts": parts(report)}
    if report.rate is not None:
        about["restatementsPer100Sentences"] = rate(report)
    return {"location": {"uri": _uri(report.filename)}, "properties": about}


def _rule(code: str, names: dict[str, str], context: Context) -> dict[str, Any]:
    """Return the ``reportingDescriptor`` of a rule; one that is not known has only its code and name."""
    if code not in context.rules:
        return {"id": code, "name": names[code]}
    rule = context.rules[code]
    descriptor: dict[str, Any] = {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.why or rule.summary},
        "help": {"text": rule.why or rule.summary},
        "defaultConfiguration": {"level": _LEVEL[rule.severity]},
    }
    if rule.url:
        descriptor["helpUri"] = rule.url
    return descriptor


def _results(report: FileReport, codes: Sequence[str]) -> Iterator[dict[str, Any]]:
    texts = Texts(report)
    lines = texts.own
    artifact = {"uri": _uri(report.filename)}
    prints = fingerprints(report.text, report.findings, report.filename)
    for finding, fingerprint in zip(report.findings, prints, strict=True):
        result: dict[str, Any] = {
            "ruleId": finding.code,
            "ruleIndex": codes.index(finding.code),
            "level": _LEVEL[finding.severity],
            "message": {"text": finding.message},
            "locations": [_location(artifact, lines, finding.span)],
            "partialFingerprints": {_FINGERPRINT: fingerprint},
            "properties": {"confidence": str(finding.confidence)},
        }
        if finding.related:
            result["relatedLocations"] = [
                {"id": number, **_related(texts, label)} for number, label in enumerate(finding.related, 1)
            ]
        if finding.fix is not None and finding.fix.edits:
            result["fixes"] = [_fix(artifact, report.text, lines, finding.fix)]
        yield result


def _related(texts: Texts, label: Label) -> dict[str, Any]:
    filename, lines = texts.of(label)
    return {**_location({"uri": _uri(filename)}, lines, label.span), "message": {"text": label.message}}


def _fix(artifact: dict[str, str], text: str, lines: LineIndex, fix: Fix) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(lines, edit.span), "insertedContent": {"text": edit.content}} for edit in fix.edits
    ]
    return {
        "description": {"text": f"{remedy(text, fix)} ({fix.safety} fix)"},
        "artifactChanges": [{"artifactLocation": artifact, "replacements": replacements}],
    }


def _location(artifact: dict[str, str], lines: LineIndex, span: Span) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": artifact, "region": _region(lines, span)}}


def _region(lines: LineIndex, span: Span) -> dict[str, int]:
    place = locate(lines, span)
    return {
        "startLine": place.row,
        "startColumn": place.column,
        "endLine": place.end_row,
        "endColumn": place.end_column,
    }


def _uri(filename: str) -> str:
    """Return a URI reference: relative for a relative path, a ``file:`` URI for an absolute one."""
    path = _NO_BYTE.sub("\ufffd", portable(filename))
    quoted = quote(path.encode("utf-8", "surrogateescape"), safe="/")
    if path.startswith("/"):
        return f"file://{quoted}"
    return f"file:///{path[:2]}{quoted[4:]}" if re.match("[A-Za-z]:/", path) else quoted
