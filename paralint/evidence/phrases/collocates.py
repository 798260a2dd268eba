"""Words of another sense beside a word that goes with the right one: "declared an emergence", "lifted an eyelash".

What may have been put for a word by mistake is listed, and so are the collocations, terms and idioms of news English;
both lists were written for paralint. Where a listed word stands for one of a collocation, and the rest of it stands
where it belongs, be it with an article and an attribute between or turned round by the passive, the collocation was
meant. The data file is made by ``tools/build_collocates.py``, which leaves out what clean texts have.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from paralint.data import read
from paralint.data.lines import Lines, lines_of
from paralint.evidence.phrases.expressions import DROPPED
from paralint.evidence.phrases.pairs import load as load_pairs
from paralint.evidence.phrases.paraphrases import Paraphrase
from paralint.evidence.words.exchanges import content_numbers
from paralint.evidence.words.terms import FUNCTION_WORDS, LINKS, bases
from paralint.evidence.words.terms import load as load_terms
from paralint.text.document import Document
from paralint.text.morphology import inflect
from paralint.text.words import TokenKind
from paralint.values import NamedTuple

FILE = "collocates.txt"
HEADER = "# paralint collocates 1\n"
PUT = "="  # stands before a word that is put for others
HOLE = "_"  # stands for the word itself in a collocation
BETWEEN = 2  # words that may stand between two content words of a collocation
MOST_PLACES = 2  # what a document says oftener is what it means to say
_LETTERS = {"N": "n", "J": "a", "V": "v", "R": "r"}


class Exchange(NamedTuple):
    """A word that may have been meant, and its class as a letter."""

    meant: str
    letter: str


class Misfit(NamedTuple):
    """A token whose word was put for another, which makes a collocation with tokens near it.

    Attributes:
        place: the token.
        others: the tokens of the rest of the collocation.
        exchange: what was meant.
        collocation: its words in base form, the one that was meant among them.
    """

    place: int
    others: tuple[int, ...]
    exchange: Exchange
    collocation: tuple[str, ...]


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
    return tuple(Exchange(*each.rsplit("/", 1)) for each in line.decode().split(" "))


@lru_cache(maxsize=1 << 14)
def collocations(word: str) -> tuple[tuple[str, ...], ...]:
    """Return the collocations of a word in its base form, with ``HOLE`` in its place.

    Raises:
        DataError: if the data file is missing, cut short or of another version.
    """
    line = _lines().find(word)
    return () if line is None else tuple(tuple(each.split("+")) for each in line.decode().split(" "))


def wrong_collocates(document: Document) -> tuple[Paraphrase, ...]:
    """Return the words that were put for others of a collocation, in text order (a layer: see ``Document.derive``).

    Raises:
        DataError: if the collocates cannot be read.
    """
    found: dict[int, Paraphrase] = {}
    for place, _, (meant, letter), _ in misfits(document):
        form = inflect(meant, document.tags[place]) if letter in "nv" else meant
        found.setdefault(place, Paraphrase(document.tokens.span(place, place + 1), form or meant, 0.0, None))
    return tuple(found[place] for place in sorted(found))


def misfits(document: Document) -> Iterator[Misfit]:
    """Yield the words that were put for others of a collocation, type by type.

    Raises:
        DataError: if the collocates cannot be read.
    """
    known = frozenset([base for word in document.tokens.types for base in bases(word.lower)])
    for number, word in enumerate(document.tokens.types):
        places = document.places[number]
        if word.kind is not TokenKind.WORD or word.capital or len(places) > MOST_PLACES:
            continue
        own = frozenset(bases(word.lower))
        for exchange in [each for base in own for each in exchanges(base)]:
            rows = [row for row in collocations(exchange.meant) if known.issuperset(_content(row))]
            for place in places if rows else ():
                if _LETTERS.get(document.tags[place][0]) != exchange.letter:
                    continue
                for row in rows:
                    others = _matched(document, place, row)
                    if others is not None and not _met(document, place, others):
                        whole = tuple(exchange.meant if part == HOLE else part for part in row)
                        yield Misfit(place, others, exchange, whole)


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


@lru_cache(maxsize=1 << 14)
def _content(row: tuple[str, ...]) -> frozenset[str]:
    return frozenset([word for word in row if word != HOLE and word not in FUNCTION_WORDS])


def _matched(document: Document, place: int, row: tuple[str, ...]) -> tuple[int, ...] | None:
    """Return the tokens of the rest of a collocation around a token, None if it is not there."""
    hole = row.index(HOLE)
    before = _follow(document, place, row[:hole][::-1], -1)
    if before is None:
        return None
    behind = _follow(document, place, row[hole + 1 :], 1)
    return None if behind is None else tuple(sorted((*before, *behind)))


def _follow(document: Document, place: int, words: tuple[str, ...], step: int) -> tuple[int, ...] | None:
    """Return the tokens of some words that stand one by one before or behind a token."""
    tokens = document.tokens
    _, first, last, _ = document.sentences[document.sentence_of(place)]
    found = []
    at = place
    for word in words:
        free = 0 if word in FUNCTION_WORDS or (at != place and tokens.word(at).lower in FUNCTION_WORDS) else BETWEEN
        at += step
        while first <= at < last:
            here = tokens.word(at)
            if here.kind is not TokenKind.WORD:
                return None
            if word == here.lower or word in bases(here.lower):
                break
            if here.lower not in DROPPED:
                if not free:
                    return None
                free -= 1
            at += step
        else:
            return None
        found.append(at)
    return tuple(found)
