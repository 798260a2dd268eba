from __future__ import annotations

import pytest

from paralint.evidence.claims.opposed import denials, opposite_deeds, turned_times
from paralint.text.read import document


@pytest.mark.parametrize(
    "text",
    [
        "The bridge was closed to lorries on Monday. The bridge, which was open to lorries on Monday, is old.",
        "He was acquitted by a jury in June. He was convicted on all counts, his lawyer said.",
        "Production has stopped. Production continues at the plant.",
        "The lake is the deepest in the country. It is the shallowest lake in the country.",
        "The vaccine is safe for children, the agency said. The vaccine, it added, is unsafe for children.",
        "Copper fell 1.2 percent in the port of Leer.\n\nCopper climbed by 1.2 percent in the port of Leer.",
    ],
)
def test_opposites_of_one_thing_are_found(text: str) -> None:
    assert opposite_deeds(document("t.txt", text))


@pytest.mark.parametrize(
    "text",
    [
        "The bridge was closed to lorries. The bridge was open to cyclists.",
        "The bridge was closed on Monday. The bridge was open on Tuesday.",
        "The door was closed. Then the door was open.",
        "The hall opens at 7 a.m. for voters. The hall closes at 7 p.m. for voters.",
        "The north bridge is closed. The south bridge is open.",
        "The deal was big. In the Green New Deal it was small.",
        "The mill was open in 1994. It is closed.",
        "The show secured the future of the hall. The future of the hall is not secure.",
        "Copper fell 1.2 percent.\n\nBarley climbed by 1.2 percent.",
    ],
)
def test_what_may_be_so_is_left_alone(text: str) -> None:
    given = document("t.txt", text)
    assert not opposite_deeds(given)
    assert not denials(given)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor did not attend the ceremony. The mayor attended the ceremony with her sons.",
        "“The road is safe,” the minister said. He added that the road was not safe.",
        "Nobody was arrested, the police said. Three people were arrested near the station.",
    ],
)
def test_denials_are_found(text: str) -> None:
    assert denials(document("t.txt", text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The law came into force in March. The law will come into force next spring.", "will come"),
        ("The tunnel opened in 1994. The tunnel is to open in the autumn.", "is to open"),
        ("Work on the hall has begun. Work on the hall is to begin in May.", "is to begin"),
        ("The fair opened in May. Another fair will open in June.", ""),
        ("The fair opened in May. The fair may open in June.", ""),
        ("The mill began to pay. The mill will begin the trial of its oven.", ""),
    ],
)
def test_what_is_done_once_is_not_still_to_come(text: str, words: str) -> None:
    given = document("t.txt", text)
    assert [given.quote(conflict.here) for conflict in turned_times(given)] == ([words] if words else [])
