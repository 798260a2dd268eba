"""``extends: mentions``: what a document's names say about each other, and what is known of them."""

from __future__ import annotations

from collections.abc import Iterable

from paralint.ruleset.fields import Fields
from paralint.values import NamedTuple

# What can be wrong with a name; the modules of ``paralint.evidence`` say what each is.
FLAWS = (
    "fused", "split", "garbled", "variant", "lowered", "truncated", "likely",  # drift
    "pointed", "national", "acronym-case", "article",  # usage
    "country", "adjective",  # nationality
    "made-up",  # peoples
    "translated", "initials", "acronym",  # institutions
    "known", "behind", "nameless", "hyphenated-title", "half-name",  # persons
    "possessive", "sex", "scrambled", "twice", "run-together", "inside",
    "first-name", "family-name", "no-title",  # address
    "place",  # places
    "other-name", "home-name",  # place_names
    "foreign",  # translated
    "synonym",  # synonyms
    "retold",  # retold_names
    "likely-fixed",  # likely_fixed
    "likely-truncated",  # likely_truncated
    "likely-first-name",  # likely_first_names
    "confused",  # confused_countries
    "likely-sex",  # likely_sex
    "likely-scrambled",  # likely_order
    "near",  # near_names
    "stranger",  # strangers
    "misplaced",  # misplaced_peoples
    "renamed",  # renamed
    "given", "bare-given",  # given_names
)  # fmt: skip


class MentionsSpec(NamedTuple):
    """Attributes:
    find: the flaws that are reported.
    most: how many places of one form are reported at most.
    known: names that are right as they are, whole and in parts.
    """

    find: tuple[str, ...]
    most: int
    known: frozenset[str]

    @property
    def needs(self) -> frozenset[str]:
        return frozenset({"mentions"})

    @property
    def fields(self) -> frozenset[str]:
        return frozenset({"match", "major", "reason"})

    @classmethod
    def decode(cls, fields: Fields) -> MentionsSpec:
        found = fields.choices("find", {flaw: flaw for flaw in FLAWS})
        if not found:
            fields.note("'find' must name at least one flaw", "find", key=True)
        return cls(found, fields.integer("most", 20, least=1), frozenset(fields.texts("known")))

    def with_known(self, names: Iterable[str]) -> MentionsSpec:
        """Return the same for a user who knows more names."""
        return self._replace(known=self.known.union(names))
