"""What several test modules share: a whole rule to change, and rules made from the part a test cares about."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

from paralint.cli.main import main
from paralint.engine.linter import Linter
from paralint.evidence.grammar.slip import Slip
from paralint.findings import Finding
from paralint.ruleset.problems import Problem
from paralint.ruleset.rule import Rule, decode
from paralint.ruleset.tree import parse
from paralint.text.document import Document
from paralint.text.read import document

ROOT = Path(__file__).parents[1]

WHOLE_RULE = """\
paralint: 1
code: XYZ001
name: bad-word
summary: A word that should not stand here
severity: warning
confidence: medium
extends: existence
ignorecase: true
tokens: [foo, 'ba[rz]']
message: "no '{match}' here"
fix: {replace: ok, safety: safe}
why: It is bad.
examples:
  - {bad: "A [[foo]] stands.", fix: "A ok stands."}
  - {bad: "A [[bar]], a [[baz]]."}
  - {good: "A food stands.", why: a longer word}
  - {good: "Nothing."}
"""

HEADER = """\
code: XYZ001
name: test-rule
summary: A rule of a test
why: It is a test.
examples:
  - {bad: "[[x]]"}
  - {bad: "[[y]]"}
  - {good: a, why: near}
  - {good: b}
"""


def make_rule(text: str, *, code: str = "XYZ001", name: str = "test-rule") -> Rule:
    """Read a rule from the part of it that a test cares about."""
    problems: list[Problem] = []
    header = HEADER.replace("XYZ001", code).replace("test-rule", name)
    message = "" if "message:" in text else "message: \"'{match}'\"\n"
    rule = decode(parse(header + message + text, f"{code}.yml"), problems)
    assert rule is not None, "\n".join(map(str, problems))
    return rule


def findings_of(rule: str, text: str, path: str = "x.txt") -> list[Finding]:
    return Linter([make_rule(rule)]).lint(document(path, text))


class Result(NamedTuple):
    """What a command did."""

    exit_code: int
    stdout: str
    stderr: str


def run(*arguments: str | Path, text: str | bytes = "", **env: str) -> Result:
    """Run the command line in this process, as the console script does."""
    given = text if isinstance(text, bytes) else text.encode()
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2))
    code = 0
    with (
        mock.patch.multiple(sys, stdin=io.TextIOWrapper(io.BytesIO(given)), stdout=out, stderr=err),
        mock.patch.dict(os.environ, env),
    ):
        try:
            main([str(argument) for argument in arguments])
        except SystemExit as leaving:
            code = int(leaving.code or 0)
        out.flush(), err.flush()
    return Result(code, *(stream.buffer.getvalue().decode() for stream in (out, err)))  # type: ignore[attr-defined]


def check_in_a_process(folder: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run ``paralint check`` of this checkout in a process and a folder of its own."""
    return subprocess.run(
        [sys.executable, "-m", "paralint", "check", "--isolated", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **variables},
    )


def tool(name: str) -> Any:
    """Import a script of ``tools``, which is no package."""
    spec = spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def quoted_slips(slips: Callable[[Document], Iterable[Slip]], text: str) -> list[str]:
    """Return the words of each slip that evidence finds in a text."""
    read = document("text.txt", text)
    return [read.quote(read.tokens.span(slip.first, slip.last + 1)) for slip in slips(read)]
