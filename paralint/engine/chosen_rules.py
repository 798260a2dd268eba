"""The rules that settings choose, and the findings that they ignore in some files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from paralint.engine.compare_rules import RULES as COMPARE_RULES
from paralint.engine.compare_rules import CompareRule
from paralint.engine.files import matches
from paralint.engine.language_model.rules import RULES as ODD_RULES
from paralint.engine.language_model.rules import OddRule
from paralint.engine.languagetool.rules import RULES as LANGUAGETOOL_RULES
from paralint.engine.languagetool.rules import LanguageToolRule
from paralint.engine.notices import NOTICES
from paralint.engine.settings import Settings
from paralint.findings import Finding, Severity
from paralint.ruleset.kinds.mentions import MentionsSpec
from paralint.ruleset.load import builtin, load, merge
from paralint.ruleset.problems import Problem, ProblemsError
from paralint.ruleset.rule import Rule
from paralint.ruleset.select import SelectorError, counted, matching, select
from paralint.values import NamedTuple

DENSITY = "density"
AnyRule = Rule | LanguageToolRule | OddRule | CompareRule


class Rules(NamedTuple):
    """Rules of our own, codes of optional layers and of ``compare``, by code, and what was wrong with rule files."""

    rules: tuple[AnyRule, ...]
    problems: tuple[Problem, ...] = ()


def rules_of(settings: Settings) -> Rules:
    """Return the rules that ``settings`` choose, with their severities, and the problems of rule files.

    Raises:
        ProblemsError: for a selector that no rule answers to, and for one that means a layer that is off.
    """
    known = known_rules(settings)
    severities: dict[str, Severity] = {}
    off = tuple(_silent_layers(settings))
    _check_selectors(known.rules, settings, off)
    chosen = select(known.rules, settings.select, settings.extend_select, settings.ignore)
    for selector, severity in settings.severity:
        severities.update((rule.code, severity) for rule in matching(known.rules, selector))
    chosen = tuple(rule for rule in chosen if not any(isinstance(rule, layer.rules) for layer in off))
    rules = tuple(rule.with_severity(severities[rule.code]) if rule.code in severities else rule for rule in chosen)
    if settings.names:
        rules = tuple(_with_names(rule, settings.names) for rule in rules)
    return _with_counted(rules, known, settings)


def _with_counted(chosen: tuple[AnyRule, ...], known: Rules, settings: Settings) -> Rules:
    """Add, silently, the rules whose findings chosen ones count; leave those out that count what there is not."""
    counting = [rule for rule in chosen if isinstance(rule, Rule) and rule.kind == DENSITY]
    if not counting:
        return Rules(chosen, known.problems)
    ours = [rule for rule in known.rules if isinstance(rule, Rule)]
    ignored = {rule.code for selector in settings.ignore for rule in matching(known.rules, selector)}
    present = {rule.code for rule in chosen} | ignored
    added: dict[str, AnyRule] = {}
    problems = []
    for density in counting:
        try:
            for rule in counted(ours, density, named=True):
                if rule.code not in present:
                    added[rule.code] = _with_names(rule.silenced(), settings.names)
        except SelectorError as error:
            problems.append(density.tree.problem(f"'count': {error}", ("count",)))
            chosen = tuple(rule for rule in chosen if rule.code != density.code)
    rules = sorted((*chosen, *added.values()), key=lambda rule: rule.code)
    return Rules(tuple(rules), (*known.problems, *problems))


def _with_names(rule: AnyRule, names: Iterable[str]) -> AnyRule:
    if isinstance(rule, Rule) and rule.kind == "mentions":
        assert isinstance(rule.spec, MentionsSpec)
        return rule.with_spec(rule.spec.with_known(names))
    return rule


class _OptionalLayer(NamedTuple):
    """Attributes: of what class the codes of a layer are, what it is called, and the option that turns it on."""

    rules: type[AnyRule]
    name: str
    option: str


def _silent_layers(settings: Settings) -> Iterator[_OptionalLayer]:
    """Yield the layers that are off."""
    if settings.languagetool.server is None:
        yield _OptionalLayer(LanguageToolRule, "LanguageTool", "--languagetool")
    if settings.language_model is None:
        yield _OptionalLayer(OddRule, "the language model", "--language-model")


def _check_selectors(rules: Sequence[AnyRule], settings: Settings, off: Sequence[_OptionalLayer]) -> None:
    """Raises:
    ProblemsError: for selectors that no rule answers to, and those that mean a layer that is off.
    """
    chosen = (*(settings.select or ()), *settings.extend_select)
    ignored = [selector for _, selectors in settings.per_file_ignores for selector in selectors]
    others = (*settings.ignore, *(selector for selector, _ in settings.severity), *ignored)
    problems = []
    for selector in dict.fromkeys((*chosen, *others)):
        try:
            found = matching(rules, selector)
        except SelectorError as error:
            if selector not in ignored or not any(code.startswith(selector) for code in NOTICES):
                problems.append(_misnamed(str(error), selector, settings.path))
            continue
        for layer in off:
            if selector in chosen and all(isinstance(rule, layer.rules) for rule in found):
                message = f"'{selector}' means findings of {layer.name}, which is off; see {layer.option}"
                problems.append(_misnamed(message, selector, settings.path))
    if problems:
        raise ProblemsError(problems)


def _misnamed(message: str, selector: str, path: Path | None) -> Problem:
    """Return the problem of a selector at its place in the configuration, or by itself if the command line has it."""
    lines = path.read_text(encoding="utf-8-sig").splitlines() if path else []
    for number, line in enumerate(lines, 1):
        place = re.search(rf"(?<![\w.-]){re.escape(selector)}(?![\w.-])", line.partition("#")[0])
        if place:
            return Problem(str(path), message, number, place.start() + 1, line, len(selector))
    return Problem("error", message)


def known_rules(settings: Settings) -> Rules:
    """Return all rules: the built-in ones, those of the rule paths, the codes of optional layers and of ``compare``."""
    own = merge([builtin(), load(settings.rule_paths)]) if settings.rule_paths else builtin()
    everything: list[AnyRule] = [*own.rules, *LANGUAGETOOL_RULES, *ODD_RULES, *COMPARE_RULES]
    return Rules(tuple(sorted(everything, key=lambda rule: rule.code)), own.problems)


def without_ignored(findings: Iterable[Finding], filename: str, settings: Settings) -> list[Finding]:
    """Drop the findings that the per-file ignores of ``settings`` take away."""
    if not settings.per_file_ignores:
        return list(findings)
    try:
        name = Path(filename).resolve().relative_to(settings.root.resolve()).as_posix()
    except ValueError:
        name = Path(filename).as_posix()
    selectors = tuple(
        selector for pattern, ignored in settings.per_file_ignores if matches(name, pattern) for selector in ignored
    )
    return [
        finding
        for finding in findings
        if not any(s in ("ALL", finding.name) or finding.code.startswith(s) for s in selectors)
    ]
