"""What of a word the tagger looks at."""

from __future__ import annotations

import pytest

from paralint.text.tagger_features import Word, centre_features, fold, letter_kind, lettering, shape, wide_features


@pytest.mark.parametrize(
    ("form", "key"), [("Don’t", "don't"), ("“", "``"), ("”", "''"), ("1984", "0000"), ("Years‑Long", "years-long")]
)
def test_fold(form: str, key: str) -> None:
    assert fold(form) == key


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("1984", "year"),
        ("12", "digits"),
        ("12th", "number"),
        ("A", "X"),
        ("U.S.", "XX."),
        ("NATO", "XX"),
        ("Paris", "Xx"),
        ("McCain", "XxX"),
        ("word", "x"),
        ("years-long", "x-"),
        ("iPhone", "xX"),
        ("--", "mark-"),
    ],
)
def test_shape(form: str, name: str) -> None:
    assert shape(form) == name


@pytest.mark.parametrize(
    ("sentence", "mark"),
    [
        ("The talks failed on Monday", ""),
        ("Senate Votes To Close Port", "~"),
        ("SENATE VOTES TO CLOSE PORT", "^"),
        ("Joe Biden", ""),
    ],
)
def test_lettering(sentence: str, mark: str) -> None:
    assert lettering("".join(letter_kind(form) for form in sentence.split())) == mark


def test_features_of_a_word() -> None:
    word = Word("Well-Known", "well-known", "XxX-", "JJ", 3, 1, 9, True)
    wide, centre = wide_features(word), centre_features(word)
    assert {"wwell-known", "cJJ", "sXxX-", "3own", "k3", "g1"} == set(wide)
    assert {"dXxX-", "WWell-Known", "hknown"} <= set(centre)
    assert len({feature[0] for feature in wide + centre}) == len(wide) + len(centre), "one template, one letter"
