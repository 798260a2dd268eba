"""What judges verbs reads any order of words, wherever a document ends."""

from hypothesis import given, settings
from hypothesis import strategies as st

from paralint.evidence.grammar.agreement import slips as disagreements
from paralint.evidence.grammar.complements import slips as complements
from paralint.evidence.grammar.numbers import slips as numbers
from paralint.evidence.grammar.relative_clauses import slips as relatives
from paralint.evidence.grammar.splices import slips as splices
from paralint.evidence.grammar.tense_frames import slips as frames
from paralint.evidence.grammar.tense_spans import slips as tense_spans
from paralint.evidence.grammar.undergoers import slips as undergoers
from paralint.evidence.grammar.verb_objects import slips as objects
from paralint.text.read import document

WORDS = """
be been being is are has have had and who which that because he they it dog dogs running runs run taken by the a of for
after without let find hard asked want not if will would do does did Berg Monday 2004 said says houses to
"""
TOKENS = [*WORDS.split(), ",", ".", ":", ";", "\u201c", "\u201d", "(", ")", "[", "]", "?", "!"]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(TOKENS), max_size=14))
def test_every_order_of_words_is_read(tokens: list[str]) -> None:
    read = document("text.txt", " ".join(tokens))
    for found in (disagreements(read), relatives(read)):
        assert all(0 <= place.last < len(read.tokens) for place in found)


VERBS = """
to that on in from ago last since until if will would has had was is not never and who whose which the men man it him he
banned accused spent years hired guard informed told arrived died awarded decided closing of for able sure Monday 2015
sell sold sells let give gave up prevent warned provided as soon when time by police
"""


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from([*VERBS.split(), ",", ".", "?", "\u201c"]), max_size=16))
def test_complements_and_tenses_are_read_in_any_order(tokens: list[str]) -> None:
    read = document("text.txt", " ".join(tokens))
    for found in (complements(read), objects(read), frames(read)):
        assert all(0 <= place.first <= place.last < len(read.tokens) for place in found)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from([*WORDS.split(), *VERBS.split(), *TOKENS]), max_size=16))
def test_subjects_are_read_from_the_front_in_any_order(tokens: list[str]) -> None:
    read = document("text.txt", " ".join(tokens))
    judged = undergoers, numbers, splices, tense_spans
    for found in (judge(read) for judge in judged):
        assert all(0 <= place.first <= place.last < len(read.tokens) for place in found)
