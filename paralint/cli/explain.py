"""``paralint explain``: the manual of a rule."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from paralint.cli.arguments import CLEAN, Parser, UsageError, add_rule_paths, add_settings
from paralint.cli.configured import rules_for
from paralint.engine.chosen_rules import AnyRule
from paralint.engine.notices import NOTICES, Notice
from paralint.ruleset.problems import suggestion
from paralint.ruleset.rule import Example, Rule, mark

_ABOUT = "Explain a rule, given its code or name: what it finds, why it matters, when to ignore it, with examples."


def parser() -> Parser:
    """Return the parser of the command's options."""
    parser = Parser("explain", "RULE", _ABOUT)
    parser.add_argument("code", metavar="RULE")
    add_rule_paths(parser)
    add_settings(parser)
    return parser


def run(options: Namespace) -> int:
    """Print the manual of the rule; return the exit code.

    Raises:
        UsageError: if there is no such rule.
    """
    known: list[AnyRule | Notice] = [*rules_for(Path("."), options), *NOTICES.values()]
    wanted = options.code.strip()
    for rule in known:
        if wanted.lower() in (rule.code.lower(), rule.name.lower()):
            print(explanation(rule))
            return CLEAN
    of_family = sorted(rule.code for rule in known if wanted and rule.code.startswith(wanted.upper()))
    if of_family:
        raise UsageError(f"'{wanted}' begins the codes of {len(of_family)} rules: name one of them, {of_family[0]} say")
    names = [name for rule in known for name in (rule.code, rule.name)]
    raise UsageError(f"no rule '{wanted}'{suggestion(wanted, names) or suggestion(wanted.upper(), names)}")


def explanation(rule: AnyRule | Notice) -> str:
    """Return the manual of a rule or notice, as Markdown: it stands wholly in the rule's own file."""
    parts = [f"# {rule.code} {rule.name}", f"{rule.summary}."]
    if not isinstance(rule, Rule):
        return "\n\n".join([*parts, rule.why])
    parts.append(
        f"Severity {rule.severity}, confidence {rule.confidence}, {rule.status}"
        + (f" since {rule.since}." if rule.since else ".")
        + (f" Fix: {rule.safety}." if rule.fixable else "")
    )
    parts += ["## Why it matters", rule.why]
    if rule.false_alarms:
        parts += ["## When to ignore it", rule.false_alarms]
    if rule.examples:
        parts += ["## Examples", "\n".join(_example(example) for example in rule.examples)]
    if rule.references:
        parts += ["## References", "\n".join(f"- {reference}" for reference in rule.references)]
    return "\n\n".join(parts)


def _example(example: Example) -> str:
    text = mark(example.text, example.marks)
    note = f" ({example.why})" if example.why else ""
    label = "reported" if example.bad else "fine"
    lines = text.strip().splitlines()
    shown = lines[0] if len(lines) == 1 else "\n" + "\n".join(f"  > {line}".rstrip() for line in lines)
    return f"- {label}{note}: {shown}"
