"""Paraphrased terms: the collocation that stands behind a phrase nobody writes.

Spelling correction of real words (Golding & Roth 1999, "A Winnow-based approach to context-sensitive spelling
correction") with a thesaurus in place of the confusion sets: two words side by side, or around a preposition, that
English does not put together, and that become a collocation when one or both are exchanged for related words. The
candidates are judged by a model over three dozen features.
"""

from __future__ import annotations

from math import log

from paralint.evidence.phrases.collocations import Way
from paralint.evidence.phrases.phrase_odds import scores
from paralint.evidence.phrases.phrase_search import HYPHEN, Phrase, Search, find, written
from paralint.evidence.phrases.swapped import RELATED, relation_of
from paralint.evidence.phrases.vectors import likeness, nearness
from paralint.evidence.words.exchanges import HOPELESS
from paralint.evidence.words.terms import LISTED
from paralint.findings import Span
from paralint.text.document import Document
from paralint.values import NamedTuple

SURE = 0.0  # log odds of a paraphrase that says something of its document
UNCERTAIN = 1.49  # log odds, at most, of what is reported in a damaged text alone
DAMAGE = 1.6  # what the others of a document count for a phrase
BOTH = 3.0  # taken off the log odds where both words were exchanged, of which neither says what the other was
ALIKE, AT_HOME = 0.64, 0.4  # how like one another synonyms are, and how like the document a word is that belongs there
FEW = 2.5  # one more than the sure ones in 1,000 tokens that a document may have without being suspected

LETTERS = {"N": "n", "J": "a", "V": "v", "R": "r"}  # of the class of a word, by the first of its tag


class Paraphrase(NamedTuple):
    """A phrase that stands for a term.

    Attributes:
        span: the phrase.
        term: what was meant.
        score: log odds that the phrase is a paraphrase of it.
        support: where else the document has the term itself, or None.
    """

    span: Span
    term: str
    score: float
    support: Span | None


def paraphrases(document: Document) -> tuple[Paraphrase, ...]:
    """Return the likely paraphrases of terms in a document, in text order (a layer: see ``Document.derive``).

    What is sure in a document makes the rest of it likelier.

    Raises:
        DataError: if the terms cannot be read.
    """
    alone, sure = document.derive(judged_alone), sure_ones(document)
    return tuple([each._replace(score=_weighed(document, each.score, sure - (each.score >= SURE))) for each in alone])


def _weighed(document: Document, odds: float, sure: int) -> float:
    """Return the log odds of a phrase in a document with so many others that are sure.

    Where hardly another is, a phrase may be as likely as it is alone, but is certain only if it is so all the same.
    """
    company = DAMAGE * prior(document, sure)
    return odds + company if company >= 0 else max(odds + company, min(odds, UNCERTAIN))


def prior(document: Document, sure: int) -> float:
    """Return what other phrases of a document that are surely paraphrases add to the log odds of one, or take off."""
    return log((sure / max(1.0, len(document.tokens) / 1000) + 1) / FEW)


def sure_ones(document: Document) -> int:
    """Return how many phrases of a document are surely paraphrases of terms.

    Raises:
        DataError: if the terms cannot be read.
    """
    return sum(each.score >= SURE for each in document.derive(judged_alone))


def judged_alone(document: Document) -> tuple[Paraphrase, ...]:
    """Return the paraphrases of terms as if each were alone in the document (a layer: see ``Document.derive``).

    Those that are hopeless are left out.

    Raises:
        DataError: if the terms cannot be read.
    """
    search = find(document)
    found: list[Paraphrase] = []
    for phrase in search.phrases:
        odds = [
            each - BOTH * (_is_bold(way) or _is_choice(document, phrase, way) or _is_related(search, phrase, way))
            for each, way in zip(scores(search, phrase), phrase.ways, strict=True)
        ]
        best = max(odds)
        if best >= HOPELESS:
            way = phrase.ways[odds.index(best)]
            first, last = phrase.places
            own = search.own(way.first, phrase.link, way.second)
            support = None if own is None else document.tokens.span(own, own + last - first + 1)
            found.append(Paraphrase(document.tokens.span(first, last + 1), name(search, phrase, way), best, support))
    return tuple(sorted(found, key=lambda paraphrase: (paraphrase.span, -paraphrase.score)))


def _is_bold(way: Way) -> bool:
    """Whether a collocation differs in both words from what stands there, and one of the two is not listed for it."""
    return 0 < min(way.strengths) < LISTED


def _is_choice(document: Document, phrase: Phrase, way: Way) -> bool:
    """Whether the words that a collocation differs in are synonyms, and at home in the document as they stand there."""
    return all(
        strength < LISTED and nearness(source, target) >= ALIKE and likeness(document, source) >= AT_HOME
        for source, target, strength in zip(phrase.sources, (way.first, way.second), way.strengths, strict=True)
        if strength
    )


def _is_related(search: Search, phrase: Phrase, way: Way) -> bool:
    """Whether one word alone is exchanged, for a relation that no list has for it: good writers do that."""
    if min(way.strengths):
        return False
    number = 0 if way.strengths[0] else 1
    target = (way.first, way.second)[number]
    if way.strengths[number] >= LISTED:
        return False
    return relation_of(search.terms.words[target], search.terms.words[phrase.sources[number]]) in RELATED


def name(search: Search, phrase: Phrase, way: Way) -> str:
    """Return a collocation in the form that the phrase has."""
    first, second = written(search, phrase, way)
    if phrase.link == HYPHEN:
        return f"{first}{HYPHEN}{second}"
    return f"{first} {phrase.link} {second}" if phrase.link else f"{first} {second}"
