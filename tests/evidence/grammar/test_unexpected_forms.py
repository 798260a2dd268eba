"""Verbs in a form that the models of subjects and forms do not expect."""

import pytest

from paralint.evidence.grammar.unexpected_forms import bare_form, fitting, slips
from paralint.text.read import document


def found(text: str) -> list[str]:
    read_text = document("text.txt", text)
    return [read_text.quote(read_text.tokens.span(slip.first, slip.last + 1)) for slip in slips(read_text)]


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("Even so, there was signs of movement at the port.", "was"),
        ("The keys of the cellar under the old mill was lost.", "was"),
        ("The painters who was asked to restore the ceiling have left.", "painters who was"),
        ("The price of the houses along the river have risen again.", "have"),
        ("They had asked 90 people to come, but only 32 was there.", "32 was"),
        ("Each of the boats have a crew of nine.", "Each of the boats have"),
        ("The number of boats in the bay have risen.", "have"),
        ("Police was called to the house at noon.", "Police was"),
        ("The bill, which span more than nine pages, was passed.", "bill, which span"),
        ("Mr. Marlow have been asked to come to the inn.", "Marlow have"),
        ("The baker in the old town sell the last of his bread at noon.", "sell"),
        ("Both sheep was found in the river by the boys on Monday.", "sheep was"),
        ("He gone to the market before the shops were open.", "He gone"),
    ],
)
def test_a_form_that_is_not_expected_is_found(text: str, slip: str) -> None:
    assert found(text) == [slip]


@pytest.mark.parametrize(
    "text",
    [
        "The keys of the cellar that the baker lent to his son were lost.",
        "The team were late for the match, and the jury were divided.",
        "She asked that the clerk sell the house.",
        "If the baker were here, he would sell it.",
        "On the hill are a church and a mill.",
        "Reclaiming the fields is hard for farmers.",
        "They left, showing the pictures to the visitors.",
        "The two farms the family has are sold.",
        "Bakers sell bread",
        "No 10 was cautious, and 2020 was a good year.",
        "Why didn't the baker sell it?",
        "Aston Villa are in the final.",
        "A further £8m was left to the clinic by the widow of its owner.",
        "Only £4m has been repaid since the crash of the firm.",
        "She was the only witness who could in theory have refused to speak.",
        "The sheep has been found in the river, and the carp were caught by boys.",
        "The boy and his mother, Ann Lee, 62, were in hospital on Monday.",
        "He said that there is only so long that a man can wait for his wages.",
        "They have reached a town of 210,000 homes that has been besieged since May.",
        "When two elephants court you, ask about the fence before you sit down.",
        "This is a point that we have raised or are raising with the owner today.",
        "The judge said that the towns filing suit have a case against the firm.",
    ],
)
def test_what_may_be_meant_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_the_forms_that_a_word_can_have() -> None:
    assert [fitting(word) for word in ("is", "were", "have", "gone", "sell")] == ["Z", "P", "PB", "NX", "PBX"]


def test_a_bare_form_goes_by_the_tag_that_fits() -> None:
    assert [bare_form("seizes", "NNS"), bare_form("left", "VBD"), bare_form("xyz", "NN")] == ["seize", "leave", "xyz"]
