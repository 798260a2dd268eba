"""The gender of a person as far as a word tells it."""

from __future__ import annotations

from paralint.evidence.names.genders import GENDERS_OF_NOUNS, NAME_WEIGHT, given_sex


def test_nouns() -> None:
    assert [GENDERS_OF_NOUNS[noun] for noun in ("actress", "uncle")] == ["f", "m"]
    assert [GENDERS_OF_NOUNS[noun] for noun in ("doctor", "guitarist")] == ["", ""]
    assert [GENDERS_OF_NOUNS[noun] for noun in ("server", "October", "table", "or")] == [None] * 4


def test_given_names() -> None:
    assert given_sex("mary") == ("f", NAME_WEIGHT)
    assert given_sex("john") == ("m", NAME_WEIGHT)
    assert given_sex("zhelqar")[0] == ""
