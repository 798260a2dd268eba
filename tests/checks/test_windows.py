from __future__ import annotations

from collections.abc import Sequence as Several

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paralint.checks.search import Search
from paralint.checks.sequences import Sequence, SharedTests
from paralint.ruleset.kinds.pattern import TokenSpec
from paralint.ruleset.windows import ANYTHING, Place, Window, WindowIndex
from paralint.text.read import document

from .test_search import SPECS, WORDS

THE = TokenSpec(lower=frozenset({"the"}))
BRIDGE = TokenSpec(lower=frozenset({"bridge", "bridges"}))
NOUN = TokenSpec(tag=("NN",))
OLD = TokenSpec(tag=("JJ",), least=0, most=2)


def window(*specs: TokenSpec) -> Window:
    return Sequence(specs, SharedTests(trusted=True)).window


@pytest.mark.parametrize(
    ("specs", "expected"),
    [
        ([THE, BRIDGE], (Place(frozenset({"the"})), Place(frozenset({"bridge", "bridges"})), ANYTHING)),
        # Instead of a token that may be missing the next one may stand there, and then nothing need stand behind.
        ([BRIDGE, OLD, THE], (Place(BRIDGE.lower), Place(THE.lower, frozenset({"JJ"}), either=True), ANYTHING)),
        ([THE, OLD._replace(least=1, most=9)], (Place(THE.lower), Place(tags=frozenset({"JJ"})), ANYTHING)),
        ([NOUN, BRIDGE._replace(skip=1)], (Place(BRIDGE.lower), ANYTHING, ANYTHING)),
        ([NOUN._replace(negated=(TokenSpec(tag=("NN",)),))], (Place(tags=frozenset()), ANYTHING, ANYTHING)),
        (
            [TokenSpec(alternatives=(BRIDGE, NOUN)), TokenSpec()],
            (Place(BRIDGE.lower, frozenset({"NN"}), either=True), ANYTHING, ANYTHING),
        ),
        (
            [TokenSpec(lower=frozenset({str(number) for number in range(999)}), tag=("CD",))],
            (Place(tags=frozenset({"CD"})), ANYTHING, ANYTHING),  # so many words are not kept
        ),
    ],
)
def test_a_window_is_what_neighbours_must_be(specs: Several[TokenSpec], expected: Window) -> None:
    assert window(*specs) == expected


def test_the_rarest_tokens_are_the_window() -> None:
    assert Place(BRIDGE.lower) in window(THE, TokenSpec(), TokenSpec(), BRIDGE)
    assert Place(BRIDGE.lower) in window(BRIDGE, TokenSpec(), TokenSpec(), THE)


@given(st.lists(SPECS, min_size=1, max_size=5).filter(lambda specs: any(spec.least for spec in specs)), WORDS)
def test_where_a_sequence_matches_its_window_opens(specs: list[TokenSpec], words: list[str]) -> None:
    text = document("x.txt", " ".join(words))
    sequence = Sequence(tuple(specs), SharedTests(trusted=True))
    bounds = text.tokens.sentences
    search = Search(text)
    index = WindowIndex.of([sequence.window])
    if any(
        search.match(sequence.tests, start, bounds[text.sentence_of(start) + 1]) for start in range(len(text.tokens))
    ):
        assert index.open(text.lowers, text.tags) == 1
        assert index.open(text.lowers, ()) == 1
        assert index.named(text.by_lower) == 1
