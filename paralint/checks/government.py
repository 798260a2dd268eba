"""``government``: report a preposition or an article that does not fit the words beside it, or the want of one.

What finds them is imported where it is asked for: a run reads the tables of the rules that it has, and no other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain

from paralint.checks.base import Check
from paralint.evidence.grammar.government import (
    BRINGING,
    NOTHING,
    Site,
    Slot,
    bare_sites,
    is_passive,
    object_sites,
    sites,
    slot_at,
)
from paralint.evidence.grammar.governors import FILE, FIXED, VALENCY, Demand, Governors, load
from paralint.evidence.grammar.predicates import agents
from paralint.evidence.measures.series import ordinal_figure
from paralint.evidence.words.closed import words
from paralint.findings import Edit, Finding, Span
from paralint.ruleset.kinds.government import GovernmentSpec
from paralint.ruleset.rule import Rule
from paralint.text.document import Document
from paralint.text.morphology import lemma, plural, verb_forms, word_classes

_BEHIND_OBJECTS = frozenset({"to", "for", "with", "than", "before", "about", "from", "of"})
"""Those that may belong to the verb before an object; "of" only before an -ing form."""
_RELATIVE = 10  # tokens before a governor in which "on which", "to whom" may give it its preposition
_BEFORE_NOUN = frozenset({"JJ", "JJR", "JJS", "CD", "VBN", "VBG"})
_LED_IN = _BEFORE_NOUN | {"DT", "PRP$"}
_DEMONSTRATIVES = frozenset({"this", "that", "these", "those", "each", "all", "both"})
_PHRASE = _BEFORE_NOUN | {"NN", "NNS", "NNP", "NNPS", "POS", "RB", "CC", "PRP$", "DT"}
_COPULAS = frozenset({"is", "was", "be", "been", "seems", "seemed", "very", "so", "more", "most", "particularly"})
_MOTION = frozenset({"lead", "head", "run", "move", "rush", "sail", "fly", "march"})  # led for the exits
_LEARNING = words(
    """
    learn hear get receive take buy know read borrow steal win obtain gather gain collect demand seek want expect order
    find draw derive need copy hide keep remove come go save protect free release face suffer bring send pull
    """
)
_LYING = words("back side stomach belly front knees feet toes heels own elbows haunches")
_STAGES = words(
    "pulpit stage podium platform lectern window balcony dock bench stand stands steps altar rostrum chair doorway"
)
_REACH = 6  # tokens of a noun phrase
_SPEAKING = frozenset({"add", "ask"})  # he added of the man, she asked on the radio
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "VB", "PRP"})


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
                readings = _readings(document, site) if valency else iter([(site.kind, document.lemma(site.governor))])
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
        word = document.tokens.word
        if word(slot.governor).form[:1].isupper() or word(slot.preposition).form[:1].isupper():
            return True
        if not self.in_scope(document, slot.governor) or _is_misread(document, slot):
            return True
        if self.spec.find == "valency" and _is_of_another(document, slot):
            return True
        day = "".join(document.lowers[slot.preposition + 2 : slot.preposition + 3])
        if slot.word == "on" and ordinal_figure(day):
            return True  # "due on the 30th"
        sentence = document.sentence_of(slot.governor)
        first, last = document.tokens.sentences[sentence : sentence + 2]
        if self.missing and (
            _begins_clause(document, slot, last)
            or (slot.kind == "n" and (_is_led_in(document, slot, first) or not _is_surely_noun(document, slot, first)))
        ):
            return True
        before = range(max(first, slot.governor - _RELATIVE), slot.governor - 1)
        return any(word(at).lower in demand.expected and document.tags[at + 1] in ("WDT", "WP") for at in before)

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


def _readings(document: Document, site: Site) -> Iterator[tuple[str, str]]:
    """Yield as what a governor may be read, kind and lemma: as what it was tagged, and as what else its form can be.

    "Devoted" is an adjective and a participle; "customers complained for" has a past tense that looks like one; and
    "specialises" is no noun.
    """
    yield site.kind, document.lemma(site.governor)
    form = document.lowers[site.governor]
    forms = verb_forms(form)
    if site.kind == "a" and "VBN" in forms:
        yield "p", lemma(form, "VBN")
    elif site.kind == "p":
        yield "a", form
    if site.kind in ("a", "p") and "VBD" in forms:
        yield "v", lemma(form, "VBD")
    elif site.kind == "n" and "VBZ" in forms and "noun" not in word_classes(form):
        yield "v", lemma(form, "VBZ")


def _is_misread(document: Document, slot: Slot) -> bool:
    """Whether what the tagger takes for a verb is none, or its preposition begins something else.

    "His serve to level", "the main focuses of" are nouns, "it is worrying for them" an adjective; a "bid of 6 pounds"
    tells an amount, "led for the exits" a direction, "the dive of keeper Ola Berg" whose it is.
    """
    tags = document.tags
    if slot.kind == "n":
        tokens = document.tokens
        amount = document.quote(tokens.span(slot.preposition + 1, min(slot.preposition + 3, len(tokens))))
        if any(map(str.isdigit, amount)):
            return True
        behind = tags[slot.preposition + 1 : slot.preposition + 3]
        return slot.word == "of" and (behind[:1] == ["NNP"] or behind == ["NN", "NNP"])
    if slot.kind != "v" or not slot.governor:
        return False
    if (slot.word == "for" and slot.lemma in _MOTION) or slot.lemma in _SPEAKING:
        return True
    before = tags[slot.governor - 1]
    if tags[slot.governor] == "VBG" and slot.word == "for":
        return document.tokens.word(slot.governor - 1).lower in _COPULAS
    return before in ("DT", "PRP$", "POS", "JJ") and (tags[slot.governor] != "VBG" or slot.word == "of")


def _is_of_another(document: Document, slot: Slot) -> bool:
    """Whether a preposition belongs to other words: "at least", "the most vulnerable of".

    "Prevent the response to the virus": the object asks for the preposition.
    """
    word, tags = document.tokens.word, document.tags
    if _is_posture(document, slot):
        return True
    phrases = load(VALENCY).demand(FIXED, slot.word)
    if phrases is not None and word(slot.preposition + 1).lower in phrases.expected:
        return True
    if slot.kind == "n" and slot.governor and word(slot.governor - 1).lower == "of":
        return True  # "the burden of proof on her"
    if slot.kind == "n" and ((slot.word == "of" and _is_whose(document, slot)) or _is_learnt(document, slot)):
        return True
    if slot.kind in ("a", "p"):
        return bool(slot.governor) and word(slot.governor - 1).lower in ("most", "least", "best", "much")
    if slot.kind != "o" or tags[slot.preposition - 1] not in ("NN", "NNS"):
        return False
    lemma = document.lemma(slot.preposition - 1)
    demands = [load(file).demand("n", lemma) for file in (FILE, VALENCY)]
    return any(demand is not None and slot.word in demand.expected for demand in demands)


def _is_posture(document: Document, slot: Slot) -> bool:
    """Whether a phrase tells how somebody lies or from where he speaks, with any verb: "swam on his back"."""
    lowers, behind = document.lowers, slot.preposition + 1
    noun = lowers[behind + 1] if behind + 1 < len(lowers) else ""
    if slot.word == "on":
        return document.tags[behind] == "PRP$" and noun in _LYING
    if slot.word == "from" and slot.kind == "p" and slot.lemma in BRINGING:
        return True
    return slot.word == "from" and lowers[behind] in ("the", "a", "his", "her", "their") and noun in _STAGES


def _is_whose(document: Document, slot: Slot) -> bool:
    """Whether what stands behind "of" is whoever acts: "the protest of the farmers"."""
    tags, head = document.tags, slot.preposition
    last = document.tokens.sentences[document.sentence_of(slot.preposition) + 1]
    for at in range(slot.preposition + 1, min(slot.preposition + _REACH, last)):
        if tags[at] not in _PHRASE or tags[at] == "CC":
            break
        head = at
    return document.lemma(head) in agents() or document.lowers[head] in agents()


def _is_learnt(document: Document, slot: Slot) -> bool:
    """Whether "from" tells the source of what is learnt or taken: "learnt of the pause from the radio"."""
    before = range(max(0, slot.governor - _REACH), slot.governor)
    return slot.word == "from" and any(document.lemma(at) in _LEARNING for at in before)


def _begins_clause(document: Document, slot: Slot, last: int) -> bool:
    """Whether the noun phrase behind a governor is the subject of a clause: then a finite verb follows it.

    "After the invasion the army left", "the invasion the czar ordered", "he commented the plan was dead".
    """
    tags = document.tags
    at = slot.preposition + 1
    while at < last and tags[at] in _PHRASE:
        at += 1
    return at == last or tags[at] in _FINITE


def _is_led_in(document: Document, slot: Slot, first: int) -> bool:
    """Whether a noun ends the phrase that leads a sentence in, before its subject: "In the end the king fled"."""
    tags = document.tags
    return tags[first] == "IN" and all(tag in _LED_IN for tag in tags[first + 1 : slot.governor])


def _is_surely_noun(document: Document, slot: Slot, first: int) -> bool:
    """Whether a determiner begins the phrase of a noun, so that it is no mistagged verb.

    Before "a" it may have a predicate: "declared the outbreak an emergency".
    """
    word, tags = document.tokens.word, document.tags
    at = slot.governor - 1
    while at > first and tags[at] in _BEFORE_NOUN:
        at -= 1
    return (
        at >= first
        and tags[at] in ("DT", "PRP$", "POS")
        and word(at).lower not in _DEMONSTRATIVES
        and word(slot.preposition).lower not in ("a", "an")
    )
