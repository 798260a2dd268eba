from __future__ import annotations

from itertools import cycle, islice

from hypothesis import given
from hypothesis import strategies as st

from paralint.evidence.restatements.restatements import is_pulled, restatements
from paralint.text.document import Document
from paralint.text.read import document

CAPTION = "Firefighters pull a rowing boat from the flooded cellar of a bakery in Lismore on Tuesday"
REWRITE = "On Tuesday, fire crews are seen dragging a rowing boat out of a flooded bakery cellar in Lismore."
FILLER = [
    "The river had risen by three metres overnight.",
    "Schools stay shut for the rest of the week, the council said.",
    "Insurers expect claims of several million pounds.",
]


def text_of(*paragraphs: str) -> Document:
    return document("t.txt", "\n\n".join(paragraphs))


def pairs(document: Document) -> list[tuple[int, int]]:
    found = restatements(document).paragraphs
    return [(document.block_of(pair.first.first), document.block_of(pair.second.first)) for pair in found]


def test_a_paraphrase_is_paired_with_its_original() -> None:
    assert pairs(text_of(FILLER[0], CAPTION, REWRITE, FILLER[1])) == [(1, 2)]


def test_distance_does_not_matter() -> None:
    between = [f"{FILLER[number % 3]} Street number {number} was dry." for number in range(60)]
    assert (0, 61) in pairs(text_of(CAPTION, *between, REWRITE))


def test_unrelated_paragraphs_are_not_paired() -> None:
    assert pairs(text_of(*FILLER)) == []


def test_a_repeated_paragraph_is_one_cluster_and_no_pair() -> None:
    found = restatements(text_of(*[CAPTION] * 50, REWRITE))
    (cluster,) = found.repeats
    assert len(cluster) == 50
    assert len(found.paragraphs) == 1


def test_the_candidates_of_a_sentence_are_bounded() -> None:
    ends = [f"on day {number} of the flood in the town by the river" for number in range(3000)]
    document = text_of(*(f"{FILLER[0][:-1]} {end}." for end in ends))
    assert len(restatements(document).paragraphs) <= 3000 * (8 * 24 + 2)


def test_the_rate_counts_pairs_per_hundred_sentences() -> None:
    assert restatements(text_of(*FILLER)).rate == 0
    assert restatements(text_of(FILLER[0], CAPTION, REWRITE)).rate > 30


@given(st.lists(st.sampled_from([CAPTION, REWRITE, *FILLER, "", "a b c", "?"]), max_size=12))
def test_every_pair_stands_in_order(paragraphs: list[str]) -> None:
    found = restatements(text_of(*paragraphs))
    for pair in (*found.paragraphs, *found.sentences):
        assert pair.first.last <= pair.second.first
        assert 0 <= pair.score <= 1


def test_equal_texts_give_equal_pairs() -> None:
    text = "\n\n".join(islice(cycle([CAPTION, *FILLER, REWRITE]), 20))
    assert restatements(document("a.txt", text)) == restatements(document("b.txt", text))


FORM = "Date: Mon, Jun {day}, 2017 at {hour}:39 by the press office of the port in Riga."


def test_passages_that_follow_a_form_are_no_restatements() -> None:
    lines = [FORM.format(day=day, hour=day) for day in range(2, 9)]
    assert document("x.txt", "\n\n".join(lines)).derive(restatements).paragraphs == ()
    assert document("x.txt", "\n\n".join(lines[:2])).derive(restatements).paragraphs != ()


def test_items_of_a_list_are_alike_on_purpose() -> None:
    pair = (
        "The ferry to Riga sails from the old pier at nine.\n\n{mark}The ferry to Oslo sails from the old pier at ten."
    )
    assert document("x.md", "- " + pair.format(mark="- ")).derive(restatements).paragraphs == ()
    assert document("x.md", pair.format(mark="")).derive(restatements).paragraphs != ()


def test_the_step_of_a_calculation_is_no_restatement() -> None:
    steps = [
        "The bakery in Lismore sells 12 loaves to each of 30 guests, 12 x 30 = 360 loaves in all.",
        "The bakery in Lismore sells 14 loaves to each of 30 guests, 420 loaves in all.",
    ]
    assert pairs(text_of(FILLER[0], *steps)) == []
    assert pairs(text_of(FILLER[0], steps[0].replace("12 x 30 = ", ""), steps[1])) == [(1, 2)]


def test_the_entries_of_an_index_are_alike_on_purpose() -> None:
    entry = "Bakery in Lismore sells a loaf of {} rye to its guests By: Desk | Lismore | {}: May {}, 2018 at {} am"
    assert pairs(text_of(entry.format("dark", "Updated", 3, 9), entry.format("light", "Updated", 4, 8))) == []
    assert pairs(text_of(entry.format("dark", "seen", 3, 9), entry.format("light", "seen", 4, 8))) == [(0, 1)]


def test_lines_that_begin_with_their_date_are_entries() -> None:
    lines = (
        "{} 14: The council of Lismore sits for the last time.",
        "{} 15: The senate of Lismore sits for the last time.",
    )
    assert pairs(text_of(*(line.format("FRIDAY, DEC.") for line in lines))) == []
    assert pairs(text_of(*(line.format("Hall") for line in lines))) == [(0, 1)]


def test_the_hours_of_updates_are_entries() -> None:
    head = "Update at {} p.m. ET. The ferry talks in Lismore go on, the harbour ministry says."
    assert pairs(text_of(head.format("3:30"), FILLER[1], head.format("5:10"))) == []


def test_what_stands_under_posts_is_alike_on_purpose() -> None:
    signed = "{} Ann B. Roe {} December {}, 2016"
    assert pairs(text_of(signed.format("—", "(@annroe)", 27), signed.format("—", "(@annroe)", 23))) == []
    assert pairs(text_of(signed.format("So wrote", "of Lismore", 27), signed.format("So wrote", "of Lismore", 23)))
    posted = "{} PM - 26 Dec 2016 from the harbour of Lismore"
    assert pairs(text_of(posted.format("10:06"), posted.format("9:53"))) == []


def pulled(*paragraphs: str) -> list[bool]:
    found = text_of(*paragraphs)
    return [is_pulled(found, pair) for pair in restatements(found).paragraphs]


def test_a_pull_quote_is_lifted_out_of_its_paragraph() -> None:
    assert pulled(f"{CAPTION}, the mayor said.", FILLER[0], CAPTION) == [True]
    assert pulled(f"{CAPTION}, the mayor said.", CAPTION) == [True]
    assert pulled(f"{CAPTION}, the mayor of the town said.", *FILLER, f"Now {CAPTION}") == [True]


def test_a_neighbour_with_a_word_exchanged_is_no_pull_quote() -> None:
    assert pulled(CAPTION, CAPTION.replace("a bakery", "a confectionery")) == [False]
    assert pulled(CAPTION, REWRITE) == [False]
