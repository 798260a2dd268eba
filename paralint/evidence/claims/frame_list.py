"""The list of tellings that are at odds, made ready for ``at_odds.py``: nothing here is needed to check a text.

Of each frame are told the words with which its first telling begins, and sets of words of each of which one stands in
every text that the frame is true of. So an expression is compiled where its words stand, and in few other texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from paralint.data import read
from paralint.evidence.claims.at_odds import HEADER
from paralint.text.morphology import zipf_frequency

LIST = "lists/at-odds.txt"
_GROUP = re.compile(r"\((?:\?:|\?P<\w+>)")
_WORD = re.compile(r"(?P<word>[A-Za-z]+)(?P<some>\?)?")
_ENDS = re.compile(r"[ |)]|\\b|\((?:\?[:!=]|\?P<\w+>) |$")  # what may stand behind a whole word
_SETS = 3  # of words that are told of a frame

_ANY, _EDGE = "\0", "\1"  # any characters or none; a place or a character that is no letter
_MANY = 3000  # strings that are told one by one
_OPENING = re.compile(r"\((?:\?(?P<kind>[a-z]*:|P<\w+>|P=|<?[=!]))?")
_CLASS = re.compile(r"\[\^?\]?[^\]]*\]")
_REPEATED = re.compile(r"(?P<none>[?*]|\{0[^}]*\})?(?P<some>\+|\{[^}]*\})?[?+]?")
_WHOLE = re.compile(r"(?<![a-z\0])[a-z]{2,}(?![a-z\0])")

_Runs = list[set[str]]  # what an expression finds: one string of each set, in order, whatever else between the sets


def compiled() -> str:
    """Return the content of the file that ``at_odds.py`` reads.

    Raises:
        DataError: if the list cannot be read.
    """
    return HEADER + "".join(f"{line}\n" for line in _lines())


def _lines() -> Iterator[str]:
    meanings: dict[str, str] = {}
    for paragraph in read(LIST).decode("utf-8").strip().split("\n\n"):
        lines = [line for line in paragraph.split("\n") if not line.startswith("#")]
        if lines and lines[0].startswith("="):
            for line in lines:
                name, _, meaning = line[1:].partition(" ")
                meanings[name] = _meant(meaning, meanings)
        elif lines:
            head, reason = lines[0].split(": ", 1)
            scope, side = head.split(" ")
            sources = [_meant(line, meanings) for line in lines[1:]]
            begins = " ".join(sorted(first_words(sources[0])))
            # The words in order as well, so that the same list gives the same file however sets are walked through.
            sets = sorted(sorted(words) for source in sources for words in needed_words(source))
            needed = sorted(sets, key=_frequency)[:_SETS]
            told = "|".join(map(" ".join, needed))
            yield "\t".join([scope, side, reason, begins, told, *sources])


def _meant(text: str, meanings: dict[str, str]) -> str:
    for name, meaning in meanings.items():
        text = text.replace(name, meaning)
    return text


def _frequency(words: Iterable[str]) -> float:
    return sum(sorted(10 ** zipf_frequency(word) for word in words))


def needed_words(expression: str) -> list[frozenset[str]]:
    """Return sets of words, of each of which one stands in whatever an expression finds, as letters in a row."""
    (runs,), _ = _alternatives(f"(?:{expression})", 0)
    return [frozenset(words) for run in runs if all(words := list(map(_rarest, run)))]


def _rarest(text: str) -> str:
    """Return the rarest word that certainly stands in a string, empty if there is none."""
    return min(_WHOLE.findall(f"{_ANY}{text.lower()}{_ANY}"), key=zipf_frequency, default="")


def _alternatives(text: str, at: int) -> tuple[list[_Runs], int]:
    """Return what each of the alternatives finds that begin at ``at``, and where they end."""
    found = []
    while True:
        runs: _Runs = [{""}]
        while at < len(text) and text[at] not in "|)":
            pieces, at = _repeated(text, *_piece(text, at))
            for number, piece in enumerate(pieces):
                if number or piece == {_ANY} or len(runs[-1]) * len(piece) > _MANY:
                    runs[-1] = {before + _ANY for before in runs[-1]}
                    runs.append({_ANY + behind for behind in piece})
                else:
                    runs[-1] = {before + behind for before in runs[-1] for behind in piece}
        found.append(runs)
        if at >= len(text) or text[at] == ")":
            return found, at
        at += 1


def _piece(text: str, at: int) -> tuple[_Runs, int]:
    """Return what the piece of an expression finds that begins at ``at``, and where it ends."""
    letter = text[at]
    if letter == "\\":
        sign = text[at + 1]
        return [{_EDGE if sign in "bds" else sign if not sign.isalpha() else _ANY}], at + 2
    if letter == "[":
        match = _CLASS.match(text, at)
        assert match is not None
        inner = match[0][1:-1]
        digits = inner.replace("-", "").isdigit()
        plain = not set(inner) & set("^\\-")
        return [{_EDGE} if digits else set(inner) if plain else {_ANY}], match.end()
    if letter == "(":
        opening = _OPENING.match(text, at)
        assert opening is not None
        found, end = _alternatives(text, opening.end())
        kind = opening["kind"] or ""
        if kind == "P=":
            return [{_ANY}], end + 1
        if kind[-1:] in ("=", "!"):
            return [{""}], end + 1  # nothing of what is found
        return found[0] if len(found) == 1 else [set().union(*map(_joined, found))], end + 1
    return [{_ANY if letter == "." else _EDGE if letter in "^$" else letter}], at + 1


def _joined(runs: _Runs) -> set[str]:
    """Return strings of one of which an alternative is made: all of it, or a part that has words."""
    if len(runs) == 1:
        return runs[0]
    last = len(runs) - 1
    parts = [{_ANY * (number > 0) + text + _ANY * (number < last) for text in run} for number, run in enumerate(runs)]
    # What stands beside it is not known yet: take it for an edge.
    rarest = [list(map(_rarest, [_EDGE + text + _EDGE for text in part])) for part in parts]
    telling = [number for number, words in enumerate(rarest) if all(words)]
    return parts[min(telling, key=lambda number: _frequency(rarest[number]))] if telling else {_ANY}


def _repeated(text: str, pieces: _Runs, at: int) -> tuple[_Runs, int]:
    """Return what a piece finds with the quantifier behind it, and where that ends."""
    match = _REPEATED.match(text, at)
    assert match is not None
    if match["none"]:
        once = match["none"] == "?" and len(pieces) == 1
        return [pieces[0] | {""} if once else {_ANY}], match.end()
    return [*pieces, {_ANY}] if match["some"] else pieces, match.end()


def first_words(expression: str) -> frozenset[str]:
    """Return the lower-case words with one of which whatever an expression finds begins; empty if that is not plain.

    Plain are words at the edge of a word, and groups of them. The expression is tried where one of them stands.
    """
    found = _first_words(expression[2:], 0)[0] if expression.startswith(r"\b") else None
    return frozenset(found or ())


def _first_words(text: str, start: int) -> tuple[set[str] | None, int]:
    """Return the words that begin at ``start`` of an expression, None if that is not plain, and where they end."""
    opening = _GROUP.match(text, start)
    if opening is None:
        word = _WORD.match(text, start)
        if word is None or not _ENDS.match(text, word.end()):
            return None, start
        found = {word["word"].lower()}
        return (found | {word["word"][:-1].lower()} if word["some"] else found), word.end()
    found, at = set(), opening.end()
    while True:
        more, at = _first_words(text, at)
        if more is None:
            return None, at
        found |= more
        at = _behind_alternative(text, at)
        if at >= len(text) or text[at] == ")":
            break
        at += 1
    return (found, at + 1) if _ENDS.match(text, at + 1) else (None, at)


def _behind_alternative(text: str, at: int) -> int:
    """Return where an alternative ends that has begun: at its stroke, or at the bracket that closes its group."""
    depth, classed = 0, False
    while at < len(text):
        letter = text[at]
        if letter == "\\":
            at += 1
        elif classed:
            classed = letter != "]"
        elif letter == "[":
            classed = True
        elif letter == "(":
            depth += 1
        elif depth == 0 and letter in "|)":
            return at
        elif letter == ")":
            depth -= 1
        at += 1
    return at
