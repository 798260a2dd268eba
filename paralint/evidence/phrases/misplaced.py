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
from math import log

from paralint.evidence.phrases.frames import DROPPED, FIRST, LAST, NAME, TIED, Frames, load, untied
from paralint.evidence.phrases.frames import number as framed
from paralint.evidence.phrases.idioms import idioms
from paralint.evidence.phrases.paraphrases import LEAST_SURE, Paraphrase, inflected, paraphrases, prior, sure_ones
from paralint.evidence.phrases.triples import EXPECTED, LIKELY, MET, around, levels
from paralint.evidence.phrases.vectors import Subject, cosine, nearness, surroundings, vector_of
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
FITTING = 4.0  # log odds that a word is seen to gain, at most, for how it fits its sentence and its document
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
    model, damaged = _model(), prior(document, sure)
    if sure >= LEAST_SURE:
        damaged = max(0.0, damaged)
    found = []
    for suspect in search.suspects:
        if sure < LEAST_SURE and all(each.strength <= 1 for each in suspect.slot.exchanges):
            continue
        span = document.tokens.span(suspect.place, suspect.place + 1)
        if span.start not in covered:
            scores = [model.log_odds(row) for row in features(search, suspect, model)]
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
    frames = load()
    tie = frames.tie
    left = max([tie(before, number) for number in numbers])
    right = max([tie(number, behind) for number in numbers])
    known = exchanges(numbers)
    settled = left >= SETTLED or right >= SETTLED
    followers, leaders = frames.behind[before], frames.before[behind]
    likely = [
        other
        for other, strength in known.items()
        if strength >= LISTED or (not settled and (followers.get(other, 0) >= TIED or other in leaders))
    ]
    if not likely:
        return None
    found = sorted(_ranked(frames, numbers, letter, (before, behind), (left, right), likely), reverse=True)
    if not found or found[0][0] < GAIN:
        return None
    likeliest = tuple(exchange for _, _, exchange in found[:MOST_CANDIDATES])
    return Slot(numbers[0], (before, behind), left, right, likeliest, len(found))


def _ranked(
    frames: Frames,
    numbers: tuple[int, ...],
    letter: str,
    around: tuple[int, int],
    ties: tuple[float, float],
    likely: list[int],
) -> Iterator[tuple[float, int, Exchange]]:
    """Yield the words that may have stood in a slot with what each gains."""
    words, costs, known = load_terms().words, frames.costs, exchanges(numbers)
    followers = frames.behind[around[0]]
    own = min(costs[number] for number in numbers)
    for other in likely:
        if letter in word_letters(words[other])[:_LIKELY]:
            found = followers.get(other)
            left = untied(costs[around[0]] + costs[other]) if found is None else found
            right = frames.tie(other, around[1])
            strength = known[other] / STRENGTH
            gain = (left + right - sum(ties) + 0.4 * (own - costs[other])) / COST + 0.5 * min(strength, 1.0)
            gain += GAIN * (known[other] >= LISTED)
            yield gain, other, Exchange(other, strength, left, right)


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


_AT = {name: place for place, name in enumerate(FEATURES)}
_CONTEXT, _NEARNESS, _WINDOW, _TOPIC, _KINSHIP = map(
    _AT.__getitem__, ("context", "nearness", "window", "topic", "kinship")
)
_TRIPLE, _EXPECTED = _AT["triple"], _AT["expected"]  # the first and the last that tell of triples


def features(search: Search, suspect: Suspect, model: Model | None = None) -> Iterator[list[float]]:
    """Yield the features of each exchange of a suspect, in the order of ``FEATURES``.

    How the other word fits its sentence and its document takes longest, and then which triples English has. With a
    model, that is not asked of what stays hopeless all the same: such a word is taken for one that fits nowhere.
    """
    document, slot, letter, place = search.document, suspect.slot, suspect.letter, suspect.place
    frames, terms, counts, subject = load(), load_terms(), search.counts, search.subject
    costs, words, size = frames.costs, terms.words, len(terms.costs)
    before, behind = slot.neighbours
    tag, stands = document.tags[place], around(document, place, place)
    source, places = vector_of(slot.word), document.derive(surroundings)
    sentence, window = places.sentence(place, place), places.window(place)
    own_context, own_window = cosine(source, sentence), cosine(source, window)
    own_topic, own_kinship = subject.likeness(slot.word), subject.kinship(slot.word)
    own_met = levels(stands, document.tokens.word(place).lower)
    own_stem, own_cost = words[slot.word][:STEM], costs[slot.word]
    shared = [
        -own_cost / COST,
        slot.left / COST,
        slot.right / COST,
        max(slot.left, slot.right) / COST,
        log(max(1, counts[slot.word])),
        float(letter == "n"),
        float(letter == "v"),
        float(letter == "a"),
        float(before >= size),
        float(behind >= size),
        float(word_letters(words[slot.word])[:1] == letter),
        log(slot.number),
        -costs[before] / COST,
        -costs[behind] / COST,
        float(tag == "VBN"),
        float(suspect.after_verb),
        float(sum(own_met) > 0),
        float(sum(map(bool, own_met)) > 1),
    ]
    by_triples = sum(max(0.0, weight) for weight in model.weights[_TRIPLE : _EXPECTED + 1]) if model else 0.0
    for each in slot.exchanges:
        word, cost = words[each.word], costs[each.word]
        row = [
            1.0,
            (each.left - slot.left) / COST,
            (each.right - slot.right) / COST,
            (each.left + each.right - slot.left - slot.right) / COST,
            (own_cost - cost) / COST,
            shared[0],
            -cost / COST,
            min(each.strength, 1.0),
            *shared[1:4],
            each.left / COST,
            each.right / COST,
            max(each.left, each.right) / COST,
            shared[4],
            log(1 + counts[each.word]),
            float((before, each.word) in search.pairs or (each.word, behind) in search.pairs),
            *shared[5:10],
            float(word_letters(word)[:1] == letter),
            *shared[10:14],
            -own_context,
            0.0,
            own_context,
            -own_window,
            own_window,
            -own_topic,
            own_topic,
            float(word[:STEM] == own_stem),
            *shared[14:],
            0.0,
            0.0,
            0.0,
            0.0,
            float(each.strength > 1.0),
            float(each.strength >= ALIKE / STRENGTH),
            -own_kinship,
            own_kinship,
        ]
        if model is None or model.odds(row) + FITTING >= HOPELESS:
            target = vector_of(each.word)
            row[_CONTEXT] += cosine(target, sentence)
            row[_NEARNESS] = nearness(slot.word, each.word)
            row[_WINDOW] += cosine(target, window)
            row[_TOPIC] += subject.likeness(each.word)
            row[_KINSHIP] += subject.kinship(each.word)
            if model is None or model.odds(row) + by_triples >= HOPELESS:
                met = levels(stands, _written(each.word, tag))
                best = max(met)
                row[_TRIPLE : _EXPECTED + 1] = (
                    float(best >= MET),
                    float(sum(map(bool, met)) > 1),
                    float(best >= LIKELY),
                    float(best >= EXPECTED),
                )
        yield row


@lru_cache(maxsize=1 << 14)
def _written(number: int, tag: str) -> str:
    """Return a word in the form that a tag asks for, by its number."""
    word = load_terms().words[number]
    return inflected(word, tag) or word
