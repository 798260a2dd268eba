"""Format ``documents``: JSON lines, one a document, those without findings too (``docs/documents.schema.json``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from paralint.engine.report import FileReport
from paralint.output import Context
from paralint.output.jsontext import json_text
from paralint.output.record import document_record


def render(reports: Iterable[FileReport], context: Context) -> Iterator[str]:
    for report in reports:
        yield json_text(document_record(report)) + "\n"
