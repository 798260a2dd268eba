"""Results of contests: two winners of one, a win by fewer goals than the other side has, a draw that is none."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from paralint.evidence.measures.quantities import Quantity, quantities
from paralint.evidence.names.mentions import Mention, mentions
from paralint.evidence.names.spellings import fold
from paralint.evidence.restatements.conflicts import Conflict, without_repeats
from paralint.evidence.words.closed import words
from paralint.evidence.words.places import numerals, places_of
from paralint.text import lazy
from paralint.text.document import Document

_WON = words("won wins win triumphed triumphs prevailed winning")
_SCORE = lazy.pattern(r"\d{1,2}[-–]\d{1,2}$")
_DRAW = lazy.pattern(
    r"\b(?P<one>\d{1,2})[-–](?P<other>\d{1,2})\s(?P<word>draws?|stalemate)\b|\b(?:drew|"
    r"draw)\s(?P<a>\d{1,2})[-–](?P<b>\d{1,2})\b"
)
_WIN = lazy.pattern(
    r"\b(?P<verb>beat|thrashed|defeated|overcame|"
    r"edged)\s(?:[A-Z][\w.'’-]*\s){1,3}(?P<one>\d{1,2})[-–](?P<other>\d{1,2})(?=[\s,.;)])(?!,?\s(?:\(?\d|"
    r"on\saggregate))"
    r"|\b(?P<a>\d{1,2})[-–](?P<b>\d{1,2})\s(?P<noun>win|victory|triumph)\b"
    r"|\b(?P<won>won|wins|winning)\s(?P<x>\d{1,2})[-–](?P<y>\d{1,2})(?=[.,;)]|\s(?:at|against|over|away|to|after|"
    r"thanks|with)\b)"
    r"(?!,?\s(?:\(?\d|on\s(?:aggregate|penalties)|after\s(?:a|extra|penalties)))"
)  # fmt: skip
_SETS = lazy.pattern(r"\d[-–]\d\)?,?\s\(?\d")


def wrong_results(document: Document) -> tuple[Conflict, ...]:
    """Return the results that contradict one another or themselves (a layer: see ``Document.derive``)."""
    found = [*_two_winners(document), *_scores(document)]
    if document.derive(quantities):
        from paralint.evidence.figures.standings import wrong_standings  # of no use where nothing is counted

        found += wrong_standings(document)
    return without_repeats(found)


def _two_winners(document: Document) -> Iterator[Conflict]:
    """Find "Roe won by four seconds" and "Poe triumphed by four seconds"."""
    verbs = places_of(document, _WON)
    if len(verbs) < 2:
        return
    by_last = {name.last: name for name in document.derive(mentions).all}
    by_first = {quantity.first: quantity for quantity in document.derive(quantities)}
    told: list[tuple[int, Mention, Quantity]] = []
    for verb in verbs:
        name = by_last.get(verb)
        margin = _margin(document, by_first, verb)
        if name is not None and margin is not None:
            told.append((verb, name, margin))
    for (one_verb, one, first), (verb, other, second) in pairwise(told):
        same = first.value == second.value and first.unit == second.unit and first.measure is second.measure
        if same and fold(one.parts[-1]) != fold(other.parts[-1]) and not _kin(one, other):
            here = document.tokens.span(other.first, verb + 1)
            there = document.tokens.span(one.first, one_verb + 1)
            yield Conflict("result", here, there, 1.0, "two winners by one margin")


def _kin(one: Mention, other: Mention) -> bool:
    return bool({fold(part) for part in one.parts} & {fold(part) for part in other.parts})


def _margin(document: Document, by_first: dict[int, Quantity], verb: int) -> Quantity | None:
    """Return the figure of "won … by four seconds", if it stands in the clause of the verb."""
    word = document.tokens.word
    end = document.tokens.sentences[document.sentence_of(verb) + 1]
    for token in range(verb + 1, min(verb + 9, end)):
        if word(token).lower == "by":
            return by_first.get(token + 1)
        if word(token).form in ",;:" or word(token).lower in ("and", "but", "after"):
            return None
    return None


def _scores(document: Document) -> Iterator[Conflict]:
    kinds = [kind for kind in document.derive(numerals) if _SCORE.match(document.tokens.forms[kind])]
    numbers = {document.block_of(place) for kind in kinds for place in document.places[kind]}
    for number in sorted(numbers):
        block = document.blocks[number]
        text = block.text
        for match in _DRAW.finditer(text):
            one, other = match["one"] or match["a"], match["other"] or match["b"]
            if one != other:
                span = block.locate(match.start(), match.end())
                score = block.locate(
                    match.start("one" if match["one"] else "a"), match.end("other" if match["one"] else "b")
                )
                yield Conflict("result", span, score, 1.0, "the figures are not equal")
        for match in _WIN.finditer(text):
            one, other = match["one"] or match["a"] or match["x"], match["other"] or match["b"] or match["y"]
            group = ("one", "other") if match["one"] else ("a", "b") if match["a"] else ("x", "y")
            if int(one) <= int(other) and not _SETS.match(text, match.start(group[0])):
                here = document.blocks[number].locate(match.start(), match.end())
                score = block.locate(match.start(group[0]), match.end(group[1]))
                reason = "the side named as winner has fewer" if one != other else "the figures are equal"
                yield Conflict("result", here, score, 1.0, reason)
