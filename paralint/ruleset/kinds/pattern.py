"""``extends: pattern``: a sequence of tokens, each told by its form, its tag or its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from paralint.ruleset.fields import JOINED, Fields
from paralint.ruleset.kinds.expressions import check_expressions
from paralint.ruleset.lists import read_lists
from paralint.ruleset.problems import suggestion
from paralint.ruleset.tree import Data
from paralint.text.words import TokenKind
from paralint.values import NamedTuple

if TYPE_CHECKING:
    from paralint.ruleset.where import Captured, Where

_MANY = 50  # no sentence part that a pattern may step over is longer
_KINDS = {str(kind.value): kind for kind in TokenKind}

# Universal part-of-speech classes, as Penn tags: https://universaldependencies.org/tagset-conversion/en-penn-uposf.html
_UNIVERSAL = {
    "ADJ": ("JJ", "JJR", "JJS"),
    "ADP": ("IN", "RP"),
    "ADV": ("RB", "RBR", "RBS", "WRB"),
    "AUX": ("MD",),
    "CCONJ": ("CC",),
    "DET": ("DT", "PDT", "WDT"),
    "INTJ": ("UH",),
    "NOUN": ("NN", "NNS"),
    "NUM": ("CD",),
    "PART": ("POS", "TO"),
    "PRON": ("PRP", "PRP$", "WP", "WP$", "EX"),
    "PROPN": ("NNP", "NNPS"),
    "VERB": ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"),
}


_NOTHING: frozenset[str] = frozenset()
_TAGS = frozenset({"tags"})


class TokenSpec(NamedTuple):
    """What one token of a pattern must be. Every condition that is given must hold; of a list, one entry must.

    Attributes:
        text: its form, case and all.
        lower: its form in lower case, apostrophes made plain.
        lemma: its lemma (needs tags).
        regex: a regex that its lower-cased form matches in full.
        tag: its Penn tag; a trailing star stands for any ending (``VB*``). ``pos`` is read into this, too.
        like: its kind of token.
        shape: ``lower`` (no capital first), ``capital`` or ``upper``.
        sound: it starts with a ``vowel`` or a ``consonant`` sound, for sure.
        forms: the verb forms that it can be, whatever it is here.
        classes: the word classes that it can be, whatever it is here.
        number: ``singular`` or ``plural``, as a noun, by its form alone.
        countability: how the noun is counted.
        known: whether it is a word of the lexicon, in any inflection.
        listed: the entries of the word lists that ``in`` names.
        space_before: whether white space stands before it.
        quoted: whether it stands inside a quotation (needs quotations).
        first: whether it is the first word of its sentence.
        elsewhere: ``lower``: the document has the same word in lower case somewhere.
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
    forms: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    number: str = ""
    countability: frozenset[str] = frozenset()
    known: bool | None = None
    listed: frozenset[str] = frozenset()
    space_before: bool | None = None
    quoted: bool | None = None
    first: bool | None = None
    elsewhere: str = ""
    negated: tuple[TokenSpec, ...] = ()
    alternatives: tuple[TokenSpec, ...] = ()
    least: int = 1
    most: int = 1
    skip: int = 0
    name: str = ""
    mark: bool = False

    @property
    def needs(self) -> frozenset[str]:
        own = _TAGS if self.tag or self.lemma else _NOTHING
        if self.quoted is not None:
            own |= {"quotations"}
        inner = self.negated + self.alternatives
        return own.union(*[spec.needs for spec in inner]) if inner else own


class PatternSpec(NamedTuple):
    """Attributes:
    patterns: alternative sequences of tokens; the rule finds any of them.
    unless: patterns; a match that one of them overlaps at the reported tokens is no finding.
    start, end: a match must begin, or end, where a sentence does.
    agree: pairs of captures whose grammatical number must agree; only a match in which a pair does not is reported.
    where: a condition that a match must meet.
    needs, fields: unlike those of the other kinds these depend on the rule: tags only where a token asks for them,
        and a field for every capture and every token number.
    """

    patterns: Sequence[tuple[TokenSpec, ...]]
    unless: Sequence[tuple[TokenSpec, ...]]
    start: bool
    end: bool
    agree: tuple[tuple[str, str], ...]
    where: Where | _LaterWhere | None
    needs: frozenset[str]
    fields: frozenset[str]

    @classmethod
    def decode(cls, fields: Fields) -> PatternSpec:
        if fields.tree.trusted and fields.has("tokens"):
            return cls._decode_compiled(fields)
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
        names = _names(patterns)
        needs = frozenset[str]().union(*[token.needs for pattern in (*patterns, *unless) for token in pattern])
        agree = _agree(fields, names)
        where = _where(fields, names)
        if agree or (where is not None and where.needs_tags):
            needs |= {"tags"}
        return cls(patterns, unless, fields.flag("start"), fields.flag("end"), agree, where, needs, frozenset(names))

    @classmethod
    def _decode_compiled(cls, fields: Fields) -> PatternSpec:
        tokens = _Tokens(fields)
        names = set(fields.texts("fields"))
        return cls(
            patterns=_Later(tokens, fields.texts("pattern")),
            unless=_Later(tokens, fields.texts("unless")),
            start=fields.flag("start"),
            end=fields.flag("end"),
            agree=_agree(fields, names),
            where=_LaterWhere(fields.text("where")) if fields.has("where") else None,
            needs=frozenset(fields.texts("needs")),
            fields=frozenset(names),
        )


def _names(patterns: Iterable[tuple[TokenSpec, ...]]) -> set[str]:
    """Return the fields that a message may name."""
    names = {"match"}
    for pattern in patterns:
        names.update([str(index) for index in range(len(pattern))])
        names.update([token.name for token in pattern if token.name])
    return names


class _Later(Sequence[tuple[TokenSpec, ...]]):
    """The sequences of a compiled rule, each read when a text asks for it: few texts ask for many of a rule."""

    def __init__(self, tokens: _Tokens, sequences: tuple[str, ...]) -> None:
        self._tokens = tokens
        self._sequences = sequences

    def __len__(self) -> int:
        return len(self._sequences)

    def __getitem__(self, number: Any) -> Any:
        return tuple([self._tokens[int(token)] for token in self._sequences[number].split()])


class _LaterWhere:
    """The condition of a compiled rule, read when the first match asks for it: it takes a parser."""

    def __init__(self, source: str) -> None:
        self._source = source

    @cached_property
    def holds(self) -> Callable[[Captured], bool]:
        from paralint.ruleset.where import Where

        return Where(self._source).holds


def _agree(fields: Fields, names: set[str]) -> tuple[tuple[str, str], ...]:
    inner = fields.inner("agree")
    if inner is None:
        return ()
    inner.choices("features", {"number": "number"})
    between = inner.texts("between")
    if len(between) != 2:
        inner.note("'between' names two captures", "between")
    for name in between:
        if name not in names:
            inner.note(f"no token is captured as '{name}'{suggestion(name, names)}", "between")
    inner.close()
    return (between[:2],) if len(between) == 2 else ()


def _where(fields: Fields, names: set[str]) -> Where | None:
    if not fields.has("where"):
        return None
    from paralint.ruleset.where import Where, WhereError

    try:
        where = Where(fields.text("where"))
    except WhereError as error:
        fields.note(f"bad condition: {error}", "where")
        return None
    for name in sorted(where.captures - names):
        fields.note(f"no token is captured as '{name}'{suggestion(name, names)}", "where")
    return where


def compact(data: Mapping[str, Data]) -> dict[str, Data]:
    """Return the data of a rule that is in order with each distinct token once, under ``tokens``, the numbers of the
    tokens in its sequences, and the fields that a message may name, under ``fields``. Alternatives have many tokens in
    common, and of a compiled rule each is read once, and only for a sequence that a text asks for."""
    numbers: dict[str, int] = {}
    tokens: list[Data] = []

    def number_of(token: Data) -> str:
        found = numbers.setdefault(str(token), len(tokens))
        if found == len(tokens):
            tokens.append(_joined(token))
        return str(found)

    found = dict(data)
    sequences = {
        key: data[key] if isinstance(data[key][0], list) else [data[key]]
        for key in ("pattern", "unless")
        if key in data
    }
    for key, patterns in sequences.items():
        found[key] = [" ".join(map(number_of, pattern)) for pattern in patterns]
    named = [str(token["as"]) for pattern in sequences["pattern"] for token in pattern if token and "as" in token]
    longest = max(map(len, sequences["pattern"]))
    return {**found, "tokens": tokens, "fields": sorted({"match", *map(str, range(longest)), *named})}


def expand(data: Mapping[str, Data]) -> dict[str, Data]:
    """Return what ``compact`` was given."""
    found = dict(data)
    tokens = list(map(_apart, found.pop("tokens")))
    del found["fields"]
    for key in ("pattern", "unless"):
        if key in data:
            found[key] = [[tokens[int(number)] for number in pattern.split()] for pattern in data[key]]
    return found


def _joined(data: Data) -> Data:
    """Return the data of a token with each list of several words as one text."""
    if isinstance(data, dict):
        return {key: _joined(value) for key, value in data.items()}
    if not isinstance(data, list):
        return data
    words = len(data) > 1 and all(isinstance(item, str) and item.split() == [item] for item in data)
    return "".join([JOINED + word for word in data]) if words else list(map(_joined, data))


def _apart(data: Data) -> Data:
    """Return the data that ``_joined`` was given."""
    if isinstance(data, dict):
        return {key: _apart(value) for key, value in data.items()}
    if isinstance(data, str) and data.startswith(JOINED):
        return data.split()
    return list(map(_apart, data)) if isinstance(data, list) else data


class _Tokens:
    """The tokens of a compiled rule, each read when it is first asked for."""

    def __init__(self, fields: Fields) -> None:
        self._fields = fields
        self._data: list[Data] = fields.raw("tokens") or []
        self._read: dict[int, TokenSpec] = {}

    def __getitem__(self, number: int) -> TokenSpec:
        spec = self._read.get(number)
        if spec is None:
            fields = Fields(self._fields.tree, [], ("tokens", number), self._data[number] or {})
            spec = self._read[number] = _token(fields, inner=False)
        return spec


def _sequences(fields: Fields, key: str) -> Iterator[tuple[TokenSpec, ...]]:
    value = fields.raw(key)
    if not fields.has(key):
        return
    if not isinstance(value, list) or not all(isinstance(pattern, list) for pattern in value):
        fields.note(f"'{key}' must be a list of patterns, each a list of tokens", key)
        return
    for number, pattern in enumerate(value):
        places = ((token, (*fields.at, key, number, index)) for index, token in enumerate(pattern))
        yield tuple(_token(Fields(fields.tree, fields.problems, at, token or {}), inner=False) for token, at in places)


def _token(fields: Fields, *, inner: bool) -> TokenSpec:
    """Read a token spec. Only the keys that are there are looked at: a token has two or three of the many."""
    readers = _CONDITIONS if inner else _KEYS
    values: dict[str, Any] = {}
    for key in fields.data:
        if key in readers:
            attribute, read = readers[key]
            value = read(fields, key)
            values[attribute] = values[attribute] + value if attribute in values else value
    if "most" not in values and "least" in values:
        values["most"] = max(1, values["least"])
    spec = TokenSpec(**values)
    if spec.most < spec.least or spec.most > _MANY:
        fields.note(f"'max' must lie between 'min' and {_MANY}", "max")
    fields.close(readers)
    return spec


def _lowered(fields: Fields, key: str) -> frozenset[str]:
    words = fields.texts(key)
    for word in words if not fields.tree.trusted else ():
        if word != word.lower():
            fields.note(
                f"'lower' compares lower-cased forms: write '{word.lower()}', or 'text' for exact case", "lower"
            )
        if "’" in word:
            fields.note("'lower' compares with plain apostrophes: write ' for ’", "lower")
    return frozenset(words)


def _inner(fields: Fields, key: str) -> tuple[TokenSpec, ...]:
    """Read one token spec or a list of them."""
    if isinstance(fields.data.get(key), list):
        return tuple(_token(item, inner=True) for item in fields.items(key))
    item = fields.inner(key)
    return (_token(item, inner=True),) if item else ()


def _one_of(*words: str) -> Callable[[Fields, str], str]:
    choices = {word: word for word in words}
    return lambda fields, key: fields.choice(key, choices)


def _some_of(*words: str) -> Callable[[Fields, str], frozenset[str]]:
    choices = {word: word for word in words}
    return lambda fields, key: frozenset(fields.choices(key, choices))


def _tags(fields: Fields, key: str) -> tuple[str, ...]:
    tags = fields.texts(key)
    if tags and not fields.tree.trusted:
        from paralint.text.tagger import load_tagger  # only rules of one's own are checked

        known = load_tagger().names
        for tag in tags:
            if tag not in known and not (tag.endswith("*") and any(name.startswith(tag[:-1]) for name in known)):
                fields.note(f"there is no tag '{tag}'{suggestion(tag, known)}; there are {' '.join(known)}", key)
    return tags


def _texts(fields: Fields, key: str) -> frozenset[str]:
    return frozenset(fields.texts(key))


# The keys of a token: the attribute that each fills, and how its value is read. "tag" and "pos" add up.
_CONDITIONS: Mapping[str, tuple[str, Callable[[Fields, str], Any]]] = {
    "text": ("text", _texts),
    "lower": ("lower", _lowered),
    "lemma": ("lemma", _texts),
    "regex": ("regex", check_expressions),
    "tag": ("tag", _tags),
    "pos": ("tag", lambda fields, key: tuple(tag for tags in fields.choices(key, _UNIVERSAL) for tag in tags)),
    "like": ("like", lambda fields, key: frozenset(fields.choices(key, _KINDS))),
    "shape": ("shape", _one_of("lower", "capital", "upper")),
    "sound": ("sound", _one_of("vowel", "consonant")),
    "forms": ("forms", _some_of("VB", "VBP", "VBZ", "VBD", "VBN", "VBG")),
    "class": ("classes", _some_of("noun", "verb", "adjective", "adverb", "function", "numeral", "interjection")),
    "number": ("number", _one_of("singular", "plural")),
    "countability": ("countability", _some_of("count", "mass", "both", "plural-only", "unknown")),
    "known": ("known", lambda fields, key: fields.flag(key)),
    "in": ("listed", read_lists),
    "space-before": ("space_before", lambda fields, key: fields.flag(key)),
    "quoted": ("quoted", lambda fields, key: fields.flag(key)),
    "first": ("first", lambda fields, key: fields.flag(key)),
    "elsewhere": ("elsewhere", _one_of("lower")),
    "not": ("negated", _inner),
    "any": ("alternatives", _inner),
}
_KEYS: Mapping[str, tuple[str, Callable[[Fields, str], Any]]] = {
    **_CONDITIONS,
    "min": ("least", lambda fields, key: fields.integer(key, 1)),
    "max": ("most", lambda fields, key: fields.integer(key, 1, 1)),
    "skip": ("skip", lambda fields, key: fields.integer(key, 0)),
    "as": ("name", lambda fields, key: fields.text(key, "")),
    "mark": ("mark", lambda fields, key: fields.flag(key)),
}
