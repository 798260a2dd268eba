from __future__ import annotations

from collections.abc import Callable

from paralint.findings import Edit, Finding, Span

Find = Callable[..., list[tuple[str, str]]]


def test_tokens_stand_between_edges_of_words(find_vale: Find) -> None:
    rule = "extends: existence\nmessage: \"no '%s'\"\nignorecase: true\ntokens: [very, 'don', ', so to speak']\n"
    text = "Very every. I don't, so to speak."
    assert find_vale(rule, text) == [
        ("Very", "no 'Very'"),
        ("don", "no 'don'"),
        (", so to speak", "no ', so to speak'"),
    ]


def test_without_edges_a_token_matches_inside_words(find_vale: Find) -> None:
    rule = "extends: existence\nmessage: x\nnonword: true\ntokens: ['\\.\\.\\.', ver]\n"
    assert [quote for quote, _ in find_vale(rule, "Very every...")] == ["ver", "..."]


def test_raw_parts_are_joined_before_the_tokens(find_vale: Find) -> None:
    rule = "extends: existence\nmessage: x\nraw: ['\\b(is|was)', '\\b\\s*']\ntokens: ['\\w+ed', done]\n"
    text = "It is linked, was done, is red; basis tested."
    assert [quote for quote, _ in find_vale(rule, text)] == ["is linked", "was done", "is red"]


def test_raw_parts_may_stand_behind_the_tokens(find_vale: Find) -> None:
    rule = "extends: existence\nmessage: x\nappend: true\nraw: ['\\s+up']\ntokens: [look, stand]\n"
    assert [quote for quote, _ in find_vale(rule, "Please look up and stand by.")] == ["look up"]


def test_exceptions_are_searched_with_case(find_vale: Find) -> None:
    rule = "extends: existence\nmessage: x\nignorecase: true\ntokens: ['\\w+ card']\nexceptions: [SIM, '(?i)id']\n"
    text = "A SIM card, a Sim card, an Id card."
    assert [quote for quote, _ in find_vale(rule, text)] == ["Sim card"]


def test_inline_code_is_not_prose(find_vale: Find) -> None:
    rule = "extends: existence\nmessage: x\ntokens: [very]\n"
    assert find_vale(rule, "Call `very` now.") == []


def test_a_line_break_is_one_again(find_vale: Find) -> None:
    rule = "extends: existence\nmessage: x\nnonword: true\ntokens: ['\\(.+\\)', '^But']\n"
    text = "One (two\nthree) four.\nBut five (six)."
    assert [quote for quote, _ in find_vale(rule, text)] == ["But", "(six)"]


def test_scopes_choose_passages(lint_vale: Callable[..., list[Finding]]) -> None:
    text = "# Very\n\nVery. It is; very.\n\n- very\n"
    rule = "extends: existence\nmessage: x\nignorecase: true\ntokens: ['very']\nscope: %s\n"

    def lines(scope: str) -> list[int]:
        return [text.count("\n", 0, finding.span.start) + 1 for finding in lint_vale(rule % scope, text)]

    assert lines("text") == [1, 3, 3, 5]
    assert lines("heading") == [1]
    assert lines("heading.h2") == []
    assert lines("'~heading'") == [3, 3, 5]
    assert lines("[list, heading.h1]") == [1, 5]
    assert lines("paragraph") == [3, 3]
    assert lines("sentence") == [3, 3]
    assert lines("text & ~list") == [1, 3, 3]
    assert lines("raw") == [1, 3, 3, 5]


def test_actions_are_fixes(lint_vale: Callable[..., list[Finding]]) -> None:
    def edits(action: str, token: str, text: str) -> tuple[Edit, ...]:
        rule = f"extends: existence\nmessage: x\nnonword: true\ntokens: ['{token}']\naction: {action}\n"
        (finding,) = lint_vale(rule, text)
        return finding.fix.edits if finding.fix else ()

    assert edits("{name: remove}", "very ", "a very b") == (Edit(Span(2, 7), ""),)
    assert edits("{name: replace, params: [URL, address]}", "URL", "a URL") == ()
    assert edits("{name: edit, params: [trim_right, '!']}", "[a-z]+!", "cool!") == (Edit(Span(0, 5), "cool"),)
    assert edits("{name: edit, params: [regex, '-', ' ']}", "a-b", "a-b") == (Edit(Span(0, 3), "a b"),)
    assert edits("{name: edit, params: [regex, '(a)-(b)', '$2$1']}", "a-b", "a-b") == (Edit(Span(0, 3), "ba"),)
    assert edits("{name: edit, params: [split, ' ', '1']}", "ATM machine", "ATM machine") == (
        Edit(Span(0, 11), "machine"),
    )
    assert edits("{name: edit, params: [truncate, ' ']}", "the the", "the the") == (Edit(Span(0, 7), "the"),)
    assert edits("{name: convert, params: [simple]}", "fooBar_baz", "fooBar_baz") == (Edit(Span(0, 10), "foo bar baz"),)


def test_a_limit_stops_the_findings_of_a_file(find_vale: Find) -> None:
    rule = "extends: existence\nmessage: x\nlimit: 2\ntokens: [a, b]\n"
    assert len(find_vale(rule, "a b a b")) == 2
