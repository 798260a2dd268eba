"""The kinds of rule: what each may say under ``extends``, read into a typed spec."""

from __future__ import annotations

from paralint.ruleset.kinds.existence import ExistenceSpec
from paralint.ruleset.kinds.mentions import MentionsSpec
from paralint.ruleset.kinds.pattern import PatternSpec
from paralint.ruleset.kinds.quotations import QuotationsSpec
from paralint.ruleset.kinds.repetition import RepetitionSpec
from paralint.ruleset.kinds.restatements import RestatementsSpec
from paralint.ruleset.kinds.substitution import SubstitutionSpec

Spec = (
    ExistenceSpec | SubstitutionSpec | RepetitionSpec | PatternSpec | QuotationsSpec | MentionsSpec | RestatementsSpec
)

KINDS: dict[str, type[Spec]] = {
    "existence": ExistenceSpec,
    "substitution": SubstitutionSpec,
    "repetition": RepetitionSpec,
    "pattern": PatternSpec,
    "quotations": QuotationsSpec,
    "mentions": MentionsSpec,
    "restatements": RestatementsSpec,
}
