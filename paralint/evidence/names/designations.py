"""Designations: the numbers of planets, roads, flights and laws, and the initials of persons, told otherwise later."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from paralint.evidence.names.flaws import Flaw
from paralint.evidence.names.mentions import mentions
from paralint.evidence.words.places import capitals
from paralint.text import lazy
from paralint.text.document import Document

_DESIGNATION = lazy.pattern(r"([A-Z]{1,5}[-–]?)(\d{2,5})([A-Za-z]{0,2})")
_INITIALS = lazy.pattern(r"(?:[A-Z]\.){1,3}")


def designation_flaws(document: Document) -> Iterator[Flaw]:
    """Yield the flaws acronym of designations with two digits turned, and of initials in another order."""
    types = document.tokens.types
    kinds = [number for number in document.derive(capitals) if not types[number].form.isalpha()]
    yield from _turned_digits(document, kinds)
    yield from _initials(document, kinds)


def _turned_digits(document: Document, kinds: Sequence[int]) -> Iterator[Flaw]:
    """TOC-581 b, where TOC-518 b is the subject of the text."""
    tokens = document.tokens
    alike: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for number in kinds:
        match = _DESIGNATION.fullmatch(tokens.forms[number])
        if match:
            alike[match[1], "".join(sorted(match[2])), match[3]].append(number)
    for numbers in alike.values():
        if len(numbers) != 2:
            continue
        minor = min(reversed(numbers), key=lambda number: len(document.places[number]))
        major = numbers[0] if minor is numbers[1] else numbers[1]
        # One road is as good as another; what is named again and again is the subject.
        if len(document.places[minor]) > 1 or len(document.places[major]) < 2:
            continue
        (place,), there = document.places[minor], document.places[major][0]
        span = tokens.span(place, place + 1)
        yield Flaw(
            "acronym", span, document.quote(span), tokens.types[major].form, tokens.span(there, there + 1),
            "its digits are in another order",
        )  # fmt: skip


def _initials(document: Document, kinds: Sequence[int]) -> Iterator[Flaw]:
    """K.J. Marlowe beside J.K. Marlowe; Robert B. Hale beside Robert D. Hale."""
    tokens = document.tokens
    found = document.derive(mentions)
    named: dict[tuple[str, ...], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number in kinds:
        word = tokens.types[number]
        if not _INITIALS.fullmatch(word.form):
            continue
        for place in document.places[number]:
            after = tokens.word(place + 1) if place + 1 < len(tokens) else None
            if (
                after is None
                or not after.capital
                or after.upper
                or len(after.form) < 3
                or after.form not in found.by_part
            ):
                continue
            before = tokens.word(place - 1) if place and place not in tokens.sentences else None
            given = before.form if before is not None and before.capital and before.form in found.by_part else ""
            if len(word.form) > 2 or given:
                named[given, after.form][word.form].append(place)
    for (given, _), forms in named.items():
        if len(forms) != 2:
            continue
        minor = min(reversed(list(forms)), key=lambda form: len(forms[form]))
        major = next(form for form in forms if form != minor)
        if len(minor) != len(major) or (not given and sorted(minor) != sorted(major)):
            continue
        there = tokens.span(forms[major][0], forms[major][0] + 1)
        for place in forms[minor]:
            yield Flaw(
                "acronym", tokens.span(place, place + 1), minor, major, there, "the initials are others elsewhere"
            )
