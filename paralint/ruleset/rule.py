"""A rule as it is written: the header that all kinds share, its examples, and the spec of its kind."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, Final

from paralint.findings import Confidence, Safety, Severity, Span
from paralint.ruleset.fields import Fields
from paralint.ruleset.kinds import KINDS, Spec, decode_spec
from paralint.ruleset.message import FORMS, Template, TemplateError
from paralint.ruleset.problems import Problem, suggestion
from paralint.ruleset.tree import Tree
from paralint.ruleset.windows import Window
from paralint.text import lazy
from paralint.text.blocks import BlockKind
from paralint.values import NamedTuple

if TYPE_CHECKING:
    from paralint.ruleset.vale.dialect import ValeHeader

SAID = frozenset({"paralint", "code", "name", "extends", "severity", "confidence", "status", "since", "summary", "why"})
SAID |= {"message", "fix", "false-alarms", "references", "examples", "untested", "company"}
"""The keys of a rule that do not say what it looks for."""
_CODE = lazy.pattern(r"[A-Z]{3}[0-9]{3}")
_NAME = lazy.pattern(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MARK = lazy.pattern(r"\[\[(.*?)\]\]", re.DOTALL)

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


PATIENT = 3
"""The company that rules ask for which are right in damaged texts alone: they wait until a text proves to be one."""
STATUSES = {str(status): status for status in Status}
_GRAMMAR = "GRM"
_NO_DOUBT = 0.01  # what the encoder gives less is sound to it without any doubt
_KINDS = {kind: kind for kind in KINDS}
_LAYERS = {layer: layer for layer in LAYERS}


class Example(NamedTuple):
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


class Header(NamedTuple):
    """What a run must know of every rule, also of those that its texts give no reason to apply.

    Attributes:
        code: family letters and number, never reused: ``GRM012``.
        name: reads after "allow": ``base-verb-after-subordinator``.
        kind: the value of ``extends``.
        company: how many findings a document must have per thousand tokens for the rule to be heard, its own included.
    """

    code: str
    name: str
    kind: str
    severity: Severity
    confidence: Confidence
    status: Status
    company: int = 0


class Body(NamedTuple):
    """What a rule looks for: what its check must know.

    Attributes:
        spec: what rules of its kind say.
        needs: the layers of a document that it reads.
        scope: the kinds of block that are searched; empty means all of them.
        confirmed: how likely, at least, the encoder has to think a word of what is found to be damaged, from 0 to 1.
            A rule of grammar that asks for company asks for a little of it, too, unless it says otherwise.
    """

    spec: Spec
    needs: frozenset[str]
    scope: frozenset[BlockKind]
    confirmed: float = 0.0


class Wording(NamedTuple):
    """What a rule says of what it found, which few rules of a run are asked for.

    Attributes:
        message, replacement: templates over the fields that the kind offers; ``replacement`` fills the fix.
        untested: why some alternatives of the rule have no example of their own; empty if every one has.
    """

    message: Template
    summary: str
    since: str
    replacement: Template | None
    safety: Safety
    why: str
    false_alarms: str
    references: tuple[str, ...]
    untested: str


class Anchors(NamedTuple):
    """What a document must have for a rule to find anything in it.

    Attributes:
        words: one of these words (lower case, plain apostrophes) must stand in it; None: none in particular.
        literals: where there are no ``words``, one of these lower-cased strings must stand in it; None: none in
            particular.
        windows: where the rule is made of sequences of tokens, the window of each, one of which must open in it.
        indexed: the numbers of these windows in the index of the built-in rules, instead of themselves.
    """

    words: frozenset[str] | None = None
    literals: frozenset[str] | None = None
    windows: tuple[Window, ...] = ()
    indexed: range = range(0)


class Rule:
    """One rule. Equality is by code: two rules of one code never meet in a run.

    Attributes:
        code, name, kind: as in ``Header``.
        anchors: those of the rule's check where they are known beforehand, else None.
        vale: what only a rule in Vale's dialect has; its code and its name are Vale's id, ``Google.Passive``.
        silent: the rule runs so that another one can count what it finds; nothing of that is reported.
    """

    def __init__(
        self,
        header: Header,
        tree: Tree | None = None,
        body: Body | None = None,
        wording: Wording | None = None,
        *,
        anchors: Anchors | None = None,
        vale: ValeHeader | None = None,
    ) -> None:
        """Make a rule; what is not given of it must be there when it is asked for."""
        self._header = header
        self.code: Final = header.code
        self.name: Final = header.name
        self.kind: Final = header.kind
        self.silent = False
        self.anchors: Final = anchors
        self.vale: Final = vale
        if tree is not None:
            self.tree = tree
        if body is not None:
            self._body = body
        if wording is not None:
            self._wording = wording

    @property
    def severity(self) -> Severity:
        return self._header.severity

    @property
    def confidence(self) -> Confidence:
        return self._header.confidence

    @property
    def status(self) -> Status:
        return self._header.status

    @cached_property
    def tree(self) -> Tree:
        """The plain data that the rule was read from."""
        raise NotImplementedError

    @property
    def trusted(self) -> bool:
        """Whether the rule ships with paralint: it was checked when it was compiled, so its body is read only when
        something asks for it, and its regexes run without a time limit."""
        return self._sought.trusted

    @property
    def _sought(self) -> Tree:
        """The part of ``tree`` that the body is read from, or all of it."""
        return self.tree

    @cached_property
    def _body(self) -> Body:
        return _body(Fields(self._sought, []), self._header)

    @cached_property
    def _wording(self) -> Wording:
        return _wording(Fields(self.tree, []), self.spec)

    def _copy(self) -> Rule:
        from copy import copy  # few runs ask

        return copy(self)

    def with_severity(self, severity: Severity) -> Rule:
        """Return the rule with another severity."""
        changed = self._copy()
        changed._header = self._header._replace(severity=severity)
        return changed

    def with_spec(self, spec: Spec) -> Rule:
        """Return the rule with another spec of its kind."""
        changed = self._copy()
        changed._body = self._body._replace(spec=spec)
        return changed

    def on_its_own(self) -> Rule:
        """Return the rule as one that asks for no company."""
        changed = self._copy()
        changed._header = self._header._replace(company=0)
        return changed

    def silenced(self) -> Rule:
        """Return the rule as one whose findings are only counted."""
        changed = self._copy()
        changed.silent = True
        return changed

    @property
    def spec(self) -> Spec:
        return self._body.spec

    @property
    def message(self) -> Template:
        return self._wording.message

    @property
    def summary(self) -> str:
        return self._wording.summary

    @property
    def since(self) -> str:
        return self._wording.since

    @property
    def needs(self) -> frozenset[str]:
        return self._body.needs

    @property
    def scope(self) -> frozenset[BlockKind]:
        return self._body.scope

    @property
    def confirmed(self) -> float:
        return self._body.confirmed

    @property
    def replacement(self) -> Template | None:
        return self._wording.replacement

    @property
    def safety(self) -> Safety:
        return self._wording.safety

    @property
    def why(self) -> str:
        return self._wording.why

    @property
    def false_alarms(self) -> str:
        return self._wording.false_alarms

    @property
    def references(self) -> tuple[str, ...]:
        return self._wording.references

    @property
    def untested(self) -> str:
        return self._wording.untested

    @property
    def company(self) -> int:
        return self._header.company

    @property
    def path(self) -> str:
        return self._sought.path

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

    def __repr__(self) -> str:
        return f"<Rule {self.code} {self.name}>"


def decode(tree: Tree, problems: list[Problem]) -> Rule | None:
    """Read a rule in paralint's dialect; note what is wrong in ``problems`` and return None if anything is."""
    before = len(problems)
    fields = Fields(tree, problems)
    version = fields.text("paralint", "1")
    if version != "1":
        fields.note(f"this version of paralint reads rules of 'paralint: 1', found '{version}'", "paralint")
    header = _header(fields)
    if fields.raw("extends") not in KINDS:
        return None  # what else it may say depends on its kind
    if header.code and not _CODE.fullmatch(header.code):
        fields.note(f"a code is three capitals and three digits, as in GRM012; found '{header.code}'", "code")
    if header.name and not _NAME.fullmatch(header.name):
        fields.note(f"a name is lower-case words joined by hyphens; found '{header.name}'", "name")
    body = _body(fields, header)
    wording = _wording(fields, body.spec)
    missing = body.spec.needs - body.needs
    if missing:
        fields.note(
            f"this rule uses {', '.join(sorted(missing))}: write 'needs: [{', '.join(sorted(body.spec.needs))}]'",
            "needs",
            key=True,
        )
    _check_examples(fields)
    fields.close()
    return Rule(header, tree, body, wording) if len(problems) == before else None


def _header(fields: Fields) -> Header:
    return Header(
        code=fields.text("code"),
        name=fields.text("name"),
        kind=fields.choice("extends", _KINDS),
        severity=fields.choice("severity", SEVERITIES, "error"),
        confidence=fields.choice("confidence", CONFIDENCES, "high"),
        status=fields.choice("status", STATUSES, "stable"),
        company=int(fields.number("company", 0)),
    )


def _body(fields: Fields, header: Header) -> Body:
    return Body(
        spec=decode_spec(header.kind, fields),
        needs=frozenset(fields.choices("needs", _LAYERS)),
        scope=_scope(fields),
        confirmed=_confirmed(fields, header),
    )


def _confirmed(fields: Fields, header: Header) -> float:
    doubted = header.company and header.code.startswith(_GRAMMAR)
    least = fields.number("confirmed", _NO_DOUBT if doubted else 0.0)
    if least >= 1:
        fields.note(f"'confirmed' must be a probability below 1, found {least:g}", "confirmed")
    return least


def _wording(fields: Fields, spec: Spec) -> Wording:
    message = _template(fields, "message", fields.text("message"), spec)
    replacement, safety = _fix(fields, spec)
    return Wording(
        message=message,
        summary=fields.text("summary"),
        since=fields.text("since", "0.1.0"),
        replacement=replacement,
        safety=safety,
        why=fields.text("why").strip(),
        false_alarms=fields.text("false-alarms", "").strip(),
        references=fields.texts("references"),
        untested=fields.text("untested", ""),
    )


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
    for form in sorted(template.forms.difference(FORMS)):
        fields.note(f"a word has the forms {', '.join(FORMS)}; found '{form}'{suggestion(form, FORMS)}", *at, key)
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


def mark(text: str, spans: Iterable[Span]) -> str:
    """Return the text with its spans ``[[marked]]``, as an example shows them."""
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]}[[{text[start:end]}]]{text[end:]}"
    return text


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
