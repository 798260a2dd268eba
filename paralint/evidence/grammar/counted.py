"""Counted nouns: a quantity of several things, and the thing in the singular, whatever stands behind it.

"A school of 118 pupil, noticed", "one of the boat", "both leg", "two in three driver": the quantity is one of a
closed class, the noun one that can only be counted.
"""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.grammar.articles import count_nouns
from paralint.evidence.words.closed import words
from paralint.evidence.words.nouns import groups
from paralint.evidence.words.places import places_of, tagged
from paralint.text.document import Document
from paralint.text.lazy import pattern
from paralint.text.morphology import countability, number, verb_forms, word_classes
from paralint.values import NamedTuple

_MANY = words("several both various numerous countless many few these those")
_MULTITUDES = words(
    """
    dozens hundreds thousands scores millions number couple handful pair group list series row crowd gang queue herd
    flock swarm pile heap stack bunch basket crate collection batch string variety majority fleet convoy panel trio
    """
)
_PARTS = words(
    """
    one two three four five six seven eight nine ten each either neither many several few both dozens hundreds
    thousands
    """
)
_OWNERS = words("the his her its their these those our my")
_NUMERALS = words(
    """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty
    thirty forty fifty sixty seventy eighty ninety
    """
)
_FIGURE = pattern(r"(?:[2-9]|[1-9][0-9]|[1-9][0-9]{2}|[1-9][0-9]{0,2}(?:,[0-9]{3})+)")
_BEFORE_LABEL = words(
    """
    a an at this that chapter page day week year phase number no part level type grade section round stage flight
    class category aged bus
    route channel room gate on by article line top her his their its nearly version model act scene rule point series
    lane platform
    season volume group zone area district ward unit pier berth hole lot cell under over past to from highway form
    """
)
_UNITS = words(
    """
    mile foot metre meter kilometre kilometer km yard inch centimetre millimetre acre hectare pound dollar euro cent
    pence penny quid kilo
    kilogram gram tonne ton litre liter gallon barrel degree dozen hundred thousand million billion trillion head
    stone percent per star
    second minute hour day night week month year decade century time league pm am kph mph lira stroke inning ply bit
    point
    craft gold silver bronze
    fish series species means plus half third quarter fifth tenth population horsepower gauge calibre caliber
    shot share
    run par love set down man seat door bedroom page piece lap volume track leg storey story gear cylinder player part
    rand benchmark mark person inch volt watt knot star year-old deck wheel carat digit course figure
    """
)
_ENDS = frozenset({".", ",", ":", "''", "-RRB-", "IN", "TO", "CC", "RB", "EX", "PRP", "DT"}) | {
    "VBD", "VBZ", "VBP", "MD", "WDT", "WP", "WRB"
}  # fmt: skip
_MODIFIERS = frozenset({"JJ", "JJR", "JJS", "VBN"})
_ALONE = frozenset({"many", "few", "these", "those", "both", "several"})
_NO_MODIFIERS = frozenset({"last", "next", "such"})
_TIMES_BEHIND = frozenset({"last", "next", "this", "yesterday", "today", "ago", "later", "earlier", "each"})


class Counted(NamedTuple):
    """A noun in the singular behind a quantity of several.

    Attributes:
        quantity: the token of the quantity.
        noun: that of the noun.
    """

    quantity: int
    noun: int


def singulars(document: Document) -> Iterator[Counted]:
    """Yield the nouns in the singular behind a quantity of several, in order of the kinds of quantity."""
    lowers, tags, bounds = document.lowers, document.tags, document.tokens.sentences
    for at in places_of(document, _MANY | _MULTITUDES | _PARTS):
        word, last = lowers[at], bounds[document.sentence_of(at) + 1]
        start = at + 1
        if start + 1 < last and lowers[start] == "of":
            owned = lowers[start + 1] in _OWNERS
            if (word in _PARTS and owned) or (word in _MULTITUDES and not owned):
                yield from _found(document, at, start + 1 + owned, last)
        elif word in _MANY and tags[at] in ("DT", "JJ", "PDT") and not _excused(document, at):
            yield from _found(document, at, start, last)
    for at in tagged(document, ("CD",)):
        word = lowers[at]
        if (word in _NUMERALS or _FIGURE.fullmatch(word)) and not _is_label(document, at):
            yield from _found(document, at, at + 1, bounds[document.sentence_of(at) + 1])


def _excused(document: Document, at: int) -> bool:
    """Whether a quantity may have a singular: "many a man", "a few", "those cheering him", "both man and wife"."""
    lowers, tags = document.lowers, document.tags
    if lowers[at] in ("both", "these", "those") and at + 2 < len(tags) and tags[at + 2] == "CC":
        return True
    return lowers[at] in ("these", "those") and lowers[at + 1].endswith("ing")


def _is_label(document: Document, at: int) -> bool:
    """Whether a number tells which one, is a part of a price, a range or a measure before a noun."""
    lowers, tags = document.lowers, document.tags
    if at == 0:
        return False
    before, tag = lowers[at - 1], tags[at - 1]
    if (
        before in _BEFORE_LABEL
        or tag in ("NNP", "NNPS", "NN", "CD", "SYM", "$", "#", "HYPH", "POS", "-LRB-")
        or lowers[at + 1 : at + 2] == ["%"]
    ):
        return True
    if before in ("-", "–", "/", "£", "$", "€", "and", "or", "every", "each"):
        return True
    return document.sentence_of(at) != document.sentence_of(at - 1) and tags[at + 1 : at + 2] == ["."]


def _found(document: Document, quantity: int, at: int, last: int) -> Iterator[Counted]:
    tags, lowers, word = document.tags, document.lowers, document.tokens.word
    start = at
    while at < last and tags[at] in _MODIFIERS and at - start < 2 and lowers[at] not in _NO_MODIFIERS:
        if lowers[at][:1].isdigit():
            return  # "many of the 1,000-strong crowd"
        at += 1
    if at + 1 >= last or tags[at] != "NN":
        return
    if tags[at + 1] == "NN" and lowers[at] not in _UNITS and at + 2 < last and lowers[quantity - 1] != "the":
        at += 1
    noun = lowers[at]
    ends = tags[at + 1] in _ENDS or lowers[at + 1] in _TIMES_BEHIND
    if not ends or noun in _UNITS or word(at).capital or "-" in noun or not document.spaced(at):
        return
    if at == quantity + 1 and lowers[quantity] in _ALONE and "VB" in verb_forms(noun):
        return  # "many act as agents"
    if tags[at + 1] == "CC" and start == at:
        return
    if lowers[quantity + 1] == "of" and noun in groups():
        return  # "two of her crew"
    if not (noun in count_nouns() or countability(noun) == "count") or number(noun) != "singular":
        return
    if "adjective" in word_classes(noun) or "adverb" in word_classes(noun) or noun.endswith("ing"):
        return
    yield Counted(quantity, at)
