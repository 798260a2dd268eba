"""Spans, and things by their spans."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from paralint.findings import Overlaps, Span

SPANS = st.builds(lambda start, size: Span(start, start + size), st.integers(0, 500), st.integers(1, 300))


@given(st.lists(SPANS), SPANS)
def test_what_overlaps_a_span_is_near_it(spans: list[Span], asked: Span) -> None:
    places: Overlaps[Span] = Overlaps()
    for span in spans:
        places.add(span, span)
    near = list(places.near(asked))
    assert all(span in near for span in spans if span.overlaps(asked))


def test_a_look_does_not_grow_with_the_number_of_spans() -> None:
    places: Overlaps[int] = Overlaps()
    for number in range(100_000):
        places.add(Span(4 * number, 4 * number + 7), number)
    assert len(list(places.near(Span(40_000, 40_007)))) < 60
