"""Format ``json``: one array, one finding a line; the contract that tools rely on (``docs/findings.schema.json``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from paralint.engine.report import FileReport
from paralint.output import Context
from paralint.output.jsontext import json_text
from paralint.output.record import records


def render(reports: Iterable[FileReport], context: Context) -> Iterator[str]:
    before = "[\n"
    for report in reports:
        for record in records(report, context):
            yield before + json_text(record)
            before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"
