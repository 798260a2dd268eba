from __future__ import annotations

from paralint.evidence.figures.figured import bare, figured
from paralint.evidence.measures.quantities import quantities
from paralint.text.read import document

CREW = document("a.txt", "It rained. The crew of 12 had eight men and about 5 women.")


def test_figures_become_marks_and_sentences_without_any_are_left_out() -> None:
    (sentence,) = CREW.derive(figured)
    assert sentence.text == "the crew of #c0 had #c1 men and #c2 women ."
    assert [each.value for each in sentence.figures("#c1 men and #c2")] == [8, 5]
    assert sentence.figure("#c0").value == 12
    assert sentence.figures("no figure") == []


def test_hedges_belong_to_their_figure_or_are_words() -> None:
    (sentence,) = CREW.derive(bare)
    assert "about #c2" in sentence.text
    assert "about" in sentence.words


def test_pieces_lead_back_to_the_text() -> None:
    (sentence,) = CREW.derive(figured)
    at = sentence.text.index("#c2")
    assert CREW.quote(sentence.span(CREW, at, at + len("#c2 women"))) == "about 5 women"
    refuted = sentence.refuted(CREW, "share", "#c0", "#c1", "why")
    assert (CREW.quote(refuted.here), CREW.quote(refuted.there)) == ("12", "eight")


def test_plain_is_what_nothing_loosens() -> None:
    assert [each.plain for each in CREW.derive(quantities)] == [True, True, False]
