"""The nouns and pronouns that are taken for the subject of a verb."""

import pytest

from paralint.evidence.grammar.expected_forms import models, subject_number
from paralint.evidence.grammar.subject_finder import NONE, Signs, candidates, signs_of, subjects
from paralint.text.read import document


def read(text: str) -> Signs:
    read_text = document("text.txt", text)
    return signs_of(read_text.lowers, read_text.tags, 0, len(read_text.lowers))


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("The price of the old houses along the river was high.", "was", "price"),
        ("The keys of the cellar that he took were lost.", "were", "keys"),
        ("The mayor, a friend of the bakers, was late.", "was", "mayor"),
        ("She came in and took the keys.", "took", "she"),
        ("Among them were two sailors.", "were", "sailors"),
    ],
)
def test_the_likeliest_subject_is_first(text: str, verb: str, subject: str) -> None:
    here = read(text)
    found = subjects(models()[0], here, list(here.words).index(verb))
    assert here.words[found[0].head] == subject
    assert sum(one.share for one in found) == pytest.approx(1)


def test_a_command_has_no_subject() -> None:
    here = read("Please open the door.")
    assert subjects(models()[0], here, 1)[0].head == NONE


def test_a_sentence_is_read_in_signs() -> None:
    here = read("The price of old houses, which he knew, was high.")
    assert "".join(here.signs) == "nOnCRpYCHn."
    assert candidates(here, 9)[0] == [7, 4, 1]
    assert subject_number(here, subjects(models()[0], here, 10)[0]) == "S"
