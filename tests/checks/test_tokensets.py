from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from paralint.checks.tokensets import TokenSets, members
from paralint.text.read import document

TEXT = "The harbour was closed. The boats, the crews and The Pilot had left by then."


@given(st.sets(st.integers(0, 500)))
def test_members_are_the_bits_in_order(tokens: set[int]) -> None:
    assert list(members(sum(1 << token for token in tokens))) == sorted(tokens)


def test_sets_of_words_and_tags_are_those_of_the_document() -> None:
    text = document("x.txt", TEXT)
    sets = TokenSets(text)
    lowers = [text.tokens.word(token).lower for token in range(len(text.tokens))]
    for words in ({"the"}, {"the", "boats", "nowhere"}, {"nowhere"}):
        expected = [token for token, lower in enumerate(lowers) if lower in words]
        assert list(members(sets.of_words[frozenset(words)])) == expected
    for tags in ({"DT"}, {"NNS", "VBD"}, {"XX"}):
        expected = [token for token, tag in enumerate(text.tags) if tag in tags]
        assert list(members(sets.of_tags[frozenset(tags)])) == expected
    capitals = [token for token in range(len(text.tokens)) if text.tokens.word(token).capital]
    assert list(members(sets.of_forms(frozenset(form for form in sets.forms if form.istitle())))) == capitals


def test_inner_tokens_do_not_begin_a_sentence() -> None:
    text = document("x.txt", TEXT)
    inner = list(members(TokenSets(text).inner))
    assert inner == [token for token in range(len(text.tokens)) if token not in text.tokens.sentences]


def test_an_empty_document_has_only_empty_sets() -> None:
    sets = TokenSets(document("x.txt", ""))
    assert sets.every == sets.inner == sets.of_words[frozenset({"a"})] == sets.of_tags[frozenset({"NN"})] == 0
