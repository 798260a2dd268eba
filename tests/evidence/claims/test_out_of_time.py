from __future__ import annotations

import pytest

from paralint.evidence.claims.out_of_time import out_of_time
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "here"),
    [
        ("A request for more boats was turned down in Leer next May.", ["next May"]),
        ("At an auction next week a dealer in cod paid £40 for the hat.", ["next week"]),
        ("She sold the mill tomorrow.", ["tomorrow"]),
        ("A request for more boats was turned down in Leer last May, and another is to be heard next May.", []),
        ("The hearing was scheduled in Leer next week.", []),
        ("She sold the mill the next week, and moved to Leer the week after next.", []),
        ("He said the mill would open next May.", []),
    ],
)
def test_what_is_over_is_not_to_come(text: str, here: list[str]) -> None:
    read = document("a.txt", text)
    assert [read.quote(conflict.here) for conflict in out_of_time(read)] == here
