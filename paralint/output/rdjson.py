"""Format ``rdjson``: the Reviewdog Diagnostic Format, a ``DiagnosticResult`` of reviewdog's ``reviewdog.proto``.

Its columns count UTF-8 bytes. Readers refuse fields they do not know and only new ones know related locations, so the
other places of a finding stand in its message.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from paralint.engine.report import FileReport
from paralint.findings import Finding, Severity, Span
from paralint.output import Context
from paralint.output.jsontext import json_text
from paralint.output.places import Texts, portable
from paralint.output.record import page
from paralint.text.lines import LineIndex

_SEVERITY = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def render(reports: Iterable[FileReport], context: Context) -> Iterator[str]:
    yield '{"source": {"name": "paralint"}, "diagnostics": ['
    before = "\n"
    for report in reports:
        texts = Texts(report)
        for finding in report.findings:
            yield before + json_text(_diagnostic(report, texts, finding, context))
            before = ",\n"
    yield "\n]}\n"


def _diagnostic(report: FileReport, texts: Texts, finding: Finding, context: Context) -> dict[str, Any]:
    path = portable(report.filename)
    said = [finding.message]
    for label in finding.related:
        other, lines = texts.of(label)
        row, column = lines.location(label.span.start)
        said.append(f"{portable(other)}:{row}:{column}: {label.message}")
    code = {"value": finding.code}
    if url := page(finding, context):
        code["url"] = url
    diagnostic: dict[str, Any] = {
        "message": "\n".join(said),
        "location": {"path": path, "range": _range(report.text, texts.own, finding.span)},
        "severity": _SEVERITY[finding.severity],
        "code": code,
    }
    if finding.fix is not None:
        diagnostic["suggestions"] = [
            {"range": _range(report.text, texts.own, edit.span), "text": edit.content} for edit in finding.fix.edits
        ]
    return diagnostic


def _range(text: str, lines: LineIndex, span: Span) -> dict[str, Any]:
    return {"start": _position(text, lines, span.start), "end": _position(text, lines, span.end)}


def _position(text: str, lines: LineIndex, offset: int) -> dict[str, int]:
    row, column = lines.location(offset)
    before = text[offset - column + 1 : offset]
    return {"line": row, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
