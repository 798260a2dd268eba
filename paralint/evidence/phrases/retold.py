"""Words exchanged in a retelling: "two conservatives pack a head" where the same is told of two conservators.

A caption, a summary or a sentence that tells once more what the text has told has the words of the first telling, or
others that mean the same. Where both are alike word for word but for one, and the two words mean nothing of the kind,
the later one was put for the other: it is listed as such, looks alike, or is foreign to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from paralint.evidence.phrases.collocates import exchanges
from paralint.evidence.phrases.paraphrases import Paraphrase
from paralint.evidence.phrases.swapped import RELATED, Relation, relation_of
from paralint.evidence.phrases.vectors import nearness
from paralint.evidence.restatements.restatements import Restatement, restatements
from paralint.evidence.words.exchanges import content_numbers
from paralint.evidence.words.terms import FUNCTION_WORDS, LISTED, bases, load
from paralint.evidence.words.thesaurus import opposite
from paralint.text.document import Document
from paralint.text.morphology import word_classes
from paralint.text.words import TokenKind
from paralint.values import NamedTuple

ALIKE = 0.65  # least score of two passages; those that only resemble each other tell of like things, not of one
MOST_PLACES = 2  # what a document says oftener is what it means to say
LONGEST = 2  # words in a row that may differ, word by word
FARTHEST = 4  # words that may differ if each telling has one noun among them
SHORTEST = 4  # letters of words that may look alike
LOOK = 0.7  # the share of their letters that two words have in common that look alike, at least
SYNONYM = 100  # the strength of a relation of words that good writers exchange
NEAR = 0.41  # how like related words are, at most, if one was put for the other by a wrong sense
NEIGHBOUR = 0.78  # how like a listed word is that is no relation, at most
FOREIGN = 0.6  # how like other nouns and adjectives are, at most: what is liker is told of another thing
_NOUNS = ("NN", "NNS")


class Exchange(NamedTuple):
    """The token of a word and of the one that was put for it."""

    right: int
    wrong: int


def retold_words(document: Document) -> tuple[Paraphrase, ...]:
    """Return the words that were put for others of an earlier telling (a layer: see ``Document.derive``).

    Raises:
        DataError: if the data of the words cannot be read.
    """
    told = document.derive(restatements)
    tokens, found = document.tokens, dict[int, Paraphrase]()
    for pair in (*told.paragraphs, *told.sentences):
        if pair.score >= ALIKE:
            for right, wrong in exchanged(document, pair):
                span, support = tokens.span(wrong, wrong + 1), tokens.span(right, right + 1)
                found.setdefault(wrong, Paraphrase(span, tokens.word(right).lower, 0.0, support))
    return tuple(found[place] for place in sorted(found))


def exchanged(document: Document, pair: Restatement) -> Iterator[Exchange]:
    """Yield the words of two tellings that stand for one another and cannot both be meant."""
    tokens = document.tokens
    first, second = ([tokens.word(place).lower for place in range(*each)] for each in (pair.first, pair.second))
    for kind, begin, end, start, stop in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if kind != "replace":
            continue
        here = range(pair.first.first + begin, pair.first.first + end)
        there = range(pair.second.first + start, pair.second.first + stop)
        if len(here) != len(there) or len(here) > LONGEST:
            here, there = (_only_noun(document, each) for each in (here, there))
        for one, other in zip(here, there, strict=False):
            if _is_wrong(document, one, other):
                yield Exchange(one, other)


def _only_noun(document: Document, places: range) -> range:
    """Return the place of the only noun of a few tokens, none if there are several or they are many."""
    nouns = [place for place in places if document.tags[place] in _NOUNS]
    return range(nouns[0], nouns[0] + 1) if len(nouns) == 1 and len(places) <= FARTHEST else range(0)


def _is_wrong(document: Document, right: int, wrong: int) -> bool:
    """Whether one of two words that stand for one another cannot be meant if the other is."""
    one, other = document.tokens.word(right), document.tokens.word(wrong)
    if document.tags[right][0] != document.tags[wrong][0] or document.tags[right][0] not in "NJVR":
        return False
    for word, place in ((one, right), (other, wrong)):
        capital = word.capital and document.sentences[document.sentence_of(place)].first != place
        if word.kind is not TokenKind.WORD or capital or word.lower in FUNCTION_WORDS or not word.lower.isalpha():
            return False
        if document.tags[place].startswith("NNP") or "numeral" in word_classes(word.lower):
            return False
    if len(document.places[document.tokens.ids[wrong]]) > MOST_PLACES:
        return False
    own, meant = bases(other.lower), bases(one.lower)
    if not frozenset(own).isdisjoint(meant) or opposite(own[0], meant[0]):
        return False
    listed = any(each.meant in meant for base in own for each in exchanges(base))
    return _is_put(meant[0], own[0], content_numbers(one.lower), content_numbers(other.lower), listed) and (
        listed or document.tags[wrong][0] in "NJ"
    )


def _is_put(meant: str, own: str, one: tuple[int, ...], other: tuple[int, ...], listed: bool) -> bool:
    """Whether a word can only have been put for another by a wrong sense, or because it looks alike."""
    relation = relation_of(meant, own)
    if not one or not other:
        return relation is None and _look_alike(meant, own)
    strength = load().neighbours(other[0]).get(one[0], 0)
    if relation in RELATED or SYNONYM <= strength < LISTED:
        return listed and nearness(one[0], other[0]) < NEAR
    like = nearness(one[0], other[0])
    return (listed and like < NEIGHBOUR) or (relation in (None, Relation.FORM) and like < FOREIGN)


def _look_alike(one: str, other: str) -> bool:
    if min(len(one), len(other)) < SHORTEST or one[0] != other[0]:
        return False
    return one[:SHORTEST] == other[:SHORTEST] or SequenceMatcher(None, one, other, autojunk=False).ratio() >= LOOK
