"""What the outputs say in words: totals and changes."""

from __future__ import annotations

from collections import Counter

from paralint.engine.report import FileReport
from paralint.findings import Edit, Fix, Severity

_PLURAL = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.INFO: "infos"}
_LONG = 60
_RESTATED = 5.0
"""Restatements per 100 sentences: edited text stays below 2 of them, spun text rises above 8."""


def count(number: int, singular: str, plural: str) -> str:
    return f"{number} {singular if number == 1 else plural}"


class Tally:
    """Totals over the reports seen so far."""

    def __init__(self) -> None:
        self.files = 0
        self.files_with_findings = 0
        self.broken = 0
        self.severities: Counter[Severity] = Counter()
        self.restated: list[tuple[float, str]] = []  # the rates that tell of paraphrase, with their files

    def add(self, report: FileReport) -> None:
        self.files += 1
        self.files_with_findings += bool(report.findings)
        self.broken += report.broken
        self.severities.update(finding.severity for finding in report.findings)
        if report.rate is not None and report.rate > _RESTATED:
            self.restated.append((report.rate, report.filename))

    def sentence(self) -> str:
        """Return ``Found 3 findings (2 errors, 1 warning) in 2 of 5 files.`` or its like."""
        total = self.severities.total()
        if total:
            parts = [
                count(self.severities[severity], str(severity), _PLURAL[severity])
                for severity in sorted(Severity, reverse=True)
                if self.severities[severity]
            ]
            files = count(self.files, "file", "files")
            if self.files_with_findings != self.files:
                files = f"{self.files_with_findings} of {files}"
            said = f"Found {count(total, 'finding', 'findings')} ({', '.join(parts)}) in {files}."
        else:
            said = f"No findings in {count(self.files, 'file', 'files')}."
        if self.broken:
            said += f" {count(self.broken, 'file was', 'files were')} not checked completely."
        return said

    def restatements(self) -> str:
        """Return ``12.7 restatements per 100 sentences.`` or its like; empty where the rate is that of edited text."""
        if not self.restated:
            return ""
        rate, filename = max(self.restated, key=lambda item: item[0])
        if self.files == 1:
            return f"{rate:.1f} restatements per 100 sentences."
        most = f"{rate:.1f} in {filename}"
        if len(self.restated) == 1:
            return f"Restatements per 100 sentences: {most}."
        return f"{len(self.restated)} files with more than {_RESTATED:g} restatements per 100 sentences, most: {most}."


def remedy(text: str, fix: Fix) -> str:
    """Return in words what ``fix`` does to ``text``: its own message, if it has one, and the changes."""
    changes = "; ".join(_change(text, edit) for edit in fix.edits)
    return ": ".join(part for part in (fix.message, changes) if part)


def _change(text: str, edit: Edit) -> str:
    old = _short(text[edit.span.start : edit.span.end])
    new = _short(edit.content)
    if not old:
        return f"insert `{new}`"
    if not new:
        return f"delete `{old}`"
    return f"replace `{old}` with `{new}`"


def _short(text: str) -> str:
    """Return ``text``, its middle left out where it is long."""
    if len(text) <= _LONG:
        return text
    half = _LONG // 2
    return f"{text[:half].rstrip()} … {text[-half:].lstrip()}"
