"""YAML as plain strings, lists and dicts, with the source position of every key and value beside it.

YAML 1.1 mangles prose (``on`` becomes true, ``12:30`` becomes 750), so every scalar stays the string that the author
wrote; what is a number or a flag is decided by the field that reads it. Compiled rules are the same plain data
without positions, so one decoder serves both.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from paralint.ruleset.problems import Problem, ProblemsError
from paralint.values import NamedTuple

if TYPE_CHECKING:
    import yaml

Path = tuple[str | int, ...]
Data = Any  # str | list[Data] | dict[str, Data] | None; a recursive alias would cost more casts than it finds errors

_MOST_NODES = 200_000
_DEEPEST = 60
_MOST_CHARACTERS = 1_000_000


class Position(NamedTuple):
    """Line and column of a node, from 1, and the columns it takes on that line."""

    line: int
    column: int
    width: int = 1


_NOWHERE: Mapping[Path, Position] = {}


class Tree(NamedTuple):
    """The data of one file.

    Attributes:
        path: the file's name, for messages.
        data: strings, lists, dicts; None for an empty value.
        keys: position of each mapping key, by the path that ends in it.
        values: position of each value.
        lines: the file's lines, for excerpts.
        trusted: the data was checked when it was compiled into the package; its regexes and examples are not checked
            again.
    """

    path: str
    data: Data
    keys: Mapping[Path, Position] = _NOWHERE
    values: Mapping[Path, Position] = _NOWHERE
    lines: tuple[str, ...] = ()
    trusted: bool = False

    def problem(self, message: str, at: Path = (), *, key: bool = False) -> Problem:
        """Return a problem at the node ``at`` (at its key, if ``key``), or at the nearest parent that has a place."""
        place = self.keys.get(at) if key else None
        while place is None and at:
            place = self.values.get(at) or self.keys.get(at)
            at = at[:-1]
        place = place or self.values.get(())
        if place is None:
            return Problem(self.path, message)
        source = self.lines[place.line - 1] if place.line <= len(self.lines) else ""
        return Problem(self.path, message, place.line, place.column, source, place.width)


def parse(text: str, path: str) -> Tree:
    """Read one YAML document.

    Raises:
        ProblemsError: if it is no YAML, has a duplicate key, or is larger or deeper than a rule file can sensibly be.
    """
    import yaml

    lines = tuple(text.splitlines())
    if len(text) > _MOST_CHARACTERS:
        raise ProblemsError(
            [Problem(path, f"too large for a rule file: {len(text)} characters, limit {_MOST_CHARACTERS}")]
        )
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        root = yaml.compose(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message = f"not valid YAML: {error.problem or error.context}"
        if mark is None:
            raise ProblemsError([Problem(path, message)]) from error
        source = lines[mark.line] if mark.line < len(lines) else ""
        raise ProblemsError([Problem(path, message, mark.line + 1, mark.column + 1, source)]) from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        column = error.position - (text.rfind("\n", 0, error.position) + 1) + 1
        message = f"not valid YAML: character U+{ord(str(error.character)[:1] or ' '):04X} is not allowed"
        raise ProblemsError([Problem(path, message, line, column)]) from error
    except yaml.YAMLError as error:
        raise ProblemsError([Problem(path, f"not valid YAML: {error}")]) from error
    if root is None:
        raise ProblemsError([Problem(path, "the file is empty: expected a rule")])
    walk = _Walk(path, lines, yaml.SequenceNode)
    data = walk.plain(root, (), 0)
    if walk.problems:
        raise ProblemsError(walk.problems)
    return walk.tree._replace(data=data)


class _Walk:
    def __init__(self, path: str, lines: tuple[str, ...], sequence: type[yaml.Node]) -> None:
        self.keys: dict[Path, Position] = {}
        self.values: dict[Path, Position] = {}
        self.tree = Tree(path, None, self.keys, self.values, lines)
        self.sequence = sequence
        self.problems: list[Problem] = []
        self.nodes = 0

    def plain(self, node: yaml.Node, at: Path, depth: int) -> Data:
        self.nodes += 1
        self.values[at] = _position(node)
        if depth > _DEEPEST or self.nodes > _MOST_NODES:
            raise ProblemsError([self.tree.problem("nested too deeply or expanded too far by aliases", at)])
        if isinstance(node.value, str):
            null = node.tag == "tag:yaml.org,2002:null" and not getattr(node, "style", None)
            return None if null else node.value
        if isinstance(node, self.sequence):
            return [self.plain(item, (*at, index), depth + 1) for index, item in enumerate(node.value)]
        found: dict[str, Data] = {}
        for key, value in node.value:
            if not isinstance(key.value, str):
                self.values[(*at, "?")] = _position(key)
                self.problems.append(self.tree.problem("a key must be a plain word", (*at, "?")))
                continue
            here = (*at, key.value)
            if key.value in found:
                first = self.keys[here]
                self.keys[here] = _position(key)
                self.problems.append(
                    self.tree.problem(f"duplicate key '{key.value}' (first on line {first.line})", here, key=True)
                )
                self.keys[here] = first
                continue
            self.keys[here] = _position(key)
            found[key.value] = self.plain(value, here, depth + 1)
        return found


def _position(node: yaml.Node) -> Position:
    start, end = node.start_mark, node.end_mark
    width = end.column - start.column if end.line == start.line else 1
    return Position(start.line + 1, start.column + 1, max(1, width))
