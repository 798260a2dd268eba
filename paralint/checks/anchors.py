"""What a regex says without being run: the strings it can match, those it must begin with, those it must contain.

Cox, "Regular Expression Matching with a Trigram Index" (2012): a regex is only run where a literal that it needs
stands. Most alternatives of real packs match a handful of fixed strings and need not be run at all.
"""

from __future__ import annotations

import re
from typing import Any

from paralint.values import NamedTuple

_MOST_STRINGS = 64
_MOST_CHARACTERS = 12  # of a class in brackets
_MOST_REPEATS = 3


class Literal(NamedTuple):
    """A string that a regex can match.

    Attributes:
        text: the string.
        edges: the offsets in it where a word must begin or end (``\\b``).
    """

    text: str
    edges: tuple[int, ...] = ()


class Anchors(NamedTuple):
    """What is known of a regex.

    Attributes:
        literals: all that it can match, in the order in which it tries them; None if that is no short list.
        heads: strings of which every match begins with one; empty if unknown.
        needed: sets of strings, lower-cased; a match contains one of each set.
    """

    literals: tuple[Literal, ...] | None
    heads: tuple[Literal, ...] = ()
    needed: tuple[frozenset[str], ...] = ()


def anchors(source: str) -> Anchors:
    """Return what is known of a regex; nothing of one that the parser of the standard library cannot read."""
    try:
        from re import _parser as parser  # type: ignore[attr-defined]  # public API has no way to read a regex
    except ImportError:
        import sre_parse as parser
    import warnings

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            parsed = parser.parse(source)
    except (re.error, RecursionError, OverflowError):
        return Anchors(None)
    if parsed.state.flags & ~re.UNICODE.value:
        return Anchors(None)
    items = list(parsed)
    literals = _sequence(items)
    if literals is not None and all(literal.text for literal in literals):
        return Anchors(tuple(dict.fromkeys(literals)))
    return Anchors(None, _heads(items), tuple(_needed(items)))


def _sequence(items: list[Any]) -> list[Literal] | None:
    """Return the strings of a sequence of items, in the order of backtracking, or None."""
    found = [Literal("")]
    for item in items:
        inner = _strings(item)
        if inner is None or len(found) * len(inner) > _MOST_STRINGS:
            return None
        found = [_joined(first, second) for first in found for second in inner]
    return found


def _joined(first: Literal, second: Literal) -> Literal:
    length = len(first.text)
    return Literal(first.text + second.text, (*first.edges, *(length + edge for edge in second.edges)))


def _strings(item: Any) -> list[Literal] | None:
    operator, argument = item
    name = str(operator)
    if name == "LITERAL":
        return [Literal(chr(argument))]
    if name == "IN":
        characters = _characters(argument)
        return [Literal(character) for character in characters] if characters else None
    if name == "AT" and str(argument) == "AT_BOUNDARY":
        return [Literal("", (0,))]
    if name == "SUBPATTERN" and not argument[1] and not argument[2]:
        return _sequence(list(argument[3]))
    if name == "BRANCH":
        found: list[Literal] = []
        for branch in argument[1]:
            inner = _sequence(list(branch))
            if inner is None or len(found) + len(inner) > 4 * _MOST_STRINGS:
                return None
            found += inner
        return found
    if name in ("MAX_REPEAT", "MIN_REPEAT"):
        least, most, repeated = argument
        if int(most) > _MOST_REPEATS:
            return None
        counts = range(int(least), int(most) + 1)
        found = []
        for count in reversed(counts) if name == "MAX_REPEAT" else counts:
            inner = _sequence(list(repeated) * count)
            if inner is None:
                return None
            found += inner
        return found
    return None


def _characters(items: list[Any]) -> list[str]:
    """Return the characters of a class; nothing for one that is large or says what it has not."""
    found: list[str] = []
    for operator, argument in items:
        name = str(operator)
        if name == "LITERAL":
            found.append(chr(argument))
        elif name == "RANGE" and argument[1] - argument[0] < _MOST_CHARACTERS:
            found += map(chr, range(argument[0], argument[1] + 1))
        else:
            return []
    return found if len(found) <= _MOST_CHARACTERS else []


def _heads(items: list[Any]) -> tuple[Literal, ...]:
    place = 0
    while place < len(items) and str(items[place][0]) in ("ASSERT", "ASSERT_NOT"):
        place += 1
    found = [Literal("")]
    while place < len(items):
        inner = _strings(items[place])
        if inner is None or len(found) * len(inner) > _MOST_STRINGS:
            break
        found = [_joined(first, second) for first in found for second in inner]
        place += 1
    if any(len(literal.text) < 2 and literal.text.isalnum() for literal in found) or not all(
        literal.text.strip() for literal in found
    ):
        return ()
    return tuple(dict.fromkeys(found))


def _needed(items: list[Any]) -> list[frozenset[str]]:
    found: list[frozenset[str]] = []
    run = ""
    for operator, argument in [*items, (None, None)]:
        name = str(operator)
        if name == "LITERAL" and chr(argument).lower() == chr(argument).casefold():
            run += chr(argument).lower()
            continue
        if _selective(run):
            found.append(frozenset({run}))
        run = ""
        if name == "SUBPATTERN":
            found += _needed(list(argument[3]))
        elif name == "IN":
            characters = [character.lower() for character in _characters(argument)]
            if characters and all(map(_selective, characters)):
                found.append(frozenset(characters))
        elif name == "BRANCH":
            # Of each branch the most selective set, all of them together.
            sets = [_needed(list(branch)) for branch in argument[1]]
            if all(sets):
                best = [max(several, key=lambda one: (min(map(len, one)), -len(one))) for several in sets]
                found.append(frozenset().union(*best))
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and int(argument[0]) > 0:
            found += _needed(list(argument[2]))
    return found


def _selective(text: str) -> bool:
    """Single letters, digits and blanks stand everywhere."""
    return len(text) > 1 or (len(text) == 1 and not text.isalnum() and not text.isspace())
