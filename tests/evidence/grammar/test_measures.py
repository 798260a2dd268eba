from __future__ import annotations

import pytest

from paralint.evidence.grammar.measures import Amount, amount, distances, misled
from paralint.text.document import Document
from paralint.text.read import document


def _found(read: Document) -> list[tuple[str, str]]:
    return [
        (read.quote(read.tokens.span(each.preposition, each.last + 1)), each.expected)
        for each in [*misled(read), *distances(read)]
    ]


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        ("Rents rose on 45 per cent in May.", "on 45 per cent", "by"),
        ("The price has gone down for more than a quarter.", "for more than a quarter", "by"),
        ("The sack was selling in 2,350 by dusk.", "in 2,350", "for"),
        ("The loss was estimated on £3m by them.", "on £3m", "at"),
        ("It was built for a cost of £3m.", "for a cost", "at"),
        ("They waited during months.", "during months", "for"),
        ("The lamp held out during 30.", "during 30", "for"),
        ("He trailed with nine votes.", "with nine votes", "by"),
        ("The rent went from £400 on £600 in May.", "on £600", "to"),
        ("It shut from May 1 by the middle of June.", "by the middle", "to"),
        ("They stopped nine miles of the town.", "of the", "from"),
    ],
)
def test_an_amount_behind_another_preposition(text: str, found: str, expected: str) -> None:
    assert _found(document("text.txt", text)) == [(found, expected)]


@pytest.mark.parametrize(
    "text",
    [
        "Rents rose by 45 per cent in May.",
        "Rents rose in 45 per cent of the towns and on 12 May.",
        "It grew for 30 years.",
        "The hut was cut in half.",
        "It was fined up to £300.",
        "It happened during 2015 and during the nine days.",
        "They stopped within nine miles of the town.",
        "It rose from £400 in 2015 to £600.",
    ],
)
def test_amounts_that_are_told_right(text: str) -> None:
    assert not _found(document("text.txt", text))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("about £3m", "money"),
        ("nearly 45 per cent", "share"),
        ("a quarter", "share"),
        ("30 years", "time"),
        ("nine miles", "length"),
        ("nine old ships", "count"),
        ("2015", "year"),
    ],
)
def test_kinds_of_amounts(text: str, kind: str) -> None:
    read = document("text.txt", f"By {text}.")
    found = amount(read, 1, len(read.tokens))
    assert isinstance(found, Amount)
    assert found.kind == kind
