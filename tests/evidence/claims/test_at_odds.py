from __future__ import annotations

import pytest

from paralint.evidence.claims.at_odds import at_odds
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "here"),
    [
        ("The union welcomed the closure, calling it a betrayal of the town.", "welcomed"),
        ('The players attacked the new rule: "It\'s the right decision," their captain said.', "attacked"),
        ('Blom admitted that he had it. "I never touched the ring," he said.', "admitted"),
        ("He admits all 12 charges. If convicted, he faces ten years in prison.", "admits all 12 charges"),
        ("It first denied that it used lead and then conceded that it did not.", "did not"),
        ("The new bridge is due to open last month.", "last month"),
        ("The vote took place next Thursday.", "next Thursday"),
        ("The firm, set up in 1987, won its first contract in 1978.", "set up in 1987"),
        ("The mill was sold in 1931 and burnt down in 1913.", "burnt down in 1913"),
        ("The court was unanimous.\n\nTwo of the judges dissented.", "unanimous"),
        ("The old voted to leave, while the old voted to stay.", "the old"),
        ("The gate opened inwards, as it should; it opened inwards.", "it opened inwards"),
        ("It was the first time that it had burnt. In 2017 it was rebuilt after a fire.", "the first time"),
    ],
)
def test_tellings_at_odds(text: str, here: str) -> None:
    read = document("a.txt", text)
    assert here in {read.quote(conflict.here) for conflict in at_odds(read)}


@pytest.mark.parametrize(
    "text",
    [
        "The union opposed the closure, calling it a betrayal of the town.",
        'The bishop condemned the attack. "Peace would be a blessing," he said.',
        "He denies all 12 charges. If convicted, he faces ten years in prison.",
        "The new bridge is due to open next month. It was not held last week.",
        "The firm, set up in 1978, won its first contract in 1987.",
    ],
)
def test_tellings_that_agree(text: str) -> None:
    assert not at_odds(document("a.txt", text))


@pytest.mark.parametrize(
    ("text", "here"),
    [
        ("The team won 2-0 in the rain. They wept in the dressing room.", "won"),
        ("At 93 the youngest of the choir, she sang first.", "youngest"),
        ("He swam it for the first time on Sunday, as he does every year.", "for the first time"),
        ("They met in secret, in front of thousands.", "in secret"),
        ("Hamar thrashed Leer 1-0.", "thrashed"),
        ('She praised her deputy. "He is a liar," she said.', "praised"),
        ('He enjoyed the march. "It was hell," he said.', "enjoyed"),
    ],
)
def test_moods_and_manners(text: str, here: str) -> None:
    read = document("a.txt", text)
    assert here in {read.quote(conflict.here) for conflict in at_odds(read)}


def test_a_tale_that_turns() -> None:
    text = "The hall was packed last year and is now deserted. They met in secret but spoke live on television."
    assert not at_odds(document("a.txt", text))
