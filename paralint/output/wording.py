"""What the outputs say in words: totals and changes."""

from __future__ import annotations

from collections import Counter

from paralint.engine.report import FileReport
from paralint.findings import Edit, Fix, Severity

_PLURAL = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.INFO: "infos"}
_LONG = 60
_SUSPECT = 50.0  # the score from which a document is counted in a summary of many
_NAMES = {
    "NAM": "names",
    "CON": "contradictions",
    "GRM": "grammar",
    "PHR": "phrases",
    "QUO": "quotations",
    "DUP": "duplicates",
}
_RESTATED = 5.0
"""Restatements per 100 sentences: edited text stays below 2 of them, spun text rises above 8."""


def count(number: int, singular: str, plural: str) -> str:
    """Return a number with its noun: ``1 file``, ``2 files``."""
    return f"{number} {singular if number == 1 else plural}"


class Tally:
    """Totals over the reports seen so far.

    Attributes:
        files, files_with_findings: how many there were.
        broken: how many of them could not be checked completely.
        severities: how many findings of each severity.
        highest: the highest score, its file, and what makes it up.
        suspect: how many files have a score that tells of paraphrase.
        restated: the rates of restatements that do, with their files.
    """

    def __init__(self) -> None:
        self.files = 0
        self.files_with_findings = 0
        self.broken = 0
        self.severities: Counter[Severity] = Counter()
        self.highest: tuple[float, str, str] = (0.0, "", "")
        self.suspect = 0
        self.restated: list[tuple[float, str]] = []

    def add(self, report: FileReport) -> None:
        """Count a report in."""
        self.files += 1
        self.files_with_findings += bool(report.findings)
        self.broken += report.broken
        self.severities.update(finding.severity for finding in report.findings)
        if report.score is not None:
            self.suspect += report.score.points >= _SUSPECT
            if report.score.points > self.highest[0]:
                self.highest = (report.score.points, report.filename, composition(report))
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

    def summary(self) -> str:
        """Return all that there is to say: findings, score, restatements."""
        return " ".join(filter(None, (self.sentence(), self.score(), self.restatements())))

    def score(self) -> str:
        """Return ``Score 97 of 100 (names 40, grammar 38, quotations 19).`` or its like; empty where it is 0."""
        points, filename, made_of = self.highest
        if points < 0.5:
            return ""
        if self.files == 1:
            return f"Score {points:.0f} of 100 ({made_of})."
        most = f"{points:.0f} of 100 in {filename} ({made_of})."
        if not self.suspect:
            return f"Highest score: {most}"
        suspects = count(self.suspect, "file has", "files have")
        return f"{suspects} a score of {_SUSPECT:.0f} or more, highest: {most}"

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


def composition(report: FileReport) -> str:
    """Return what the score of a report is made up of in words, the largest part first."""
    if report.score is None:
        return ""
    return ", ".join(f"{_NAMES.get(part.name, part.name)} {part.points:.0f}" for part in report.score.parts)


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
