from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paralint.evidence.claims.certainty import certainties
from paralint.evidence.claims.events import events
from paralint.evidence.claims.polarity import polarity
from paralint.evidence.figures.arithmetic import arithmetic
from paralint.evidence.figures.dates import dates
from paralint.evidence.figures.figures import figures
from paralint.evidence.figures.ordinals import ordinals
from paralint.evidence.figures.totals import totals
from paralint.evidence.restatements.conflicts import Conflict
from paralint.evidence.restatements.pronouns import pronouns
from paralint.evidence.restatements.relations import relations
from paralint.evidence.restatements.roles import roles
from paralint.evidence.restatements.speakers import speakers
from paralint.text.document import Document
from paralint.text.read import document

Layer = Callable[[Document], tuple[Conflict, ...]]
LAYERS: tuple[Layer, ...] = (
    arithmetic, certainties, dates, events, figures, ordinals, polarity, pronouns, relations, roles, speakers, totals,
)  # fmt: skip

ORIGINAL = (
    "Some 450 soldiers from Latvia will cross the river Daugava near Riga before dawn on Tuesday with 30 boats, "
    "General Anna Ozola told Captain Juris Kalns, who has been in the army for twelve years"
)
CHANGES = [
    ("Some 450", "Some 950", "quantity", "Some 950"),
    ("30 boats", "80 boats", "quantity", "80"),
    ("twelve years", "twelve months", "scale", "twelve months"),
    ("on Tuesday", "on Thursday", "date", "Thursday"),
    ("Some 450", "At most 450", "", ""),
    ("General Anna", "Governor Anna", "title", "Governor Anna Ozola"),
    ("will cross", "may cross", "certainty", "may cross"),
    ("before dawn", "after dawn", "order", "Riga after dawn"),
    ("with 30 boats", "without 30 boats", "direction", "Tuesday without 30"),
    ("will cross", "will not cross", "negation", "not cross"),
    (
        "General Anna Ozola told Captain Juris Kalns",
        "Captain Juris Kalns told General Anna Ozola",
        "role",
        "Juris Kalns",
    ),
]


def read(text: str) -> list[tuple[str, str]]:
    given = document("t.txt", text)
    return [(conflict.slot, given.quote(conflict.here)) for layer in LAYERS for conflict in layer(given)]


@pytest.mark.parametrize(("old", "new", "slot", "words"), CHANGES, ids=[change[1] for change in CHANGES])
def test_one_changed_fact_is_found_and_nothing_else(old: str, new: str, slot: str, words: str) -> None:
    assert old in ORIGINAL
    found = read(f"{ORIGINAL}\n\n{ORIGINAL.replace(old, new)}.")
    assert found == ([(slot, words)] if slot else [])


def test_a_changed_fact_is_found_far_away() -> None:
    between = "\n\n".join(f"The market in street {number} sells fish and bread." for number in range(20))
    found = read(f"{ORIGINAL}\n\n{between}\n\n{ORIGINAL.replace('on Tuesday', 'on Thursday')}.")
    assert ("date", "Thursday") in found


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Some 450", "About 450"),
        ("twelve years", "a dozen years"),
        ("on Tuesday", "Tuesday"),
        ("before dawn", "ahead of dawn"),
        ("near Riga", "close to Riga"),
        ("told Captain Juris Kalns", "said to Captain Juris Kalns"),
    ],
)
def test_a_faithful_rewording_is_no_conflict(old: str, new: str) -> None:
    assert old in ORIGINAL
    assert read(f"{ORIGINAL}\n\n{ORIGINAL.replace(old, new)}.") == []


@pytest.mark.parametrize("layer", LAYERS, ids=[layer.__name__ for layer in LAYERS])
@pytest.mark.parametrize("text", ["", "\n\n", "A", "1 2 3 4", "May Will Ruled Out No There Before After 5 to 7%"])
def test_layers_read_odd_texts(layer: Layer, text: str) -> None:
    assert layer(document("t.txt", text)) == ()


@pytest.mark.parametrize("layer", LAYERS, ids=[layer.__name__ for layer in LAYERS])
def test_no_word_at_the_edge_of_a_text_breaks_a_layer(layer: Layer) -> None:
    words = f"{ORIGINAL}. {ORIGINAL}. After Ozola 's meeting with Kalns , 42 percent under $ 3 ruled out a".split()
    for cut in range(1, len(words), 3):
        layer(document("t.txt", " ".join(words[:cut]) + "\n\n" + " ".join(words[cut:])))


WORDS = """
    Anna Ozola Riga May 5 5² ½ ٣ 2014 1, $ £3m % to from in near by not no will may said that he she was is , . ? “ ” '
    's before after at least 12 months three-year the of and rose fell ruled out there all-new ² 1st meeting warned
"""


@given(st.lists(st.sampled_from([*WORDS.split(), "\n\n"]), max_size=60))
def test_layers_take_any_order_of_words(words: list[str]) -> None:
    given_text = document("t.txt", " ".join(words))
    for layer in LAYERS:
        for conflict in layer(given_text):
            assert 0 <= conflict.here.start < conflict.here.end <= len(given_text.text)
            assert 0 <= conflict.there.start < conflict.there.end <= len(given_text.text)


@pytest.mark.parametrize(
    ("old", "new", "slot", "words"),
    [
        ("for the third time", "for the 13th time", "quantity", "13th"),
        ("for the third time", "for the twenty-third time", "quantity", "twenty-third"),
        ("for the third time", "for the 3rd time", "", ""),
        ("for the third time", "for the last time", "", ""),
        ("near the old lock", "far away from the old lock", "place", "raised far away from the old"),
        ("his crew", "her crew", "gender", "her"),
        ("no more than nine", "only nine", "", ""),
        ("does not cover", "does'nt cover", "", ""),
    ],
)
def test_small_words_that_change(old: str, new: str, slot: str, words: str) -> None:
    original = (
        "Robin Vance and his crew sank the barge raised near the old lock for the third time, but no more than nine "
        "barrels went down, and the insurance of the harbour does not cover that"
    )
    assert old in original
    found = read(f"{original}.\n\n{original.replace(old, new)}.")
    assert found == ([(slot, words)] if slot else [])
