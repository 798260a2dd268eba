"""Misplaced words: a single word where its neighbours want another one that a thesaurus has beside it.

"On plank", "elevated a concern", "a smaller brother": each word is English, and none goes with its neighbour, with
which a likelier word goes that paraphrasers exchange it for. Every content word of a text is asked (in the manner of
Golding & Roth 1999, like ``paraphrases``, which looks at terms); a model weighs how fast the words are tied to
their neighbours, their vectors against the sentence and the document, and what the document says elsewhere.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import pairwise
from math import log

from paralint.evidence.phrases.frames import DROPPED, FIRST, LAST, NAME, load
from paralint.evidence.phrases.frames import number as framed
from paralint.evidence.phrases.idioms import idioms
from paralint.evidence.phrases.paraphrases import LEAST_SURE, Paraphrase, paraphrases, prior, sure_ones
from paralint.evidence.phrases.phrase_search import inflected
from paralint.evidence.phrases.slots import Exchange, Slot, slot
from paralint.evidence.phrases.triples import EXPECTED, LIKELY, MET, Around, around, levels
from paralint.evidence.phrases.vectors import Subject, Vector, cosine, nearness, surroundings, vector_of
from paralint.evidence.words.exchanges import HOPELESS, Model, content_numbers, word_letters
from paralint.evidence.words.terms import ALIKE, COST, STRENGTH
from paralint.evidence.words.terms import load as load_terms
from paralint.text.document import Document
from paralint.text.words import TokenKind
from paralint.values import NamedTuple

SUPPORT, DOUBTFUL = 0.5, -2.0  # what the log odds of a word count for those of its term; those that count nothing
DISSENT = -0.3  # added to those of a term if another word is likelier
STEM = 4  # letters in which words of one stem agree
FAINT = 1.0  # log odds in its document below which nobody wants to hear of a word
FITTING, MEETING, CORRECTING = 4.3, 2.2, 2.9
"""Log odds that a word is seen to gain, at most, for how it fits its sentence, its triples and its kin, and by the
network; for its triples, its kin, and by the network; and by the network alone."""
KNOWN_TERM, KNOWN_EXPRESSION = -0.8, 0.0  # scores of paraphrases that are told as such
_LETTERS = {"N": "n", "J": "a", "V": "v", "R": "r"}


class Suspect(NamedTuple):
    """A slot where it stands: the token, the class of the word as a letter, and whether a verb stands before it."""

    place: int
    letter: str
    after_verb: bool
    slot: Slot


class Search:
    """A document that is searched for words that others fit better, each token when it is first asked for.

    Attributes:
        counts: how often each word stands in the document.
    """

    def __init__(self, document: Document) -> None:
        """Raises:
        DataError: if the frames or the terms cannot be read.
        """
        self.document = document
        self._line, self._at, self.counts = _line(document)
        self._starts = frozenset(document.tokens.sentences)
        self._judged: dict[int, Paraphrase | None] = {}

    @property
    def suspects(self) -> Iterator[Suspect]:
        """The words that others fit better, in text order."""
        for index, place in enumerate(self._at):
            suspect = self._suspect(index, place) if place >= 0 else None
            if suspect is not None:
                yield suspect

    def judged(self, places: Container[int]) -> Iterator[Paraphrase]:
        """Yield those tokens among some that may have been exchanged, as paraphrases, in text order."""
        known = self._judged
        for index, place in enumerate(self._at):
            if place >= 0 and place in places:
                if place not in known:
                    suspect = self._suspect(index, place)
                    known[place] = None if suspect is None else self._paraphrase(suspect)
                found = known[place]
                if found is not None:
                    yield found

    @cached_property
    def pairs(self) -> frozenset[tuple[int, int]]:
        """Words that stand side by side in the document."""
        size = len(load_terms().costs)
        return frozenset([(one, other) for one, other in pairwise(self._line) if one < size and other < size])

    @cached_property
    def subject(self) -> Subject:
        """What the document is about."""
        return Subject(self.counts)

    def _suspect(self, index: int, place: int) -> Suspect | None:
        document = self.document
        word, tag = document.tokens.word(place), document.tags[place]
        letter = _LETTERS.get(tag[0])
        if letter is None or (word.capital and place not in self._starts) or tag.startswith("NNP"):
            return None
        numbers = content_numbers(word.lower)
        found = slot(numbers, letter, self._line[index - 1], self._line[index + 1]) if numbers else None
        if found is None:
            return None
        before = self._at[index - 1]
        return Suspect(place, letter, before >= 0 and document.tags[before][0] == "V", found)

    def _paraphrase(self, suspect: Suspect) -> Paraphrase | None:
        """Return a suspect as a paraphrase of what likeliest stood there.

        In a document without two terms that are surely paraphrased only words that are listed for others are asked:
        any other alone proves little.
        """
        document, exchanges = self.document, suspect.slot.exchanges
        few = self._few
        if few and all(each.strength <= 1 for each in exchanges):
            return None
        # Of part of a term it counts which word is likeliest, be it faint: below this floor all count alike (see
        # ``supported``).
        inside = suspect.place in document.derive(_in_terms)
        floor = DOUBTFUL - 1 if inside else FAINT - self._damage
        scores = list(_scores(self, suspect, floor))
        best = max(scores)
        likeliest = exchanges[scores.index(best)]
        if (best < floor and not inside) or (few and likeliest.strength <= 1):
            return None
        meant = _written(likeliest.word, document.tags[suspect.place])
        return Paraphrase(document.tokens.span(suspect.place, suspect.place + 1), meant, best + self._damage, None)

    @cached_property
    def _damage(self) -> float:
        """What the paraphrased terms of the document add to the log odds of a word."""
        damage = prior(self.document, sure_ones(self.document))
        return damage if self._few else max(0.0, damage)

    @cached_property
    def _few(self) -> bool:
        """Whether hardly a term of the document is surely paraphrased."""
        return sure_ones(self.document) < LEAST_SURE


def misplaced(document: Document) -> tuple[Paraphrase, ...]:
    """Return the words that were likely exchanged, in text order (a layer: see ``Document.derive``).

    What is part of a paraphrased term or expression is left to those. The scores are log odds.

    Raises:
        DataError: if the frames, the terms or the expressions cannot be read.
    """
    terms = _tokens(document, document.derive(supported), KNOWN_TERM)
    free = frozenset(range(len(document.tokens))) - terms - document.derive(_in_expressions)
    return tuple(document.derive(Search).judged(free))


def supported(document: Document) -> tuple[Paraphrase, ...]:
    """Return the paraphrases of terms (see ``paraphrases``), as likely as one of their words alone makes them.

    A word that does not go with its neighbours speaks for the term, if the term has what belongs there, and else
    against it. A layer: see ``Document.derive``.

    Raises:
        DataError: if the frames, the terms or the expressions cannot be read.
    """
    terms = document.derive(paraphrases)
    asked = document.derive(_in_terms) - document.derive(_in_expressions)
    suspects = {each.span.start: each for each in document.derive(Search).judged(asked)}
    found = []
    for term in terms:
        inside = [suspects[place] for place in range(term.span.start, term.span.end) if place in suspects]
        if inside and term.score >= HOPELESS:
            word = max(inside, key=lambda each: each.score)
            agreed = max(-SUPPORT, SUPPORT * (word.score - DOUBTFUL))
            term = term._replace(score=term.score + (agreed if word.term[:STEM] in term.term else DISSENT))
        found.append(term)
    return tuple(found)


def _in_expressions(document: Document) -> frozenset[int]:
    return _tokens(document, document.derive(idioms), KNOWN_EXPRESSION)


def _in_terms(document: Document) -> frozenset[int]:
    return _tokens(document, document.derive(paraphrases), HOPELESS)


def _tokens(document: Document, found: Iterable[Paraphrase], least: float) -> frozenset[int]:
    """Return the tokens of those paraphrases that have some score at least."""
    starts = document.tokens.starts
    return frozenset(
        [
            place
            for each in found
            if each.score >= least
            for place in range(bisect_left(starts, each.span.start), bisect_left(starts, each.span.end))
        ]
    )


def _line(document: Document) -> tuple[list[int], list[int], Counter[int]]:
    """Return a document as numbers of words and marks, the token of each of them, and how often each word is there."""
    tokens = document.tokens
    marks = load().marks
    end, begin, name = marks[LAST], marks[FIRST], marks[NAME]
    numbers = [
        -2
        if word.kind is not TokenKind.WORD
        else -1
        if word.lower in DROPPED
        else name
        if word.capital
        else framed(word.lower)
        for word in tokens.types
    ]
    starts = frozenset(tokens.sentences)
    line, at = [end, begin], [-1, -1]
    for place, kind in enumerate(tokens.ids):
        number = numbers[kind]
        first = place in starts
        if first or number == -2:
            line += (end, begin)
            at += (-1, -1)
        if number >= 0:
            line.append(framed(tokens.types[kind].lower) if first and number == name else number)
            at.append(place)
    line.append(end)
    at.append(-1)
    size = len(load_terms().costs)
    return line, at, Counter(number for number in line if number < size)


# Judging -------------------------------------------------------------------------------------------------------------

FEATURES = (
    "bias", "left", "right", "gain", "rarer", "source", "target", "strength", "own-left", "own-right", "own-best",
    "new-left", "new-right", "new-best", "elsewhere", "meant", "pair", "noun", "verb", "adjective", "left-open",
    "right-open", "class", "own-class", "ways", "before", "behind", "context", "nearness", "own-context", "window",
    "own-window", "topic", "own-topic", "stem", "participle", "after-verb", "own-triple", "own-triples", "triple",
    "triples", "likely", "expected", "listed", "alike", "kinship", "own-kinship",
)  # fmt: skip


@lru_cache(maxsize=1)
def _model() -> Model:
    return Model(load().weights, len(FEATURES))


class Site(NamedTuple):
    """What the exchanges of a suspect are held against.

    Attributes:
        sentence, window: the sums of the vectors of its sentence, and of what stands near.
        around: the words before and behind it.
        row: the features of the word itself, and what they take from those of any other.
        odds: what the logistic model makes of those.
    """

    sentence: Vector
    window: Vector
    around: Around
    row: list[float]
    odds: float


class Apart(NamedTuple):
    """What an exchange adds to its site wherever it stands: to the features of ``_APART``, and to the log odds."""

    values: tuple[float, ...]
    odds: float


def features(search: Search, suspect: Suspect) -> Iterator[list[float]]:
    """Yield the features of each exchange of a suspect, in the order of ``FEATURES``."""
    site = _site(search, suspect)
    for each, apart in zip(suspect.slot.exchanges, _apart(suspect.slot, suspect.letter), strict=True):
        row = _row(site, apart, *_told(search, suspect, each))
        _fit(row, search, suspect, site, each)
        _meet(row, search, suspect, site, each)
        yield row


def _scores(search: Search, suspect: Suspect, floor: float) -> Iterator[float]:
    """Yield the log odds of each exchange of a suspect, as far as they can reach the floor.

    What takes longest, how the other word fits its sentence and its document and which triples English has, is not
    asked of what cannot; what is yielded then lies below the floor, too.
    """
    model, site = _model(), _site(search, suspect)
    for_meant, for_pair = model.weights[_MEANT], model.weights[_PAIR]
    for each, apart in zip(suspect.slot.exchanges, _apart(suspect.slot, suspect.letter), strict=True):
        meant, pair = _told(search, suspect, each)
        odds = site.odds + apart.odds + for_meant * meant + for_pair * pair
        if odds + FITTING >= floor:
            row = _row(site, apart, meant, pair)
            _fit(row, search, suspect, site, each)
            odds = model.odds(row)
            if odds + MEETING >= floor:
                _meet(row, search, suspect, site, each)
                odds = model.odds(row)
                if odds + CORRECTING >= floor:
                    odds += model.correction(row)
        yield odds


def _site(search: Search, suspect: Suspect) -> Site:
    document, slot, letter, place = search.document, suspect.slot, suspect.letter, suspect.place
    costs, size, subject = load().costs, len(load_terms().costs), search.subject
    before, behind = slot.neighbours
    source, places, tag = vector_of(slot.word), document.derive(surroundings), document.tags[place]
    sentence, window, stands = places.sentence(place, place), places.window(place), around(document, place, place)
    context, near = cosine(source, sentence), cosine(source, window)
    topic = subject.likeness(slot.word)
    met = levels(stands, document.tokens.word(place).lower)
    cost, left, right = costs[slot.word] / COST, slot.left / COST, slot.right / COST
    row = [
        *(1.0, -left, -right, -left - right, cost, -cost, 0.0, 0.0),
        *(left, right, max(left, right), 0.0, 0.0, 0.0),
        *(log(max(1, search.counts[slot.word])), 0.0, 0.0),
        *(float(letter == "n"), float(letter == "v"), float(letter == "a")),
        *(float(before >= size), float(behind >= size)),
        *(0.0, float(_is_of(slot.word, letter)), log(slot.number)),
        *(-costs[before] / COST, -costs[behind] / COST),
        *(-context, 0.0, context, -near, near, -topic, topic),
        *(0.0, float(tag == "VBN"), float(suspect.after_verb)),
        *(float(sum(met) > 0), float(sum(map(bool, met)) > 1), 0.0, 0.0, 0.0, 0.0),
        *(0.0, 0.0, 0.0, 0.0),
    ]
    return Site(sentence, window, stands, row, _model().odds(row))


_AT = {name: place for place, name in enumerate(FEATURES)}
_APART = (
    *map(
        _AT.__getitem__, ("left", "right", "gain", "rarer", "target", "strength", "new-left", "new-right", "new-best")
    ),
    *map(_AT.__getitem__, ("class", "stem", "listed", "alike")),
)
_MEANT, _PAIR, _TRIPLE, _EXPECTED = map(_AT.__getitem__, ("meant", "pair", "triple", "expected"))
_CONTEXT, _NEARNESS, _WINDOW, _TOPIC, _KINSHIP, _OWN_KINSHIP = map(
    _AT.__getitem__, ("context", "nearness", "window", "topic", "kinship", "own-kinship")
)


@lru_cache(maxsize=1 << 15)
def _apart(slot: Slot, letter: str) -> tuple[Apart, ...]:
    """Return what the exchanges of a slot add as if they fitted nowhere; the letter is the class of its word."""
    costs, stem, weights = load().costs, _stem(slot.word), _model().weights
    found = []
    for word, strength, before, behind in slot.exchanges:
        left, right, cost = before / COST, behind / COST, costs[word] / COST
        values = (
            *(left, right, left + right, -cost, -cost, min(strength, 1.0), left, right, max(left, right)),
            *(float(_is_of(word, letter)), float(_stem(word) == stem)),
            *(float(strength > 1.0), float(strength >= ALIKE / STRENGTH)),
        )
        found.append(Apart(values, sum([weights[at] * value for at, value in zip(_APART, values, strict=True)])))
    return tuple(found)


def _told(search: Search, suspect: Suspect, each: Exchange) -> tuple[float, float]:
    """Return how often the document has an exchange, as a logarithm, and whether beside one of the neighbours."""
    word = each.word
    number = search.counts.get(word)
    if not number:
        return 0.0, 0.0
    (before, behind), pairs = suspect.slot.neighbours, search.pairs
    return log(1 + number), float((before, word) in pairs or (word, behind) in pairs)


def _row(site: Site, apart: Apart, meant: float, pair: float) -> list[float]:
    """Return the features of an exchange as if it fitted nowhere."""
    row = site.row.copy()
    for place, value in zip(_APART, apart.values, strict=True):
        row[place] += value
    row[_MEANT], row[_PAIR] = meant, pair
    return row


def _fit(row: list[float], search: Search, suspect: Suspect, site: Site, each: Exchange) -> None:
    """Add to the features that ``_apart`` tells how an exchange fits its sentence and what the document is about."""
    target = vector_of(each.word)
    row[_CONTEXT] += cosine(target, site.sentence)
    row[_NEARNESS] = nearness(suspect.slot.word, each.word)
    row[_WINDOW] += cosine(target, site.window)
    row[_TOPIC] += search.subject.likeness(each.word)


def _meet(row: list[float], search: Search, suspect: Suspect, site: Site, each: Exchange) -> None:
    """Add to the features which triples English has with an exchange, and how like it and the word are to their kin."""
    met = levels(site.around, _written(each.word, search.document.tags[suspect.place]))
    best, several = max(met), float(sum(map(bool, met)) > 1)
    row[_TRIPLE : _EXPECTED + 1] = float(best >= MET), several, float(best >= LIKELY), float(best >= EXPECTED)
    own = search.subject.kinship(suspect.slot.word)
    row[_KINSHIP : _OWN_KINSHIP + 1] = search.subject.kinship(each.word) - own, own


def _is_of(number: int, letter: str) -> bool:
    """Whether a word, by its number, is most of all of a class."""
    return word_letters(load_terms().words[number])[:1] == letter


def _stem(number: int) -> str:
    return load_terms().words[number][:STEM]


@lru_cache(maxsize=1 << 14)
def _written(number: int, tag: str) -> str:
    """Return a word in the form that a tag asks for, by its number."""
    word = load_terms().words[number]
    return inflected(word, tag) or word
