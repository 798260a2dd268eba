from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from paralint.evidence.phrases.misplaced import FEATURES, Search, features, misplaced
from paralint.evidence.phrases.paraphrases import judged_alone, paraphrases, prior, sure_ones
from paralint.evidence.words.terms import load as load_terms
from paralint.text.read import document

DAMAGED = "The weather prophecy was bad.\n\nA traffic marmalade formed.\n\n"


def suspects(text: str) -> list[str]:
    search = Search(document("x.txt", text))
    return [search.document.tokens.word(each.place).form for each in search.suspects]


def test_a_word_that_its_neighbours_do_not_take_is_suspect() -> None:
    assert "elevated" in suspects("The union elevated another concern about the plant.")
    assert "plank" in suspects("Not everyone was on plank when the ship sailed.")


def test_a_word_tied_to_a_neighbour_is_left_alone() -> None:
    assert "raised" not in suspects("The union raised another concern about the plant.")


def test_names_are_no_suspects() -> None:
    assert "Plank" not in suspects("They met at Plank, and at Plank they stayed.")


def test_what_was_meant_has_the_form_of_what_stands_there() -> None:
    found = {each.term for each in misplaced(document("x.txt", f"{DAMAGED}He averred the truth in court."))}
    assert "told" in found


def test_triples_that_english_has_speak_for_the_exchange() -> None:
    search = Search(document("x.txt", "The law came into soldiery in May."))
    suspect = next(each for each in search.suspects if each.letter == "n" and each.place == 4)
    rows = dict(
        zip((load_terms().words[each.word] for each in suspect.slot.exchanges), features(search, suspect), strict=True)
    )
    assert rows["force"][FEATURES.index("triple")] == 1
    assert rows["force"][FEATURES.index("own-triple")] == 0


def test_a_text_without_paraphrased_terms_is_asked_for_listed_words_alone() -> None:
    text = "The union averred the truth in court."
    assert not [each for each in misplaced(document("x.txt", text)) if text[each.span.start :].startswith("averred")]


def test_parts_of_terms_are_left_to_those() -> None:
    text = f"{DAMAGED}The prime clergyman resigned on Monday."
    assert not [each for each in misplaced(document("x.txt", text)) if text[each.span.start :].startswith("clergyman")]


def test_each_feature_has_a_name() -> None:
    search = Search(document("x.txt", "The union elevated another concern about the plant."))
    rows = [row for suspect in search.suspects for row in features(search, suspect)]
    assert rows
    assert {len(row) for row in rows} == {len(FEATURES)}


@given(st.text(st.sampled_from("The on plank elevated concern . , Ünion 3 é’s ' - \n\n").map(str), max_size=60))
def test_any_text_is_read(text: str) -> None:
    found = misplaced(document("x.txt", text))
    assert list(found) == sorted(found, key=lambda each: each.span)


def test_sure_paraphrases_make_others_likelier() -> None:
    weak = "The parking plot was full."
    sure = "The prime clergyman met the unions.\n\nThe weather prophecy was bad.\n\nA traffic marmalade formed.\n\n"
    one = document("x.txt", sure + weak)
    assert prior(one, sure_ones(one)) > 0 > prior(document("y.txt", weak), sure_ones(document("y.txt", weak)))
    scores = {each.span: each.score for each in one.derive(judged_alone)}
    weakest = [each for each in paraphrases(one) if each.span.start >= len(sure)]
    assert weakest
    assert all(each.score > scores[each.span] for each in weakest)


def test_listed_words_are_asked_though_no_neighbour_wants_them() -> None:
    search = Search(document("x.txt", "The deputies left the bedroom at noon."))
    suspect = next(each for each in search.suspects if each.place == 4)
    found = {load_terms().words[each.word]: each.strength for each in suspect.slot.exchanges}
    assert found["chamber"] > 1
