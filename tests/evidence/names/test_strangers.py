from __future__ import annotations

import pytest

from paralint.evidence.names.strangers import strangers
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Its head, Wilhelmina Longbeard, has left. “It was dull,” Langbart said.", [("Longbeard", "Langbart")]),
        ("Ida Roe, of the firm Roe, was calm.\n\n“It is a kink,” Mukasa said.", [("Roe", "Mukasa")]),
        ("Stella Whitebrook, 61, is calm.\n\n“It is a kink,” said Clearbrook.", [("Clearbrook", "Whitebrook")]),
        ("It came from the verger, Emrys Foulweather.\n\nMerryweather, 61, wept.", [("Merryweather", "Foulweather")]),
        ("The rebels have Captain Thunderclap.\n\n“The road is long,” Blitz said.", [("Thunderclap", "Blitz")]),
        ("Lucy Bo, 29, was frying eggs.\n\n“The trick is socks,” An-Bo said.", [("Bo", "An-Bo")]),
        # Whoever was brought in before, or is named again, is somebody else.
        ("Jan Langbart left. Its head, Wilhelmina Longbeard, has left. “It was dull,” Langbart said.", []),
        ("Its head, Wilhelmina Longbeard, has left. “It was dull,” Langbart said. Longbeard agreed.", []),
        ("Its head, Wilhelmina Longbeard, has left. “It was dull,” Grandpa said.", []),
        ("Its head, Wilhelmina Longbeard, has left. “It was dull,” Belgium said.", []),
        ("Its head, Wilhelmina Longbeard, has left. Nothing came of it. Langbart lies north of it.", []),
        ("Its head, Wilhelmina Longbeard, has left.\n\nIt rained.\n\n“It was dull,” Langbart said.", []),
    ],
)  # fmt: skip
def test_strangers(text: str, expected: list[tuple[str, str]]) -> None:
    found = strangers(document("x.txt", text))
    assert [(flaw.form, flaw.major) for flaw in found] == expected
