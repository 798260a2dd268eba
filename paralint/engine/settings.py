"""Settings: where they are found and what they may say; ``chosen_rules`` has the rules that they choose."""

from __future__ import annotations

import re
from pathlib import Path

from paralint.engine.language_model.options import model_of
from paralint.engine.languagetool.options import Options, server_of
from paralint.evidence.names.known import NamesFileError, read_names
from paralint.findings import Severity
from paralint.ruleset.fields import Fields
from paralint.ruleset.problems import Problem, ProblemsError
from paralint.ruleset.rule import SEVERITIES
from paralint.ruleset.tree import Data, Position, Tree
from paralint.ruleset.tree import Path as Steps
from paralint.values import NamedTuple

NAMES = ("paralint.toml", ".paralint.toml", "pyproject.toml")
SUFFIXES = (".txt", ".text", ".md", ".markdown", ".mdx", ".html", ".htm", ".xhtml", ".rst", ".adoc", ".tex")
MAX_BYTES = 5_000_000
HIGHEST_SCORE = 100
_NO_LANGUAGETOOL = Options()


class Settings(NamedTuple):
    """What a run does. Hashable: files with equal settings share their compiled rules.

    Attributes:
        path: the configuration file, or None where there is none.
        select, extend_select, ignore: selectors of rules; ``select`` None means all stable rules.
        severity: selectors with the severity that their rules get.
        per_file_ignores: glob patterns, relative to the configuration file, with the selectors ignored there.
        rule_paths: files and folders of further rules.
        exclude: glob patterns of files and folders that are not searched.
        suffixes: the endings by which files are found in folders.
        fail_on: the least severity that makes the exit code 1; None: never.
        min_score: texts with a lower document score are not reported.
        max_bytes: larger files are reported, not read.
        respect_gitignore: whether folders are searched as git sees them.
        languagetool: whether and how LanguageTool is asked.
        language_model: ``installed``, the path of a file, or None: no language model reads along.
        baseline: the file with the findings that are known, or None.
        names: names that are right as they are, from the configuration and its files of names, sorted.
    """

    path: Path | None = None
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, Severity], ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    rule_paths: tuple[Path, ...] = ()
    exclude: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = SUFFIXES
    fail_on: Severity | None = Severity.ERROR
    min_score: float = 0.0
    max_bytes: int = MAX_BYTES
    respect_gitignore: bool = True
    languagetool: Options = _NO_LANGUAGETOOL
    language_model: str | None = None
    baseline: Path | None = None
    names: tuple[str, ...] = ()

    @property
    def root(self) -> Path:
        """The folder that patterns are relative to."""
        return self.path.parent if self.path else Path.cwd()


FAIL_ON: dict[str, Severity | None] = {**SEVERITIES, "never": None}


def find_config(start: Path) -> Path | None:
    """Return the nearest configuration file in ``start`` or a folder above it; of several in one folder the first of
    ``paralint.toml``, ``.paralint.toml``, and a ``pyproject.toml`` that has a ``[tool.paralint]`` table."""
    for folder in (start, *start.parents):
        for name in NAMES:
            path = folder / name
            if path.is_file() and (name != "pyproject.toml" or _has_table(path)):
                return path
    return None


def _has_table(path: Path) -> bool:
    try:
        return re.search(rb"^\s*\[tool\.paralint[].]", path.read_bytes(), re.MULTILINE) is not None
    except OSError:
        return False


def read_config(path: Path) -> Settings:
    """Read a configuration file.

    Raises:
        ProblemsError: for a file that is no TOML, and for unknown keys and bad values, each with its position.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ProblemsError([Problem(str(path), f"cannot be read: {error.strerror or error}")]) from error
    except UnicodeDecodeError as error:
        raise ProblemsError(
            [Problem(str(path), f"not UTF-8: byte 0x{error.object[error.start]:02X} at offset {error.start}")]
        ) from error
    prefix = ("tool", "paralint") if path.name == "pyproject.toml" else ()
    tree = _parse_toml(text, str(path), prefix)
    problems: list[Problem] = []
    fields = Fields(tree, problems)
    if not prefix and "tool" in fields.data:
        fields.note(f"the settings of {path.name} stand without [tool.paralint] above them", "tool")
        raise ProblemsError(problems)
    settings = _decode(fields, path)
    fields.close()
    if problems:
        raise ProblemsError(problems)
    return settings


def _decode(fields: Fields, path: Path) -> Settings:
    severity = []
    for selector, word in fields.table("severity").items():
        if word in SEVERITIES:
            severity.append((selector, SEVERITIES[word]))
        else:
            fields.note(f"a severity is one of {', '.join(SEVERITIES)}; found '{word}'", "severity", selector)
    ignores = []
    inner = fields.inner("per-file-ignores")
    if inner is not None:
        ignores = [(pattern, inner.texts(pattern)) for pattern in inner.data]
        inner.close()
    return Settings(
        path=path,
        select=fields.texts("select") if fields.has("select") else None,
        extend_select=fields.texts("extend-select"),
        ignore=fields.texts("ignore"),
        severity=tuple(severity),
        per_file_ignores=tuple(ignores),
        rule_paths=tuple(path.parent / name for name in fields.texts("rule-paths")),
        exclude=fields.texts("exclude"),
        suffixes=fields.texts("suffixes") or SUFFIXES,
        fail_on=fields.choice("fail-on", FAIL_ON, "error"),
        min_score=_min_score(fields),
        max_bytes=fields.integer("max-bytes", MAX_BYTES, 1),
        respect_gitignore=fields.flag("respect-gitignore", True),
        languagetool=_languagetool(fields),
        language_model=_language_model(fields, path.parent),
        baseline=baseline_of(fields.text("baseline", "false"), path.parent),
        names=_names(fields, path.parent),
    )


def baseline_of(name: str, folder: Path) -> Path | None:
    """Return the path of the baseline that a setting or an option names, from a folder; None for ``false``."""
    return None if name == "false" else folder / name


def _min_score(fields: Fields) -> float:
    least = fields.number("min-score", 0.0)
    if least > HIGHEST_SCORE:
        fields.note(f"'min-score' must be a number from 0 to {HIGHEST_SCORE}, found '{least:g}'", "min-score")
    return least


def _names(fields: Fields, folder: Path) -> tuple[str, ...]:
    """Return the names of a configuration and of its files of names; a file that cannot be read is a problem."""
    found = set(fields.texts("names"))
    for name in fields.texts("names-file"):
        path = folder / name
        try:
            found |= read_names(path.read_bytes(), str(path))
        except OSError as error:
            fields.note(f"'{name}' cannot be read: {error.strerror or error}", "names-file")
        except NamesFileError as error:
            fields.problems.append(Problem(str(path), error.reason, error.line, 1))
    return tuple(sorted(found))


def _languagetool(fields: Fields) -> Options:
    server = None
    try:
        server = server_of(fields.text("languagetool", "false"))
    except ValueError as error:
        fields.note(str(error), "languagetool")
    return Options(
        server,
        language=fields.text("languagetool-language", _NO_LANGUAGETOOL.language),
        disabled=fields.texts("languagetool-disable"),
        timeout=fields.number("languagetool-timeout", _NO_LANGUAGETOOL.timeout, 1),
    )


def _language_model(fields: Fields, folder: Path) -> str | None:
    try:
        return model_of(fields.text("language-model", "false"), folder)
    except ValueError as error:
        fields.note(str(error), "language-model")
        return None


def _parse_toml(text: str, path: str, prefix: tuple[str, ...]) -> Tree:
    import sys

    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    lines = tuple(text.splitlines())
    try:
        data: Data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+), column (\d+)", str(error))
        message = f"not valid TOML: {re.sub(r' *[(]at .*', '', str(error))}"
        line, column = (int(place[1]), int(place[2])) if place else (len(lines), 1)  # else its end is too early
        source = lines[line - 1] if 0 < line <= len(lines) else ""
        raise ProblemsError([Problem(path, message, line, column, source)]) from error
    for step in prefix:
        data = data.get(step, {})
    positions = _positions(lines, prefix)
    return Tree(path, _plain(data), positions, positions, lines)


def _plain(data: Data) -> Data:
    """Turn TOML's typed values into the plain strings that fields are read from."""
    if isinstance(data, dict):
        return {key: _plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_plain(value) for value in data]
    return str(data).lower() if isinstance(data, bool) else str(data)


def _positions(lines: tuple[str, ...], prefix: tuple[str, ...]) -> dict[Steps, Position]:
    """Find the keys of a TOML file. The parser of the standard library keeps no positions."""
    found: dict[Steps, Position] = {}
    table: Steps = ()
    for number, line in enumerate(lines, 1):
        header = re.match(r"\s*\[\s*([^\[\]]+?)\s*\]", line)
        if header:
            table = tuple(part.strip().strip("\"'") for part in header[1].split("."))
            if table[: len(prefix)] == prefix:
                place = Position(number, line.index("[") + 1, len(header[0].strip()))
                for depth in range(len(prefix) or 1, len(table) + 1):
                    found.setdefault(table[len(prefix) : depth], place)
            continue
        key = re.match(r"""\s*("[^"]*"|'[^']*'|[\w.-]+)\s*=""", line)
        if key and table[: len(prefix)] == prefix:
            name = key[1].strip("\"'")
            found[(*table[len(prefix) :], name)] = Position(number, key.start(1) + 1, len(key[1]))
    return found
