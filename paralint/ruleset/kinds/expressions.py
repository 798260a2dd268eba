"""Regexes of rule files: checked one by one when the rule is loaded, so that an error points at its own line."""

from __future__ import annotations

from paralint.ruleset.fields import Fields

_SPECIAL = frozenset("\\.^$*+?{}[]|()")


def is_literal(expression: str) -> bool:
    """Whether a regex is a plain phrase."""
    return _SPECIAL.isdisjoint(expression)


def check_expressions(fields: Fields, key: str, *, keys: bool = False) -> tuple[str, ...]:
    """Return the regexes of the list (the ``keys`` of the table) at ``key``; note those that do not compile."""
    expressions = tuple(fields.table(key)) if keys else fields.texts(key)
    if fields.tree.trusted:
        return expressions
    several = isinstance(fields.data.get(key), list)
    for index, expression in enumerate(expressions):
        if is_literal(expression):
            continue
        import regex

        try:
            regex.compile(expression)
        except regex.error as error:
            place = (key, expression) if keys else (key, index) if several else (key,)
            where = f" at character {error.pos + 1}" if error.pos is not None else ""
            fields.note(f"bad regex '{expression}': {error.msg}{where}", *place, key=keys)
    return expressions
