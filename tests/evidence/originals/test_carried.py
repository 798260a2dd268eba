from __future__ import annotations

from paralint.evidence.originals.carried import Correspondence, Wording, plain_words
from paralint.evidence.originals.collation import collate
from paralint.findings import Span
from paralint.text.read import document

ORIGINAL = document("a.txt", "The harbour board of Harwick closed the old swing bridge on Tuesday.")
REWRITE = document("b.txt", "The harbour board of Harwick shut the old swing bridge on Tuesday.")


def places() -> Correspondence:
    return Correspondence(collate(ORIGINAL, REWRITE))


def test_a_changed_word_stands_for_another() -> None:
    span, stands = places().in_rewrite(5, 6)
    assert (REWRITE.quote(span), stands) == ("shut", True)
    there, stands = places().in_original(5, 6)
    assert there is not None
    assert (ORIGINAL.quote(there), stands) == ("closed", True)


def test_changes_lie_between_words_that_are_shared() -> None:
    assert [(each.before, each.after) for each in places().changes()] == [((5, 6), (5, 6))]
    assert [places().unchanged(token) for token in (4, 5, 6)] == [4, None, 6]


def test_a_paragraph_without_a_source_has_no_place() -> None:
    apart = Correspondence(collate(ORIGINAL, document("b.txt", "Nobody knows why owls sing.")))
    assert apart.in_original(0, 1) == (None, False)
    assert apart.in_rewrite(0, 1) == (Span(0, 6), False)


def test_wording_is_plain() -> None:
    read = document("a.txt", "“It isn't over,” she said.")
    assert plain_words(read, 0, len(read.tokens)) == ["it", "is", "not", "over", "she", "said"]
    assert Wording(read).has(["is", "not", "over"])
    assert not Wording(read).has(["not", "she"])
