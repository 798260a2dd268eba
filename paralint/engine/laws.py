"""The laws that every rule obeys, as cases that ``paralint test`` and pytest run one by one.

1. An example's findings are its marks, exactly; a good example has none. The company that a rule asks for is waived:
   an example stands for a place in a longer text.
2. The related places are those that the example names.
3. A fix reaches the example's text in at most ten passes, leaves no finding of the rule, and changes nothing when it is
   applied once more.
4. Every good example of every rule is silent under all stable rules (that of a density rule: under the density rules).
5. Every ``unless`` is needed: without it some good example would be reported.
6. Every alternative of a list is needed by some example, unless the rule says ``untested: why``.

A rule in Vale's dialect has no examples; of it, the cases under ``tests`` must come out as they say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy

from paralint.checks import compile_check
from paralint.data import MissingExtraError
from paralint.engine.fixes import apply
from paralint.engine.linter import Linter
from paralint.findings import Finding, Span
from paralint.ruleset.problems import Problem
from paralint.ruleset.rule import Example, Rule, Status, decode, mark
from paralint.ruleset.select import counted
from paralint.ruleset.tree import Data, Path, Tree
from paralint.ruleset.vale.dialect import ValeTest
from paralint.text.lines import LineIndex
from paralint.text.read import document
from paralint.values import NamedTuple

_PASSES = 10
_DENSITY = "density"
_LISTS = frozenset({"tokens", "text", "lower", "lemma", "regex", "tag"})


class Case(NamedTuple):
    """One thing to verify. ``verify`` returns what is wrong, or None."""

    identifier: str
    verify: Callable[[], str | None]


def missing_extra(rule: Rule) -> str | None:
    """Return why a rule cannot run in this installation, if it needs an optional package that is not there."""
    bad = next((example for example in rule.examples if example.bad), None)
    if bad is None:
        return None
    try:
        for _ in compile_check(rule).run(document(f"example{bad.suffix}", bad.text)):
            break
    except MissingExtraError as error:
        return str(error)
    except Exception:  # the cases will say what is wrong
        return None
    return None


def cases(rules: Sequence[Rule], others: Sequence[Rule] = ()) -> Iterator[Case]:
    """Yield the cases of ``rules``.

    Args:
        rules: the rules under test.
        others: further rules whose stable ones must be silent on the good examples of ``rules``.
    """
    known = {rule.code: rule for rule in (*others, *rules)}
    stable = Linter([rule for rule in known.values() if rule.status is Status.STABLE])
    for rule in rules:
        alone = Linter([rule.on_its_own(), *(other.silenced() for other in _counted(rule, known))])
        for number, test in enumerate(rule.vale.tests if rule.vale is not None else (), 1):
            yield Case(f"{rule.code}-test-{number}", _Verify(_vale_test, alone, test))
        counts = {True: 0, False: 0}
        for example in rule.examples:
            counts[example.bad] += 1
            name = f"{rule.code}-{'bad' if example.bad else 'good'}-{counts[example.bad]}"
            yield Case(name, _Verify(_example, rule, alone, example))
            if not example.bad:
                yield Case(f"{name}-under-all", _Verify(_silent, rule, stable, example))
        for at in _guards(rule.tree.data):
            yield Case(f"{rule.code}-needs-{_name(at)}", _Verify(_guard_needed, rule, at))
        if not rule.untested:
            for at in _alternatives(rule.tree.data):
                yield Case(f"{rule.code}-tests-{_name(at)}", _Verify(_alternative_tested, rule, at))


def _counted(rule: Rule, known: Mapping[str, Rule]) -> Sequence[Rule]:
    """Return the rules without which ``rule`` finds nothing."""
    return counted(list(known.values()), rule) if rule.kind == _DENSITY else ()


class _Verify:
    """A function with its arguments, that pytest can print and pickle."""

    def __init__(self, function: Callable[..., str | None], *arguments: object) -> None:
        self.function = function
        self.arguments = arguments

    def __call__(self) -> str | None:
        return self.function(*self.arguments)


def _lint(linter: Linter, example: Example, text: str | None = None) -> list[Finding]:
    return linter.lint(document(f"example{example.suffix}", example.text if text is None else text))


def _example(rule: Rule, linter: Linter, example: Example) -> str | None:
    findings = _lint(linter, example)
    spans = [finding.span for finding in findings]
    if spans != list(example.marks) or any(finding.code != rule.code for finding in findings):
        wanted = repr(mark(example.text, example.marks)) if example.marks else "nothing"
        found = repr(mark(example.text, spans)) if spans else f"nothing in {example.text!r}"
        said = "; ".join(dict.fromkeys(finding.message for finding in findings))
        return f"expected {wanted}, found {found}" + (f": {said}" if said else "")
    if example.related:
        labels = [example.text[label.span.start : label.span.end] for finding in findings for label in finding.related]
        if labels != list(example.related):
            return f"in {example.text!r}: expected the related places {list(example.related)}, found {labels}"
    return _fix(linter, example) if example.fix is not None else None


def _vale_test(linter: Linter, test: ValeTest) -> str | None:
    lines = LineIndex(test.input)
    found = []
    for finding in linter.lint(document(f"test{test.suffix}", test.input)):
        row, column = lines.location(finding.span.start)
        found.append(f"{row}:{column}:{finding.code}:{finding.message}")
    text = "\n".join(found)
    if test.want is not None and list(test.want) != found:
        return f"{test.name}: expected {list(test.want)}, found {found}"
    missing = [line for line in test.contains if line not in text]
    if missing:
        return f"{test.name}: {missing} is not in {found}"
    extra = [line for line in test.absent if line in text]
    return f"{test.name}: {extra} is in {found}" if extra else None


def _fix(linter: Linter, example: Example) -> str | None:
    text = example.text
    for _ in range(_PASSES):
        fixed, applied = apply(text, _lint(linter, example, text))
        if not applied or fixed == text:
            break
        text = fixed
    else:
        return f"the fix of {example.text!r} does not come to rest in {_PASSES} passes"
    if text != example.fix:
        return f"the fix of {example.text!r}: expected {example.fix!r}, reached {text!r}"
    left = _lint(linter, example, text)
    if left:
        return f"the fixed text {text!r} is still reported: {left[0].message}"
    return None


def _silent(rule: Rule, linter: Linter, example: Example) -> str | None:
    findings = _lint(linter, example)
    if rule.kind == _DENSITY:  # what it counts stands in its good examples too, only not enough of it
        counting = {other.code for other in linter.rules if other.kind == _DENSITY}
        findings = [finding for finding in findings if finding.code in counting]
    if findings:
        first = findings[0]
        place = _show(example.text, first.span)
        return f"{first.code} reports {place} in a good example of {rule.code}: {first.message}"
    return None


def _guard_needed(rule: Rule, at: Path) -> str | None:
    without = _changed(rule, at)
    if without is None:
        return None  # nothing is left of the rule without it, so it is needed
    linter = Linter([without])
    if not any(_lint(linter, example) for example in rule.examples if not example.bad):
        return f"no good example needs '{_name(at)}': add one, or drop it"
    return None


def _alternative_tested(rule: Rule, at: Path) -> str | None:
    without = _changed(rule, at)
    if without is None:
        return None
    linter = Linter([without])
    for example in rule.examples:
        if [finding.span for finding in _lint(linter, example)] != list(example.marks):
            return None
    return f"no example needs '{_value(rule.tree.data, at)}' ({_name(at)}): add one, or say 'untested: why'"


def _changed(rule: Rule, at: Path) -> Rule | None:
    """Return the rule without the list item or table entry ``at``, or None if that is no rule."""
    data = deepcopy(rule.tree.data)
    parent = _value(data, at[:-1])
    del parent[at[-1]]
    problems: list[Problem] = []
    changed = decode(Tree(rule.path, data, trusted=True), problems)
    return None if changed is None else changed.on_its_own()


def _guards(data: Data) -> list[Path]:
    unless = data.get("unless") if isinstance(data, dict) else None
    return [("unless", index) for index in range(len(unless))] if isinstance(unless, list) else []


def _alternatives(data: Data) -> list[Path]:
    found: list[Path] = []

    def walk(node: Data, at: Path) -> None:
        if isinstance(node, dict):
            for key, value in node.items():
                if at == () and key in ("examples", "references", "needs", "scope", "tags"):
                    continue
                if key in _LISTS and isinstance(value, list) and len(value) > 1:
                    found.extend((*at, key, index) for index, item in enumerate(value) if isinstance(item, str))
                elif key == "swap" and isinstance(value, dict) and len(value) > 1:
                    found.extend((*at, key, entry) for entry in value)
                walk(value, (*at, key))
        elif isinstance(node, list):
            for index, item in enumerate(node):
                walk(item, (*at, index))

    walk(data, ())
    return found


def _value(data: Data, at: Path) -> Data:
    for step in at:
        data = data[step]
    return data


def _name(at: Path) -> str:
    return ".".join(map(str, at))


def _show(text: str, span: Span) -> str:
    return f"'{text[span.start : span.end]}'"
