from __future__ import annotations

import pytest

from paralint.evidence.grammar.gaps import CLASSES, empty, features, filled, is_year, later, modelled
from paralint.text.read import document


def gaps_of(text: str) -> dict[tuple[str, str, str], list[str]]:
    read = document("text.txt", text)
    gaps = [*filled(read), *empty(read)]
    return {(gap.words[gap.at - 1], CLASSES[gap.filler], gap.words[gap.at]): gap.tags for gap in gaps}


def test_a_gap_is_where_a_small_word_stands_or_might_stand() -> None:
    found = gaps_of("The lack of patience kept the farmers between two fires.")
    assert ("lack", "of", "patience") in found
    assert ("kept", "", "the") in found
    assert ("farmers", "*", "two") in found
    assert ("the", "", "lack") not in found


def test_a_gap_has_the_tags_of_the_sentence_without_what_stands_in_it() -> None:
    tags = gaps_of("They set the record for the race.")[("record", "for", "the")]
    assert len(tags) == 7


def test_the_features_do_not_tell_what_stands_there() -> None:
    with_it, without = (document("text.txt", text) for text in ("She saw lots of sheep.", "She saw lots sheep."))
    (there,) = [gap for gap in filled(with_it) if gap.filler]
    (bare,) = [gap for gap in empty(without) if gap.words[gap.at] == "sheep"]
    assert features(there) == features(bare)
    assert modelled(there) == modelled(bare)


@pytest.mark.parametrize(
    ("text", "follows"),
    [("He lost the value the bonds had gained.", True), ("He lost the value, the bonds and the rest.", False)],
)
def test_whether_a_finite_verb_follows(text: str, follows: bool) -> None:
    (gap,) = [gap for gap in empty(document("text.txt", text)) if gap.words[gap.at - 1] == "value"] or [None]
    assert (gap is not None and later(gap)) is follows


def test_years() -> None:
    assert is_year("1998")
    assert not is_year("998")
