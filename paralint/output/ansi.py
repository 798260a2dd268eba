"""Colours of a terminal, by SGR parameters (ECMA-48, 8.3.117)."""

from __future__ import annotations

from paralint.findings import Severity

BOLD = "1"
BLUE = "1;34"
GREEN = "1;32"
SEVERITY = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;36"}


def painted(text: str, style: str, color: bool) -> str:
    """Return ``text`` in ``style`` where ``color`` is wanted and there is something to see, else as it is."""
    return f"\x1b[{style}m{text}\x1b[0m" if color and style and text else text
