from __future__ import annotations

import pytest

from paralint.evidence.measures.quantities import Quantity, comparable, may_hold, quantities
from paralint.evidence.measures.units import Measure
from paralint.text.read import document


def read(text: str) -> list[Quantity]:
    return list(quantities(document("t.txt", text)))


def only(text: str) -> Quantity:
    (found,) = read(text)
    return found


@pytest.mark.parametrize(
    ("text", "measure", "value"),
    [
        ("They counted 94,000 soldiers.", Measure.COUNT, 94_000),
        ("They counted twenty-five soldiers.", Measure.COUNT, 25),
        ("It costs £9.6bn to build.", Measure.MONEY, 9.6e9),
        ("It costs $5.6 billion to build.", Measure.MONEY, 5.6e9),
        ("It fell by 3.5 per cent.", Measure.PERCENT, 3.5),
        ("It fell by 3.5%.", Measure.PERCENT, 3.5),
        ("It costs Rs 7.2 lakh crore to build.", Measure.MONEY, 7.2e12),
        ("It costs Rs. 1,50,000 to build.", Measure.MONEY, 150_000),
        ("They counted 2 lakh soldiers.", Measure.COUNT, 200_000),
        ("It speaks 802.11 b/g/n on a whim.", Measure.COUNT, 802.11),
        ("A three-day visit began.", Measure.DURATION, 3),
        ("They met for two weeks.", Measure.DURATION, 14),
        ("A decade-long war ended.", Measure.DURATION, 3652.5),
        ("She is a 27-year-old nurse.", Measure.AGE, 27 * 365.25),
        ("Prices rose by a third.", Measure.RATIO, 1 / 3),
        ("Prices rose by two-thirds.", Measure.RATIO, 2 / 3),
        ("It is three times as large.", Measure.RATIO, 3),
        ("It weighs 12 tonnes.", Measure.MASS, 12_000),
        ("It is the 76th flood.", Measure.ORDINAL, 76),
        ("It left at 9.20 pm on a whim.", Measure.CLOCK, 21 * 60 + 20),
        ("It left at 12 a.m. on a whim.", Measure.CLOCK, 0),
        ("It took 2 hours 24 minutes 51 seconds to finish.", Measure.DURATION, (2 * 3600 + 24 * 60 + 51) / 86400),
    ],
)
def test_a_figure_is_read_with_its_unit(text: str, measure: Measure, value: float) -> None:
    found = only(text)
    assert (found.measure, found.value) == (measure, pytest.approx(value))


@pytest.mark.parametrize(
    "text", ["It began in 2014.", "It began on November 1.", "On 18 October it began.", "At 10:30."]
)
def test_dates_and_clock_times_are_no_quantities(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("nearly 50 houses", "48 houses", True),
        ("about 350 houses", "350 houses", True),
        ("more than 94,000 houses", "94,300 houses", True),
        ("more than 94,000 houses", "70,000 houses", False),
        ("94,000 houses", "94,300 houses", True),
        ("23 houses", "32 houses", False),
        ("23 weeks", "23 months", False),
        ("three weeks", "21 days", True),
        ("260 lb", "118 kg", True),
        ("26 miles", "26 kilometres", False),
        ("£9.6bn", "£9.6m", False),
        ("a third", "three times", False),
        ("a years-long war", "a decade-long war", False),
        ("a years-long war", "a seven-year war", True),
    ],
)
def test_two_quantities_may_hold_together_or_not(one: str, other: str, both: bool) -> None:
    a, b = only(f"It was {one}."), only(f"It was {other}.")
    assert comparable(a, b)
    assert may_hold(a, b) is both
    assert may_hold(b, a) is both


def test_sums_in_two_currencies_are_not_compared() -> None:
    assert not comparable(only("It costs £20."), only("It costs $25."))
