from __future__ import annotations

from collections.abc import Callable, Sequence
from textwrap import fill

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paralint.text.blocks import Block, BlockKind
from paralint.text.plain import blocks

Check = Callable[[str, Sequence[Block]], None]

WORDS = st.text(st.sampled_from("abcdefgh"), min_size=1, max_size=12)
TEXTS = st.lists(
    st.sampled_from(
        ["Word", "word", "of", " ", "  ", "\n", "\n\n", "\t", ".", "!", "”", ":", "- ", "* ", "1. ", "2) ", "===",
         "---", "\x0b", "\x0c", "\u2028", "\u00a0", "é", "x" * 60, "The council met on Monday and", "\ufffc", "\0"]
    )
).map("".join)  # fmt: skip


def texts(text: str) -> list[str]:
    return [block.text for block in blocks(text)]


def kinds(text: str) -> list[BlockKind]:
    return [block.kind for block in blocks(text)]


def test_blank_lines_part_paragraphs() -> None:
    text = "  The first one. \n\n \t\nThe second one.\u00a0\n"
    assert blocks(text) == [
        Block(BlockKind.PARAGRAPH, "The first one.", 2),
        Block(BlockKind.PARAGRAPH, "The second one.", 22),
    ]


@pytest.mark.parametrize("text", ["", " ", "\n", " \r\n\t\r\u00a0\n\x0c"])
def test_a_text_without_prose_has_no_blocks(text: str) -> None:
    assert blocks(text) == []


WRAPPED = """\
The mayor of the town said on Monday that the old bridge, which was
built in 1932, would be closed for repairs until the spring. Until
then drivers must take the road through the valley, according to Anna
Kowalska, who leads the works. It was not clear who would pay for it.
The council meets again next week.

A second paragraph of the same file is wrapped at the same width, and
Brussels was named at the beginning of a line.
"""


def test_a_wrapped_paragraph_is_one_block() -> None:
    first, second = WRAPPED.rstrip("\n").split("\n\n")
    assert texts(WRAPPED) == [first.replace("\n", " "), second.replace("\n", " ")]


def test_wrapped_prose_leads_back_to_its_lines(check_places: Check) -> None:
    for text in (WRAPPED, WRAPPED.replace("\n", "\r\n"), WRAPPED.replace("\n", "  \n   ")):
        found = blocks(text)
        check_places(text, found)
        name = found[0].text.index("Anna Kowalska")
        span = found[0].locate(name, name + len("Anna Kowalska"))
        assert text[span.start : span.end].split() == ["Anna", "Kowalska"]


ONE_A_LINE = [
    "The president said on Tuesday that he would impose sanctions if the army crossed the border this winter.",
    "“We will see,” he said.",
    "A senior official said that no decision had been taken",
    "The minister, who spoke after a call with his colleagues in four capitals, refused to say which of the banks "
    "would be named or when the list was to be made public.",
    "Nobody answered.",
]


def test_a_file_of_one_paragraph_a_line_is_not_joined() -> None:
    assert texts("\n".join(ONE_A_LINE)) == ONE_A_LINE
    assert texts("\r\n".join(ONE_A_LINE) + "\r\n") == ONE_A_LINE


def test_a_caption_is_not_joined_with_the_next_line() -> None:
    lines = ["The president at the summit in June", "He spoke for an hour.", "Nobody asked a question."]
    assert texts("\n".join(lines)) == lines


def test_a_sentence_goes_on_in_the_next_line() -> None:
    assert texts("The head of\nBrazil spoke.\n\nHe left\nearly.") == ["The head of Brazil spoke.", "He left early."]


def test_a_line_with_room_left_ends_its_paragraph() -> None:
    text = (
        "When the first of the reports came in on Monday, nobody at the\n"
        "ministry would say what had happened to the ship in the night.\n"
        "It was lost.\n"
        "Another paragraph begins here without a blank line before it and\n"
        "goes on for a while."
    )
    assert texts(text) == [
        "When the first of the reports came in on Monday, nobody at the ministry would say what had happened to the "
        "ship in the night. It was lost.",
        "Another paragraph begins here without a blank line before it and goes on for a while.",
    ]


def test_an_indented_line_begins_a_paragraph() -> None:
    text = (
        "  The mayor said on Monday that the old bridge, which was built\n"
        "in 1932, would be closed for repairs until the spring of 2031.\n"
        "  Drivers must take the road through the valley for as long as\n"
        "the works go on."
    )
    assert texts(text) == [
        "The mayor said on Monday that the old bridge, which was built in 1932, would be closed for repairs until the "
        "spring of 2031.",
        "Drivers must take the road through the valley for as long as the works go on.",
    ]


def test_list_items() -> None:
    text = "To do:\n- buy milk\n* call the\n  Plumber\n1. first\n22) Second\n• third"
    assert [(block.kind, block.text) for block in blocks(text)] == [
        (BlockKind.PARAGRAPH, "To do:"),
        (BlockKind.ITEM, "buy milk"),
        (BlockKind.ITEM, "call the Plumber"),
        (BlockKind.ITEM, "first"),
        (BlockKind.ITEM, "Second"),
        (BlockKind.ITEM, "third"),
    ]


@pytest.mark.parametrize("line", ["-5 degrees", "1.5 million", "2014. It was", "-- so he said", "*bold*", "-", "1."])
def test_not_every_dash_or_number_is_a_list(line: str) -> None:
    assert kinds(line) == [BlockKind.PARAGRAPH]


def test_a_number_in_wrapped_prose_is_no_item() -> None:
    assert texts("The number of the dead rose to\n31. It was the worst storm in years.") == [
        "The number of the dead rose to 31. It was the worst storm in years."
    ]


PROSE = "The council voted on Monday to close the old bridge for repairs until the spring of next year."


@pytest.mark.parametrize("title", ["Council Votes to Close Old Bridge", "WHAT COMES NEXT", "Chapter 3"])
def test_a_title_over_prose_is_a_heading(title: str) -> None:
    assert [(block.kind, block.level) for block in blocks(f"{title}\n\n{PROSE}")] == [
        (BlockKind.HEADING, 1),
        (BlockKind.PARAGRAPH, 0),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "A worker stands beside the old bridge",
        "Council Votes to Close Old Bridge.",
        "“Close the Bridge”",
        "— Anna Kowalska",
        "What the council said",
        "Thirteen Words Make a Line That Nobody Would Call a Title of Anything",
    ],
)
def test_what_is_not_clearly_a_title_is_a_paragraph(line: str) -> None:
    assert kinds(f"{line}\n\n{PROSE}") == [BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]


@pytest.mark.parametrize("below", ["", "Short Line", "- " + PROSE, PROSE.rstrip(".")])
def test_a_title_needs_prose_below(below: str) -> None:
    assert BlockKind.HEADING not in kinds(f"Council Votes to Close Bridge\n\n{below}")


def test_an_underlined_line_is_a_heading_and_the_rule_no_prose() -> None:
    text = f"what comes next\n===\n{PROSE}\n\n* * *\n\n-----\n{PROSE}"
    assert [(block.kind, block.text) for block in blocks(text)] == [
        (BlockKind.HEADING, "what comes next"),
        (BlockKind.PARAGRAPH, PROSE),
        (BlockKind.PARAGRAPH, PROSE),
    ]


def test_long_lines_are_read_in_one_piece() -> None:
    line = "word " * 1_000_000
    assert blocks(line) == [Block(BlockKind.PARAGRAPH, line.rstrip(), 0)]


@given(st.lists(st.lists(WORDS, min_size=1, max_size=60), min_size=1, max_size=5), st.integers(30, 100))
def test_what_was_wrapped_is_unwrapped(paragraphs: list[list[str]], width: int) -> None:
    whole = [" ".join(words) + "." for words in paragraphs]
    assert texts("\n\n".join(fill(paragraph, width) for paragraph in whole)) == whole


@given(TEXTS)
def test_laws(check_places: Check, text: str) -> None:
    found = blocks(text)
    check_places(text, found)
    shown = [block.text for block in found]
    for line_end in ("\r\n", "\r"):
        other = text.replace("\n", line_end)
        check_places(other, blocks(other))
        assert texts(other) == shown
        assert kinds(other) == [block.kind for block in found]


def test_a_long_line_in_capitals_is_a_heading() -> None:
    shout = "MAYOR SAYS THE TOWN MUST EXPAND ITS HARBOUR IN THE FACE OF TWO DECADES OF TRADE FROM THE EAST"
    found = blocks(f"The bridge was shut at noon.\n\n{shout}\n\nShips wait outside for up to nine days.\n")
    assert [block.kind for block in found] == [BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.PARAGRAPH]
