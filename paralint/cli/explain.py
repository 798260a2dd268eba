"""Rules as text for people: the manual of one, the list of all."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

from paralint.ruleset.rule import Example, Rule

if TYPE_CHECKING:
    from paralint.engine.notices import Notice
    from paralint.engine.settings import AnyRule


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
    text = example.text
    for mark in reversed(example.marks):
        text = f"{text[: mark.start]}[[{text[mark.start : mark.end]}]]{text[mark.end :]}"
    note = f" ({example.why})" if example.why else ""
    label = "reported" if example.bad else "fine"
    lines = text.strip().splitlines()
    shown = lines[0] if len(lines) == 1 else "\n" + "\n".join(f"  > {line}".rstrip() for line in lines)
    return f"- {label}{note}: {shown}"


def listing(rules: Iterable[AnyRule], output_format: str) -> str:
    if output_format == "json":
        return json.dumps(
            [
                {
                    "code": rule.code,
                    "name": rule.name,
                    "summary": rule.summary,
                    "severity": str(rule.severity),
                    "confidence": str(rule.confidence),
                    "status": str(rule.status),
                    "since": rule.since,
                    "kind": rule.kind,
                    "fixable": rule.fixable,
                }
                for rule in rules
            ],
            ensure_ascii=False,
            indent=2,
        )
    rows = [(r.code, r.name, str(r.severity), str(r.confidence), str(r.status), r.summary) for r in rules]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(5)]
    return "\n".join(
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[5]]) for row in rows
    )
