from paralint.engine.runner import document
from paralint.evidence.words.closed import VERBS
from paralint.evidence.words.places import blocks_with, capitals, numerals, places_of, tagged

TEXT = "The mayor opened it in 2011.\n\nNobody came. The town Opened a hall."


def test_words_are_found_where_they_stand_whatever_their_case() -> None:
    found = document("text.txt", TEXT)
    places = places_of(found, frozenset(("opened", "the", "absent")))
    assert [found.tokens.word(place).form for place in places] == ["The", "opened", "The", "Opened"]
    assert places == sorted(places)


def test_blocks_are_told_with_their_numbers() -> None:
    found = document("text.txt", TEXT)
    assert [(number, block.text) for number, block in blocks_with(found, frozenset(("nobody",)))] == [
        (1, found.blocks[1].text)
    ]
    assert blocks_with(found, frozenset(("absent",))) == []


def test_types_are_told_by_their_form() -> None:
    found = document("text.txt", TEXT)
    forms = found.tokens.forms
    assert [forms[number] for number in capitals(found)] == ["The", "Nobody", "Opened"]
    assert [forms[number] for number in numerals(found)] == ["2011"]


def test_tags_are_found_in_text_order() -> None:
    found = document("text.txt", TEXT)
    verbs = tagged(found, VERBS)
    assert verbs == sorted(verbs)
    assert all(found.tags[place] in VERBS for place in verbs)
    assert found.lowers.index("opened") in verbs
