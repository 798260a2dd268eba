from __future__ import annotations

import pytest

from paralint.evidence.names.address import address_flaws
from paralint.text.document import Document
from paralint.text.read import document


def read(text: str) -> Document:
    return document("a.txt", text)


@pytest.mark.parametrize(
    ("text", "kind", "form", "major"),
    [
        ("We saw Lt. Susan Obi. Lieutenant Susan waved.", "first-name", "Susan", "Obi"),
        ("Dr Lucia Ferri came. Doctor Lucia left.", "first-name", "Lucia", "Ferri"),
        ("Kevin Marlow, 60, fell. Mr Kevin got up.", "first-name", "Kevin", "Marlow"),
        ("Yetunde Balogun won. Balogun wept. Mr Obi and Ms Yetunde left.", "first-name", "Yetunde", "Balogun"),
        (
            "We saw Wanjala Otieno. Otieno wept. According to General Wanjala, it rains.",
            "first-name",
            "Wanjala",
            "Otieno",
        ),
        ("We saw Rumela Wafara and Ida Moss. Ms. Moss wept, and Ms. Rumela left.", "first-name", "Rumela", "Wafara"),
        (
            "The health minister, Anisul Choudri, met Ida Moss. Moss left. Minister Anisul wept.",
            "first-name",
            "Anisul",
            "Choudri",
        ),
        ("She met Shepherd Anna Solheim there.", "no-title", "Shepherd", "Pastor"),
        ("She met Governess Anna Solheim there.", "no-title", "Governess", "Governor"),
        ("We met Mister Idwal Caradoc there. Sir Idwal left.", "no-title", "Mister", "Sir"),
        ("Dame Ida Marlow sang. Dame Marlow was old.", "family-name", "Marlow", "Ida"),
    ],
)
def test_a_title_before_the_wrong_part(text: str, kind: str, form: str, major: str) -> None:
    (flaw,) = address_flaws(read(text))
    assert (flaw.kind, flaw.form, flaw.major) == (kind, form, major)


@pytest.mark.parametrize(
    "text",
    [
        "Queen Margrethe II waved. Queen Margrethe left.",
        "We met President Visit Virginia. Nobody knows Virginia.",
        "Guðni Jóhannesson is president. President Guðni spoke.",
        "Nino Kapanadze met Kevin Marlow. Ms Kevin left.",
        "Nguyễn Phú Trọng met Xi Jinping. President Xi and General Secretary Trọng spoke.",
        "Dame Ida Marlow sang. Sir Marlow Berg and Dame Ida left.",
        "Aung Myint met Kyaw Zin. Mr Aung and Mr Kyaw spoke.",
        "Ida Marlow met Eva Marlow. Sir Marlow left.",
        "“Come in, Mister Kevin Marlow,” she said.",
        "",
    ],
)
def test_a_title_before_the_right_part(text: str) -> None:
    assert address_flaws(read(text)) == ()
