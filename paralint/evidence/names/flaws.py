"""What is wrong with a name, as the modules that compare names report it."""

from __future__ import annotations

from paralint.findings import Span
from paralint.values import NamedTuple


class Flaw(NamedTuple):
    """A place where a name is not as it should be.

    Attributes:
        kind: what is wrong, in one word; ``paralint.ruleset.kinds.mentions`` lists them.
        span: the place.
        form: its text.
        major: what should stand there; empty if that cannot be said.
        other: where the document shows it; None if the knowledge is from elsewhere.
        reason: what the judgement rests on, as the end of a sentence.
    """

    kind: str
    span: Span
    form: str
    major: str
    other: Span | None
    reason: str
