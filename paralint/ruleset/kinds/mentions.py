"""``extends: mentions``: what a document's names say about each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from paralint.ruleset.fields import Fields

RELATIONS = ("fused", "split", "garbled", "variant", "lowered", "truncated")


@dataclass(frozen=True, slots=True)
class MentionsSpec:
    """Attributes:
    find: how the reported mention relates to the one it is held against.
    most: how many places of one form are reported at most.
    """

    find: str
    most: int

    needs: ClassVar[frozenset[str]] = frozenset({"mentions"})
    fields: ClassVar[frozenset[str]] = frozenset({"match", "major", "reason"})

    @classmethod
    def decode(cls, fields: Fields) -> MentionsSpec:
        return cls(
            find=fields.choice("find", {relation: relation for relation in RELATIONS}),
            most=fields.integer("most", 20, least=1),
        )
