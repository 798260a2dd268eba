"""Which marks open and close what."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from paralint.evidence.quotations.brackets import bracket_defects
from paralint.evidence.quotations.damage import Damage
from paralint.evidence.quotations.pairing import End
from paralint.evidence.quotations.quotation_damage import quotation_defects
from paralint.evidence.quotations.quotations import Quotations, quotations
from paralint.evidence.quotations.speech import misquotations, mixed_styles, unmarked_speech
from paralint.text.document import Document
from paralint.text.read import document

MULTI = "“One two.\n\n“Three four.\n\n“Five,” he said."


def read(text: str) -> tuple[Document, Quotations]:
    found = document("text.txt", text)
    return found, found.derive(quotations)


def quoted(text: str) -> list[str]:
    """The words between the marks of each quotation, from its first token to its last."""
    found, layer = read(text)
    tokens = found.tokens
    return [found.quote(tokens.span(q.first, q.last)) if q.last > q.first else "" for q in layer.found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Yes,” she said.", ["Yes,"]),
        ("‘Yes’, she said.", ["Yes"]),
        ('"Yes," she said.', ["Yes,"]),
        ("'Yes,' she said.", ["Yes,"]),
        ("``Yes,'' she said.", ["Yes,"]),
        ("«Oui», dit-elle. „Ja“, sagte sie. »Ja«, sagte er.", ["Oui", "Ja", "Ja"]),
        ("“He told me, ‘She said, “No.”’”", ["He told me, ‘She said, “No.”’", "She said, “No.”", "No."]),
        ("\"He told me, 'No,'\" she said.", ["He told me, 'No,'", "No,"]),
        ("He said—“Stop!”—and fell. (“No.”) “A”—“b”", ["Stop!", "No.", "A", "b"]),
    ],
)
def test_pairs(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected
    assert all(quotation.end is End.MARK for quotation in read(text)[1].found)


@pytest.mark.parametrize(
    "text",
    [
        "It’s the dogs’ dinner; don’t touch the Joneses’ one. It's the dogs' dinner, isn't it?",
        "Back in the ’90s and the '80s we played rock ’n’ roll and rock 'n' roll.",
        "’Tis late, 'tis five o’clock; give ’em hell, give 'em hell, goin’ home, goin' home.",
        "He is 6'2\" tall, she is 5’ 10” tall; a 12\" record; boards of 8' x 4'.",
        "The U.S.’ envoy met the U.S.' envoy in St. James' park.",
        "Hawai‘i and the Qur’an.",
    ],
)
def test_apostrophes_and_inches_are_no_marks(text: str) -> None:
    layer = read(text)[1]
    assert layer.found == ()
    assert layer.strays == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("‘Agreed: it’s the Joneses’ house,’ he said.", "Agreed: it’s the Joneses’ house,"),
        ("'It's the dogs' dinner,' she said.", "It's the dogs' dinner,"),
        ("‘I saw ’em walkin’ to the Smiths’ place,’ he said.", "I saw ’em walkin’ to the Smiths’ place,"),
        ("The ‘red lines’ are the ministers’ own.", "red lines"),
        ('"It was 5" long," he said.', 'It was 5" long,'),
    ],
)
def test_apostrophes_inside_quotations(text: str, expected: str) -> None:
    assert quoted(text)[0] == expected


def test_depth() -> None:
    layer = read("“He said, ‘No.’” “Yes.”")[1]
    assert [quotation.depth for quotation in layer.found] == [0, 1, 0]


def test_each_paragraph_opens_and_only_the_last_closes() -> None:
    layer = read(MULTI)[1]
    assert [quotation.end for quotation in layer.found] == [End.CONTINUED, End.CONTINUED, End.MARK]


def test_a_speech_may_close_below_a_list() -> None:
    layer = read("He said: “We need:\n\n- tents\n\n- water.”\n\nThen he left.")[1]
    assert [quotation.end for quotation in layer.found] == [End.MARK]
    assert layer.found[0].closing is not None
    assert layer.found[0].closing.block > layer.found[0].opening.block
    assert layer.strays == ()


def test_a_new_family_in_the_next_paragraph() -> None:
    layer = read("He stated: ‘We do not know.\n\n“We will see.”")[1]
    assert [quotation.end for quotation in layer.found] == [End.SWITCHED, End.MARK]


def test_marks_that_pair_with_nothing() -> None:
    found, layer = read("We are late,” he said. “Go on. The end.")
    assert [found.quote(mark.span) for mark in layer.strays] == ["”"]
    assert [quotation.end for quotation in layer.found] == [End.NONE]


def test_inside_and_around() -> None:
    found, layer = read("He said, “She said ‘no’ twice.” Then he left.")
    words = [found.tokens.word(token).form for token in range(len(found.tokens))]
    assert [layer.inside[words.index(word)] for word in ("He", "She", "no", "twice", "left")] == [0, 1, 2, 1, 0]
    assert layer.around(words.index("no")) is layer.found[1]
    assert layer.around(words.index("twice")) is layer.found[0]
    assert layer.around(words.index("left")) is None


def test_offsets_point_into_the_original() -> None:
    text = "<p>He said, &ldquo;we <b>go</b>&rdquo; at last.</p>"
    found = document("page.html", text)
    quotation = found.derive(quotations).found[0]
    assert quotation.closing is not None
    assert found.quote(quotation.opening.span) == "&ldquo;"
    assert found.quote(quotation.closing.span) == "&rdquo;"


def test_a_name_with_a_letter_like_a_mark() -> None:
    found = document("x.txt", "On Monday ‘Ali left. On Tuesday, ‘Ali came back. ‘Ali smiled.")
    assert found.derive(quotation_defects) == ()


@given(st.text(alphabet="“”‘’„\"'()[] \n.,aAsI1…—", max_size=80))
@example("1„\n”“")
@example('""a\nA ``\nA”"a')
def test_any_text(text: str) -> None:
    found, layer = read(text)
    marks = [q.opening.span for q in layer.found] + [q.closing.span for q in layer.found if q.closing is not None]
    marks += [mark.span for mark in layer.strays]
    assert len(set(marks)) == len(marks), "no mark has two offices"
    for quotation in layer.found:
        assert 0 <= quotation.first <= quotation.last <= len(found.tokens)
        assert (quotation.closing is None) == (quotation.end in (End.NONE, End.CONTINUED, End.SWITCHED))
    for layer_of in (quotation_defects, bracket_defects, misquotations, unmarked_speech, mixed_styles):
        for defect in found.derive(layer_of):
            assert isinstance(defect.damage, Damage)
            assert 0 <= defect.span.start < defect.span.end <= len(text)
            assert all(0 <= edit.span.start <= edit.span.end <= len(text) for edit in defect.edits)


words = st.lists(st.sampled_from(["we", "go", "home", "now", "it’s", "late"]), min_size=1, max_size=5).map(" ".join)


@given(st.lists(st.tuples(words, words), min_size=1, max_size=4), st.sampled_from(["“”", "‘’", '""']))
def test_what_is_quoted_is_read_back(pieces: list[tuple[str, str]], marks: str) -> None:
    text = " ".join(f"They say {marks[0]}{inner}{marks[1]} and {outer}." for inner, outer in pieces)
    assert quoted(text) == [inner for inner, _ in pieces]
    assert document("x.txt", text).derive(quotation_defects) == ()
