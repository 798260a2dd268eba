from __future__ import annotations

from collections.abc import Callable

import pytest

from paralint.findings import Finding

Find = Callable[..., list[tuple[str, str]]]
HEAD = "extends: capitalization\nmessage: \"'%s' should be '%s'\"\nscope: heading\n"


@pytest.mark.parametrize(
    ("heading", "right"),
    [
        ("This is a heading", True),
        ("This is a Heading", False),
        ("this is a heading of words", False),
        ("Using gRPC with JSON data", True),
        ("First steps: Modern things", True),
        ("First steps: modern things", False),
        ("8. Do step eight", True),
        ("Working with Introduction", True),  # it holds the exception "I"
    ],
)
def test_sentence_case(find_vale: Find, heading: str, right: bool) -> None:
    rule = HEAD + "match: $sentence\nindicators: [':']\nexceptions: [JSON, gRPC, I]\n"
    assert (find_vale(rule, f"# {heading}\n") == []) is right


@pytest.mark.parametrize(
    ("style", "heading", "right"),
    [
        ("AP", "The Lord of the Rings", True),
        ("AP", "The Lord Of The Rings Again", False),
        ("AP", "A Walk Between Two Old Walls", True),
        ("Chicago", "A Walk between Two Walls", True),
        ("AP", "NATO and the EU", True),
        ("AP", "Things to look for", False),
    ],
)
def test_title_case(find_vale: Find, style: str, heading: str, right: bool) -> None:
    rule = HEAD + f"match: $title\nstyle: {style}\nthreshold: 0.9\n"
    assert (find_vale(rule, f"# {heading}\n") == []) is right


def test_lower_upper_and_a_regex(find_vale: Find) -> None:
    assert find_vale(HEAD + "match: $lower\n", "# Ab c\n") == [("Ab c", "'Ab c' should be 'ab c'")]
    assert find_vale(HEAD + "match: $upper\n", "# AB\n") == []
    assert find_vale(HEAD + "match: '^[A-Z]'\n", "# ab\n") == [("ab", "'ab' should be '^[A-Z]'")]


def test_a_prefix_does_not_count(find_vale: Find) -> None:
    rule = HEAD + "match: $sentence\nprefix: 'RFC \\d+: '\nthreshold: 1\n"
    assert find_vale(rule, "# RFC 12: A new way\n") == []


def test_the_style_is_the_fix(lint_vale: Callable[..., list[Finding]]) -> None:
    rule = HEAD + "match: $sentence\naction: {name: replace}\n"
    (finding,) = lint_vale(rule, "# A New Heading\n")
    assert finding.fix is not None
    assert finding.fix.edits[0].content == "A new heading"


def test_in_our_own_dialect(find: Callable[..., list[str]]) -> None:
    rule = "extends: capitalization\nscope: [heading]\nmatch: $lower\nmessage: \"'{match}' for '{expected}'\"\n"
    assert find(rule, "# Ab\n\nCd\n", "x.md") == ["Ab"]
