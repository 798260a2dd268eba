"""The phrases of a document that a collocation may stand behind: two words that English does not put together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from paralint.evidence.phrases.collocations import DEGREES, Way, Ways, ways
from paralint.evidence.phrases.vectors import Subject, Vector, cosine, nearness, surroundings, vector_of
from paralint.evidence.words.closed import VERBS
from paralint.evidence.words.exchanges import content_numbers, word_letters
from paralint.evidence.words.terms import LINKS, Terms, load
from paralint.text.document import Document
from paralint.text.lexicon import load as load_lexicon
from paralint.text.morphology import inflect, verb_forms, word_classes
from paralint.text.words import TokenKind
from paralint.values import NamedTuple

MOST_PLACES = 4  # what a document says oftener is what it means to say
HYPHEN = "-"

_NOUNS = frozenset({"NN", "NNS"})
_NOUN_TAGS = (["NN"], ["NNS"])
_ATTRIBUTES = _NOUNS | VERBS | DEGREES | {"JJ"}
_ENDINGS = {"VBG": "ing", "VBD": "ed", "VBN": "ed"}
CLASS_OF_TAG = {"N": "n", "J": "a", "V": "v"}


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
    """

    places: tuple[int, int]
    link: str
    sources: tuple[int, int]
    ways: tuple[Way, ...]
    number: int
    repeated: int
    context: Vector
    fit: tuple[float, float, float]


class Search(NamedTuple):
    """What was found in a document.

    Attributes:
        phrases: those that a collocation may stand behind.
        pairs: the places of each pair of words, by their types and the link between.
        kinds: the types of each word, by its number.
        counts: how often each word stands in the document.
        subject: what it is about.
        met: what the document's triples were found to be around each phrase, by its places (see ``phrase_odds``).
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


_Places = dict[tuple[int, str, int], list[int]]
"""The places of two words with what stands between them: the first word's type, the link, the second's."""


def find(document: Document) -> Search:
    """Search a document for phrases that a collocation may stand behind.

    Raises:
        DataError: if the terms cannot be read.
    """
    types = document.tokens.types
    numbers = [content_numbers(word.lower) if word.kind is TokenKind.WORD else () for word in types]
    pairs, candidates = _pairs(document, numbers)
    found: list[Phrase] = []
    for pair, fitting in candidates.items():
        found += _of_two_words(document, numbers, pair, fitting, len(pairs[pair]))
    for kind, word in enumerate(types):
        if HYPHEN in word.lower and word.kind is TokenKind.WORD and not word.capital:
            found += _hyphenated(document, kind)
    kinds: dict[int, list[int]] = {}
    counts: Counter[int] = Counter()
    for kind, (known, at) in enumerate(zip(numbers, document.places, strict=True)):
        if known:
            counts[known[0]] += len(at)
            for number in known:
                kinds.setdefault(number, []).append(kind)
    return Search(document, load(), found, pairs, kinds, counts, Subject(counts if found else Counter()), {})


def _pairs(document: Document, numbers: list[tuple[int, ...]]) -> tuple[_Places, _Places]:
    """Return where two content words stand side by side or around a link: all of them, and those tagged like a term."""
    tokens, tags = document.tokens, document.tags
    starts = frozenset(tokens.sentences)
    ids, types = tokens.ids, tokens.types
    pairs: _Places = {}
    candidates: _Places = {}
    for place, (one, other) in enumerate(pairwise(ids)):
        if not numbers[one] or place + 1 in starts:
            continue
        link, attributes, last = "", _ATTRIBUTES, place + 1
        if not numbers[other]:
            link, attributes, last = types[other].lower, _NOUNS | VERBS, place + 2
            if link not in LINKS or last >= len(ids) or last in starts or not numbers[other := ids[last]]:
                continue
        pairs.setdefault((one, link, other), []).append(place)
        fits = tags[last] in _NOUNS and tags[place] in attributes and not (types[one].capital and place not in starts)
        if fits and not _is_mistagged(types[other].lower, link, tags[place]):
            candidates.setdefault((one, link, other), []).append(place)
    return pairs, candidates


def _of_two_words(
    document: Document, numbers: list[tuple[int, ...]], pair: tuple[int, str, int], fitting: list[int], number: int
) -> Iterable[Phrase]:
    """Return the phrases of two words that are not met together, where the second is not bound to a third."""
    one, link, other = pair
    ids, tags, terms = document.tokens.ids, document.tags, load()
    first, second = numbers[one], numbers[other]
    if number > MOST_PLACES or document.tokens.types[other].capital or _met(terms, first, second, link):
        return ()
    last = 2 if link else 1
    free = [
        place
        for place in fitting
        if tags[place + last + 1 : place + last + 2] not in _NOUN_TAGS
        or not _bound(terms, second, numbers[ids[place + last + 1]])
    ]
    if not free:
        return ()
    spots = [(place, place + last) for place in free]
    return _phrases(document, spots, link, (first, second), ways(first, second, link, tags[free[0]]), number)


def _hyphenated(document: Document, kind: int) -> Iterable[Phrase]:
    """Return the phrases that a compound with a hyphen makes, if its halves are not met together."""
    spots = [(place, place) for place in document.places[kind]]
    halves = _halves(document.tokens.types[kind].lower)
    if len(spots) > MOST_PLACES or not halves or _met(load(), *halves, ""):
        return ()
    return _phrases(document, spots, HYPHEN, halves, ways(*halves, "", "NN"), len(spots))


@lru_cache(maxsize=1 << 14)
def _is_mistagged(second: str, link: str, tag: str) -> bool:
    """Whether the tags of a term are hardly true: "who tracks weapons", "minutes to ring", "they make ruder ones"."""
    if link:
        return link == "to" and "VB" in verb_forms(second)
    classes = word_classes(second)
    return tag == "NNS" or ("noun" not in classes and "adjective" in classes)


def _phrases(
    document: Document,
    places: list[tuple[int, int]],
    link: str,
    sources: tuple[tuple[int, ...], tuple[int, ...]],
    found: Ways,
    number: int,
) -> Iterator[Phrase]:
    """Yield a phrase for each of its places, if there are ways to mend it."""
    if found.number:
        words = sources[0][0], sources[1][0]
        one, other = map(vector_of, words)
        for at in places:
            around = document.derive(surroundings).sentence(*at)
            fit = cosine(one, around), cosine(other, around), nearness(*words)
            yield Phrase(at, link, words, found.likeliest, found.number, number, around, fit)


@lru_cache(maxsize=1 << 14)
def _halves(form: str) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """Return the numbers of the two nouns of a compound with a hyphen that no lexicon has, or None."""
    if load_lexicon().entry(form) is not None:
        return None
    first, _, second = form.partition(HYPHEN)
    numbers = content_numbers(first), content_numbers(second)
    return numbers if all(numbers) and word_letters(second)[:1] == "n" else None


def _bound(terms: Terms, second: tuple[int, ...], third: tuple[int, ...]) -> bool:
    """Whether the second of two words goes with a noun behind it, so that the first goes with both."""
    return any(terms.joined(each, "", number) for each in second for number in third)


def _met(terms: Terms, first: tuple[int, ...], second: tuple[int, ...], link: str) -> bool:
    """Whether English has two words together, often or not."""
    return any(terms.met(number, link, other) for number in first for other in second)


def written(search: Search, phrase: Phrase, way: Way) -> list[str]:
    """Return the words of a collocation in the forms that those of the phrase have."""
    document, words = search.document, search.terms.words
    return [
        inflected(words[target], document.tags[place]) if strength else form
        for place, target, strength, form in zip(
            phrase.places, (way.first, way.second), way.strengths, forms(document, phrase), strict=True
        )
    ]


def forms(document: Document, phrase: Phrase) -> list[str]:
    """Return the two words of a phrase as they stand there, in lower case."""
    first, last = phrase.places
    word = document.tokens.word
    return word(first).lower.split(HYPHEN) if first == last else [word(first).lower, word(last).lower]


def inflected(word: str, tag: str) -> str:
    """Return a word in the form that a tag asks for, if it can be of that class at all."""
    if word.endswith(_ENDINGS.get(tag, "?")):
        return word  # "cooling" is a word of its own
    of_class = word_letters(word)[:1] == CLASS_OF_TAG.get(tag[0])
    return inflect(word, tag) if tag not in ("NN", "JJ") and of_class else word
