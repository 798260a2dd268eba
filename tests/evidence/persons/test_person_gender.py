from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paralint.evidence.persons.person_gender import gender_conflicts
from paralint.text.read import document


def wrong(*paragraphs: str) -> list[str]:
    text = document("t.txt", "\n\n".join(paragraphs))
    return [text.quote(conflict.here) for conflict in text.derive(gender_conflicts)]


INTRODUCED = "Mr Paul Brandt opened the lock on Friday."


@pytest.mark.parametrize(
    "paragraph",
    [
        "Mr Brandt thanked the divers. He said so twice.",
        "Mr Brandt thanked his wife. She said that it was nothing.",
        "Mr Brandt thanked Erika Vogel. She said that it was nothing.",
        "Mr Brandt thanked a young diver. She said that it was nothing.",
        'Mr Brandt said: "She will sail on Monday."',
        "The sails of the Ines were set. Mr Brandt waved at her crew, and a girl waved back.",
        "Mrs Brandt was at his side.",
    ],
)
def test_a_pronoun_that_somebody_can_bear_is_right(paragraph: str) -> None:
    assert wrong(INTRODUCED, paragraph) == []


@pytest.mark.parametrize(
    ("paragraph", "found"),
    [
        ("Mr Brandt thanked the divers, and she shook hands with them.", "she"),
        ("Mr Brandt said that the gates were tight. She added that they were new.", "She"),
        ("Mr Brandt, a retired policeman, lost her hat.", "her"),
    ],
)
def test_a_pronoun_that_nobody_can_bear_is_wrong(paragraph: str, found: str) -> None:
    assert wrong(INTRODUCED, paragraph) == [found]


def test_a_title_is_outvoted_by_titles() -> None:
    assert wrong(INTRODUCED, "Mr Brandt was there.", "Ms Brandt spoke.") == ["Ms"]
    assert wrong(INTRODUCED, "Mr Brandt was there.", "Mrs Brandt spoke.") == []
    assert wrong(INTRODUCED, "Ms Erika Brandt was there.", "Ms Brandt spoke, and Mr Brandt.") == []


def test_a_given_name_of_both_sexes_says_nothing() -> None:
    assert wrong("Kim Brandt opened the lock.", "Brandt waved at her crew.", "Brandt lost his hat.") == []


@pytest.mark.parametrize(
    ("paragraph", "found"),
    [
        ("The band played. Erika Vogel, 61, who said he hoped to see it, waved.", ["he"]),
        ("The band played. Mr Brandt said that Erika Vogel hoped to see it.", []),
        ("The band played. The gates held. Brandt said that she knew each bolt.", ["she"]),
        ("Erika Vogel knew each bolt. Brandt said that she had drawn them.", []),
        ("Erika Vogel gave Mr Brandt a cup; Mr Brandt gave him a clock.", ["him"]),
        ("The gates held, Brandt said. She also praised the pumps. His office was dry.", ["She"]),
    ],
)
def test_a_clause_ties_its_pronoun_to_a_person(paragraph: str, found: list[str]) -> None:
    assert wrong(INTRODUCED, paragraph) == found


def test_who_has_spoken_speaks_on() -> None:
    spoke = "Helen Marsh had brought a stool. She had slept badly, she said, for a week."
    assert wrong(spoke, '"I thought of the gates," he said.') == ["he"]
    assert wrong(spoke, '"I thought of the gates," she said.') == []
    assert wrong(spoke, '"I thought of the gates," said Mr Brandt. "And of you," he said.') == []


def test_a_paragraph_without_names_has_one_gender() -> None:
    taught = "Mr Paul Brandt is the last keeper. He learned it on the Elbe."
    assert wrong(taught, "He talked on until her tea was cold. Then he asked for more.") == ["her"]
    assert wrong(taught, "He talked on until his wife came and her tea was cold. Then he asked for more.") == []


@given(st.text(alphabet='He said she "Mr Roe." his, A Kim\n', max_size=200))
def test_any_text_is_read(text: str) -> None:
    read = document("t.txt", text)
    for conflict in gender_conflicts(read):
        assert 0 <= conflict.here.start < conflict.here.end <= len(text)


WOMAN = "Mrs Erika Vogel sold the tickets. Helga, her sister, kept the dog. She barked at it."
NEAR = "A nurse from Bern had come, and a man with a cart."


@pytest.mark.parametrize(
    ("paragraph", "found"),
    [
        ("Mr Brandt was asked to test the gate last week. She chose a rainy day.", ["She"]),
        ("Erika Vogel walked nine miles to see the gates himself.", ["himself"]),
        ("In a statement read by her lawyer, Anton Lund, he said that the gates were old.", ["he"]),
        ("Erika Vogel, the deputy, defended it. “The gates were old,” he said.", ["he"]),
        ("Vogel hopes that the gates hold. Her advice is short. Buy a boat. “And learn to swim,” he adds.", ["he"]),
        ("“Nobody called,” said Erika Vogel, whose husband is a diver. “I was at home,” he said.", ["he"]),
        ("Vogel, the chairman of the guild, sang. Vogel, its chairwoman, bowed.", ["chairman"]),
        ("Erika Vogel passed the oar to Helga Vogel. He rowed with her left hand.", ["He"]),
        ("Erika Vogel rowed on alone. At the gate he let her hands sink.", ["he"]),
        ("Erika Vogel is survived by her son. Anton Lund, his former husband, died in May. Her husband sang.", ["his"]),
        ("Losina Tuwala, 58, said that he slept. “I slept,” said Tuwala, who had lost her shoes.", ["he"]),
        ("Mr Brandt blamed Ms King, and his dog. Ms King said she was glad. “I am glad,” she said.", []),
        ("Is it about Joss Stone? Now Erika Vogel is like Bob Lund. He rowed.", []),
        ("Mr Brandt was asked to test the gate with a nurse. She chose a rainy day.", []),
        ("Mr Brandt was asked to test the gate last week. She said that it was safe.", []),
        ("A spokeswoman said Mr Brandt was ill. “He sleeps,” she said.", []),
        ("Erika Vogel met the man who had painted the gates himself.", []),
        ("In a statement read by his lawyer, Anton Lund, he said that the gates were old.", []),
        ("Erika Vogel is the chairwoman of one guild, and Mr Brandt, the chairman of another, is not.", []),
    ],
)  # fmt: skip
def test_who_a_sentence_is_about_is_meant_by_its_pronouns(paragraph: str, found: list[str]) -> None:
    assert wrong(INTRODUCED, NEAR, WOMAN, paragraph) == found


def test_given_names_of_the_list_need_another_sign_if_they_are_rare() -> None:
    rare, common = "Aahana Brandt opened the lock.", "Aoife Brandt opened the lock."
    assert wrong(f"{rare} He bowed.") == []
    assert wrong(f"{rare} He bowed.", "“I am glad,” said Aahana Brandt in her speech.") == ["He"]
    assert wrong(f"{common} He bowed.") == ["He"]


@pytest.mark.parametrize(
    ("paragraph", "found"),
    [
        ("Mr Brandt sold a crane in May. In June she sold another one.", ["she"]),
        ("Mr Brandt, who sold cranes, lent them to her neighbours.", []),  # Vogel's, who is spoken of above
        ("Mr Brandt sold a crane in May. If Lund agrees, she will buy another one.", []),
        ("Mr Brandt sold a crane in May. Pilot Kit Lund bought it. She flew it home.", []),
        ("Mr Brandt sold a crane. Will Lund, the cook, bought it. In May she flew it home.", []),
        ("Mr Brandt asked each keeper for his or her key.", []),
        ("Mr Brandt wrote to his keeper and sold her a crane.", []),
        ("The governor bought a crane. Her mate, Anton Lund, drove it home.", []),
    ],
)
def test_a_pronoun_stands_behind_whom_it_means(paragraph: str, found: list[str]) -> None:
    assert wrong(INTRODUCED, "Mrs Erika Vogel sold the tickets.", paragraph) == found
