from __future__ import annotations

from collections.abc import Callable

import pytest

Find = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        ("extends: existence\ntokens: [foo]", "foo Foo food foo", ["foo", "foo"]),
        ("extends: existence\nignorecase: true\ntokens: [foo]", "foo Foo food", ["foo", "Foo"]),
        (
            "extends: existence\ntokens: [in the end]",
            "In the end, in  the\nend it ended in the endless",
            ["in  the\nend"],
        ),
        ("extends: existence\ntokens: [in case, in case of]", "in case of fire", ["in case of"]),
        ("extends: existence\ntokens: [fo+]", "foo fooo food", ["foo", "fooo"]),
        ("extends: existence\nnonword: true\ntokens: ['\\s,']", "a , b,c", [" ,"]),
        ("extends: existence\nraw: ['\\bco', 'lou?r\\b']", "color colour colors", ["color", "colour"]),
        ("extends: existence\ntokens: [foo.*]\nexceptions: [bar]", "foo bar\n\nfoo baz", ["foo baz"]),
        ("extends: existence\ntokens: [don't]", "don’t and don't", ["don’t", "don't"]),
    ],
)
def test_finds(find: Find, rule: str, text: str, expected: list[str]) -> None:
    assert find(rule, text) == expected


def test_a_phrase_does_not_reach_over_blocks(find: Find) -> None:
    assert find("extends: existence\ntokens: [in the end]", "It was in\n\nthe end.") == []


def test_scope_limits_the_blocks(find: Find) -> None:
    text = "# foo and bar\n\nfoo and bar\n"
    rule = "extends: existence\ntokens: [foo, b.r]\nscope: "
    assert find(rule + "heading", text, "x.md") == ["foo", "bar"]
    assert find(rule + "~heading", "# foo\n\nbar\n", "x.md") == ["bar"]


def test_a_match_through_markup_quotes_the_source(find: Find) -> None:
    assert find("extends: existence\ntokens: [in the end]", "It is in **the** end.", "x.md") == ["in **the** end"]
    assert find("extends: existence\ntokens: ['don.t']", "<p>I don&rsquo;t.</p>", "x.html") == ["don&rsquo;t"]
