"""What the layer may be told: which model reads along."""

from __future__ import annotations

import os
from pathlib import Path

INSTALLED = "installed"
SUFFIX = ".safetensors"
_OFF = ("false", "off", "no")


def model_of(value: str, folder: Path) -> str | None:
    """Read the value of the setting ``language-model``.

    Args:
        folder: what a relative path is relative to.

    Returns:
        ``installed``, the path of a file, or None: the layer is off.

    Raises:
        ValueError: for anything but ``installed``, ``false`` and a path that ends in ``.safetensors``.
    """
    value = value.strip()
    if value.lower() == INSTALLED:
        return INSTALLED
    if value.lower() in _OFF:
        return None
    if not value.lower().endswith(SUFFIX):
        raise ValueError(f"'language-model' is installed, false or the path of a {SUFFIX} file, found '{value}'")
    return str(folder / os.path.expanduser(value))
