"""Choosing rules: by code, by the beginning of a code, by name, or ``ALL``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from paralint.ruleset.problems import suggestion
from paralint.ruleset.rule import Rule, Status


class Selectable(Protocol):
    """What can be selected: a rule, or whatever else has its header."""

    @property
    def code(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def family(self) -> str: ...
    @property
    def status(self) -> Status: ...


Selected = TypeVar("Selected", bound=Selectable)


class SelectorError(ValueError):
    """A selector that no rule answers to."""


def matching(rules: Sequence[Selected], selector: str) -> list[Selected]:
    """Return the rules that ``selector`` means.

    Raises:
        SelectorError: if it means none, with the nearest code or name.
    """
    found = [
        rule
        for rule in rules
        if selector == "ALL" or selector == rule.name or (selector and rule.code.startswith(selector))
    ]
    if not found:
        raise SelectorError(f"no rule answers to '{selector}'{nearest(rules, selector)}")
    return found


def nearest(rules: Iterable[Selectable], selector: str) -> str:
    """Return which code, name or family was meant, as ``suggestion`` does; codes and families are capitals."""
    words = {word for rule in rules for word in (rule.code, rule.name, rule.family)} | {"ALL"}
    return suggestion(selector, words) or suggestion(selector.upper(), words)


def select(
    rules: Sequence[Selected],
    chosen: Iterable[str] | None = None,
    also: Iterable[str] = (),
    ignored: Iterable[str] = (),
) -> tuple[Selected, ...]:
    """Return the rules of a run, in the order of ``rules``.

    Args:
        rules: all known rules.
        chosen: selectors; None means every stable rule. A selector that is not a full code or name leaves preview and
            deprecated rules out, except ``ALL``.
        also: selectors added to the chosen ones.
        ignored: selectors taken away last. The most specific selector does not win; the last step does.

    Raises:
        SelectorError: for a selector that no rule answers to.
    """
    on: set[str] = set()
    for selector in chosen if chosen is not None else ():
        on |= _meant(rules, selector)
    if chosen is None:
        on = {rule.code for rule in rules if rule.status is Status.STABLE}
    for selector in also:
        on |= _meant(rules, selector)
    for selector in ignored:
        on -= {rule.code for rule in matching(rules, selector)}
    return tuple(rule for rule in rules if rule.code in on)


def counted(rules: Sequence[Rule], density: Rule, *, named: bool = False) -> list[Rule]:
    """Return the rules that a rule of the kind ``density`` counts the findings of.

    Args:
        rules: all known rules.
        density: the rule that counts.
        named: only those that it names in full. They run for it, silently, where they are not chosen; of a family
            counts what is chosen anyway.

    Raises:
        SelectorError: if it counts what there is not; the message tells which selector.
    """
    from paralint.ruleset.kinds.density import DensitySpec  # most runs need it for nothing else

    spec = density.spec
    assert isinstance(spec, DensitySpec)
    others = [rule for rule in rules if rule.kind != density.kind]
    meant: set[str] = set()
    for selector in spec.selectors:
        found = matching(others, selector)
        full = any(selector in (rule.code, rule.name) for rule in found)
        if full or not named:
            meant |= {rule.code for rule in found if full or rule.status is Status.STABLE}
    return [rule for rule in others if rule.code in meant]


def _meant(rules: Sequence[Selected], selector: str) -> set[str]:
    found = matching(rules, selector)
    exact = selector == "ALL" or any(selector in (rule.code, rule.name) for rule in found)
    return {rule.code for rule in found if exact or rule.status is Status.STABLE}
