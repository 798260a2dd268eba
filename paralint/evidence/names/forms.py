"""The forms that stand in the mentions of a document, what each is met beside, and which of two is the damaged one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from paralint.evidence.names.flaws import Flaw
from paralint.evidence.names.gazetteer import load
from paralint.evidence.names.introductions import is_person
from paralint.evidence.names.mentions import Mentions
from paralint.evidence.names.spellings import fold, shared_start, variants
from paralint.evidence.names.translations import translations
from paralint.evidence.words.closed import words
from paralint.evidence.words.titles import PARTICLES
from paralint.findings import Span
from paralint.text.morphology import is_word

CROWD = 40  # forms under one blocking key; more of them share too little to be compared
PLACING = words("in at near off from around outside across towards to")
"""Words behind which a place is told."""


class Forms:
    """The distinct forms that stand in mentions, with the company each keeps."""

    def __init__(self, found: Mentions) -> None:
        self.document = found.document
        self.mentions = found
        self.counts = found.counts
        self.companions: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        self.slots: dict[tuple[int, int, tuple[str, ...]], dict[str, None]] = defaultdict(dict)
        for parts in dict.fromkeys(mention.parts for mention in found.full):
            self._slot(parts)
            if len(parts) > 2 and parts[1].lower() in PARTICLES:
                self._slot(parts[1:])

    def _slot(self, parts: tuple[str, ...]) -> None:
        for index, part in enumerate(parts):
            rest = (*parts[:index], *parts[index + 1 :])
            self.companions[part].add(rest)
            self.slots[index, len(parts), rest][part] = None

    @cached_property
    def persons(self) -> frozenset[str]:
        """The last parts of the names that can be persons'."""
        return frozenset(mention.parts[-1] for mention in self.mentions.full if is_person(mention))

    @cached_property
    def givens(self) -> frozenset[str]:
        """The first parts of the names that can be persons'."""
        return frozenset(mention.parts[0] for mention in self.mentions.full if is_person(mention))

    def places(self, form: str) -> Iterator[Span]:
        """Yield where a form stands, in text order."""
        tokens = self.document.tokens
        for mention in self.mentions.by_part[form]:
            index = mention.first + mention.parts.index(form)
            yield Span(tokens.starts[index], tokens.ends[index])

    def first_place(self, form: str) -> int:
        """Return the first token of the first mention that a form stands in."""
        return self.mentions.by_part[form][0].first

    @cached_property
    def by_ending(self) -> dict[str, list[str]]:
        """The forms by their last three letters."""
        found: dict[str, list[str]] = defaultdict(list)
        for form in self.counts:
            if len(form) > 4:
                found[fold(form)[-3:]].append(form)
        return found


def judge(names: Forms, left: str, right: str, reason: str, minor: str = "") -> Iterator[Flaw]:
    """Report the rarer of two spellings at each of its places, of equals the unknown or later one."""
    if not minor:
        # Of two romanisations of one length either may be known.
        turned = sorted(fold(left)) == sorted(fold(right))
        known = turned or len(left) != len(right) or not variants(left, right)
        weight = {
            form: (
                names.counts[form],
                not _lost_marks(form, other),
                known and load().knows(form),
                -names.first_place(form),
            )
            for form, other in ((left, right), (right, left))
        }
        minor = min((left, right), key=weight.__getitem__)
        minor = _shortened(names, left, right) or minor
    elif names.counts[left] == names.counts[right] and minor == max(left, right, key=len):
        minor = _shortened(names, left, right) or minor
    if is_word(left) != is_word(right):
        word, foreign = (left, right) if is_word(left) else (right, left)
        if word.lower() in translations(foreign) and names.counts[word] <= names.counts[foreign]:
            minor = word  # put into English
    major = right if minor == left else left
    if len(minor) > len(major) + 1 and fold(minor).startswith(fold(major)):
        return  # a longer form is no damage of a shorter one
    if _are_both_told(names, left, right):
        return
    kind = "variant" if variants(minor, major) else "garbled"
    other = next(names.places(major))
    for span in names.places(minor):
        yield Flaw(kind, span, minor, major, other, reason)


def _are_both_told(names: Forms, left: str, right: str) -> bool:
    """Tell whether a text itself says that a name has two forms: Taimur (or Timur)."""
    lowers = names.mentions.document.lowers
    for form, other in ((left.lower(), right.lower()), (right.lower(), left.lower())):
        for number in names.mentions.document.by_lower.get(form, ()):
            for place in names.mentions.document.places[number]:
                if place > 1 and lowers[place - 1] == "or" and other in lowers[max(0, place - 4) : place - 1]:
                    return True
    return False


def _shortened(names: Forms, left: str, right: str) -> str:
    """Return the shorter of two names that are known nowhere and stand as often, if it lacks one inner letter.

    A letter is lost more often than won: Ramalete, of Ramalhete. At the end it may be either.
    """
    short, long = sorted((left, right), key=len)
    if names.counts[left] != names.counts[right] or len(long) != len(short) + 1 or "-" in long:
        return ""
    if load().knows(left) or load().knows(right) or is_word(short):
        return ""
    same = shared_start(short, long)
    # A vowel that parts two consonants, or an s behind one, is won.
    won = long[same] in "aeiou" or (long[same] == "s" and long[same - 1] not in "aeious")
    return short if 1 < same < len(short) - 1 and short[same:] == long[same + 1 :] and not won else ""


def _lost_marks(form: str, other: str) -> bool:
    """Tell whether a form in plain letters stands for one with marks: two marks, or other letters, are no slip."""
    if not form.isascii() or other.isascii():
        return False
    return fold(form) != fold(other) or sum(not letter.isascii() for letter in other) > 1
