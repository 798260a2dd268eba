"""``extends: repetition``: the same word again, right behind itself."""

from __future__ import annotations

from paralint.ruleset.fields import Fields
from paralint.ruleset.kinds.expressions import check_expressions
from paralint.values import NamedTuple


class RepetitionSpec(NamedTuple):
    """Vale's point of this name, over tokens.

    Attributes:
        tokens: regexes that a token must match in full to count.
        max: how many repetitions are allowed; 0 reports the first.
        alpha: only tokens of letters count.
        exceptions: words, in lower case, that may stand twice.
    """

    tokens: tuple[str, ...]
    max: int
    alpha: bool
    ignorecase: bool
    exceptions: tuple[str, ...]

    @property
    def needs(self) -> frozenset[str]:
        return frozenset()

    @property
    def fields(self) -> frozenset[str]:
        return frozenset({"match", "word"})

    @classmethod
    def decode(cls, fields: Fields) -> RepetitionSpec:
        return cls(
            tokens=check_expressions(fields, "tokens") or (r"[^\s]+",),
            max=fields.integer("max", 0),
            alpha=fields.flag("alpha"),
            ignorecase=fields.flag("ignorecase"),
            exceptions=tuple(word.lower() for word in fields.texts("exceptions")),
        )
