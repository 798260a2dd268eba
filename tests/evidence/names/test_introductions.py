from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paralint.evidence.names.drift import drifts
from paralint.evidence.names.introductions import is_person, resumptions
from paralint.evidence.names.mentions import mentions
from paralint.text.read import document


def found(text: str) -> list[tuple[str, str]]:
    return [(flaw.form, flaw.major) for flaw in drifts(document("a.txt", text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenji Ito runs the pump. “It leaks,” Itoh said. “It always did.”", [("Itoh", "Ito")]),
        ("Mira Kovač lost. Kovačova said she was glad.", [("Kovačova", "Kovač")]),
        ("Ola Lindberg-Hansen came. Lindberg said so.", [("Lindberg", "Lindberg-Hansen")]),
        ("“It leaks,” said Goran Eagel, the engineer. “Hard,” Eagle said later.", [("Eagle", "Eagel")]),
        ("It was opened by Pia Lindqvist. “At last,” Lindquist said.", [("Lindquist", "Lindqvist")]),
        ("Professor Owen Meredith fell. Professor Meredeth got up.", [("Meredeth", "Meredith")]),
        ("Her father, Berhanu Gebr, won. “She is quicker,” Gebra said.", [("Gebr", "Gebra")]),
        ("The clerk, Una O’Hanlon, left. Una O’Hanlona came back.", [("O’Hanlona", "O’Hanlon")]),
        ("It was Ola Lindberg-Hansen. Lindberghansen said so.", [("Lindberghansen", "Lindberg-Hansen")]),
        ("She met Kirsti Aho-Niemi. Kirsti Aho-Niemy was late, Aho-Niemi said.", [("Aho-Niemy", "Aho-Niemi")]),
    ],
)
def test_a_bare_name_is_held_against_the_last_introductions(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kenji Ito runs the pump. The Itos run a shop. Ito’s brother said no.",
        "Goran Eagel came. The eagle is a bird. Eagle’s nests are rare.",
        "Tom Clark met Jim Clarke. Clarke said no, and Clark said yes.",
        "Ewan Scott fell. The young Scot got up.",
        "Anna Iran met Leo Berg. Iraq’s envoy said nothing.",
        "Kamala Rao flew to Sri Lanka. A Sri Lankan guide met her.",
    ],
)
def test_other_names_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_only_what_was_introduced_just_before_counts_for_a_known_name() -> None:
    others = " ".join(f"{given} {family} spoke." for given, family in zip(
        ("Anna", "Boris", "Carla", "David"), ("Okonjo", "Petrenko", "Quiroga", "Rasmussen"), strict=True
    ))  # fmt: skip
    assert found(f"Pia Lindqvist came. Lindquist said so. {others}") == [("Lindquist", "Lindqvist")]
    (flaw,) = found(f"Pia Lindqvist came. {others} Later Lindqvits said so.")
    assert flaw == ("Lindqvits", "Lindqvist")


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("We met Nino Kapanadze there.", True),
        ("We met Mayor Hill there.", True),
        ("We met the New Zealand Navy there.", False),
        ("It was in North Korea then.", False),
    ],
)
def test_persons(text: str, person: bool) -> None:
    (mention,) = document("a.txt", text).derive(mentions).all
    assert is_person(mention) is person


WORDS = [
    "Anna",
    "Berg",
    "Bergh",
    "Beg",
    "said",
    ",",
    ".",
    "the",
    "Dr.",
    "’s",
    "Hawk",
    "Haek",
    "“",
    "”",
    "Lind-Berg",
    "Lindberg",
]


@given(st.lists(st.sampled_from(WORDS)))
def test_resumptions_quote_the_text(words: list[str]) -> None:
    doc = document("a.txt", " ".join(words))
    for each in resumptions(doc.derive(mentions)):
        assert doc.quote(each.span) == each.form
        assert each.person.parts[-1] == each.family != each.form
