from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paralint.data.lines import Lines
from paralint.evidence.phrases import expressions
from paralint.evidence.phrases.expressions import Template, encode, templates
from paralint.evidence.phrases.idioms import _entry, idioms, relation, runs
from paralint.evidence.phrases.triples import LIKELY
from paralint.text.read import document

KNOWN = [
    Template(("crown", "on", "throne"), 2, 0, 1, frozenset({"chair"})),
    Template(("raise", "bar", "for", "boss"), 3, 1, 1, frozenset()),
    Template(("raise", "bar", "for", "boss"), 0, 1, 1, frozenset()),
]


@pytest.fixture(autouse=True)
def known(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    content = encode(KNOWN)
    monkeypatch.setattr(expressions, "_lines", lambda: Lines(content, len(expressions.HEADER)))
    templates.cache_clear()
    _entry.cache_clear()
    yield
    templates.cache_clear()
    _entry.cache_clear()


def found(text: str) -> list[tuple[str, str]]:
    read = document("x.txt", text)
    return [(text[each.span.start : each.span.end], each.term) for each in idioms(read)]


def test_a_rarer_word_for_that_of_the_expression() -> None:
    assert found("The crown on the dais fell.") == []  # not related
    assert found("He raised the bar for his honcho.") == [
        ("raised the bar for his honcho", "raised the bar for his boss")
    ]


def test_the_expression_itself_is_left_alone() -> None:
    assert found("He raised the bar for his boss.") == []


def test_a_word_that_is_likely_there_was_not_exchanged(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "He raised the bar for his honcho."
    assert found(text)
    monkeypatch.setattr("paralint.evidence.phrases.idioms.levels", lambda *_: (0, LIKELY, 0))
    assert found(text) == []


def test_an_expression_ends_with_its_sentence() -> None:
    assert found("He raised the bar. For his honcho it was high.") == []


def test_a_name_was_not_exchanged() -> None:
    assert found("He raised the bar for Honcho.") == []


def test_a_verb_is_less_telling() -> None:
    (verb,) = idioms(document("x.txt", "He elevated the bar for the boss.")) or [None]
    assert verb is None or verb.score < 1


def test_relations_go_one_way() -> None:
    assert relation("clergyman", "minister") > 0.3
    assert relation("minister", "zzyzx") == relation("zzyzx", "minister") == relation("é", "minister") == 0


def test_runs_have_no_articles_and_end_at_marks() -> None:
    read = document("x.txt", "The bar for his boss, a high one indeed. Two words.")
    assert [[read.tokens.word(place).form for place in run] for run in runs(read)] == [
        ["bar", "for", "boss"],
        ["high", "one", "indeed"],
    ]


@given(
    st.lists(st.sampled_from(["raised", "the", "bar", "for", "his", "honcho", "boss", ".", ",", "\n\n"]), max_size=30)
)
def test_any_text(words: list[str]) -> None:
    text = " ".join(words)
    for each in idioms(document("x.txt", text)):
        assert text[each.span.start : each.span.end].startswith("raised")
