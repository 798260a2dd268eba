"""Suppressions: comments of a document that take findings away.

    <!-- paralint: ignore[NAM001] as in the court's own record -->      its block, or the next one
    <!-- paralint: disable[GRM, PHR001] --> … <!-- paralint: enable[GRM] -->
    <!-- paralint: ignore-file[DUP] -->
    <!-- vale off --> … <!-- vale on -->                                 rules in Vale's dialect
    <!-- vale Google.Passive = NO --> … <!-- vale Google.Passive = YES -->

Rules are named as on the command line: by code, by the beginning of a code, by name, or ``ALL``. Notices of paralint
about its own work are never taken away. What takes nothing away is itself reported, so that it does not outlive its
reason. With a finding goes what other rules say of the same damage, which would else be shown in its stead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from paralint.engine.compare_rules import RULES as COMPARE_RULES
from paralint.engine.filters import is_told_with
from paralint.engine.language_model.rules import RULES as ODD_RULES
from paralint.engine.languagetool.rules import RULES as LANGUAGETOOL_RULES
from paralint.engine.notices import NOTICES, UNUSED
from paralint.findings import Finding, Span
from paralint.ruleset.load import builtin
from paralint.ruleset.select import Selectable, nearest
from paralint.text import lazy
from paralint.text.comments import Comment
from paralint.text.document import Document
from paralint.text.read import comments
from paralint.values import NamedTuple

_OURS = lazy.pattern(r"paralint:\s*([\w-]*)\s*(?:\[([^\]]*)\])?(.*)", re.DOTALL)
_VALE = lazy.pattern(r"vale\s+(?:(on|off)|([\w.-]+)\s*=\s*(YES|NO))")
_DIRECTIVES = ("ignore", "disable", "enable", "ignore-file")


class RuleName(NamedTuple):
    """What suppressions know a rule by.

    Attributes:
        vale: whether it is a rule in Vale's dialect.
    """

    code: str
    name: str
    vale: bool = False


class Suppression(NamedTuple):
    """Findings of some rules are taken away in some part of a document.

    Attributes:
        selector: the rules that it means.
        region: where; a finding counts by where it begins.
        comment: where it is written.
        vale: it means rules in Vale's dialect only, and is not reported when it takes nothing away.
    """

    selector: str
    region: Span
    comment: Span
    vale: bool = False

    def covers(self, finding: Finding, rule: RuleName) -> bool:
        return self.region.start <= finding.span.start < self.region.end and self.means(rule)

    def means(self, rule: RuleName) -> bool:
        if self.vale and not rule.vale:
            return False
        if self.selector == "ALL" or self.selector in (rule.code, rule.name):
            return True
        # What begins a code of ours is a family or a group; a style of Vale is named in full.
        return rule.code.startswith(f"{self.selector}." if rule.vale else self.selector)


class Read(NamedTuple):
    """The suppressions of a document, and the comments that are meant as such but say nothing."""

    suppressions: tuple[Suppression, ...]
    misread: tuple[tuple[Span, str], ...]


def suppressed(document: Document, findings: Iterable[Finding], rules: Sequence[RuleName]) -> list[Finding]:
    """Return the findings that no comment takes away, with a notice for each suppression that took nothing away.

    Args:
        rules: the rules of the run. A suppression of rules that did not run is not called unused.
    """
    read = document.derive(suppressions)
    if not read.suppressions and not read.misread:
        return list(findings)
    kept, used = _parted(findings, read.suppressions, rules)
    for number, suppression in enumerate(read.suppressions):
        if number in used or suppression.vale:
            continue
        if any(suppression.means(rule) for rule in rules):
            kept.append(UNUSED.finding(f"no finding of {suppression.selector} is suppressed here", suppression.comment))
        elif message := _unknown(suppression.selector):
            kept.append(UNUSED.finding(message, suppression.comment))
    kept += [UNUSED.finding(message, place) for place, message in read.misread]
    return kept


def _unknown(selector: str) -> str:
    """Say which rule was meant where none answers to ``selector``; nothing if it may be one that is not at hand."""
    rules: tuple[Selectable, ...] = (*builtin().rules, *LANGUAGETOOL_RULES, *ODD_RULES, *COMPARE_RULES)
    if any(selector == rule.name or rule.code.startswith(selector) for rule in rules):
        return ""
    hint = nearest(rules, selector)
    return f"no rule of this run answers to '{selector}'{hint}" if hint else ""


def without_suppressed(document: Document, findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings, of whatever layer, that no comment takes away."""
    rules = [RuleName(finding.code, finding.name) for finding in findings]
    return _parted(findings, document.derive(suppressions).suppressions, rules)[0]


def _parted(
    findings: Iterable[Finding], suppressions: Sequence[Suppression], rules: Sequence[RuleName]
) -> tuple[list[Finding], set[int]]:
    """Return what is left of the findings, and the numbers of the suppressions that took any away."""
    known = {rule.code: rule for rule in rules}
    kept: list[Finding] = []
    taken: list[Finding] = []
    used: set[int] = set()
    for finding in findings:
        rule = known.get(finding.code)
        if rule is None or finding.code in NOTICES:
            kept.append(finding)
            continue
        covering = {number for number, one in enumerate(suppressions) if one.covers(finding, rule)}
        used |= covering
        (taken if covering else kept).append(finding)
    return [finding for finding in kept if not any(is_told_with(finding, other) for other in taken)], used


def suppressions(document: Document) -> Read:
    """Read the suppressions of a document, in text order."""
    if "<!--" not in document.text:
        return Read((), ())
    reader = _Reader(document)
    for comment in comments(document.path, document.text):
        reader.read(comment)
    return reader.result()


class _Reader:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._end = len(document.text) + 1
        self._found: list[Suppression] = []
        self._misread: list[tuple[Span, str]] = []
        self._open: list[Suppression] = []

    def read(self, comment: Comment) -> None:
        vale = _VALE.fullmatch(comment.content)
        if vale:
            self._vale(comment, vale)
        elif comment.content.startswith("paralint:"):
            self._ours(comment)

    def result(self) -> Read:
        found = sorted((*self._found, *self._open), key=lambda one: one.comment)
        return Read(tuple(found), tuple(self._misread))

    def _vale(self, comment: Comment, match: re.Match[str]) -> None:
        selector = match[2] or "ALL"
        if match[1] == "off" or match[3] == "NO":
            self._disable(comment, selector, vale=True)
        else:
            self._enable(comment, selector, vale=True)

    def _ours(self, comment: Comment) -> None:
        match = _OURS.fullmatch(comment.content)
        directive = match[1] if match else ""
        selectors = [part.strip() for part in (match[2] or "").split(",") if part.strip()] if match else []
        if directive not in _DIRECTIVES or not selectors:
            self._misread.append(
                (
                    comment.span,
                    f"not understood: write one of {', '.join(_DIRECTIVES)} with rules, as in ignore[NAM001]",
                )
            )
            return
        for selector in selectors:
            if directive == "ignore":
                self._found.append(Suppression(selector, self._block(comment.span), comment.span))
            elif directive == "ignore-file":
                self._found.append(Suppression(selector, Span(0, self._end), comment.span))
            elif directive == "disable":
                self._disable(comment, selector)
            elif not self._enable(comment, selector):
                self._misread.append(
                    (comment.span, f"'{selector}' is not disabled here, so there is nothing to enable")
                )

    def _disable(self, comment: Comment, selector: str, *, vale: bool = False) -> None:
        self._open.append(Suppression(selector, Span(comment.span.end, self._end), comment.span, vale))

    def _enable(self, comment: Comment, selector: str, *, vale: bool = False) -> bool:
        """End what ``selector`` has disabled; return whether there was anything."""
        ended = [one for one in self._open if one.vale is vale and selector in (one.selector, "ALL")]
        # Vale's "on" ends "off" only, not what single rules were told.
        if vale:
            ended = [one for one in ended if one.selector == selector]
        for one in ended:
            self._open.remove(one)
            self._found.append(one._replace(region=Span(one.region.start, comment.span.start)))
        return bool(ended)

    def _block(self, comment: Span) -> Span:
        """Return the extent of the block that a comment stands in, or on a line with, else of the next block."""
        text = self._document.text
        for start, end in self._extents():
            if start > comment.start:
                return Span(start, end)
            if comment.start <= end or "\n" not in text[end : comment.start]:
                return Span(start, end)
        return Span(comment.end, comment.end)

    def _extents(self) -> Iterator[tuple[int, int]]:
        for block in self._document.blocks:
            whole = block.locate(0, len(block.text))
            yield whole.start, whole.end
