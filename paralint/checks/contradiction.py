"""``contradiction``: report what the words, figures, dates and persons of a document refute among themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from importlib import import_module
from types import ModuleType

from paralint.checks.base import Check, shorten
from paralint.evidence.measures.quantities import quantities
from paralint.evidence.restatements.conflicts import Conflict
from paralint.findings import Finding, Label
from paralint.ruleset.kinds.contradiction import ContradictionSpec
from paralint.ruleset.rule import Anchors, Rule
from paralint.text.document import Document

# The module, and the layer in it, that finds each kind of fact.
# Of the ``WORDS`` that a module may have, a document needs one.
_LAYERS = {
    "gender": ("persons.person_gender", "gender_conflicts"),
    "likely-gender": ("persons.likely_pronouns", "likely_pronouns"),
    "discordant-gender": ("persons.discordant", "discordant_genders"),
    "proportion": ("figures.out_of_proportion", "out_of_proportion"),
    "odds": ("claims.at_odds", "at_odds"),
    "replaced": ("phrases.other_senses", "replaced_words"),
    "day": ("figures.parts_of_day", "parts_of_day"),
    "kin": ("persons.kin_ages", "kin_ages"),
    "form": ("restatements.changed_forms", "changed_forms"),
    "likely-figure": ("figures.likely_figures", "likely_figures"),
    "elsewhere": ("claims.elsewhere", "places_elsewhere"),
    "sum": ("figures.parts_and_wholes", "wrong_sums"),
    "share": ("figures.parts_and_wholes", "wrong_shares"),
    "multiple": ("figures.parts_and_wholes", "wrong_multiples"),
    "conversion": ("figures.conversions", "wrong_conversions"),
    "change": ("figures.changes", "wrong_changes"),
    "worded-change": ("figures.worded_changes", "worded_changes"),
    "near-total": ("figures.near_totals", "near_totals"),
    "years": ("figures.years_counted", "wrong_years"),
    "calendar": ("figures.calendar_dates", "wrong_weekdays"),
    "result": ("figures.results", "wrong_results"),
    "unit": ("figures.figure_slots", "exchanged_units"),
    "digits": ("figures.figure_slots", "turned_digits"),
    "toll": ("figures.figure_slots", "two_tolls"),
    "container": ("claims.fixed_attributes", "two_containers"),
    "position": ("claims.fixed_attributes", "two_positions"),
    "party": ("claims.fixed_attributes", "two_parties"),
    "denial": ("claims.opposed", "denials"),
    "deed": ("claims.opposed", "opposite_deeds"),
    "licence": ("claims.licensing", "unlicensed"),
    "elapsed": ("figures.elapsed", "wrong_intervals"),
    "part": ("figures.limits", "larger_parts"),
    "range": ("figures.limits", "turned_ranges"),
    "difference": ("figures.differences", "wrong_differences"),
    "term": ("figures.custody", "long_terms"),
    "age": ("figures.ages", "wrong_ages"),
    "frequency": ("figures.frequencies", "two_frequencies"),
    "outsider": ("claims.outsiders", "involved_outsiders"),
    "group": ("figures.groups", "wrong_groups"),
    "budget": ("figures.budgets", "turned_budgets"),
    "right": ("claims.rights", "denied_rights"),
    "fraction": ("figures.told_fractions", "wrong_fractions"),
    "beside": ("figures.days_beside", "turned_days"),
    "hour": ("figures.hours", "wrong_hours"),
    "state": ("claims.exclusive", "excluded_states"),
    "phase": ("claims.phases", "turned_phases"),
    "list": ("figures.enumerations", "wrong_lists"),
    "bounds": ("figures.bounds", "impossible_measures"),
    "negations": ("claims.negations", "wrong_negations"),
    "comparison": ("figures.compared", "wrong_comparisons"),
    "reckoning": ("figures.reckoned", "wrong_reckonings"),
    "body": ("claims.fixed_attributes", "two_bodies"),
}
# Those that only compare figures: where a document has none they need not even be imported.
_OF_FIGURES = frozenset(
    {
        "bounds",
        "comparison",
        "day",
        "proportion",
        "reckoning",
        "sum",
        "share",
        "multiple",
        "change",
        "worded-change",
        "near-total",
        "unit",
        "digits",
        "toll",
        "part",
        "difference",
        "term",
    }
)


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
