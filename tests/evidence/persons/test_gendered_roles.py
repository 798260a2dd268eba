from __future__ import annotations

import pytest

from paralint.evidence.names.cast import cast
from paralint.evidence.persons.gendered_roles import wrong_relations
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Emily Roe, the guide's brother, who founded the firm, waited. Emily Roe said so.", "brother"),
        ("Emily Roe, his brother, waited at the road.", "brother"),
        ("Emily Roe, the guide's brother, and his wife waited.", ""),
    ],
)
def test_kin_of_somebody(text: str, noun: str) -> None:
    read = document("a.txt", text)
    found = [read.quote(conflict.here) for conflict in wrong_relations(cast(read))]
    assert found == ([noun] if noun else [])
