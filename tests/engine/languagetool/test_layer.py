"""What is asked, where findings stand in the document, and how they are joined to ours."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paralint.engine.languagetool.client import Endpoint
from paralint.engine.languagetool.layer import Layer, serving
from paralint.engine.languagetool.options import Options
from paralint.engine.languagetool.rules import CATEGORIES, RULES, SWITCHED_OFF
from paralint.findings import Finding, Severity, Span
from paralint.ruleset.rule import Status
from paralint.text.read import document
from tests.engine.languagetool.conftest import Exchange, FakeServer, match, matches

STABLE = [rule for rule in RULES if rule.status is Status.STABLE]
Joined = Callable[..., list[Finding]]


@pytest.fixture
def join(fake: FakeServer) -> Joined:
    def joined(text: str, *ours: Finding, path: str = "x.txt", rules: Any = STABLE, **options: Any) -> list[Finding]:
        layer = Layer(rules, Options(fake.url, **options), {fake.url: Endpoint(fake.url)})
        return layer.join(document(path, text), ours)

    return joined


def finding(code: str, start: int, end: int) -> Finding:
    return Finding(code, "test-rule", Span(start, end), "is wrong", Severity.ERROR)


def quotes(text: str, findings: list[Finding]) -> list[str]:
    return [text[found.span.start : found.span.end] for found in findings]


def test_a_finding(join: Joined) -> None:
    (found,) = join("He have gone.\n")
    assert (found.code, found.name, found.span) == ("LTL001", "languagetool-grammar", Span(3, 7))
    assert found.message == "[HE_VERB_AGR] have is wrong"
    assert (str(found.severity), str(found.confidence)) == ("warning", "medium")
    assert found.fix is not None
    assert (str(found.fix.safety), [edit.content for edit in found.fix.edits]) == ("unsafe", ["has"])


def test_no_fix_without_a_suggestion(fake: FakeServer, join: Joined) -> None:
    fake.behave = lambda exchange: exchange.answer(matches(exchange.text, replacements=()))
    assert [found.fix for found in join("He have gone.")] == [None]


def test_what_is_switched_off(fake: FakeServer, join: Joined) -> None:
    join("A text.", disabled=("MY_RULE",), language="en-GB")
    ((_, fields),) = fake.asked
    assert fields["language"] == "en-GB"
    assert fields["disabledRules"].split(",") == [*SWITCHED_OFF, "MY_RULE"]
    off = set(fields["disabledCategories"].split(","))
    assert {"TYPOS", "STYLE", "TYPOGRAPHY", "REDUNDANCY", "PLAIN_ENGLISH"} <= off
    assert not off & {"GRAMMAR", "PUNCTUATION", "CASING", "CONFUSED_WORDS"}
    join("A text.", rules=RULES)
    assert "disabledCategories" not in fake.asked[1][1]


@pytest.mark.parametrize(
    ("category", "code"),
    [*CATEGORIES.items(), ("MISC", "LTL008"), ("A_CATEGORY_OF_TOMORROW", "LTL008")],
)
def test_categories_have_codes(fake: FakeServer, join: Joined, category: str, code: str) -> None:
    fake.behave = lambda exchange: exchange.answer(matches(exchange.text, category=category))
    assert [found.code for found in join("He have gone.", rules=RULES)] == [code]
    others = [rule for rule in RULES if rule.code != code]
    assert join("He have gone.", rules=others) == [], "a server may not heed what is switched off"


def test_a_rule_that_the_server_does_not_switch_off(join: Joined) -> None:
    assert join("He have gone.", disabled=("HE_VERB_AGR",)) == []


MARKDOWN = """\
# They have 😀 have

See [the *whole* story](http://example.org/have), `have` &amp; have
been have.

- 😀 <b>ha</b>ve &#x1F600; have
"""


def test_findings_stand_in_the_original(join: Joined) -> None:
    found = join(MARKDOWN, path="x.md")
    assert quotes(MARKDOWN, found) == ["have", "have", "have", "have", "ha</b>ve", "have"]
    assert [f.fix is None for f in found] == [False, False, False, False, True, False], "a fix deletes no markup"


def test_prose_is_sent_and_not_markup(fake: FakeServer, join: Joined) -> None:
    join(MARKDOWN, path="x.md")
    assert fake.texts == ["They have 😀 have\n\nSee the whole story, \ufffc & have been have.\n\n😀 have 😀 have"]


def test_what_reaches_beyond_a_block_or_is_empty_is_left_out(fake: FakeServer, join: Joined) -> None:
    def behave(exchange: Exchange) -> None:
        spans = [(0, 4), (2, 8), (4, 6), (5, 5), (6, 9), (9, 9)]
        found = [match(exchange.text, start, end) for start, end in spans]
        exchange.answer(json.dumps({"matches": found}).encode())

    fake.behave = behave
    text = "One.\n\nTwo\n"
    assert quotes(text, join(text)) == ["One.", "Two"]


@pytest.mark.parametrize("text", ["", "\n\n \n", "![a picture](x.png)\n"])
def test_without_prose_nothing_is_asked(fake: FakeServer, join: Joined, text: str) -> None:
    assert join(text, path="x.md") == []
    assert fake.asked == []


def test_long_documents_are_asked_in_pieces(fake: FakeServer, join: Joined) -> None:
    paragraph = "All is well, they said. “They have it.” And 😀 that was it! " * 40
    text = "\n\n".join([paragraph.strip()] * 12) + "\n"
    found = join(text)
    assert len(fake.asked) > 1
    assert quotes(text, found) == ["have"] * (40 * 12)
    assert all(len(sent) <= 8_000 for sent in fake.texts)
    assert "\n\n".join(fake.texts) + "\n" == text


def test_a_long_block_is_cut_behind_a_sentence(fake: FakeServer, join: Joined) -> None:
    text = "All is well, they said. “They have it.” And 😀 that was it! " * 700
    assert quotes(text, join(text)) == ["have"] * 700
    assert len(fake.texts) > 4
    assert all(sent.rstrip()[-1] in ".!”" for sent in fake.texts)


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from(["have", "😀", "a", ".", "?”", "\n", "\n\n", "&amp;", "**b**", "x" * 5_000, "é" * 3_000])),
    st.sampled_from(["x.txt", "x.md", "x.html"]),
)
def test_every_word_is_asked_once_and_found_at_its_place(
    fake: FakeServer, join: Joined, pieces: list[str], path: str
) -> None:
    fake.asked.clear()
    text = " ".join(pieces)
    read = document(path, text)
    owed = [
        block.locate(place.start(), place.end())
        for block in read.blocks
        for place in re.finditer(r"\bhave\b", block.text)
    ]
    assert [found.span for found in join(text, path=path)] == sorted(owed)
    assert all(len(sent) <= 8_000 for sent in fake.texts)


TEXT = "He have gone to Paris and he stay."


@pytest.mark.parametrize(
    ("ours", "left"),
    [
        (("GRM", 3, 7), ["GRM001"]),  # the same place
        (("CON", 3, 7), ["CON001"]),  # the same place, whatever the kind
        (("GRM", 0, 12), ["GRM001"]),  # overlapping and of the same kind
        (("GRM", 5, 12), ["GRM001"]),
        (("DUP", 0, 34), ["DUP001", "LTL001"]),  # overlapping and of another kind
        (("GRM", 7, 12), ["LTL001", "GRM001"]),  # beside it
        (("PLT", 0, 0), ["PLT001", "LTL001"]),
    ],
)
def test_of_two_findings_ours_wins(join: Joined, ours: tuple[str, int, int], left: list[str]) -> None:
    family, start, end = ours
    found = join(TEXT, finding(f"{family}001", start, end))
    assert [f.code for f in found] == left
    labels = [label for f in found for label in f.related]
    if len(left) == 1:
        assert [(label.message, label.span) for label in labels] == [
            ("LanguageTool's HE_VERB_AGR says so too", Span(3, 7))
        ]
        assert found[0].message == "is wrong"
    else:
        assert labels == []


def test_the_label_goes_to_the_finding_on_the_same_place(join: Joined) -> None:
    found = join(TEXT, finding("GRM001", 0, 12), finding("GRM002", 3, 7))
    assert [(f.code, len(f.related)) for f in found] == [("GRM001", 0), ("GRM002", 1)]


@pytest.mark.parametrize("status", [500, 404])
def test_a_failing_server_takes_nothing_from_ours(fake: FakeServer, join: Joined, status: int) -> None:
    fake.behave = lambda exchange: exchange.answer(b"broken", status)
    notice, ours = join(TEXT, finding("GRM001", 3, 7))
    assert (notice.code, ours.code) == ("PLT005", "GRM001")
    assert notice.message.startswith(f"LanguageTool was skipped: {fake.url}")


def test_no_half_of_a_document(fake: FakeServer, join: Joined) -> None:
    def behave(exchange: Exchange) -> None:
        exchange.answer(matches(exchange.text), 200 if len(fake.asked) == 1 else 500)

    fake.behave = behave
    assert [found.code for found in join("They have it.\n\n" * 1_000)] == ["PLT005"]


def test_a_server_that_did_not_start() -> None:
    layer = Layer(STABLE, Options("local"), {"local": "there is no Java"})
    (notice,) = layer.join(document("x.txt", TEXT), [])
    assert notice.message == "LanguageTool was skipped: there is no Java"


def test_servers_of_a_run(fake: FakeServer) -> None:
    with serving([Options(fake.url), Options(None), Options(fake.url, timeout=3)]) as servers:
        assert servers == {fake.url: Endpoint(fake.url)}
    assert fake.asked == []


def test_codes_are_sound() -> None:
    assert [rule.code for rule in RULES] == [f"LTL{number:03}" for number in range(1, len(RULES) + 1)]
    assert len({rule.name for rule in RULES}) == len(RULES)
    named = [category for rule in RULES for category in rule.categories]
    assert len(named) == len(set(named))
    assert len(set(SWITCHED_OFF)) == len(SWITCHED_OFF)


def test_a_machine_without_room_for_a_server(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(language: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("paralint.engine.languagetool.local.local_server", no_room)
    with serving([Options("local")]) as servers:
        assert servers == {"local": "[Errno 28] No space left on device"}
