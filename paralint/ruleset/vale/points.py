"""Vale's points, read into the specs that our own kinds of that name have, too.

Packs are read more leniently than rules of our own: an alternative may stand twice, and what matters of a regex is that
the joined whole compiles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from paralint.ruleset.fields import Fields
from paralint.ruleset.kinds import Spec
from paralint.ruleset.kinds.capitalization import CapitalizationSpec
from paralint.ruleset.kinds.conditional import ConditionalSpec
from paralint.ruleset.kinds.consistency import ConsistencySpec
from paralint.ruleset.kinds.existence import ExistenceSpec
from paralint.ruleset.kinds.expressions import check_expressions, is_literal
from paralint.ruleset.kinds.metric import MetricSpec
from paralint.ruleset.kinds.occurrence import OccurrenceSpec
from paralint.ruleset.kinds.repetition import RepetitionSpec
from paralint.ruleset.kinds.substitution import SubstitutionSpec

_GRADES = {
    "Gunning Fog": "gunning_fog",
    "Coleman-Liau": "coleman_liau",
    "Flesch-Kincaid": "flesch_kincaid",
    "SMOG": "smog",
    "Automated Readability": "automated_readability",
}


def _existence(fields: Fields) -> Spec:
    fields.raw("vocab")
    raw, tokens = _texts(fields, "raw"), _texts(fields, "tokens")
    if not raw:
        _check(fields, "tokens", tokens)
    else:
        # Only together need they be a regex: raw parts are pieces of one.
        _check(fields, "raw", ["".join(raw) + "|".join(tokens)])
    return ExistenceSpec(
        tokens=tokens,
        raw=raw,
        exceptions=_exceptions(fields),
        ignorecase=fields.flag("ignorecase"),
        nonword=fields.flag("nonword"),
        append=fields.flag("append"),
    )


def _substitution(fields: Fields) -> Spec:
    fields.raw("vocab")
    fields.raw("pos")
    swap = fields.table("swap")
    if not fields.has("swap"):
        fields.note("missing key 'swap': what stands for what")
    check_expressions(fields, "swap", keys=True)
    return SubstitutionSpec(
        # Vale tries long keys first.
        swap=tuple(sorted(swap.items(), key=lambda pair: -len(pair[0].encode()))),
        exceptions=_exceptions(fields),
        ignorecase=fields.flag("ignorecase"),
        nonword=fields.flag("nonword"),
        capitalize=fields.flag("capitalize"),
    )


def _repetition(fields: Fields) -> Spec:
    fields.raw("vocab")
    tokens = _texts(fields, "tokens")
    _check(fields, "tokens", tokens)
    return RepetitionSpec(
        tokens=tokens or (r"[^\s]+",),
        max=fields.integer("max", 0),
        alpha=fields.flag("alpha"),
        ignorecase=fields.flag("ignorecase"),
        exceptions=_exceptions(fields),
    )


def _conditional(fields: Fields) -> Spec:
    fields.raw("vocab")
    return ConditionalSpec.decode(fields)


def _capitalization(fields: Fields) -> Spec:
    fields.raw("vocab")
    return CapitalizationSpec.decode(fields)


def _readability(fields: Fields) -> Spec:
    """``readability`` is the mean of several grades, above a limit: a metric."""
    metrics = fields.choices("metrics", _GRADES)
    grade = fields.number("grade", 0)
    if not metrics:
        fields.note("missing key 'metrics': the grades to take the mean of")
        metrics = ("smog",)
    return MetricSpec.of(f"({' + '.join(metrics)}) / {len(metrics)}", f"> {grade}")


POINTS: dict[str, Callable[[Fields], Spec]] = {
    "existence": _existence,
    "substitution": _substitution,
    "occurrence": OccurrenceSpec.decode,
    "repetition": _repetition,
    "consistency": ConsistencySpec.decode,
    "conditional": _conditional,
    "capitalization": _capitalization,
    "metric": MetricSpec.decode,
    "readability": _readability,
}


def _texts(fields: Fields, key: str) -> tuple[str, ...]:
    """Return a list of texts, blank and repeated ones left out."""
    value = fields.raw(key)
    items = value if isinstance(value, list) else [value]
    found: dict[str, None] = {}
    for index, item in enumerate(items):
        if isinstance(item, str):
            if item.strip():
                found[item] = None
        elif item is not None:
            fields.note(f"'{key}' must hold texts only", key, index)
    return tuple(found)


def _exceptions(fields: Fields) -> tuple[str, ...]:
    """Vale tries long exceptions first."""
    exceptions = _texts(fields, "exceptions")
    _check(fields, "exceptions", exceptions)
    return tuple(sorted(exceptions, key=lambda exception: -len(exception.encode())))


def _check(fields: Fields, key: str, expressions: Iterable[str]) -> None:
    for index, expression in enumerate(expressions):
        if is_literal(expression):
            continue
        import regex

        try:
            regex.compile(expression)
        except regex.error as error:
            place = (key, index) if isinstance(fields.data.get(key), list) else (key,)
            fields.note(f"bad regex '{expression[:80]}': {error.msg}", *place)
