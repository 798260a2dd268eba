"""``where:`` conditions over what a pattern captured: a small closed language, parsed and compiled, never evaluated.

    number(subject) != number(verb)
    lemma(verb) in ['say', 'tell'] and distance(a, b) < 3
    not lower(first) == lower(second)

There are captures, texts, whole numbers and lists of texts; the comparisons ``== != < <= > >= in not in``; ``and or
not``; and the functions of :data:`FUNCTIONS`. Anything else is an error when the rule is loaded.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping
from typing import Protocol

Value = str | int | bool | tuple[str, ...]


class Captured(Protocol):
    """What a match offers to a condition. Every argument is the name of a capture."""

    def text(self, name: str) -> str:
        """The captured text; empty where an optional token is not there."""

    def lower(self, name: str) -> str:
        """The captured text in lower case, with straight apostrophes."""

    def lemma(self, name: str) -> str:
        """The lemma of the last captured token, which is the head of an English phrase; empty without any."""

    def tag(self, name: str) -> str:
        """The Penn tag of that token; empty without any."""

    def number(self, name: str) -> str:
        """``singular``, ``plural``, ``both`` or ``unknown``: of a noun by its form, of a verb by what it goes with."""

    def length(self, name: str) -> int:
        """How many tokens were captured."""

    def distance(self, one: str, other: str) -> int:
        """How many tokens stand between two captures."""

    def edits(self, one: str, other: str) -> int:
        """Levenshtein distance of two captured texts, without regard to case."""


FUNCTIONS: Mapping[str, int] = {"lower": 1, "lemma": 1, "tag": 1, "number": 1, "length": 1, "distance": 2, "edits": 2}
"""The functions and how many captures each takes."""

TAGGED = frozenset({"lemma", "tag", "number"})
"""The functions that need the tags layer."""

_Term = Callable[[Captured], Value]

_COMPARISONS: Mapping[type[ast.cmpop], Callable[[Value, Value], bool]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.In: lambda one, other: one in other,  # type: ignore[operator]  # the types are checked before
    ast.NotIn: lambda one, other: one not in other,  # type: ignore[operator]
}


class WhereError(ValueError):
    """A condition is not of the language. The message says which part, and what there is instead."""


class Where:
    """A compiled condition.

    Attributes:
        captures: the names that it uses.
        needs_tags: whether any of its functions needs tags.
    """

    def __init__(self, source: str) -> None:
        """Raises:
        WhereError: if ``source`` is not of the language.
        """
        self.source = source
        self.captures: set[str] = set()
        self.needs_tags = False
        try:
            tree = ast.parse(source, mode="eval")
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            raise WhereError(f"cannot be read: {getattr(error, 'msg', error)}") from None
        term, kind = self._compile(tree.body)
        if kind is not bool:
            raise WhereError("must be a comparison, or comparisons joined by 'and', 'or', 'not'")
        self._term = term

    def __reduce__(self) -> tuple[type[Where], tuple[str]]:
        """Worker processes get the source; closures do not travel."""
        return Where, (self.source,)

    def holds(self, captured: Captured) -> bool:
        """Whether the condition is true of what a match captured."""
        return bool(self._term(captured))

    def _compile(self, node: ast.expr) -> tuple[_Term, type]:
        match node:
            case ast.Constant(value=str() | int() as value) if not isinstance(value, bool):
                return (lambda captured: value), type(value)
            case ast.Name(id=name):
                self.captures.add(name)
                return (lambda captured: captured.text(name)), str
            case ast.List(elts=items):
                return self._texts(items), tuple
            case ast.Call(func=ast.Name(id=name), args=arguments, keywords=[]):
                return self._call(name, arguments)
            case ast.BoolOp(op=op, values=parts):
                terms = [self._condition(part) for part in parts]
                if isinstance(op, ast.And):
                    return (lambda captured: all(term(captured) for term in terms)), bool
                return (lambda captured: any(term(captured) for term in terms)), bool
            case ast.UnaryOp(op=ast.Not(), operand=part):
                inner = self._condition(part)
                return (lambda captured: not inner(captured)), bool
            case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in _COMPARISONS:
                return self._compare(left, type(op), right), bool
            case ast.Compare():
                raise WhereError("compare two things at a time with == != < <= > >= in, not in")
        raise WhereError(f"'{ast.unparse(node)}' is not of the language of 'where'")

    def _condition(self, node: ast.expr) -> _Term:
        term, kind = self._compile(node)
        if kind is not bool:
            raise WhereError(f"'{ast.unparse(node)}' is no condition")
        return term

    def _texts(self, items: list[ast.expr]) -> _Term:
        texts = []
        for item in items:
            if not (isinstance(item, ast.Constant) and isinstance(item.value, str)):
                raise WhereError(f"a list holds texts only, found '{ast.unparse(item)}'")
            texts.append(item.value)
        value = tuple(texts)
        return lambda captured: value

    def _call(self, name: str, arguments: list[ast.expr]) -> tuple[_Term, type]:
        if name not in FUNCTIONS:
            raise WhereError(f"there is no function '{name}'; there are {', '.join(FUNCTIONS)}")
        names = [argument.id for argument in arguments if isinstance(argument, ast.Name)]
        if len(names) != len(arguments) or len(names) != FUNCTIONS[name]:
            count = FUNCTIONS[name]
            raise WhereError(f"'{name}' takes {count} capture{'s' if count > 1 else ''}")
        self.captures.update(names)
        self.needs_tags = self.needs_tags or name in TAGGED
        kind = int if name in ("length", "distance", "edits") else str

        def term(captured: Captured) -> Value:
            value: Value = getattr(captured, name)(*names)
            return value

        return term, kind

    def _compare(self, left: ast.expr, op: type[ast.cmpop], right: ast.expr) -> _Term:
        one, one_kind = self._compile(left)
        other, other_kind = self._compile(right)
        membership = op in (ast.In, ast.NotIn)
        fits = (one_kind is str and other_kind in (tuple, str)) if membership else one_kind is other_kind
        if not fits or bool in (one_kind, other_kind) or (tuple in (one_kind, other_kind) and not membership):
            raise WhereError(f"'{ast.unparse(left)}' and '{ast.unparse(right)}' cannot be compared so")
        comparison = _COMPARISONS[op]
        return lambda captured: comparison(one(captured), other(captured))
