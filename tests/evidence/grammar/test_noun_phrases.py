from __future__ import annotations

import pytest

from paralint.evidence.grammar.noun_phrases import FORMS, context_features, noun_phrases, own, own_features
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The old dog sat in a barn.", [("dog", "the NN"), ("barn", "a NN")]),
        ("Dogs and big cats fight.", [("cats", "- NNS")]),
        ("She lost her keys.", [("keys", "NNS")]),
        ("He met two women.", [("women", "NNS")]),
        ("The car parks closed.", [("parks", "the NNS"), ("car", "NN")]),
        ("They saw the increased price.", [("price", "the NN")]),
        ("They saw captain Ola Berg.", []),  # a title is no head
        ("", []),
    ],
)
def test_what_is_asked_of_nouns(text: str, expected: list[tuple[str, str]]) -> None:
    read = document("text.txt", text)
    found = [(read.tokens.word(each.noun).form, FORMS[each.question][each.form]) for each in noun_phrases(read)]
    assert found == expected


def test_features_name_the_noun_and_its_neighbours() -> None:
    read = document("text.txt", "He came in the cold morning of May.")
    (phrase,) = noun_phrases(read)
    assert own_features(*own(read, phrase))[0] == "amorning"
    assert {"amorning <in", "amorning >of", "a<come in", "aocold"} <= set(context_features(read, phrase))


def test_the_noun_that_another_is_joined_to_is_a_feature() -> None:
    read = document("text.txt", "They saw the dog and cat.")
    dog, cat = noun_phrases(read)
    assert any(feature.endswith("&the NN") for feature in context_features(read, cat))
    assert not any("&" in feature for feature in context_features(read, dog))


def test_an_article_is_no_feature_of_the_question_for_it() -> None:
    bare, articled = (document("text.txt", text) for text in ("He came in morning.", "He came in the morning."))
    (first,), (second,) = noun_phrases(bare), noun_phrases(articled)
    assert context_features(bare, first) == context_features(articled, second)
