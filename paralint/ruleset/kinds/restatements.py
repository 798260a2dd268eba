"""``extends: restatements``: two places of a document that tell the same thing."""

from __future__ import annotations

from paralint.ruleset.fields import Fields
from paralint.values import NamedTuple

PARAPHRASE = "paraphrase"
REPEAT = "repeat"
SENTENCE = "sentence"
SLOTS = (
    "quantity",
    "scale",
    "total",
    "arithmetic",
    "duration",
    "date",
    "bound",
    "order",
    "cause",
    "direction",
    "place",
    "negation",
    "antonym",
    "certainty",
    "hedge",
    "state",
    "role",
    "attribute",
    "addressee",
    "speaker",
    "title",
    "gender",
    "event",
)


class RestatementsSpec(NamedTuple):
    """Attributes:
    find: a paragraph that paraphrases an earlier one, a paragraph that repeats one word for word, a sentence that tells
        again what the one before it tells, or the kind of fact in which a restatement contradicts what it restates.
    similar: how alike the two places must be, 0 to 1.
    apart: how alike paragraphs must be that do not stand beside each other (for ``paraphrase``).
    fewest: how many words both must have (for ``paraphrase``, ``repeat`` and ``sentence``).
    """

    find: str
    similar: float
    apart: float
    fewest: int

    @property
    def needs(self) -> frozenset[str]:
        return frozenset()

    @property
    def fields(self) -> frozenset[str]:
        return frozenset({"match", "other", "subject"})

    @classmethod
    def decode(cls, fields: Fields) -> RestatementsSpec:
        return cls(
            find=fields.choice("find", {name: name for name in (PARAPHRASE, REPEAT, SENTENCE, *SLOTS)}),
            similar=fields.number("similar", 0.0),
            apart=fields.number("apart", 0.7),
            fewest=fields.integer("fewest", 8, least=1),
        )
