"""Strict reading of a mapping: every key is asked for by its type, and what nobody asked for is an error.

Readers never raise for a bad value; they note a problem and hand back a stand-in, so that an author sees all the
mistakes of a file at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from paralint.ruleset.problems import Problem, suggestion
from paralint.ruleset.tree import Data, Path, Tree

Value = TypeVar("Value")

JOINED = " "  # stands before each word of a list that a compiled rule has as one text, which is sooner read
_TRUE = {"true", "yes", "on"}
_FALSE = {"false", "no", "off"}


class Fields:
    """A mapping of a tree while it is being read.

    Attributes:
        tree: the file.
        problems: what is wrong with it; shared by all the mappings of one file.
        at: the keys and numbers that lead to this mapping.
        data: its plain values by key; empty, with a problem noted, if there is no mapping.
    """

    def __init__(self, tree: Tree, problems: list[Problem], at: Path = (), data: Data = None) -> None:
        self.tree = tree
        self.problems = problems
        self.at = at
        data = tree.data if data is None and not at else data
        if isinstance(data, dict):
            self.data: dict[str, Data] = data
        else:
            self.data = {}
            self.note(f"expected a mapping of keys, found {_kind(data)}")
        self._known: set[str] = set()

    def note(self, message: str, *at: str | int, key: bool = False) -> None:
        """Note a problem at ``at``, relative to this mapping."""
        self.problems.append(self.tree.problem(message, (*self.at, *at), key=key))

    def has(self, key: str) -> bool:
        """Whether ``key`` is there; from now on it is a known key."""
        self._known.add(key)
        return key in self.data

    def raw(self, key: str) -> Data:
        """Return the plain data at ``key`` and count the key as known."""
        self._known.add(key)
        return self.data.get(key)

    def text(self, key: str, default: str | None = None) -> str:
        """Return a string; a key without default must be there and must not be empty."""
        value = self.raw(key)
        if isinstance(value, str) and (value.strip() or default is not None):
            return value
        if key not in self.data:
            if default is None:
                self.note(f"missing key '{key}'")
            return default or ""
        self.note(f"'{key}' must be a text, found {_kind(value)}", key)
        return default or ""

    def flag(self, key: str, default: bool = False) -> bool:
        """Return a flag: true, yes, on; false, no, off."""
        value = self.raw(key)
        if key not in self.data:
            return default
        word = value.lower() if isinstance(value, str) else ""
        if word not in _TRUE and word not in _FALSE:
            self.note(f"'{key}' must be true or false, found {_kind(value)}", key)
        return word in _TRUE

    def integer(self, key: str, default: int, least: int = 0) -> int:
        """Return a whole number of at least ``least``."""
        number = self.number(key, default, least)
        if number != int(number):
            self.note(f"'{key}' must be a whole number, found {number}", key)
        return int(number)

    def number(self, key: str, default: float, least: float = 0) -> float:
        """Return a finite number of at least ``least``; the default, with a problem noted, for any other value."""
        value = self.raw(key)
        if key not in self.data:
            return default
        try:
            number = float(value) if isinstance(value, str) else None
        except ValueError:
            number = None
        if number is None or not least <= number < float("inf"):
            self.note(f"'{key}' must be a number of at least {least}, found {_kind(value)}", key)
            return default
        return number

    def choice(self, key: str, choices: Mapping[str, Value], default: str | None = None) -> Value:
        """Return the value that the word at ``key`` stands for."""
        word = self.text(key, default)
        if word in choices:
            return choices[word]
        if key in self.data and isinstance(self.data[key], str):
            hint = suggestion(word, choices)
            self.note(f"'{key}' must be one of {', '.join(choices)}; found '{word}'{hint}", key)
        return next(iter(choices.values()))

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of strings; a single string stands for a list of one."""
        value = self.raw(key)
        if key not in self.data:
            return ()
        if isinstance(value, str):
            return tuple(value.split()) if self.tree.trusted and value.startswith(JOINED) else (value,)
        if not isinstance(value, list):
            self.note(f"'{key}' must be a text or a list of texts, found {_kind(value)}", key)
            return ()
        if self.tree.trusted:
            return tuple(value)
        found: list[str] = []
        for index, item in enumerate(value):
            if isinstance(item, str) and item:
                if item in found:
                    self.note(f"'{item}' stands twice in '{key}'", key, index)
                found.append(item)
            else:
                self.note(f"'{key}' must hold texts only, found {_kind(item)}", key, index)
        return tuple(found)

    def choices(self, key: str, known: Mapping[str, Value]) -> tuple[Value, ...]:
        """Return the values that a list of words stands for."""
        found = []
        for index, word in enumerate(self.texts(key)):
            if word in known:
                found.append(known[word])
            else:
                place = (key, index) if isinstance(self.data[key], list) else (key,)
                self.note(f"'{key}' knows {', '.join(known)}; found '{word}'{suggestion(word, known)}", *place)
        return tuple(found)

    def table(self, key: str) -> dict[str, str]:
        """Return a mapping of strings to strings."""
        value = self.raw(key)
        if key not in self.data:
            return {}
        if not isinstance(value, dict):
            self.note(f"'{key}' must be a mapping of texts, found {_kind(value)}", key)
            return {}
        found = {}
        for name, item in value.items():
            if isinstance(item, str):
                found[name] = item
            else:
                self.note(f"'{name}' must be a text, found {_kind(item)}", key, name)
        return found

    def inner(self, key: str) -> Fields | None:
        """Return the mapping at ``key``, or None if the key is not there."""
        value = self.raw(key)
        return Fields(self.tree, self.problems, (*self.at, key), value or {}) if key in self.data else None

    def items(self, key: str) -> Iterator[Fields]:
        """Yield the mappings of the list at ``key``."""
        value = self.raw(key)
        if key not in self.data:
            return
        if not isinstance(value, list):
            self.note(f"'{key}' must be a list, found {_kind(value)}", key)
            return
        for index, item in enumerate(value):
            yield Fields(self.tree, self.problems, (*self.at, key, index), item if item is not None else "")

    def close(self, known: Iterable[str] = ()) -> None:
        """Note every key that nobody asked for and that is not among ``known``."""
        if self._known.issuperset(self.data):
            return
        self._known.update(known)
        for key in self.data:
            if key not in self._known:
                self.note(f"unknown key '{key}'{suggestion(key, self._known)}", key, key=True)


def _kind(value: Data) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, str):
        return f"'{value}'" if len(value) <= 40 else "a long text"
    return "a list" if isinstance(value, list) else "a mapping"
