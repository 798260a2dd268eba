"""Loading rules: the built-in ones from their compiled form, others from YAML files and folders.

The built-in rules lie under ``rules/`` of a checkout and under ``paralint/ruleset/builtin/`` of a wheel; both hold
the same files, and ``compiled.json`` beside this module holds them: three parts, whose lengths in bytes stand in its
first line, with the headers of all and the index of their windows, and then of each rule what it looks for in one line
and what it says of itself in the next. So a run parses no YAML, and does not even read a rule that its texts do not ask
for, or the wording of a rule that finds nothing. In a checkout a rule file that has changed since it was compiled is
read afresh, so its author need not compile anything to try it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Final

from paralint.data import mapped
from paralint.ruleset.problems import Problem, ProblemsError
from paralint.ruleset.rule import CONFIDENCES, SAID, SEVERITIES, STATUSES, Anchors, Header, Rule, decode
from paralint.ruleset.tree import Tree, parse
from paralint.ruleset.windows import Window, WindowIndex, as_json, written
from paralint.values import NamedTuple

COMPILED = "compiled.json"
_BETWEEN = ",\n"
_FIRST = 64  # bytes that hold the first line
_PATTERN = "pattern"
SUFFIXES = (".yml", ".yaml")


class RuleSet(NamedTuple):
    """Rules in the order of their codes, and what was wrong with those that could not be loaded."""

    rules: tuple[Rule, ...]
    problems: tuple[Problem, ...] = ()


def digest(data: bytes) -> str:
    """Return the fingerprint by which a compiled rule knows its file. Line ends do not count (git may change them)."""
    from zlib import crc32  # no installed package asks

    return format(crc32(data.replace(b"\r\n", b"\n")), "08x")


def checkout_rules() -> Path | None:
    """Return the ``rules`` folder of the checkout that this package runs from, or None for an installed package."""
    root = Path(__file__).parents[2]
    return root / "rules" if (root / "pyproject.toml").is_file() and (root / "rules").is_dir() else None


@lru_cache(maxsize=1)
def builtin() -> RuleSet:
    """Return the built-in rules."""
    compiled = _compiled()
    folder = checkout_rules()
    if folder is None:
        return _finish(compiled, [])
    known = {rule.source: rule for rule in compiled}
    problems: list[Problem] = []
    rules: list[Rule] = []
    start = len(folder.as_posix()) + 1
    for path in rule_files([folder], problems):
        name = f"rules/{path.as_posix()[start:]}"
        content = path.read_bytes()
        rule = known.get((name, digest(content)))
        rules += _read(path, content, problems) if rule is None else [rule]
    return _finish(rules, problems)


class _Entry(NamedTuple):
    """What the index knows of a built-in rule: its header and its anchors.

    Attributes:
        path, digest: the file of the rule, and its fingerprint.
        words, literals, windows: see ``rule.Anchors``; the words as one text, the numbers of the windows as a range.
        lines: the lengths of the two lines that hold the rest of the rule.
    """

    path: str
    digest: str
    code: str
    name: str
    kind: str
    severity: str
    confidence: str
    status: str
    company: int
    words: str | None
    literals: list[str] | None
    windows: tuple[int, int]
    lines: tuple[int, int]


@lru_cache(maxsize=1)
def _content() -> memoryview:
    return mapped(COMPILED, "paralint.ruleset")


def _lines(lengths: Iterable[int], end: int) -> list[slice]:
    """Return where lines are that stand behind the place ``end``, but for what is between them."""
    lines = []
    for length in lengths:
        start = end + len(_BETWEEN)
        end = start + length
        lines.append(slice(start, end))
    return lines


@lru_cache(maxsize=1)
def _parts() -> list[slice]:
    """Return where the headers, the index of windows, and the words of that index are."""
    first = bytes(_content()[:_FIRST]).partition(_BETWEEN.encode())[0]
    return _lines(json.loads(first[1:]), len(first))


@lru_cache(maxsize=1)
def window_index() -> WindowIndex:
    """Return the index of the windows of all built-in rules."""
    _, data, words = _parts()
    content = _content()
    return WindowIndex.read(bytes(content[data]), bytes(content[words]))


def _compiled() -> Iterator[_CompiledRule]:
    headers, _, words = _parts()
    end = words.stop
    for row in json.loads(bytes(_content()[headers])):
        entry = _Entry(*row)
        sought, said = _lines(entry.lines, end)
        end = said.stop
        yield _CompiledRule(entry, sought, said)


class _CompiledRule(Rule):
    """A built-in rule, of which only the header has been read.

    Attributes:
        source: the path of its file in a checkout, and the fingerprint that this had.
    """

    def __init__(self, entry: _Entry, sought: slice, said: slice) -> None:
        self.source: Final = entry.path, entry.digest
        self._lines = sought, said
        header = Header(
            entry.code,
            entry.name,
            entry.kind,
            SEVERITIES[entry.severity],
            CONFIDENCES[entry.confidence],
            STATUSES[entry.status],
            entry.company,
        )
        words = None if entry.words is None else frozenset(entry.words.split(" "))
        literals = None if entry.literals is None else frozenset(entry.literals)
        super().__init__(header, anchors=Anchors(words, literals, indexed=range(*entry.windows)))

    @cached_property
    def _sought(self) -> Tree:
        return self._tree(self._lines[0])

    @cached_property
    def tree(self) -> Tree:
        sought, said = self._sought.data, self._tree(self._lines[1])
        if self.kind == _PATTERN:
            from paralint.ruleset.kinds.pattern import expand  # few runs ask for a whole rule

            sought = expand(sought)
        return said._replace(data={**said.data, **sought})

    def _tree(self, line: slice) -> Tree:
        return Tree(self.source[0], json.loads(bytes(_content()[line])), trusted=True)


def load(paths: Iterable[Path]) -> RuleSet:
    """Load the rules in the given files and folders. A bad file never hides the others."""
    problems: list[Problem] = []
    rules = [rule for path in rule_files(paths, problems) for rule in _read(path, None, problems)]
    return _finish(rules, problems)


def rule_files(paths: Iterable[Path], problems: list[Problem]) -> list[Path]:
    """Return the rule files among and below ``paths``, sorted; note the paths that cannot be read."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            files = []
            for folder, folders, names in os.walk(path):
                folders[:] = [name for name in folders if not name.startswith(".")]
                files += [Path(folder, name) for name in names if name.endswith(SUFFIXES) and not name.startswith(".")]
            found += sorted(files)
        elif path.is_file():
            found.append(path)
        else:
            problems.append(Problem(str(path), "no such file or folder"))
    return found


def compile_rules(folder: Path, anchors: Callable[[Rule], Anchors]) -> str:
    """Return the compiled form of a folder of rules, whose checks have ``anchors``.

    Raises:
        ProblemsError: if any of them is not in order.
    """
    ruleset = load([folder])
    if ruleset.problems:
        raise ProblemsError(ruleset.problems)
    index = []
    lines: list[str] = []
    windows: list[Window] = []
    for rule in ruleset.rules:
        data = rule.tree.data
        if rule.kind == _PATTERN:
            from paralint.ruleset.kinds.pattern import compact  # whoever only loads rules does not need it

            data = compact(data)
        own = [
            as_json({key: value for key, value in data.items() if key not in SAID}),
            as_json({key: value for key, value in data.items() if key in SAID}),
        ]
        lines += own
        known = anchors(rule)
        index.append(
            _Entry(
                path="rules/" + Path(rule.path).relative_to(folder).as_posix(),
                digest=digest(Path(rule.path).read_bytes()),
                code=rule.code,
                name=rule.name,
                kind=rule.kind,
                severity=str(rule.severity),
                confidence=str(rule.confidence),
                status=str(rule.status),
                company=rule.company,
                words=None if known.words is None else " ".join(sorted(known.words)),
                literals=None if known.literals is None else sorted(known.literals),
                windows=(len(windows), len(windows) + len(known.windows)),
                lines=(len(own[0].encode()), len(own[1].encode())),
            )
        )
        windows += known.windows
    parts = [as_json(index), *written(windows)]
    lengths = [len(part.encode()) for part in parts]
    return "[" + _BETWEEN.join([as_json(lengths), *parts, *lines]) + "\n]\n"


def _read(path: Path, content: bytes | None, problems: list[Problem]) -> list[Rule]:
    try:
        content = path.read_bytes() if content is None else content
        rule = _decode(parse(content.decode("utf-8-sig"), str(path)), problems)
        return [] if rule is None else [rule]
    except OSError as error:
        problems.append(Problem(str(path), f"cannot be read: {error.strerror or error}"))
    except UnicodeDecodeError as error:
        row = error.object.count(b"\n", 0, error.start) + 1
        problems.append(
            Problem(str(path), f"not UTF-8: byte 0x{error.object[error.start]:02X} at offset {error.start}", row, 1)
        )
    except ProblemsError as error:
        problems += error.problems
    return []


def _finish(found: Iterable[Rule], problems: list[Problem]) -> RuleSet:
    rules: dict[str, Rule] = {}
    names: dict[str, Rule] = {}
    for rule in found:
        for key, known, what in ((rule.code, rules, "code"), (rule.name, names, "name")):
            if key in known:
                problems.append(rule.tree.problem(f"the {what} '{key}' is taken by {known[key].path}", (what,)))
                break
        else:
            rules[rule.code] = names[rule.name] = rule
    return RuleSet(tuple(sorted(rules.values(), key=lambda rule: rule.code)), tuple(problems))


def _decode(tree: Tree, problems: list[Problem]) -> Rule | None:
    from paralint.ruleset.vale.dialect import decode_vale, is_vale  # most runs meet no rule of Vale's

    return decode_vale(tree, problems) if is_vale(tree) else decode(tree, problems)


def merge(sets: Sequence[RuleSet]) -> RuleSet:
    """Join rule sets; of two rules with one code the later one wins, so users can replace a built-in rule."""
    rules = {rule.code: rule for ruleset in sets for rule in ruleset.rules}
    problems = tuple(problem for ruleset in sets for problem in ruleset.problems)
    return RuleSet(tuple(sorted(rules.values(), key=lambda rule: rule.code)), problems)
