from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from paralint.evidence.originals.carried import Correspondence, Difference
from paralint.evidence.originals.collation import Collation, collate
from paralint.text.read import document

Find = Callable[[Collation, Correspondence], Iterator[Difference]]
Compare = Callable[[Find, str, str], list[tuple[str, str, str]]]


@pytest.fixture
def differences() -> Compare:
    """Returns what one comparison finds in an original and its rewrite: kind, form, and what stands in its place."""

    def compare(find: Find, original: str, rewrite: str) -> list[tuple[str, str, str]]:
        collation = collate(document("a.txt", original), document("b.txt", rewrite))
        return [(each.kind, each.form, each.other) for each in find(collation, Correspondence(collation))]

    return compare
