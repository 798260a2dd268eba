from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paralint.text.blocks import OBJECT
from paralint.text.words import TokenKind, WordType


@pytest.mark.parametrize(
    ("kind", "forms"),
    [
        (TokenKind.WORD, "a The U.S. n’t 's O'Brien G20 M16 BTR-82A Zapad-2021 8-year-old AT&T Зима e\u0301 o’er 4x4"),
        (TokenKind.NUMBER, "5 94,000 3.5 .25 1st 22nd 3rd 11th 100th 1980s ’90s 9/11 10:30 1998-2001 3-2 ½ 2."),
        (TokenKind.ADDRESS, "https://a.org/b www.a.de a.b@c.org @user #NoWar example.org report.pdf a.co.uk/x"),
        (TokenKind.PUNCTUATION, ". ... … “ ” ' '' `` -- – — ( ] ?! / · ¿"),
        (TokenKind.SYMBOL, "$ US$ % & + === ** § € © 😀 → _"),
        (TokenKind.OBJECT, OBJECT + " " + OBJECT * 2),
    ],
)
def test_kinds(kind: TokenKind, forms: str) -> None:
    assert {form: WordType.of(form).kind for form in forms.split()} == dict.fromkeys(forms.split(), kind)


@pytest.mark.parametrize(
    ("form", "lower", "capital", "upper"),
    [
        ("the", "the", False, False),
        ("The", "the", True, False),
        ("NATO", "nato", True, True),
        ("U.S.", "u.s.", True, True),
        ("A", "a", True, False),
        ("N’T", "n't", True, True),
        ("‘s", "'s", False, False),
        ("O’Brien", "o'brien", True, False),
        ("mama`s", "mama's", False, False),
        ("years‑long", "years-long", False, False),
        ("Cafe\u0301", "caf\u00e9", True, False),
        ("co\u00adop\u200berate", "cooperate", False, False),
        ("iPhone", "iphone", False, False),
        ("“", "“", False, False),
    ],
)
def test_forms(form: str, lower: str, capital: bool, upper: bool) -> None:
    word = WordType.of(form)
    assert (word.form, word.lower, word.capital, word.upper) == (form, lower, capital, upper)


@given(st.text(min_size=1))
def test_any_form_has_a_type(form: str) -> None:
    word = WordType.of(form)
    assert word.form == form
    assert word.capital or not word.upper


def test_a_form_of_characters_without_width_is_still_a_form() -> None:
    assert WordType.of("\u2060").lower == "\u2060"
    assert WordType.of("so\u2060").lower == "so"
