"""Format ``github``: workflow commands that GitHub Actions shows as annotations of the changed lines.

The syntax and its escapes are those of GitHub's "Workflow commands for GitHub Actions" and of the ``toolkit`` that
reads them. GitHub shows ten annotations of each level for a step.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from paralint.engine.report import FileReport
from paralint.findings import Finding, Severity
from paralint.output import Context
from paralint.output.cells import visible
from paralint.output.places import Texts, locate, portable

_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render(reports: Iterable[FileReport], context: Context) -> Iterator[str]:
    for report in reports:
        texts = Texts(report)
        for finding in report.findings:
            yield _command(texts, finding)


def _command(texts: Texts, finding: Finding) -> str:
    place = locate(texts.own, finding.span)
    path = visible(portable(texts.filename))
    properties: dict[str, str | int] = {"file": path, "line": place.row, "endLine": place.end_row}
    if place.row == place.end_row:  # columns of different lines are refused
        properties |= {"col": place.column, "endColumn": place.end_column}
    properties["title"] = visible(f"{finding.code} {finding.name}")
    said = [visible(finding.message)]
    for label in finding.related:
        other, lines = texts.of(label)
        row, column = lines.location(label.span.start)
        said.append(f"{visible(portable(other))}:{row}:{column}: {visible(label.message)}")
    listed = ",".join(f"{name}={str(value).translate(_PROPERTY)}" for name, value in properties.items())
    message = "\n".join(said).translate(_DATA)
    return f"::{_COMMAND[finding.severity]} {listed}::{message}\n"
