"""Places where a sentence goes on as sound text does not."""

from __future__ import annotations

import pytest

from paralint.data import DataError
from paralint.evidence.grammar.odd_places import PAD, Model, decode, encode, load, rows, scores, slips, traits_of
from paralint.text.read import document

SOUND = (
    "The clerk who ran the shop has left the town because he was ill.",
    "She asked how large it was and whether they would be able to come back.",
    "Ministers have decided to close the mine, which opened in 1962, by the end of the year.",
    "They cooked on Monday with a sheep from the island.",
    "He works for a rights group and lives by a large works.",
    "The fire there began in a kitchen.",
    "A third of his did so every year, and hers had arrived in July.",
)


def found(text: str) -> list[str]:
    parsed = document("t.txt", text)
    return [parsed.quote(parsed.tokens.span(each.first, each.last + 1)) for each in slips(parsed)]


@pytest.mark.parametrize("text", SOUND)
def test_sound_sentences_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_model_without_weights_finds_nothing_odd() -> None:
    model = decode(encode(frozenset({"the", "of"}), bytes(16), bytes(16), 0.5))
    assert (model.words, model.unit, len(model.weights), model.shift) == (frozenset({"the", "of"}), 0.5, 16, 20)
    assert list(scores(document("t.txt", SOUND[0]), model)) == []


def test_a_weight_counts_where_its_check_is_met() -> None:
    text = document("t.txt", SOUND[0])
    met = {tuple(score for _, score in scores(text, model_of(check))) for check in range(8)}
    assert len(met) > 1
    assert {score for found in met for score in found} > {0.5}


def model_of(check: int) -> Model:
    return decode(encode(frozenset(), bytes([check] * 16), bytes([1] * 16), 0.5))


def test_rows_tell_what_a_clause_has_before_and_behind() -> None:
    text = document("t.txt", "He said that she left, and the clerk stayed.")
    made = rows(text, 0, len(text.tokens), [traits_of(word, frozenset()) for word in text.tokens.types])
    before, behind = made[4][PAD:-PAD], made[5][PAD:-PAD]
    assert before[:6] == [0, 0, 9, 12, 12, 21]  # a finite verb counts nine, an opener three
    assert before[6] == 0  # the comma begins anew
    assert behind[6] % 2 == 1  # "and" is ahead


@pytest.mark.parametrize("content", [b"", b"PLOPxxxxxxxxxxxx"])
def test_a_damaged_file_is_refused(content: bytes) -> None:
    with pytest.raises(DataError, match="odd_places"):
        decode(content)


def test_the_packaged_model_is_read_once() -> None:
    assert load() is load()
