from __future__ import annotations

import pytest

from paralint.data import DataError
from paralint.evidence.grammar.government import NOTHING, bare_slots, object_sites, slots
from paralint.evidence.grammar.governors import FIXED, HEADER, VALENCY, Demand, Governors, encode, load
from paralint.text.read import document


def _slots(text: str) -> list[tuple[str, str, str, str]]:
    return [(slot.kind, slot.lemma, slot.word, slot.complement) for slot in slots(document("x.txt", text))]


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("They rely on the river.", ("v", "rely", "on", "o")),
        ("They rely heavily on the river.", ("v", "rely", "on", "o")),
        ("She was accused of the theft.", ("p", "accuse", "of", "o")),
        ("They accused him of lying.", ("o", "accuse", "of", "g")),
        ("We saw the invasion of Poland.", ("n", "invasion", "of", "n")),
        ("He is capable of murder.", ("a", "capable", "of", "b")),
        ("They met in October.", ("v", "meet", "in", "t")),
        ("They devoted themselves to the poor.", ("o", "devote", "to", "o")),
    ],
)
def test_a_slot_is_a_governor_with_its_preposition_and_the_class_of_what_follows(
    text: str, slot: tuple[str, str, str, str]
) -> None:
    assert slot in _slots(text)


@pytest.mark.parametrize("text", ["They want to leave.", "That is what we rely on.", "They have relied, on Monday."])
def test_an_infinitive_a_stranded_preposition_and_a_comma_make_no_slot(text: str) -> None:
    assert _slots(text) == []


def test_a_noun_phrase_right_behind_a_verb_or_noun_is_a_slot_without_preposition() -> None:
    found = list(bare_slots(document("x.txt", "We heard the band, and a lot of songs. They listened a lot.")))
    assert [(slot.lemma, slot.word) for slot in found] == [("hear", NOTHING)]


def test_a_table_reads_back_as_it_was_written() -> None:
    demands = {("v", "rely"): Demand(("on", "upon"), {"of": "on", NOTHING: "on"}), ("a", "able"): Demand(("to",), {})}
    table = Governors(encode(demands))
    assert table.demand("v", "rely") == demands["v", "rely"]
    assert table.demand("a", "able") == demands["a", "able"]
    assert table.demand("n", "rely") is None


@pytest.mark.parametrize("content", ["", "v rely\ton\tof:on\n", HEADER + "v rely\ton"])
def test_a_table_of_another_version_or_cut_short_is_an_error(content: str) -> None:
    with pytest.raises(DataError):
        Governors(content)


def test_a_damaged_line_is_an_error_when_it_is_asked_for() -> None:
    with pytest.raises(DataError, match="bad line"):
        Governors(f"{HEADER}v rely\ton\tof\n").demand("v", "rely")


def test_the_packaged_table_knows_plain_facts_of_english() -> None:
    table = load()
    for kind, lemma, expected, avoided in [
        ("v", "depend", "on", "of"),
        ("a", "capable", "of", "for"),
        ("p", "accuse", "of", "for"),
        ("n", "annexation", "of", NOTHING),
    ]:
        demand = table.demand(kind, lemma)
        assert demand is not None
        assert demand.expected[0] == expected
        assert avoided in demand.avoided
        assert expected not in demand.avoided


def test_a_preposition_behind_an_object_of_several_words_belongs_to_the_verb() -> None:
    read = document(
        "x.txt", "They blame the early surge to heavy rain. They blame him to her. The surge to May was early."
    )
    found = [
        (site.kind, read.tokens.word(site.governor).form, site.word) for site in object_sites(read, frozenset({"to"}))
    ]
    assert found == [("o", "blame", "to")]


def test_the_table_by_hand_tells_which_words_make_a_phrase_with_a_preposition() -> None:
    phrases = load(VALENCY).demand(FIXED, "at")
    assert phrases is not None
    assert "least" in phrases.expected
