from __future__ import annotations

import pytest

from paralint.evidence.restatements.statements import Time, statement
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "predicate", "subject", "thing", "negated", "time"),
    [
        ("The council has not signed the bill.", "signed", "council", "bill", True, Time.PERFECT),
        ("The bridge, it said, was closed to lorries.", "closed", "bridge", "", False, Time.PAST),
        ("No trains were cancelled.", "cancelled", "trains", "", True, Time.PAST),
        ("None of the passengers was rescued.", "rescued", "passengers", "", True, Time.PAST),
        ("The work on the stadium is to begin in May.", "begin", "work", "", False, Time.FUTURE),
        ("The president has yet to sign the bill.", "sign", "president", "bill", False, Time.FUTURE),
        ("The lake is the deepest in the country.", "deepest", "lake", "", False, Time.PRESENT),
        ("The mill would reopen.", "reopen", "mill", "", False, Time.MODAL),
        ("The mill opened last week.", "opened", "mill", "", False, Time.PAST),
    ],
)
def test_a_clause_is_read(text: str, predicate: str, subject: str, thing: str, negated: bool, time: Time) -> None:
    given = document("t.txt", text)
    found = statement(given, given.lowers.index(predicate))
    assert found is not None
    assert found.subject is not None
    assert given.lowers[found.subject.head] == subject
    assert (given.lowers[found.object.head] if found.object is not None else "") == thing
    assert (found.negated, found.time) == (negated, time)


@pytest.mark.parametrize(("text", "word"), [("The closed bridge is old.", "closed"), ("They want to sign it.", "sign")])
def test_what_is_no_predicate_is_none(text: str, word: str) -> None:
    given = document("t.txt", text)
    assert statement(given, given.lowers.index(word)) is None
