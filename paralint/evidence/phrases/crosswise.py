"""Both words of a collocation put for others: "boss haggler" for the chief negotiator, "simple sailing".

Neither word stands beside one that the right one goes with, so each is looked up in the collocations of what may have
been meant by the other. That much may happen by chance, so two words are left alone if English puts them together, if
one of them goes with what stands near, or if the document is about the first.
"""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.phrases.collocates import (
    AT_HOME,
    HOLE,
    MOST_PLACES,
    Exchange,
    collocations,
    exchanged,
    is_of,
    rows,
    wrong_collocates,
)
from paralint.evidence.phrases.company import tied
from paralint.evidence.phrases.expressions import DROPPED
from paralint.evidence.phrases.pairs import load as load_pairs
from paralint.evidence.phrases.paraphrases import Paraphrase
from paralint.evidence.phrases.vectors import likeness
from paralint.evidence.words.exchanges import content_numbers
from paralint.evidence.words.terms import FUNCTION_WORDS
from paralint.evidence.words.terms import load as load_terms
from paralint.text.document import Document
from paralint.text.morphology import inflect, zipf_frequency
from paralint.text.words import TokenKind
from paralint.values import NamedTuple

COMMONEST = 5.2  # how common a word is at most, log10 in a billion words: what goes with everything is put for nothing
FARTHEST = 6  # tokens up to the second word
_NOUNS = ("NN", "NNS")


class Pair(NamedTuple):
    """Two tokens whose words were put for those of a collocation.

    Attributes:
        first, second: the tokens.
        meant, other: the words that were meant.
    """

    first: int
    second: int
    meant: str
    other: str


def foreign_collocates(document: Document) -> tuple[Paraphrase, ...]:
    """Return the words that were put for one of a collocation, or for both, in text order.

    Raises:
        DataError: if the collocates cannot be read.
    """
    alone, tokens = document.derive(wrong_collocates), document.tokens
    found = list(alone)
    for first, second, meant, other in crossed(document):
        span = tokens.span(first, second + 1)
        if not any(span.overlaps(each.span) for each in alone):
            between = [tokens.word(place).form for place in range(first + 1, second)]
            form = inflect(other, document.tags[second]) or other
            found.append(Paraphrase(span, " ".join([meant, *between, form]), 0.0, None))
    return tuple(sorted(found, key=lambda each: each.span))


def crossed(document: Document) -> Iterator[Pair]:
    """Yield the pairs of words that were put for those of a collocation, in text order."""
    tokens, tags = document.tokens, document.tags
    may = [_may(document, number) for number in range(len(tokens.types))]
    for place, number in enumerate(tokens.ids):
        if may[number] and tags[place][0] in "NJ":
            second, between = _behind(document, place)
            if second and may[tokens.ids[second]] and tags[second] in _NOUNS:
                found = next(_meant(document, place, between, second, may), None)
                if found and not _is_sound(document, place, between, second):
                    yield found


def _behind(document: Document, place: int) -> tuple[int, tuple[str, ...]]:
    """Return the content word behind a token, 0 if there is none near, and the small words between but articles."""
    tokens = document.tokens
    _, _, last, _ = document.sentences[document.sentence_of(place)]
    between: list[str] = []
    for at in range(place + 1, min(last, place + FARTHEST)):
        word = tokens.word(at)
        if word.kind is not TokenKind.WORD:
            break
        if word.lower not in FUNCTION_WORDS:
            return at, tuple(between)
        if word.lower not in DROPPED:
            between.append(word.lower)
    return 0, ()


def _may(document: Document, number: int) -> tuple[Exchange, ...]:
    """Return what may have been meant by a type, nothing if it is too common, a name or said often."""
    word = document.tokens.types[number]
    if word.kind is not TokenKind.WORD or word.capital or word.lower in FUNCTION_WORDS:
        return ()
    if len(document.places[number]) > MOST_PLACES or zipf_frequency(word.lower) > COMMONEST:
        return ()
    return tuple([each for each in exchanged(word.lower) if not each.long])


def _meant(
    document: Document, first: int, between: tuple[str, ...], second: int, may: list[tuple[Exchange, ...]]
) -> Iterator[Pair]:
    """Yield the collocations that two words may stand for."""
    ids = document.tokens.ids
    others = {each.meant for each in may[ids[second]] if each.letter == "n"}
    for exchange in may[ids[first]] if others else ():
        told = collocations(exchange.meant) if is_of(document, first, exchange.letter) else {}
        if not others.isdisjoint(told):
            for other in sorted(others.intersection(told)):
                if (HOLE, *between, other) in rows(other, told[other]):
                    yield Pair(first, second, exchange.meant, other)


def _is_sound(document: Document, first: int, between: tuple[str, ...], second: int) -> bool:
    """Whether two words may well be meant: English has them, or the document is about the first."""
    word, terms, pairs, link = document.tokens.word, load_terms(), load_pairs(), " ".join(between)
    own = content_numbers(word(first).lower)
    for one in own:
        for other in content_numbers(word(second).lower):
            if terms.met(one, link, other) or (not link and pairs.met(one, other)):
                return True
    if tied(document, first) or tied(document, second):
        return True
    return bool(own) and likeness(document, own[0]) >= AT_HOME
