"""What is reported of the words that a model finds odd, and how it is joined to what the rules have found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from paralint.data import DataError
from paralint.engine.language_model import layer as layer_module
from paralint.engine.language_model.layer import Layer
from paralint.engine.language_model.rules import RULES
from paralint.findings import Finding, Severity, Span
from paralint.text.read import document

Joined = Callable[..., list[Finding]]


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    layer_module._reader.cache_clear()
    yield
    layer_module._reader.cache_clear()


@pytest.fixture
def join(tiny: Path, added: None) -> Joined:

    def joined(text: str, *ours: Finding, path: str = "x.txt", rules: Any = RULES, **options: Any) -> list[Finding]:
        alone = options.pop("alone", False)
        return Layer(rules, options.pop("model", str(tiny)), **options, alone=alone).join(document(path, text), ours)

    return joined


def finding(code: str, start: int, end: int) -> Finding:
    return Finding(code, "test-rule", Span(start, end), "is wrong", Severity.ERROR)


COMPANY = tuple(finding("GRM001", 0, 1)._replace(message=str(number)) for number in range(5))


def told(text: str, findings: list[Finding]) -> list[tuple[str, str]]:
    return [(found.code, text[found.span.start : found.span.end]) for found in findings if found.code.startswith("ODD")]


def test_a_finding(join: Joined) -> None:
    (found,) = join("They put a zzfi there.\n")
    assert (found.code, found.name, found.span) == ("ODD001", "odd-grammar", Span(11, 15))
    assert found.message == "'zzfi' does not fit what stands around it"
    assert (str(found.severity), str(found.confidence), found.fix, found.related) == ("warning", "medium", None, ())


def test_sorts_have_codes(join: Joined) -> None:
    text = "A zzfi, and a qqfa or a jjha or it.\n"
    assert told(text, join(text)) == [("ODD001", "zzfi"), ("ODD002", "qqfa"), ("ODD003", "jjha")]
    assert [rule.code for rule in RULES] == ["ODD001", "ODD002", "ODD003", "ODD004", "ODD005"]
    assert told(text, join(text, rules=RULES[2:3])) == [("ODD003", "jjha")]
    (found,) = join("A zzfi of it.\n", rules=[RULES[0].with_severity(Severity.ERROR)])
    assert found.severity is Severity.ERROR


def test_what_is_doubtful_needs_company(join: Joined) -> None:
    text = "A zxfo and a zzfi of it.\n"
    assert told(text, join(text)) == [("ODD001", "zzfi")]
    assert told(text, join(text, *COMPANY[:4])) == [("ODD001", "zzfi")]
    assert told(text, join(text, *COMPANY)) == [("ODD001", "zxfo"), ("ODD001", "zzfi")]
    no_company = [found._replace(code=code) for found, code in zip(COMPANY, ("LTL001", "PLT003") * 3, strict=False)]
    assert told(text, join(text, *no_company)) == [("ODD001", "zzfi")]
    assert told(text, join(text, *COMPANY, rules=RULES[1:])) == []


def test_who_talks_may_talk_oddly_where_nothing_else_is_damaged(join: Joined) -> None:
    text = "Q: Why did you zzfi?\n\nA: I was zzfu.\n\nQ: So soon?\n\nA: Yes, we were.\n"
    assert told(text, join(text)) == []
    assert told(text, join(text, *COMPANY)) == [("ODD001", "zzfi"), ("ODD001", "zzfu")]


def test_company_of_a_long_document(join: Joined) -> None:
    text = "A zxfo. " + "All is well here. " * 400
    assert told(text, join(text, *COMPANY)) == []


def test_without_rules_odd_words_are_company_for_one_another(join: Joined) -> None:
    text = "A zxfo. " * 4
    assert told(text, join(text, alone=True)) == []
    text = "A zxfo here " * 5
    assert told(text, join(text, alone=True)) == [("ODD001", "zxfo")] * 5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It zzfi zzfu it.", ["zzfi zzfu"]),
        ("It zzfi zzfu zzfo it.", ["zzfi zzfu zzfo"]),
        ("It zzfi it zzfu it.", ["zzfi", "zzfu"]),
        ("It zzfi\n\nzzfu it.", ["zzfu"]),
        ("It “zzfi zzfu it.", ["zzfi zzfu"]),
    ],
)
def test_neighbours_are_one_finding(join: Joined, text: str, expected: list[str]) -> None:
    assert [quote for _, quote in told(text, join(text, *COMPANY))] == expected


def test_a_word_less_odd_than_its_neighbours_is_no_finding(join: Joined) -> None:
    text = "It zzfi zxfo it."
    assert [quote for _, quote in told(text, join(text, *COMPANY))] == ["zzfi"]


@pytest.mark.parametrize("text", ["", "\n\n", "![zzfi](x.png)\n", "1,000 — … 12\n", "```\nzzfi zzfu\n```\n"])
def test_what_is_no_prose(join: Joined, text: str) -> None:
    assert join(text, path="x.md", alone=True) == []


def test_findings_stand_in_the_original(join: Joined) -> None:
    text = "# It is 😀 zzfi here.\n\nSee [the *zz*fu](http://example.org/zzfi) it, `x` zzfo &amp;\nzza been.\n"
    assert [quote for _, quote in told(text, join(text, path="x.md"))] == ["zzfi", "zz*fu", "zzfo", "zza"]


def test_names_that_are_right(join: Joined) -> None:
    text = "It is Jjmiha, it is Jjmiha’s, it is Jjka of it and zzfi\n"
    assert told(text, join(text, names=["Ali Jjmiha", "zzfi"])) == [("ODD003", "Jjka"), ("ODD001", "zzfi")]


TEXT = "They put a zzfi there.\n"


@pytest.mark.parametrize(
    ("ours", "codes"),
    [
        (("GRM", 11, 15), ["GRM001"]),
        (("NAM", 13, 18), ["NAM001"]),
        (("QUO", 0, 23), ["QUO001"]),
        (("LTL", 11, 12), ["LTL001"]),
        (("GRM", 5, 11), ["GRM001", "ODD001"]),  # beside it
        (("DUP", 0, 23), ["DUP001", "ODD001"]),  # of a whole paragraph
        (("DOC", 0, 23), ["DOC001", "ODD001"]),
        (("PLT", 0, 0), ["PLT001", "ODD001"]),
    ],
)
def test_ours_wins_where_both_see_it(join: Joined, ours: tuple[str, int, int], codes: list[str]) -> None:
    family, start, end = ours
    found = join(TEXT, finding(f"{family}001", start, end))
    assert [one.code for one in found] == codes
    labels = [(label.message, label.span) for label in found[0].related]
    assert labels == ([("a language model finds this odd, too", Span(11, 15))] if len(codes) == 1 else [])


def test_what_doubtful_rules_find_is_asked_about(join: Joined) -> None:
    doubtful, sure = finding("GRM900", 0, 4), finding("GRM001", 0, 4)
    assert [one.code for one in join(TEXT, doubtful, sure)] == ["GRM001", "GRM900", "ODD001"]
    assert [one.code for one in join(TEXT, doubtful, sure, doubted=["GRM900"])] == ["GRM001", "ODD001"]
    told = join(TEXT, finding("GRM900", 5, 10), doubted=["GRM900"])
    assert [one.code for one in told] == ["GRM900", "ODD001"], "what is odd may stand beside it"


def notice(findings: list[Finding]) -> str:
    (found,) = [one for one in findings if one.code == "PLT007"]
    assert found.severity is Severity.ERROR
    return found.message


def test_without_a_model_there_is_a_notice_and_all_else(join: Joined, tmp_path: Path) -> None:
    found = join(TEXT, *COMPANY, model=str(tmp_path / "none.safetensors"))
    assert (
        notice(found)
        == f"the language model was skipped: {tmp_path / 'none.safetensors'} cannot be read: No such file or directory"
    )
    assert len(found) == 1 + len(COMPANY)


def test_what_is_added_cannot_be_read(join: Joined, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise DataError("paralint/data/language_model.bin: damaged (length)")

    monkeypatch.setattr("paralint.engine.language_model.reading.packaged", broken)
    assert notice(join(TEXT)).endswith("skipped: paralint/data/language_model.bin: damaged (length)")


def test_out_of_memory(join: Joined, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any) -> None:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr("paralint.engine.language_model.reading.Reader.read", full)
        assert notice(join(TEXT)).endswith("out of memory")
    layer_module._reader.cache_clear()
    monkeypatch.setattr("paralint.engine.language_model.reading.joined", full)
    assert notice(join(TEXT)).endswith("do not fit into the memory")


def test_a_model_is_loaded_once(join: Joined, monkeypatch: pytest.MonkeyPatch) -> None:
    join(TEXT)
    monkeypatch.setattr("paralint.engine.language_model.reading.joined", None)
    assert len(join(TEXT)) == 1
