"""``readability``: report what textstat finds too hard, too easy, or leaping from paragraph to paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Any

from paralint.checks.base import Check
from paralint.data import DataError, MissingExtraError
from paralint.findings import Finding, Label, Span
from paralint.ruleset.kinds.readability import ReadabilitySpec
from paralint.ruleset.rule import Rule
from paralint.text.blocks import OBJECT, Block, BlockKind
from paralint.text.document import Document
from paralint.text.words import TokenKind

_EARLIEST, _BEFORE = (0, 7, 5), (0, 7, 9)  # earlier ones count syllables otherwise, later ones download a dictionary


class ReadabilityCheck(Check):
    """Measures paragraphs only: headings, lists and tables have no sentences to measure."""

    def __init__(self, rule: Rule) -> None:
        super().__init__(rule)
        spec = rule.spec
        assert isinstance(spec, ReadabilitySpec)
        self.spec = spec

    def run(self, document: Document) -> Iterator[Finding]:
        paragraphs = _paragraphs(document)
        spec = self.spec
        if spec.jump is not None:
            yield from self._jumps(paragraphs, spec.jump)
        elif sum(words for _, words in paragraphs) >= spec.fewest:
            value = _measure(spec.measure, "\n\n".join(_prose(block) for block, _ in paragraphs))
            threshold = spec.at_most if spec.at_most is not None else spec.at_least
            assert threshold is not None
            if value > threshold if spec.at_most is not None else value < threshold:
                yield self.finding(Span(0, 0), self._values(value, threshold))

    def _jumps(self, paragraphs: list[tuple[Block, int]], jump: float) -> Iterator[Finding]:
        for (before, one), (block, other) in pairwise(paragraphs):
            if min(one, other) < self.spec.fewest:
                continue
            first, value = (_measure(self.spec.measure, _prose(part)) for part in (before, block))
            if abs(value - first) > jump:
                label = Label(_span(before), f"{self.spec.measure} {first:.1f} here")
                yield self.finding(_span(block), {**self._values(value, jump), "other": f"{first:.1f}"}, (label,))

    def _values(self, value: float, threshold: float) -> dict[str, str]:
        return {
            "value": f"{value:.1f}",
            "threshold": f"{threshold:g}",
            "other": "",
            "measure": self.spec.measure,
            "library": f"textstat {_version()}",
        }


def _paragraphs(document: Document) -> list[tuple[Block, int]]:
    """Return the paragraphs with their numbers of words."""
    tokens = document.tokens
    counts = [word.kind in (TokenKind.WORD, TokenKind.NUMBER) for word in tokens.types]
    found = []
    for number, block in enumerate(document.blocks):
        if block.kind is BlockKind.PARAGRAPH:
            ids = tokens.ids[tokens.blocks[number] : tokens.blocks[number + 1]]
            found.append((block, sum(counts[kind] for kind in ids)))
    return found


def _prose(block: Block) -> str:
    return block.text.replace(OBJECT, "")


def _span(block: Block) -> Span:
    return block.locate(0, len(block.text))


def _measure(measure: str, text: str) -> float:
    return float(getattr(_library(), measure)(text))


@lru_cache(maxsize=1)
def _library() -> Any:
    """Return textstat.

    Raises:
        DataError: if it is not installed, or in a version that does not measure alike.
    """
    version = _version()
    numbers = tuple(int(part) for part in version.split(".")[:3] if part.isdecimal())
    if not _EARLIEST <= numbers < _BEFORE:
        raise DataError(
            f"textstat {version} is installed, but 0.7.5 to 0.7.8 is needed: others count syllables differently or "
            "download a dictionary; pip install 'paralint[readability]'"
        )
    import textstat

    return textstat


@lru_cache(maxsize=1)
def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("textstat")
    except PackageNotFoundError:
        raise MissingExtraError("textstat is not installed; pip install 'paralint[readability]'") from None
