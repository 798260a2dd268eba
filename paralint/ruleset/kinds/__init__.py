"""The kinds of rule: what each may say under ``extends``, read into a typed spec."""

from __future__ import annotations

from paralint.ruleset.kinds.capitalization import CapitalizationSpec
from paralint.ruleset.kinds.conditional import ConditionalSpec
from paralint.ruleset.kinds.consistency import ConsistencySpec
from paralint.ruleset.kinds.existence import ExistenceSpec
from paralint.ruleset.kinds.government import GovernmentSpec
from paralint.ruleset.kinds.mentions import MentionsSpec
from paralint.ruleset.kinds.metric import MetricSpec
from paralint.ruleset.kinds.occurrence import OccurrenceSpec
from paralint.ruleset.kinds.paraphrase import ParaphraseSpec
from paralint.ruleset.kinds.pattern import PatternSpec
from paralint.ruleset.kinds.quotations import QuotationsSpec
from paralint.ruleset.kinds.readability import ReadabilitySpec
from paralint.ruleset.kinds.repetition import RepetitionSpec
from paralint.ruleset.kinds.restatements import RestatementsSpec
from paralint.ruleset.kinds.substitution import SubstitutionSpec

Spec = (
    ExistenceSpec
    | SubstitutionSpec
    | RepetitionSpec
    | OccurrenceSpec
    | ConsistencySpec
    | ConditionalSpec
    | CapitalizationSpec
    | MetricSpec
    | ReadabilitySpec
    | PatternSpec
    | GovernmentSpec
    | QuotationsSpec
    | MentionsSpec
    | RestatementsSpec
    | ParaphraseSpec
)

KINDS: dict[str, type[Spec]] = {
    "existence": ExistenceSpec,
    "substitution": SubstitutionSpec,
    "repetition": RepetitionSpec,
    "occurrence": OccurrenceSpec,
    "consistency": ConsistencySpec,
    "conditional": ConditionalSpec,
    "capitalization": CapitalizationSpec,
    "metric": MetricSpec,
    "readability": ReadabilitySpec,
    "pattern": PatternSpec,
    "government": GovernmentSpec,
    "quotations": QuotationsSpec,
    "mentions": MentionsSpec,
    "restatements": RestatementsSpec,
    "paraphrase-of": ParaphraseSpec,
}
