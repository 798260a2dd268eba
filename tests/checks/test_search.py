from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paralint.checks.search import Search
from paralint.checks.sequences import Sequence
from paralint.checks.tokensets import members
from paralint.ruleset.kinds.pattern import TokenSpec
from paralint.text.document import Document
from paralint.text.read import document

SPECS = st.builds(
    TokenSpec,
    lower=st.sampled_from([frozenset(), frozenset({"the"}), frozenset({"old", "new"})]),
    tag=st.sampled_from([(), ("NN*",), ("JJ", "DT")]),
    shape=st.sampled_from(["", "", "capital"]),
    negated=st.sampled_from([(), (TokenSpec(lower=frozenset({"old"})),), (TokenSpec(tag=("NNP",)),)]),
    least=st.integers(0, 2),
    most=st.integers(2, 3),
    skip=st.integers(0, 2),
)
WORDS = st.lists(st.sampled_from(["the", "The", "old", "new", "bridge", "Leeds", ".", "was"]), min_size=1, max_size=12)


def matches(search: Search, text: Document, sequence: Sequence, starts: list[int]) -> list[int]:
    bounds = text.tokens.sentences
    return [start for start in starts if search.match(sequence.tests, start, bounds[text.sentence_of(start) + 1])]


@given(st.lists(SPECS, min_size=1, max_size=4).filter(lambda specs: any(spec.least for spec in specs)), WORDS)
def test_no_beginning_is_missed(specs: list[TokenSpec], words: list[str]) -> None:
    text = document("x.txt", " ".join(words))
    search, sequence = Search(text), Sequence(tuple(specs), trusted=True)
    everywhere = matches(search, text, sequence, list(range(len(text.tokens))))
    assert matches(search, text, sequence, list(members(search.starts(sequence)))) == everywhere


@pytest.mark.parametrize("tagged", [True, False])
def test_words_alone_decide_without_a_look_at_places(tagged: bool) -> None:
    text = document("x.txt", "The old bridge and the new bridge. The old one was the old bridge.")
    old_bridge = Sequence(tuple(TokenSpec(lower=frozenset({word})) for word in ("old", "bridge")), trusted=True)
    assert list(members(Search(text, tagged=tagged).starts(old_bridge))) == [1, 13]
