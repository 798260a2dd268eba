"""The runner: files times settings, in this process or in several, reports in the order of the files."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from paralint.data import DataError
from paralint.engine.chosen_rules import AnyRule, without_ignored
from paralint.engine.language_model.rules import OddRule
from paralint.engine.languagetool.rules import LanguageToolRule
from paralint.engine.linter import Linter
from paralint.engine.notices import BREAKING, UNAVAILABLE, UNREADABLE, UNWRITABLE
from paralint.engine.report import FileReport
from paralint.engine.score import count_sentences, score_document
from paralint.engine.settings import Settings
from paralint.engine.suppressions import without_suppressed
from paralint.evidence.restatements.restatements import restatements
from paralint.findings import Finding
from paralint.ruleset.rule import Rule
from paralint.text.document import Document
from paralint.text.read import document
from paralint.text.source import Source, SourceError, read_source
from paralint.values import NamedTuple

if TYPE_CHECKING:
    from paralint.engine.baseline import Baseline
    from paralint.engine.languagetool.layer import Servers
    from paralint.engine.opinions import Layer

Rules = Mapping[Settings, Sequence[AnyRule]]

_SMALL = 1_000_000  # bytes: below this, starting processes costs more than it saves
_CHUNK = 8  # files that a worker is handed at once: few, so that reports come early


class Fixing(NamedTuple):
    """How findings are mended.

    Attributes:
        unsafe: whether fixes that may change what is said are applied too.
        write: whether the file gets the new text.
    """

    unsafe: bool = False
    write: bool = True


class Job(NamedTuple):
    """One file to lint.

    Attributes:
        path: the file; its name is reported as the user gave it.
        settings: the settings that apply to it.
        data: its bytes, where they do not come from the file (standard input).
        fixing: which fixes are applied to it, and whether they are written into the file.
    """

    path: Path
    settings: Settings
    data: bytes | None = None
    fixing: Fixing | None = None


def lint_file(job: Job, linter: Linter, layers: Sequence[Layer] = (), baseline: Baseline | None = None) -> FileReport:
    """Lint one file, but for what its baseline knows. Never raises for what is in the file."""
    name = str(job.path)
    try:
        source = read_source(job.path, job.settings.max_bytes) if job.data is None else Source.from_bytes(job.data)
    except SourceError as error:
        return FileReport(name, "", (UNREADABLE.finding(error.message),), broken=True)
    lint = partial(_findings, job=job, linter=linter, layers=layers, baseline=baseline)
    if job.fixing is None:
        text = document(name, source.text)
        return _report(job, text, lint(text))
    return _mended(job, source, lint)


def _findings(
    text: Document, job: Job, linter: Linter, layers: Sequence[Layer], baseline: Baseline | None
) -> list[Finding]:
    findings = linter.lint(text)
    for layer in layers:
        findings = layer.join(text, findings)
    if layers:
        findings = without_suppressed(text, findings)
    findings = without_ignored(findings, str(job.path), job.settings)
    return findings if baseline is None else baseline.new(job.path, text.text, findings)


def _mended(job: Job, source: Source, lint: Callable[[Document], list[Finding]]) -> FileReport:
    """Return the report of a file after its fixes. Where these cannot be written, all is as it was."""
    from paralint.engine.fixes import mend
    from paralint.engine.saving import save

    assert job.fixing is not None
    given = document(str(job.path), source.text)
    mended = mend(given, lint, job.fixing.unsafe)
    if not mended.fixes:
        return _report(job, mended.document, mended.findings)
    if job.fixing.write and job.data is None:
        try:
            save(job.path, source.encode(mended.document.text))
        except OSError as error:
            notice = UNWRITABLE.finding(f"its fixes cannot be written: {error.strerror or error}")
            return _report(job, given, [notice, *lint(given)])
    report = _report(job, mended.document, mended.findings)
    return report._replace(fixes=mended.fixes, original=source.text)


def _report(job: Job, text: Document, findings: list[Finding]) -> FileReport:
    scored = None
    try:
        scored = score_document(text, findings)
    except DataError as error:
        findings.append(UNAVAILABLE.finding(f"no score: {error}"))
    broken = any(finding.code in BREAKING for finding in findings)
    told = text.derived(restatements)
    rate = None if told is None else told.rate
    words, sentences = text.word_count, count_sentences(text)
    text.forget()
    return FileReport(str(job.path), text.text, tuple(findings), words, broken, rate, sentences, scored)


def is_wanted(report: FileReport, settings: Settings) -> bool:
    """Whether a report is told at all: its score is high enough, or its file could not be checked completely."""
    score = report.score
    return report.broken or score is None or score.points >= settings.min_score


def run(jobs: Sequence[Job], rules: Rules, processes: int | None = None) -> Iterator[FileReport]:
    """Yield a report for each job, in order, but for texts whose score is below the ``min_score`` of their settings.

    Args:
        jobs: the files.
        rules: the rules of each settings that a job has.
        processes: how many processes; 0 means one per processor, None chooses by the size of the files.
    """
    for job, report in zip(jobs, _reports(jobs, rules, processes), strict=True):
        if is_wanted(report, job.settings):
            yield report


def _reports(jobs: Sequence[Job], rules: Rules, processes: int | None) -> Iterator[FileReport]:
    with _serving(rules) as servers:
        count = _processes(jobs, processes)
        if count <= 1:
            yield from _serially(jobs, rules, servers)
            return
        from concurrent.futures import ProcessPoolExecutor
        from concurrent.futures.process import BrokenProcessPool
        from multiprocessing import active_children, get_context

        others = active_children()
        done = 0
        try:
            # Spawned workers share nothing with this process, so they behave alike on every platform.
            with ProcessPoolExecutor(count, get_context("spawn"), _prepare, (rules, servers)) as pool:
                try:
                    for report in pool.map(_work, jobs, chunksize=min(_CHUNK, -(-len(jobs) // count))):
                        yield report
                        done += 1
                finally:
                    if done < len(jobs):  # nobody wants the rest: a closed pipe, an interrupt
                        pool.shutdown(wait=False, cancel_futures=True)
                        for worker in active_children():
                            if worker not in others:
                                worker.terminate()
        except BrokenProcessPool:
            # A worker was killed (out of memory, say): finish here rather than lose the rest.
            yield from _serially(jobs[done:], rules, servers)


class _Bench(NamedTuple):
    """What files of one settings are linted with."""

    linter: Linter
    layers: tuple[Layer, ...]
    baseline: Baseline | None


def _serving(rules: Rules) -> AbstractContextManager[Servers]:
    """Provide the servers of LanguageTool that any of the files asks for."""
    wanted = [
        settings.languagetool
        for settings, chosen in rules.items()
        if any(isinstance(rule, LanguageToolRule) for rule in chosen)
    ]
    if not wanted:
        return nullcontext({})
    from paralint.engine.languagetool.layer import serving

    return serving(wanted)


def _bench(settings: Settings, chosen: Sequence[AnyRule], servers: Servers) -> _Bench:
    ours = [rule for rule in chosen if isinstance(rule, Rule)]
    layers = tuple(_layers(settings, chosen, ours, servers))
    return _Bench(Linter(ours), layers, _baseline(settings))


def _baseline(settings: Settings) -> Baseline | None:
    if settings.baseline is None:
        return None
    from paralint.engine.baseline import read_baseline

    return read_baseline(settings.baseline)


def _layers(settings: Settings, chosen: Sequence[AnyRule], ours: Sequence[Rule], servers: Servers) -> Iterator[Layer]:
    """Yield the optional layers that are on. The language model comes last: it counts what was found before it."""
    ltl = [rule for rule in chosen if isinstance(rule, LanguageToolRule)]
    if ltl:
        from paralint.engine.languagetool.layer import Layer as LanguageTool

        yield LanguageTool(ltl, settings.languagetool, servers)
    odd = [rule for rule in chosen if isinstance(rule, OddRule)]
    if odd and settings.language_model is not None:
        from paralint.engine.language_model.layer import Layer as LanguageModel

        doubted = frozenset(rule.code for rule in ours if rule.confirmed)
        yield LanguageModel(odd, settings.language_model, settings.names, doubted, alone=not ours)


def _benches(rules: Rules, servers: Servers) -> dict[Settings, _Bench]:
    return {settings: _bench(settings, chosen, servers) for settings, chosen in rules.items()}


def _serially(jobs: Sequence[Job], rules: Rules, servers: Servers) -> Iterator[FileReport]:
    _kept[:] = [benches := _benches(rules, servers)]
    for job in jobs:
        yield lint_file(job, *benches[job.settings])


_kept: list[dict[Settings, _Bench]] = []  # until the next run: to free rules takes a hundredth of a short one
_of_worker: dict[Settings, _Bench] = {}  # of a worker process, filled once when it starts


def _prepare(rules: Rules, servers: Servers) -> None:
    from threading import Thread

    Thread(target=_end_with_parent, daemon=True).start()
    _of_worker.update(_benches(rules, servers))


def _end_with_parent() -> None:
    """Leave as soon as the process that hands out the work is gone, however it ended: a worker would wait for ever."""
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(job: Job) -> FileReport:
    return lint_file(job, *_of_worker[job.settings])


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
