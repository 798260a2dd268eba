from __future__ import annotations

from paralint.text.memo import Memo


def test_a_value_is_computed_once() -> None:
    asked: list[str] = []

    def length(text: str) -> int:
        asked.append(text)
        return len(text)

    memo = Memo(length, 10)
    assert [memo["one"], memo["three"], memo["one"]] == [3, 5, 3]
    assert asked == ["one", "three"]


def test_it_stays_small() -> None:
    memo = Memo(len, 10)
    assert [memo["x" * size] for size in range(1000)] == list(range(1000))
    assert len(memo) <= 10
    assert all(len(key) <= 64 for key in memo)
