"""Words of another class of the same family: a noun or an adverb where an adjective belongs, an adjective for a noun.

A paraphraser that looks up a synonym takes "danger" for "dangerous" and "economy" for "economic". Before a noun an
exchange shows by the collocations of English: a "danger situation" is not met, a "dangerous situation" is. Elsewhere
it shows by its place: behind "the" and before "of" stands a noun, behind "he is" hardly ever the name of a quality.
``word_families.txt`` was written by hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from paralint.data.lines import table
from paralint.evidence.words.closed import NOMINATIVE, words
from paralint.evidence.words.terms import load as load_terms
from paralint.text.document import Document
from paralint.text.morphology import verb_forms, word_classes
from paralint.values import NamedTuple

FILE = "word_families.txt"
HEADER = "# paralint word families 1\n"

_NOUNS = frozenset({"NN", "NNS"})
_BEFORE = frozenset({"NN", "NNS", "NNP", "NNPS", "CC", "HYPH", "POS", "VBG"})  # "pop culture event"
_SPORT = words(
    """
    coach team side captain boss manager striker squad defender fans international midfielder player players game
    match goalkeeper fly-half winger hooker scrum-half full-back centre lock prop forward batsman bowler debut
    """
)  # "the England coach"
_USUAL = 151  # the cost of two words that are usual together, at most
_CHEAPER = 40  # cost units by which the words must be commoner with the adjective, if both are met: a hundredfold
_POSSESSIVES = frozenset({"the", "his", "her", "their", "its", "our"})
_BARE_BEHIND = frozenset({"with", "without", "of", "from", "about", "despite", "by"})
_ENDS = frozenset({".", ",", ";"})
_MORE_OF_IT = frozenset({"JJ", "JJR", "RB", "VBG", "VBN", "NN", "NNS"})
_DEGREES = frozenset({"very", "so", "too", "extremely", "quite", "still", "not", "also", "now"})
_INTENSE = frozenset({"very", "extremely", "too", "so"})
_BE = frozenset({"be", "become", "remain", "seem", "feel", "stay", "look"})
_BEHIND_QUALITY = words("about that with for to because when and over in of but at . , ;")
_QUALITIES = ("ness", "ity", "ence", "ance", "ency", "ancy", "dom", "ism", "iety", "ment")
_MORE_QUALITIES = words(
    """
    anger pride courage silence danger luck death hunger thirst fury joy greed envy fame wealth health strength warmth
    beauty bravery cruelty loyalty honesty poverty safety novelty difficulty violence privacy accuracy secrecy success
    caution desperation frustration suspicion patience youth pain shame grace gratitude wisdom fortune ability necessity
    """
)
_NO_QUALITIES = words("security celebrity royalty personality society majority humanity movement establishment reality")


class Exchange(NamedTuple):
    """A word whose place asks for another word of its family.

    Attributes:
        word: its token.
        expected: the other word.
    """

    word: int
    expected: str


class Families(NamedTuple):
    """The opened table.

    Attributes:
        adjectives: the adjectives of each noun.
        nouns: the nouns of each adjective.
    """

    adjectives: Mapping[str, tuple[str, ...]]
    nouns: Mapping[str, tuple[str, ...]]


def exchanges(document: Document) -> Iterator[Exchange]:
    """Yield the words of a document that stand where another of their family belongs, in order."""
    families = load()
    tags, lowers = document.tags, document.lowers
    for sentence in document.sentences:
        for at in range(sentence.first, sentence.last - 1):
            expected = ""
            tag = tags[at]
            if tags[at + 1] in _NOUNS and not document.tokens.word(at + 1).capital:
                if tag in ("NN", "NNP"):
                    expected = _before_noun(document, at, sentence.first, families)
                elif tag == "RB" and at > sentence.first and lowers[at].endswith("ly"):
                    expected = _adverb_before_noun(document, at)
            elif at > sentence.first and lowers[at] in families.nouns:
                expected = _adjective_for_noun(document, at, families)
            elif at > sentence.first + 1 and lowers[at] in families.adjectives:
                expected = _quality_of_person(document, at, families)
            if expected:
                yield Exchange(at, expected)


def _before_noun(document: Document, at: int, first: int, families: Families) -> str:
    """Return the adjective that belongs before the noun behind ``at``; empty if the noun there is usual."""
    lowers, capital = document.lowers, document.tokens.word(at).capital
    adjectives = families.adjectives.get(lowers[at])
    if adjectives is None or (at > first and document.tags[at - 1] in _BEFORE):
        return ""
    if capital and at > first and lowers[at - 1] == "of":
        return ""  # "Church of England law"
    if capital and (lowers[at + 1] in _SPORT if adjectives[0][0].isupper() else at > first):
        return ""
    if at == first and "VBZ" in verb_forms(lowers[at + 1]):
        return ""  # "Justice faces delays"
    met = _cost(lowers[at], lowers[at + 1])
    for adjective in adjectives:
        cost = _cost(adjective.lower(), lowers[at + 1])
        if cost and cost <= _USUAL and (not met or cost + _CHEAPER < met):
            return adjective
    return ""


def _adverb_before_noun(document: Document, at: int) -> str:
    """Return the adjective of an adverb that belongs before a noun; empty if none is usual there."""
    tags, adverb, noun = document.tags, document.lowers[at], document.lowers[at + 1]
    if tags[at - 1] not in ("DT", "PRP$") or tags[at + 2 : at + 3] in (["NN"], ["NNS"], ["HYPH"]):
        return ""
    for adjective in (adverb[:-2], adverb[:-3] + "y", adverb[:-1] + "e", adverb[:-4]):
        if "adjective" in word_classes(adjective) and _cost(adjective, noun):
            return "" if _cost(adverb, noun) or "adjective" in word_classes(adverb) else adjective
    return ""


def _adjective_for_noun(document: Document, at: int, families: Families) -> str:
    """Return the noun that belongs where an adjective stands: "the accurate of it", "without difficult."."""
    lowers = document.lowers
    adjective, before, behind = lowers[at], lowers[at - 1], lowers[at + 1]
    if "noun" in word_classes(adjective):
        return ""
    if document.tokens.word(at).capital and (before != "of" or document.tags[at - 2] != "NNP"):
        return ""  # "voters of Pakistani, Indian and Chinese origin"
    if behind == "," and document.tags[at + 2] in _MORE_OF_IT:
        return ""  # "the smell of hot, wet sleeves"
    of_degree = before == "of" and lowers[at - 2] in ("kind", "sort")  # "kind of important"
    if (before in _POSSESSIVES and behind == "of") or (before in _BARE_BEHIND and behind in _ENDS and not of_degree):
        return families.nouns[adjective][0]
    return ""


def _quality_of_person(document: Document, at: int, families: Families) -> str:
    """Return the adjective that belongs where the name of a quality stands: "he was very anger", "they are silence"."""
    lowers = document.lowers
    noun = lowers[at]
    if noun not in families.adjectives or lowers[at + 1] not in _BEHIND_QUALITY:
        return ""
    if noun in _NO_QUALITIES or not (noun.endswith(_QUALITIES) or noun in _MORE_QUALITIES):
        return ""
    verb = at - 1 - (lowers[at - 1] in _DEGREES)
    if document.lemma(verb) not in _BE:
        return ""
    if lowers[at - 1] in _INTENSE or lowers[verb - 1] in NOMINATIVE:
        return families.adjectives[noun][0]
    return ""


@lru_cache(maxsize=1 << 12)
def _cost(first: str, second: str) -> int:
    """Return the cost of two words in a row, the least over their base forms; 0 if they are not met."""
    terms = load_terms()
    costs = [terms.met(one, "", other) for one in terms.numbers(first) for other in terms.numbers(second)]
    return min(filter(None, costs), default=0)


@lru_cache(maxsize=1)
def load() -> Families:
    """Open the packaged table, once.

    Raises:
        DataError: if the file is missing, damaged or of another version.
    """
    adjectives: dict[str, tuple[str, ...]] = {}
    nouns: dict[str, tuple[str, ...]] = {}
    for adjective, listed in table(FILE, HEADER, "word families", 2):
        family = listed.split()
        nouns[adjective.lower()] = tuple(family)
        for noun in family:
            adjectives[noun.lower()] = (*adjectives.get(noun.lower(), ()), adjective)
    return Families(adjectives, nouns)
