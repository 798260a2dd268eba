from __future__ import annotations

import string
import struct
import zlib

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from paralint.data import DataError, read
from paralint.text import lexicon
from paralint.text.lexicon import Entry, Lexicon, Reading
from paralint.text.morphology import (
    countability,
    inflect,
    is_word,
    lemma,
    match_case,
    number,
    plural,
    singular,
    verb_forms,
    vowel_sound,
    word_classes,
    zipf_frequency,
)

FORMS = [
    # lemma, tag, form
    ("go", "VBD", "went"),
    ("go", "VBN", "gone"),
    ("be", "VBZ", "is"),
    ("be", "VBN", "been"),
    ("have", "VBZ", "has"),
    ("do", "VBZ", "does"),
    ("lie", "VBG", "lying"),
    ("seize", "VBD", "seized"),
    ("seize", "VBG", "seizing"),
    ("stop", "VBD", "stopped"),
    ("admit", "VBD", "admitted"),
    ("visit", "VBD", "visited"),
    ("refer", "VBG", "referring"),
    ("offer", "VBG", "offering"),
    ("carry", "VBZ", "carries"),
    ("carry", "VBD", "carried"),
    ("play", "VBZ", "plays"),
    ("pass", "VBZ", "passes"),
    ("panic", "VBD", "panicked"),
    ("see", "VBG", "seeing"),
    ("dye", "VBG", "dyeing"),
    ("die", "VBG", "dying"),
    ("put", "VBD", "put"),
    ("weed", "VBD", "weeded"),
    ("offset", "VBD", "offset"),
    ("free", "JJR", "freer"),
    ("dry", "JJR", "drier"),
    ("respin", "VBD", "respun"),
    ("unsnap", "VBG", "unsnapping"),
    ("relay", "VBD", "relayed"),
    ("overthrow", "VBN", "overthrown"),
    ("withdraw", "VBD", "withdrew"),
    ("rap", "VBG", "rapping"),
    ("mouse", "NNS", "mice"),
    ("child", "NNS", "children"),
    ("country", "NNS", "countries"),
    ("day", "NNS", "days"),
    ("potato", "NNS", "potatoes"),
    ("photo", "NNS", "photos"),
    ("stomach", "NNS", "stomachs"),
    ("church", "NNS", "churches"),
    ("wife", "NNS", "wives"),
    ("roof", "NNS", "roofs"),
    ("crisis", "NNS", "crises"),
    ("criterion", "NNS", "criteria"),
    ("sheep", "NNS", "sheep"),
    ("series", "NNS", "series"),
    ("good", "JJR", "better"),
    ("bad", "JJS", "worst"),
    ("big", "JJR", "bigger"),
    ("happy", "JJS", "happiest"),
    ("large", "JJR", "larger"),
]


@pytest.mark.parametrize(("base", "tag", "form"), FORMS)
def test_inflect_and_lemma_are_inverse(base: str, tag: str, form: str) -> None:
    assert inflect(base, tag) == form
    assert lemma(form, tag) == base


@pytest.mark.parametrize(
    ("form", "tag", "base"),
    [
        ("found", "VBD", "find"),
        ("found", "VB", "found"),
        ("saw", "VBD", "see"),
        ("saw", "NN", "saw"),
        ("lay", "VBD", "lie"),
        ("left", "VBN", "leave"),
        ("left", "JJ", "left"),
        ("leaves", "VBZ", "leave"),
        ("leaves", "NNS", "leaf"),
        ("better", "RBR", "well"),
        ("better", "JJR", "good"),
        ("were", "VBD", "be"),
        ("are", "VBP", "be"),
        ("'re", "VBP", "be"),
        ("’ve", "VBP", "have"),
        ("n't", "RB", "not"),
        ("wo", "MD", "will"),
        ("them", "PRP", "they"),
        ("Troops", "NNS", "troop"),
        ("STATES", "NNPS", "state"),
        ("co-wrote", "VBD", "co-write"),
        ("1990s", "NNS", "1990s"),
        ("80's", "NNS", "80s"),
        ("12,000", "CD", "12000"),
        ("running", "NN", "running"),
        ("Sanders", "NNP", "sanders"),
    ],
)
def test_lemma(form: str, tag: str, base: str) -> None:
    assert lemma(form, tag) == base


@pytest.mark.parametrize(
    ("form", "tag", "base"),
    [
        ("blorped", "VBD", "blorp"),
        ("blopped", "VBD", "blop"),
        ("gromified", "VBN", "gromify"),
        ("zorking", "VBG", "zork"),
        ("drunces", "VBZ", "drunce"),
        ("wozzles", "NNS", "wozzle"),
        ("snarches", "NNS", "snarch"),
        ("flimmies", "NNS", "flimmy"),
        ("prandulating", "VBG", "prandulate"),
    ],
)
def test_lemma_of_unknown_words_follows_spelling(form: str, tag: str, base: str) -> None:
    assert not is_word(base)
    assert lemma(form, tag) == base


def test_inflect_keeps_case() -> None:
    assert inflect("Seize", "VBD") == "Seized"
    assert inflect("Go", "VBD") == "Went"
    assert inflect("GO", "VBD") == "WENT"
    assert inflect("MP", "NNS") == "MPs"
    assert inflect("carry out", "VBD") == "carried out"
    assert plural("car bomb") == "car bombs"
    assert inflect("correctly", "RBR") == "more correctly"
    assert inflect("important", "JJR") == "more important"
    assert inflect("seize", "VB") == "seize"


def test_singular_and_plural() -> None:
    assert singular("countries") == "country"
    assert singular("Countries") == "Country"
    assert singular("mice") == "mouse"
    assert singular("bus") == "bus"
    assert singular("class") == "class"
    assert singular("news") == "news"
    assert singular("police") == "police"
    assert plural("mother-in-law") == "mothers-in-law"
    assert plural("scissors") == "scissors"
    assert plural("box") == "boxes"


@pytest.mark.parametrize(
    ("form", "tags"),
    [
        ("seize", {"VB", "VBP"}),
        ("seizes", {"VBZ"}),
        ("seized", {"VBD", "VBN"}),
        ("seizing", {"VBG"}),
        ("went", {"VBD"}),
        ("ran", {"VBD"}),
        ("run", {"VB", "VBP", "VBN"}),
        ("prepped", {"VBD", "VBN"}),
        ("gone", {"VBN"}),
        ("cut", {"VB", "VBP", "VBD", "VBN"}),
        ("become", {"VB", "VBP", "VBN"}),
        ("are", {"VBP"}),
        ("be", {"VB"}),
        ("’s", {"VBZ"}),
        ("of", set()),
        ("table's", set()),
        ("", set()),
    ],
)
def test_verb_forms(form: str, tags: set[str]) -> None:
    assert verb_forms(form) == tags


def test_word_classes() -> None:
    assert word_classes("missile") == {"noun"}
    assert {"noun", "verb"} <= word_classes("attack")
    assert "adjective" in word_classes("bigger")
    assert "adverb" in word_classes("quickly")
    assert "function" in word_classes("the")
    assert "numeral" in word_classes("seven")
    assert word_classes("blorp") == frozenset()


@pytest.mark.parametrize(
    "word",
    [
        "the",
        "The",
        "unimproved",
        "missiles",
        "bedazzled",
        "café",
        "mother-in-law",
        "won",
        "a",
        "I",
        "etc",
        "party's",
        "didn’t",
        "troops'",
        "anti-government",
        "state-run",
        "three-day",
    ],
)
def test_is_word(word: str) -> None:
    assert is_word(word)


@pytest.mark.parametrize(
    "word",
    [
        "teh",
        "Zelensky",
        "recieve",
        "volodymyrzelsky",
        "",
        " ",
        "the war",
        "missile\n",
        "x1",
        "日本",
        "-",
        "war-",
        "anti-",
        "teh's",
    ],
)
def test_is_not_a_word(word: str) -> None:
    assert not is_word(word)


@pytest.mark.parametrize(
    ("noun", "kind"),
    [
        ("equipment", "mass"),
        ("information", "mass"),
        ("furniture", "mass"),
        ("advice", "mass"),
        ("news", "mass"),
        ("research", "mass"),
        ("evidence", "mass"),
        ("machinery", "mass"),
        ("water", "both"),
        ("war", "both"),
        ("missile", "count"),
        ("soldier", "count"),
        ("aircraft", "count"),
        ("police", "plural-only"),
        ("scissors", "plural-only"),
        ("blorp", "unknown"),
        ("of", "unknown"),
    ],
)
def test_countability(noun: str, kind: str) -> None:
    assert countability(noun) == kind


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("house", "singular"),
        ("houses", "plural"),
        ("news", "singular"),
        ("physics", "singular"),
        ("police", "plural"),
        ("people", "plural"),
        ("sheep", "both"),
        ("reindeer", "both"),
        ("series", "both"),
        ("criteria", "plural"),
        ("of", "unknown"),
    ],
)
def test_number(form: str, expected: str) -> None:
    assert number(form) == expected


AN = """
apple hour honest heirloom MBA FBI MP NGO SUV HIV X-ray x-ray F-16 H1N1 mRNA iPhone AK-47 8-year 8 80 800 8,000 11
11th 18th 18-month 11,000 1800s 1861 $80 €8bn unimproved unidentified unusual umbrella Uzbek O'Brien EU-wide OPEC
'old “old École Yvonne AIDS-related UNUSUAL L.A.-based M.B.A.
"""
A = """
house university European one-off once-great U.S. UN US-led UK NATO NASA UNESCO FIFA 1-year 10 1,800 110 180 1918
$1.8 unanimous unit user useful unisex Ukrainian Ukraine Uganda yes yellow B-52 U-boat T-shirt PhD Mr. St. HUGE ewe
ubiquitous Xerox heroine Herbert unicorn
"""
UNSURE = """
herb historic historical hotel SAT LED URL H/T RHEL Nguyen @home 日本 … $ 1100
"""


@pytest.mark.parametrize("word", AN.split())
def test_takes_an(word: str) -> None:
    assert vowel_sound(word) is True


@pytest.mark.parametrize("word", A.split())
def test_takes_a(word: str) -> None:
    assert vowel_sound(word) is False


@pytest.mark.parametrize("word", [*UNSURE.split(), ""])
def test_article_is_open(word: str) -> None:
    assert vowel_sound(word) is None


def test_frequency() -> None:
    assert zipf_frequency("the") > zipf_frequency("war") > zipf_frequency("annexation") > 0
    assert zipf_frequency("blorp") == 0.0


@pytest.mark.parametrize(
    ("model", "word", "expected"),
    [
        ("NATO", "word", "WORD"),
        ("Word", "word", "Word"),
        ("word", "word", "word"),
        ("word", "Word", "Word"),
        ("I", "we", "We"),
        ("", "word", "word"),
        ("“Word", "word", "Word"),
        ("12", "word", "word"),
    ],
)
def test_match_case(model: str, word: str, expected: str) -> None:
    assert match_case(model, word) == expected


@given(st.text(string.ascii_letters, min_size=1))
def test_match_case_changes_only_case(model: str) -> None:
    assert match_case(model, "volunteer").lower() == "volunteer"
    assert match_case(model, model) == model


@given(
    st.text(),
    st.sampled_from(["NN", "NNS", "NNPS", "VBD", "VBG", "VBN", "VBZ", "JJR", "JJS", "RBR", "RBS", "CD", "", "VBP"]),
)
def test_any_string_is_taken(text: str, tag: str) -> None:
    lemma(text, tag)
    inflect(text, tag)
    singular(text)
    verb_forms(text)
    number(text)
    countability(text)
    vowel_sound(text)
    assert match_case(text, text) == text


REGULAR_VERBS = """
accept attack announce argue agree blame boast bribe call change charge claim close cope create debate decide deny
describe destroy develop drop echo equip excuse expel express file gauge glue grab guess hammer hope hurry issue
judge jog kidnap label launch marry measure mix note occur offer owe panic plan prefer promise quiz rage refuse
refer relax retire sanction save ski snow stab stoop submit tie transfer try vote warn wax whip yield zigzag
"""


@given(st.sampled_from(REGULAR_VERBS.split()), st.sampled_from(["VBD", "VBN", "VBG", "VBZ"]))
def test_the_lemma_of_an_inflection_is_the_verb(verb: str, tag: str) -> None:
    form = inflect(verb, tag)
    assert lemma(form, tag) == verb
    assert tag in verb_forms(form)
    assert lemma(form.upper(), tag) == verb


@given(st.from_regex(r"\A[bdfgklmnprst][aeiou]{1,2}[bdfgklmnprst]{1,2}(?:le|er|en|ate|ize|ify|ish|)\Z"))
def test_an_unknown_verb_survives_the_round_trip_of_its_forms(verb: str) -> None:
    assume(verb[-1] != verb[-2])  # add and egg are among the few
    assume(not (verb[-1] == "e" and is_word(verb[:-1])))  # falled may be of fall
    assume(not (verb[-1] == "e" and verb[-2] == verb[-3] and is_word(verb[:-2])))  # duelled is of duel
    assume(not is_word(verb + verb[-1]))  # selled may be of sell
    for tag in ("VBD", "VBG", "VBZ"):
        form = inflect(verb, tag)
        assert inflect(lemma(form, tag), tag) == form


def test_lexicon_round_trip() -> None:
    entries = {
        "went": Entry(5.1, "-", (Reading("d", "go"),)),
        "go": Entry(6.2, "c", (Reading("b", "go"), Reading("n", "go"))),
        "axes": Entry(3.4, "-", (Reading("s", "axis"), Reading("sz", "axe"))),
        "arcs-boutants": Entry(0.0, "-", (Reading("s", "arc-boutant"),)),
    }
    content = lexicon.encode(
        entries, {("go", "d"): "went"}, {("wo", "MD"): "will"}, {"hour": True, "herb": None, "one": False}
    )
    opened = Lexicon(content)
    assert {form: opened.entry(form) for form in entries} == entries
    letters = {form: "".join(reading.forms for reading in entry.readings) for form, entry in entries.items()}
    assert {form: opened.forms(form) for form in (*entries, "zz")} == {**letters, "zz": ""}
    assert [opened.entry(form) for form in ("", "a", "gone", "ax", "zz", "go\t", "\n")] == [None] * 7
    assert opened.irregular == {("go", "d"): "went"}
    assert opened.exceptions == {("wo", "MD"): "will"}
    assert opened.vowel_sounds == {"hour": True, "herb": None, "one": False}


def test_the_packaged_lexicon_is_whole() -> None:
    content = read(lexicon.FILE)
    header = struct.Struct("<4sHHI6I")
    assert header.unpack_from(content)[3] == zlib.crc32(content[header.size :])


def test_a_damaged_lexicon_is_refused() -> None:
    content = read(lexicon.FILE)
    for damaged, reason in (
        (b"", "not a lexicon"),
        (b"XXXX" + content[4:], "not a lexicon"),
        (content[:4] + b"\x63\x00" + content[6:], "version 99"),
        (content[:-1], "damaged"),
        (content[:20], "not a lexicon"),
    ):
        with pytest.raises(DataError, match=reason):
            Lexicon(damaged)


def test_a_wrong_body_with_a_right_checksum_is_refused() -> None:
    body = b"\xff" * 6
    header = struct.pack("<4sHHI6I", b"PLLX", 1, 6, zlib.crc32(body), 1, 1, 1, 1, 1, 1)
    with pytest.raises(DataError):
        Lexicon(header + body)
