"""Mentions: where a document names somebody or something, read off capitals, titles and neighbours.

No tagger and no list of names is needed: a mention is a run of capitalised words inside a sentence, with the titles
before it and the particles and initials inside it told apart from the name. What is capitalised only because a
sentence begins there, or because a whole heading is, is no mention.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from functools import cached_property
from typing import Final

from paralint.evidence.names.gazetteer import load
from paralint.evidence.names.spellings import fold
from paralint.evidence.words.closed import words
from paralint.evidence.words.titles import CALENDAR, HEADS, PARTICLES, ROLES, SUFFIXES, TITLES
from paralint.findings import Span
from paralint.text import lazy
from paralint.text.blocks import BlockKind
from paralint.text.document import Document
from paralint.text.morphology import word_classes
from paralint.text.words import TokenKind, WordType, by_form
from paralint.values import NamedTuple

_LONGEST = 12  # words of a mention; a longer run of capitals is a line in capitals, not a name
_TITLE_CASE = 0.92  # share of capitals among the content words of a block, from which it is in title case
_PREFIXED = lazy.pattern(r"(?:al|el|as|ash|at|ad|an|ar|az|ibn|bin|ben|abu|abd|ul|[dl](?=['’]))[-'’][^\W\d_]")
_BLANKS = (" ", "\n", "\u00a0", "  ")
_CLOSING = frozenset(".!?\"'”’")
_OPENING = frozenset("\"'“‘„«([{—–-:;•*")


# The ends of compounds that describe what stands behind them: the Norwegian-*owned* Halden Star.
_DESCRIBING = words(
    """born based owned led backed run made built registered flagged speaking controlled occupied held funded trained
    educated administered designed operated ruled style era dominated listed headquartered supported sponsored
    brokered educated language majority bound friendly allied affiliated inspired wide like style"""
)


class Mention(NamedTuple):
    """One place where a name stands.

    Attributes:
        first, last: the tokens of the name, half open, without title and possessive ending.
        parts: the forms of those tokens.
        title: the first token of the title or role before it, or ``first`` if there is none.
        role: the title, in lower case; empty if there is none.
        opening: whether it stands at the start of a sentence, where capitals say less.
        acronym: whether it is one word in capitals.
    """

    first: int
    last: int
    parts: tuple[str, ...]
    title: int
    role: str
    opening: bool
    acronym: bool

    @property
    def full(self) -> bool:
        """Whether the name has two parts or more."""
        return len(self.parts) > 1


class Mentions:
    """All mentions of a document, in text order.

    Attributes:
        document: the document.
        all: the mentions.
        titled: numbers of the blocks in title case or capitals, whose words are no evidence.
    """

    def __init__(self, document: Document, mentions: tuple[Mention, ...], titled: frozenset[int] = frozenset()) -> None:
        self.document: Final = document
        self.all: Final = mentions
        self.titled: Final = titled

    def span(self, mention: Mention) -> Span:
        return self.document.tokens.span(mention.first, mention.last)

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each form stands in a mention."""
        return Counter(part for mention in self.all for part in mention.parts)

    @cached_property
    def firsts(self) -> list[int]:
        """The first token of each mention."""
        return [mention.first for mention in self.all]

    @cached_property
    def full(self) -> tuple[Mention, ...]:
        """The mentions of two parts or more."""
        return tuple(mention for mention in self.all if len(mention.parts) > 1)

    @cached_property
    def by_part(self) -> dict[str, list[Mention]]:
        """The mentions that hold each form."""
        found: dict[str, list[Mention]] = {}
        for mention in self.all:
            for part in mention.parts:
                found.setdefault(part, []).append(mention)
        return found


def mentions(document: Document) -> Mentions:
    """Return the mentions of ``document``."""
    tokens = document.tokens
    titled = _titled(document)
    reader = _Reader(document)
    capital = [number for number, kind in enumerate(reader.kinds) if kind & _CAPITAL]
    places = sorted(place for number in capital for place in document.places[number])
    found: list[Mention] = []
    position = 0
    while position < len(places):
        first = last = places[position]
        position += 1
        while position < len(places) and places[position] - last < 4 and reader.joined(last, places[position]):
            last = places[position]
            position += 1
        if first == last:
            reader.read_one(first, found)
        elif last - first < _LONGEST:
            reader.read(list(range(first, last + 1)), found)
    if titled:
        blocks = tokens.blocks
        found = [mention for mention in found if bisect_right(blocks, mention.first) - 1 not in titled]
    return Mentions(document, tuple(found), titled)


# What a word type can be in a run of capitals, as bits.
_CAPITAL, _TITLE, _CALENDAR, _PARTICLE, _FUNCTION, _COMMON, _SUFFIX, _HEAD, _ROLE = (1 << bit for bit in range(9))


def _kind(word: WordType) -> int:
    """Return the bits of a type. Capitalised words have any of them, other words only those of particles and roles."""
    form = word.form
    if word.kind is not TokenKind.WORD or ("-" in form and form.rpartition("-")[2] in _DESCRIBING):
        return 0
    if not form[0].isupper() and (form.isalpha() or word.capital or not _PREFIXED.match(form)):
        return _SMALL_KINDS.get(word.lower, 0)
    return _capital_kind(word.lower, word.upper)


def _capital_kind(lower: str, upper: bool) -> int:
    bits = _CAPITAL
    bare = lower.removesuffix(".")
    if bare in TITLES and lower != "st.":
        bits |= _TITLE
    if lower in PARTICLES:
        bits |= _PARTICLE
    if lower in CALENDAR:
        bits |= _CALENDAR
    if bare in SUFFIXES:
        bits |= _SUFFIX
    if lower in HEADS:
        bits |= _HEAD
    classes = word_classes(lower)
    if classes:
        bits |= _COMMON
        if "function" in classes and not upper:
            bits |= _FUNCTION
    return bits


_SMALL_KINDS = {
    word: (_PARTICLE if word in PARTICLES else 0) | (_ROLE if word in ROLES else 0) for word in PARTICLES | ROLES
}
_KINDS = by_form(_kind)


class _Reader:
    """Reads runs of capitalised words. Holds what is known of each word type, found once per document."""

    def __init__(self, document: Document) -> None:
        tokens = document.tokens
        self.document = document
        self.kinds = list(map(_KINDS.__getitem__, tokens.forms))
        self.sentences = frozenset(tokens.sentences)
        self._quotes = {
            number
            for lower in document.by_lower.keys() & _OPENING
            for number in document.by_lower[lower]
            if tokens.types[number].form in _OPENING
        }
        self._inside: dict[int, bool] = {}

    def opens(self, place: int) -> bool:
        """Tell whether a token begins a sentence, or a quotation or item that may begin like one."""
        return place in self.sentences or self._quoted(place)

    def _quoted(self, place: int) -> bool:
        """Tell whether an opening mark stands before a token; one right behind a word is an owner's: Tenants' Union."""
        tokens = self.document.tokens
        return tokens.ids[place - 1] in self._quotes and not (
            place > 1 and tokens.ends[place - 2] == tokens.starts[place - 1] and tokens.word(place - 1).form in "'’"
        )

    def inside(self, number: int) -> bool:
        """Tell whether a type stands with its capital inside a sentence somewhere."""
        if number not in self._inside:
            self._inside[number] = not all(map(self.opens, self.document.places[number]))
        return self._inside[number]

    def joined(self, left: int, right: int) -> bool:
        """Tell whether two capitalised words belong to one run: only particles and blanks stand between them."""
        tokens, text = self.document.tokens, self.document.text
        if right == left + 1:
            return right not in self.sentences and text[tokens.ends[left] : tokens.starts[right]] in _BLANKS
        for place in range(left, right):
            if place + 1 in self.sentences or text[tokens.ends[place] : tokens.starts[place + 1]] not in _BLANKS:
                return False
            if place > left and not self.kinds[tokens.ids[place]] & _PARTICLE:
                return False
        return True

    def read(self, run: list[int], found: list[Mention]) -> None:
        """Add the mention that a run of two capitalised words or more holds, if it holds one."""
        tokens = self.document.tokens
        ids = [tokens.ids[place] for place in run]
        kinds = [self.kinds[number] for number in ids]
        begin = 0
        opening = self.opens(run[0])
        if opening and not kinds[0] & _TITLE and self._opener(ids[0], kinds[0]) and not self._given(ids, kinds):
            begin = 1
            while begin < len(run) and not kinds[begin] & _CAPITAL:
                begin += 1
            opening = False
        # Function words, days and months never begin a name.
        while begin < len(run) and (
            kinds[begin] & _CALENDAR or (kinds[begin] & _FUNCTION and not kinds[begin] & (_PARTICLE | _TITLE))
        ):
            begin += 1
        first = begin
        if begin < len(run) and not kinds[-1] & _HEAD:
            if begin == 0 and kinds[0] & _COMMON and self._of_title(run[0]):
                first = 1
            for index in range(begin, len(run)):
                if kinds[index] & _TITLE:
                    first = index + 1
        last = len(run)
        while last > first and kinds[last - 1] & _SUFFIX:
            last -= 1
        if first >= last:
            return
        parts = tuple([tokens.types[number].form for number in ids[first:last]])
        if len(parts) == 1 and len(parts[0]) < 2:
            return
        if begin < first:
            role = " ".join([tokens.types[number].lower for number in ids[begin:first]])
        else:
            role = self._role_before(run[begin])
        acronym = len(parts) == 1 and tokens.types[ids[first]].upper
        found.append(Mention(run[first], run[last - 1] + 1, parts, run[begin], role, opening and first == 0, acronym))

    def read_one(self, place: int, found: list[Mention]) -> None:
        """Do the same for a run of one word, which most runs are."""
        tokens = self.document.tokens
        number = tokens.ids[place]
        kind = self.kinds[number]
        if kind & (_CALENDAR | _SUFFIX) or (kind & _TITLE and not kind & _HEAD):
            return
        before = tokens.ids[place - 1]
        begins = place in self.sentences
        opening = begins or self._quoted(place)
        if kind & _COMMON:
            if kind & _FUNCTION and (opening or not kind & _PARTICLE):
                return
            if opening and not kind & _TITLE and not self.inside(number):
                return
        word = tokens.types[number]
        if len(word.form) > 1:
            role = tokens.types[before].lower if not begins and self.kinds[before] & _ROLE else ""
            found.append(Mention(place, place + 1, (word.form,), place, role, opening, word.upper))

    def _opener(self, number: int, kind: int) -> bool:
        """Tell whether the first word of a sentence is capitalised only for standing there."""
        return bool(kind & (_FUNCTION | _CALENDAR)) or (bool(kind & _COMMON) and not self.inside(number))

    def _given(self, ids: list[int], kinds: list[int]) -> bool:
        """Tell whether a common word that opens a sentence is a given name before another name: *Grace* Okafor."""
        if kinds[0] & (_FUNCTION | _CALENDAR) or kinds[1] & (_COMMON | _CALENDAR) or not kinds[1] & _CAPITAL:
            return False
        return fold(self.document.tokens.types[ids[0]].form) in load().given_names

    def _of_title(self, place: int) -> bool:
        """Tell whether a title and ``of`` stand before a word: *Secretary of* State."""
        if place < 2 or not self.sentences.isdisjoint((place, place - 1)):
            return False
        word = self.document.tokens.word
        return word(place - 1).lower == "of" and word(place - 2).lower in TITLES

    def _role_before(self, place: int) -> str:
        """Return the lower-case role right before a name (``the governor Ketevan …``), or nothing."""
        if place in self.sentences:
            return ""
        number = self.document.tokens.ids[place - 1]
        return self.document.tokens.types[number].lower if self.kinds[number] & _ROLE else ""


def _titled(document: Document) -> frozenset[int]:
    """Return the blocks whose capitals mean nothing: headings, lines in title case, lines in capitals."""
    tokens = document.tokens
    found = set()
    for number, block in enumerate(document.blocks):
        if block.kind is BlockKind.HEADING:
            found.add(number)
            continue
        ids = tokens.ids[tokens.blocks[number] : tokens.blocks[number + 1]]
        if not ids or tokens.types[ids[-1]].form[-1] in _CLOSING:
            continue
        weighed = [_weight(tokens.types[kind]) for kind in ids]
        capitals = weighed.count(1)
        if capitals > 2 and capitals >= _TITLE_CASE * (capitals + weighed.count(-1)):
            found.add(number)
    return frozenset(found)


def _weight(word: WordType) -> int:
    """Return +1 for a capitalised word, -1 for a content word without, 0 for what may be either way in a title."""
    if word.kind is not TokenKind.WORD or len(word.form) < 4:
        return 0
    return 1 if word.capital else -1
