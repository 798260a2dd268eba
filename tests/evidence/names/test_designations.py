from __future__ import annotations

import pytest

from paralint.evidence.names.designations import designation_flaws
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The planet TOC-518 b is large. TOC-581 b was drawn. TOC-518 b is hot.", [("TOC-581", "TOC-518")]),
        ("The A38 is shut. The A83 is open.", []),
        ("J.K. Marlowe wrote it. The novels of K.J. Marlowe sell well.", [("K.J.", "J.K.")]),
        ("Robert D. Hale signed. On Friday Robert B. Hale left.", [("B.", "D.")]),
        ("J.K. Marlowe met A.B. Marlowe.", []),
    ],
)
def test_designations(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(flaw.form, flaw.major) for flaw in designation_flaws(document("a.txt", text))] == expected
