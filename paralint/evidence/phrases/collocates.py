"""Words of another sense beside a word that goes with the right one: "declared an emergence", "lifted an eyelash".

What may have been put for a word by mistake is listed, and so are the collocations, terms and idioms of news English;
both lists were written for paralint. Where a listed word stands for one of a collocation, and the rest of it stands
where it belongs, be it with an article and an attribute between or turned round by the passive, the collocation was
meant. The data file is made by ``tools/build_collocates.py``, which leaves out what clean texts have.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from paralint.data import read
from paralint.data.lines import Lines, lines_of
from paralint.evidence.phrases.company import tied
from paralint.evidence.phrases.expressions import DROPPED
from paralint.evidence.phrases.pairs import load as load_pairs
from paralint.evidence.phrases.paraphrases import LETTERS, Paraphrase
from paralint.evidence.phrases.swapped import RELATED, Relation, relation_of
from paralint.evidence.phrases.triples import around, levels
from paralint.evidence.phrases.vectors import likeness, nearness
from paralint.evidence.words.closed import words
from paralint.evidence.words.exchanges import content_numbers
from paralint.evidence.words.nouns import persons, plural_things, things
from paralint.evidence.words.terms import FUNCTION_WORDS, LINKS, bases
from paralint.evidence.words.terms import load as load_terms
from paralint.text.document import Document
from paralint.text.morphology import inflect, zipf_frequency
from paralint.text.words import TokenKind
from paralint.values import NamedTuple

FILE = "collocates.txt"
HEADER = "# paralint collocates 3\n"
PUT = "="  # stands before a word that is put for others
HOLE = "_"  # stands for the word itself in a collocation
LONG = "+"  # stands behind what clean texts put beside collocations of two words, so that only longer ones tell
CLASS = "@"  # begins the name of a class of nouns
PERSON, THING, NUMBER = "@person", "@thing", "@number"
FIRST = "."  # for the first content word of the rest of a collocation
BETWEEN = 2  # words that may stand between two content words of a collocation
MOST_PLACES = 2  # what a document says oftener is what it means to say
COMMON = 4.8  # how common a word is that many words go with, log10 in a billion words
PAIR = 2  # words of a collocation that says little of what goes with many words
MOST_LINKS = 5  # words that may stand between what is told and what is told of it, a form of "be" among them
ALIKE = 0.4  # how like a verb is to a related one that good writers exchange it for
AT_HOME, LIKER = 0.45, 0.2  # how like the document a word is that belongs there, and how much more the other must be
MOST_WITHIN = 6  # tokens of what is told of the head of a subject behind its preposition
LIKELY = 3  # levels of the triples of a word where it may have been meant, in sum
_CLASSES = tuple(LETTERS.values())
_QUANTITIES = words("no any every each some all many much several few fewer more most both another enough half")
_PERSONS = words("him them me us mr mrs ms dr sir people anyone everyone someone nobody")
_BE = words("be is are was were been being am get gets got getting remain remains remained become becomes became")
_PARTICLES = words("up out off down on over in back away through forward aside along together under")
_AUXILIARIES = words("has have had is are was were will would can could may might must shall should did not been never")
_SUBJECTS = words("he she i we")
_WITHIN = words("of in at for from on with")  # what stands between a head and what is told of it
_NOUNS = ("NN", "NNS")
_DETERMINERS = frozenset({"DT", "PRP$", "CD", "POS"})
_HAVE = words("has have had not never")
_FINITE = frozenset({"VB", "VBD", "VBP", "VBZ", "MD"})
_CLOSED = _FINITE.union(("IN", "CC", "WDT", "WP", "EX"))
_TOLD = frozenset({"VBN", "JJ", "VBD", "JJR"})
_LINKING = words("has have had having will would can could may might must shall should to not never that which who n't")


class Exchange(NamedTuple):
    """A word that may have been meant.

    Attributes:
        meant: the word.
        letter: its class.
        long: whether only a collocation of three words and more tells.
    """

    meant: str
    letter: str
    long: bool = False


class Misfit(NamedTuple):
    """A token whose word was put for another, which makes a collocation with tokens near it.

    Attributes:
        place: the token.
        others: the tokens of the rest of the collocation.
        exchange: what was meant.
    """

    place: int
    others: tuple[int, ...]
    exchange: Exchange


@lru_cache(maxsize=1)
def _lines() -> Lines:
    return lines_of(read(FILE), FILE, HEADER, "collocates")


@lru_cache(maxsize=1 << 14)
def exchanges(word: str) -> tuple[Exchange, ...]:
    """Return what may have been meant by a word in its base form.

    Raises:
        DataError: if the data file is missing, cut short or of another version.
    """
    line = _lines().find(PUT + word)
    if line is None:
        return ()
    rows = (each.partition("/") for each in line.decode().split(" "))
    return tuple(Exchange(meant, letters[0], letters.endswith(LONG)) for meant, _, letters in rows)


@lru_cache(maxsize=1 << 14)
def collocations(word: str) -> Mapping[str, str]:
    """Return the collocations of a word in its base form, joined, by the first content word of the rest of each.

    Raises:
        DataError: if the data file is missing, cut short or of another version.
    """
    line = _lines().find(word)
    if line is None:
        return {}
    return dict([each.split(":", 1) for each in line.decode().split(" ")])


@lru_cache(maxsize=1 << 14)
def firsts(word: str) -> frozenset[str]:
    """Return the words that ``collocations`` has collocations by."""
    return frozenset(collocations(word))


@lru_cache(maxsize=1 << 14)
def rows(first: str, joined: str) -> tuple[tuple[str, ...], ...]:
    """Return the words of each of some joined collocations, with ``HOLE`` in the place of the word they are told of.

    ``FIRST`` stands for the first content word of the rest.
    """
    return tuple([tuple(each.replace(FIRST, first, 1).split("+")) for each in joined.split(":")])


def wrong_collocates(document: Document) -> tuple[Paraphrase, ...]:
    """Return the words that were put for others of a collocation, in text order (a layer: see ``Document.derive``).

    Raises:
        DataError: if the collocates cannot be read.
    """
    found: dict[int, Paraphrase] = {}
    for place, _, (meant, letter, _) in misfits(document):
        form = inflect(meant, document.tags[place]) if letter in "nv" else meant
        found.setdefault(place, Paraphrase(document.tokens.span(place, place + 1), form or meant, 0.0, None))
    return tuple(found[place] for place in sorted(found))


def misfits(document: Document) -> Iterator[Misfit]:
    """Yield the words that were put for others of a collocation, type by type.

    Raises:
        DataError: if the collocates cannot be read.
    """
    tokens, here = document.tokens, document.derive(Sentences)
    for number, word in enumerate(tokens.types):
        places = document.places[number]
        if word.kind is not TokenKind.WORD or word.capital or len(places) > MOST_PLACES:
            continue
        choices = exchanged(word.lower)
        for place in places if choices else ():
            known = here[document.sentence_of(place)]
            classes = [letter for letter in _CLASSES if is_of(document, place, letter)]
            for exchange in choices:
                if exchange.letter in classes and not firsts(exchange.meant).isdisjoint(known):
                    common = exchange.long or _is_common(word.lower)
                    yield from _misfits(document, place, exchange, known, common=common)


@lru_cache(maxsize=1 << 14)
def exchanged(form: str) -> tuple[Exchange, ...]:
    """Return what may have been meant by a lower-case word."""
    return tuple([each for base in sorted({form, *bases(form)}) for each in exchanges(base)])


def _is_common(form: str) -> bool:
    return any(zipf_frequency(base) >= COMMON for base in bases(form))


class Sentences(dict[int, frozenset[str]]):
    """The base forms of the words of each sentence, by its number (a layer: see ``Document.derive``)."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def __missing__(self, sentence: int) -> frozenset[str]:
        _, first, last, _ = self._document.sentences[sentence]
        lowers = self._document.lowers[first:last]
        found = self[sentence] = frozenset([base for lower in lowers for base in bases(lower)])
        return found


def _misfits(
    document: Document,
    place: int,
    exchange: Exchange,
    known: frozenset[str],
    *,
    common: bool,
) -> Iterator[Misfit]:
    """Yield what a token was put for in some collocations of a word that may have been meant.

    Args:
        document: the document.
        place: the token.
        exchange: what may have been meant.
        known: the base forms of the words of the sentence.
        common: whether collocations of two words tell only where the triples speak for the other word.
    """
    told = _told(exchange.meant, known)
    likely = bool(told) and (not common or _is_likely(document, place, exchange))
    for row in told:
        if not likely and len(row) <= PAIR:
            continue
        others = matched(document, place, row, exchange.letter) or turned(document, place, row)
        if not others or _met(document, place, others) or _at_home(document, place, known):
            continue
        own = bases(document.tokens.word(place).lower)
        if _is_fit(document, place, exchange, len(row)) or any(row in _told(base, known) for base in own):
            continue
        yield Misfit(place, others, exchange)


def _told(word: str, known: frozenset[str]) -> list[tuple[str, ...]]:
    """Return the collocations of a word, the rest of which is among the words of a document."""
    told = collocations(word)
    return [
        row
        for first in sorted(firsts(word) & known)
        for row in rows(first, told[first])
        if len(row) <= PAIR or known.issuperset(_content(row))
    ]


def is_of(document: Document, place: int, letter: str) -> bool:
    """Whether a token is of a class; before a noun stand nouns, adjectives and participles alike."""
    tags = document.tags
    own = LETTERS.get(tags[place][0])
    if own == letter:
        return True
    attribute = letter in "na" and (own in ("n", "a") or tags[place] in _TOLD)
    return attribute and place + 1 < len(tags) and tags[place + 1].startswith("NN")


def _met(document: Document, place: int, others: tuple[int, ...]) -> bool:
    """Whether English puts a word beside one of the rest of the collocation as it stands there."""
    terms, tokens = load_terms(), document.tokens
    own = content_numbers(tokens.word(place).lower)
    for other in others:
        numbers = content_numbers(tokens.word(other).lower)
        if numbers:
            first, second = (own, numbers) if place < other else (numbers, own)
            near, far = sorted((place, other))
            link = tokens.word(near + 1).lower if far == near + 2 else ""
            if any(terms.met(one, link if link in LINKS else "", two) for one in first for two in second):
                return True
            if any(load_pairs().met(one, two) for one in first for two in second):
                return True
    return False


def _at_home(document: Document, place: int, known: frozenset[str]) -> bool:
    """Whether a word stands in a collocation of its own."""
    own = bases(document.tokens.word(place).lower)
    return any(matched(document, place, row) for base in own for row in _told(base, known))


def _is_likely(document: Document, place: int, exchange: Exchange) -> bool:
    """Whether English has the word that may have been meant in this place, twice or more, and not its own."""
    own, neighbours = document.tokens.word(place).lower, around(document, place, place)
    if any(levels(neighbours, own)):
        return False
    form = inflect(exchange.meant, document.tags[place]) if exchange.letter in "nv" else exchange.meant
    return sum(levels(neighbours, form or exchange.meant)) >= LIKELY


def _is_fit(document: Document, place: int, exchange: Exchange, length: int) -> bool:
    """Whether a word may well be meant: it is tied to what is near, a verb like the other, or at home in the document.

    Of 31 words of sound sense on annotated texts that leaves 18, of 115 that were put for others 110.
    """
    form, meant = document.tokens.word(place).lower, exchange.meant
    usual = tied(document, place)
    wanted = tied(document, place, meant)
    if usual and usual >= wanted:
        return True
    own, other = content_numbers(form), content_numbers(meant)
    if not own or not other:
        return False
    alike = nearness(own[0], other[0]) >= ALIKE
    relation = relation_of(meant, bases(form)[0]) if alike else None
    if exchange.letter == "v" and relation in RELATED:
        return True
    if length > PAIR:
        return False
    like = likeness(document, own[0])
    if like >= AT_HOME and not _in_term(document, place) and (relation in RELATED or relation is Relation.SIBLING):
        return True  # writers vary what they tell of their subject
    if wanted:
        return False
    return like >= AT_HOME and likeness(document, other[0]) - like < LIKER


def _in_term(document: Document, place: int) -> bool:
    """Whether a noun stands right before or behind a token that is one too."""
    tags = document.tags
    here, last = tags[place], len(tags) - 1
    beside = (place and tags[place - 1] in _NOUNS) or (place < last and tags[place + 1] in _NOUNS)
    return bool(beside) and here in ("NN", "NNS", "JJ")


@lru_cache(maxsize=1 << 14)
def _content(row: tuple[str, ...]) -> frozenset[str]:
    return frozenset([word for word in row if word != HOLE and word not in FUNCTION_WORDS])


def matched(document: Document, place: int, row: tuple[str, ...], letter: str = "") -> tuple[int, ...] | None:
    """Return the tokens of the rest of a collocation around a token, None if it is not there."""
    hole = row.index(HOLE)
    before = _follow(document, place, row[:hole][::-1], -1)
    if before is None:
        return None
    behind = _follow(document, place, row[hole + 1 :], 1)
    if behind is None:
        return None
    found = (*before[::-1], place, *behind)
    if document.tags[found[0]][0] == "V" and _in_compound(document, found[-1]):
        return None
    if letter == "a" and behind and document.tags[behind[0]] in _FINITE:
        return None  # an attribute stands before a noun
    if letter == "v" and len(row) == PAIR and behind and document.tags[behind[0]] == "VBG":
        return None  # who drinks standing up takes no stand
    if len(row) == PAIR and row[0] in FUNCTION_WORDS and not _is_bare(document, place, row[0]):
        return None
    return (*before[::-1], *behind)


def _is_bare(document: Document, place: int, preposition: str) -> bool:
    """Whether a word stands as a noun right behind a preposition where English does not have it."""
    if document.tags[place] != "NN" or place + 1 == len(document.tags) or document.tags[place + 1][0] in "NV":
        return False
    form = document.tokens.word(place).lower
    bare = document.tokens.word(place - 1).lower == preposition
    return bare and not any(levels(around(document, place, place), form))


def _in_compound(document: Document, place: int) -> bool:
    """Whether a noun stands before another one, so that it is not the object."""
    tags, behind = document.tags, place + 1
    return tags[place][0] == "N" and behind < len(tags) and tags[behind] in ("NN", "NNS")


def turned(document: Document, place: int, row: tuple[str, ...]) -> tuple[int, ...] | None:
    """Return the tokens of the rest of a collocation that is turned round by a form of "be", None if it is not there.

    What stands last, a noun, then stands first: "the licence was suspended", "the plan was carried out", "the rain
    is heavy".
    """
    if len(row) < 2 or not _PARTICLES.issuperset(row[1:-1]) or row[-1] in FUNCTION_WORDS:
        return None
    if row[0] == HOLE:
        noun = _over_be(document, place, row[-1], -1)
        behind = None if noun is None else _follow(document, place, row[1:-1], 1)
        return None if noun is None or behind is None else (noun, *behind)
    if row[-1] != HOLE or row[0] in FUNCTION_WORDS:
        return None
    told = _over_be(document, place, row[0], 1)
    behind = None if told is None else _follow(document, told, row[1:-1], 1)
    return None if told is None or behind is None else (told, *behind)


def _over_be(document: Document, place: int, wanted: str, step: int) -> int | None:
    """Return where a word stands beyond a form of "be" and what may stand beside that, None if it does not."""
    tokens, tags = document.tokens, document.tags
    _, first, last, _ = document.sentences[document.sentence_of(place)]
    linked = False
    at = place + step
    while first <= at < last and abs(at - place) <= MOST_LINKS + 1:
        here = tokens.word(at)
        if here.lower in _BE:
            linked = True
        elif here.lower not in _LINKING and tags[at] != "RB":
            if step > 0:
                return at if linked and tags[at] in _TOLD and _is(wanted, here.lower) else None
            return _subject(document, at, first, wanted) if linked else None
        elif wanted == PERSON and linked and here.lower == "who":
            return at
        at += step
    return None


def _subject(document: Document, at: int, first: int, wanted: str) -> int | None:
    """Return where the head of the subject is whose last token is given, None if it is another word than is wanted.

    What is told of it behind a preposition is no part of the head: "the conductor of the orchestra was pillaged".
    """
    tokens, tags = document.tokens, document.tags
    lower = tokens.word(at).lower
    if tags[at][0] == "N" and _is(wanted, lower):
        return at
    if wanted == PERSON and lower in _SUBJECTS:
        return at
    within = at
    while within > first and at - within < MOST_WITHIN and (tags[within][0] in "NJ" or tags[within] in _DETERMINERS):
        within -= 1
    head = within - 1
    if within == at or head < first or tokens.word(within).lower not in _WITHIN or tags[head][0] != "N":
        return None
    return head if _is(wanted, tokens.word(head).lower) else None


def _follow(document: Document, place: int, words: tuple[str, ...], step: int) -> tuple[int, ...] | None:
    """Return the tokens of some words that stand one by one before or behind a token."""
    tokens, tags = document.tokens, document.tags
    _, first, last, _ = document.sentences[document.sentence_of(place)]
    found = []
    at = place
    for word in words:
        linked = False
        free = 0 if word in FUNCTION_WORDS or (at != place and tokens.word(at).lower in FUNCTION_WORDS) else BETWEEN
        beside = at
        at += step
        while first <= at < last:
            here = tokens.word(at)
            if here.kind is TokenKind.NUMBER and not linked:
                if word == NUMBER:
                    break
                at += step
                continue
            if here.kind is not TokenKind.WORD:
                return None
            if _is(word, here.lower):
                break
            if here.lower in _AUXILIARIES and abs(at - beside) <= BETWEEN + 1:
                linked = True
            elif here.lower not in DROPPED and here.lower not in _QUANTITIES:
                if not free or here.lower in FUNCTION_WORDS or tags[at] in _CLOSED:
                    return None  # what is said of another word is no part of it
                free -= 1
            at += step
        else:
            return None
        if linked and not _acts(document, *sorted((beside, at))):
            return None
        found.append(at)
    return tuple(found)


def _is(wanted: str, lower: str) -> bool:
    """Whether a lower-case word is the form of another one, or of a class of nouns."""
    if wanted[0] == CLASS:
        return wanted != NUMBER and lower in nouns_of(wanted)
    return wanted == lower or wanted in bases(lower)


@lru_cache(maxsize=4)
def nouns_of(name: str) -> frozenset[str]:
    """Return the nouns of a class, and what stands for them, in all their forms."""
    return _PERSONS | persons() if name == PERSON else things() | plural_things()


def _acts(document: Document, noun: int, verb: int) -> bool:
    """Whether a noun does what a verb behind it tells, auxiliaries between: "the volcano has erupted"."""
    tags = document.tags
    active = tags[verb] in ("VB", "VBG") or (tags[verb] == "VBN" and document.tokens.word(verb - 1).lower in _HAVE)
    return active and tags[noun][0] == "N"
