"""``extends: pattern``: a sequence of tokens, each told by its form, its tag or its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from paralint.ruleset.fields import Fields
from paralint.ruleset.kinds.expressions import check_expressions
from paralint.text.words import TokenKind

_MANY = 50  # no sentence part that a pattern may step over is longer
_KINDS = {str(kind.value): kind for kind in TokenKind}
_SHAPES = {"lower": "lower", "capital": "capital", "upper": "upper"}


@dataclass(frozen=True, slots=True)
class TokenSpec:
    """What one token of a pattern must be. Every condition that is given must hold.

    Attributes:
        text: its form is one of these, case and all.
        lower: its form in lower case, apostrophes made plain, is one of these.
        lemma: its lemma is one of these (needs tags).
        regex: its lower-cased form matches one of these in full.
        tag: its Penn tag is one of these; a trailing star stands for any ending (``VB*``).
        like: its kind of token.
        shape: ``lower`` (no capital first), ``capital`` or ``upper``.
        sound: it starts with a ``vowel`` or a ``consonant`` sound, for sure.
        space_before: whether white space stands before it.
        negated: token specs, none of which may fit.
        alternatives: token specs, one of which must fit.
        least, most: how many tokens in a row may fit.
        skip: up to so many tokens of any kind may stand before it.
        name: the capture that it fills.
        mark: it belongs to what is reported.
    """

    text: frozenset[str] = frozenset()
    lower: frozenset[str] = frozenset()
    lemma: frozenset[str] = frozenset()
    regex: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()
    like: frozenset[TokenKind] = frozenset()
    shape: str = ""
    sound: str = ""
    space_before: bool | None = None
    negated: tuple[TokenSpec, ...] = ()
    alternatives: tuple[TokenSpec, ...] = ()
    least: int = 1
    most: int = 1
    skip: int = 0
    name: str = ""
    mark: bool = False

    @property
    def uses_tags(self) -> bool:
        return bool(self.tag or self.lemma) or any(inner.uses_tags for inner in (*self.negated, *self.alternatives))


@dataclass(frozen=True, slots=True)
class PatternSpec:
    """Attributes:
    tokens: the pattern.
    unless: patterns; a match that one of them overlaps at the reported tokens is no finding.
    start, end: the pattern must begin, or end, where a sentence does.
    """

    tokens: tuple[TokenSpec, ...]
    unless: tuple[tuple[TokenSpec, ...], ...]
    start: bool
    end: bool

    # Fields are open: every capture is one. `needs` and `fields` are per rule, unlike those of the other kinds.
    needs: frozenset[str]
    fields: frozenset[str]

    MATCH: ClassVar[str] = "match"

    @classmethod
    def decode(cls, fields: Fields) -> PatternSpec:
        if not fields.has("pattern"):
            fields.note("missing key 'pattern': the tokens to look for")
        tokens = tuple(_tokens(fields.items("pattern")))
        unless = tuple(_unless(fields))
        names = (
            {cls.MATCH} | {str(index) for index in range(len(tokens))} | {token.name for token in tokens if token.name}
        )
        if tokens and all(token.least == 0 for token in tokens):
            fields.note("a pattern needs at least one token that must be there (min: 1)", "pattern", key=True)
        tagged = any(token.uses_tags for pattern in (tokens, *unless) for token in pattern)
        return cls(
            tokens=tokens,
            unless=unless,
            start=fields.flag("start"),
            end=fields.flag("end"),
            needs=frozenset({"tags"} if tagged else ()),
            fields=frozenset(names),
        )


def _tokens(items: Iterator[Fields]) -> Iterator[TokenSpec]:
    for item in items:
        yield _token(item, inner=False)


def _unless(fields: Fields) -> Iterator[tuple[TokenSpec, ...]]:
    value = fields.raw("unless")
    if not fields.has("unless"):
        return
    if not isinstance(value, list) or not all(isinstance(pattern, list) for pattern in value):
        fields.note("'unless' must be a list of patterns, each a list of tokens", "unless")
        return
    for number, pattern in enumerate(value):
        yield tuple(
            _token(
                Fields(fields.tree, fields.problems, (*fields.at, "unless", number, index), token or {}), inner=False
            )
            for index, token in enumerate(pattern)
        )


def _token(fields: Fields, *, inner: bool) -> TokenSpec:
    least = 1 if inner else fields.integer("min", 1)
    most = 1 if inner else fields.integer("max", max(1, least), 1)
    if most < least or most > _MANY:
        fields.note(f"'max' must lie between 'min' and {_MANY}", "max")
    spec = TokenSpec(
        text=frozenset(fields.texts("text")),
        lower=frozenset(_lowered(fields)),
        lemma=frozenset(fields.texts("lemma")),
        regex=check_expressions(fields, "regex"),
        tag=fields.texts("tag"),
        like=frozenset(fields.choices("like", _KINDS)),
        shape=fields.choice("shape", _SHAPES) if fields.has("shape") else "",
        sound=fields.choice("sound", {"vowel": "vowel", "consonant": "consonant"}) if fields.has("sound") else "",
        space_before=fields.flag("space-before") if fields.has("space-before") else None,
        negated=_inner(fields, "not"),
        alternatives=_inner(fields, "any"),
        least=least,
        most=most,
        skip=0 if inner else fields.integer("skip", 0),
        name="" if inner else fields.text("as", ""),
        mark=not inner and fields.flag("mark"),
    )
    fields.close()
    return spec


def _lowered(fields: Fields) -> Iterator[str]:
    for word in fields.texts("lower"):
        if word != word.lower():
            fields.note(
                f"'lower' compares lower-cased forms: write '{word.lower()}', or 'text' for exact case", "lower"
            )
        if "’" in word:
            fields.note("'lower' compares with plain apostrophes: write ' for ’", "lower")
        yield word


def _inner(fields: Fields, key: str) -> tuple[TokenSpec, ...]:
    """Read one token spec or a list of them."""
    if isinstance(fields.data.get(key), list):
        return tuple(_token(item, inner=True) for item in fields.items(key))
    item = fields.inner(key)
    return (_token(item, inner=True),) if item else ()
