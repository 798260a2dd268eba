"""Findings in, text out: one module per format, imported when it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

from paralint.values import NamedTuple

if TYPE_CHECKING:
    from paralint.engine.report import FileReport
    from paralint.findings import Severity

FORMATS: Mapping[str, str] = {
    "concise": "concise",
    "full": "full",
    "json": "json",
    "json-lines": "json_lines",
    "documents": "documents",
    "sarif": "sarif",
    "github": "github",
    "gitlab": "gitlab",
    "junit": "junit",
    "rdjson": "rdjson",
    "html": "html",
}
"""The module of each format, by the name a user gives."""


class RuleInfo(Protocol):
    """What an output tells about a rule beside its findings."""

    @property
    def code(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def summary(self) -> str: ...
    @property
    def severity(self) -> Severity: ...
    @property
    def why(self) -> str: ...
    @property
    def url(self) -> str | None: ...


class Context(NamedTuple):
    """What a format may know beside the reports.

    Attributes:
        version: the version of paralint.
        rules: by code; a finding's rule may be missing.
        color: whether the formats for a terminal use ANSI colours.
        width: columns of the terminal.
    """

    version: str
    rules: Mapping[str, RuleInfo]
    color: bool = False
    width: int = 100


def render(name: str, reports: Iterable[FileReport], context: Context) -> Iterator[str]:
    """Yield the output in format ``name`` piece by piece; every piece can be encoded as UTF-8.

    Formats that need no total up front yield while ``reports`` is still being read.

    Raises:
        KeyError: there is no such format.
    """
    pieces: Iterator[str] = import_module(f"paralint.output.{FORMATS[name]}").render(reports, context)
    return pieces
