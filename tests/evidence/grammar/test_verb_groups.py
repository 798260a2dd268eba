"""Verb groups whose parts do not fit."""

import pytest

from paralint.evidence.grammar.verb_groups import slips
from paralint.text.read import document


def found(text: str) -> list[tuple[str, str]]:
    read = document("text.txt", text)
    return [(misfit.kind, read.tokens.word(misfit.last).form) for misfit in slips(read)]


@pytest.mark.parametrize(
    ("text", "kind", "verb"),
    [
        ("The bakery has tells everybody about it.", "have", "tells"),
        ("The bakery has opens the shop.", "have", "opens"),
        ("Prices have were lowered all year.", "have", "were"),
        ("Prices had becoming lower all year.", "have", "becoming"),
        ("The old pump is breaks down.", "be", "breaks"),
        ("The pond was feeds by a brook.", "be", "feeds"),
        ("The bridge was designing by the mayor.", "be", "designing"),
        ("The walls could not are seen.", "modal", "are"),
        ("The team will faces the champions.", "modal", "faces"),
        ("The work does not requiring a permit.", "modal", "requiring"),
        ("They asked the two firms to investigating the leak.", "to", "investigating"),
        ("It was easy to obtaining a permit.", "to", "obtaining"),
        ("He shook off an injury to taking his place.", "to", "taking"),
        ("He would have are here.", "have", "are"),
        ("She was glad to been there.", "to", "been"),
        ("It was a mistake of tells the press.", "preposition", "tells"),
        ("He left town after are sacked.", "preposition", "are"),
        ("They fear the grew needs of the town.", "article", "grew"),
    ],
)
def test_a_form_that_does_not_fit(text: str, kind: str, verb: str) -> None:
    assert found(text) == [(kind, verb)]


@pytest.mark.parametrize(
    "text",
    [
        "The bakery has plans and the mill has doubts about them.",
        "What the mill has is old, and all they could do was wait.",
        "Those were games that we lost; it was Wales who won.",
        "There are also finds by the brook.",
        "The team was winning by two points, the tram arriving by noon.",
        "When will prices fall? Only then will prices fall.",
        "It comes close to being a farce; they are used to waiting.",
        "There was opposition to closing the mill, from selling bread to baking it.",
        "The man he worked for lets rooms; the day after is free.",
        "They fear a grown man, spent force and felt hats.",
        "He read of failed plans and spoke to wounded men.",
    ],
)
def test_a_form_that_fits(text: str) -> None:
    assert not found(text)


@pytest.mark.parametrize(
    ("text", "kind", "verb"),
    [
        ("The firm was corrected them in May.", "be", "corrected"),
        ("She had already answer ten of the letters.", "have", "answer"),
        ("The mayor declined to comments on it.", "to", "comments"),
    ],
)
def test_a_verb_that_looks_like_another_word(text: str, kind: str, verb: str) -> None:
    assert found(text) == [(kind, verb)]


@pytest.mark.parametrize(
    "text",
    [
        "The prize was given them in May.",
        "She had already work to do and answer papers.",
    ],
)
def test_an_object_that_is_in_its_place(text: str) -> None:
    assert not found(text)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The council agreed fund the trip.", "fund"),
        ("They want to allow foreigners buy land.", "buy"),
        ("They are willing give it up.", "give"),
    ],
)
def test_a_lost_to(text: str, verb: str) -> None:
    assert found(text) == [("lost", verb)]


@pytest.mark.parametrize(
    "text",
    [
        "They wanted help from the council.",
        "The owners they ask sell it; what they asked people say we know.",
        "The council agreed terms with the owners and helped people buy land.",
    ],
)
def test_an_infinitive_that_needs_no_to(text: str) -> None:
    assert not found(text)
