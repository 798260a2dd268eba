from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paralint.data import DataError
from paralint.evidence.phrases import compounds
from paralint.evidence.phrases.compounds import HEADER, encode, following
from paralint.evidence.phrases.swapped import Pair, Relation, known, relation_of, swapped_terms
from paralint.text.read import document

FIRST = "Two children play beside the old {} at Selby during a flood exercise on Monday.\n\n"
SECOND = "During a flood exercise on Monday, two children play beside the old {} at Selby."


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("drinking fountain", "drink fountain"), ("traffic light", "traffic lamp"), ("table tennis", "desk tennis")],
)
@pytest.mark.parametrize("turned", [False, True])
def test_an_exchanged_word_of_a_term(right: str, wrong: str, turned: bool) -> None:
    one, other = (wrong, right) if turned else (right, wrong)
    text = FIRST.format(one) + SECOND.format(other)
    (found,) = swapped_terms(document("x.txt", text))
    assert text[found.here.start : found.here.end] == wrong
    assert text[found.there.start : found.there.end] == right


@pytest.mark.parametrize(
    ("right", "other"),
    [
        ("big house", "large house"),  # no term
        ("traffic light", "traffic light"),
        ("railway station", "train station"),  # both are terms
        ("landing ship", "landing vessel"),  # the wider word is true as well
        ("left bank", "right bank"),  # a contradiction
        ("third party", "fourth party"),
        ("grey slate", "gray slate"),
        ("sunday morning", "sunday afternoon"),  # a contradiction
    ],
)
def test_what_a_writer_may_vary(right: str, other: str) -> None:
    assert swapped_terms(document("x.txt", FIRST.format(right) + SECOND.format(other))) == ()


def test_all_words_exchanged() -> None:
    text = FIRST.format("margin of error") + SECOND.format("edge of mistake")
    (found,) = swapped_terms(document("x.txt", text))
    assert text[found.here.start : found.here.end] == "edge of mistake"


def test_a_term_turned_round() -> None:
    text = FIRST.format("honor guard") + SECOND.format("guard of honesty")
    (found,) = swapped_terms(document("x.txt", text))
    assert text[found.here.start : found.here.end] == "guard of honesty"
    assert swapped_terms(document("x.txt", FIRST.format("honor guard") + SECOND.format("guard of honor"))) == ()


def test_of_two_institutions_the_first_is_right() -> None:
    text = FIRST.format("Supreme Court") + SECOND.format("Superior Court")
    (found,) = swapped_terms(document("x.txt", text))
    assert text[found.here.start : found.here.end] == "Superior Court"
    lower = FIRST.format("supreme court") + SECOND.format("superior court")
    assert swapped_terms(document("x.txt", lower)) == ()


def test_the_words_around_stand_in_for_a_thesaurus() -> None:
    first = "The president signs papers at the Capitol as her chief of staff, Dale Begaye, looks on.\n\n"
    second = "The president signs the papers at the Capitol, while her chief of workers{} watches."
    assert len(swapped_terms(document("x.txt", first + second.format(", Dale Begaye,")))) == 1
    assert swapped_terms(document("x.txt", first + second.format(" from Selby"))) == ()


def test_what_a_document_says_often_it_means() -> None:
    text = FIRST.format("traffic light") + SECOND.format("traffic lamp") + " A traffic lamp is a traffic lamp."
    assert swapped_terms(document("x.txt", text)) == ()


def test_names_need_no_dictionary() -> None:
    first = "Harlow Mill is shut. " + FIRST.format("Harlow Mill")
    (found,) = swapped_terms(document("x.txt", first + SECOND.format("Harlow Factory")))
    assert found.named
    assert swapped_terms(document("x.txt", FIRST.format("Harlow Mill") + SECOND.format("Harlow Factory"))) == ()


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        ("landing", "land", Relation.FORM),
        ("carrier", "car", Relation.FORM),
        ("ship", "vessel", Relation.BROADER),
        ("clock", "watch", Relation.SIBLING),
        ("defense", "defence", None),
        ("ship", "opinion", None),
    ],
)
def test_relations(right: str, wrong: str, expected: Relation | None) -> None:
    assert relation_of(right, wrong) is expected


def test_compounds_are_known_in_their_base_forms() -> None:
    assert known(Pair("water", "clock"))
    assert known(Pair("waters", "clocks"))
    assert not known(Pair("clock", "water"))


words = st.text("abcxyz", min_size=1, max_size=4)


@given(st.dictionaries(words, st.sets(words, min_size=1), min_size=1))
def test_every_compound_is_found(pairs: dict[str, set[str]]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(compounds, "read", lambda name: encode(pairs))
        compounds._lines.cache_clear()
        following.cache_clear()
        assert {first: set(following(first)) for first in pairs} == pairs
        assert following("q") == following("é") == frozenset()
    compounds._lines.cache_clear()
    following.cache_clear()


@pytest.mark.parametrize("content", [b"", b"water\tclock\n", HEADER.encode() + b"water\tclo"])
def test_a_damaged_list_is_refused(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr(compounds, "read", lambda name: content)
    compounds._lines.cache_clear()
    following.cache_clear()
    with pytest.raises(DataError, match=r"compounds\.txt"):
        following("water")
    compounds._lines.cache_clear()
