"""Mentions: where a document names somebody or something, read off capitals, titles and neighbours.

No tagger and no list of names is needed: a mention is a run of capitalised words inside a sentence, with the titles
before it and the particles and initials inside it told apart from the name. What is capitalised only because a
sentence begins there, or because a whole heading is, is no mention.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from paralint.evidence.spellings import fold
from paralint.evidence.titles import CALENDAR, HEADS, PARTICLES, ROLES, SUFFIXES, TITLES
from paralint.findings import Span
from paralint.text.blocks import BlockKind
from paralint.text.document import Document
from paralint.text.morphology import is_word, word_classes
from paralint.text.words import TokenKind, WordType

_LONGEST = 12  # words of a mention; a longer run of capitals is a line in capitals, not a name
_TITLE_CASE = 0.8  # share of capitals among the content words of a block, from which it is in title case
_PREFIXED = re.compile(r"(?:al|el|as|ash|at|ad|an|ar|az|ibn|bin|ben|abu|abd|ul|[dl](?=['’]))[-'’][^\W\d_]")
_CLOSING = frozenset(".!?\"'”’")
_OPENING = frozenset("\"'“‘„«([{—–-:;•*")


@dataclass(frozen=True, slots=True)
class Mention:
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


@dataclass(frozen=True)
class Mentions:
    """All mentions of a document, in text order.

    Attributes:
        document: the document.
        all: the mentions.
        titled: numbers of the blocks in title case or capitals, whose words are no evidence.
    """

    document: Document
    all: tuple[Mention, ...]
    titled: frozenset[int] = field(default=frozenset())

    def span(self, mention: Mention) -> Span:
        return self.document.tokens.span(mention.first, mention.last)

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each form stands in a mention."""
        return Counter(part for mention in self.all for part in mention.parts)

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
    kinds = [_kind(word) for word in tokens.types]
    capitals = [number for number, kind in enumerate(kinds) if kind]
    places = sorted(place for number in capitals for place in document.places[number])
    starts = frozenset(tokens.sentences)
    blocks = tokens.blocks
    seen_inside = {
        tokens.ids[place]
        for place in places
        if place not in starts and not (place and tokens.word(place - 1).form in _OPENING)
    }
    found: list[Mention] = []
    block = 0
    run: list[int] = []

    def close() -> None:
        if run and block not in titled and len(run) <= _LONGEST:
            found.extend(_read(document, run, starts, seen_inside))
        run.clear()

    for place in places:
        if run and (place - run[-1] > 3 or place in starts or not _joined(document, run[-1], place, starts)):
            close()
        while blocks[block + 1] <= place:
            close()
            block += 1
        if run:
            run.extend(range(run[-1] + 1, place))
        run.append(place)
    close()
    return Mentions(document, tuple(found), titled)


def _kind(word: WordType) -> bool:
    """Tell whether a type can be a word of a name: a capital first, or behind a prefix (al-Khatib, d'Estaing)."""
    if word.kind is not TokenKind.WORD:
        return False
    return word.form[0].isupper() or (not word.capital and _PREFIXED.match(word.form) is not None)


def _titled(document: Document) -> frozenset[int]:
    """Return the blocks whose capitals mean nothing: headings, lines in title case, lines in capitals."""
    tokens = document.tokens
    found = set()
    # +1 for a capitalised word, -1 for a content word without, 0 for what may be either way in a title.
    weights = [
        0 if word.kind is not TokenKind.WORD or len(word.form) < 4 else 1 if word.capital else -1
        for word in tokens.types
    ]
    for number, block in enumerate(document.blocks):
        if block.kind is BlockKind.HEADING:
            found.add(number)
            continue
        ids = tokens.ids[tokens.blocks[number] : tokens.blocks[number + 1]]
        if not ids or tokens.types[ids[-1]].form[-1] in _CLOSING:
            continue
        weighed = [weights[kind] for kind in ids]
        capitals = weighed.count(1)
        if capitals > 2 and capitals >= _TITLE_CASE * (capitals + weighed.count(-1)):
            found.add(number)
    return frozenset(found)


def _joined(document: Document, left: int, right: int, starts: frozenset[int]) -> bool:
    """Tell whether two capitalised words belong to one run: only particles and blanks stand between them."""
    tokens = document.tokens
    for place in range(left + 1, right):
        word = tokens.word(place)
        if word.lower not in PARTICLES or place in starts:
            return False
    return all(
        document.text[tokens.ends[place] : tokens.starts[place + 1]] in (" ", "\n", "\u00a0", "  ")
        for place in range(left, right)
    )


def _read(
    document: Document, run: Sequence[int], starts: frozenset[int], seen_inside: set[int]
) -> Iterator[Mention]:
    """Cut a run of capitalised words into its mentions: what stands before the last title is a title too."""
    tokens = document.tokens
    words = [tokens.word(place) for place in run]
    begin = 0
    opening = run[0] in starts or (run[0] > 0 and tokens.word(run[0] - 1).form in _OPENING)
    if opening and words[0].lower not in TITLES and _opener(words[0], tokens.ids[run[0]] in seen_inside):
        begin = 1
        while begin < len(run) and words[begin].lower in PARTICLES and not words[begin].capital:
            begin += 1
        opening = False
    while begin < len(run) and _no_name(words[begin]):
        begin += 1
    if begin >= len(run):
        return
    first = begin
    if words[-1].lower not in HEADS:
        if begin == 0 and len(run) > 1 and _of_title(document, run[0], starts) and is_word(words[0].lower):
            first = 1
        for index in range(begin, len(run)):
            if words[index].lower.rstrip(".") in TITLES and words[index].lower != "st.":
                first = index + 1
    last = len(run)
    while last > first and words[last - 1].lower.rstrip(".") in SUFFIXES:
        last -= 1
    if first >= last:
        return
    role = " ".join(word.lower for word in words[begin:first])
    if not role:
        role = _role_before(document, run[begin], starts)
    parts = tuple(word.form for word in words[first:last])
    if len(parts) == 1 and (words[first].lower in CALENDAR or len(parts[0]) < 2):
        return
    yield Mention(
        first=run[first],
        last=run[last - 1] + 1,
        parts=parts,
        title=run[begin],
        role=role,
        opening=opening and first == begin == 0,
        acronym=len(parts) == 1 and words[first].upper,
    )


def _opener(word: WordType, seen_inside: bool) -> bool:
    """Tell whether the first word of a sentence is capitalised only for standing there."""
    if "function" in word_classes(word.lower) or word.lower in CALENDAR:
        return True
    return is_word(word.lower) and not seen_inside


def _no_name(word: WordType) -> bool:
    """Tell whether a word never begins a name, capital or not: function words, days and months."""
    if word.lower in CALENDAR:
        return True
    small = "function" in word_classes(word.lower) and not word.upper
    return small and word.lower not in PARTICLES and word.lower not in TITLES


def _of_title(document: Document, place: int, starts: frozenset[int]) -> bool:
    """Tell whether a title and ``of`` stand before a word: *Secretary of* State."""
    word = document.tokens.word
    return (
        place > 1
        and not starts & {place, place - 1}
        and word(place - 1).lower == "of"
        and word(place - 2).lower in TITLES
    )


def _role_before(document: Document, place: int, starts: frozenset[int]) -> str:
    """Return the lower-case role right before a name (``the governor Ketevan …``), or nothing."""
    if place in starts or place == 0:
        return ""
    word = document.tokens.word(place - 1)
    return word.lower if word.lower in ROLES else ""


def key(parts: Sequence[str]) -> tuple[str, ...]:
    """Return the folded parts of a name, initials left out."""
    return tuple(folded for folded in map(fold, parts) if len(folded) > 1)
