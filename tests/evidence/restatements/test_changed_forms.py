from __future__ import annotations

import pytest

from paralint.evidence.restatements.changed_forms import changed_forms
from paralint.text.read import document

_CAPTION = "Governor Ada Quist answers letters from remaining smiths in the hall of Leer, which was sold in May"


@pytest.mark.parametrize(
    ("old", "new", "here"),
    [
        ("answers letters", "answers to letters", "to"),
        ("remaining", "remained", "remained"),
        ("was sold", "had sold", "had"),
        (", which", ", who", "who"),
        ("the hall", "hall", "in hall"),
    ],
)
def test_a_form_that_changes(old: str, new: str, here: str) -> None:
    read = document("a.txt", f"{_CAPTION}\n\n{_CAPTION.replace(old, new)}\n")
    assert [read.quote(conflict.here) for conflict in changed_forms(read)] == [here]


@pytest.mark.parametrize(
    ("old", "new"), [("answers", "is answering"), ("in the hall", "at the hall"), ("Governor", "The governor,")]
)
def test_what_a_rewording_changes(old: str, new: str) -> None:
    read = document("a.txt", f"{_CAPTION}\n\n{_CAPTION.replace(old, new)}\n")
    assert not changed_forms(read)


@pytest.mark.parametrize(
    ("old", "new", "here"),
    [
        ("on Tuesday", "at Tuesday", "at Tuesday"),
        ("where she sat", "where sat", "where sat"),
        ("has risen", "risen", "rent risen"),
        ("wore on", "worn on", "worn"),
        ("gone up by", "gone down for", "down for"),
    ],
)
def test_small_words_that_change(old: str, new: str, here: str) -> None:
    caption = (
        "On the bench where she sat on Tuesday Ada Quist shows the coat that she wore on Sunday, since the rent has"
        " risen and the price of plums has gone up by a third of a mark"
    )
    read = document("a.txt", f"{caption}\n\n{caption.replace(old, new)}\n")
    found = {read.quote(conflict.here) for conflict in changed_forms(read)}
    assert here in found


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Hasling Gap, Norfolk", "Hasling Gap, in Norfolk"),
        ("the River Itchel", "the Itchel river"),
        ("cholera vaccine", "vaccine against cholera"),
        ("former directors", "ex-directors"),
        ("the lead at", "the leadership at"),
        ("the finish line", "the finishing line"),
        ("called for the clay to be", "demanded that the clay be"),
    ],
)
def test_what_may_be_told_either_way(old: str, new: str) -> None:
    caption = (
        "Two former directors of Hasling Gap, Norfolk, with doses of cholera vaccine by the River Itchel, where they"
        " lost the lead at the finish line and called for the clay to be scrapped"
    )
    changed = caption.replace(old, new)
    assert changed != caption
    read = document("a.txt", f"{caption}\n\n{changed}\n")
    assert not changed_forms(read)
