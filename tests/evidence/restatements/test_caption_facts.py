"""Captions told again in another order, and the facts that they keep."""

from __future__ import annotations

import pytest

from paralint.evidence.phrases.other_senses import replaced_words
from paralint.text.read import document


@pytest.mark.parametrize(
    ("caption", "again", "wrong"),
    [
        (
            "Bertil Aas, left, and his trainer, Gro Lunde, at the stables in Moss on Friday",
            "Gro Lunde, left, and Bertil Aase at the stables in Moss on the Friday.",
            "Gro Lunde, left",
        ),
        (
            "Dr Osric Banville, left, inspects a boiler at the brewery in Harle on Monday",
            "Dr. Osrick Banvile, right, inspects a boiler in the beer factory at Harle on the Monday.",
            "right",
        ),
        (
            "Ellen Straw, the only one of the six divers to return, at her home in Poole. She lost six fingers",
            "Ellen Strawe, the only one of the seven divers to return, at her house in Poole. Six fingers were lost",
            "seven",
        ),
        (
            "Buses wait at the Rudna crossing on Sunday, the fifth day of the strike",
            "On Sunday, the fifteenth day of the strike, buses are waiting at the Rudno crossing.",
            "fifteenth",
        ),
        (
            "Maud Abara, a flautist from Sligo, with the case that she found in a ditch",
            "Maud Abaro, a clarinettist from Sligo, with the case that she discovered in a ditch.",
            "a clarinettist",
        ),
        (
            "Omar Haddad outside the bakery in Austin, Tex., where he heard on Monday that he had won",
            "Omar Hadad outside the bakery in Austin, Ohio, where he heard Monday that he had won.",
            "Austin, Ohio",
        ),
        (
            "Selim Arca is led from the court in Bursa on Monday by a guard",
            "By a guard, Selim Arka is led into the courtyard in Bursa the Monday.",
            "into",
        ),
        (
            "Pupils at the Lantau school watch the ferry arrive on Monday, 25 minutes behind schedule",
            "On Monday, pupils at the Lantau school watch the ferry arrive, 25 minutes ahead of schedule.",
            "ahead",
        ),
    ],
)
def test_what_a_caption_tells_otherwise(caption: str, again: str, wrong: str) -> None:
    text = document("x.txt", f"{caption}\n\n{again}\n")
    assert wrong in [text.quote(conflict.here) for conflict in replaced_words(text)]


@pytest.mark.parametrize(
    ("caption", "again"),
    [
        (
            "Bertil Aas, left, and his trainer, Gro Lunde, at the stables in Moss on Friday",
            "Bertil Aas, at left, and Gro Lunde, right, at the stables in Moss on Friday.",
        ),
        (
            "Omar Haddad outside the bakery in Fresno, Calif., where he heard on Monday that he had won",
            "Omar Haddad outside the bakery in Fresno, California, where he heard on Monday that he had won.",
        ),
        (
            "Maud Abara, a police officer from Sligo, with the case that she found in a ditch",
            "Maud Abara, an officer from Sligo, with the case that she found in a ditch.",
        ),
        (
            "Selim Arca is led from the court to a van in Bursa on Monday by a guard",
            "Selim Arca is led to a van from the court in Bursa on Monday by a guard.",
        ),
    ],
)
def test_captions_told_again_in_other_words(caption: str, again: str) -> None:
    assert not replaced_words(document("x.txt", f"{caption}\n\n{again}\n"))
