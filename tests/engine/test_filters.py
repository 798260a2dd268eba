from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import make_rule

from paralint.data import DataError
from paralint.engine import filters
from paralint.engine.filters import Damage, confirmed, damage_of, surely_damaged, without_echoes, without_repeats
from paralint.engine.linter import Linter
from paralint.evidence.encoder.odds import NOTHING, Odds, odds
from paralint.findings import Confidence, Finding, Label, Severity, Span
from paralint.ruleset.rule import Rule
from paralint.text.document import Document
from paralint.text.read import document

HEARD = [("XYZ001", "foo", 4), ("XYZ002", "bar", 3)]
TURN = "Q: Why did you leave the island?\n\nA: I was tired, and the lamp was out, and the sea was cold that night.\n\n"
FOO = "extends: existence\ntokens: [foo]"


def found(text: str, code: str = "GRM900") -> int:
    return len(Linter([make_rule(FOO, code=code)]).lint(document("x.txt", text)))


def test_slips_of_speakers_are_theirs() -> None:
    text = "The foo keeper spoke to us.\n\n" + TURN * 3 + "A: It was foo."
    assert found(text) == 1
    assert found(text, "NAM900") == 2


def test_a_transcript_that_was_rewritten_is_reported() -> None:
    assert found(TURN * 3 + "A: It foo was foo, and foo.") == 3


def codes(rules: Sequence[Rule], text: str) -> list[str]:
    return [finding.code for finding in Linter(rules).lint(document("x.txt", text))]


def test_a_rule_that_asks_for_company_is_silent_alone() -> None:
    rules = [make_rule(FOO + "\ncompany: 2"), make_rule("extends: existence\ntokens: [bar]", code="XYZ002")]
    assert codes(rules, "It was foo.") == []
    assert codes(rules, "A bar.") == ["XYZ002"]
    assert codes(rules, "A bar, foo.") == ["XYZ002", "XYZ001"]
    assert codes(rules, "A foo, a foo.") == []  # weak signs alone
    assert codes(rules[:1], "A foo, a foo.") == ["XYZ001"] * 2  # nothing surer is asked for
    assert codes(rules, "A bar, foo." + " It was late." * 400) == ["XYZ002"]


def test_a_rule_that_asks_for_much_company_waits_for_the_others() -> None:
    rules = [make_rule(FOO + "\ncompany: 3"), make_rule("extends: existence\ntokens: [bar]", code="XYZ002")]
    assert codes(rules, "A foo, a foo, foo, " + "bar, " * 4) == ["XYZ002"] * 4
    assert codes(rules, "A foo, " + "bar, " * 5) == ["XYZ001"] + ["XYZ002"] * 5
    assert codes(rules, "A foo, " + "bar, " * 5 + "it was late. " * 400) == ["XYZ002"] * 5
    assert codes(rules[:1], "A foo, a foo, foo.") == ["XYZ001"] * 3


def test_what_the_encoder_takes_for_sound_is_dropped_where_a_rule_asks_for_its_opinion() -> None:
    text = document("x.txt", "A foo, a bar, a baz.")
    findings = [slip(code, start, start + 3) for start in (2, 9, 16) for code in ("GRM001", "PHR001")]
    assert confirmed(text, findings, {"PHR001": 0.25}) == findings  # nobody has had it read
    row = [NOTHING] * len(text.tokens)
    row[1], row[4] = -1.0, -1.2  # 0.27, 0.23
    text._derived[odds] = Odds([NOTHING] * len(row), row, [NOTHING] * len(row))
    told = confirmed(text, findings, {"PHR001": 0.25})
    assert [(each.code, each.span.start) for each in told] == [
        ("GRM001", 2),
        ("PHR001", 2),
        ("GRM001", 9),
        ("GRM001", 16),
    ]
    assert confirmed(text, findings, {}) == findings


def test_a_rule_may_ask_for_the_opinion_of_the_encoder() -> None:
    text = document("x.txt", "A foo, a bar.")
    text._derived[odds] = Odds(*[[NOTHING] * len(text.tokens)] * 3)
    rules = [
        make_rule("extends: existence\ntokens: [foo]\nconfirmed: 0.05", code="XYZ001"),
        make_rule("extends: existence\ntokens: [bar]", code="XYZ002"),
    ]
    assert [finding.code for finding in Linter(rules).lint(text)] == ["XYZ002"]


def read_page(odd: int) -> Document:
    """Return a page of 200 words, of which so many are odd to the encoder."""
    text = document("x.txt", "It was very late. " * 40)
    row = [1.0] * odd + [NOTHING] * (len(text.tokens) - odd)
    text._derived[odds] = Odds([NOTHING] * len(row), row, [NOTHING] * len(row))
    return text


def test_the_encoder_has_a_say_in_whether_a_page_was_damaged() -> None:
    assert damage_of(read_page(0), range(5)) is Damage.MUCH
    assert damage_of(read_page(9), range(4)) is Damage.NONE
    assert damage_of(read_page(4), range(3), read_along=True) is Damage.MUCH
    assert damage_of(read_page(1), range(5), read_along=True) is Damage.SOME
    assert damage_of(read_page(9), range(2), read_along=True) is Damage.SOME
    page = read_page(0)
    assert damage_of(page, range(20), read_along=True) is Damage.MUCH  # of what rules are that sure, it is not needed


def test_the_encoder_reads_no_page_of_which_there_is_little_to_say() -> None:
    text = document("x.txt", "It was late. " * 40)
    assert damage_of(text, range(1), read_along=True) is Damage.NONE
    assert text.derived(odds) is None


def test_on_a_page_that_is_not_damaged_as_a_whole_the_encoder_has_to_be_surer() -> None:
    page = read_page(0)
    row = page.derive(odds).phrase
    row[1], row[11] = 3.0, 1.0
    findings = [slip("PHR048", page.tokens.starts[at], page.tokens.ends[at]) for at in (1, 11)]
    assert surely_damaged(page, findings) == findings[:1]


def test_without_the_encoder_findings_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: Document) -> Odds:
        raise DataError("paralint/data/encoder.bin: missing")

    monkeypatch.setattr(filters, "odds", missing)
    assert damage_of(read_page(0), range(5), read_along=True) is Damage.MUCH
    assert damage_of(read_page(9), range(4), read_along=True) is Damage.NONE


def slip(code: str, start: int, end: int, confidence: Confidence = Confidence.HIGH) -> Finding:
    return Finding(code, "slip", Span(start, end), "", Severity.ERROR, confidence)


def test_of_rules_that_see_one_slip_the_surest_is_heard() -> None:
    slips = [slip("GRM001", 4, 20, Confidence.MEDIUM), slip("GRM003", 12, 20), slip("GRM002", 12, 20)]
    assert [each.code for each in without_echoes(slips)] == ["GRM002"]


def test_slips_beside_each_other_or_half_over_each_other_are_two() -> None:
    slips = [slip("GRM001", 0, 6), slip("GRM002", 4, 9), slip("GRM003", 9, 12), slip("GRM003", 9, 11)]
    assert without_echoes(slips) == sorted(slips, key=lambda each: each.span)


def test_families_do_not_echo_each_other() -> None:
    findings = [slip("GRM001", 0, 6), slip("NAM001", 0, 6), slip("PHR002", 0, 6), slip("CON001", 0, 6)]
    assert len(without_echoes(findings)) == 4


def test_of_one_name_one_thing_is_told() -> None:
    names = [slip("NAM024", 0, 6), slip("NAM067", 0, 6, Confidence.MEDIUM), slip("NAM002", 0, 9), slip("NAM002", 8, 9)]
    assert sorted(each.code for each in without_echoes(names)) == ["NAM002", "NAM002", "NAM024"]


def test_contradictions_of_one_pair_of_places_are_one() -> None:
    def against(code: str, start: int) -> Finding:
        return slip(code, 20, 26)._replace(related=(Label(Span(start, start + 6), "here"),))

    assert [each.code for each in without_echoes([against("CON050", 2), against("CON001", 0)])] == ["CON001"]
    assert len(without_echoes([against("CON050", 10), against("CON001", 0)])) == 2


def test_of_one_phrase_one_thing_is_told() -> None:
    phrases = [
        slip("PHR043", 0, 6, Confidence.MEDIUM),
        slip("PHR002", 0, 13),
        slip("PHR047", 0, 6),
        slip("PHR047", 8, 20),
    ]
    told = without_repeats(document("x.txt", "closet member of the closet"), phrases)
    assert [(each.code, each.span.start) for each in told] == [("PHR002", 0), ("PHR047", 8)]


def test_a_name_that_is_told_to_be_damaged_is_no_contradiction_too() -> None:
    def held(code: str, text: str, here: str, there: str) -> Finding:
        place, other = text.index(here), text.index(there)
        return slip(code, place, place + len(here))._replace(related=(Label(Span(other, other + len(there)), "there"),))

    text = "The Shannon Courier lay on the mat. The Shanon Courier lay on the mat of Cork."
    page = document("x.txt", text)
    name = held("NAM003", text, "Shanon", "Shannon")
    told = without_repeats(page, [held("CON091", text, "Shanon", "Shannon"), name])
    assert [each.code for each in told] == ["NAM003"]
    other_words = held("CON091", text, "Shanon", "Cork")
    assert len(without_repeats(page, [other_words, name])) == 2
    elsewhere = held("CON091", text, "of Cork", "Shannon")
    assert len(without_repeats(page, [elsewhere, name])) == 2


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 60), st.integers(1, 20)), max_size=40))
def test_every_phrase_lies_with_one_that_is_told(places: list[tuple[int, int, int]]) -> None:
    slips = [slip(f"PHR00{rule}", start, start + length) for rule, start, length in places]
    told = without_repeats(document("x.txt", "a" * 80), slips)
    assert all(any(a.span.covers(b.span) or b.span.covers(a.span) for a in told) for b in slips)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 60), st.integers(1, 20)), max_size=40))
def test_every_echo_lies_with_something_that_is_told(places: list[tuple[int, int, int]]) -> None:
    slips = [slip(f"GRM00{rule}", start, start + length) for rule, start, length in places]
    told = without_echoes(slips)
    assert all(any(a.span.covers(b.span) or b.span.covers(a.span) for a in told) for b in slips)
    for one in told:
        for other in told:
            assert one.code == other.code or not one.span.covers(other.span)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("foo foo foo", []),
        ("foo foo foo foo", []),  # nothing surer
        ("foo foo foo bar", ["XYZ001"] * 3),  # four by the count of foo, one by that of bar
        ("foo foo bar bar", ["XYZ001"] * 2),
        ("bar bar bar", ["XYZ002"] * 3),
        ("foo bar bar bar", ["XYZ001"] + ["XYZ002"] * 3),
    ],
)
def test_what_asks_for_more_company_is_none_for_what_asks_for_less(text: str, expected: list[str]) -> None:
    rules = [
        make_rule(f"extends: existence\ntokens: [{word}]\ncompany: {company}", code=code)
        for code, word, company in HEARD
    ]
    assert [finding.code for finding in Linter(rules).lint(document("x.txt", text))] == expected
