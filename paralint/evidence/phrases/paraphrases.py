"""Paraphrased terms: the collocation that stands behind a phrase nobody writes.

Spelling correction of real words (Golding & Roth 1999, "A Winnow-based approach to context-sensitive spelling
correction") with a thesaurus in place of the confusion sets: two words side by side, or around a preposition, that
English does not put together, and that become a collocation when one or both are exchanged for related words. The
candidates are judged by a model over three dozen features.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from math import log

from paralint.evidence.phrases.compounds import following
from paralint.evidence.phrases.triples import around, level
from paralint.evidence.phrases.vectors import (
    Subject,
    Vector,
    cosine,
    cosine_of,
    nearness,
    product,
    surroundings,
    vector_of,
)
from paralint.evidence.words.exchanges import HOPELESS, Model, content_numbers, exchanges, word_letters
from paralint.evidence.words.terms import COST, LINKS, LISTED, RAREST, STRENGTH, UNSEEN, Terms, load
from paralint.evidence.words.titles import words
from paralint.findings import Span
from paralint.text.document import Document
from paralint.text.lexicon import load as load_lexicon
from paralint.text.morphology import inflect
from paralint.text.words import TokenKind
from paralint.values import NamedTuple

MOST_CANDIDATES = 8  # per phrase, to be judged
MOST_PLACES = 4  # what a document says oftener is what it means to say
SYNONYM = 0.55  # the strength of a relation that is more than a likeness
NEAR = 0.35  # the cosine of two words of like use
HYPHEN = "-"
RARE = 145  # the cost of a pair that English has, and so seldom that another may be meant
RARER = 25  # what the other one costs less, at least
STEM = 4  # letters in which words of one stem agree
SURE = 0.0  # log odds of a paraphrase that says something of its document
UNCERTAIN = 1.49  # log odds, at most, of what is reported in a damaged text alone
LEAST_SURE = 2  # of those that a document has whose single words are asked
HARDLY = 1.5  # taken off the log odds of a phrase that English has, if seldom
DAMAGE = 1.6  # what the others of a document count for a phrase
FITTING = 4.5  # log odds that a collocation is seen to gain, at most, for how it fits its sentence and its document
FEW = 2.5  # one more than the sure ones in 1,000 tokens that a document may have without being suspected

_NOUNS = frozenset({"NN", "NNS"})
_NOUN_TAGS = (["NN"], ["NNS"])
_VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
_DEGREES = frozenset({"JJR", "JJS"})
_ATTRIBUTES = _NOUNS | _VERBS | _DEGREES | {"JJ"}
_ENDINGS = {"VBG": "ing", "VBD": "ed", "VBN": "ed"}
_CLASS_OF_TAG = {"N": "n", "J": "a", "V": "v"}


class Way(NamedTuple):
    """A collocation that may have stood where a phrase stands.

    Attributes:
        first, second: its words.
        strengths: how close each is to the word of the text, 0 where it is the same.
        cost: of the collocation.
    """

    first: int
    second: int
    strengths: tuple[int, int]
    cost: int


class Ways(NamedTuple):
    """Collocations that may have stood where a phrase stands: the likeliest ones, and how many were found in all."""

    likeliest: tuple[Way, ...]
    number: int


class Phrase(NamedTuple):
    """Two words of a text that English does not put together.

    Attributes:
        places: the tokens of the two.
        link: the word between them, or "".
        sources: the numbers of the two words.
        ways: what may have stood there, the likeliest first.
        number: how many collocations were found in all.
        repeated: how often the document has the phrase.
        context: the sum of the vectors of the content words around it, in its sentence.
        fit: how like that the vectors of the two words are, and how like each other: cosines.
        attested: the cost of the phrase itself, if English has it at all; else 0.
    """

    places: tuple[int, int]
    link: str
    sources: tuple[int, int]
    ways: tuple[Way, ...]
    number: int
    repeated: int
    context: Vector
    fit: tuple[float, float, float]
    attested: int


class Paraphrase(NamedTuple):
    """A phrase that stands for a term.

    Attributes:
        span: the phrase.
        term: what was meant.
        score: log odds that the phrase is a paraphrase of it.
        support: where else the document has the term itself, or None.
    """

    span: Span
    term: str
    score: float
    support: Span | None


class Search(NamedTuple):
    """What was found in a document.

    Attributes:
        phrases: those that a collocation may stand behind.
        pairs: the places of each pair of words, by their types and the link between.
        kinds: the types of each word, by its number.
        counts: how often each word stands in the document.
        subject: what it is about.
        met: what ``usage`` has found of each phrase as it stands, by its places.
    """

    document: Document
    terms: Terms
    phrases: list[Phrase]
    pairs: dict[tuple[int, str, int], list[int]]
    kinds: dict[int, list[int]]
    counts: Counter[int]
    subject: Subject
    met: dict[tuple[int, int], tuple[int, int]]

    def own(self, first: int, link: str, second: int) -> int | None:
        """Return where the document first has two words, given by their numbers, with the link between."""
        kinds = self.kinds
        found = [
            places[0]
            for one in kinds.get(first, ())
            for other in kinds.get(second, ())
            if (places := self.pairs.get((one, link, other)))
        ]
        return min(found, default=None)


def paraphrases(document: Document) -> tuple[Paraphrase, ...]:
    """Return the likely paraphrases of terms in a document, in text order (a layer: see ``Document.derive``).

    What is sure in a document makes the rest of it likelier.

    Raises:
        DataError: if the terms cannot be read.
    """
    alone, sure = document.derive(judged_alone), sure_ones(document)
    return tuple([each._replace(score=_weighed(document, each.score, sure - (each.score >= SURE))) for each in alone])


def _weighed(document: Document, odds: float, sure: int) -> float:
    """Return the log odds of a phrase in a document with so many others that are sure.

    Where hardly another is, a phrase may be as likely as it is alone, but is certain only if it is so all the same.
    """
    company = DAMAGE * prior(document, sure)
    return odds + company if company >= 0 else max(odds + company, min(odds, UNCERTAIN))


def prior(document: Document, sure: int) -> float:
    """Return what other phrases of a document that are surely paraphrases add to the log odds of one, or take off."""
    return log((sure / max(1.0, len(document.tokens) / 1000) + 1) / FEW)


def sure_ones(document: Document) -> int:
    """Return how many phrases of a document are surely paraphrases of terms.

    Raises:
        DataError: if the terms cannot be read.
    """
    return sum(each.score >= SURE for each in document.derive(judged_alone))


def judged_alone(document: Document) -> tuple[Paraphrase, ...]:
    """Return the paraphrases of terms as if each were alone in the document (a layer: see ``Document.derive``).

    Raises:
        DataError: if the terms cannot be read.
    """
    search = find(document)
    found: list[Paraphrase] = []
    for phrase in search.phrases:
        scores = [score(search, phrase, way) for way in phrase.ways]
        best = max(scores) - (HARDLY if phrase.attested else 0.0)
        way = phrase.ways[scores.index(max(scores))]
        first, last = phrase.places
        own = search.own(way.first, phrase.link, way.second)
        support = None if own is None else document.tokens.span(own, own + last - first + 1)
        found.append(Paraphrase(document.tokens.span(first, last + 1), name(search, phrase, way), best, support))
    return tuple(sorted(found, key=lambda paraphrase: (paraphrase.span, -paraphrase.score)))


def name(search: Search, phrase: Phrase, way: Way) -> str:
    """Return a collocation in the form that the phrase has."""
    written = _written(search, phrase, way)
    if phrase.link == HYPHEN:
        return HYPHEN.join(written)
    return " ".join([written[0], phrase.link, written[1]] if phrase.link else written)


def _written(search: Search, phrase: Phrase, way: Way) -> list[str]:
    document, words = search.document, search.terms.words
    return [
        inflected(words[target], document.tags[place]) if strength else form
        for place, target, strength, form in zip(
            phrase.places, (way.first, way.second), way.strengths, _forms(document, phrase), strict=True
        )
    ]


def _forms(document: Document, phrase: Phrase) -> list[str]:
    first, last = phrase.places
    word = document.tokens.word
    return word(first).lower.split(HYPHEN) if first == last else [word(first).lower, word(last).lower]


def inflected(word: str, tag: str) -> str:
    """Return a word in the form that a tag asks for, if it can be of that class at all."""
    if word.endswith(_ENDINGS.get(tag, "?")):
        return word  # "cooling" is a word of its own
    of_class = word_letters(word)[:1] == _CLASS_OF_TAG.get(tag[0])
    return inflect(word, tag) if tag not in ("NN", "JJ") and of_class else word


def find(document: Document) -> Search:
    """Search a document for phrases that a collocation may stand behind.

    Raises:
        DataError: if the terms cannot be read.
    """
    tokens, terms, tags = document.tokens, load(), document.tags
    starts = frozenset(tokens.sentences)
    numbers = [content_numbers(word.lower) if word.kind is TokenKind.WORD else () for word in tokens.types]
    pairs: dict[tuple[int, str, int], list[int]] = {}
    candidates: dict[tuple[int, str, int], list[int]] = {}  # those with the tags of a term, at these places
    ids, types = tokens.ids, tokens.types
    for place, (one, other) in enumerate(pairwise(ids)):
        if not numbers[one] or place + 1 in starts:
            continue
        link, attributes, last = "", _ATTRIBUTES, place + 1
        if not numbers[other]:
            link, attributes, last = types[other].lower, _NOUNS | _VERBS, place + 2
            if link not in LINKS or last >= len(ids) or last in starts or not numbers[other := ids[last]]:
                continue
        pairs.setdefault((one, link, other), []).append(place)
        if tags[last] in _NOUNS and tags[place] in attributes and not (types[one].capital and place not in starts):
            candidates.setdefault((one, link, other), []).append(place)
    found: list[Phrase] = []
    for pair, fitting in candidates.items():
        one, link, other = pair
        number = len(pairs[pair])
        first, second = numbers[one], numbers[other]
        if number > MOST_PLACES or types[other].capital:
            continue
        attested = _attested(terms, first, second, link)
        if attested and attested < RARE:
            continue
        gap = 2 if link else 1
        free = [
            place
            for place in fitting
            if not (
                tags[place + gap + 1 : place + gap + 2] in _NOUN_TAGS
                and _bound(terms, second, numbers[ids[place + gap + 1]])
            )
        ]
        if free:
            ways = _ways(first, second, link, tags[free[0]], attested - RARER if attested else UNSEEN)
            spots = [(place, place + gap) for place in free]
            found += _phrases(document, spots, link, (first, second), ways, number, attested)
    for kind, word in enumerate(types):
        if HYPHEN in word.lower and word.kind is TokenKind.WORD and not word.capital:
            spots = [(place, place) for place in document.places[kind]]
            halves = _halves(word.lower)
            if len(spots) <= MOST_PLACES and halves and not _attested(terms, *halves, ""):
                ways = _ways(*halves, "", "NN", UNSEEN)
                found += _phrases(document, spots, HYPHEN, halves, ways, len(spots), 0)
    kinds: dict[int, list[int]] = {}
    counts: Counter[int] = Counter()
    for kind, (known, at) in enumerate(zip(numbers, document.places, strict=True)):
        if known:
            counts[known[0]] += len(at)
            for number in known:
                kinds.setdefault(number, []).append(kind)
    return Search(document, terms, found, pairs, kinds, counts, Subject(counts if found else Counter()), {})


def _phrases(
    document: Document,
    places: list[tuple[int, int]],
    link: str,
    sources: tuple[tuple[int, ...], tuple[int, ...]],
    ways: Ways,
    number: int,
    attested: int,
) -> Iterator[Phrase]:
    """Yield a phrase for each of its places, if there are ways to mend it."""
    if ways.number:
        words = sources[0][0], sources[1][0]
        one, other = map(vector_of, words)
        for at in places:
            around = document.derive(surroundings).sentence(*at)
            fit = cosine(one, around), cosine(other, around), nearness(*words)
            yield Phrase(at, link, words, ways.likeliest, ways.number, number, around, fit, attested)


@lru_cache(maxsize=1 << 14)
def _halves(form: str) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """Return the numbers of the two nouns of a compound with a hyphen that no lexicon has, or None."""
    if load_lexicon().entry(form) is not None:
        return None
    first, _, second = form.partition(HYPHEN)
    numbers = content_numbers(first), content_numbers(second)
    return numbers if all(numbers) and word_letters(second)[:1] == "n" else None


@lru_cache(maxsize=1 << 14)
def _heads(numbers: tuple[int, ...]) -> dict[int, int]:
    """Return those of the exchanges that are first of all nouns, or almost."""
    words = load().words
    return {other: strength for other, strength in exchanges(numbers).items() if "n" in word_letters(words[other])[:3]}


def _bound(terms: Terms, second: tuple[int, ...], third: tuple[int, ...]) -> bool:
    """Whether the second of two words goes with a noun behind it, so that the first goes with both."""
    return any(
        (cost := terms.joined(each, "", number)) and terms.strong(each, "", number, cost)
        for each in second
        for number in third
    )


def _attested(terms: Terms, first: tuple[int, ...], second: tuple[int, ...], link: str) -> int:
    """Return the cost of a pair that English has, 0 if it has none."""
    costs = [terms.joined(number, link, other) for number in first for other in second]
    return min(filter(None, costs), default=0)


@lru_cache(maxsize=1 << 12)
def _ways(first: tuple[int, ...], second: tuple[int, ...], link: str, tag: str, most: int) -> Ways:
    """Return the collocations that two words may stand for.

    Args:
        first, second: the numbers of the two.
        link: the word between, or "".
        tag: of the first.
        most: what a collocation may cost.
    """
    terms, heads = load(), _heads(second)
    rows, costs, most = terms.rows[link], terms.costs, min(most, RAREST)
    alone = tag not in _DEGREES and link != "of"
    kept = {number: 0 for number in first if alone and terms.words[number] not in _FREE}
    exchanged = _firsts(first, "nav" if tag in _VERBS else "na", link == "of")
    found = []
    for numbers, wanted in ((kept, heads.keys()), (exchanged, heads.keys() | second)):
        for number, strength in numbers.items():
            row = rows[number]
            if row and (both := wanted & row.keys()):
                chance = terms.by_chance(number, link)
                found += [
                    _ranked(number, other, strength, heads.get(other, 0), cost)
                    for other in both
                    if (cost := row[other]) <= most and cost <= chance + costs[other]
                ]
    found.sort()
    likeliest = [Way(one, other, (near, far), cost) for _, one, other, near, far, cost in found[:MOST_CANDIDATES]]
    return Ways(tuple(likeliest), len(found))


def _ranked(first: int, second: int, near: int, far: int, cost: int) -> tuple[float, int, int, int, int, int]:
    """Return a collocation behind how unlikely it is to have been exchanged, for a first choice."""
    return cost / COST - (_EXCHANGED[near] + _EXCHANGED[far]) / _LOG_10, first, second, near, far, cost


_LOG_10 = log(10)
_EXCHANGED = [0.0, *(2 * log(strength / STRENGTH) - 1.6 for strength in range(1, 256))]  # by strength; 0: it was not

# Adjectives that go with any noun, and nouns that any noun stands behind with "of".
_FREE = words(
    """
    former second first third next last new old other own same entire whole only current previous late recent local
    future present fellow certain various several single different similar such
    """
)
_KINDS = frozenset(("kind", "type", "sort", "form"))
# "The largest", "a former" and "a kind of" go with any noun, so that a noun behind them was hardly exchanged; nor does
# a noun tell a kind of it from a type of it.


@lru_cache(maxsize=1 << 14)
def _firsts(numbers: tuple[int, ...], letters: str, linked: bool) -> dict[int, int]:
    """Return those of the exchanges that can stand first in a collocation: words of some classes.

    Args:
        numbers: of the word.
        letters: the classes.
        linked: whether "of" stands behind it.
    """
    words, wanted = load().words, frozenset(letters)
    return {
        other: strength
        for other, strength in exchanges(numbers).items()
        if not (linked and words[other] in _KINDS) and not wanted.isdisjoint(word_letters(words[other]))
    }


# Judging -------------------------------------------------------------------------------------------------------------

FEATURES = (
    "bias", "common", "together", "natural", "weakest", "strength", "synonym", "both", "nearness", "near", "context",
    "drift", "harmony", "ways", "repeated", "elsewhere", "meant", "own", "nominal", "unlike", "linked", "hyphen", "to",
    "exchanged", "target", "stem", "kept-open", "exchanged-open", "both-together", "both-common", "both-ways", "topic",
    "joint", "attested", "rarer", "known-pairs", "listed", "own-inner", "own-outer", "inner", "inner-both", "outer",
)  # fmt: skip


@lru_cache(maxsize=1)
def _model() -> Model:
    return Model(load().weights, len(FEATURES))


_AT = {name: place for place, name in enumerate(FEATURES)}
_CONTEXT, _TOPIC, _JOINT = map(_AT.__getitem__, ("context", "topic", "joint"))


def features(search: Search, phrase: Phrase, way: Way) -> list[float]:
    """Return the features of a candidate, in the order of ``FEATURES``, without those that ``usage`` tells."""
    row = _apart(search, phrase, way)
    _fit(row, search, phrase, way)
    return row


def _apart(search: Search, phrase: Phrase, way: Way) -> list[float]:
    """Return the features of a candidate as if its words fitted neither their sentence nor their document."""
    terms, tags, counts, subject = search.terms, search.document.tags, search.counts, search.subject
    costs, words = terms.costs, terms.words
    sources, targets, strengths = phrase.sources, (way.first, way.second), way.strengths
    open_to_new = (terms.openings[sources[0]], terms.closings[sources[1]])
    classes = [_CLASS_OF_TAG.get(tags[place][0], "") for place in phrase.places]
    swapped = _swapped(way)
    both = float(len(swapped) == 2)
    near = context = topic = elsewhere = meant = exchanged_open = 0.0
    exchanged = target = unlike = 0
    one_stem = False
    logs = []
    for at in swapped:
        source, meaning = sources[at], targets[at]
        near += nearness(source, meaning)
        context -= phrase.fit[at]
        topic -= subject.likeness(source)
        elsewhere += log(max(1, counts[source] - phrase.repeated + 1))
        meant += log(1 + counts[meaning])
        exchanged += costs[source]
        target += costs[meaning]
        exchanged_open += open_to_new[at]
        unlike += not _fits(words[meaning], classes[at])
        one_stem = one_stem or words[source][:STEM] == words[meaning][:STEM]
        logs.append(_LOGS[strengths[at]])
    if both:
        near, context, topic = near / 2, context / 2, topic / 2
        kept_open = sum(open_to_new) / 2
        exchanged_open /= 2
    else:
        kept_open = open_to_new[1 - swapped[0]]
    harmony = nearness(*targets)
    link = terms.link_costs.get(phrase.link, 0)
    common = -way.cost / COST
    together = (costs[targets[0]] + costs[targets[1]] + link - way.cost) / COST
    number = log(phrase.number)
    return [
        1.0,
        common,
        together,
        -(costs[sources[0]] + costs[sources[1]] + link) / COST,
        min(logs),
        sum(logs),
        float(min(strengths[at] for at in swapped) >= SYNONYM * STRENGTH),
        both,
        near,
        max(0.0, near - NEAR),
        context,
        harmony - phrase.fit[2],
        harmony,
        number,
        float(min(phrase.repeated, 3) - 1),
        elsewhere,
        meant,
        float(search.own(way.first, phrase.link, way.second) is not None),
        float(classes[0] != "v"),
        float(unlike),
        float(phrase.link in terms.link_costs),
        float(phrase.link == HYPHEN),
        float(phrase.link == "to"),
        -exchanged / COST,
        -target / COST,
        float(one_stem),
        kept_open / COST,
        exchanged_open / COST,
        both * together,
        both * common,
        both * number,
        topic,
        0.0,
        float(phrase.attested > 0),
        (phrase.attested - way.cost) / COST if phrase.attested else 0.0,
        float(sum(strength >= LISTED for strength in strengths)),
    ]


def _fit(row: list[float], search: Search, phrase: Phrase, way: Way) -> None:
    """Add to the features that ``_apart`` tells how the words of a candidate fit their sentence and their document."""
    subject, targets = search.subject, (way.first, way.second)
    one, other = vectors = vector_of(way.first), vector_of(way.second)
    swapped = _swapped(way)
    row[_CONTEXT] += sum([cosine(vectors[at], phrase.context) for at in swapped]) / len(swapped)
    row[_TOPIC] += sum([subject.likeness(targets[at]) for at in swapped]) / len(swapped)
    joint = one.square + 2 * product(*targets) + other.square
    row[_JOINT] = cosine_of(sum(map(subject.product, targets)), joint, subject.vector.square)


def _swapped(way: Way) -> tuple[int, ...]:
    """Return which of the words of a collocation are not those of the text."""
    first, second = way.strengths
    return (0, 1) if first and second else (0,) if first else (1,)


def usage(search: Search, phrase: Phrase, way: Way) -> list[float]:
    """Return the last features of a candidate, which take the longest: whether it is a term, and what English has."""
    document, link = search.document, phrase.link
    first, second = search.terms.words[way.first], search.terms.words[way.second]
    own = search.met.get(phrase.places)
    if own is None:
        own = search.met[phrase.places] = _met(document, phrase, _forms(document, phrase))
    inner, outer = _met(document, phrase, _written(search, phrase, way))
    return [
        float((f"{link}_{second}" if link in search.terms.link_costs else second) in following(first)),
        float(own[0] > 0),
        float(own[1] > 0),
        float(inner > 0),
        float(inner > 1),
        float(outer > 0),
    ]


def _met(document: Document, phrase: Phrase, forms: list[str]) -> tuple[int, int]:
    """Return how many triples with both of two forms English has where a phrase stands, and how many with one."""
    if phrase.link == HYPHEN:
        return 0, 0
    first, second = forms
    (far, near), (next_one, further) = around(document, *phrase.places)
    link = phrase.link
    if link:
        inner: tuple[int, ...] = (level(first, link, second),)
        outer = level(near, first, link), level(link, second, next_one)
    else:
        inner = level(near, first, second), level(first, second, next_one)
        outer = level(far, near, first), level(second, next_one, further)
    return sum(map(bool, inner)), sum(map(bool, outer))


_LOGS = [0.0, *(log(strength / STRENGTH) for strength in range(1, 256))]  # by strength


def score(search: Search, phrase: Phrase, way: Way) -> float:
    """Return the log odds that a collocation is what was meant."""
    model, row = _model(), _apart(search, phrase, way)
    odds = model.odds(row)
    if odds + FITTING < HOPELESS:
        return odds
    _fit(row, search, phrase, way)
    odds = model.odds(row)
    return odds if odds < HOPELESS else model.log_odds(row + usage(search, phrase, way))


def _fits(word: str, kind: str) -> bool:
    """Whether a word is most of all of a class; attributes may be nouns or adjectives."""
    first = word_letters(word)[:1]
    return first == kind or (first in ("n", "a") and kind in ("n", "a"))
