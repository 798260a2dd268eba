"""Format ``gitlab``: a Code Quality report, as GitLab's "Code Quality report format" describes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import Any

from paralint.engine.fingerprint import fingerprints
from paralint.engine.report import FileReport
from paralint.findings import Severity
from paralint.output import Context
from paralint.output.jsontext import json_text
from paralint.output.places import locate, portable
from paralint.text.lines import LineIndex

_SEVERITY = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(reports: Iterable[FileReport], context: Context) -> Iterator[str]:
    before = "[\n"
    for report in reports:
        for issue in _issues(report):
            yield before + json_text(issue)
            before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _issues(report: FileReport) -> Iterator[dict[str, Any]]:
    lines = LineIndex(report.text)
    path = portable(report.filename)
    prints = fingerprints(report.text, report.findings, report.filename)
    for finding, fingerprint in zip(report.findings, prints, strict=True):
        place = locate(lines, finding.span)
        # GitLab shows only one issue of each fingerprint, whatever the file.
        identity = f"{path}\0{fingerprint}".encode("utf-8", "surrogatepass")
        yield {
            "description": f"{finding.code}: {finding.message}",
            "check_name": finding.name,
            "fingerprint": blake2b(identity, digest_size=16).hexdigest(),
            "severity": _SEVERITY[finding.severity],
            "location": {"path": path, "lines": {"begin": place.row, "end": place.end_row}},
        }
