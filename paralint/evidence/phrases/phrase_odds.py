"""The odds that a collocation stands behind a phrase.

A model over three dozen features judges. They are computed in the order of what they cost: what hopelessly low log odds
say already is not asked how it fits its sentence, nor for the triples that English has.
"""

from __future__ import annotations

from functools import lru_cache
from math import log

from paralint.evidence.phrases.collocations import Way
from paralint.evidence.phrases.compounds import following
from paralint.evidence.phrases.phrase_search import CLASS_OF_TAG, HYPHEN, Phrase, Search, forms, written
from paralint.evidence.phrases.triples import around, level
from paralint.evidence.phrases.vectors import cosine, cosine_of, nearness, product, vector_of
from paralint.evidence.words.exchanges import HOPELESS, Model, word_letters
from paralint.evidence.words.terms import COST, LISTED, STRENGTH, load
from paralint.text.document import Document

SYNONYM = 0.55  # the strength of a relation that is more than a likeness
NEAR = 0.35  # the cosine of two words of like use
STEM = 4  # letters in which words of one stem agree
FITTING = 4.5  # log odds that a collocation is seen to gain, at most, for how it fits its sentence and its document

FEATURES = (
    "bias", "common", "together", "natural", "weakest", "strength", "synonym", "both", "nearness", "near", "context",
    "drift", "harmony", "ways", "repeated", "elsewhere", "meant", "own", "nominal", "unlike", "linked", "hyphen", "to",
    "exchanged", "target", "stem", "kept-open", "exchanged-open", "both-together", "both-common", "both-ways", "topic",
    "joint", "known-pairs", "listed", "own-inner", "own-outer", "inner", "inner-both", "outer",
)  # fmt: skip
_AT = {name: place for place, name in enumerate(FEATURES)}
_COMMON, _TOGETHER, _WEAKEST, _SYNONYM, _NEARNESS, _NEAR, _CONTEXT, _DRIFT = map(
    _AT.__getitem__, ("common", "together", "weakest", "synonym", "nearness", "near", "context", "drift")
)
_HARMONY, _MEANT, _OWN, _UNLIKE, _TARGET, _STEM, _BOTH_TOGETHER, _BOTH_COMMON, _TOPIC, _JOINT, _KNOWN_PAIRS = map(
    _AT.__getitem__,
    (
        *("harmony", "meant", "own", "unlike", "target", "stem", "both-together", "both-common", "topic", "joint"),
        "known-pairs",
    ),
)
_LOGS = [0.0, *(log(strength / STRENGTH) for strength in range(1, 256))]  # by strength


@lru_cache(maxsize=1)
def _model() -> Model:
    return Model(load().weights, len(FEATURES))


def scores(search: Search, phrase: Phrase) -> list[float]:
    """Return the log odds of each collocation that a phrase may stand for."""
    model = _model()
    sites: dict[tuple[int, ...], list[float]] = {}
    found = []
    for way in phrase.ways:
        swapped = _swapped(way)
        site = sites.get(swapped)
        if site is None:
            site = sites[swapped] = _site(search, phrase, swapped)
        row = _apart(site, search, phrase, way, swapped)
        odds = model.odds(row)
        if odds + FITTING >= HOPELESS:
            _fit(row, search, phrase, way, swapped)
            odds = model.odds(row)
            if odds >= HOPELESS:
                row += usage(search, phrase, way)
                odds = model.odds(row)
                if odds >= HOPELESS:
                    odds += model.correction(row)
        found.append(odds)
    return found


def features(search: Search, phrase: Phrase, way: Way) -> list[float]:
    """Return the features of a candidate, in the order of ``FEATURES``, without those that ``usage`` tells."""
    swapped = _swapped(way)
    row = _apart(_site(search, phrase, swapped), search, phrase, way, swapped)
    _fit(row, search, phrase, way, swapped)
    return row


def _swapped(way: Way) -> tuple[int, ...]:
    """Return which of the words of a collocation are not those of the text."""
    first, second = way.strengths
    return (0, 1) if first and second else (0,) if first else (1,)


def _site(search: Search, phrase: Phrase, swapped: tuple[int, ...]) -> list[float]:
    """Return the features of a phrase some of whose words were exchanged, and what it takes from those of any way."""
    terms, subject, fit, link = search.terms, search.subject, phrase.fit, phrase.link
    costs, sources = terms.costs, phrase.sources
    opened = terms.openings[sources[0]], terms.closings[sources[1]]
    both = len(swapped) == 2
    mean, number = 1 / len(swapped), log(phrase.number)
    elsewhere = sum([log(max(1, search.counts[sources[at]] - phrase.repeated + 1)) for at in swapped])
    verb = CLASS_OF_TAG.get(search.document.tags[phrase.places[0]][0]) == "v"
    kept_open = sum(opened) / 2 if both else opened[1 - swapped[0]]
    link_cost = terms.link_costs.get(link, 0)
    return [
        *(1.0, 0.0, link_cost / COST, -(costs[sources[0]] + costs[sources[1]] + link_cost) / COST),
        *(0.0, 0.0, 0.0, float(both), 0.0, 0.0),
        *(-sum([fit[at] for at in swapped]) * mean, -fit[2], 0.0, number),
        *(float(min(phrase.repeated, 3) - 1), elsewhere, 0.0, 0.0, float(not verb), 0.0),
        *(float(link in terms.link_costs), float(link == HYPHEN), float(link == "to")),
        *(-sum([costs[sources[at]] for at in swapped]) / COST, 0.0, 0.0),
        *(kept_open / COST, sum([opened[at] for at in swapped]) * mean / COST, 0.0, 0.0, both * number),
        *(-sum([subject.likeness(sources[at]) for at in swapped]) * mean, 0.0, 0.0),
    ]


def _apart(site: list[float], search: Search, phrase: Phrase, way: Way, swapped: tuple[int, ...]) -> list[float]:
    """Return the features of a candidate as if its words fitted neither their sentence nor their document."""
    costs, counts, targets, strengths = search.terms.costs, search.counts, (way.first, way.second), way.strengths
    row = site.copy()
    row[_COMMON] = common = -way.cost / COST
    row[_TOGETHER] = together = site[_TOGETHER] + (costs[targets[0]] + costs[targets[1]] - way.cost) / COST
    if len(swapped) == 2:
        weakest = min(strengths)
        row[_WEAKEST : _SYNONYM + 1] = _LOGS[weakest], _LOGS[strengths[0]] + _LOGS[strengths[1]], _is_synonym(weakest)
        row[_BOTH_TOGETHER], row[_BOTH_COMMON] = together, common
        meant = counts[targets[0]], counts[targets[1]]
        row[_TARGET] = -(costs[targets[0]] + costs[targets[1]]) / COST
        row[_MEANT] = log(1 + meant[0]) + log(1 + meant[1])
        row[_KNOWN_PAIRS] = float((strengths[0] >= LISTED) + (strengths[1] >= LISTED))
        told = all(meant)
    else:
        (at,) = swapped
        strength, target = strengths[at], targets[at]
        row[_WEAKEST : _SYNONYM + 1] = _LOGS[strength], _LOGS[strength], _is_synonym(strength)
        row[_TARGET] = -costs[target] / COST
        row[_MEANT] = log(1 + counts[target])
        row[_KNOWN_PAIRS] = float(strength >= LISTED)
        told = counts[target] > 0
    row[_OWN] = float(told and search.own(way.first, phrase.link, way.second) is not None)
    return row


def _is_synonym(strength: int) -> float:
    return float(strength >= SYNONYM * STRENGTH)


def _fit(row: list[float], search: Search, phrase: Phrase, way: Way, swapped: tuple[int, ...]) -> None:
    """Add to the features that ``_apart`` tells how the words of a candidate fit their sentence and their document."""
    subject, targets, tags, words = search.subject, (way.first, way.second), search.document.tags, search.terms.words
    vectors, mean = (vector_of(way.first), vector_of(way.second)), 1 / len(swapped)
    near = sum([nearness(phrase.sources[at], targets[at]) for at in swapped]) * mean
    harmony = nearness(*targets)
    row[_NEARNESS], row[_NEAR], row[_HARMONY] = near, max(0.0, near - NEAR), harmony
    row[_DRIFT] += harmony
    row[_CONTEXT] += sum([cosine(vectors[at], phrase.context) for at in swapped]) * mean
    row[_TOPIC] += sum([subject.likeness(targets[at]) for at in swapped]) * mean
    joint = vectors[0].square + 2 * product(*targets) + vectors[1].square
    row[_JOINT] = cosine_of(sum(map(subject.product, targets)), joint, subject.vector.square)
    for at in swapped:
        source, target = words[phrase.sources[at]], words[targets[at]]
        row[_UNLIKE] += not _fits(target, CLASS_OF_TAG.get(tags[phrase.places[at]][0], ""))
        if source[:STEM] == target[:STEM]:
            row[_STEM] = 1.0


def _fits(word: str, kind: str) -> bool:
    """Whether a word is most of all of a class; attributes may be nouns or adjectives."""
    first = word_letters(word)[:1]
    return first == kind or (first in ("n", "a") and kind in ("n", "a"))


def usage(search: Search, phrase: Phrase, way: Way) -> list[float]:
    """Return the last features of a candidate, which take the longest: whether it is a term, and what English has."""
    document, link = search.document, phrase.link
    first, second = search.terms.words[way.first], search.terms.words[way.second]
    own = search.met.get(phrase.places)
    if own is None:
        own = search.met[phrase.places] = _met(document, phrase, forms(document, phrase))
    inner, outer = _met(document, phrase, written(search, phrase, way))
    return [
        float((f"{link}_{second}" if link in search.terms.link_costs else second) in following(first)),
        float(own[0] > 0),
        float(own[1] > 0),
        float(inner > 0),
        float(inner > 1),
        float(outer > 0),
    ]


def _met(document: Document, phrase: Phrase, both: list[str]) -> tuple[int, int]:
    """Return how many triples with both of two forms English has where a phrase stands, and how many with one."""
    if phrase.link == HYPHEN:
        return 0, 0
    first, second = both
    (far, near), (next_one, further) = around(document, *phrase.places)
    link = phrase.link
    if link:
        inner: tuple[int, ...] = (level(first, link, second),)
        outer = level(near, first, link), level(link, second, next_one)
    else:
        inner = level(near, first, second), level(first, second, next_one)
        outer = level(far, near, first), level(second, next_one, further)
    return sum(map(bool, inner)), sum(map(bool, outer))
