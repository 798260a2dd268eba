from __future__ import annotations

import pytest

from paralint.output.cells import visible, width


@pytest.mark.parametrize(
    ("text", "shown", "cells"),
    [
        ("plain", "plain", 5),
        ("\t", "    ", 4),
        ("a\nb\r", "a␊b␍", 4),
        ("\x1b[31m\x00\x7f", "␛[31m␀␡", 7),
        ("\x9b31m", "\ufffd31m", 4),
        ("東京", "東京", 4),
        ("e\u0301", "e\u0301", 1),
        ("\uac00", "\uac00", 2),
        ("\u1112\u1161\u11ab", "\u1112\u1161\u11ab", 2),
        ("\u202eabc\u2066", "\ufffdabc\ufffd", 5),
        ("soft\u00adhyphen\ufeff", "softhyphen", 10),
        ("\u0645\u06cc\u200c\u062e", "\u0645\u06cc\u200c\u062e", 3),
        ("\ud800\u2028", "\ufffd\ufffd", 2),
        ("\u00a0\u2009", "\u00a0\u2009", 2),
    ],
)
def test_visible_and_width(text: str, shown: str, cells: int) -> None:
    assert visible(text) == shown
    assert width(text) == cells
