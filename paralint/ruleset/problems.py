"""What is wrong with a rule file, said so that its author can mend it: file, line, column, what was expected."""

from __future__ import annotations

from collections.abc import Iterable

from paralint.values import NamedTuple


class Problem(NamedTuple):
    """A defect of a rule file or a configuration file.

    Attributes:
        path: the file as the user named it.
        message: what is wrong and what was expected.
        line, column: from 1, in code points; 0 where the whole file is meant.
        source: the offending line.
        width: how many columns the caret marks.
        breaking: whether the run has failed by it; a rule that paralint cannot run is left out, and the rest counts.
    """

    path: str
    message: str
    line: int = 0
    column: int = 0
    source: str = ""
    width: int = 1
    breaking: bool = True

    def __str__(self) -> str:
        if not self.line:
            return f"{self.path}: {self.message}"
        head = f"{self.path}:{self.line}:{self.column}: {self.message}"
        if not self.source:
            return head
        gutter = " " * len(str(self.line))
        caret = " " * (self.column - 1) + "^" * max(1, self.width)
        return f"{head}\n{gutter} |\n{self.line} | {self.source}\n{gutter} | {caret}"


class ProblemsError(Exception):
    """One or more problems, where going on makes no sense."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return ``" (did you mean 'x'?)"`` for the known word nearest to ``word``, or nothing if none is near."""
    from difflib import get_close_matches

    near = get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f" (did you mean '{near[0]}'?)" if near else ""
