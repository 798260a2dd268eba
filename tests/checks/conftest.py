from __future__ import annotations

from collections.abc import Callable

import pytest

from paralint.engine.linter import Linter
from paralint.findings import Finding
from paralint.ruleset.problems import Problem
from paralint.ruleset.tree import parse
from paralint.ruleset.vale.dialect import decode_vale
from paralint.text.read import document


@pytest.fixture
def lint_vale() -> Callable[..., list[Finding]]:
    """Lint a text with one rule in Vale's dialect, ``Style.Rule``."""

    def lint(rule: str, text: str, path: str = "x.md") -> list[Finding]:
        problems: list[Problem] = []
        decoded = decode_vale(parse(rule, "Style/Rule.yml"), problems)
        assert decoded is not None, "\n".join(map(str, problems))
        return Linter([decoded]).lint(document(path, text))

    return lint


@pytest.fixture
def find_vale(lint_vale: Callable[..., list[Finding]]) -> Callable[..., list[tuple[str, str]]]:
    """Lint a text with one rule in Vale's dialect; return what is quoted, and the message."""

    def found(rule: str, text: str, path: str = "x.md") -> list[tuple[str, str]]:
        return [(text[f.span.start : f.span.end], f.message) for f in lint_vale(rule, text, path)]

    return found
