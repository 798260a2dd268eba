"""Format ``junit``: one test suite a file, one failing test case a finding, as test reports of CI servers read it.

The elements are those of the Ant JUnit task's report, with the attributes ``file`` and ``line`` that GitLab and others
read on a test case. A file without findings is one passing test case; paralint's own trouble with a file is an
``error``, not a ``failure``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from paralint.engine.report import FileReport
from paralint.findings import Finding
from paralint.output import Context
from paralint.output.markup import attribute, content
from paralint.output.places import Texts
from paralint.output.wording import remedy

_OWN_NOTICES = "PLT"


def render(reports: Iterable[FileReport], context: Context) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="paralint">\n'
    for report in reports:
        yield from _suite(report)
    yield "</testsuites>\n"


def _suite(report: FileReport) -> Iterator[str]:
    name = attribute(report.filename)
    errors = sum(_outcome(report, finding) == "error" for finding in report.findings)
    failures = len(report.findings) - errors
    tests = max(1, len(report.findings))
    yield f'  <testsuite name="{name}" tests="{tests}" failures="{failures}" errors="{errors}">\n'
    if not report.findings:
        yield f'    <testcase name="paralint" classname="{name}" file="{name}"/>\n'
    texts = Texts(report)
    for finding in report.findings:
        outcome = _outcome(report, finding)
        row, column = texts.own.location(finding.span.start)
        title = attribute(f"{finding.code} {finding.name} ({row}:{column})")
        yield f'    <testcase name="{title}" classname="{name}" file="{name}" line="{row}">\n'
        yield f'      <{outcome} type="{finding.severity}" message="{attribute(finding.message)}">'
        yield content("\n".join(_details(report, texts, finding)))
        yield f"</{outcome}>\n    </testcase>\n"
    yield "  </testsuite>\n"


def _outcome(report: FileReport, finding: Finding) -> str:
    return "error" if report.broken and finding.code.startswith(_OWN_NOTICES) else "failure"


def _details(report: FileReport, texts: Texts, finding: Finding) -> Iterator[str]:
    row, column = texts.own.location(finding.span.start)
    yield f"{report.filename}:{row}:{column}: {finding.message}"
    for label in finding.related:
        other, lines = texts.of(label)
        row, column = lines.location(label.span.start)
        yield f"{other}:{row}:{column}: {label.message}"
    if finding.fix is not None:
        yield f"help: {remedy(report.text, finding.fix)}"
