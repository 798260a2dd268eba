from __future__ import annotations

import pytest

from paralint.evidence.names.given_names import given_name_flaws
from paralint.text.read import document

MET = "Minister Patricia Lobo met Ida Lund in Turin. “At last,” Lund said."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dr Katriona Mowat sang. Dr Katherine Mowat sang on. Mowat left.", [("given", "Katherine")]),
        ("Dr Katriona Mowat sang. Her sister Katherine Mowat sang on. Mowat left.", []),
        ("Dr Katriona Mowat sang. Dr Katherine Mowat sang on.", []),
        ("Dr Katriona Mowat sang. Dr Peter Mowat sang on. Mowat left.", []),
        (f"{MET} “It is done,” Patricia told reporters.", [("bare-given", "Patricia")]),
        (f"{MET} “It is done,” Lobo told reporters.", []),
        (f"{MET} Patricia Lobbo of Bern was there. “It is done,” Patricia told reporters.", []),
        ("Nora Berg met Olav Ruud. Nora said no. Olav said yes.", []),
    ],
)
def test_given_names(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(flaw.kind, flaw.form) for flaw in given_name_flaws(document("t.txt", text))] == expected
