"""``extends: mentions``: what a document's names say about each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from paralint.ruleset.fields import Fields

RELATIONS = ("fused", "garbled", "variant", "lowered")


@dataclass(frozen=True, slots=True)
class MentionsSpec:
    """Attributes:
    find: how the reported mention relates to the one it is held against.
    """

    find: str

    needs: ClassVar[frozenset[str]] = frozenset()
    fields: ClassVar[frozenset[str]] = frozenset({"match", "major", "evidence"})

    @classmethod
    def decode(cls, fields: Fields) -> MentionsSpec:
        return cls(find=fields.choice("find", {relation: relation for relation in RELATIONS}))
