"""Format ``concise``: one line a finding, the place first so that terminals and editors can jump to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from paralint.engine.report import FileReport
from paralint.output import Context
from paralint.output.ansi import BOLD, SEVERITY, painted
from paralint.output.cells import visible
from paralint.output.wording import Tally
from paralint.text.lines import LineIndex


def render(reports: Iterable[FileReport], context: Context) -> Iterator[str]:
    tally = Tally()
    for report in reports:
        tally.add(report)
        filename = painted(visible(report.filename), BOLD, context.color)
        lines = LineIndex(report.text)
        for finding in report.findings:
            row, column = lines.location(finding.span.start)
            code = painted(visible(finding.code), SEVERITY[finding.severity], context.color)
            yield f"{filename}:{row}:{column}: {code} [{finding.severity}] {visible(finding.message)}\n"
    yield visible(tally.summary()) + "\n"
