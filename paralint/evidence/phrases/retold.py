"""Words exchanged in a retelling: "two conservatives pack a head" where the same is told of two conservators.

A caption, a summary or a sentence that tells once more what the text has told has the words of the first telling, or
others that mean the same. Where both are alike word for word but for one, and the two words mean nothing of the kind,
the later one was put for the other: it is listed as such, looks alike, or is foreign to it.
"""

from __future__ import annotations

from difflib import SequenceMatcher

from paralint.evidence.phrases.collocates import exchanges
from paralint.evidence.phrases.paraphrases import Paraphrase
from paralint.evidence.phrases.swapped import RELATED, Relation, relation_of
from paralint.evidence.phrases.vectors import nearness
from paralint.evidence.restatements.conflicts import comparisons
from paralint.evidence.restatements.counterparts import counterparts
from paralint.evidence.words.exchanges import content_numbers
from paralint.evidence.words.terms import FUNCTION_WORDS, LISTED, bases, load
from paralint.evidence.words.thesaurus import opposite
from paralint.text.document import Document
from paralint.text.morphology import word_classes
from paralint.text.words import TokenKind

ALIKE = 0.65  # least score of two passages; those that only resemble each other tell of like things, not of one
MOST_PLACES = 2  # what a document says oftener is what it means to say
SHORTEST = 4  # letters of words that may look alike
LOOK = 0.7  # the share of their letters that two words have in common that look alike, at least
SYNONYM = 100  # the strength of a relation of words that good writers exchange
NEAR = 0.41  # how like related words are, at most, if one was put for the other by a wrong sense
NEIGHBOUR = 0.78  # how like a listed word is that is no relation, at most
FOREIGN = 0.6  # how like other nouns and adjectives are, at most: what is liker is told of another thing


def retold_words(document: Document) -> tuple[Paraphrase, ...]:
    """Return the words that were put for others of an earlier telling (a layer: see ``Document.derive``).

    Raises:
        DataError: if the data of the words cannot be read.
    """
    tokens, found = document.tokens, dict[int, Paraphrase]()
    for comparison in document.derive(comparisons):
        if comparison.pair.score < ALIKE:
            continue
        for each in counterparts(document, comparison):
            if (each.matched or each.sides) and _is_wrong(document, each.one, each.other):
                span, support = (tokens.span(token, token + 1) for token in (each.other, each.one))
                found.setdefault(each.other, Paraphrase(span, tokens.word(each.one).lower, 0.0, support))
    return tuple(found[place] for place in sorted(found))


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
