"""A rule as it is written: the header that all kinds share, its examples, and the spec of its kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING

from paralint.findings import Confidence, Safety, Severity, Span
from paralint.ruleset.fields import Fields
from paralint.ruleset.kinds import KINDS, Spec, decode_spec
from paralint.ruleset.message import Template, TemplateError
from paralint.ruleset.problems import Problem
from paralint.ruleset.tree import Tree
from paralint.text.blocks import BlockKind

if TYPE_CHECKING:
    from paralint.ruleset.vale.dialect import ValeHeader

_CODE = re.compile(r"[A-Z]{3}[0-9]{3}")
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MARK = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)

SEVERITIES = {str(severity): severity for severity in Severity}
CONFIDENCES = {str(confidence): confidence for confidence in Confidence}
SAFETIES = {str(safety): safety for safety in Safety}
LAYERS = ("tags", "quotations", "mentions", "restatements", "claims")
SCOPES = {str(kind): kind for kind in BlockKind}


class Status(Enum):
    """Stable rules are on by default; preview rules must be selected; deprecated ones are on their way out."""

    STABLE = "stable"
    PREVIEW = "preview"
    DEPRECATED = "deprecated"

    def __str__(self) -> str:
        return self.value


_STATUSES = {str(status): status for status in Status}
_KINDS = {kind: kind for kind in KINDS}
_LAYERS = {layer: layer for layer in LAYERS}


@dataclass(frozen=True, slots=True)
class Example:
    """A text that a rule must report exactly at the ``[[marks]]``, or stay silent on.

    Attributes:
        text: the text without its marks.
        bad: whether the rule must report something.
        marks: where a finding is owed; empty for a good example.
        fix: the text that the rule's fixes lead to, or None where the example does not say.
        related: the texts of the places that the findings relate to, in order; empty where the example does not say.
        why: what the example shows.
        suffix: the format that the text is read as (``.txt``, ``.md``, ``.html``).
    """

    text: str
    bad: bool
    marks: tuple[Span, ...] = ()
    fix: str | None = None
    related: tuple[str, ...] = ()
    why: str = ""
    suffix: str = ".txt"


@dataclass(frozen=True)
class Rule:
    """One rule. Equality is by code: two rules of one code never meet in a run.

    Attributes:
        code: family letters and number, never reused: ``GRM012``.
        name: reads after "allow": ``base-verb-after-subordinator``.
        kind: the value of ``extends``.
        spec: what the kind's check needs to know.
        scope: the kinds of block that are searched; empty means all of them.
        message, replacement: templates over the fields that the kind offers; ``replacement`` fills the fix.
        untested: why some alternatives of the rule have no example of their own; empty if every one has.
        tree: the plain data that the rule was read from.
        trusted: the rule ships with paralint, so its regexes run without a time limit.
        vale: what only a rule in Vale's dialect has; its code and its name are Vale's id, ``Google.Passive``.
    """

    code: str
    name: str
    summary: str
    kind: str
    spec: Spec
    message: Template
    severity: Severity
    confidence: Confidence
    status: Status
    since: str
    needs: frozenset[str]
    scope: frozenset[BlockKind]
    replacement: Template | None
    safety: Safety
    why: str
    false_alarms: str
    references: tuple[str, ...]
    untested: str
    tree: Tree
    trusted: bool = False
    vale: ValeHeader | None = None

    @property
    def path(self) -> str:
        return self.tree.path

    @property
    def family(self) -> str:
        return self.code[:3] if self.vale is None else self.code.partition(".")[0]

    @property
    def fixable(self) -> bool:
        return self.replacement is not None or (self.vale is not None and self.vale.action is not None)

    @property
    def url(self) -> str | None:
        return self.references[0] if self.references else None

    @cached_property
    def examples(self) -> tuple[Example, ...]:
        """The rule's examples; they were checked when the rule was loaded, and are read only when asked for."""
        return _examples(Fields(self.tree, []))

    def __hash__(self) -> int:
        return hash(self.code)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rule) and self.code == other.code


def decode(tree: Tree, problems: list[Problem]) -> Rule | None:
    """Read a rule in paralint's dialect; note what is wrong in ``problems`` and return None if anything is."""
    before = len(problems)
    fields = Fields(tree, problems)
    version = fields.text("paralint", "1")
    if version != "1":
        fields.note(f"this version of paralint reads rules of 'paralint: 1', found '{version}'", "paralint")
    code = fields.text("code")
    if code and not _CODE.fullmatch(code):
        fields.note(f"a code is three capitals and three digits, as in GRM012; found '{code}'", "code")
    name = fields.text("name")
    if name and not _NAME.fullmatch(name):
        fields.note(f"a name is lower-case words joined by hyphens; found '{name}'", "name")
    kind = fields.choice("extends", _KINDS)
    severity = fields.choice("severity", SEVERITIES, "error")
    confidence = fields.choice("confidence", CONFIDENCES, "high")
    status = fields.choice("status", _STATUSES, "stable")
    needs = frozenset(fields.choices("needs", _LAYERS))
    scope = _scope(fields)
    spec = decode_spec(kind, fields)
    message = _template(fields, "message", fields.text("message"), spec)
    replacement, safety = _fix(fields, spec)
    missing = spec.needs - needs
    if missing:
        fields.note(
            f"this rule uses {', '.join(sorted(missing))}: write 'needs: [{', '.join(sorted(spec.needs))}]'",
            "needs",
            key=True,
        )
    rule = Rule(
        code=code,
        name=name,
        summary=fields.text("summary"),
        kind=kind,
        spec=spec,
        message=message,
        severity=severity,
        confidence=confidence,
        status=status,
        since=fields.text("since", "0.1.0"),
        needs=needs,
        scope=scope,
        replacement=replacement,
        safety=safety,
        why=fields.text("why").strip(),
        false_alarms=fields.text("false-alarms", "").strip(),
        references=fields.texts("references"),
        untested=fields.text("untested", ""),
        tree=tree,
        trusted=tree.trusted,
    )
    if tree.trusted:
        fields.raw("examples")
    else:
        _check_examples(fields)
    fields.close()
    return rule if len(problems) == before else None


def _scope(fields: Fields) -> frozenset[BlockKind]:
    """Read the kinds of block: named ones, or all but those with a tilde; ``text`` is all of them."""
    words = fields.texts("scope")
    if not words:
        return frozenset()
    kinds = frozenset(BlockKind)
    named: set[BlockKind] = set()
    for word in words:
        if word == "text":
            named |= kinds
        elif word.removeprefix("~") not in SCOPES:
            fields.note(
                f"'scope' knows text, {', '.join(SCOPES)}, each also with '~' for all but it; found '{word}'", "scope"
            )
        elif word.startswith("~"):
            named = (named or set(kinds)) - {SCOPES[word[1:]]}
        else:
            named.add(SCOPES[word])
    return frozenset() if named == kinds else frozenset(named)


def _template(fields: Fields, key: str, source: str, spec: Spec, *at: str) -> Template:
    try:
        template = Template.parse(source)
    except TemplateError as error:
        fields.note(str(error), *at, key)
        return Template(source, ())
    for field in sorted(template.fields - spec.fields):
        fields.note(f"'{{{field}}}' is no field of this rule; it has {', '.join(sorted(spec.fields))}", *at, key)
    return template


def _fix(fields: Fields, spec: Spec) -> tuple[Template | None, Safety]:
    inner = fields.inner("fix")
    if inner is None:
        return None, Safety.UNSAFE
    replacement = _template(fields, "replace", inner.text("replace", ""), spec, "fix")
    safety = inner.choice("safety", SAFETIES, "unsafe")
    inner.close()
    return replacement, safety


def _check_examples(fields: Fields) -> None:
    examples = _examples(fields)
    bad = sum(example.bad for example in examples)
    if not examples:
        fields.note("missing key 'examples': a rule shows at least two bad and two good texts")
    elif bad < 2 or len(examples) - bad < 2:
        fields.note(
            f"a rule shows at least two bad and two good texts; found {bad} bad, {len(examples) - bad} good",
            "examples",
            key=True,
        )
    if examples and not any(example.why for example in examples if not example.bad):
        fields.note("one good example must be a near miss, with 'why' saying what saves it", "examples", key=True)


def _examples(fields: Fields) -> tuple[Example, ...]:
    found = []
    for item in fields.items("examples"):
        if item.has("bad") == item.has("good"):
            item.note("an example has either 'bad' or 'good'")
            continue
        marked = item.text("bad" if item.has("bad") else "good")
        text, marks = unmark(marked)
        if item.has("bad") != bool(marks):
            item.note("a bad example marks what is reported as [[...]], a good one has no marks")
        found.append(
            Example(
                text=text,
                bad=item.has("bad"),
                marks=marks,
                fix=item.text("fix", "") if item.has("fix") else None,
                related=item.texts("related"),
                why=item.text("why", ""),
                suffix=item.choice("format", {"text": ".txt", "markdown": ".md", "html": ".html"}, "text"),
            )
        )
        item.close()
    return tuple(found)


def unmark(marked: str) -> tuple[str, tuple[Span, ...]]:
    """Return the text without its ``[[marks]]``, and the marked spans."""
    pieces: list[str] = []
    marks = []
    length = last = 0
    for match in _MARK.finditer(marked):
        pieces += [marked[last : match.start()], match[1]]
        length += match.start() - last
        marks.append(Span(length, length + len(match[1])))
        length += len(match[1])
        last = match.end()
    pieces.append(marked[last:])
    return "".join(pieces), tuple(marks)
