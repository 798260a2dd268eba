from __future__ import annotations

import pytest

from paralint.data import DataError
from paralint.data.lines import Lines
from paralint.evidence.phrases import expressions
from paralint.evidence.phrases.expressions import DROPPED, Template, encode, key_of, templates


def test_templates_stand_under_their_anchor() -> None:
    for word in ("thumb", "barrel", "steam", "of", "rule"):
        for key, group in templates(word).items():
            for template in group:
                assert template.words[template.anchor] == word
                assert key == key_of(template.words[template.anchor + template.gap], template.gap)
                assert template.open not in (template.anchor, template.anchor + template.gap)


def test_an_idiom_is_found_by_what_is_left_of_it() -> None:
    found = [template for group in templates("of").values() for template in group]
    assert any(template.words == ("rule", "of", "thumb") and template.open == 0 for template in found)


def test_expressions_have_no_articles() -> None:
    found = [template for word in ("on", "in", "at") for group in templates(word).values() for template in group]
    assert found
    assert all(DROPPED.isdisjoint(template.words) for template in found)


@pytest.mark.parametrize("word", ["zzyzx", "", "é"])
def test_a_word_without_templates(word: str) -> None:
    assert templates(word) == {}


def test_what_is_written_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    template = Template(("fly", "in", "ointment"), 0, 1, 1, frozenset({"gnat", "bee"}))
    content = encode([template, template])
    assert content.count(b"\n") == 2
    monkeypatch.setattr(expressions, "_lines", lambda: Lines(content, len(expressions.HEADER)))
    templates.cache_clear()
    try:
        assert templates("in") == {key_of("ointment", 1): (template,)}
        assert templates("fly") == {}
    finally:
        templates.cache_clear()


@pytest.mark.parametrize("content", [b"", b"# paralint expressions 0\n", b"# paralint expressions 1\nfly\tin"])
def test_a_damaged_file_is_refused(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr(expressions, "read", lambda _: content)
    expressions._lines.cache_clear()
    try:
        with pytest.raises(DataError):
            expressions._lines()
    finally:
        expressions._lines.cache_clear()
