"""Long texts are read in parts: each word is told once, behind some of what stands before it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paralint.engine.language_model.errors import LanguageModelError
from paralint.engine.language_model.reading import Reader, parts
from paralint.text.read import document
from tests.engine.language_model.conftest import NOT, PERHAPS, SIZES, SURELY

WORDS = st.lists(st.tuples(st.integers(1, 4), st.booleans()), max_size=60)


@given(WORDS, st.integers(5, 30))
def test_each_word_is_told_once(words: list[tuple[int, bool]], size: int) -> None:
    lengths, opens = [length for length, _ in words], [opens for _, opens in words]
    found = list(parts(lengths, opens, size))
    assert [number for part in found for number in range(part.told, part.last)] == list(range(len(words)))
    for part in found:
        assert sum(lengths[part.first : part.last]) <= size
        assert sum(lengths[part.first : part.told]) <= size // 4
        assert part.first == part.told or opens[part.first]
        if part.last < len(words) and any(opens[part.told + 1 : part.last + 1]):
            assert opens[part.last]


@pytest.mark.usefixtures("added")
def test_odds_of_tokens(tiny: Path) -> None:
    text = document("x.txt", "He can zxil it, and the “zzap” of 12 jjons: zzzzz.\n")
    found = Reader(str(tiny)).read(text)
    assert list(found) == ["grammar", "phrase", "name", "contradiction", "quote"]
    words = {text.lowers[at]: odds for at, odds in enumerate(found["grammar"])}
    assert words["can"] == pytest.approx(NOT, abs=1)
    assert words["zxil"] == pytest.approx(PERHAPS, abs=1)
    assert words["zzap"] == words["zzzzz"] == pytest.approx(SURELY, abs=1)
    assert words["12"] == words[","] == -20
    assert found["name"][text.lowers.index("jjons")] == pytest.approx(SURELY, abs=1)


@pytest.mark.usefixtures("added")
def test_a_long_text(tiny: Path) -> None:
    text = document("x.txt", "It is well. The zzap is not. " * SIZES.window)
    found = Reader(str(tiny)).read(text)["grammar"]
    assert [text.lowers[at] for at, odds in enumerate(found) if odds > 0] == ["zzap"] * SIZES.window
    assert -20 not in (odds for at, odds in enumerate(found) if text.lowers[at].isalpha())


@pytest.mark.usefixtures("added")
def test_another_vocabulary(tiny: Path, tmp_path: Path) -> None:
    (tmp_path / "m.safetensors").symlink_to(tiny)
    (tmp_path / "vocab.txt").write_text("a\nb\n")
    with pytest.raises(LanguageModelError, match=r"the vocabulary beside .*m\.safetensors has no '\[CLS\]'"):
        Reader(str(tmp_path / "m.safetensors"))
