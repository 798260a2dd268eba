"""The ``quotations`` kind: one finding for each piece of damage, at the place where a writer would mend it."""

from __future__ import annotations

from pathlib import Path

import pytest

from paralint.engine.linter import Linter
from paralint.ruleset.load import load
from paralint.text.read import document

RULES = load([Path(__file__).parents[2] / "rules" / "quotations"]).rules
LINTER = Linter([rule.on_its_own() for rule in RULES])


def findings(text: str, name: str = "text.txt") -> list[tuple[str, str]]:
    found = document(name, text)
    return [(finding.name, found.quote(finding.span)) for finding in LINTER.lint(found)]


def mended(text: str) -> str:
    found = document("text.txt", text)
    edits = [edit for finding in LINTER.lint(found) if finding.fix for edit in finding.fix.edits]
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.content + text[edit.span.end :]
    return text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“We sold the boat. The buyer paid cash.\n\nThe sea was calm.",
            [("unclosed-quotation", "“We sold the boat. The buyer paid cash.")],
        ),
        ("‘It’s our boat, said Ruiz. He smiled.", [("unclosed-quotation", "‘It’s our boat,")]),
        ('He called it "a gift and that she "should be glad."', [("unclosed-quotation", '"a gift and')]),
        ("It was late. Nobody slept,” he said.", [("unopened-quotation", "Nobody slept,”")]),
        ("He called it “a gift’, and left.", [("mixed-quotation-marks", "“a gift’")]),
        ("“It was ours.””", [("doubled-quotation-mark", "ours.””")]),
        ("“It was ours. Moreau stated that he knew.", [("swallowed-attribution", "Moreau stated that")]),
        ("It was, “she said, ours.”", [("misplaced-quotation-mark", "“she said,")]),
        ("She said that “I know the man.”", [("that-before-direct-speech", "that “I")]),
        ("“It was ours” he said, and left.", [("missing-comma-at-attribution", "was ours” he said")]),
        ("Ada Ruiz, a diver, “said she had sold it.”", [("attribution-inside-quotation", "said she")]),
        (
            'It is "a gift to the town of Ruiz, she wrote. Moreau agreed. "It is ours," he said. "We sold it."',
            [("unclosed-quotation", '"a gift to the town of Ruiz,')],
        ),
        ("She said that “It’s ours, and stays so.”", [("that-before-direct-speech", "that “It’s")]),
        (
            "“It was a gift and a curse, she once said. “We sold it.”",
            [("unclosed-quotation", "“It was a gift and a curse,")],
        ),
        ("“It was ours, Dr. Ruiz said. He left.", [("unclosed-quotation", "“It was ours,")]),
        (
            "“It was ours,” said Ada Ruiz, a diver. It was lost. It sank, and nobody could say where.”",
            [("unopened-quotation", "It was lost. It sank, and nobody could say where.”")],
        ),
        ("She said: “We know the man,”", [("dangling-comma-in-quotation", "the man,”")]),
        ("The boat (a gift was sold.", [("unbalanced-bracket", "(a gift was")]),
        ("They left. [and]The boat sank.", [("glued-bracket", "[and]The")]),
    ],
)
def test_one_finding_for_each_damage(text: str, expected: list[tuple[str, str]]) -> None:
    assert findings(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "“One two.\n\n“Three four.\n\n“Five,” he said.",
        "‘It’s ours,’ he said. ‘It’s the Joneses’ boat.’",
        "He wrote:\n\n“One two.\n\nThree four.\n\nFive.”\n\nShe left.",
        "PM’s plan ‘dead’, say unions\n\nThe plan is 'dead', the unions say.",
        "A list: 1) one, 2) two; a) x (see 3). :-)",
    ],
)
def test_sound_text_is_silent(text: str) -> None:
    assert findings(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We sold it. The buyer paid.\n\nThe sea was calm.", "“We sold it. The buyer paid.”\n\nThe sea was calm."),
        ("‘It’s our boat, said Ruiz. He smiled.", "‘It’s our boat,’ said Ruiz. He smiled."),
        ("It was late. Nobody slept,” he said.", "It was late. “Nobody slept,” he said."),
        ("“It was ours. Moreau stated that he knew.", "“It was ours.” Moreau stated that he knew."),
        ("It was, “she said, ours.”", "It was, she said, “ours.”"),
    ],
)
def test_fixes_mend(text: str, expected: str) -> None:
    assert mended(text) == expected
    assert findings(mended(text)) == []


def test_html_is_read_as_prose() -> None:
    assert findings("<p>He called it &ldquo;a gift and left.</p>", "x.html") == [
        ("unclosed-quotation", "&ldquo;a gift and left.")
    ]


def test_the_swallowed_attribution_points_to_its_quotation() -> None:
    text = "“It was ours. Moreau stated that he knew."
    found = document("text.txt", text)
    (finding,) = LINTER.lint(found)
    assert [found.quote(label.span) for label in finding.related] == ["“"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "She said that it “looked away for years.\n\n“We know,” he said.",
            ("unclosed-quotation", "“looked away for years."),
        ),
        ("“We kept the boat, and “it was hers,” said Roe.", ("doubled-quotation-mark", "and “it was")),
        (
            "“We go,” she said. “It rains.” “No,” said Roe.\n\n“We turn back,” she said.»",
            ("unopened-quotation", "she said.»"),
        ),
        ("Obi said that “You can do it.”", ("that-before-direct-speech", "that “You can")),
    ],
)
def test_marks_that_lead_on_or_stand_alone(text: str, expected: tuple[str, str]) -> None:
    assert findings(text) == [expected]


def test_a_mark_left_at_the_end_of_the_line_before_is_told_once() -> None:
    text = 'He was seen in Oslo."\n\nIf he comes, we shall know," the officer said.'
    assert [name for name, _ in findings(text)] == ["unopened-quotation"]
