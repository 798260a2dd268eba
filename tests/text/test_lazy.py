from __future__ import annotations

import re

import pytest

from paralint.text.lazy import pattern


def test_a_lazy_pattern_behaves_like_a_compiled_one() -> None:
    lazy, compiled = pattern("(a)(?P<rest>b*)", re.IGNORECASE), re.compile("(a)(?P<rest>b*)", re.IGNORECASE)
    text = "xABb ab"
    for _ in range(2):
        assert [match.groups() for match in lazy.finditer(text)] == [
            match.groups() for match in compiled.finditer(text)
        ]
        found = lazy.search(text, 1, 3)
        assert found is not None
        assert found.span("rest") == (2, 3)
    assert lazy.sub("-", text) == compiled.sub("-", text)
    assert (lazy.pattern, lazy.flags, lazy.groups) == (compiled.pattern, compiled.flags, compiled.groups)


def test_nothing_is_compiled_before_it_is_used() -> None:
    bad = pattern("(")
    with pytest.raises(re.error):
        bad.match("")


def test_a_pattern_that_asks_for_words_is_compiled_where_one_of_them_stands() -> None:
    bad = pattern("(", words=frozenset({"said", "told"}))
    assert (bad.search("He saids."), bad.match("Told"), bad.fullmatch("said", 1), list(bad.finditer("untold"))) == (
        None,
        None,
        None,
        [],
    )
    for method in (bad.search, bad.match, bad.fullmatch, bad.finditer):
        with pytest.raises(re.error):
            method("He said, no")


def test_a_pattern_that_asks_for_words_finds_what_a_compiled_one_does() -> None:
    asking, compiled = pattern(r"\b(said|told)\b", words=frozenset({"said", "told"})), re.compile(r"\b(said|told)\b")
    for text in ("untold", "told by him", "he said", "she told and said"):
        assert [match.span() for match in asking.finditer(text)] == [match.span() for match in compiled.finditer(text)]
        assert bool(asking.search(text)) == bool(compiled.search(text))
        assert bool(asking.match(text, 3)) == bool(compiled.match(text, 3))


def test_a_long_text_is_not_looked_through_at_each_of_its_places() -> None:
    bad, text = pattern("(", words=frozenset({"said"})), "x " * 5_000
    assert bad.match(text, 9_000) is None
    with pytest.raises(re.error):
        bad.match(text, 0)
