"""Conflicting certainty: what is likely, possible or planned in one place and settled in another."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from paralint.evidence.measures.quantities import Hedge, Quantity, quantities
from paralint.evidence.restatements.conflicts import Comparison, Conflict, comparisons, within, without_repeats
from paralint.evidence.restatements.names import names_in
from paralint.evidence.words.vocabulary import NO_STEM, vocabulary
from paralint.text.document import Document
from paralint.text.morphology import verb_forms
from paralint.text.words import TokenKind


class Certainty(Enum):
    """How sure a statement is of its event. What is hypothetical ("would", "should", "if") is no degree of it."""

    POSSIBLE = "possible"
    INTENDED = "intended"
    LIKELY = "likely"
    CERTAIN = "certain"
    NECESSARY = "necessary"
    DONE = "done"


_MODALS: dict[str, Certainty] = {
    "may": Certainty.POSSIBLE, "might": Certainty.POSSIBLE, "could": Certainty.POSSIBLE,
    "possibly": Certainty.POSSIBLE, "perhaps": Certainty.POSSIBLE, "maybe": Certainty.POSSIBLE,
    "likely": Certainty.LIKELY, "probably": Certainty.LIKELY, "expected": Certainty.LIKELY, "set": Certainty.LIKELY,
    "due": Certainty.LIKELY, "poised": Certainty.LIKELY,
    "plans": Certainty.INTENDED, "plan": Certainty.INTENDED, "planning": Certainty.INTENDED,
    "planned": Certainty.INTENDED, "hopes": Certainty.INTENDED, "hope": Certainty.INTENDED, "wants": Certainty.INTENDED,
    "want": Certainty.INTENDED, "intends": Certainty.INTENDED, "aims": Certainty.INTENDED,
    "considering": Certainty.POSSIBLE, "agreed": Certainty.INTENDED, "agree": Certainty.INTENDED,
    "agrees": Certainty.INTENDED, "promised": Certainty.INTENDED, "promises": Certainty.INTENDED,
    "pledged": Certainty.INTENDED, "pledges": Certainty.INTENDED, "vowed": Certainty.INTENDED,
    "vows": Certainty.INTENDED, "must": Certainty.NECESSARY,
    "will": Certainty.CERTAIN, "'ll": Certainty.CERTAIN, "wo": Certainty.CERTAIN,
}  # fmt: skip
_NEEDS_TO = frozenset(
    ("likely", "expected", "set", "due", "poised", "plans", "plan", "planning", "planned", "hopes", "hope", "wants",
     "want", "intends", "aims", "agreed", "agree", "agrees", "promised", "promises", "pledged", "pledges", "vowed",
     "vows")
)  # fmt: skip
_HYPOTHETICAL = frozenset(("would", "should", "if", "unless", "whether", "can", "ought", "'d", "need", "not", "n't"))
_DETERMINERS = frozenset(("a", "an", "the", "this", "that", "its", "his", "her", "their", "any", "no"))
_PAST = frozenset(("has", "have", "had", "'ve", "was", "were"))
_CONDITIONS = frozenset(("if", "unless", "could", "were", "should"))
_STEPS = frozenset(
    {
        (Certainty.POSSIBLE, Certainty.CERTAIN),
        (Certainty.LIKELY, Certainty.CERTAIN),
        (Certainty.CERTAIN, Certainty.POSSIBLE),
        (Certainty.POSSIBLE, Certainty.DONE),
        (Certainty.LIKELY, Certainty.DONE),
        (Certainty.INTENDED, Certainty.DONE),
        (Certainty.CERTAIN, Certainty.DONE),
        (Certainty.NECESSARY, Certainty.POSSIBLE),
        (Certainty.DONE, Certainty.POSSIBLE),
        (Certainty.DONE, Certainty.LIKELY),
        (Certainty.DONE, Certainty.INTENDED),
        (Certainty.DONE, Certainty.CERTAIN),
    }
)
_REACH = 6


def certainties(document: Document) -> tuple[Conflict, ...]:
    """Return the conflicts of certainty, and the hedges that figures have lost (a layer: see ``Document.derive``)."""
    known = document.derive(quantities)
    return without_repeats(
        conflict
        for comparison in document.derive(comparisons)
        for conflict in (*_modal(document, comparison), *_hedges(document, comparison, known))
    )


def _modal(document: Document, comparison: Comparison) -> Iterator[Conflict]:
    word = document.tokens.word
    for one, other in sorted(comparison.words.forward.items()):
        if not (verb_forms(word(one).lower) and verb_forms(word(other).lower)):
            continue
        before, after = _certainty(document, one), _certainty(document, other)
        if before is not None and after is None and comparison.beside and _is_done(document, other):
            after = Certainty.DONE, other
        elif after is not None and before is None and comparison.beside and _is_done(document, one):
            before = Certainty.DONE, one
        if before is None or after is None or (before[0], after[0]) not in _STEPS:
            continue
        if not comparison.beside and not names_in(document, comparison.pair.second):
            continue
        yield Conflict(
            "certainty",
            document.tokens.span(after[1], other + 1),
            document.tokens.span(before[1], one + 1),
            comparison.pair.score,
            word(other).form,
        )


def _certainty(document: Document, verb: int) -> tuple[Certainty, int] | None:
    """Return how certain the event of a verb is, and the first token that says so; None if nothing says it."""
    word = document.tokens.word
    stems = document.derive(vocabulary).stems
    begin = document.tokens.sentences[document.sentence_of(verb)]
    has_to = False
    for token in range(verb - 1, max(begin, verb - _REACH) - 1, -1):
        lower = word(token).lower
        if lower == "would" and _is_reported(document, token):
            return Certainty.CERTAIN, token
        if lower in _HYPOTHETICAL or word(token).kind is TokenKind.PUNCTUATION:
            return None
        degree = _MODALS.get(lower) if not word(token).capital or token == begin else None  # May is a month
        if lower in _NEEDS_TO and word(token - 1).lower in _DETERMINERS:
            return None  # the plan to turn a brewery into flats
        if degree is not None and (lower not in _NEEDS_TO or has_to):
            return degree, token
        if lower == "to":
            has_to = True
        elif stems[token] != NO_STEM and not lower.endswith("ly") and lower not in _NEEDS_TO:
            return None
    return None


def _is_reported(document: Document, would: int) -> bool:
    """Whether "would" is the "will" of what somebody said: "the firm said it would close", no "if" in the sentence."""
    number = document.sentence_of(would)
    sentence = document.lowers[document.tokens.sentences[number] : document.tokens.sentences[number + 1]]
    return "said" in sentence and _CONDITIONS.isdisjoint(sentence)


def _is_done(document: Document, verb: int) -> bool:
    """Whether a verb stands in the past, told as fact: "resigned", "has resigned", "was arrested"."""
    lowers = document.lowers
    begin = document.tokens.sentences[document.sentence_of(verb)]
    near = set(lowers[max(begin, verb - _REACH) : verb])
    if not near.isdisjoint(_HYPOTHETICAL):
        return False
    token = verb - 1
    while token > begin and document.tags[token] == "RB":
        token -= 1
    if lowers[token] == "been":
        token -= 1
    forms = verb_forms(lowers[verb])
    if lowers[token] in _PAST:
        return "VBN" in forms and lowers[token - 1] not in _MODALS and lowers[token - 1] != "to"
    return document.tags[verb] == "VBD" and "VBD" in forms and "VB" not in forms and near.isdisjoint(_MODALS)


def _hedges(document: Document, comparison: Comparison, known: tuple[Quantity, ...]) -> Iterator[Conflict]:
    """Find figures that stand as exact where they were told as approximate, in a paragraph beside the first telling."""
    if not comparison.beside:
        return
    before, after = (within(known, passage) for passage in (comparison.pair.first, comparison.pair.second))
    for other in after:
        if other.hedge is not Hedge.NONE or other.value < 10:
            continue
        same = [one for one in before if one.value == other.value and one.measure is other.measure]
        if same and all(one.hedge is Hedge.ABOUT for one in same) and not _hedged_behind(document, other):
            yield Conflict(
                "hedge",
                document.tokens.span(other.first, other.last + bool(other.nouns)),
                document.tokens.span(same[0].hedged, same[0].last),
                comparison.pair.score,
            )


def _hedged_behind(document: Document, quantity: Quantity) -> bool:
    """Whether a hedge stands a little away from the figure: "94,000 or so", "an estimate of 94,000"."""
    word = document.tokens.word
    begin, end = max(0, quantity.first - 4), len(document.tokens)
    before = {word(token).lower for token in range(begin, quantity.first)}
    behind = {word(token).lower for token in range(quantity.last, min(end, quantity.last + 3))}
    return "or" in behind or not before.isdisjoint(_HEDGING)


_HEDGING = frozenset(
    ("estimate", "estimated", "estimates", "about", "over", "than", "around", "roughly", "approximately")
)
