"""Format ``json-lines``: each line is one element of the array of format ``json``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from paralint.engine.report import FileReport
from paralint.output import Context
from paralint.output.jsontext import json_text
from paralint.output.record import records


def render(reports: Iterable[FileReport], context: Context) -> Iterator[str]:
    for report in reports:
        for record in records(report, context):
            yield json_text(record) + "\n"
