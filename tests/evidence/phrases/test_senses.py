from __future__ import annotations

import pytest

from paralint.data import DataError
from paralint.evidence.phrases import senses
from paralint.evidence.phrases.senses import subjects, wrong_senses
from paralint.text.read import document

POLITICS = "The prime minister lost the vote in parliament, and her {} resigned. The opposition wants an election."


def found(text: str) -> list[tuple[str, str]]:
    return [(text[each.span.start : each.span.end], each.term) for each in wrong_senses(document("x.txt", text))]


def test_a_word_that_is_foreign_to_what_is_told() -> None:
    assert found(POLITICS.format("cupboard")) == [("cupboard", "cabinet")]
    assert found(POLITICS.format("cupboards")) == [("cupboards", "cabinets")]


def test_a_word_that_begins_a_sentence() -> None:
    assert found(POLITICS.format("cabinet") + " Cupboards of this coalition fall.") == [("Cupboards", "cabinets")]


def test_two_words_around_a_small_one() -> None:
    text = "The judge sent the jury away. The lawyers took the case to the {} in the capital."
    assert found(text.format("yard of appeal")) == [("yard of appeal", "court of appeal")]
    assert found(text.format("Yard of appeal")) == []
    assert found("The neighbours met in the yard of appeal.") == []


@pytest.mark.parametrize("word", ["cabinet", "Cupboard"])
def test_the_right_word_and_names_stay(word: str) -> None:
    assert found(POLITICS.format(word)) == []


def test_a_word_stays_where_nothing_tells_the_subject() -> None:
    assert found("She kept the jam in a cupboard. The cupboard was locked.") == []


def test_a_word_stays_in_a_term_of_its_own() -> None:
    assert found(POLITICS.format("kitchen cupboard")) == []


def test_a_term_of_its_own_stays_where_little_tells_the_subject() -> None:
    text = "The brigade was late. Firefighters put out the blaze. {}Its lamps were those of two fire engines."
    assert found(text.format("The village lay in the dark.\n\n")) == []


def test_a_word_stays_where_it_tells_a_subject_itself() -> None:
    builders = "The builders need cement and bricks for the wall of the house, and they ran out of {}."
    assert found(builders.format("howitzer")) == [("howitzer", "mortar")]
    soldiers = "The artillery shelled the builders with cement and bricks, and the army brought its {} near the tanks."
    assert found(soldiers.format("howitzer")) == []


def test_a_word_stays_where_plain_things_are_at_home() -> None:
    lawmakers = "The lawmakers called for an invoice {}. The opposition wants a vote."
    assert found(lawmakers.format("against smoking")) == [("invoice", "bill")]
    assert found(lawmakers.format("of the clerk, a receipt and an envelope")) == []


def test_what_the_document_says_again_and_again_stays() -> None:
    assert found(" ".join([POLITICS.format("cupboard")] * 3)) == []


def test_the_packaged_list() -> None:
    assert subjects("minister")
    assert all(each >= 0 for each in subjects("minister")), "terms"
    assert subjects("cupboard")
    assert all(each < 0 for each in subjects("cupboard")), "homes of plain things"


@pytest.mark.parametrize("content", [b"", b"# paralint senses 1\ncupboard\tcabinet,n,0"])
def test_a_damaged_list_is_refused(content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(senses, "read", lambda name: content)
    senses._lines.cache_clear()
    with pytest.raises(DataError, match="senses"):
        senses._lines()
    senses._lines.cache_clear()
