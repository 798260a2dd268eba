"""``contradiction``: report what the words, figures, dates and persons of a document refute among themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from importlib import import_module
from types import ModuleType

from paralint.checks.base import Check, shorten
from paralint.evidence.conflicts import Conflict
from paralint.evidence.quantities import quantities
from paralint.findings import Finding, Label
from paralint.ruleset.kinds.contradiction import ContradictionSpec
from paralint.ruleset.rule import Anchors, Rule
from paralint.text.document import Document

# The module, and the layer in it, that finds each kind of fact.
# Of the ``WORDS`` that a module may have, a document needs one.
_LAYERS = {
    "gender": ("person_gender", "gender_conflicts"),
    "sum": ("parts_and_wholes", "wrong_sums"),
    "share": ("parts_and_wholes", "wrong_shares"),
    "multiple": ("parts_and_wholes", "wrong_multiples"),
    "conversion": ("conversions", "wrong_conversions"),
    "change": ("changes", "wrong_changes"),
    "years": ("years_counted", "wrong_years"),
    "calendar": ("calendar_dates", "wrong_weekdays"),
    "result": ("results", "wrong_results"),
    "aftermath": ("aftermath", "unheard_of_events"),
    "unit": ("figure_slots", "exchanged_units"),
    "digits": ("figure_slots", "turned_digits"),
    "toll": ("figure_slots", "two_tolls"),
    "container": ("fixed_attributes", "two_containers"),
    "position": ("fixed_attributes", "two_positions"),
    "party": ("fixed_attributes", "two_parties"),
    "denial": ("denials", "denials"),
    "deed": ("opposite_deeds", "opposite_deeds"),
    "licence": ("licensing", "unlicensed"),
    "elapsed": ("elapsed", "wrong_intervals"),
    "part": ("limits", "larger_parts"),
    "range": ("limits", "turned_ranges"),
    "difference": ("differences", "wrong_differences"),
    "term": ("custody", "long_terms"),
    "age": ("ages", "wrong_ages"),
    "frequency": ("frequencies", "two_frequencies"),
    "outsider": ("outsiders", "involved_outsiders"),
    "group": ("groups", "wrong_groups"),
    "budget": ("budgets", "turned_budgets"),
    "right": ("rights", "denied_rights"),
    "fraction": ("told_fractions", "wrong_fractions"),
    "beside": ("days_beside", "turned_days"),
    "hour": ("hours", "wrong_hours"),
    "state": ("exclusive", "excluded_states"),
    "phase": ("phases", "turned_phases"),
    "list": ("enumerations", "wrong_lists"),
    "body": ("fixed_attributes", "two_bodies"),
}
# Those that only compare figures: where a document has none they need not even be imported.
_OF_FIGURES = frozenset({"sum", "share", "multiple", "change", "unit", "digits", "toll", "part", "difference", "term"})


class ContradictionCheck(Check):
    """Reports one kind of contradiction."""

    def __init__(self, rule: Rule) -> None:
        super().__init__(rule)
        spec = rule.spec
        assert isinstance(spec, ContradictionSpec)
        self.find = spec.find

    @property
    def anchors(self) -> Anchors:
        return Anchors(getattr(self._module, "WORDS", None))

    @cached_property
    def layer(self) -> Callable[[Document], tuple[Conflict, ...]]:
        """What finds the contradictions."""
        layer: Callable[[Document], tuple[Conflict, ...]] = getattr(self._module, _LAYERS[self.find][1])
        return layer

    @property
    def _module(self) -> ModuleType:
        return import_module(f"paralint.evidence.{_LAYERS[self.find][0]}")

    def run(self, document: Document) -> Iterator[Finding]:
        if self.find in _OF_FIGURES and not document.derive(quantities):
            return
        told: set[tuple[str, str, str]] = set()
        for conflict in document.derive(self.layer):
            match, other = (shorten(document.quote(span)) for span in (conflict.here, conflict.there))
            if (match, other, conflict.subject) in told:
                continue  # a refrain, or a table row that stands many times
            told.add((match, other, conflict.subject))
            values = {"match": match, "other": other, "reason": conflict.subject}
            yield self.finding(conflict.here, values, (Label(conflict.there, f"'{other}' here"),))
