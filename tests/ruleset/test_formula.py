from __future__ import annotations

import math
import pickle

import pytest

from paralint.ruleset.formula import Formula, FormulaError

VARIABLES = {"words": 100.0, "sentences": 8.0, "syllables": 150.0, "heading_h2": 2.0, "list": 0.0}


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59", 6.985),
        ("-words + +1", -99),
        ("math.sqrt(words)", 10),
        ("max(words, sentences, 7) % 7", 2),
        ("heading.h2 > 1 && list == 0", 1),
        ("words < 1 || !(sentences > 7)", 0),
        ("words != sentences", 1),
    ],
)
def test_the_value(source: str, value: float) -> None:
    assert Formula(source).value(VARIABLES) == pytest.approx(value)


def test_what_has_no_value() -> None:
    assert Formula("words / list").value(VARIABLES) == math.inf
    assert math.isnan(Formula("math.sqrt(-words)").value(VARIABLES))


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("", "missing"),
        ("words +", "no formula"),
        ("wrds", r"did you mean 'words'\?"),
        ("open('x')", "'open' is no function"),
        ("words.__class__", "not allowed"),
        ("[words]", "not allowed"),
        ("(lambda: 1)()", "is no function"),
        ("'a' * 3", "not allowed"),
        ("words ** 9999", "not allowed"),
        ("1" * 3000, "too long"),
    ],
)
def test_anything_else_is_refused(source: str, message: str) -> None:
    with pytest.raises(FormulaError, match=message):
        Formula(source)


def test_a_formula_goes_to_another_process() -> None:
    formula = Formula("words * 2")
    assert pickle.loads(pickle.dumps(formula)) == formula
    assert pickle.loads(pickle.dumps(formula)).value(VARIABLES) == 200
