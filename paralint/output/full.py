"""Format ``full``: each finding with a drawing of the lines it speaks of, and a closing line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from paralint.engine.report import FileReport
from paralint.output import Context
from paralint.output.cells import visible
from paralint.output.wording import Tally


def render(reports: Iterable[FileReport], context: Context) -> Iterator[str]:
    tally = Tally()
    for report in reports:
        tally.add(report)
        if report.findings:
            from paralint.output.drawing import drawings  # most runs of a hook find nothing

            yield from drawings(report, context)
    yield visible(tally.summary()) + "\n"
