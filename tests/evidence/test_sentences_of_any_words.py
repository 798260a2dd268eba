"""What judges verbs reads any order of words, wherever a document ends."""

from hypothesis import given, settings
from hypothesis import strategies as st

from paralint.evidence.agreement import disagreements
from paralint.evidence.clauses import unfinished
from paralint.evidence.verb_groups import misfits
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
    for found in (unfinished(read), misfits(read), disagreements(read)):
        assert all(0 <= place.verb < len(read.tokens) for place in found)
