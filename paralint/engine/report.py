"""What a run hands to its output: one report per file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from paralint.findings import Finding
from paralint.values import NamedTuple

if TYPE_CHECKING:
    from paralint.engine.score import Score

_NO_OTHERS: Mapping[str, str] = {}


class FileReport(NamedTuple):
    """The outcome for one file.

    Attributes:
        filename: the path as the user gave or met it.
        text: the decoded text that the findings' offsets point into; empty where it could not be read.
        findings: sorted by place, then code.
        words: number of word tokens, for rates; 0 where the file was not read.
        broken: something failed that is no fault of the text (an unreadable file, a crashed rule): exit code 2.
        rate: restatements for every 100 sentences; None where no rule looked for them.
        sentences: number of sentences; 0 where the file was not read.
        score: how strongly the text looks machine-paraphrased; None where the file was not read, or was compared.
        others: the texts of other files that labels of the findings point into, by name.
        fixes: how many fixes were applied, after which ``text`` and ``findings`` are what they are.
        original: the text before these; None where there were none.
    """

    filename: str
    text: str
    findings: tuple[Finding, ...]
    words: int = 0
    broken: bool = False
    rate: float | None = None
    sentences: int = 0
    score: Score | None = None
    others: Mapping[str, str] = _NO_OTHERS
    fixes: int = 0
    original: str | None = None
