"""Reading a Vale rule: the header that all points share."""

from __future__ import annotations

import re
from pathlib import Path

from paralint.findings import Confidence, Safety, Severity
from paralint.ruleset.fields import Fields
from paralint.ruleset.message import Template
from paralint.ruleset.problems import Problem, suggestion
from paralint.ruleset.rule import Body, Header, Rule, Status, Wording
from paralint.ruleset.tree import Tree
from paralint.ruleset.vale.actions import Action, read_action
from paralint.ruleset.vale.points import POINTS
from paralint.ruleset.vale.scopes import EVERYWHERE, Region, ScopeError, regions
from paralint.values import NamedTuple

LEVELS = {"suggestion": Severity.INFO, "warning": Severity.WARNING, "error": Severity.ERROR}
_UNSUPPORTED = {
    "script": "it needs an interpreter of Tengo",
    "sequence": "it needs the part-of-speech tags of Vale's own tagger",
    "spelling": "it needs a Hunspell dictionary",
}
_PLACE = re.compile(r"%(?:\[(\d)\])?[sdv]|%%")


class ValeTest(NamedTuple):
    """A case of the key ``tests``: what Vale's lines ``row:column:Rule:message`` must be for ``input``.

    Attributes:
        suffix: the format that the input is read as.
        want: exactly these lines; None where the case does not say.
        contains, absent: texts that the lines must have, or must not have.
    """

    name: str
    input: str
    suffix: str = ".md"
    want: tuple[str, ...] | None = None
    contains: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()


class ValeHeader(NamedTuple):
    """What a Vale rule has and a rule of our own has not.

    Attributes:
        regions: the passages that it reads.
        limit: the most findings per file; 0 means any number.
        action: what should take the place of a match.
        tests: the rule's own cases.
    """

    regions: tuple[Region, ...] = (EVERYWHERE,)
    limit: int = 0
    action: Action | None = None
    tests: tuple[ValeTest, ...] = ()


def is_vale(tree: Tree) -> bool:
    """Whether a file is meant as a Vale rule: it extends something and is not marked as a rule of our own."""
    return isinstance(tree.data, dict) and "extends" in tree.data and not {"paralint", "code"} & tree.data.keys()


def identifier(path: str) -> str:
    """Return the id that Vale gives to the rule of a file: ``Google.Passive`` for ``styles/Google/Passive.yml``."""
    file = Path(path).absolute()
    return f"{file.parent.name}.{file.stem}"


def decode_vale(tree: Tree, problems: list[Problem]) -> Rule | None:
    """Read a rule in Vale's dialect.

    Returns:
        None, with a problem noted, for a rule that is not in order, and for one that paralint cannot run: the latter's
        problem is one that does not break the run.
    """
    found: list[Problem] = []
    fields = Fields(tree, found)
    point = fields.text("extends")
    if point not in POINTS:
        fields.note(f"skipped: {identifier(tree.path)} extends {point}, and {_unsupported(point)}", "extends")
        problems += [problem._replace(breaking=False) for problem in found]
        return None
    message = fields.text("message")
    severity = fields.choice("level", LEVELS, "warning")
    description = fields.text("description", "")
    link = fields.text("link", "")
    vale = ValeHeader(
        limit=fields.integer("limit", 0),
        action=read_action(fields),
        tests=_tests(fields),
    )
    spec = POINTS[point](fields)
    try:
        vale = vale._replace(regions=regions(fields.texts("scope")))
    except ScopeError as error:
        fields.note(f"skipped: {identifier(tree.path)}: {error}", "scope")
        problems += [problem._replace(breaking=False) for problem in found]
        return None
    fields.close()
    problems += found
    if found:
        return None
    code = identifier(tree.path)
    kind = point if point != "readability" else "metric"
    header = Header(code, code, kind, severity, Confidence.HIGH, Status.STABLE)
    return Rule(header, tree, Body(spec, spec.needs, frozenset()), _wording(message, description, link), vale=vale)


def _unsupported(point: str) -> str:
    """Return why paralint cannot run a rule that extends such a point."""
    if point in _UNSUPPORTED:
        return _UNSUPPORTED[point]
    if "." in point:
        return "paralint does not extend one rule by another"
    return f"there is no such point{suggestion(point, POINTS)}"


def _wording(message: str, description: str, link: str) -> Wording:
    """Return what a Vale rule says of itself; it has no examples, so nothing proves its fixes safe."""
    return Wording(
        message=template(message),
        summary=_summary(message),
        since="",
        replacement=None,
        safety=Safety.UNSAFE,
        why=_summary(description or message),
        false_alarms="",
        references=(link,) if link else (),
        untested="the rule of a pack",
    )


def template(message: str) -> Template:
    """Return the message with a field for every ``%s``, named by its number: 0, 1…"""
    parts: list[str | tuple[str, str]] = []
    last = count = 0
    for place in _PLACE.finditer(message):
        if place.start() > last:
            parts.append(message[last : place.start()])
        if place[0] == "%%":
            parts.append("%")
        else:
            parts.append((str(int(place[1]) - 1 if place[1] else count), ""))
            count += 1
        last = place.end()
    if last < len(message):
        parts.append(message[last:])
    return Template(message, tuple(parts))


def _summary(message: str) -> str:
    return _PLACE.sub("…", message).strip().rstrip(".")


def _tests(fields: Fields) -> tuple[ValeTest, ...]:
    """Read the cases; what else a later version of Vale lets a case say is left unread."""
    return tuple(
        ValeTest(
            name=item.text("name", ""),
            input=item.text("input", ""),
            suffix=f".{item.text('format', 'md').lstrip('.')}",
            want=_lines(item.text("want", "")) if item.has("want") else None,
            contains=_expected(item, "contains"),
            absent=_expected(item, "absent"),
        )
        for item in fields.items("tests")
    )


def _expected(fields: Fields, key: str) -> tuple[str, ...]:
    value = fields.raw(key)
    return _lines(value) if isinstance(value, str) else fields.texts(key)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
