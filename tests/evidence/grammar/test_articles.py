from __future__ import annotations

import pytest

from paralint.data import DataError
from paralint.evidence.grammar.articles import DESCRIBED, HEADER, bare_count_nouns, bare_nouns, decode, encode, place
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "noun", "key", "determined"),
    [
        ("He sat in the hall.", 4, "in", True),
        ("He sat in hall.", 3, "in", False),
        ("He sat in large hall.", 4, DESCRIBED, False),
        ("He left large hall early.", 3, DESCRIBED, False),
    ],
)
def test_where_a_noun_stands(text: str, noun: int, key: str, determined: bool) -> None:
    read = document("text.txt", text)
    found = place(read, noun, 0, len(read.tokens))
    assert found is not None
    assert (found.key, found.determined) == (key, determined)


@pytest.mark.parametrize("text", ["He sat in hall number two.", "The hall was old.", "It was last hall of it."])
def test_no_place_for_a_noun(text: str) -> None:
    read = document("text.txt", text)
    noun = next(at for at in range(len(read.tokens)) if read.tokens.word(at).lower == "hall")
    assert place(read, noun, 0, len(read.tokens)) is None


def test_bare_nouns_are_found() -> None:
    read = document("text.txt", "He waited at gym and came by car at end of May, then went to bed.")
    assert sorted(read.tokens.word(each.noun).form for each in bare_nouns(read)) == ["end", "gym"]


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("Suspect was held near the sea.", ["Suspect"]),
        ("New bridge will open in May.", ["bridge"]),
        ("He said bridge was shut.", ["bridge"]),
        ("They opened restaurant near it.", ["restaurant"]),
        ("He has bought yacht in Oslo.", ["yacht"]),
        ("He is lawyer in Oslo.", ["lawyer"]),
        ("He was hit by car in May.", ["car"]),
        ("They walked to old museum.", ["museum"]),
        ("They sell rusty pumps and old ladder.", ["ladder"]),
        ("It was replaced by statue in May.", ["statue"]),
    ],
)
def test_count_nouns_are_bare_nowhere(text: str, nouns: list[str]) -> None:
    read = document("text.txt", text)
    assert [read.tokens.word(each.noun).form for each in bare_count_nouns(read)] == nouns


@pytest.mark.parametrize(
    "text",
    [
        "He came by car in May.",
        "Suspect held near the sea",
        "It is a kind of bridge.",
        "They had to bridge the gap.",
        "They ran from bridge to bridge.",
        "He told lawyer Ola Berg of it.",
        "They bought car parts in Oslo.",
        "It was shown on camera in May.",
        "The walls and roof were new.",
        "The list was sorted by village.",
        "Every day of boycott cost them more.",
        "It is Swahili for tortoise.",
        "Next bridge was new, he said.",
    ],
)
def test_what_may_be_bare(text: str) -> None:
    assert not list(bare_count_nouns(document("text.txt", text)))


def test_a_table_is_read_as_it_was_written() -> None:
    nouns = {"gym": frozenset({"at", DESCRIBED}), "front": frozenset({"to"})}
    assert decode(encode(nouns)) == nouns


@pytest.mark.parametrize("content", ["", "gym at\n", HEADER + "gym at"])
def test_a_damaged_table_is_told(content: str) -> None:
    with pytest.raises(DataError):
        decode(content)
