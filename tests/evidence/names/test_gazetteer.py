from __future__ import annotations

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paralint.data import DataError, read
from paralint.evidence.names.gazetteer import FILE, Country, Gazetteer, Person, checksum, encode, load


def build() -> Gazetteer:
    return Gazetteer(
        encode(
            forms=[("Zelensky", 7), ("Zelenskyy", 7), ("Yuki", 3), ("Yuki", 9), ("Oslo", 0)],
            people=[Person("Antony", "Blinken", False), Person("Sergey", "Lavrov", True)],
            given_names={"anna": "f", "ivo": "m", "kim": "-"},
            formal=["anna", "ivo"],
            countries=[
                Country("Norway", ("Norwegian",), ("Norwegian",), True),
                Country("Texas", ("Texan",), (), False),
            ],
        )
    )


def test_what_is_written_is_read() -> None:
    names = build()
    assert names.knows("Zelensky")
    assert names.knows("OSLO")
    assert not names.knows("Zelinsky")
    assert names.groups("Zelensky") == names.groups("Zelenskyy") != frozenset()
    assert len(names.groups("Yuki")) == 2
    assert names.groups("Oslo") == names.groups("nobody") == frozenset()
    assert names.people("lavrov") == [Person("Sergey", "Lavrov", True)]
    assert names.people("lavro") == names.people("zzz") == []
    assert list(names.people_called("antony")) == [Person("Antony", "Blinken", False)]
    assert names.given_names == {"anna": "f", "ivo": "m", "kim": "-"}
    assert names.formal == {"anna", "ivo"}
    assert Country("Texas", ("Texan",), (), False) in names.countries
    assert any(country.name == "Estonia" and country.sovereign for country in names.countries)


def test_an_empty_gazetteer_knows_nothing() -> None:
    names = Gazetteer(encode([], [], {}, [], []))
    assert not names.knows("Oslo")
    assert names.people("oslo") == []
    assert all(country.sovereign for country in names.countries)  # those of the list of nations
    assert names.given_names == {}


@pytest.mark.parametrize("content", [b"", b"PLNM", b"\0" * 200])
def test_a_file_that_is_no_gazetteer_is_an_error(content: bytes) -> None:
    with pytest.raises(DataError, match=r"names\.bin"):
        Gazetteer(content)


def test_a_file_cut_short_is_an_error() -> None:
    content = encode([("Oslo", 0)], [], {}, [], [])
    with pytest.raises(DataError, match="damaged"):
        Gazetteer(content[:-1])


def test_the_packaged_file_is_whole() -> None:
    content = read(FILE)
    header = struct.Struct("<4sHHI6I")
    assert header.unpack_from(content)[3] == zlib.crc32(content[header.size :])


@given(st.text(max_size=30))
def test_every_form_has_a_checksum(form: str) -> None:
    assert 0 <= checksum(form) < 1 << 32
    assert isinstance(load().knows(form), bool)


def test_the_packaged_gazetteer_holds_the_world() -> None:
    names = load()
    assert all(map(names.knows, ("Nguyễn", "Kowalska", "Okafor", "Björk", "McDonald", "Al-Khatib")))
    assert {"Norway", "Poland", "Kenya", "Peru"} <= {country.name for country in names.countries if country.sovereign}
    assert names.given_names["mary"] == "f"
