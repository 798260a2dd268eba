"""What an optional layer says beside the rules: one interface, and one way to join what it finds to theirs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from paralint.engine.filters import in_order, without_duplicates
from paralint.findings import Finding, Label, Span
from paralint.text.document import Document
from paralint.values import NamedTuple


class Layer(Protocol):
    """A layer that was asked for, over any number of documents."""

    def join(self, document: Document, findings: Sequence[Finding]) -> list[Finding]:
        """Return ``findings`` and the layer's, sorted; or ``findings`` and a notice that says why it was skipped."""
        ...


class Opinion(NamedTuple):
    """What a layer says of a place.

    Attributes:
        finding: what is reported where no finding of ours says it.
        agreement: what is said of the place where one does.
        is_kin: whether the findings of a family are about the same kind of damage.
    """

    finding: Finding
    agreement: str
    is_kin: Callable[[str], bool]


def with_opinions(findings: Sequence[Finding], opinions: Sequence[Opinion]) -> list[Finding]:
    """Join findings and opinions, sorted. Of two on one place ours is told, and takes the other as a label."""
    ours = list(findings)
    theirs = []
    for opinion in opinions:
        number = _same(ours, opinion)
        if number is None:
            theirs.append(opinion.finding)
            continue
        label = Label(opinion.finding.span, opinion.agreement)
        if label not in ours[number].related:
            ours[number] = ours[number]._replace(related=(*ours[number].related, label))
    return in_order(without_duplicates(ours + theirs))


def _same(ours: Sequence[Finding], opinion: Opinion) -> int | None:
    """Return the number of the finding that stands on the same place, or that overlaps and is of the same kind."""
    span = opinion.finding.span
    overlapping = [number for number, finding in enumerate(ours) if _overlap(finding.span, span)]
    for number in overlapping:
        if ours[number].span == span:
            return number
    return next((number for number in overlapping if opinion.is_kin(ours[number].code[:3])), None)


def _overlap(one: Span, other: Span) -> bool:
    return one.overlaps(other) or one == other
