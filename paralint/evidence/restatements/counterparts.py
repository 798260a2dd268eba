"""Words that stand for one another where the same is told twice, and are not the same word.

``alignment.py`` finds words and their synonyms. What is left over in both passages between the same words was put for
one another, too, be it well or ill: ``replaced.py`` asks whether it says something else, ``retold.py`` of the phrases
whether nobody would say it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from paralint.evidence.restatements.conflicts import Comparison, next_content
from paralint.evidence.restatements.restatements import Passage
from paralint.evidence.words.vocabulary import NO_STEM, vocabulary
from paralint.text.document import Document
from paralint.text.words import TokenKind
from paralint.values import NamedTuple


class Counterparts(NamedTuple):
    """Two words that stand for one another.

    Attributes:
        one, other: their tokens, in the earlier and in the later passage.
        sides: on how many sides the next content words stand for one another, 1 or 2.
        matched: whether they are known to mean the same, or are two forms of one word.
    """

    one: int
    other: int
    sides: int
    matched: bool


def counterparts(document: Document, comparison: Comparison) -> Iterator[Counterparts]:
    """Yield the words of two passages that stand for one another, by the later one."""
    pair, forward, backward = comparison.pair, comparison.words.forward, comparison.words.backward
    lowers, word = document.lowers, document.tokens.word
    beside: Counter[tuple[int, int]] = Counter()
    for one, other in forward.items():
        for step in (-1, 1):
            mine = next_content(document, one, step, pair.first)
            its = next_content(document, other, step, pair.second)
            if mine is not None and its is not None:
                beside[its, mine] += 1
    for other, one in sorted(beside.keys() | {(other, one) for one, other in forward.items()}):
        if forward.get(one) == other:
            if lowers[one] != lowers[other]:
                yield Counterparts(one, other, beside[other, one], True)
        elif one not in forward and other not in backward and word(one).kind is word(other).kind is TokenKind.WORD:
            yield Counterparts(one, other, beside[other, one], False)


def left_over(document: Document, passage: Passage, matched: dict[int, int]) -> list[int]:
    """Return the content words of a passage that nothing in the other stands for."""
    stems = document.derive(vocabulary).stems
    word = document.tokens.word
    return [
        token
        for token in range(*passage)
        if stems[token] != NO_STEM and token not in matched and word(token).kind is TokenKind.WORD
    ]
