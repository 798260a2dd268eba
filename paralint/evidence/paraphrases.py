"""Paraphrased terms: the fixed phrase that stands behind a phrase nobody writes.

A noisy channel (Kernighan, Church & Gale 1990, "A spelling correction program based on a noisy channel model"), with a
thesaurus as the channel: how likely is the phrase as it stands, and how likely is it that a term was there whose words
were exchanged? The candidates whose odds are good are judged by a logistic model over a dozen features.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from math import log, sqrt
from operator import mul
from typing import NamedTuple

from paralint.evidence.terms import COMMON, COST, FUNCTION_WORDS, ORDINARY, UNSEEN, Kind, Term, Terms, bases, load
from paralint.findings import Span
from paralint.text.document import Document, Tokens
from paralint.text.lexicon import load as load_lexicon
from paralint.text.words import TokenKind

LONGEST_GAP = 4  # tokens from one content word of a phrase to the next
ODDS = -15  # how much cheaper a term must be than the phrase, exchanges included, to be a candidate
MOST_CANDIDATES = 3  # per phrase, to be judged
MOST_PLACES = 4  # what a document says oftener is what it means to say
FUNCTION = 20  # the cost of a function word inside a phrase

_BREAK, _FUNCTION, _CONTENT = range(3)


class Reading(NamedTuple):
    """What the terms know of a word form: its kind, its numbers, its cost, what it may stand for.

    ``exchanges`` has the words that may have stood there, each with what it costs to come from it; ``common`` those of
    them that begin a common term.
    """

    kind: int
    numbers: tuple[int, ...]
    cost: int
    exchanges: dict[int, int]
    common: tuple[int, ...] = ()


class Candidate(NamedTuple):
    """A term that may stand behind the tokens ``first`` up to, not including, ``last``.

    Attributes:
        places: the tokens of its content words.
        costs: the cost of each exchange, 0 where the word is the term's own.
        changed: how many function words differ.
        natural: the cost of the phrase as it stands.
        odds: how much cheaper the term is.
        inner: the function words between its first two content words.
        repeated: how often the document has its first two content words so.
    """

    term: Term
    first: int
    last: int
    places: tuple[int, ...]
    costs: tuple[int, ...]
    changed: int
    natural: int
    odds: int
    inner: int
    repeated: int = 1


class Paraphrase(NamedTuple):
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


def paraphrases(document: Document) -> tuple[Paraphrase, ...]:
    """Return the likely paraphrases of terms in a document, in text order (a layer: see ``Document.derive``).

    Raises:
        DataError: if the terms cannot be read.
    """
    search = find(document)
    found: list[Paraphrase] = []
    for group in search.groups:
        best, candidate = max(
            ((score(search, each), each) for each in group), key=lambda pair: (pair[0], -pair[1].term.number)
        )
        span = document.tokens.span(candidate.first, candidate.last)
        term = candidate.term
        found.append(Paraphrase(span, search.terms.name(term), term.kinds, best, search.own.get(term)))
    return tuple(sorted(found, key=lambda paraphrase: (paraphrase.span, -paraphrase.score)))


class Search(NamedTuple):
    """What was found in a document.

    Attributes:
        groups: the best candidates for each phrase.
        own: the terms that stand in the document as they are, and where each stands first.
        counts: how often each word stands in the document.
    """

    document: Document
    terms: Terms
    readings: list[Reading]
    groups: list[list[Candidate]]
    own: dict[Term, Span]
    counts: Counter[int]


def find(document: Document) -> Search:
    """Search a document for candidates.

    Raises:
        DataError: if the terms cannot be read.
    """
    tokens = document.tokens
    terms = load()
    readings = [_reading(word.lower) if word.kind is TokenKind.WORD else _NOTHING for word in tokens.types]
    pairs = _pairs(tokens, readings)
    own: dict[Term, Span] = {}
    covered: set[int] = set()
    rare = []
    for (left, right, gap), places in pairs.items():
        one, other = readings[left], readings[right]
        known = [term for term in _known(terms, one, other) if _gap(term) == gap]
        for place in places:
            for term in known:
                if _is(terms, tokens, readings, term, place):
                    first = place - term.contents[0]
                    own.setdefault(term, tokens.span(place, first + len(term.words)))
                    covered.update(range(place, first + len(term.words)))
        natural = one.cost + other.cost
        if natural > ORDINARY and len(places) <= MOST_PLACES and not _paired(terms, one, other):
            rare.append((one, other, gap, places, natural))
    groups = []
    for one, other, gap, places, natural in rare:
        natural += FUNCTION * (gap - 1)
        ways = list(_ways(terms, one, other, gap, natural - ODDS))
        for place in places if ways else ():
            fitting = [
                candidate
                for term in ways
                if (candidate := _fit(terms, tokens, readings, term, place, natural)) is not None
                and covered.isdisjoint(range(candidate.first, candidate.last))
                and _cased(document, terms, candidate)
                and _plausible(tokens, terms, candidate)
            ]
            if fitting:
                fitting.sort(key=lambda candidate: (-candidate.odds, candidate.term.number))
                groups.append([candidate._replace(repeated=len(places)) for candidate in fitting[:MOST_CANDIDATES]])
    counts: Counter[int] = Counter()
    for reading, places in zip(readings, document.places, strict=True):
        if reading.kind == _CONTENT and reading.numbers:
            counts[reading.numbers[0]] += len(places)
    return Search(document, terms, readings, groups, own, counts)


@lru_cache(maxsize=1 << 16)
def _reading(form: str) -> Reading:
    if form in FUNCTION_WORDS:
        number = load().number.get(form)
        return Reading(_FUNCTION, () if number is None else (number,), 0, {})
    terms = load()
    numbers = tuple(terms.number[base] for base in bases(form) if base in terms.number)
    if not numbers:
        return Reading(_CONTENT if form.isalpha() else _BREAK, (), 0, {})
    exchanges: dict[int, int] = {}
    for number in numbers:
        for neighbour, cost in terms.neighbours(number).items():
            if cost < exchanges.get(neighbour, UNSEEN):
                exchanges[neighbour] = cost
    exchanges.update(dict.fromkeys(numbers, 0))
    common = tuple(word for word in exchanges if word in terms.common)
    return Reading(_CONTENT, numbers, min(terms.costs[number] for number in numbers), exchanges, common)


_NONE: frozenset[int] = frozenset()
_NOTHING = Reading(_BREAK, (), 0, {})


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
        for second in terms.seconds(first).intersection(other.numbers):
            yield from terms.between(first, second)


def _is(terms: Terms, tokens: Tokens, readings: list[Reading], term: Term, place: int) -> bool:
    """Whether the term stands at the token of its first content word, as it is; what precedes it may differ."""
    start = place - term.contents[0]
    if start + len(term.words) > len(tokens):
        return False
    return all(
        term.words[at] in readings[tokens.ids[start + at]].numbers for at in range(term.contents[0], len(term.words))
    )


def _paired(terms: Terms, one: Reading, other: Reading) -> bool:
    return any(terms.paired(first, second) for first in one.numbers for second in other.numbers)


def _ways(terms: Terms, one: Reading, other: Reading, gap: int, most: int) -> Iterator[Term]:
    """Yield the terms from which the pair may have come at a cost of at most ``most``.

    Only a common term may have lost both words.
    """
    pairs: set[tuple[int, int]] = set()
    for first in one.numbers:
        pairs.update((first, second) for second in terms.seconds(first) & other.exchanges.keys())
    for second in other.numbers:
        pairs.update((first, second) for first in terms.firsts.get(second, _NONE) & one.exchanges.keys())
    for first in one.common:
        pairs.update((first, second) for second in terms.common[first] & other.exchanges.keys())
    for first, second in sorted(pairs):
        both = one.exchanges[first] + other.exchanges[second]
        for term in terms.between(first, second):
            if _gap(term) == gap and both + term.cost <= most:
                yield term


def _fit(
    terms: Terms, tokens: Tokens, readings: list[Reading], term: Term, place: int, natural: int
) -> Candidate | None:
    """Lay the term over the tokens so that its first content word stands at ``place``.

    An article that begins the term need not be there; one other function word may differ.
    """
    start = place - term.contents[0]
    skipped = 1 if term.words[0] in terms.articles else 0
    if start + skipped < 0 or start + len(term.words) > len(tokens):
        return None
    costs: list[int] = []
    places: list[int] = []
    changed = 0
    for at in range(skipped, len(term.words)):
        reading = readings[tokens.ids[start + at]]
        word = term.words[at]
        if at in term.contents:
            cost = reading.exchanges.get(word)
            if cost is None:
                return None
            if len(costs) > 1:
                natural += reading.cost
            costs.append(cost)
            places.append(start + at)
        elif word not in reading.numbers and not (word in terms.owners and not terms.owned.isdisjoint(reading.numbers)):
            changed += 1
            if reading.kind != _FUNCTION or changed > 1:
                return None
    if not (changed or any(costs)):
        return None
    odds = natural - term.cost - sum(costs) - COST * changed
    if odds < ODDS:
        return None
    first = min(place, start + skipped)
    last = start + len(term.words)
    return Candidate(term, first, last, tuple(places), tuple(costs), changed, natural, odds, _gap(term) - 1)


def _cased(document: Document, terms: Terms, candidate: Candidate) -> bool:
    """Whether the capitals allow it: a name has them, and within a sentence nothing else has."""
    name = terms.name(candidate.term)
    tokens = document.tokens
    inside = [place for place in candidate.places if tokens.sentences[document.sentence_of(place)] != place]
    capitals = [tokens.word(place).capital for place in inside]
    return all(capitals) if name.istitle() else name != name.lower() or not any(capitals)


def _plausible(tokens: Tokens, terms: Terms, candidate: Candidate) -> bool:
    """Whether the phrase is built as the term is, and the term common enough for what was exchanged.

    Outside idioms a term ends in a noun, with nouns, adjectives or participles before it.
    """
    term = candidate.term
    if all(candidate.costs) and (term.cost > COMMON or term.kinds & Kind.IDIOM):
        return False
    if term.kinds & Kind.IDIOM:
        return True
    *attributes, head = (_classes(tokens.word(place).lower) for place in candidate.places)
    if "n" not in head or _classes(terms.words[term.words[-1]])[:1] not in ("n", ""):
        return False
    return all(not classes or "n" in classes or "a" in classes for classes in attributes)


# Judging -------------------------------------------------------------------------------------------------------------

FEATURES = (
    "bias", "term", "exchanges", "exchanged", "kept", "rarer", "cheapest", "all", "none", "misfits",
    "changed", "long", "idiom", "technical", "name", "compound", "apart", "own", "stem", "drift", "nearness",
    "near", "context", "repeated", "recurs", "target",
)  # fmt: skip


def features(search: Search, candidate: Candidate) -> list[float]:
    """Return the features of a candidate, in the order of ``FEATURES``."""
    terms, term, tokens = search.terms, candidate.term, search.document.tokens
    forms = [search.readings[tokens.ids[place]] for place in candidate.places]
    targets = [term.words[at] for at in term.contents]
    swapped = [at for at, cost in enumerate(candidate.costs) if cost]
    kept = [at for at, cost in enumerate(candidate.costs) if not cost]
    exchanged = sum(forms[at].cost for at in swapped)
    kept_cost = sum(forms[at].cost for at in kept)
    drift = nearness = context = 0.0
    if swapped:
        around = _context(search, candidate)
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
    counts = search.counts
    return [
        1.0,
        term.cost / COST,
        sum(candidate.costs) / COST,
        exchanged / COST,
        kept_cost / COST,
        sum(forms[at].cost - terms.costs[targets[at]] for at in swapped) / COST,
        max((candidate.costs[at] for at in swapped), default=0) / COST,
        float(len(swapped) == len(forms)),
        float(not swapped),
        float(sum(_misfits(terms, tokens, candidate.places[at], targets[at]) for at in swapped)),
        float(candidate.changed),
        float(len(forms) > 2),
        float(bool(term.kinds & Kind.IDIOM)),
        float(bool(term.kinds & Kind.TECHNICAL)),
        float(bool(term.kinds & Kind.NAME)),
        float(not term.kinds & ~(Kind.COMPOUND | Kind.IDIOM)),
        float(candidate.inner),
        float(term in search.own),
        float(sum(_stem(terms, forms[at].numbers[0]) == _stem(terms, targets[at]) for at in swapped)),
        drift,
        nearness,
        max(0.0, nearness - 0.35),
        context,
        float(candidate.repeated - 1),
        sum(log(max(1, counts[forms[at].numbers[0]] - candidate.repeated + 1)) for at in swapped),
        sum(log(1 + counts[targets[at]]) for at in swapped),
    ]


def score(search: Search, candidate: Candidate) -> float:
    """Return the log odds that a candidate is what was meant."""
    return float(sum(map(mul, search.terms.weights, features(search, candidate))))


def _misfits(terms: Terms, tokens: Tokens, place: int, target: int) -> bool:
    """Whether the word at ``place`` cannot be of the word class that its target mostly is."""
    classes = _classes(terms.words[target])
    return bool(classes) and classes[0] not in _classes(tokens.word(place).lower)


@lru_cache(maxsize=1 << 16)
def _classes(form: str) -> str:
    """Return the word classes of a form as letters (noun, verb, adjective, adverb, other), the likeliest first."""
    entry = load_lexicon().entry(form) if form.isascii() else None
    letters = "".join(reading.forms for reading in entry.readings) if entry else ""
    return letters.translate(_CLASS_OF_FORM)


_CLASS_OF_FORM = str.maketrans("nsbzdpgartvefxmu", "nnvvvvvaaarrrooo")


def _stem(terms: Terms, number: int) -> str:
    return terms.words[number][:4]


def _context(search: Search, candidate: Candidate) -> list[int] | None:
    """Return the sum of the vectors of the content words around the phrase, in its sentence."""
    document, tokens = search.document, search.document.tokens
    sentence = document.sentences[document.sentence_of(candidate.first)]
    vectors = []
    for place in range(sentence.first, sentence.last):
        if not candidate.first <= place < candidate.last:
            number = tokens.ids[place]
            reading = search.readings[number]
            if reading.kind == _CONTENT and reading.numbers and not tokens.types[number].capital:
                vectors.append(search.terms.vector(reading.numbers[0]))
    return [sum(column) for column in zip(*vectors, strict=True)] if vectors else None


def _cosine(one: list[int], other: list[int]) -> float:
    length: float = sqrt(sum(map(mul, one, one)) * sum(map(mul, other, other)))
    product: int = sum(map(mul, one, other))
    return product / length if length else 0.0
