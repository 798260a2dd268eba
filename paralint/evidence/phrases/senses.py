"""Words of another sense: what belongs to one subject, put in the words of another.

"The cupboard resigned", "the rocket left its cushion": a paraphraser or a translator took one sense of a word for the
other, and put a synonym of that, or its other translation. Nothing beside such a word says so; what the sentence is
about does. The data file is made by ``tools/build_senses.py`` of a list written for paralint: subjects, the words that
tell each of them, and for terms of each what is put there by mistake and is hardly at home there.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from math import inf

from paralint.data import read
from paralint.data.lines import Lines, lines_of
from paralint.evidence.phrases.company import tied
from paralint.evidence.phrases.compounds import following
from paralint.evidence.phrases.paraphrases import LETTERS, Paraphrase
from paralint.evidence.phrases.vectors import cosine, subject_of, surroundings, vector_of
from paralint.evidence.words.exchanges import content_numbers
from paralint.evidence.words.terms import FUNCTION_WORDS, bases
from paralint.evidence.words.terms import load as load_terms
from paralint.text.document import Document
from paralint.text.morphology import inflect, zipf_frequency
from paralint.text.words import TokenKind
from paralint.values import NamedTuple

FILE = "senses.txt"
HEADER = "# paralint senses 1\n"
SIGN = "="  # stands before a word that tells a subject
WEAK = "N"  # the class of a noun that only general lists have for the right one
PAIR = "+"  # stands before the first of two words that are put for a term
LEAST = 1.2  # words of the sentence that tell the subject, for which others may stand in
NEAR = 0.5  # what a word of the same paragraph counts that tells the subject, for one of the sentence
MUCH = 8  # words of a document that tell as much of its subject as one of the sentence
BIAS, TOLD, COMMON, TOPIC, WINDOW = 2.2, 0.45, 0.75, 1.4, 1.6
"""Log odds: of any place, for each word that tells the subject, taken off for how common the word is, for how much more
the right one is like the document, and what stands near."""
DOUBT = 1.0  # taken off what only general lists have
AT_HOME, LIKER = 0.35, 0.1
"""How like the document a word is that belongs there (a placard, where a strike is told of), and how much more like it
the right one must be. A word that tells a subject itself belongs there too, if that is told no less than the other. On
40 pages the list was not made of 27 of 49 were no such words, with these limits 9 of 28."""
PAIR_TOLD = 1.5  # words of a document that tell the subject of two words that stand for a term, at least
TERM_TOLD = 1.5  # what must stand near them to tell it, if they are a term of their own ("fire engines")
MOST_PLACES = 1  # what a document says oftener is what it means to say: of 8 that were said twice 2 were put there


class Sense(NamedTuple):
    """A word that may have been meant.

    Attributes:
        meant: the word.
        letter: its class.
        subject: that to which it belongs.
        second: the second of two words that are put for it, or "": behind a small word between them and a hyphen.
        weak: whether only general lists have it.
    """

    meant: str
    letter: str
    subject: int
    second: str = ""
    weak: bool = False


@lru_cache(maxsize=1)
def _lines() -> Lines:
    return lines_of(read(FILE), FILE, HEADER, "senses")


@lru_cache(maxsize=1 << 14)
def subjects(form: str) -> tuple[int, ...]:
    """Return the subjects that a lower-case word tells; below nought are homes of plain things, without terms.

    Raises:
        DataError: if the data file is missing, cut short or of another version.
    """
    line = _lines().find(SIGN + form)
    return () if line is None else tuple(map(int, line.split(b" ")))


@lru_cache(maxsize=1 << 14)
def senses(word: str) -> tuple[Sense, ...]:
    """Return what may have been meant by a word in its base form.

    Raises:
        DataError: if the data file is missing, cut short or of another version.
    """
    line = _lines().find(word)
    if line is None:
        return ()
    rows = (row.split(",") for row in line.decode().split(" "))
    return tuple(
        Sense(meant, letter.lower(), int(subject), "".join(second), letter == WEAK)
        for meant, letter, subject, *second in rows
    )


@lru_cache(maxsize=1 << 15)
def _senses_of(form: str, mark: str = "") -> tuple[Sense, ...]:
    """Return what may have been meant by a lower-case word, or, with ``PAIR``, by it and a word behind it."""
    return tuple([sense for base in bases(form) for sense in senses(mark + base)])


@lru_cache(maxsize=1 << 14)
def _sign(form: str) -> tuple[str, tuple[int, ...]]:
    """Return that one of the base forms of a lower-case word which tells subjects, and those."""
    return next(((each, found) for each in (form, *bases(form)) if (found := subjects(each))), (form, ()))


class Told(NamedTuple):
    """What a document is about.

    Attributes:
        strength: by subject, what the words that tell it count.
        types: by subject, the types of the document that tell it.
    """

    strength: dict[int, float]
    types: dict[int, frozenset[int]]


def told(document: Document) -> Told:
    """Return what a document is about (a layer: see ``Document.derive``)."""
    strength: defaultdict[int, float] = defaultdict(float)
    types: defaultdict[int, set[int]] = defaultdict(set)
    seen: set[str] = set()
    for number, word in enumerate(document.tokens.types):
        if word.kind is not TokenKind.WORD:
            continue
        form, found = _sign(word.lower)
        for subject in found:
            types[subject].add(number)
            if form not in seen and subject >= 0:
                strength[subject] += 1 / sum(each >= 0 for each in found)
        seen.add(form)
    return Told(dict(strength), {subject: frozenset(numbers) for subject, numbers in types.items()})


class Misfit(NamedTuple):
    """A word that is foreign to what is told, or two.

    Attributes:
        place, last: its first token and its last one.
        score: how much tells so.
        sense: what was meant.
    """

    place: int
    last: int
    score: float
    sense: Sense


def wrong_senses(document: Document) -> tuple[Paraphrase, ...]:
    """Return the words of a sense that is foreign to what is told, in text order (a layer: see ``Document.derive``).

    Raises:
        DataError: if the senses cannot be read.
    """
    found = []
    pairs = list(foreign_pairs(document))
    inside = frozenset([place for pair in pairs for place in range(pair.place, pair.last + 1)])
    alone = [word for word in misfits(document) if word.place not in inside]
    for place, last, score, sense in (*alone, *pairs):
        words = sense.meant.split("-") if sense.second else [sense.meant]
        words[-1] = (inflect(words[-1], document.tags[last]) if sense.letter in "nv" else "") or words[-1]
        found.append(Paraphrase(document.tokens.span(place, last + 1), " ".join(words), score, None))
    return tuple(sorted(found, key=lambda each: each.span))


def misfits(document: Document) -> Iterator[Misfit]:
    """Yield the words that are foreign to what is told, type by type."""
    about = document.derive(told)
    for number, word in enumerate(document.tokens.types):
        if word.kind is not TokenKind.WORD:
            continue
        known = [sense for sense in _senses_of(word.lower) if sense.subject in about.strength]
        for place in _places(document, number) if known else ():
            letter = LETTERS.get(document.tags[place][0])
            found = [
                Misfit(place, place, much, sense)
                for sense in known
                if sense.letter == letter and (much := _told(document, about, sense.subject, place)) >= LEAST
            ]
            if found and not _at_home(document, place):
                own = max([_told(document, about, each, place) for each in _sign(word.lower)[1]], default=0.0)
                usual = tied(document, place)
                odds = [
                    (_odds(document, each), each.sense)
                    for each in found
                    if each.score > own and not (usual and usual >= tied(document, place, each.sense.meant))
                ]
                if odds:
                    best, sense = max(odds)
                    yield Misfit(place, place, best, sense)


def foreign_pairs(document: Document) -> Iterator[Misfit]:
    """Yield the two words side by side, or around a small one, that were put for a term, type by type."""
    about, tokens = document.derive(told), document.tokens
    for number, word in enumerate(tokens.types):
        if word.kind is not TokenKind.WORD:
            continue
        known = [each for each in _senses_of(word.lower, PAIR) if each.subject in about.strength]
        for place in _places(document, number, len(tokens)) if known else ():
            found = next(filter(None, (_as_pair(document, about, place, sense) for sense in known)), None)
            if found is not None:
                yield found


def _as_pair(document: Document, about: Told, place: int, sense: Sense) -> Misfit | None:
    """Return the words at a place as what was put for a term of a subject; None if they are not that."""
    rest = sense.second.split("-")
    if FUNCTION_WORDS.issuperset(rest):
        return None  # "a seat in the hall" is no garbled sit-in: such a term is told by its hyphen alone
    if about.strength[sense.subject] < PAIR_TOLD or not _follow(document, place, rest):
        return None
    if _is_term(document, place, rest) and _told(document, about, sense.subject, place) < TERM_TOLD:
        return None
    return Misfit(place, place + len(rest), about.strength[sense.subject], sense)


def _is_term(document: Document, place: int, rest: list[str]) -> bool:
    """Whether a word and another one behind it are a compound that dictionaries have."""
    return any("_".join(rest) in following(base) for base in bases(document.tokens.word(place).lower))


def _places(document: Document, number: int, most: int = MOST_PLACES) -> Iterator[int]:
    """Yield the places of a type if they are few; those of a type with a capital where that says nothing."""
    places, capital = document.places[number], document.tokens.types[number].capital
    for place in places if len(places) <= most else ():
        begins = document.sentences[document.sentence_of(place)].first == place
        if not capital or (begins and not document.tags[place].startswith("NNP")):
            yield place


def _follow(document: Document, place: int, words: list[str]) -> bool:
    """Whether some words in base form stand behind a token, none of them with a capital."""
    behind = [
        document.tokens.word(each) for each in range(place + 1, min(place + 1 + len(words), len(document.tokens)))
    ]
    return len(behind) == len(words) and all(
        not word.capital and (base == word.lower or base in bases(word.lower))
        for base, word in zip(words, behind, strict=True)
    )


class _Types:
    """The types of the sentences and blocks of a document, each counted when it is first asked for (a layer)."""

    def __init__(self, document: Document) -> None:
        self._tokens = document.tokens
        self._sentences: dict[int, Counter[int]] = {}
        self._blocks: dict[int, frozenset[int]] = {}

    def of_sentence(self, number: int) -> Counter[int]:
        if number not in self._sentences:
            first, last = self._tokens.sentences[number : number + 2]
            self._sentences[number] = Counter(self._tokens.ids[first:last])
        return self._sentences[number]

    def of_block(self, number: int) -> frozenset[int]:
        if number not in self._blocks:
            first, last = self._tokens.blocks[number : number + 2]
            self._blocks[number] = frozenset(self._tokens.ids[first:last])
        return self._blocks[number]


def _told(document: Document, about: Told, subject: int, place: int) -> float:
    """Return how much of what stands around a token, and of the document, tells a subject."""
    tokens, telling = document.tokens, about.types[subject]
    own, types = tokens.ids[place], document.derive(_Types)
    sentence = types.of_sentence(document.sentence_of(place))
    here = sentence.keys() & telling
    if sentence[own] == 1:
        here.discard(own)
    near = (types.of_block(document.block_of(place)) & telling) - {own}
    return len(here) + NEAR * len(near - here) + min(1.0, about.strength.get(subject, 0.0) / MUCH)


def _odds(document: Document, found: Misfit) -> float:
    """Return the log odds that a word was put for another: how much is told, how well either fits, how rare it is."""
    place, _, told, sense = found
    form = document.tokens.word(place).lower
    odds = BIAS + TOLD * told - COMMON * zipf_frequency(form) - DOUBT * sense.weak
    own, meant = content_numbers(form), content_numbers(sense.meant)
    if own and meant:
        one, other = vector_of(own[0]), vector_of(meant[0])
        window = document.derive(surroundings).window(place)
        subject = document.derive(subject_of)
        like, liker = subject.likeness(own[0]), subject.likeness(meant[0])
        if like >= AT_HOME or liker - like < LIKER:
            return -inf
        odds += TOPIC * (liker - like)
        odds += WINDOW * (cosine(other, window) - cosine(one, window))
    return odds


def _at_home(document: Document, place: int) -> bool:
    """Whether English puts a word beside its neighbour as it stands there: "kitchen cupboard"."""
    terms, tokens = load_terms(), document.tokens
    own = content_numbers(tokens.word(place).lower)
    before = content_numbers(tokens.word(place - 1).lower) if place else ()
    behind = content_numbers(tokens.word(place + 1).lower) if place + 1 < len(tokens) else ()
    return any(terms.met(one, "", other) for one in before for other in own) or any(
        terms.met(one, "", other) for one in own for other in behind
    )
