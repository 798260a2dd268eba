"""Misplaced words: a single word where its neighbours want another one that a thesaurus has beside it.

"On plank", "elevated a concern", "a smaller brother": each word is English, and none goes with its neighbour, with
which a likelier word goes that paraphrasers exchange it for. Every content word of a text is asked (in the manner of
Golding & Roth 1999, like ``paraphrases``, which looks at terms); a model weighs how fast the words are tied to
their neighbours, their vectors against the sentence and the document, and what the document says elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from math import inf, log

from paralint.evidence.phrases.frames import DROPPED, FIRST, LAST, NAME, load, untied
from paralint.evidence.phrases.frames import number as framed
from paralint.evidence.phrases.idioms import idioms
from paralint.evidence.phrases.paraphrases import LEAST_SURE, Paraphrase, inflected, paraphrases, prior, sure_ones
from paralint.evidence.phrases.triples import EXPECTED, LIKELY, MET, Around, around, levels
from paralint.evidence.phrases.vectors import Subject, Vector, cosine, nearness, surroundings, vector_of
from paralint.evidence.words.exchanges import HOPELESS, Model, content_numbers, exchanges, word_letters
from paralint.evidence.words.terms import ALIKE, COST, LISTED, STRENGTH
from paralint.evidence.words.terms import load as load_terms
from paralint.text.document import Document
from paralint.text.words import TokenKind
from paralint.values import NamedTuple

SETTLED = 20  # the tie of a word to a neighbour, at least, that it is left alone for
GAIN = 1.9  # what the likeliest exchange gains, at least, to be looked at further
SUPPORT, DOUBTFUL = 0.5, -2.0  # what the log odds of a word count for those of its term; those that count nothing
DISSENT = -0.3  # added to those of a term if another word is likelier
MOST_CANDIDATES = 6  # per word, to be judged
STEM = 4  # letters in which words of one stem agree
FITTING = 3.5  # log odds that a word is seen to gain, at most, for how it fits and for the triples that it makes
MEETING = 1.2  # those for the triples, and for its kin
KNOWN_TERM, KNOWN_EXPRESSION = -0.8, 0.0  # scores of paraphrases that are told as such
_LETTERS = {"N": "n", "J": "a", "V": "v", "R": "r"}
_LIKELY = 3  # word classes of a word that are looked at


class Exchange(NamedTuple):
    """A word that may have stood where another stands.

    Attributes:
        word: its number in ``terms.bin``.
        strength: how close it is to the word of the text, from 0 to 1; more if it is listed.
        left, right: its ties to the words before and behind.
    """

    word: int
    strength: float
    left: float
    right: float


class Slot(NamedTuple):
    """A word between its neighbours, and what may have stood there.

    Attributes:
        word: the number of the word.
        neighbours: those of the words before and behind it.
        left, right: its ties to them.
        exchanges: the likeliest first.
        number: how many there are in all.
    """

    word: int
    neighbours: tuple[int, int]
    left: float
    right: float
    exchanges: tuple[Exchange, ...]
    number: int


class Suspect(NamedTuple):
    """A slot where it stands: the token, the class of the word as a letter, and whether a verb stands before it."""

    place: int
    letter: str
    after_verb: bool
    slot: Slot


class Search(NamedTuple):
    """What was found in a document.

    Attributes:
        suspects: words that others fit better.
        counts: how often each word stands in the document.
        pairs: words that stand side by side in it.
        subject: what it is about.
    """

    document: Document
    suspects: list[Suspect]
    counts: Counter[int]
    pairs: frozenset[tuple[int, int]]
    subject: Subject


def misplaced(document: Document) -> tuple[Paraphrase, ...]:
    """Return the words that were likely exchanged, in text order (a layer: see ``Document.derive``).

    What is part of a paraphrased term or expression is left to those. The scores are log odds.

    Raises:
        DataError: if the frames, the terms or the expressions cannot be read.
    """
    told = [each.span for each in document.derive(supported) if each.score >= KNOWN_TERM]
    covered = {place for span in told for place in range(span.start, span.end)}
    return tuple([each for each in document.derive(suspected) if each.span.start not in covered])


def supported(document: Document) -> tuple[Paraphrase, ...]:
    """Return the paraphrases of terms (see ``paraphrases``), as likely as one of their words alone makes them.

    A word that does not go with its neighbours speaks for the term, if the term has what belongs there, and else
    against it. A layer: see ``Document.derive``.

    Raises:
        DataError: if the frames, the terms or the expressions cannot be read.
    """
    suspects = {each.span.start: each for each in document.derive(suspected)}
    found = []
    for term in document.derive(paraphrases):
        inside = [suspects[place] for place in range(term.span.start, term.span.end) if place in suspects]
        if inside:
            word = max(inside, key=lambda each: each.score)
            agreed = max(-SUPPORT, SUPPORT * (word.score - DOUBTFUL))
            term = term._replace(score=term.score + (agreed if word.term[:STEM] in term.term else DISSENT))
        found.append(term)
    return tuple(found)


def suspected(document: Document) -> tuple[Paraphrase, ...]:
    """Return the words that may have been exchanged, parts of terms among them, in text order (a layer).

    In a document without two terms that are surely paraphrased only words that are listed for others are asked: any
    other alone proves little.

    Raises:
        DataError: if the frames, the terms or the expressions cannot be read.
    """
    sure = sure_ones(document)
    search = find(document)
    told = [each.span for each in document.derive(idioms) if each.score >= KNOWN_EXPRESSION]
    covered = {place for span in told for place in range(span.start, span.end)}
    terms = [each.span for each in document.derive(paraphrases) if each.score >= KNOWN_TERM]
    inside = {place for span in terms for place in range(span.start, span.end)}
    damaged = prior(document, sure)
    if sure >= LEAST_SURE:
        damaged = max(0.0, damaged)
    found = []
    for suspect in search.suspects:
        if sure < LEAST_SURE and all(each.strength <= 1 for each in suspect.slot.exchanges):
            continue
        span = document.tokens.span(suspect.place, suspect.place + 1)
        if span.start not in covered:
            # Of part of a term it counts which word is likeliest, hopeless or not (see ``supported``).
            scores = list(_scores(search, suspect, -inf if span.start in inside else HOPELESS))
            best = max(scores)
            if sure < LEAST_SURE and suspect.slot.exchanges[scores.index(best)].strength <= 1:
                continue
            meant = _written(suspect.slot.exchanges[scores.index(best)].word, document.tags[suspect.place])
            found.append(Paraphrase(span, meant, best + damaged, None))
    return tuple(found)


def find(document: Document) -> Search:
    """Look for words of a document that others fit better.

    Raises:
        DataError: if the frames or the terms cannot be read.
    """
    tokens, tags = document.tokens, document.tags
    line, at, counts = _line(document)
    ids, types = tokens.ids, tokens.types
    contents = [
        content_numbers(word.lower) if word.kind is TokenKind.WORD and word.lower not in DROPPED else ()
        for word in types
    ]
    starts = frozenset(tokens.sentences)
    suspects = []
    for index, place in enumerate(at):
        if place < 0 or not (numbers := contents[ids[place]]):
            continue
        letter = _LETTERS.get(tags[place][0])
        if letter is None or (types[ids[place]].capital and place not in starts) or tags[place].startswith("NNP"):
            continue
        slot = _slot(numbers, letter, line[index - 1], line[index + 1])
        if slot is not None:
            before = at[index - 1]
            suspects.append(Suspect(place, letter, before >= 0 and tags[before][0] == "V", slot))
    if not suspects:
        return Search(document, [], counts, frozenset(), Subject(Counter()))
    size = len(load_terms().costs)
    pairs = frozenset((one, other) for one, other in pairwise(line) if one < size and other < size)
    return Search(document, suspects, counts, pairs, Subject(counts))


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


@lru_cache(maxsize=1 << 15)
def _slot(numbers: tuple[int, ...], letter: str, before: int, behind: int) -> Slot | None:
    """Return what may have stood for a word between two others; None if it is well placed, or nothing fits better."""
    choices = _choices(numbers, letter)
    if not choices.strengths:
        return None
    frames = load()
    tie, followers = frames.tie, frames.behind[before]
    left = max([tie(before, number) for number in numbers])
    right = max([tie(number, behind) for number in numbers])
    likely = choices.listed
    if left < SETTLED and right < SETTLED:
        keys = choices.strengths.keys()
        likely = likely.union(keys & followers.keys(), frames.before[behind].intersection(keys))
    if not likely:
        return None
    costs, tied = frames.costs, left + right
    own, cost_before = min([costs[number] for number in numbers]), costs[before]
    found = []
    for other in likely:
        strength, met = choices.strengths[other] / STRENGTH, followers.get(other)
        one = untied(cost_before + costs[other]) if met is None else met
        two = tie(other, behind)
        gain = (one + two - tied + 0.4 * (own - costs[other])) / COST + 0.5 * min(strength, 1.0)
        found.append((gain + GAIN * (other in choices.listed), other, strength, one, two))
    found.sort(reverse=True)
    if found[0][0] < GAIN:
        return None
    likeliest = [Exchange(other, *rest) for _, other, *rest in found[:MOST_CANDIDATES]]
    return Slot(numbers[0], (before, behind), left, right, tuple(likeliest), len(found))


class Choices(NamedTuple):
    """What a word of some class may stand for, with strengths, and those of them that are listed."""

    strengths: dict[int, int]
    listed: frozenset[int]


@lru_cache(maxsize=1 << 14)
def _choices(numbers: tuple[int, ...], letter: str) -> Choices:
    words = load_terms().words
    strengths = {
        other: strength
        for other, strength in exchanges(numbers).items()
        if letter in word_letters(words[other])[:_LIKELY]
    }
    return Choices(strengths, frozenset([other for other, strength in strengths.items() if strength >= LISTED]))


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
    """

    sentence: Vector
    window: Vector
    around: Around
    row: list[float]


def features(search: Search, suspect: Suspect) -> Iterator[list[float]]:
    """Yield the features of each exchange of a suspect, in the order of ``FEATURES``."""
    site = _site(search, suspect)
    for each in suspect.slot.exchanges:
        row = _apart(search, suspect, site, each)
        _fit(row, search, suspect, site, each)
        _meet(row, search, suspect, site, each)
        yield row


def _scores(search: Search, suspect: Suspect, hopeless: float) -> Iterator[float]:
    """Yield the log odds of each exchange of a suspect.

    What takes longest, how the other word fits its sentence and its document and which triples English has, is not
    asked of what has hopelessly low log odds all the same; they are then those of a word that fits nowhere.
    """
    model, site = _model(), _site(search, suspect)
    for each in suspect.slot.exchanges:
        row = _apart(search, suspect, site, each)
        odds = model.odds(row)
        if odds + FITTING >= hopeless:
            _fit(row, search, suspect, site, each)
            odds = model.odds(row)
            if odds + MEETING >= hopeless:
                _meet(row, search, suspect, site, each)
                odds = model.log_odds(row)
        yield odds


def _site(search: Search, suspect: Suspect) -> Site:
    document, slot, letter, place = search.document, suspect.slot, suspect.letter, suspect.place
    costs, size, subject = load().costs, len(load_terms().costs), search.subject
    before, behind = slot.neighbours
    source, places, tag = vector_of(slot.word), document.derive(surroundings), document.tags[place]
    sentence, window, stands = places.sentence(place, place), places.window(place), around(document, place, place)
    context, near = cosine(source, sentence), cosine(source, window)
    topic, kinship = subject.likeness(slot.word), subject.kinship(slot.word)
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
        *(0.0, 0.0, -kinship, kinship),
    ]
    return Site(sentence, window, stands, row)


_AT = {name: place for place, name in enumerate(FEATURES)}
_LEFT, _RIGHT, _GAIN, _RARER, _TARGET, _STRENGTH = map(
    _AT.__getitem__, ("left", "right", "gain", "rarer", "target", "strength")
)
_NEW_LEFT, _NEW_BEST, _MEANT, _PAIR, _CLASS, _STEM = map(
    _AT.__getitem__, ("new-left", "new-best", "meant", "pair", "class", "stem")
)
_LISTED, _ALIKE, _TRIPLE, _EXPECTED = map(_AT.__getitem__, ("listed", "alike", "triple", "expected"))
_CONTEXT, _NEARNESS, _WINDOW, _TOPIC, _KINSHIP = map(
    _AT.__getitem__, ("context", "nearness", "window", "topic", "kinship")
)


def _apart(search: Search, suspect: Suspect, site: Site, each: Exchange) -> list[float]:
    """Return the features of an exchange as if it fitted nowhere."""
    slot, word = suspect.slot, each.word
    before, behind = slot.neighbours
    left, right, cost = each.left / COST, each.right / COST, load().costs[word] / COST
    row = site.row.copy()
    row[_LEFT] += left
    row[_RIGHT] += right
    row[_GAIN] += left + right
    row[_RARER] -= cost
    row[_TARGET] = -cost
    row[_STRENGTH] = min(each.strength, 1.0)
    row[_NEW_LEFT : _NEW_BEST + 1] = left, right, max(left, right)
    row[_MEANT] = log(1 + search.counts[word])
    row[_PAIR] = float((before, word) in search.pairs or (word, behind) in search.pairs)
    row[_CLASS] = float(_is_of(word, suspect.letter))
    row[_STEM] = float(_stem(word) == _stem(slot.word))
    row[_LISTED] = float(each.strength > 1.0)
    row[_ALIKE] = float(each.strength >= ALIKE / STRENGTH)
    return row


def _fit(row: list[float], search: Search, suspect: Suspect, site: Site, each: Exchange) -> None:
    """Add to the features that ``_apart`` tells how an exchange fits its sentence and what the document is about."""
    target = vector_of(each.word)
    row[_CONTEXT] += cosine(target, site.sentence)
    row[_NEARNESS] = nearness(suspect.slot.word, each.word)
    row[_WINDOW] += cosine(target, site.window)
    row[_TOPIC] += search.subject.likeness(each.word)


def _meet(row: list[float], search: Search, suspect: Suspect, site: Site, each: Exchange) -> None:
    """Add to the features which triples English has with an exchange, and how like it is to its kin."""
    met = levels(site.around, _written(each.word, search.document.tags[suspect.place]))
    best, several = max(met), float(sum(map(bool, met)) > 1)
    row[_TRIPLE : _EXPECTED + 1] = float(best >= MET), several, float(best >= LIKELY), float(best >= EXPECTED)
    row[_KINSHIP] += search.subject.kinship(each.word)


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
