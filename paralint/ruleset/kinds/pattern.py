"""``extends: pattern``: a sequence of tokens, each told by its form, its tag or its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

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
    patterns: alternative sequences of tokens; the rule finds any of them.
    unless: patterns; a match that one of them overlaps at the reported tokens is no finding.
    start, end: a match must begin, or end, where a sentence does.
    needs, fields: unlike those of the other kinds these depend on the rule: tags only where a token asks for them,
        and a field for every capture and every token number.
    """

    patterns: tuple[tuple[TokenSpec, ...], ...]
    unless: tuple[tuple[TokenSpec, ...], ...]
    start: bool
    end: bool
    needs: frozenset[str]
    fields: frozenset[str]

    @classmethod
    def decode(cls, fields: Fields) -> PatternSpec:
        value = fields.raw("pattern")
        several = isinstance(value, list) and bool(value) and isinstance(value[0], list)
        if several:
            patterns = tuple(_sequences(fields, "pattern"))
        else:
            patterns = (tuple(_token(item, inner=False) for item in fields.items("pattern")),)
        if not fields.has("pattern"):
            fields.note("missing key 'pattern': the tokens to look for")
        for number, pattern in enumerate(patterns):
            if all(token.least == 0 for token in pattern):
                place = ("pattern", number) if several else ("pattern",)
                fields.note("a pattern needs at least one token that must be there (min: 1)", *place, key=True)
        unless = tuple(_sequences(fields, "unless"))
        names = {"match"}
        for pattern in patterns:
            names |= {str(index) for index in range(len(pattern))} | {token.name for token in pattern if token.name}
        tagged = any(token.uses_tags for pattern in (*patterns, *unless) for token in pattern)
        return cls(
            patterns=patterns,
            unless=unless,
            start=fields.flag("start"),
            end=fields.flag("end"),
            needs=frozenset({"tags"} if tagged else ()),
            fields=frozenset(names),
        )


def _sequences(fields: Fields, key: str) -> Iterator[tuple[TokenSpec, ...]]:
    value = fields.raw(key)
    if not fields.has(key):
        return
    if not isinstance(value, list) or not all(isinstance(pattern, list) for pattern in value):
        fields.note(f"'{key}' must be a list of patterns, each a list of tokens", key)
        return
    for number, pattern in enumerate(value):
        yield tuple(
            _token(Fields(fields.tree, fields.problems, (*fields.at, key, number, index), token or {}), inner=False)
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
