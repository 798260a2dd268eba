"""Windows: what neighbouring tokens a pattern must have, asked of a text for all patterns at once.

The rarest few neighbouring tokens of a pattern are its window. Every place of a window is one bit, and a word under a
tag is an integer that has the bits of the places it fits. So the windows that open somewhere in a text are found by a
conjunction of each token with those behind it, however many patterns there are: bit-parallel search as in Navarro and
Raffinot (2002), "Flexible Pattern Matching in Strings", over tokens instead of characters. What a window does not ask
(where a sentence ends, the form of a word, tokens farther away) is left to the search of the pattern itself.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, reduce
from itertools import repeat
from operator import and_, or_
from typing import Any

from paralint.data.lines import Lines
from paralint.text.memo import LONGEST, Memo
from paralint.values import NamedTuple

WIDTH = 3  # places of a window
_MEMO = 1 << 14  # words under a tag, under a kilobyte each
_UNTAGGED = ""
_HEAD, _BETWEEN, _TAIL = "{\n", ",\n", "\n}"  # of an object with a key a line


class Place(NamedTuple):
    """What a token at a place of a window must be.

    Attributes:
        words: one of these lower-cased words; None: any.
        tags: it must have one of these tags; None: any.
        either: whether one of the two, both of which are given, is enough.
    """

    words: frozenset[str] | None = None
    tags: frozenset[str] | None = None
    either: bool = False


ANYTHING = Place()  # or the end of the text
Window = tuple[Place, ...]


class WindowIndex:
    """The places of numbered windows, by the words and the tags that fit them.

    The bit of place ``p`` of window ``n`` is ``p * count + n``.

    Attributes:
        count: the number of windows.
    """

    def __init__(self, data: Mapping[str, Any], numbers: Callable[[str], Sequence[int]]) -> None:
        """Args:
        data: what ``parts`` has said of the windows.
        numbers: gives the bits of the places that name a word.
        """
        self.count: int = data["count"]
        self._tags: Mapping[str, str] = data["tags"]
        self._other: str = data["other"]
        self._free, self._either, self._tagged = (int(data[name], 16) for name in ("free", "either", "tagged"))
        self._numbers = numbers
        self._of_word = Memo(self._word, _MEMO)
        self._of_tag: dict[str, int] = {_UNTAGGED: -1}  # fits every place
        self._fitting: dict[tuple[str, str], tuple[int, ...]] = {}

    @classmethod
    def of(cls, windows: Sequence[Window]) -> WindowIndex:
        """Return the index of some windows, numbered as they come."""
        data, words = parts(windows)
        return cls(data, lambda word: words.get(word, ()))

    @classmethod
    def read(cls, data: bytes, words: bytes) -> WindowIndex:
        """Return the index that was written by ``written``; what it says of a word is read when the word is met."""
        lines = Lines(words[len(_HEAD) : -len(_TAIL)] + b"\n")

        def numbers(word: str) -> Sequence[int]:
            found = lines.find(as_json(word))
            return () if found is None else list(json.loads(found.strip(b":,")))

        return cls(json.loads(data), numbers)

    def open(self, lowers: Sequence[str], tags: Sequence[str]) -> int:
        """Return the windows that neighbouring tokens of a text fit, as a set of bits.

        Args:
            lowers: the lower-cased form of each token.
            tags: the tag of each token, or nothing where tags are not known: then any tag fits.
        """
        if not lowers:
            return 0
        fitting = self._fitting
        keys = zip(lowers, tags or repeat(_UNTAGGED, len(lowers)), strict=True)
        rows = [fitting.get(key) or self._fit(key) for key in keys]
        first, second, third = zip(*rows, self._end, self._end, strict=True)
        found: int = reduce(or_, map(and_, map(and_, first, second[1:]), third[2:]))
        return found

    def named(self, lowers: Iterable[str]) -> int:
        """Return the windows for each of whose places a text has a word, wherever it stands.

        Args:
            lowers: the distinct lower-cased forms of the text.
        """
        return reduce(and_, self._by_place(reduce(or_, map(self._of_word.__getitem__, lowers), 0) | self._either))

    @cached_property
    def _end(self) -> tuple[int, ...]:
        """The windows at whose first, second and third place the text may have ended."""
        return self._by_place(self._free & ~self._tagged)

    @cached_property
    def tagged(self) -> int:
        """The windows that ask for tags."""
        return reduce(or_, self._by_place(self._tagged))

    def _fit(self, key: tuple[str, str]) -> tuple[int, ...]:
        """Return the windows whose first, second and third place a word under a tag fits."""
        lower, tag = key
        word = self._of_word[lower]
        if word is self._free and lower:
            found = self._fitting.get(("", tag)) or self._fit(("", tag))  # as every word that no window names
        else:
            under = self._of_tag.get(tag)
            if under is None:
                under = self._of_tag[tag] = int(self._tags.get(tag, self._other), 16)
            found = self._by_place(word & under | (word | under) & self._either)
        if len(lower) <= LONGEST:
            if len(self._fitting) >= _MEMO:
                self._fitting.clear()
            self._fitting[key] = found
        return found

    def _word(self, word: str) -> int:
        numbers = self._numbers(word)
        return reduce(or_, map((1).__lshift__, numbers), self._free) if numbers else self._free

    def _by_place(self, bits: int) -> tuple[int, ...]:
        count = self.count
        every = (1 << count) - 1
        return tuple([bits >> place * count & every for place in range(WIDTH)])


def parts(windows: Sequence[Window]) -> tuple[dict[str, Any], dict[str, list[int]]]:
    """Return what an index is made of: its data, and the bits of the places that name each word."""
    count = len(windows)
    free = either = tagged = 0
    words: dict[str, list[int]] = {}
    tags = dict.fromkeys([tag for window in windows for place in window for tag in place.tags or ()], 0)
    other = 0  # what fits a tag that no window names
    for number, window in enumerate(windows):
        for index, place in enumerate(window):
            bit = 1 << index * count + number
            if place.either:
                either |= bit
            elif place.words is None:
                free |= bit
            if place.tags is None:
                other |= bit
            else:
                tagged |= bit
            for word in place.words or ():
                words.setdefault(word, []).append(bit.bit_length() - 1)
            for tag in tags if place.tags is None else place.tags:
                tags[tag] |= bit
    data = {
        "count": count,
        "free": f"{free:x}",
        "either": f"{either:x}",
        "tagged": f"{tagged:x}",
        "other": f"{other:x}",
        "tags": {tag: f"{bits:x}" for tag, bits in sorted(tags.items())},
    }
    return data, words


def written(windows: Sequence[Window]) -> tuple[str, str]:
    """Return an index as two texts of JSON: of the second each word is found without reading the rest."""
    data, words = parts(windows)
    lines = sorted(f"{as_json(word)}\t:{as_json(numbers)}" for word, numbers in words.items())
    return as_json(data), _HEAD + _BETWEEN.join(lines) + _TAIL


def as_json(data: Any) -> str:
    """Return data as JSON without blanks, as it stands in the compiled rules."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
