"""The value types that every floor speaks: where something stands, what is wrong, how it could be mended.

All offsets are code points into the decoded original text, half open: ``text[span.start:span.end]`` is what a
finding quotes. Rows and columns do not exist here; they are computed once, by the output.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from enum import Enum, IntEnum
from typing import Generic, TypeVar

from paralint.values import NamedTuple

Thing = TypeVar("Thing")

_STRETCH = 64  # code points


class Severity(IntEnum):
    """How bad the damage is if the finding is right."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


class Confidence(IntEnum):
    """How likely the finding is right, apart from how bad it would be."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3

    def __str__(self) -> str:
        return self.name.lower()


class Safety(Enum):
    """Whether a fix may be applied unseen. Whatever changes a name, a figure or a meaning is unsafe."""

    SAFE = "safe"
    UNSAFE = "unsafe"

    def __str__(self) -> str:
        return self.value


class Span(NamedTuple):
    """A half-open range of code points of the original text."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


class Overlaps(Generic[Thing]):
    """Things by their spans, so that those at one place are found without a look at all others."""

    def __init__(self) -> None:
        self._by_stretch: defaultdict[int, list[Thing]] = defaultdict(list)

    def add(self, span: Span, thing: Thing) -> None:
        for stretch in _stretches(span):
            self._by_stretch[stretch].append(thing)

    def near(self, span: Span) -> Iterator[Thing]:
        """Yield the things whose spans may overlap a span, some more than once, and not much else."""
        for stretch in _stretches(span):
            yield from self._by_stretch.get(stretch, ())


def _stretches(span: Span) -> range:
    return range(span.start // _STRETCH, span.end // _STRETCH + 1)


class Label(NamedTuple):
    """Another place that a finding speaks of, with what to say about it.

    ``filename`` is the name of the file that ``span`` points into, None for the finding's own.
    """

    span: Span
    message: str
    filename: str | None = None


class Edit(NamedTuple):
    """Replace the text at ``span`` by ``content`` (an insertion where the span is empty)."""

    span: Span
    content: str


class Fix(NamedTuple):
    """One way to mend a finding: edits that do not overlap, in text order."""

    edits: tuple[Edit, ...]
    safety: Safety
    message: str = ""


class Finding(NamedTuple):
    """One reported piece of damage.

    ``code`` is the rule's stable code (``NAM003``), ``name`` its readable name (``fused-name``). ``related`` holds
    the other places of a finding that compares two of them.
    """

    code: str
    name: str
    span: Span
    message: str
    severity: Severity
    confidence: Confidence = Confidence.HIGH
    related: tuple[Label, ...] = ()
    fix: Fix | None = None
    url: str | None = None
