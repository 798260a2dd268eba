"""Formulas over the counts of a document: arithmetic, comparisons, a few functions; parsed, never evaluated by Python.

0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59
math.sqrt(complex_words) > 10 && words > 100
"""

from __future__ import annotations

import ast
import math
import operator
import re
from collections.abc import Callable, Mapping

Value = float | bool
_Term = Callable[[Mapping[str, float]], Value]

COUNTS = (
    "words",
    "sentences",
    "syllables",
    "characters",
    "paragraphs",
    "complex_words",
    "long_words",
    "polysyllabic_words",
)
BLOCKS = ("pre", "list", "blockquote", *(f"heading_h{level}" for level in range(1, 7)))
GRADES = ("automated_readability", "coleman_liau", "flesch_kincaid", "gunning_fog", "smog")
VARIABLES = frozenset({*COUNTS, *BLOCKS, *GRADES, "value"})

_FUNCTIONS: Mapping[str, Callable[..., float]] = {
    "abs": abs,
    "ceil": math.ceil,
    "exp": math.exp,
    "floor": math.floor,
    "log": math.log,
    "log10": math.log10,
    "max": max,
    "min": min,
    "pow": math.pow,
    "sqrt": math.sqrt,
}
_OPERATORS: Mapping[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Mod: math.fmod,
}
_COMPARISONS: Mapping[type[ast.cmpop], Callable[[float, float], bool]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}
_LONGEST = 2000


class FormulaError(ValueError):
    """A formula that cannot be read."""


class Formula:
    """A formula, parsed. Two are equal if they are written alike.

    Raises:
        FormulaError: for what is no formula, and for an unknown variable or function.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        # Vale writes && and ||, and a heading's level behind a point.
        python = re.sub(r"heading\.(h[1-6])", r"heading_\1", source.replace("&&", " and ").replace("||", " or "))
        python = re.sub(r"!(?!=)", " not ", python).strip()
        if not python or len(python) > _LONGEST:
            raise FormulaError("a formula is missing or too long")
        try:
            tree = ast.parse(python, mode="eval")
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            raise FormulaError(f"'{source}' is no formula") from None
        self._term = _compile(tree.body)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Formula) and self.source == other.source

    def __hash__(self) -> int:
        return hash(self.source)

    def __reduce__(self) -> tuple[type[Formula], tuple[str]]:
        return Formula, (self.source,)

    def value(self, variables: Mapping[str, float]) -> float:
        """Return the value; infinite where something is divided by zero, not a number where it has none."""
        try:
            return float(self._term(variables))
        except (ZeroDivisionError, OverflowError):
            return math.inf
        except ValueError:
            return math.nan


def _compile(node: ast.expr) -> _Term:
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        number = float(node.value)
        return lambda variables: number
    if isinstance(node, ast.Name):
        name = node.id
        if name not in VARIABLES:
            from paralint.ruleset.problems import suggestion

            raise FormulaError(f"'{name}' is no variable of a formula{suggestion(name, VARIABLES)}")
        return lambda variables: variables[name]
    if isinstance(node, ast.UnaryOp):
        inner = _compile(node.operand)
        if isinstance(node.op, ast.USub):
            return lambda variables: -inner(variables)
        if isinstance(node.op, ast.Not):
            return lambda variables: not inner(variables)
        if isinstance(node.op, ast.UAdd):
            return inner
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
        operate, left, right = _OPERATORS[type(node.op)], _compile(node.left), _compile(node.right)
        return lambda variables: operate(left(variables), right(variables))
    if isinstance(node, ast.Compare) and len(node.ops) == 1 and type(node.ops[0]) in _COMPARISONS:
        compare, one, other = _COMPARISONS[type(node.ops[0])], _compile(node.left), _compile(node.comparators[0])
        return lambda variables: compare(one(variables), other(variables))
    if isinstance(node, ast.BoolOp):
        terms = [_compile(value) for value in node.values]
        several = all if isinstance(node.op, ast.And) else any
        return lambda variables: several(term(variables) for term in terms)
    if isinstance(node, ast.Call) and not node.keywords:
        return _call(node)
    raise FormulaError(f"'{ast.unparse(node)}' is not allowed in a formula")


def _call(node: ast.Call) -> _Term:
    name = ast.unparse(node.func).removeprefix("math.")
    if name not in _FUNCTIONS:
        raise FormulaError(f"'{name}' is no function of a formula; there are {', '.join(_FUNCTIONS)}")
    function, arguments = _FUNCTIONS[name], [_compile(argument) for argument in node.args]
    return lambda variables: function(*(argument(variables) for argument in arguments))
