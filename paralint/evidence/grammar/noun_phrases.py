"""Noun phrases as far as the form of their noun goes: its number, its article, and what around it tells both.

``tools/build_noun_forms.py`` counts with the same reading; :mod:`paralint.evidence.grammar.noun_forms` judges by it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from paralint.text.document import Document
from paralint.text.morphology import countability, lemma
from paralint.values import NamedTuple

ARTICLE, NUMBER, MODIFIER = "a", "n", "m"
"""What is asked of a noun: which article and number it has; its number behind another determiner; that of a noun before
the noun that it belongs to."""
FORMS = {
    ARTICLE: ("- NN", "a NN", "the NN", "- NNS", "the NNS"),
    NUMBER: ("NN", "NNS"),
    MODIFIER: ("NN", "NNS"),
}
"""The answers to each question."""

MANY = frozenset({"two", "9"})
"""What stands for a number above one, in words or digits, as a determiner."""

_COMMON = frozenset({"NN", "NNS"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_GO_ON = _NOUNS | {"HYPH", "CD", "$", "FW", "LS", "ADD", "SYM"}  # the noun before them is no head
_LINKS = frozenset({"-", "–", "/", "(", "&"})
_MODIFIERS = _NOUNS | {"JJ", "JJR", "JJS", "HYPH", "RBS", "RBR"}
_PARTICIPLES = frozenset({"VBN", "VBG", "VBD"})
_DETERMINERS = frozenset({"DT", "PRP$", "POS", "CD", "WP$", "WDT"})
_BEFORE_PARTICIPLE = _DETERMINERS | {"JJ"}
_ARTICLES = {"a": "a", "an": "a", "the": "the"}
_VERBS = frozenset({"VB", "VBD", "VBP", "VBZ", "VBN", "VBG"})
_WORDS = frozenset({"IN", "TO", "CC", "MD", "WDT", "WP", "WRB", "RP", "RB", "DT", "PRP", "EX", "PDT"})
_REACH = 6  # words between a determiner and its noun


class NounPhrase(NamedTuple):
    """A noun and what is asked of it.

    Attributes:
        noun: its token.
        first: the first token of the phrase, its determiner included.
        question: ``ARTICLE``, ``NUMBER`` or ``MODIFIER``.
        form: which of the ``FORMS`` of the question it has.
        determiner: the word, in lower case, or its tag; empty if there is none.
        begin: the first token behind the determiner.
        head: the token of the noun that it belongs to, itself if it is the head.
    """

    noun: int
    first: int
    question: str
    form: int
    determiner: str
    begin: int
    head: int


def noun_phrases(document: Document) -> Iterator[NounPhrase]:
    """Yield what is asked of the common nouns of a document, in order."""
    tags, word = document.tags, document.tokens.word
    bounds = document.tokens.sentences
    number, last = 0, 0
    for head, tag in enumerate(tags):
        if tag not in _COMMON:
            continue
        while head >= last:
            first, last = bounds[number], bounds[number + 1]
            number += 1
        if head + 1 < last and (tags[head + 1] in _GO_ON or word(head + 1).lower in _LINKS):
            continue
        if not word(head).capital:
            yield from _phrase(document, head, first)


def _phrase(document: Document, head: int, first: int) -> Iterator[NounPhrase]:
    tags, word = document.tags, document.tokens.word
    at = head - 1
    while at >= first and head - at <= _REACH:
        tag = tags[at]
        if tag in _PARTICIPLES:
            if at == first or tags[at - 1] not in _BEFORE_PARTICIPLE:
                break
        elif tag not in _MODIFIERS or word(at).lower in _LINKS:
            break
        at -= 1
    begin = at + 1
    determiner = ""
    if at >= first and tags[at] in _DETERMINERS:
        tag = tags[at]
        lower = word(at).lower
        if tag == "CD":
            determiner = _number(lower)
        elif tag in ("DT", "WDT"):
            determiner = _ARTICLES.get(lower, lower)
        else:
            determiner = tag
        at -= 1
    start = at + 1
    plural = tags[head] == "NNS"
    if not determiner:
        yield NounPhrase(head, start, ARTICLE, 3 if plural else 0, "", begin, head)
    elif determiner == "the":
        yield NounPhrase(head, start, ARTICLE, 4 if plural else 2, determiner, begin, head)
    elif determiner == "a":
        if not plural:
            yield NounPhrase(head, start, ARTICLE, 1, determiner, begin, head)
    else:
        yield NounPhrase(head, start, NUMBER, int(plural), determiner, begin, head)
    for noun in range(begin, head):
        if tags[noun] in _COMMON and tags[noun + 1] in _COMMON and not word(noun).capital:
            yield NounPhrase(noun, start, MODIFIER, int(tags[noun] == "NNS"), determiner, begin, head)


def _number(lower: str) -> str:
    if lower == "one":
        return "one"
    if lower.isdigit():
        return "year" if len(lower) == 4 else "1" if lower == "1" else "9"
    return "two" if lower.isalpha() else "."


def own_features(question: str, lower: str, tag: str, determiner: str, described: bool) -> tuple[str, str, str]:
    """Return what a noun says of its form by itself; the first names the noun alone.

    Args:
        question, determiner: as in :class:`NounPhrase`.
        lower: the noun in lower case.
        tag: its tag.
        described: whether a word stands between the determiner and the noun.
    """
    noun, count = _noun(lower, tag)
    if question == MODIFIER:
        return f"m{noun}", f"mc{count}", f"md{determiner}"
    determiner = determiner if question == NUMBER else ""
    return (
        f"{question}{noun}",
        f"{question}{noun} {determiner}{int(described)}",
        f"{question}{int(described)}{count}{determiner}",
    )


def own(document: Document, phrase: NounPhrase) -> tuple[str, str, str, str, bool]:
    """Return what :func:`own_features` asks of a noun."""
    return (
        phrase.question,
        document.tokens.word(phrase.noun).lower,
        document.tags[phrase.noun],
        phrase.determiner,
        phrase.begin < phrase.noun,
    )


def context_features(document: Document, phrase: NounPhrase) -> list[str]:
    """Return what the words around a noun say of its form."""
    word = document.tokens.word
    noun, count = _noun(word(phrase.noun).lower, document.tags[phrase.noun])
    if phrase.question == MODIFIER:
        behind = document.lemma(phrase.noun + 1)
        before = word(phrase.noun - 1).lower if phrase.noun > phrase.begin else phrase.determiner
        return [f"m>{behind}", f"m{noun} {behind}", f"m<{before}", f"m<{before} {noun}"]
    bounds = document.tokens.sentences
    number = document.sentence_of(phrase.noun)
    first, last = bounds[number], bounds[number + 1]
    left = _context(document, phrase.first - 1, first, last)
    left2 = _context(document, phrase.first - 2, first, last)
    right = _context(document, phrase.noun + 1, first, last)
    right2 = _context(document, phrase.noun + 2, first, last)
    described = phrase.begin < phrase.noun
    modifier = word(phrase.noun - 1).lower if described else ""
    outer = word(phrase.begin).lower if described else ""
    q = phrase.question
    d = phrase.determiner if q == NUMBER else ""
    shape = f"{int(described)}{count}{d}"
    found = [
        f"{q}{noun} <{left}",
        f"{q}{noun} >{right}",
        f"{q}{noun} <{left}>{right}",
        f"{q}{noun} m{modifier}",
        f"{q}{shape}<{left}",
        f"{q}{shape}>{right}",
        f"{q}{d}<{left}",
        f"{q}{d}>{right}",
        f"{q}{d}<{left2} {left}",
        f"{q}{d}>{right} {right2}",
        f"{q}{d}<{left}>{right}",
        f"{q}{d}m{modifier}",
        f"{q}{d}o{outer}",
        f"{q}{count}o{outer}",
        f"{q}{outer}<{left}",
        f"{q}{noun} <{left2} {left}",
    ]
    if left in ("and", "or", ",", "&") and phrase.first - 2 >= first:
        found.append(f"{q}{shape}&{_coordinated(document, phrase.first - 2, first)}")
    return found


@lru_cache(maxsize=1 << 13)
def _noun(lower: str, tag: str) -> tuple[str, str]:
    noun = lemma(lower, tag)
    return noun, countability(noun)


def _context(document: Document, at: int, first: int, last: int) -> str:
    """Return what stands for a token beside a phrase: a function word itself, the lemma of a verb, else a tag."""
    if at < first:
        return "^"
    if at >= last:
        return "$"
    tag = document.tags[at]
    if tag in _VERBS:
        return document.lemma(at)
    if tag in _WORDS or tag in _COMMON or not tag[0].isalpha():
        return document.tokens.word(at).lower
    return tag


def _coordinated(document: Document, at: int, first: int) -> str:
    """Return the form of the noun that another is joined to: "the dogs and cats"."""
    tags = document.tags
    tag = tags[at]
    if tag not in _NOUNS:
        return tag
    at -= 1
    while at >= first and tags[at] in _MODIFIERS:
        at -= 1
    if at >= first and tags[at] in _DETERMINERS:
        return f"{document.tokens.word(at).lower if tags[at] == 'DT' else tags[at]} {tag}"
    return tag
