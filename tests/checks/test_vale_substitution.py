from __future__ import annotations

from collections.abc import Callable

from paralint.findings import Finding

Find = Callable[..., list[tuple[str, str]]]
HEAD = "extends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\n"


def test_long_keys_come_first(find_vale: Find) -> None:
    rule = HEAD + "swap: {cell: box, cell phone: phone}\n"
    assert find_vale(rule, "a cell phone") == [("cell phone", "Use 'phone' instead of 'cell phone'.")]


def test_what_is_right_already_is_no_finding(find_vale: Find) -> None:
    rule = HEAD + "ignorecase: true\nswap: {java ?script: JavaScript, 'e-?mail': 'e?-mail|email'}\n"
    assert [quote for quote, _ in find_vale(rule, "JavaScript, javascript")] == ["javascript"]


def test_several_replacements_are_listed(find_vale: Find) -> None:
    rule = HEAD + "action: {name: replace}\nswap: {kill: stop|exit|end, mankind: humanity|people}\n"
    assert [message for _, message in find_vale(rule, "kill mankind")] == [
        "Use 'stop', 'exit', or 'end' instead of 'kill'.",
        "Use 'humanity' or 'people' instead of 'mankind'.",
    ]


def test_the_first_word_of_a_sentence_keeps_its_capital(lint_vale: Callable[..., list[Finding]]) -> None:
    rule = HEAD + "ignorecase: true\naction: {name: replace}\nswap: {is not: isn't, macos: macOS}\n"
    first, second = lint_vale(rule, "Is not Macos good?")
    assert first.fix is not None
    assert first.fix.edits[0].content == "Isn't"
    assert second.fix is not None
    assert second.fix.edits[0].content == "macOS"


def test_a_replacement_may_refer_to_groups(find_vale: Find) -> None:
    rule = HEAD + "swap: {'(\\w+) of all': 'every $1'}\n"
    assert find_vale(rule, "best of all") == [("best of all", "Use 'every best' instead of 'best of all'.")]


def test_a_capital_on_request(find_vale: Find) -> None:
    rule = HEAD + "ignorecase: true\ncapitalize: true\nswap: {utilise: use}\n"
    assert [message for _, message in find_vale(rule, "Utilise it.")] == ["Use 'Use' instead of 'Utilise'."]


def test_exceptions(find_vale: Find) -> None:
    rule = HEAD + "swap: {'\\w+ client': customer}\nexceptions: [mail client]\n"
    assert [quote for quote, _ in find_vale(rule, "a mail client, a new client")] == ["new client"]
