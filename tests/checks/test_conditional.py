from __future__ import annotations

from collections.abc import Callable

Find = Callable[..., list[tuple[str, str]]]
RULE = """\
extends: conditional
message: "'%s' has no definition."
first: '\\b([A-Z]{3,5})\\b'
second: '(?:\\b[A-Z][a-z]+ )+\\(([A-Z]{3,5})\\)'
exceptions: [FAQ]
"""


def test_what_has_been_introduced_may_be_used(find_vale: Find) -> None:
    text = "The DAFB and a FAQ.\n\nThe World Health Organization (WHO) met. WHO said so.\n\nThe WHO again, `ABC`.\n"
    assert find_vale(RULE, text) == [("DAFB", "'DAFB' has no definition.")]


def test_an_introduction_counts_from_its_paragraph_on(find_vale: Find) -> None:
    text = "WHO met.\n\nIt is the WHO, the World Health Organization (WHO).\n"
    assert [quote for quote, _ in find_vale(RULE, text)] == ["WHO"]


def test_in_our_own_dialect(find: Callable[..., list[str]]) -> None:
    rule = "extends: conditional\nfirst: '\\b[A-Z]{3}\\b'\nsecond: '\\(([A-Z]{3})\\)'\nmessage: \"'{match}'\"\n"
    assert find(rule, "The Union (UNO) and the UNO, the ABC.") == ["ABC"]
