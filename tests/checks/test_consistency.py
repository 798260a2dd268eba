from __future__ import annotations

from collections.abc import Callable

from paralint.findings import Finding

RULE = (
    "extends: consistency\nmessage: \"Inconsistent '%s'.\"\nignorecase: true\neither: {colour: color, centre: center}\n"
)


def test_the_later_of_two_is_reported_with_the_earlier(lint_vale: Callable[..., list[Finding]]) -> None:
    text = "A colour.\n\nA color, a centre.\n\nColour again.\n"
    findings = lint_vale(RULE, text)
    assert [text[f.span.start : f.span.end] for f in findings] == ["color", "Colour"]
    assert [text[f.related[0].span.start : f.related[0].span.end] for f in findings] == ["colour", "color"]


def test_one_way_alone_is_consistent(lint_vale: Callable[..., list[Finding]]) -> None:
    assert lint_vale(RULE, "Colour, colour, center.") == []


def test_in_our_own_dialect(find: Callable[..., list[str]]) -> None:
    rule = "extends: consistency\neither: {grey: gray}\nmessage: \"'{match}' beside '{other}'\"\n"
    assert find(rule, "A grey cat.\n\nA gray dog.\n") == ["gray"]
