from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paralint.checks.search import Search
from paralint.checks.sequences import Sequence, SharedTests
from paralint.checks.tokensets import members
from paralint.ruleset.kinds.pattern import TokenSpec
from paralint.text.document import Document
from paralint.text.read import document

KINDS = [
    TokenSpec(),
    TokenSpec(lower=frozenset({"the"})),
    TokenSpec(tag=("NN*",)),
    TokenSpec(tag=("JJ", "DT"), negated=(TokenSpec(lower=frozenset({"old"})),)),
    TokenSpec(shape="capital"),
    TokenSpec(alternatives=(TokenSpec(lower=frozenset({"old", "new"})), TokenSpec(tag=("NNP",), shape="capital"))),
    TokenSpec(lower=frozenset({"the", "bridge"}), tag=("DT",), negated=(TokenSpec(text=frozenset({"The"})),)),
]
COUNTS = [(1, 1, 0), (0, 1, 0), (0, 3, 0), (2, 3, 0), (1, 1, 2), (0, 2, 1)]  # least, most, skip
SPECS = st.builds(
    lambda spec, counts: spec._replace(least=counts[0], most=counts[1], skip=counts[2]),
    st.sampled_from(KINDS),
    st.sampled_from(COUNTS),
)
WORDS = st.lists(st.sampled_from(["the", "The", "old", "new", "bridge", "Leeds", ".", "was"]), min_size=1, max_size=12)


def matches(search: Search, text: Document, sequence: Sequence, starts: list[int]) -> list[int]:
    bounds = text.tokens.sentences
    return [start for start in starts if search.match(sequence.tests, start, bounds[text.sentence_of(start) + 1])]


@given(st.lists(SPECS, min_size=1, max_size=4).filter(lambda specs: any(spec.least for spec in specs)), WORDS)
def test_no_beginning_is_missed(specs: list[TokenSpec], words: list[str]) -> None:
    text = document("x.txt", " ".join(words))
    search, sequence = Search(text), Sequence(tuple(specs), SharedTests(trusted=True))
    everywhere = matches(search, text, sequence, list(range(len(text.tokens))))
    assert matches(search, text, sequence, list(members(search.starts(sequence)))) == everywhere
    assert matches(search, text, sequence, list(search.places(sequence))) == everywhere


@pytest.mark.parametrize("tagged", [True, False])
def test_words_alone_decide_without_a_look_at_places(tagged: bool) -> None:
    text = document("x.txt", "The old bridge and the new bridge. The old one was the old bridge.")
    old_bridge = Sequence(
        tuple(TokenSpec(lower=frozenset({word})) for word in ("old", "bridge")), SharedTests(trusted=True)
    )
    assert list(members(Search(text, tagged=tagged).starts(old_bridge))) == [1, 13]
