from __future__ import annotations

import pytest

from paralint.data import DataError, read
from paralint.evidence.words.terms import (
    FILE,
    LEVELS,
    LIKELY,
    LINKS,
    LISTED,
    POSSIBLE,
    RAREST,
    SECTIONS,
    STRENGTH,
    STRONG,
    USUALLY,
    Terms,
    bases,
    bits_of,
    encode,
    load,
    mask_of,
)


def test_neighbours_are_synonyms() -> None:
    terms = load()
    assert terms.number("minister") in terms.neighbours(terms.number("clergyman"))
    assert terms.neighbours(terms.number("counterfeit"))[terms.number("fake")] == STRENGTH


def test_pairs_of_words_that_go_together() -> None:
    terms = load()
    assert terms.number("laundering") in terms.behind(terms.number("money"), "")
    assert terms.number("clergyman") not in terms.behind(terms.number("laundering"), "")


def test_words_around_a_link() -> None:
    terms = load()
    margin, error = terms.number("margin"), terms.number("error")
    assert error in terms.behind(margin, "of")
    assert error not in terms.behind(margin, "with")
    assert terms.behind(margin, "zzyzx") == frozenset()


def test_whether_words_are_joined_is_what_the_decoded_rows_say() -> None:
    terms = load()
    for first in map(terms.number, ("margin", "supply", "money", "zone")):
        for link in ("", *LINKS):
            row = terms.behind(first, link)
            assert {other for other in range(len(terms.words)) if terms.joined(first, link, other)} == row


def test_collocations_are_met_oftener_than_by_chance() -> None:
    terms = load()
    first = terms.number("supply")
    assert terms.number("chain") in terms.behind(first, "")
    for second in terms.behind(first, ""):
        cost = terms.joined(first, "", second)
        assert cost <= RAREST
        assert cost + STRONG <= terms.costs[first] + terms.costs[second]


def test_what_is_met_is_more_than_collocations() -> None:
    terms = load()
    large, house, chain, clergyman = map(terms.number, ("large", "house", "chain", "clergyman"))
    assert not terms.joined(large, "", house)
    assert terms.met(large, "", house) == USUALLY
    assert terms.met(terms.number("supply"), "", chain) == terms.joined(terms.number("supply"), "", chain)
    assert terms.met(chain, "of", clergyman) == 0


def test_strengths_are_told_in_levels() -> None:
    terms = load()
    told = {strength for word in range(0, len(terms.words), 50) for strength in terms.neighbours(word).values()}
    assert told <= set(LEVELS)
    assert {STRENGTH, LISTED} < told


def test_word_classes_of_words() -> None:
    terms = load()
    assert terms.classes[terms.number("chain")] & mask_of("n", LIKELY)
    assert not terms.classes[terms.number("clergyman")] & mask_of("va", POSSIBLE)
    assert bits_of("nvra") == mask_of("nvr", LIKELY) | mask_of("nvra", POSSIBLE)


def test_british_spellings_are_those_words() -> None:
    terms = load()
    assert terms.numbers("mobilisation") == terms.numbers("mobilization") != ()
    assert terms.numbers("zzyzx") == ()


def test_a_word_without_a_vector_has_zeros() -> None:
    terms = load()
    assert len({len(terms.vector(number)) for number in range(len(terms.words))}) == 1


@pytest.mark.parametrize(
    ("form", "expected"),
    [("ministers", "minister"), ("ran", "run"), ("laundering", "laundering"), ("zzyzx", "zzyzx"), ("é", "é")],
)
def test_base_form(form: str, expected: str) -> None:
    assert bases(form)[0] == expected


@pytest.mark.parametrize("cut", [0, 3, 11, 1000, -1])
def test_a_file_cut_short_is_refused(cut: int) -> None:
    with pytest.raises(DataError, match=r"terms\.bin: (not a terms file|damaged)"):
        Terms(read(FILE)[:cut])


def test_another_version_is_refused() -> None:
    content = bytearray(read(FILE))
    content[4] += 1
    with pytest.raises(DataError, match="version"):
        Terms(bytes(content))


def test_encoding_is_stable() -> None:
    sections = dict.fromkeys(SECTIONS, b"")
    assert encode(sections) == encode(dict(reversed(sections.items())))
