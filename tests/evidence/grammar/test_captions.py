"""Captions: sentences told in full without a full stop."""

import pytest

from paralint.evidence.grammar.captions import captions
from paralint.text.read import document

CAPTION = "Divers bring up the bell of the ferry off Oban on Friday"
HEADING = "Ferry bell found off Oban"
LONG = "Divers from Oban, Leith and Hull bring up three bells of ferries on Friday"
SENTENCE = "Divers bring up the bell of the ferry off Oban on Friday."


@pytest.mark.parametrize(("text", "found"), [(CAPTION, True), (HEADING, False), (LONG, False), (SENTENCE, False)])
def test_a_caption_has_an_article_and_no_full_stop(text: str, found: bool) -> None:
    assert bool(captions(document("t.txt", text))) is found
