"""What every module that judges the verbs of a clause yields."""

from __future__ import annotations

from paralint.values import NamedTuple


class Slip(NamedTuple):
    """Words that do not go together.

    Attributes:
        kind: what is wrong, named like the ``find`` of a rule of the kind ``clauses``.
        first: the first token that shows it.
        last: the last one, mostly the verb.
    """

    kind: str
    first: int
    last: int
