from __future__ import annotations

from collections.abc import Callable

import pytest
from support import findings_of


@pytest.fixture
def find() -> Callable[..., list[str]]:
    """Lint a text with one rule; return what its findings quote."""

    def found(rule: str, text: str, path: str = "x.txt") -> list[str]:
        return [text[finding.span.start : finding.span.end] for finding in findings_of(rule, text, path)]

    return found
