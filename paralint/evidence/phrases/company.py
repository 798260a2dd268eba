"""The words that a word keeps company with where it stands, and how fast the two are tied.

"Lifting the lid", "a slice of bread": who lifts a lid means a lid. Articles and one small word may stand between; what
``terms.bin`` and ``pairs.bin`` tell of two words goes for a verb and its object, and for nouns around a preposition.
"""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.phrases.expressions import DROPPED
from paralint.evidence.phrases.pairs import load as load_pairs
from paralint.evidence.words.exchanges import content_numbers
from paralint.evidence.words.terms import COST, FUNCTION_WORDS, LINKS
from paralint.evidence.words.terms import load as load_terms
from paralint.text.document import Document
from paralint.text.words import TokenKind
from paralint.values import NamedTuple

PAIRED = 0.5  # how fast two words are tied that are met oftener than by chance, if no more is told of them


class Companion(NamedTuple):
    """A content word near another one.

    Attributes:
        place: its token.
        link: the small word between the two, or "".
    """

    place: int
    link: str


def companions(document: Document, place: int) -> Iterator[Companion]:
    """Yield the content words before and behind a token, articles and one small word between."""
    tokens = document.tokens
    _, first, last, _ = document.sentences[document.sentence_of(place)]
    for step in (-1, 1):
        link, at = "", place + step
        while first <= at < last and tokens.word(at).kind is TokenKind.WORD:
            lower = tokens.word(at).lower
            if lower not in FUNCTION_WORDS:
                yield Companion(at, link)
                break
            if lower not in DROPPED:
                if link or lower not in LINKS:
                    break
                link = lower
            at += step


def tied(document: Document, place: int, meant: str = "") -> float:
    """Return how fast a word, or another one in its place, is tied to one of its companions, in powers of ten.

    It is 0 if English puts it beside none of them.
    """
    terms, pairs = load_terms(), load_pairs()
    own = content_numbers(meant or document.tokens.word(place).lower)
    most = 0.0
    for other, link in companions(document, place):
        numbers = content_numbers(document.tokens.word(other).lower)
        before, behind = (numbers, own) if other < place else (own, numbers)
        for one in before:
            for two in behind:
                cost = terms.joined(one, link, two)
                if cost:
                    apart = terms.costs[one] + terms.costs[two] + (terms.link_costs[link] if link else 0)
                    most = max(most, (apart - cost) / COST)
                elif not link and pairs.met(one, two):
                    most = max(most, PAIRED)
    return most
