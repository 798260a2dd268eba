"""What is known of the verbs and phrases of a sentence."""

import pytest

from paralint.evidence.grammar.predicates import Words, sentences
from paralint.text.read import document


def read(text: str) -> Words:
    return sentences(document("text.txt", text))[0]


@pytest.mark.parametrize(
    ("text", "verb", "group"),
    [
        ("The firm has often sold its ships.", "sold", "has"),
        ("The firm would have sold its ships.", "sold", "would"),
        ("They sold their ships in May again.", "sold", "sold"),
        ("The firm is selling its ships again.", "selling", "is"),
        ("The ships were sold by the firm.", "sold", None),
        ("The ships sold in May were old.", "sold", None),
    ],
)
def test_an_active_verb_is_known_by_what_stands_before(text: str, verb: str, group: str | None) -> None:
    here = read(text)
    found = here.active(here.words.index(verb))
    assert (None if found is None else here.words[found]) == group


@pytest.mark.parametrize(
    ("text", "group", "lost"),
    [
        ("The firm has sold its ships again.", "has", False),
        ("The ships that the firm has sold sank.", "has", True),
        ("The ships the firm has sold sank.", "has", True),
        ("The mayor said that the firm has sold it.", "has", False),
        ("The firm, which has sold its ships, closed.", "has", False),
    ],
)
def test_an_object_may_stand_in_front(text: str, group: str, lost: bool) -> None:
    here = read(text)
    assert here.lost_object(here.words.index(group)) is lost


def test_a_phrase_ends_with_its_noun() -> None:
    here = read("The two old ships of the firm were lost.")
    assert here.words[here.phrase(0)] == "of"
    assert here.words[here.subject_phrase(0)] == "were"
