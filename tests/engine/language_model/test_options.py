from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from paralint.engine.language_model.options import model_of


@pytest.mark.parametrize(
    ("value", "model"),
    [
        ("installed", "installed"),
        (" Installed ", "installed"),
        ("false", None),
        ("off", None),
        ("model.safetensors", "/etc/paralint/model.safetensors"),
        ("models/A model.SAFETENSORS", "/etc/paralint/models/A model.SAFETENSORS"),
        ("/models/m.safetensors", "/models/m.safetensors"),
    ],
)
def test_models(value: str, model: str | None) -> None:
    found = model_of(value, Path("/etc/paralint"))
    assert found == (model if model in ("installed", None) else str(Path(model or "")))


def test_a_model_at_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert model_of("~/m.safetensors", Path("elsewhere")) == str(tmp_path / "m.safetensors")


@pytest.mark.parametrize(
    "value", ["", "true", "instaled", "all-mpnet-base-v2", "model.bin", "https://example.org/model"]
)
def test_what_is_no_model(value: str) -> None:
    with pytest.raises(ValueError, match=r"'language-model' is installed, false or the path of a \.safetensors file"):
        model_of(value, Path())


def test_the_layer_costs_nothing_where_it_is_off() -> None:
    program = (
        "import sys, paralint.cli.main, paralint.engine.runner, paralint.engine.settings;"
        "print([name for name in ('numpy', 'threadpoolctl') if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
