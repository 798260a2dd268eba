"""Captions: sentences that are told in full, though no full stop stands behind them.

Headings leave small words out and say nothing of grammar; both end without a full stop. A caption has an article.
"""

from __future__ import annotations

from paralint.evidence.words.closed import ARTICLES
from paralint.evidence.words.places import places_of
from paralint.text.document import Document

_SHORTEST = 6  # tokens


def captions(document: Document) -> frozenset[int]:
    """Return the numbers of the sentences that are captions (a layer: see ``Document.derive``)."""
    bounds, sentence = document.tokens.sentences, document.sentence_of
    ending = {sentence(end) for end in document.unclosed}
    long = {number for number in ending if bounds[number + 1] - bounds[number] >= _SHORTEST}
    return frozenset(long.intersection(map(sentence, places_of(document, ARTICLES)))) if long else frozenset()
