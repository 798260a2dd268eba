"""The ODD codes: one for each sort of damage that the model tells apart, with the header that listings know."""

from __future__ import annotations

from paralint.findings import Confidence, Severity
from paralint.ruleset.rule import Status
from paralint.values import NamedTuple


class OddRule(NamedTuple):
    """One ODD code.

    Attributes:
        sort: of damage, as the reader calls it.
    """

    code: str
    name: str
    summary: str
    why: str
    sort: str
    status: Status = Status.STABLE
    severity: Severity = Severity.WARNING
    confidence: Confidence = Confidence.MEDIUM
    since: str = "0.1.0"
    kind: str = "language-model"
    fixable: bool = False
    url: str | None = None

    @property
    def family(self) -> str:
        return self.code[:3]

    def with_severity(self, severity: Severity) -> OddRule:
        return self._replace(severity=severity)


_MANUAL = (
    "A language model that runs on this machine reports this, not a rule; the layer is off unless the setting "
    "'language-model' turns it on. The model has read English, and has learned from damaged articles what damage looks "
    "like. It gives no reason. A place that it is not very sure of is reported only where "
    "the rules have found the document to be damaged, and where a rule reports the same place, only that is shown, "
    "with a note that the model agrees. What it takes for sound of what doubtful rules find is not told."
)


def _rule(number: int, name: str, sort: str, summary: str, meaning: str) -> OddRule:
    return OddRule(f"ODD{number:03}", f"odd-{name}", summary, f"{_MANUAL}\n\n{meaning}", sort)


RULES = (
    _rule(
        1,
        "grammar",
        "grammar",
        "A language model expects other grammar here",
        "This code is for words that are not grammatical where they stand: a wrong form, a wrong preposition, a word "
        "too many or too few.",
    ),
    _rule(
        2,
        "phrase",
        "phrase",
        "A language model expects another word here",
        "This code is for words that are put for others of like meaning and do not go with their neighbours.",
    ),
    _rule(
        3,
        "name",
        "name",
        "A language model expects another name here",
        "This code is for names that are garbled or are not those of the persons, places and bodies that are meant: "
        "the model sees how the article spells them elsewhere.",
    ),
    _rule(
        4,
        "fact",
        "contradiction",
        "A language model expects something else to be told here",
        "This code is for words that contradict what the article says elsewhere. The model is sure of few.",
    ),
    _rule(
        5,
        "quotation",
        "quote",
        "A language model expects a quotation to begin or end here",
        "This code is for words at which speech and report run into one another.",
    ),
)
