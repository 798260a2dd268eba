"""Compounds taken apart: "the moon of honey", "a ward of motherhood", "man-butchery", "icebite", "a ship courtyard".

Translators of words, not of terms, turn a compound round about an "of", and paraphrasers exchange its parts as if they
were words of their own. What stands there is no term, and would be one if it were turned back, or if one half were
exchanged for a related one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from paralint.evidence.phrases.collocates import exchanged
from paralint.evidence.phrases.compounds import following
from paralint.evidence.phrases.pairs import load as load_pairs
from paralint.evidence.phrases.paraphrases import Paraphrase
from paralint.evidence.phrases.vectors import nearness
from paralint.evidence.words.closed import words
from paralint.evidence.words.exchanges import content_numbers, exchanges, word_letters
from paralint.evidence.words.terms import COST, FUNCTION_WORDS, LISTED, STRENGTH, bases
from paralint.evidence.words.terms import load as load_terms
from paralint.text.document import Document
from paralint.text.lexicon import load as load_lexicon
from paralint.text.morphology import inflect, is_word, zipf_frequency
from paralint.text.words import TokenKind

USUAL = 2.8  # how common a compound of one word is, log10 in a billion words
RARE = 4.0  # how rare a word is that was hardly chosen for a term of one's own
CLOSE = 169  # the strength of a relation of two halves
SHORTEST = 3  # letters of a half
FREQUENT, FIXED = 6.4, 1.8
"""Of how many pairs one is a compound that nobody turns round; how much oftener it is met than by chance: in powers of
ten."""
LONG = 7  # letters of a word that was joined of two
ALIKE = 0.6  # how like two words are used of which a good writer may choose either
STEM = 4  # letters in which words of one stem are alike
MOST_PLACES = 2  # what a document says oftener is what it means to say
HYPHEN = "-"
_LINKS = frozenset({"of", "for"})
_NOUNS = frozenset({"NN", "NNS"})
_ENDS = _NOUNS | {"POS"}
_FIRSTS = _NOUNS | {"JJ", "VBN"}

_HALVES = """
half: mid semi demi | middle: mid | mid: half | below: under sub | beneath: under | above: over super | under: sub down
against: counter anti | contra: counter anti | own: self | before: pre fore | after: post | back: re | again: re
through: trans | between: inter | all: pan | many: multi | single: mono | double: bi twin | high: up | low: under
big: mega grand | small: mini micro | little: mini | false: pseudo | stop: cease | without: non un | not: non un
front: fore | forward: fore | intermediary: mid | medium: mid | central: mid | chief: head | celebrity: star
rear: back hind | outer: out | inner: in | outside: out | inside: in | behind: hind back | goods: ware
far: tele | near: by | water: hydro | main: head | whole: full | full: all | first: prime | other: step | large: grand
"""
HALVES = {
    half: others.split()
    for row in _HALVES.replace("\n", "|").split("|")
    if row.strip()
    for half, others in [row.strip().split(": ")]
}
"""Prefixes and their like, and what was meant by them: no thesaurus has those."""
_COUNTED = "one two three four five six seven eight nine ten day week month year hour minute mile"
_NUMERALS = frozenset(_COUNTED.split())
_PARTICLES = words("in out up down on off over under back away through around round about by along together")
_OF = words(
    """
    story tale supply source system program programme scheme project plan network rate price cost level amount
    number sale sales burden registration development production mining training law home star part side type
    kind page list point genome man woman member group team centre center machine issue quality lover reader
    writer teacher student
    """
)
"""What is told of anything by "of", be there a compound or not."""
_ANY = words("man woman child people way time place body thing ship")
"""What many words make compounds with, and which stand behind any word."""
_HOLDERS = words(
    "bag box crate suitcase case basket sack bucket jar tin can bottle barrel cart trolley drawer folder envelope"
)
"""What is told of what is in it: a suitcase of paper is no paper bag."""


def turned_compounds(document: Document) -> tuple[Paraphrase, ...]:
    """Return the compounds that were turned round, in text order (a layer: see ``Document.derive``).

    Raises:
        DataError: if the terms or the compounds cannot be read.
    """
    tokens, tags = document.tokens, document.tags
    starts = frozenset(tokens.sentences)
    found = []
    for place in sorted(
        place for link in _LINKS for kind in document.by_lower.get(link, ()) for place in document.places[kind]
    ):
        head, part = place - 1, place + 1
        if head < 0 or place in starts or part in starts or part >= len(tokens):
            continue
        if tags[head] not in _NOUNS or tags[part] not in _NOUNS or part in starts:
            continue
        if tokens.word(head).capital or tokens.word(part).capital:
            continue
        if (head and tags[head - 1] in _NOUNS) or (part + 1 < len(tokens) and tags[part + 1] in _ENDS):
            continue
        term = _turned_back(tokens.word(head).lower, tokens.word(place).lower, tokens.word(part).lower)
        if term:
            written = (inflect(term, tags[head]) if tags[head] == "NNS" else "") or term
            found.append(Paraphrase(tokens.span(head, part + 1), written, 0.0, None))
    return tuple(found)


def _turned_back(head: str, link: str, part: str) -> str:
    """Return the compound that "head of part" was made of, "" if there is none."""
    terms = load_terms()
    heads, parts = content_numbers(head), content_numbers(part)
    if not heads or not parts or any(terms.met(one, link, other) for one in heads for other in parts):
        return ""
    pairs = [(one, other) for one in bases(part) for other in bases(head)]
    for one, other in pairs:
        if _is_closed(one + other):
            return one + other
    if link != "of" or not _HOLDERS.isdisjoint(bases(head)):
        return ""
    for one, other in pairs:
        if other in following(one) and other not in _OF and _is_fixed(one, other):
            return f"{one} {other}"
    found = [
        *_exchanged(part, lambda word: [(word, each) for each in bases(head)]),
        *_exchanged(head, lambda word: [(each, word) for each in bases(part)]),
    ]
    return max(found)[2] if found else ""


def _exchanged(there: str, joined: Callable[[str], list[tuple[str, str]]]) -> Iterator[tuple[int, float, str]]:
    """Yield the compounds with a word that paraphrasers put the one there for, each behind how sure it is.

    Args:
        there: the word that stands in the text.
        joined: what such a word makes with the other word of the text.
    """
    terms, rare = load_terms(), zipf_frequency(there) < RARE
    for number, strength in exchanges(content_numbers(there)).items():
        if strength < STRENGTH:
            continue
        word = terms.words[number]
        for one, other in joined(word):
            if _is_closed(one + other):
                yield 2, zipf_frequency(one + other), one + other
            elif rare and other in following(one):
                yield 1, zipf_frequency(word), f"{one} {other}"


def _is_fixed(one: str, other: str) -> bool:
    """Whether two words are met side by side very often, and far oftener than by chance."""
    terms = load_terms()
    first, second = terms.number(one), terms.number(other)
    if first is None or second is None or not (cost := terms.joined(first, "", second)):
        return False
    return cost <= FREQUENT * COST and terms.costs[first] + terms.costs[second] - cost >= FIXED * COST


def garbled_compounds(document: Document) -> tuple[Paraphrase, ...]:
    """Return the compounds one half of which was exchanged, joined, with a hyphen or apart, in text order (a layer).

    Raises:
        DataError: if the terms cannot be read.
    """
    return tuple(sorted(_garbled(document), key=lambda each: each.span))


def _garbled(document: Document) -> Iterator[Paraphrase]:
    for number, word in enumerate(document.tokens.types):
        places = document.places[number]
        if word.capital or word.kind is not TokenKind.WORD or len(places) > MOST_PLACES:
            continue
        term = _mended(word.lower) if HYPHEN in word.lower else _unjoined(word.lower)
        for place in places if term else ():
            yield Paraphrase(document.tokens.span(place, place + 1), _written(term, document.tags[place]), 0.0, None)
    tokens, tags, starts = document.tokens, document.tags, frozenset(document.tokens.sentences)
    for place in range(len(tokens) - 1):
        if tags[place + 1] in _NOUNS and tags[place] in _FIRSTS and place + 1 not in starts:
            first, second = tokens.word(place), tokens.word(place + 1)
            if not (first.capital or second.capital) and (term := _split(first.lower, second.lower)):
                span = tokens.span(place, place + 2)
                yield Paraphrase(span, _written(term, tags[place + 1]), 0.0, None)


def _written(term: str, tag: str) -> str:
    return (inflect(term, tag) if tag == "NNS" else "") or term


@lru_cache(maxsize=1 << 13)
def _unjoined(form: str) -> str:
    """Return the compound that an unknown word was made of, one half exchanged; "" if there is none."""
    if len(form) < LONG or not (form.isascii() and form.isalpha()) or is_word(form) or any(map(is_word, bases(form))):
        return ""
    found = [
        term
        for cut in range(SHORTEST, len(form) - SHORTEST + 1)
        if is_word(form[:cut]) and any(map(is_word, bases(form[cut:])))
        for term in _remade(form[:cut], form[cut:])
    ]
    return max(found, key=zipf_frequency, default="")


@lru_cache(maxsize=1 << 14)
def _split(first: str, second: str) -> str:
    """Return the compound of one word that two words were made of, one half exchanged; "" if English has the two."""
    if first in FUNCTION_WORDS or not (found := _remade(first, second)):
        return ""
    terms, pairs = load_terms(), load_pairs()
    known = ((one, other) for one in content_numbers(first) for other in content_numbers(second))
    if any(terms.met(one, "", other) or pairs.met(one, other) for one, other in known):
        return ""
    return max(found, key=zipf_frequency)


def _remade(first: str, second: str) -> list[str]:
    """Return the compounds of one word that two halves make with a listed word for one of them."""
    seconds = bases(second)
    found = [one + other for one in _listed(first) for other in seconds if other not in _ANY]
    found += [one + other for one in {first, *bases(first)} for each in seconds for other in _listed(each)]
    return [term for term in found if _is_closed(term)]


@lru_cache(maxsize=1 << 13)
def _listed(half: str) -> frozenset[str]:
    """Return what a half of a compound is listed for, and is not used like; fielders are no field."""
    if len(half) < SHORTEST:
        return frozenset()
    own = content_numbers(half)
    far = []
    for meant in {each.meant for each in exchanged(half)}:
        other = content_numbers(meant)
        alike = own and other and nearness(own[0], other[0]) >= ALIKE
        if len(meant) >= SHORTEST and meant[:STEM] != half[:STEM] and meant not in FUNCTION_WORDS and not alike:
            far.append(meant)
    return frozenset(far).union(HALVES.get(half, ()))


@lru_cache(maxsize=1 << 13)
def _mended(form: str) -> str:
    """Return the compound that a word with a hyphen was made of, "" if there is none."""
    first, _, second = form.partition(HYPHEN)
    if not (first.isalpha() and second.isalpha() and form.isascii()) or min(len(first), len(second)) < SHORTEST:
        return ""
    if first in _NUMERALS or load_lexicon().entry(form) is not None or is_word(first + second):
        return ""
    if second in _PARTICLES and not first.endswith("ing"):
        return ""  # verbs and particles make nouns freely: a carve-out, a knock-on
    terms = load_terms()
    if any(terms.met(one, "", other) for one in content_numbers(first) for other in content_numbers(second)):
        return ""
    found: list[tuple[bool, float, str]] = []
    for one, strength in _halves(first):
        for other in dict.fromkeys((second, *bases(second))):
            found += _known(one, other, strength)
    for other, strength in _halves(second):
        found += _known(first, other, strength)
    return max(found)[2] if found else ""


def _known(one: str, other: str, strength: int) -> Iterator[tuple[bool, float, str]]:
    """Yield the compound of two halves if there is one, behind whether it is written as one word, and how common."""
    if _is_closed(one + other):
        yield True, zipf_frequency(one + other), one + other
    whole = f"{one}{HYPHEN}{other}"
    if strength >= LISTED and load_lexicon().entry(whole) is not None:
        yield False, zipf_frequency(whole), whole


@lru_cache(maxsize=1 << 13)
def _halves(half: str) -> tuple[tuple[str, int], ...]:
    """Return what a half of a compound may have been put for, with the strength of the relation."""
    terms = load_terms()
    numbers = [number for base in bases(half) if (number := terms.number(base)) is not None]
    found = {terms.words[other]: far for number in numbers for other, far in terms.neighbours(number).items()}
    found |= dict.fromkeys(HALVES.get(half, ()), LISTED)
    return tuple((other, far) for other, far in found.items() if far >= CLOSE)


def _is_closed(word: str) -> bool:
    """Whether a word is a usual noun."""
    return is_word(word) and zipf_frequency(word) >= USUAL and word_letters(word)[:1] == "n"
