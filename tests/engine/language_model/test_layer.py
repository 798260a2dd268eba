"""What is reported of the words that a model finds odd, and how it is joined to what the rules have found."""

from __future__ import annotations

import builtins
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from paralint.engine.language_model import layer as layer_module
from paralint.engine.language_model.layer import Layer
from paralint.engine.language_model.probe import Probe
from paralint.engine.language_model.rules import RULES
from paralint.findings import Finding, Severity, Span
from paralint.text.read import document

Joined = Callable[..., list[Finding]]


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    layer_module._judge.cache_clear()
    yield
    layer_module._judge.cache_clear()


@pytest.fixture
def join(tiny: Path, probe: Probe, monkeypatch: pytest.MonkeyPatch) -> Joined:
    monkeypatch.setattr("paralint.engine.language_model.judge.read_probe", lambda: probe)

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
    (found,) = join("They put a fizz there.\n")
    assert (found.code, found.name, found.span) == ("ODD001", "odd-grammar", Span(11, 15))
    assert found.message == "'fizz' does not fit what stands around it"
    assert (str(found.severity), str(found.confidence), found.fix, found.related) == ("warning", "medium", None, ())


def test_sorts_have_codes(join: Joined) -> None:
    text = "A fizz, and a faqq or a hajj or it\n"
    assert told(text, join(text)) == [("ODD002", "faqq"), ("ODD003", "hajj")]
    assert [rule.code for rule in RULES] == ["ODD001", "ODD002", "ODD003"]
    assert told(text, join(text, rules=RULES[2:])) == [("ODD003", "hajj")]
    (found,) = join("A fizz of it\n", rules=[RULES[0].with_severity(Severity.ERROR)])
    assert found.severity is Severity.ERROR


def test_what_is_doubtful_needs_company(join: Joined) -> None:
    text = "A fozx and a fizz of it\n"
    assert told(text, join(text)) == [("ODD001", "fizz")]
    assert told(text, join(text, *COMPANY[:4])) == [("ODD001", "fizz")]
    assert told(text, join(text, *COMPANY)) == [("ODD001", "fozx"), ("ODD001", "fizz")]
    no_company = [found._replace(code=code) for found, code in zip(COMPANY, ("LTL001", "PLT003") * 3, strict=False)]
    assert told(text, join(text, *no_company)) == [("ODD001", "fizz")]
    assert told(text, join(text, *COMPANY, rules=RULES[1:])) == []


def test_company_of_a_long_document(join: Joined) -> None:
    text = "A fozx. " + "All is well here. " * 400
    assert told(text, join(text, *COMPANY)) == []


def test_without_rules_odd_words_are_company_for_one_another(join: Joined) -> None:
    text = "A fozx. " * 4
    assert told(text, join(text, alone=True)) == []
    text = "A fozx here " * 5
    assert told(text, join(text, alone=True)) == [("ODD001", "fozx")] * 5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fizz fuzz it", ["fizz fuzz"]),
        ("It fizz fuzz fozz it", ["fizz fuzz fozz"]),
        ("It fizz fuzz fozz fazz it", ["fizz fuzz fozz", "fazz"]),
        ("It fizz it fuzz it", ["fizz", "fuzz"]),
        ("It fozx fizz it", ["fozx fizz"]),
        ("It fozx fozx fizz fozx it", ["fozx fozx fizz"]),
        ("It fizz\n\nfuzz it", ["fizz", "fuzz"]),
        ("It “fizz fuzz it", ["fizz fuzz"]),
    ],
)
def test_neighbours_are_one_finding(join: Joined, text: str, expected: list[str]) -> None:
    assert [quote for _, quote in told(text, join(text, *COMPANY))] == expected


def test_a_word_less_odd_than_its_neighbours_is_no_finding(join: Joined) -> None:
    text = "It fizz fuzz fozz fozx it"
    assert [quote for _, quote in told(text, join(text, *COMPANY))] == ["fizz fuzz fozz"]


@pytest.mark.parametrize("text", ["", "\n\n", "![fizz](x.png)\n", "1,000 — … 12\n", "```\nfizz fuzz\n```\n"])
def test_what_is_no_prose(join: Joined, text: str) -> None:
    assert join(text, path="x.md", alone=True) == []


def test_findings_stand_in_the_original(join: Joined) -> None:
    text = "# It is 😀 fizz here\n\nSee [the *fu*zz](http://example.org/fizz) it, `x` fozz &amp;\nazz been.\n"
    assert [quote for _, quote in told(text, join(text, path="x.md"))] == ["fizz", "fu*zz", "fozz", "azz"]


def test_names_that_are_right(join: Joined) -> None:
    text = "It is Mihajj, it is Mohajj’s, it is Kajj of it and fizz\n"
    assert told(text, join(text, names=["Ali Mihajj", "fizz"])) == [("ODD003", "Kajj"), ("ODD001", "fizz")]


TEXT = "They put a fizz there.\n"


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


def notice(findings: list[Finding]) -> str:
    (found,) = [one for one in findings if one.code == "PLT007"]
    assert found.severity is Severity.ERROR
    return found.message


def test_without_a_model_there_is_a_notice_and_all_else(join: Joined, tmp_path: Path) -> None:
    found = join(TEXT, *COMPANY, model=str(tmp_path / "none.gguf"))
    assert notice(found) == f"the language model was skipped: there is no file {tmp_path / 'none.gguf'}"
    assert len(found) == 1 + len(COMPANY)


@pytest.mark.parametrize("package", ["numpy", "gguf", "tokenizers", "threadpoolctl"])
def test_without_a_package(join: Joined, package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ask = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name == "paralint.engine.language_model.judge":
            raise ModuleNotFoundError(f"No module named '{package}'", name=package)
        return ask(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    assert notice(join(TEXT)).endswith(f"the package {package} is not installed: pip install 'paralint[lm]'")


def test_out_of_memory(join: Joined, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any) -> None:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr("paralint.engine.language_model.judge.Judge.judge", full)
        assert notice(join(TEXT)).endswith("out of memory")
    layer_module._judge.cache_clear()
    monkeypatch.setattr("paralint.engine.language_model.weights.ModelFile.layer", full)
    monkeypatch.setattr("paralint.engine.language_model.judge.Transformer", full)
    assert notice(join(TEXT)).endswith("do not fit into the memory")


def test_a_model_is_loaded_once(join: Joined, monkeypatch: pytest.MonkeyPatch) -> None:
    join(TEXT)
    monkeypatch.setattr("paralint.engine.language_model.judge.ModelFile", None)
    assert len(join(TEXT)) == 1
