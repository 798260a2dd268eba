from __future__ import annotations

import pytest

from paralint.evidence.grammar.adjuncts import foreign
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "match", "expected"),
    [
        ("The strike began at Oct. 27 in Oslo.", "at Oct. 27", "on"),
        ("It ended in 5 May, they said.", "in 5 May", "on"),
        ("He left on May 2010 with her.", "on May 2010", "in"),
        ("He lived there on the 1990s.", "on the 1990s", "in"),
        ("He lived there at the 19th century.", "at the 19th century", "in"),
        ("They met on the summer of 1998.", "on the summer of 1998", "in"),
        ("They met at Monday evening in Oslo.", "at Monday evening", "on"),
        ("It rang on 20:30 in the hall.", "on 20:30", "at"),
        ("He left for two years ago, they said.", "for two years ago", ""),
        ("He will return on next month, they said.", "on next month", ""),
        ("She died with 46, they said.", "with 46", "at"),
        ("He lives at Riga with her.", "at Riga", "in"),
        ("Two villages at Poland burned.", "at Poland", "in"),
        ("The talks were held to Riga in May.", "to Riga", "in"),
    ],
)
def test_foreign_prepositions(text: str, match: str, expected: str) -> None:
    read = document("text.txt", text)
    found = [(read.quote(read.tokens.span(each.preposition, each.last + 1)), each.expected) for each in foreign(read)]
    assert found == [(match, expected)]


@pytest.mark.parametrize(
    "text",
    [
        "In May 5 people left the town.",
        "A book on the 1990s was sold.",
        "They met on the morning of the vote.",
        "Sales were up £40m on last year.",
        "He shot at May, who fell.",
        "The index closed at 1970 points.",
        "He played at Leeds and lives on Malta.",
        "He went to Riga with 46 men.",
        "The talks were on Riga and its port.",
    ],
)
def test_what_prepositions_may_be(text: str) -> None:
    assert not list(foreign(document("text.txt", text)))
