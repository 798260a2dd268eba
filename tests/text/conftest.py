"""The laws every block of every reader must keep."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest

from paralint.text.blocks import OBJECT, Block


def _shows(shown: str, source: str) -> bool:
    """Tell whether a reader may show ``source`` as the one character ``shown``."""
    tag = source.lower()
    return (
        shown in (source, OBJECT)
        or (shown in " \n" and (not source.strip() or "\n" in source or "\r" in source or tag.startswith("<br")))
        or (shown in "“”" and tag.startswith(("<q", "</q")))
        or source.startswith("&")
        or (source.startswith("\\") and source.endswith(shown))
    )


@pytest.fixture(scope="session")
def check_places() -> Callable[[str, Sequence[Block]], None]:
    def check(text: str, blocks: Sequence[Block]) -> None:
        behind = 0
        for block in blocks:
            assert block.text
            assert block.text == block.text.strip()
            assert (block.starts is None) == (block.ends is None)
            if block.starts is not None and block.ends is not None:
                assert len(block.starts) == len(block.ends) == len(block.text)
            places = [block.locate(index, index + 1) for index in range(len(block.text))]
            assert places[0].start == block.start >= behind
            for place, following in pairwise(places):
                assert place.start <= following.start
                assert place.end <= following.end
                assert place == following or place.end <= following.start
            for shown, place in zip(block.text, places, strict=True):
                assert 0 <= place.start < place.end <= len(text)
                assert _shows(shown, text[place.start : place.end])
            behind = block.locate(0, len(block.text)).end
            assert behind == places[-1].end

    return check
