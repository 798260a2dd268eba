from __future__ import annotations

from collections import Counter
from math import isclose

from paralint.evidence.phrases.vectors import Subject, Vector, cosine, surroundings, vector_of
from paralint.evidence.words.exchanges import content_numbers
from paralint.evidence.words.terms import load
from paralint.text.read import document

TEXT = "The union raised another concern about the plant. Prices fell at Plank."


def vectors(*words: str) -> list[Vector]:
    return [vector_of(content_numbers(word)[0]) for word in words]


def total(*found: Vector) -> list[int]:
    return [sum(column) for column in zip(*[vector.coordinates for vector in found], strict=True)]


def test_a_sentence_is_the_sum_of_its_words_without_the_phrase() -> None:
    around = document("x.txt", TEXT).derive(surroundings).sentence(2, 4)
    assert list(around.coordinates) == total(*vectors("union", "plant"))
    assert around.square == sum(each * each for each in around.coordinates)


def test_names_say_nothing_of_a_sentence() -> None:
    around = document("x.txt", TEXT).derive(surroundings).sentence(9, 9)
    assert list(around.coordinates) == total(*vectors("fell"))


def test_near_words_count_for_more() -> None:
    window = document("x.txt", TEXT).derive(surroundings).window(4)
    union, raised, another, plant = (vector.coordinates for vector in vectors("union", "raised", "another", "plant"))
    expected = zip(union, raised, another, plant, strict=True)
    assert list(window.coordinates) == [20 * a + 30 * b + 60 * c + 20 * d for a, b, c, d in expected]


def test_likeness_to_the_subject_is_a_cosine() -> None:
    words = [content_numbers(word)[0] for word in ("union", "plant", "strike", "worker", "wage", "river", "tree")]
    subject = Subject(Counter(words))
    for word in words:
        assert isclose(subject.likeness(word), cosine(vector_of(word), subject.vector))


def test_where_no_word_is_nothing_is_alike() -> None:
    subject = Subject(Counter())
    assert subject.likeness(0) == 0
    assert set(subject.vector.coordinates) == {0}
    assert len(subject.vector.coordinates) == load().dimensions
