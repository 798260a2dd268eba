"""The linter: documents times checks. Knows nothing of files, formats or processes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TypeVar

from paralint.checks import compile_check
from paralint.checks.base import Check
from paralint.checks.expressions import SlowExpressionError
from paralint.data import DataError
from paralint.engine.filters import (
    READ,
    Damage,
    confirmed,
    corroborated,
    damage_of,
    in_order,
    surely_damaged,
    without_duplicates,
    without_echoes,
    without_repeats,
    without_slips_of_speech,
)
from paralint.engine.notices import CRASHED, SLOW, UNAVAILABLE
from paralint.engine.selection import Selection
from paralint.engine.suppressions import RuleName, suppressed, without_suppressed
from paralint.findings import Finding
from paralint.ruleset.kinds.clauses import DAMAGED, ClausesSpec
from paralint.ruleset.rule import PATIENT, Rule
from paralint.text.document import Document

Asked = TypeVar("Asked", int, float)

_Rules = list[tuple[int, list[int]]]  # numbers of rules, and of their windows that are open
_DENSITY = "density"  # rules of this kind look at what the others have found


class Linter:
    """Runs a fixed set of rules over any number of documents.

    Checks are asked only about documents that have what they need (see ``Selection``). A rule whose anchors are known
    beforehand is made ready for the first document that has them.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = tuple(rules)
        self._checks: dict[int, Check] = {}  # by the number of their rules
        self._failed: list[Finding] = []
        self._names = [RuleName(rule.code, rule.name, rule.vale is not None) for rule in rules if not rule.silent]
        self._selection = Selection()
        self._weighing = [number for number, rule in enumerate(rules) if rule.kind == _DENSITY]
        self._silent = frozenset(rule.code for rule in rules if rule.silent)
        for number, rule in enumerate(rules):
            if rule.kind == _DENSITY:
                continue
            anchors = rule.anchors
            if anchors is None:
                try:
                    check = self._checks[number] = compile_check(rule)
                except Exception as error:  # as below: the other rules still run
                    self._failed.append(_notice(rule, error))
                    continue
                anchors = check.anchors
            self._selection.add(number, anchors)

    def lint(self, document: Document) -> list[Finding]:
        """Return the findings in ``document``, sorted. Never raises for what a rule does."""
        findings = list(self._failed)
        sure, unsure, patient = self._by_company(document)
        for number, ways in sure:
            findings += self._findings(number, document, ways)
        if findings or self._fewest:  # or nobody would hear them (see ``corroborated``)
            for number, ways in unsure:
                findings += self._findings(number, document, ways)
        damage = self._damage(document, findings) if patient else Damage.NONE
        for number, ways in patient:
            if damage is Damage.MUCH or self._fewest >= PATIENT:
                findings += self._findings(number, document, ways)
            elif damage is Damage.SOME and self.rules[number].code in self._readers:
                findings += surely_damaged(document, self._findings(number, document, ways))
        if self._weighing and len(findings) > 1:
            findings += self._weighed(document, findings)
        if self._silent:
            findings = [finding for finding in findings if finding.code not in self._silent]
        kept = _told_once(document, suppressed(document, findings, self._names))
        company = self._asked(kept, lambda rule: rule.company)
        if damage is Damage.SOME:
            company.update((code, READ) for code in self._readers & company.keys())
        heard = corroborated(document, kept, company, self._fewest)
        heard = confirmed(document, heard, self._asked(heard, lambda rule: rule.confirmed))
        return in_order(without_repeats(document, heard))

    def _by_company(self, document: Document) -> tuple[_Rules, _Rules, _Rules]:
        """Return the rules that a document has to be asked about, with the ways to ask.

        First come those that are heard alone, then those that are heard where a surer one has found something, and
        those that wait until the text proves to be damaged.
        """
        asked: tuple[_Rules, _Rules, _Rules] = [], [], []
        for number, ways in sorted(self._selection.active(document).items()):
            company = self.rules[number].company
            asked[0 if not company else 1 if company < PATIENT else 2].append((number, ways))
        return asked

    def _damage(self, document: Document, findings: list[Finding]) -> Damage:
        """Return how damaged a document is by what was found in it, slips of speakers apart."""
        counted = without_slips_of_speech(document, findings)
        return damage_of(document, counted, read_along=bool(self._readers))

    def check(self, number: int) -> Check:
        """Return the check of the rule ``rules[number]``."""
        check = self._checks.get(number)
        if check is None:
            check = self._checks[number] = compile_check(self.rules[number])
        return check

    def _asked(self, findings: Iterable[Finding], of: Callable[[Rule], Asked]) -> dict[str, Asked]:
        """Return, by their codes, what those rules ask for that have found something, if they ask for it at all."""
        found = {finding.code for finding in findings} & self._by_code.keys()
        return {code: asked for code in found if (asked := of(self._by_code[code]))}

    @cached_property
    def _readers(self) -> frozenset[str]:
        """The codes of rules that tell what the encoder reads."""
        return frozenset(
            rule.code for rule in self.rules if isinstance(rule.spec, ClausesSpec) and rule.spec.find in DAMAGED
        )

    @cached_property
    def _fewest(self) -> int:
        return min((rule.company for rule in self.rules), default=0)

    @cached_property
    def _by_code(self) -> dict[str, Rule]:
        return {rule.code: rule for rule in self.rules}

    def _findings(self, number: int, document: Document, ways: Sequence[int]) -> Iterable[Finding]:
        try:
            found = list(self.check(number).run_some(document, ways))
            _raise_for_reversed(found)
            return found
        except Exception as error:  # a crash in one rule must not hide what the others found
            return [_notice(self.rules[number], error)]

    def _weighed(self, document: Document, findings: Sequence[Finding]) -> Iterable[Finding]:
        """Return what the density rules make of what would be reported, and of what the silent rules found."""
        from paralint.checks.density import DensityCheck  # no rule of this kind may be chosen

        counted = in_order(_told_once(document, without_suppressed(document, findings)))
        for number in self._weighing:
            try:
                check = self.check(number)
                assert isinstance(check, DensityCheck)
                yield from list(check.weigh(document, counted))
            except Exception as error:  # as above
                yield _notice(self.rules[number], error)


def _raise_for_reversed(findings: Iterable[Finding]) -> None:
    """Raise ValueError for a place that ends before it begins: no other process could be told of it."""
    for finding in findings:
        for span in (finding.span, *(label.span for label in finding.related)):
            if span.end < span.start:
                raise ValueError(f"found a place that ends before it begins: {span.start} to {span.end}")


def _told_once(document: Document, findings: list[Finding]) -> list[Finding]:
    return without_echoes(without_duplicates(without_slips_of_speech(document, findings)))


def _notice(rule: Rule, error: Exception) -> Finding:
    name = f"{rule.code} {rule.name}"
    if isinstance(error, SlowExpressionError):
        return SLOW.finding(f"{name}: {error}")
    if isinstance(error, DataError):
        return UNAVAILABLE.finding(f"{name} was skipped: {error}")
    import traceback  # slow to import, and rules do not crash

    place = traceback.extract_tb(error.__traceback__)[-1]
    module = place.filename.replace("\\", "/").rpartition("paralint/")[2]
    return CRASHED.finding(f"{name} raised {type(error).__name__}: {error} ({module}:{place.lineno})")
