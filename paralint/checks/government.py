"""``government``: report a preposition or an article that does not fit the words beside it, or the want of one.

What finds them is imported where it is asked for: a run reads the tables of the rules that it has, and no other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain

from paralint.checks.base import Check
from paralint.evidence.grammar.excused_slots import (
    is_day,
    is_misread,
    is_no_complement,
    is_of_another,
    needs_no_preposition,
    readings_of,
    stands_before_relative,
)
from paralint.evidence.grammar.government import NOTHING, Slot, bare_sites, is_passive, object_sites, sites, slot_at
from paralint.evidence.grammar.governors import FILE, VALENCY, Demand, Governors, load
from paralint.findings import Edit, Finding, Span
from paralint.ruleset.kinds.government import GovernmentSpec
from paralint.ruleset.rule import Rule
from paralint.text.document import Document
from paralint.text.morphology import plural

_BEHIND_OBJECTS = frozenset({"to", "for", "with", "than", "before", "about", "from", "of"})
"""Those that may belong to the verb before an object; "of" only before an -ing form."""


class GovernmentCheck(Check):
    """Holds every slot of a document against the table of governors."""

    def __init__(self, rule: Rule) -> None:
        super().__init__(rule)
        spec = rule.spec
        assert isinstance(spec, GovernmentSpec)
        self.spec = spec
        self.missing = spec.find == "missing"

    def run(self, document: Document) -> Iterator[Finding]:
        return _FINDERS.get(self.spec.find, GovernmentCheck._governed)(self, document)

    def _governed(self, document: Document) -> Iterator[Finding]:
        """Report the prepositions that their governor does not take, and the want of one."""
        governors = load(VALENCY if self.spec.find == "valency" else FILE)
        for slot in self._candidates(document, governors):
            demand = governors.demand(self._row(slot.kind), slot.lemma)
            if demand is None or slot.complement not in demand.avoided.get(slot.word, "") or not slot.complement:
                continue
            if not self._excused(document, slot, demand):
                yield self._finding(document, slot.governor, slot.preposition, demand.expected[0])

    def _candidates(self, document: Document, governors: Governors) -> Iterator[Slot]:
        """Yield the slots whose governor has something against the preposition, or the want of one."""
        tags, ids = document.tags, document.tokens.ids
        valency = self.spec.find == "valency"
        # A document has few governors and many places of them: the table is asked once for each type under its tag.
        asked: dict[tuple[str, int, str], tuple[str, str, Mapping[str, str]]] = {}
        found = bare_sites(document) if self.missing else sites(document, governors.avoided)
        if valency:
            found = chain(found, object_sites(document, _BEHIND_OBJECTS))
        for site in found:
            key = site.kind, ids[site.governor], tags[site.governor]
            row = asked.get(key)
            if row is None:
                readings = (
                    readings_of(document, site) if valency else iter([(site.kind, document.lemma(site.governor))])
                )
                row = asked[key] = self._read(governors, readings)
            kind, base, words = row
            if site.word not in words:
                continue
            slot = slot_at(document, site)
            if (
                site.kind == "o"
                and site.word == "of"
                and slot.complement != "g"
                and site.preposition > site.governor + 2
            ):
                continue
            if kind != site.kind:
                if kind == "v" and is_passive(document, site):
                    continue
                slot = slot._replace(kind=kind, lemma=base)
            yield slot

    def _read(self, governors: Governors, readings: Iterator[tuple[str, str]]) -> tuple[str, str, Mapping[str, str]]:
        """Return the first reading of which the table knows something, and which prepositions it avoids."""
        for number, (kind, base) in enumerate(readings):
            demand = governors.demand(self._row(kind), base) if kind in self.spec.kinds else None
            if demand is not None and not (number and demand.expected[0] == NOTHING):
                return kind, base, demand.avoided
        return "", "", {}

    def _row(self, kind: str) -> str:
        """Return the kind of row that tells of a slot.

        In the counted table what a verb takes behind its object is that of its participle: "accuse him of", "accused
        of".
        """
        return "p" if kind == "o" and self.spec.find != "valency" else kind

    def _excused(self, document: Document, slot: Slot, demand: Demand) -> bool:
        """Whether what the table says does not hold of a slot."""
        word = document.tokens.word
        if word(slot.governor).form[:1].isupper() or word(slot.preposition).form[:1].isupper():
            return True
        if not self.in_scope(document, slot.governor) or is_misread(document, slot):
            return True
        if self.spec.find == "valency" and is_of_another(document, slot):
            return True
        if self.missing and needs_no_preposition(document, slot):
            return True
        if is_day(document, slot) or is_no_complement(document, slot):
            return True
        return stands_before_relative(document, slot, demand.expected)

    def _unlikely(self, document: Document) -> Iterator[Finding]:
        """Report the prepositions instead of which another is much more likely."""
        from paralint.evidence.grammar.prepositions import unlikely

        for found in unlikely(document):
            if self.in_scope(document, found.governor):
                yield self._finding(document, found.governor, found.preposition, found.expected)

    def _fixed(self, document: Document) -> Iterator[Finding]:
        """Report the fixed phrases with a wrong preposition."""
        from paralint.evidence.grammar.fixed_phrases import misled

        word = document.tokens.word
        for found in misled(document):
            if self.in_scope(document, found.noun):
                noun, preposition = word(found.noun).form, word(found.preposition).lower
                yield self._told(document, found.preposition, found.noun, noun, preposition, found.expected)

    def _particles(self, document: Document) -> Iterator[Finding]:
        """Report the particles that do not go with a verb and its noun."""
        from paralint.evidence.grammar.phrasal_verbs import misled

        tokens = document.tokens
        for found in misled(document):
            if self.in_scope(document, found.particle):
                verb, particle = tokens.word(found.verb).form, tokens.word(found.particle).lower
                edit = Edit(tokens.span(found.particle, found.particle + 1), found.expected)
                yield self._told(document, found.verb, found.particle, verb, particle, found.expected, edit)

    def _measures(self, document: Document) -> Iterator[Finding]:
        """Report the amounts behind a preposition that they do not take there."""
        from paralint.evidence.grammar.measures import distances, misled

        word = document.tokens.word
        for found in chain(misled(document), distances(document)):
            if self.in_scope(document, found.preposition):
                amount, preposition = word(found.first).form, word(found.preposition).lower
                expected = found.expected or "no preposition"
                yield self._told(document, found.preposition, found.last, amount, preposition, expected)

    def _several(self, document: Document) -> Iterator[Finding]:
        """Report the nouns in the singular behind a quantity of several."""
        from paralint.evidence.grammar.counted import singulars

        tokens = document.tokens
        for found in singulars(document):
            if self.in_scope(document, found.noun):
                quantity, noun = tokens.word(found.quantity).form, tokens.word(found.noun).form
                edit = Edit(tokens.span(found.noun, found.noun + 1), plural(noun))
                yield self._told(document, found.quantity, found.noun, quantity, noun, plural(noun), edit)

    def _bare(self, document: Document) -> Iterator[Finding]:
        """Report the nouns without the determiner that they stand with."""
        from paralint.evidence.grammar.articles import bare_count_nouns, bare_nouns

        word = document.tokens.word
        for found in bare_nouns(document) if self.spec.find == "bare" else bare_count_nouns(document):
            if self.in_scope(document, found.noun):
                before, noun = word(found.before).form, word(found.noun).form
                yield self._told(document, found.before, found.noun, before, noun, "the")

    def _adjuncts(self, document: Document) -> Iterator[Finding]:
        """Report the times and places behind a preposition that they do not take."""
        from paralint.evidence.grammar.adjuncts import foreign

        for found in foreign(document):
            if self.in_scope(document, found.preposition):
                preposition, expected = document.tokens.word(found.preposition).lower, found.expected
                yield self._told(document, found.preposition, found.last, "", preposition, expected or "no preposition")

    def _told(
        self, document: Document, first: int, last: int, governor: str, found: str, expected: str, *edits: Edit
    ) -> Finding:
        """Return the finding from the token ``first`` to the token ``last``."""
        span = document.tokens.span(first, last + 1)
        values = {"match": document.quote(span), "governor": governor, "found": found, "expected": expected}
        return self.finding(span, values, edits=edits or None)

    def _exchanged(self, document: Document) -> Iterator[Finding]:
        """Report the words for which another of their family belongs."""
        from paralint.evidence.grammar.word_families import exchanges

        yield from self._words(document, ((found.word, found.expected) for found in exchanges(document)))

    def _sounding_alike(self, document: Document) -> Iterator[Finding]:
        """Report the words written for others that sound or look like them."""
        from paralint.evidence.grammar.sound_alikes import sound_alikes

        yield from self._words(document, document.derive(sound_alikes))

    def _misspelt(self, document: Document) -> Iterator[Finding]:
        """Report the words that are none and nearly common ones."""
        from paralint.evidence.grammar.misspelt import misspelt

        yield from self._words(document, document.derive(misspelt))

    def _words(self, document: Document, found: Iterable[tuple[int, str]]) -> Iterator[Finding]:
        """Report tokens, each with the word that is expected there."""
        for place, expected in found:
            if self.in_scope(document, place):
                span = document.tokens.span(place, place + 1)
                word = document.quote(span)
                yield self.finding(span, {"match": word, "governor": "", "found": word, "expected": expected})

    def _finding(self, document: Document, governor: int, preposition: int, expected: str) -> Finding:
        tokens = document.tokens
        span = tokens.span(governor, preposition + 1)
        end = tokens.ends[governor]
        values = {
            "match": document.quote(span),
            "governor": tokens.word(governor).form,
            "found": "" if self.missing else tokens.word(preposition).lower,
            "expected": "no preposition" if expected == NOTHING else expected,
        }
        if expected == NOTHING:
            edit = Edit(Span(end, tokens.ends[preposition]), "")
        elif self.missing:
            edit = Edit(Span(end, end), f" {expected}")
        else:
            edit = Edit(tokens.span(preposition, preposition + 1), expected)
        return self.finding(span, values, edits=(edit,))


_FINDERS: Mapping[str, Callable[[GovernmentCheck, Document], Iterator[Finding]]] = {
    "unlikely": GovernmentCheck._unlikely,
    "bare": GovernmentCheck._bare,
    "counted": GovernmentCheck._bare,
    "adjunct": GovernmentCheck._adjuncts,
    "word-class": GovernmentCheck._exchanged,
    "sound-alike": GovernmentCheck._sounding_alike,
    "fixed": GovernmentCheck._fixed,
    "particle": GovernmentCheck._particles,
    "measure": GovernmentCheck._measures,
    "several": GovernmentCheck._several,
    "misspelt": GovernmentCheck._misspelt,
}
