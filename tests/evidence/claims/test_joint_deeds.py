"""Opposite deeds of one who is named among others."""

from __future__ import annotations

import pytest

from paralint.evidence.claims.joint_deeds import joint_deeds
from paralint.text.read import document


def test_who_did_both() -> None:
    text = "Hull Council and the Leer Guild rejected the plan.\n\nThe Leer Guild, which accepted the plan, is small."
    assert list(joint_deeds(document("x.txt", text)))


@pytest.mark.parametrize(
    "text",
    [
        "Hull Council and the Leer Guild rejected the plan.\n\nThe Emden Guild, which accepted the plan, is small.",
        "The Leer Guild rejected the plan.\n\nThe Leer Guild, which accepted the offer, is small.",
        "The Leer Guild first rejected the plan.\n\nThe Leer Guild accepted the plan.",
        "The Leer Guild rejected the plan. The Leer Guild has not accepted the plan.",
    ],
)
def test_who_did_not(text: str) -> None:
    assert not list(joint_deeds(document("x.txt", text)))
