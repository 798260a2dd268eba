from __future__ import annotations

import pytest

from paralint.evidence.figures.near_totals import near_totals
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "here", "reason"),
    [
        ("She has 12 wells. Seven filled, two sank and the other four stayed.", "four", "the parts make 13"),
        ("He read out the 22 charges: guilty on 17, not guilty on seven.", "seven", "the parts make 24"),
        ("He mended 58 of 63 points. He said the other six were planned.", "six", "5 are left"),
        ("The north has 55 per cent, the south 37 per cent. The remaining 18 per cent stay.", "18 per cent", "110"),
        ("A boat with a crew of 16 sank in the bay; 19 of the men were saved.", "19", "never more than the whole"),
        ("He won $500,000 and gave her $400,000. The remaining $10,000 went to Leer.", "$10,000", "100,000 are left"),
    ],
)
def test_parts_that_miss_their_whole(text: str, here: str, reason: str) -> None:
    read = document("a.txt", text)
    (conflict,) = near_totals(read)
    assert read.quote(conflict.here) == here
    assert reason in conflict.subject


@pytest.mark.parametrize(
    "text",
    [
        "She has 12 wells. Seven filled, two sank and the other three stayed.",
        "He read out the 22 charges: guilty on 17, not guilty on five.",
        "He mended 58 of 63 points. He said the other five were planned.",
        "The north has 55 per cent, the south 37 per cent. The remaining eight per cent stay.",
        "He won $500,000 and gave her $400,000. The remaining $100,000 went to Leer.",
        "She has 12 wells. Seven filled and two sank.",
        "She told the jury of five men and seven women, all 12 of them from Leer, of a car.",
        "A boat with a crew of 16 sank in the bay; 11 of the men were saved.",
    ],
)
def test_parts_that_make_their_whole(text: str) -> None:
    assert not near_totals(document("a.txt", text))
