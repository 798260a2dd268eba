"""What can be wrong with quotation marks, brackets and quoted words."""

from __future__ import annotations

from enum import Enum

from paralint.findings import Edit, Span
from paralint.values import NamedTuple


class Damage(Enum):
    """The kinds of damage, by the word that a rule finds them with."""

    UNCLOSED = "unclosed"  # opens, and nothing ends it
    UNOPENED = "unopened"  # ends, and nothing opened it
    MIXED = "mixed"  # opens with one kind of mark, ends or goes on with another
    DOUBLED = "doubled"  # a mark stands twice
    REOPENED = "reopened"  # opens again at the start of a sentence inside it
    SPACED = "spaced"  # a space stands on the inner side of a mark
    NESTED = "nested"  # stands inside another one and has the same marks
    SWALLOWED = "swallowed"  # a quotation without an end runs on into the narrator's attribution
    UNBROKEN = "unbroken"  # an attribution stands inside a quotation as if the speaker said it
    MISPLACED = "misplaced"  # opens before its attribution instead of behind it
    REVERSED = "reversed"  # faces the wrong way
    PERSON_SHIFT = "person-shift"  # "that" before a quotation in the first person
    DANGLING = "dangling"  # ends its paragraph on a comma
    MISQUOTED = "misquoted"  # the same words are quoted otherwise elsewhere in the document
    UNMARKED = "unmarked"  # direct speech without marks
    STYLE = "style"  # single and double marks take turns
    NO_COMMA = "no-comma"  # a quoted sentence runs into its attribution
    OUTSIDE = "outside"  # the stop of a quoted sentence stands behind its closing mark, elsewhere before it
    BRACKET = "bracket"  # a bracket without its partner
    GLUED = "glued-bracket"  # a bracketed remark without a space behind it


class Defect(NamedTuple):
    """One piece of damage.

    Attributes:
        damage: its kind.
        span: what to show.
        mark: the mark it is about, as it stands.
        expected: the mark that should be there, or "".
        related: the other place that it is about, None where there is none.
        edits: what would mend it; empty where that is not clear.
    """

    damage: Damage
    span: Span
    mark: str = ""
    expected: str = ""
    related: Span | None = None
    edits: tuple[Edit, ...] = ()
