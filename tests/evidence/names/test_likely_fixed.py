from __future__ import annotations

import pytest

from paralint.evidence.names.fixed_names import load
from paralint.evidence.names.likely_fixed import likely_fixed
from paralint.evidence.names.retold_names import root
from paralint.text.morphology import is_word
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "form", "major"),
    [
        ("The International Migratory Organization counted them.", "International Migratory Organization",
         "International Organization for Migration"),
        ("A ship of the Marine International Organization left.", "Marine International Organization",
         "International Maritime Organization"),
    ],
)  # fmt: skip
def test_a_fixed_name_with_words_of_one_root(text: str, form: str, major: str) -> None:
    (flaw,) = likely_fixed(document("a.txt", text))
    assert (flaw.kind, flaw.form, flaw.major) == ("likely-fixed", form, major)


@pytest.mark.parametrize(
    "text",
    [
        "The International Organization for Migration counted them.",
        "The National Migration Agency counted them.",
        "The International Migratory Organization (IMO) counted them.",
        "Torres Strait Islanders voted in the Federal Court in Melbourne.",
    ],
)
def test_other_bodies(text: str) -> None:
    assert likely_fixed(document("a.txt", text)) == ()


def test_words_of_names_share_their_first_letters_with_their_roots() -> None:
    others = [word for word in load().words("") if is_word(word) and not word.startswith(root(word)[:2])]
    assert others == ["american", "chinese", "danish", "dutch", "welsh", "x-ray"]
