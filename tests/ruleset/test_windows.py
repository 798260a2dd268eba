from __future__ import annotations

import json

import pytest

from paralint.ruleset.windows import ANYTHING, Place, Window, WindowIndex, written

HAS = Place(frozenset({"has", "had"}))
PARTICIPLE = Place(tags=frozenset({"VBN"}))
NOUN_OR_IT = Place(frozenset({"it"}), frozenset({"NN"}), either=True)
THE_NOUN = Place(frozenset({"talks"}), frozenset({"NNS"}))
WINDOWS: list[Window] = [
    (HAS, PARTICIPLE, ANYTHING),
    (HAS, NOUN_OR_IT, ANYTHING),
    (THE_NOUN, ANYTHING, ANYTHING),
    (PARTICIPLE, NOUN_OR_IT, HAS),
]


def indexes() -> list[WindowIndex]:
    """The same windows, as a run makes an index of them and as it reads one."""
    data, words = written(WINDOWS)
    json.loads(words)
    return [WindowIndex.of(WINDOWS), WindowIndex.read(data.encode(), words.encode())]


def opened(text: str, tags: str) -> list[set[int]]:
    found = [index.open(text.split(), tags.split()) for index in indexes()]
    return [{number for number in range(len(WINDOWS)) if bits >> number & 1} for bits in found]


@pytest.mark.parametrize(
    ("text", "tags", "expected"),
    [
        ("", "", set()),
        ("she has gone", "PRP VBZ VBN", {0}),
        ("she has", "PRP VBZ", set()),  # the second place is not there
        ("has she gone", "VBZ PRP VBN", set()),
        ("she had it", "PRP VBD PRP", {1}),
        ("she had lunch", "PRP VBD NN", {1}),
        ("she had lunches", "PRP VBD NNS", set()),
        ("talks", "NNS", {2}),  # behind the end anything may stand
        ("talks", "VBZ", set()),
        ("seen it had", "VBN PRP VBD", {3}),
        ("seen it has gone", "VBN PRP VBZ VBN", {0, 3}),
        ("it had", "XX XX", set()),  # a tag that no window names
    ],
)
def test_windows_open_where_neighbours_fit(text: str, tags: str, expected: set[int]) -> None:
    assert opened(text, tags) == [expected] * 2


def test_without_tags_words_decide() -> None:
    assert opened("talks had lunch", "") == [{0, 1, 2}] * 2
    assert opened("she went", "") == [set()] * 2


def test_named_windows_have_their_words_somewhere() -> None:
    for index in indexes():
        assert index.named(["talks", "about"]) == 0b100
        assert index.named(["lunch", "had"]) == 0b1011
        assert index.tagged == 0b1111


def test_a_long_word_is_judged_like_others() -> None:
    index = WindowIndex.of([(PARTICIPLE, HAS, ANYTHING)])
    assert index.open(["x" * 1000, "had"], ["VBN", "VBD"]) == 1
    assert index.open(["x" * 1000, "had"], ["NN", "VBD"]) == 0


def test_there_may_be_no_windows() -> None:
    data, words = written([])
    assert WindowIndex.read(data.encode(), words.encode()).open(["a"], ["DT"]) == 0
