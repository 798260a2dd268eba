"""Paraphrased terms: the fixed phrase that stands behind a phrase nobody writes.

A noisy channel (Kernighan, Church & Gale 1990, "A spelling correction program based on a noisy channel model"), with a
thesaurus as the channel: how likely is the phrase as it stands, and how likely is it that a term was there whose words
were exchanged? The candidates whose odds are good are judged by a logistic model over a dozen features.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from operator import mul
from typing import NamedTuple

from paralint.evidence.terms import COST, FUNCTION_WORDS, ORDINARY, UNSEEN, Kind, Term, Terms, bases, load
from paralint.findings import Span
from paralint.text.document import Document, Tokens
from paralint.text.words import TokenKind

LONGEST_GAP = 4  # tokens from one content word of a phrase to the next
ODDS = 30  # how much cheaper a term must be than the phrase, exchanges included, to be a candidate
MOST_CANDIDATES = 3  # per phrase, to be judged

_BREAK, _FUNCTION, _CONTENT = range(3)


class Reading(NamedTuple):
    """What the terms know of a word form: its kind, its numbers, its cost, what it may stand for.

    ``ways`` holds, for each word that may have stood there, what it costs to come from it and from its cheapest term,
    what it costs to come from it, and the word; ascending. ``exchanges`` is the same by word.
    """

    kind: int
    numbers: tuple[int, ...]
    cost: int
    ways: tuple[tuple[int, int, int], ...]
    exchanges: dict[int, int]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A term that may stand behind the tokens ``first`` up to, not including, ``last``.

    Attributes:
        places: the tokens of its content words.
        costs: the cost of each exchange, 0 where the word is the term's own.
        changed: how many function words differ.
        natural: the cost of the phrase as it stands.
        odds: how much cheaper the term is.
    """

    term: Term
    first: int
    last: int
    places: tuple[int, ...]
    costs: tuple[int, ...]
    changed: int
    natural: int
    odds: int


@dataclass(frozen=True, slots=True)
class Paraphrase:
    """A phrase that stands for a term.

    Attributes:
        span: the phrase.
        term: what was meant, as it is written.
        kinds: what the term is (``Kind``).
        score: log odds that the phrase is a paraphrase of it.
        support: where else the document has the term itself, or None.
    """

    span: Span
    term: str
    kinds: int
    score: float
    support: Span | None

    @property
    def idiom(self) -> bool:
        return bool(self.kinds & Kind.IDIOM)


def listed(document: Document) -> Iterator[tuple[Span, str]]:
    """Yield the phrases that are known paraphrases of a term, with the term.

    Raises:
        DataError: if the terms cannot be read.
    """
    table = load().listed
    tokens = document.tokens
    words = [word.lower for word in tokens.types]
    taken = -1
    places = sorted(
        place for lower in document.by_lower.keys() & table.keys() for number in document.by_lower[lower]
        for place in document.places[number]
    )  # fmt: skip
    for place in places:
        if place < taken:
            continue
        for rest, term in table[words[tokens.ids[place]]]:
            last = place + 1 + len(rest)
            if rest == tuple(words[number] for number in tokens.ids[place + 1 : last]) and (
                document.block_of(place) == document.block_of(last - 1)
            ):
                yield tokens.span(place, last), term
                taken = last
                break


def paraphrases(document: Document) -> tuple[Paraphrase, ...]:
    """Return the likely paraphrases of terms in a document, in text order (a layer: see ``Document.derive``).

    Raises:
        DataError: if the terms cannot be read.
    """
    terms = load()
    candidates, own = find(document)
    own_places = {term.number: span for term, span in reversed(own)}
    found: list[Paraphrase] = []
    for group in candidates:
        judged = [(score(terms, document, each, each.term.number in own_places), each) for each in group]
        best, candidate = max(judged, key=lambda pair: (pair[0], -pair[1].term.number))
        span = document.tokens.span(candidate.first, candidate.last)
        support = own_places.get(candidate.term.number)
        found.append(Paraphrase(span, terms.name(candidate.term), candidate.term.kinds, best, support))
    return tuple(sorted(found, key=lambda paraphrase: (paraphrase.span, -paraphrase.score)))


def find(document: Document) -> tuple[list[list[Candidate]], list[tuple[Term, Span]]]:
    """Return the best candidates for each phrase, and the terms that stand in the document as they are."""
    tokens = document.tokens
    terms = load()
    readings = [_reading(word.lower) if word.kind is TokenKind.WORD else _NOTHING for word in tokens.types]
    pairs = _pairs(tokens, readings)
    own: list[tuple[Term, Span]] = []
    covered: set[int] = set()
    rare = []
    for (left, right, gap), places in pairs.items():
        one, other = readings[left], readings[right]
        known = [term for term in _known(terms, one, other) if _gap(term) == gap]
        for place in places:
            for term in known:
                if _is(terms, tokens, readings, term, place):
                    first = place - term.contents[0]
                    own.append((term, tokens.span(place, first + len(term.words))))
                    covered.update(range(place, first + len(term.words)))
        natural = min(one.cost + other.cost, _pair_cost(terms, one, other))
        if natural > ORDINARY:
            rare.append((one, other, gap, places, natural))
    groups = []
    for one, other, gap, places, natural in rare:
        ways = list(_ways(terms, one, other, gap, natural - ODDS))
        for place in places if ways else ():
            fitting = [
                candidate
                for term, costs in ways
                if (candidate := _fit(terms, tokens, readings, term, costs, place, natural)) is not None
                and covered.isdisjoint(range(candidate.first, candidate.last))
                and _cased(document, terms, candidate)
            ]
            if fitting:
                fitting.sort(key=lambda candidate: (-candidate.odds, candidate.term.number))
                groups.append(fitting[:MOST_CANDIDATES])
    return groups, own


@lru_cache(maxsize=1 << 16)
def _reading(form: str) -> Reading:
    if form in FUNCTION_WORDS:
        number = load().number.get(form)
        return Reading(_FUNCTION, () if number is None else (number,), 0, (), {})
    terms = load()
    numbers = tuple(terms.number[base] for base in bases(form) if base in terms.number)
    if not numbers:
        return Reading(_CONTENT if form.isalpha() else _BREAK, (), 0, (), {})
    exchanges: dict[int, int] = {}
    for number in numbers:
        for neighbour, cost in terms.neighbours(number).items():
            if cost < exchanges.get(neighbour, UNSEEN):
                exchanges[neighbour] = cost
    exchanges.update(dict.fromkeys(numbers, 0))
    ways = sorted((cost + terms.cheapest[neighbour], cost, neighbour) for neighbour, cost in exchanges.items())
    return Reading(_CONTENT, numbers, min(terms.costs[number] for number in numbers), tuple(ways), exchanges)


_NOTHING = Reading(_BREAK, (), 0, (), {})


def _pairs(tokens: Tokens, readings: list[Reading]) -> dict[tuple[int, int, int], list[int]]:
    """Return the pairs of content words that stand behind one another in a sentence, function words between them.

    A pair is the two word types and the distance of their tokens; the value holds the places of the first.
    """
    kinds = [reading.kind for reading in readings]
    pairs: dict[tuple[int, int, int], list[int]] = {}
    ids = tokens.ids
    bounds = iter(tokens.sentences)
    next_sentence = next(bounds)
    last = -1
    for place, number in enumerate(ids):
        if place == next_sentence:
            last = -1
            next_sentence = next(bounds)
        kind = kinds[number]
        if kind == _CONTENT:
            if last >= 0 and place - last <= LONGEST_GAP:
                pairs.setdefault((ids[last], number, place - last), []).append(last)
            last = place
        elif kind == _BREAK:
            last = -1
    return pairs


def _gap(term: Term) -> int:
    return term.contents[1] - term.contents[0]


def _known(terms: Terms, one: Reading, other: Reading) -> Iterator[Term]:
    for first in one.numbers:
        following = terms.following(first)
        for second in other.numbers:
            yield from following.get(second, ())


def _is(terms: Terms, tokens: Tokens, readings: list[Reading], term: Term, place: int) -> bool:
    """Whether the term stands at the token of its first content word, as it is; what precedes it may differ."""
    start = place - term.contents[0]
    if start + len(term.words) > len(tokens):
        return False
    return all(
        term.words[at] in readings[tokens.ids[start + at]].numbers for at in range(term.contents[0], len(term.words))
    )


def _pair_cost(terms: Terms, one: Reading, other: Reading) -> int:
    costs = [terms.pair_cost(first, second) for first in one.numbers for second in other.numbers]
    return min(costs, default=UNSEEN)


def _ways(terms: Terms, one: Reading, other: Reading, gap: int, most: int) -> Iterator[tuple[Term, tuple[int, int]]]:
    """Yield the terms from which the pair may have come at a cost of at most ``most``."""
    exchanges = other.exchanges
    for cheapest, cost, first in one.ways:
        if cheapest > most:
            return
        following = terms.following(first)
        for second in following.keys() & exchanges.keys():
            both = cost + exchanges[second]
            for term in following[second]:
                if _gap(term) == gap and both + term.cost <= most:
                    yield term, (cost, exchanges[second])


def _fit(
    terms: Terms,
    tokens: Tokens,
    readings: list[Reading],
    term: Term,
    costs: tuple[int, int],
    place: int,
    natural: int,
) -> Candidate | None:
    """Lay the term over the tokens so that its first content word stands at ``place``."""
    start = place - term.contents[0]
    if start + len(term.words) > len(tokens):
        return None
    block_end = start + len(term.words)
    all_costs, places, changed = [], [], 0
    for at in range(term.contents[0], len(term.words)):
        reading = readings[tokens.ids[start + at]]
        word = term.words[at]
        if at in term.contents:
            cost = reading.exchanges.get(word)
            if cost is None:
                return None
            if at > term.contents[1]:
                natural += reading.cost
            all_costs.append(cost)
            places.append(start + at)
        elif word not in reading.numbers:
            if reading.kind != _FUNCTION:
                return None
            changed += 1
    if changed > 1 or not (changed or any(all_costs)):
        return None
    odds = natural - term.cost - sum(all_costs) - COST * changed
    if odds < ODDS:
        return None
    return Candidate(term, place, block_end, tuple(places), tuple(all_costs), changed, natural, odds)


def _cased(document: Document, terms: Terms, candidate: Candidate) -> bool:
    """Whether the capitals allow it: a capital inside a sentence makes a name, unless the term is one."""
    name = terms.name(candidate.term)
    if name != name.lower():
        return True
    word = document.tokens.word
    sentence = document.tokens.sentences
    return not any(word(place).capital for place in candidate.places if place not in sentence)


# Judging -------------------------------------------------------------------------------------------------------------

FEATURES = (
    "bias", "term", "exchanges", "exchanged", "kept", "attested", "rarer", "cheapest",
    "several", "all", "none", "changed", "long", "idiom", "technical", "name", "collocation", "apart",
    "own", "stem", "drift", "nearness", "context",
)  # fmt: skip


def features(terms: Terms, document: Document, candidate: Candidate, own: bool) -> list[float]:
    """Return the features of a candidate, in the order of ``FEATURES``."""
    tokens, term = document.tokens, candidate.term
    forms = [_reading(tokens.word(place).lower) for place in candidate.places]
    targets = [term.words[at] for at in term.contents]
    swapped = [at for at, cost in enumerate(candidate.costs) if cost]
    kept = [at for at, cost in enumerate(candidate.costs) if not cost]
    exchanged = sum(forms[at].cost for at in swapped)
    kept_cost = sum(forms[at].cost for at in kept)
    drift = nearness = context = 0.0
    if swapped:
        around = _context(document, candidate)
        for at in swapped:
            source, target = terms.vector(forms[at].numbers[0]), terms.vector(targets[at])
            nearness += _cosine(source, target) / len(swapped)
            if around is not None:
                context += (_cosine(target, around) - _cosine(source, around)) / len(swapped)
            others = [terms.vector(targets[other]) for other in kept] or [
                terms.vector(forms[other].numbers[0]) for other in range(len(forms)) if other != at
            ]
            away = sum(_cosine(target, other) - _cosine(source, other) for other in others)
            drift += away / len(others) / len(swapped)
    return [
        1.0,
        term.cost / COST,
        sum(candidate.costs) / COST,
        exchanged / COST,
        kept_cost / COST,
        (exchanged + kept_cost - candidate.natural) / COST,
        sum(forms[at].cost - terms.costs[targets[at]] for at in swapped) / COST,
        max((candidate.costs[at] for at in swapped), default=0) / COST,
        float(len(swapped) > 1),
        float(len(swapped) == len(forms)),
        float(not swapped),
        float(candidate.changed),
        float(len(forms) > 2),
        float(bool(term.kinds & Kind.IDIOM)),
        float(bool(term.kinds & Kind.TECHNICAL)),
        float(bool(term.kinds & Kind.NAME)),
        float(term.kinds == Kind.COLLOCATION),
        float(len(term.words) > len(term.contents)),
        float(own),
        float(sum(_stem(terms, forms[at].numbers[0]) == _stem(terms, targets[at]) for at in swapped)),
        drift,
        nearness,
        context,
    ]


def score(terms: Terms, document: Document, candidate: Candidate, own: bool) -> float:
    """Return the log odds that a candidate is what was meant."""
    return sum(map(mul, terms.weights, features(terms, document, candidate, own)))


def _stem(terms: Terms, number: int) -> str:
    return terms.words[number][:4]


def _context(document: Document, candidate: Candidate) -> list[int] | None:
    """Return the sum of the vectors of the content words around the phrase, in its sentence."""
    terms, tokens = load(), document.tokens
    sentence = document.sentences[document.sentence_of(candidate.first)]
    vectors = []
    for place in range(sentence.first, sentence.last):
        if not candidate.first <= place < candidate.last:
            word = tokens.word(place)
            reading = _reading(word.lower) if word.kind is TokenKind.WORD else _NOTHING
            if reading.kind == _CONTENT and reading.numbers and not word.capital:
                vectors.append(terms.vector(reading.numbers[0]))
    return [sum(column) for column in zip(*vectors, strict=True)] if vectors else None


def _cosine(one: list[int], other: list[int]) -> float:
    length: float = sqrt(sum(map(mul, one, one)) * sum(map(mul, other, other)))
    product: int = sum(map(mul, one, other))
    return product / length if length else 0.0
