from __future__ import annotations

import pytest

from paralint.data import DataError, read
from paralint.evidence.terms import FILE, SECTIONS, Terms, bases, encode, load


def test_neighbours_are_synonyms() -> None:
    terms = load()
    assert terms.number["minister"] in terms.neighbours(terms.number["clergyman"])
    assert terms.number["artificial"] in terms.neighbours(terms.number["counterfeit"])


def test_terms_by_their_content_words() -> None:
    terms = load()
    run, steam = terms.number["run"], terms.number["steam"]
    assert steam in terms.seconds(run)
    assert "run out of steam" in [terms.name(term) for term in terms.between(run, steam)]
    assert all(term.words[term.contents[0]] == run for term in terms.between(run, steam))
    assert terms.between(steam, terms.number["clergyman"]) == ()


def test_pairs_of_words_that_go_together() -> None:
    terms = load()
    assert terms.paired(terms.number["money"], terms.number["laundering"])
    assert not terms.paired(terms.number["laundering"], terms.number["clergyman"])


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
