from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paralint.evidence.names.spellings import derived, feminine_of, fold, gendered, skeleton, sound, variants


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Navalny", "Navalnyy"),
        ("Zelenskiy", "Zelensky"),
        ("al-Khatib", "Al-Khateeb"),
        ("Tchaikovsky", "Chaikovsky"),
        ("Yulia", "Iulia"),
        ("Hussein", "Husain"),
        ("Gaddafi", "Gadhafi"),
        ("Muhammad", "Mohammed"),
        ("Lukashenko", "Lukashenka"),
        ("Erdoğan", "Erdogan"),
        ("Nguyễn", "Nguyen"),
        ("Khrushchev", "Hruschev"),
        ("Strøm", "Strom"),
    ],
)
def test_romanisations_of_one_name_are_variants(first: str, second: str) -> None:
    assert variants(first, second)
    assert variants(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [("Reznikov", "Ryzkov"), ("Maddocks", "Haddocks"), ("Biden", "Blinken"), ("Sangaré", "Sangoré"), ("Iran", "Iraq")],
)
def test_damage_is_no_variant(first: str, second: str) -> None:
    assert not variants(first, second)


@pytest.mark.parametrize(
    ("name", "other"), [("Korea", "Korean"), ("Obama", "Obamas"), ("Minnesota", "Minnesotan"), ("Marx", "Marxist")]
)
def test_derived_words_are_recognised(name: str, other: str) -> None:
    assert derived(fold(name), fold(other))
    assert derived(fold(other), fold(name))


def test_the_same_form_is_not_derived_from_itself() -> None:
    assert not derived("korea", "korea")


@pytest.mark.parametrize(
    ("man", "woman"),
    [("malinowski", "malinowska"), ("medvedev", "medvedeva"), ("putin", "putina"), ("navalny", "navalnaya")],
)
def test_a_womans_form_is_known(man: str, woman: str) -> None:
    assert feminine_of(man, woman)
    assert not feminine_of(woman, man)
    assert gendered(woman, man)


@given(st.text(max_size=20))
def test_keys_never_fail_and_ignore_case(form: str) -> None:
    assert fold(form) == fold(form)
    assert skeleton(form.lower()) == skeleton(fold(form))
    assert sound(form.lower()) == sound(fold(form))
