from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from paralint.evidence.phrases.lanes import lanes

bytewise = st.integers(-128, 127)


@given(st.lists(st.integers(-(1 << 31), (1 << 31) - 1), max_size=70))
def test_what_was_joined_is_parted(values: list[int]) -> None:
    number = lanes(len(values))
    assert number.part(number.join(values)) == tuple(values)


@given(st.lists(st.tuples(bytewise, bytewise), max_size=40), bytewise)
def test_sums_and_products_are_those_of_the_lanes(pairs: list[tuple[int, int]], factor: int) -> None:
    number = lanes(len(pairs))
    one, other = (number.join([pair[side] for pair in pairs]) for side in (0, 1))
    assert number.part(one + factor * other) == tuple(first + factor * second for first, second in pairs)
