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
