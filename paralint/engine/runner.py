"""The runner: files times settings, in this process or in several, reports in the order of the files."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from paralint.engine.linter import Linter
from paralint.engine.notices import BREAKING, UNREADABLE
from paralint.engine.report import FileReport
from paralint.engine.settings import Settings, without_ignored
from paralint.ruleset.rule import Rule
from paralint.text.document import Document
from paralint.text.read import document
from paralint.text.source import Source, SourceError, read_source
from paralint.text.words import TokenKind

Rules = Mapping[Settings, Sequence[Rule]]

_SMALL = 1_000_000  # bytes: below this, starting processes costs more than it saves


class Job(NamedTuple):
    """One file to lint.

    Attributes:
        path: the file; its name is reported as the user gave it.
        settings: the settings that apply to it.
        data: its bytes, where they do not come from the file (standard input).
    """

    path: Path
    settings: Settings
    data: bytes | None = None


def lint_file(job: Job, linter: Linter) -> FileReport:
    """Lint one file. Never raises for what is in the file."""
    name = str(job.path)
    try:
        source = read_source(job.path, job.settings.max_bytes) if job.data is None else Source.from_bytes(job.data)
    except SourceError as error:
        return FileReport(name, "", (UNREADABLE.finding(error.message),), broken=True)
    text = document(name, source.text)
    findings = without_ignored(linter.lint(text), name, job.settings)
    broken = any(finding.code in BREAKING for finding in findings)
    return FileReport(name, source.text, tuple(findings), count_words(text), broken)


def count_words(text: Document) -> int:
    words = [kind in (TokenKind.WORD, TokenKind.NUMBER) for kind in (word.kind for word in text.tokens.types)]
    return sum(words[number] for number in text.tokens.ids)


def run(jobs: Sequence[Job], rules: Rules, processes: int | None = None) -> Iterator[FileReport]:
    """Yield a report for each job, in order.

    Args:
        jobs: the files.
        rules: the rules of each settings that a job has.
        processes: how many processes; 0 means one per processor, None chooses by the size of the files.
    """
    count = _processes(jobs, processes)
    if count <= 1:
        yield from _serially(jobs, rules)
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    done = 0
    try:
        # Spawned workers share nothing with this process, so they behave alike on every platform.
        with ProcessPoolExecutor(count, get_context("spawn"), _prepare, (rules,)) as pool:
            for report in pool.map(_work, jobs, chunksize=max(1, len(jobs) // (count * 8))):
                yield report
                done += 1
    except BrokenProcessPool:
        # A worker was killed (out of memory, say): finish here rather than lose the rest.
        yield from _serially(jobs[done:], rules)


def _serially(jobs: Sequence[Job], rules: Rules) -> Iterator[FileReport]:
    linters = {settings: Linter(chosen) for settings, chosen in rules.items()}
    for job in jobs:
        yield lint_file(job, linters[job.settings])


_linters: dict[Settings, Linter] = {}  # of a worker process, filled once when it starts


def _prepare(rules: Rules) -> None:
    _linters.update((settings, Linter(chosen)) for settings, chosen in rules.items())


def _work(job: Job) -> FileReport:
    return lint_file(job, _linters[job.settings])


def _processes(jobs: Sequence[Job], wanted: int | None) -> int:
    available = os.cpu_count() or 1
    if wanted is not None:
        return min(wanted or available, len(jobs))
    if len(jobs) < 2:
        return 1
    size = 0
    for job in jobs:
        try:
            size += len(job.data) if job.data is not None else job.path.stat().st_size
        except OSError:
            continue
        if size > _SMALL:
            return min(available, len(jobs))
    return 1
