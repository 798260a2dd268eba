"""Two texts: what a rewrite has changed, lost and added, and what it may do without being told so."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paralint.engine.chosen_rules import rules_of
from paralint.engine.compare import compare, compare_files
from paralint.engine.settings import Settings
from paralint.findings import Finding, Severity
from paralint.text.read import document

_RULES = rules_of(Settings(select=("CMP",))).rules
ORIGINAL = """\
HARWICK - The harbour board of Harwick closed the old swing bridge on Tuesday after divers found cracks in two of its \
piers, the town said.

Engineer Ingrid Solheim, who has looked after the bridge since 2009, said the cracks were up to 14 centimetres deep. \
"Nobody was in danger, and nobody will be," she told reporters. "We would rather be late than sorry."

About 3,400 vehicles cross the bridge on a working day. Repairs will cost £2.6m, the board said, and the town has not \
decided who will pay.

The National Union of Dockers welcomed the closure. Its secretary, Pawel Grabowski, said drivers had asked for a \
survey before the winter.
"""
REWRITE = """\
HARWICK - On Tuesday, the harbour board of Harwick shut the old swing bridge after cracks were found by divers in two \
of its piers, according to the town.

Ingrid Solheim, the engineer who has been in charge of the bridge since 2009, said that the cracks were as much as 14 \
cm deep. "Nobody was in danger, and nobody will be," she told reporters. "We would rather be late than sorry."

On a working day some 3,400 vehicles use the bridge. The board said that repairs would cost £2.6 million, and the town \
has not decided who will pay.

The closure was welcomed by the National Union of Dockers. Drivers had asked for a survey before the winter, said its \
secretary, Pawel Grabowski.
"""


def found(rewrite: str, original: str = ORIGINAL) -> list[tuple[str, str]]:
    """The names of the findings and what they stand on."""
    return [
        (finding.name, rewrite[finding.span.start : finding.span.end])
        for finding in compare(document("a.txt", original), document("b.txt", rewrite))
    ]


def only(rewrite: str) -> Finding:
    (finding,) = compare(document("a.txt", ORIGINAL), document("b.txt", rewrite))
    return finding


def test_a_faithful_rewrite_is_silent() -> None:
    assert found(REWRITE) == []
    assert found(ORIGINAL) == []


@pytest.mark.parametrize(
    ("right", "wrong", "name", "reported"),
    [
        ("Pawel Grabowski", "Pawel Brabantski", "renamed-in-retelling", "Brabantski"),
        ("National Union of Dockers", "National Marriage of Dockers", "renamed-in-retelling", "Marriage"),
        ("according to the town", "according to Otto Weber", "added-name", "Otto Weber"),
        ("£2.6 million", "£7.9 million", "changed-figure", "£7.9 million"),
        ("since 2009", "since 2004", "changed-date", "since 2004"),
        ("late than sorry", "late than apologetic", "changed-quotation", "apologetic"),
        ("she told reporters", "he told reporters", "wrong-pronoun", "he"),
        ("has not decided", "has decided", "lost-negation", "decided"),
        ("before the winter", "after the winter", "turned-order", "survey after the winter"),
    ],
)
def test_one_change_is_one_finding(right: str, wrong: str, name: str, reported: str) -> None:
    assert REWRITE.count(right) == 1
    rewrite = REWRITE.replace(right, wrong)
    assert (name, reported) in found(rewrite)
    assert {text for _, text in found(rewrite)} == {reported}


@pytest.mark.parametrize(
    ("right", "wrong", "name", "reported"),
    [
        ("£2.6 million", "£7.9 million", "added-figure", "£7.9 million"),
        ("since 2009", "since 2004", "added-date", "2004"),
        ("she told reporters", "he told reporters", "changed-pronoun", "he"),
        ("has not decided", "has decided", "changed-negation", "has decided"),
        ("would cost", "might cost", "changed-certainty", "might"),
        ("before the winter", "after the winter", "turned-word", "after"),
        ("board of Harwick", "board of Harwich", "added-name", "Harwich"),
    ],
)
def test_cmp_alone_tells_one_change_once(right: str, wrong: str, name: str, reported: str) -> None:
    original = ORIGINAL.replace(
        "Repairs will cost £2.6m, the board said", "The board said that repairs would cost £2.6m"
    )
    rewrite = REWRITE.replace(right, wrong)
    findings = compare(document("a.txt", original), document("b.txt", rewrite), _RULES)
    assert [(finding.name, rewrite[finding.span.start : finding.span.end]) for finding in findings] == [
        (name, reported)
    ]


def test_a_name_exchanged_for_another_one_of_the_text() -> None:
    rewrite = ORIGINAL.replace("Union of Dockers welcomed", "Union of Harwick welcomed")
    assert found(rewrite) == [("changed-name", "Harwick")]


def test_a_person_may_be_called_by_another_part_of_the_name() -> None:
    original = ORIGINAL.replace(
        "Its secretary, Pawel Grabowski, said", "Its secretary is Pawel Grabowski, and Pawel said"
    )
    assert found(original.replace("and Pawel said", "and Grabowski said"), original) == []


def test_a_negation_may_move() -> None:
    original = ORIGINAL.replace("had asked for", "had asked not to wait for")
    rewrite = ORIGINAL.replace("had asked for", "had asked to not wait for")
    assert found(rewrite, original) == []


def test_what_is_lost_is_told_where_it_would_stand() -> None:
    finding = only(REWRITE.replace(", who has been", "").replace("as much as 14 cm deep", "deep"))
    assert (finding.name, finding.severity) == ("lost-figure", Severity.WARNING)
    assert finding.message == "the rewrite has lost the figure '14 centimetres'"
    (label,) = finding.related
    assert label.filename == "a.txt"
    assert ORIGINAL[label.span.start : label.span.end] == "14 centimetres"


def test_a_lost_paragraph_is_one_finding() -> None:
    paragraphs = REWRITE.split("\n\n")
    finding = only("\n\n".join((*paragraphs[:3], "")))
    assert finding.name == "lost-passage"
    assert ORIGINAL[finding.related[0].span.start :].startswith("The National Union")


def test_an_invented_paragraph_is_one_finding() -> None:
    invented = "Mayor Odile Ferrand promised free ferries, 40 shuttle buses and a museum of tunnels by Christmas 2031."
    finding = only(f"{REWRITE}\n{invented}\n")
    assert finding.name == "added-passage"


def test_an_invented_quotation_is_told() -> None:
    invented = 'Solheim added: "Every single rivet of this wreck deserves a medal."'
    assert ("added-quotation", "Every single rivet of this wreck deserves a medal") in found(
        REWRITE.replace('late than sorry."', f'late than sorry." {invented}')
    )


def test_a_quotation_may_be_cut_and_told_without_marks() -> None:
    cut = REWRITE.replace('"Nobody was in danger, and nobody will be," she', '"Nobody was in danger," she')
    told = REWRITE.replace('"We would rather be late than sorry."', "They would rather be late than sorry, she said.")
    assert found(cut) == []
    assert found(told) == []


def test_the_fix_of_a_changed_quotation_restores_it() -> None:
    finding = only(REWRITE.replace("late than sorry", "late than apologetic"))
    assert finding.fix is not None
    assert [edit.content for edit in finding.fix.edits] == ["sorry"]


def test_paragraphs_may_change_places_and_be_joined() -> None:
    paragraphs = REWRITE.strip().split("\n\n")
    assert found("\n\n".join(reversed(paragraphs)) + "\n") == []
    assert found(" ".join(paragraphs) + "\n") == []


def test_offsets_lead_back_through_markup() -> None:
    original = ORIGINAL.replace("Ingrid Solheim", "**Ingrid** Solheim")
    rewrite = "# The bridge\n\n" + REWRITE.replace("Pawel Grabowski", "*Pawel* Brabantski &amp; sons")
    (finding,) = compare(document("a.md", original), document("b.md", rewrite))
    assert rewrite[finding.span.start : finding.span.end] == "Brabantski"


def test_what_the_original_says_against_itself_is_not_told() -> None:
    twice = ORIGINAL + "\nRepairs will cost £7.9m, the harbour board of Harwick said, and the town has not decided.\n"
    assert found(twice, twice) == []
    assert found(twice.replace("the town said", "said the town"), twice) == []


def test_a_comment_suppresses() -> None:
    wrong = REWRITE.replace("Pawel Grabowski", "Pawel Brabantski")
    comment = "<!-- paralint: disable[renamed-in-retelling] -->\n\n"
    original = document("a.md", ORIGINAL)
    assert [finding.name for finding in compare(original, document("b.md", wrong))] == ["renamed-in-retelling"]
    assert compare(original, document("b.md", comment + wrong)) == []


def test_rules_are_chosen_and_have_their_severities() -> None:
    rules = rules_of(Settings(select=("CMP",), severity=(("CMP002", Severity.INFO),))).rules
    rewrite = REWRITE.replace("Pawel Grabowski", "Pawel Brabantski").replace("£2.6 million", "£7.9 million")
    findings = compare(document("a.txt", ORIGINAL), document("b.txt", rewrite), rules)
    assert [(finding.code, finding.severity) for finding in findings] == [
        ("CMP004", Severity.ERROR),
        ("CMP002", Severity.INFO),
    ]


def test_an_unreadable_file_is_a_broken_report(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ORIGINAL, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"\xff\xfe\xfa")
    settings = Settings()._replace(max_bytes=100_000)
    for names in (("a.txt", "b.txt"), ("b.txt", "a.txt"), ("a.txt", "none.txt")):
        report = compare_files(tmp_path / names[0], tmp_path / names[1], settings, rules_of(settings).rules)
        assert report.broken
        assert [finding.code for finding in report.findings] == ["PLT001"]


@pytest.mark.parametrize(("original", "rewrite"), [("", ""), (ORIGINAL, ""), ("", ORIGINAL), ("\n\n", "a")])
def test_an_empty_text_is_a_text(original: str, rewrite: str) -> None:
    for finding in compare(document("a.txt", original), document("b.txt", rewrite)):
        assert 0 <= finding.span.start <= finding.span.end <= len(rewrite)


_WORDS = st.sampled_from([*ORIGINAL.split(), "\n\n", '"', "”", "“", "not", "12", "Anna", "Bo-Ra", "3%", "1999"])
_TEXTS = st.lists(_WORDS, max_size=40).map(" ".join)


@given(_TEXTS, _TEXTS)
def test_every_place_is_inside_its_text(original: str, rewrite: str) -> None:
    for finding in compare(document("a.txt", original), document("b.txt", rewrite), _RULES):
        assert 0 <= finding.span.start <= finding.span.end <= len(rewrite)
        for label in finding.related:
            assert 0 <= label.span.start <= label.span.end <= len(rewrite if label.filename is None else original)


@given(_TEXTS)
def test_a_text_is_faithful_to_itself(text: str) -> None:
    assert compare(document("a.txt", text), document("b.txt", text), _RULES) == []
