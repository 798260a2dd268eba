from __future__ import annotations

from collections.abc import Callable

import pytest

Find = Callable[..., list[tuple[str, str]]]


def test_too_many_in_a_sentence(find_vale: Find) -> None:
    rule = "extends: occurrence\nmessage: '%s words'\nscope: sentence\nmax: 3\ntoken: '\\b\\w+\\b'\n"
    assert find_vale(rule, "One two three. One two three four. # five") == [("One", "4 words")]


def test_too_few_in_the_file(find_vale: Find) -> None:
    rule = "extends: occurrence\nmessage: '%s links'\nscope: raw\nmin: 1\ntoken: 'https?://'\n"
    assert find_vale(rule, "No link.") == [("", "0 links")]
    assert find_vale(rule, "See https://example.org.") == []


def test_all_prose_at_once(find_vale: Find) -> None:
    rule = "extends: occurrence\nmessage: '%s times'\nscope: summary\nmax: 2\nignorecase: true\ntoken: very\n"
    assert find_vale(rule, "# Very\n\nA very *old* one.\n\nVery, very.\n") == [("very", "3 times")]


@pytest.mark.parametrize(("limit", "expected"), [("max: 1", ["a"]), ("min: 3", ["a"]), ("max: 2", [])])
def test_in_our_own_dialect(find: Callable[..., list[str]], limit: str, expected: list[str]) -> None:
    rule = f"extends: occurrence\ntoken: a\n{limit}\nmessage: \"'{{match}}' {{count}} times\"\n"
    assert find(rule, "a b a b.") == expected
