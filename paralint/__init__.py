"""paralint: a linter for machine-paraphrased articles."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the command starts with this module: it imports nothing that it may not need
    from paralint.engine.linter import Linter
    from paralint.findings import Finding

__version__ = "0.1.0"


def lint(text: str, path: str = "text.txt") -> list[Finding]:
    """Return what the default rules find in ``text``, in order of place.

    ``path`` need not exist: its ending says how the text is read (Markdown, HTML, else plain text). Spans are
    code-point offsets into ``text``, the end exclusive. No failure of a rule is raised: it is a finding (``PLT``).
    """
    from paralint.text.read import document

    return _linter().lint(document(path, text))


@lru_cache(maxsize=1)
def _linter() -> Linter:
    from paralint.engine.linter import Linter
    from paralint.ruleset.load import builtin
    from paralint.ruleset.select import select

    return Linter(select(builtin().rules))
