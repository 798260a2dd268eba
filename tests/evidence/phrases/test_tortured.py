from __future__ import annotations

from collections.abc import Iterator

import pytest

from paralint.data import DataError, read
from paralint.evidence.phrases import tortured as module
from paralint.evidence.phrases.tortured import FILE, HEADER, encode, tortured
from paralint.text.read import document


@pytest.fixture
def listed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    rows = {"gerbil": ["gerbil of hope", "ray of light", "gerbil of hope and glory", "sunrise"]}
    monkeypatch.setattr(module, "read", lambda name: encode(rows))
    module._list.cache_clear()
    module._phrases.cache_clear()
    yield
    module._list.cache_clear()
    module._phrases.cache_clear()


@pytest.mark.usefixtures("listed")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A Gerbil of hope.", ["ray of light"]),
        ("A gerbil of hope and glory, a gerbil of hope.", ["sunrise", "ray of light"]),
        ("A gerbil of\n\nhope.", []),
        ("Hope of a gerbil", []),
    ],
)
def test_the_longest_phrase_within_one_block(text: str, expected: list[str]) -> None:
    assert [term for _, term in tortured(document("x.txt", text))] == expected


@pytest.mark.parametrize("content", [b"", b"gerbil\ta\tb\n", HEADER.encode() + b"gerbil\ngerbil\ta"])
def test_a_damaged_list_is_refused(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr(module, "read", lambda name: content)
    module._list.cache_clear()
    with pytest.raises(DataError, match=r"tortured\.txt"):
        list(tortured(document("x.txt", "A gerbil of hope.")))
    module._list.cache_clear()


def test_the_packaged_list() -> None:
    found = list(tortured(document("x.txt", "A study of counterfeit consciousness in robots.")))
    assert [term for _, term in found] == ["artificial intelligence"]


def test_no_term_stands_for_itself() -> None:
    rows = read(FILE).decode().splitlines()[2:]
    fields = [row.split("\t")[1:] for row in rows]
    pairs = [pair for each in fields for pair in zip(each[::2], each[1::2], strict=True)]
    assert len(pairs) > 7000
    assert not [phrase for phrase, term in pairs if phrase == term.lower()]
