"""Alignment: which word of a restatement stands for which word of the passage that it restates.

Words that stand once in each passage are matched first; what is ambiguous is matched where its neighbours are, and
last come synonyms and inflected or damaged forms (the order of steps follows Sultan, Bethard & Sumner 2014, "Back to
basics for monolingual alignment").
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from paralint.evidence.restatements.restatements import Passage
from paralint.evidence.words.thesaurus import opposite, related
from paralint.evidence.words.vocabulary import NO_STEM, vocabulary
from paralint.text.document import Document
from paralint.text.morphology import lemma, verb_forms
from paralint.values import NamedTuple

_PLACING = frozenset(("outside", "inside", "opposite", "past", "round", "near"))  # adjectives elsewhere: open, outside
_REACH = 4  # tokens on each side that count as neighbours
# Pairs of tokens that are weighed against one another, of one stem and of all words that have no partner. No two
# sentences have as many; lists and tables may, and one place of a word is as good as another there.
_MANY = 400
_FAR_TOO_MANY = 40_000


class Alignment(NamedTuple):
    """Attributes:
    first, second: the passages.
    forward: the token of the second passage that each matched token of the first stands for.
    backward: the same the other way round.
    """

    first: Passage
    second: Passage
    forward: dict[int, int]
    backward: dict[int, int]

    def support(self, one: int, other: int, reach: int = _REACH) -> int:
        """Return how many tokens near ``one`` are matched with tokens near ``other``."""
        return _support(self.forward, self.first, one, other, reach)


def align(document: Document, first: Passage, second: Passage) -> Alignment:
    """Match the content words of two passages one to one."""
    words = document.derive(vocabulary)
    stems = words.stems
    here: defaultdict[int, list[int]] = defaultdict(list)
    there: defaultdict[int, list[int]] = defaultdict(list)
    for places, passage in ((here, first), (there, second)):
        for token in range(*passage):
            if stems[token] != NO_STEM:
                places[stems[token]].append(token)
    forward: dict[int, int] = {}
    ambiguous: list[tuple[int, int]] = []
    for key, tokens in here.items():
        others = there.get(key)
        if others is None:
            continue
        if len(tokens) == len(others) == 1:
            forward[tokens[0]] = others[0]
        elif len(tokens) * len(others) > _MANY:
            forward.update(zip(tokens, others, strict=False))
        else:
            ambiguous += [(token, other) for token in tokens for other in others]
    taken = set(forward.values())
    _match(forward, taken, first, second, ambiguous, least=0)
    loose = [token for tokens in here.values() for token in tokens if token not in forward]
    rest = [token for tokens in there.values() for token in tokens if token not in taken]
    names, lowers = words.names, document.lowers
    synonyms = [
        (token, other)
        for token in loose
        for other in (rest if len(loose) * len(rest) <= _FAR_TOO_MANY else ())
        if (
            _PLACING.isdisjoint((lowers[token], lowers[other]))
            and related(names[stems[token]], names[stems[other]])
            and not opposite(names[stems[token]], names[stems[other]])
        )
        or not _bases(lowers[token]).isdisjoint(_bases(lowers[other]))
    ]
    _match(forward, taken, first, second, synonyms, least=0)
    return Alignment(first, second, forward, {other: token for token, other in forward.items()})


@lru_cache(maxsize=1 << 14)
def _bases(lower: str) -> frozenset[str]:
    """Return the base forms of the verbs that a word may be a form of: "fell" has fall and fell."""
    return frozenset(lemma(lower, tag) for tag in verb_forms(lower))


def _match(
    forward: dict[int, int],
    taken: set[int],
    first: Passage,
    second: Passage,
    candidates: list[tuple[int, int]],
    least: int,
) -> None:
    """Add the best supported of the candidate matches; of equal ones the one that keeps the order of the text."""

    def rank(pair: tuple[int, int]) -> tuple[float, int, int]:
        one, other = pair
        place = (one - first.first) / (first.last - first.first)
        shift = abs(place - (other - second.first) / (second.last - second.first))
        return (shift - _support(forward, first, one, other, _REACH), one, other)

    for one, other in sorted(candidates, key=rank):
        if one not in forward and other not in taken and _support(forward, first, one, other, _REACH) >= least:
            forward[one] = other
            taken.add(other)


def _support(forward: dict[int, int], first: Passage, one: int, other: int, reach: int) -> int:
    count = 0
    for token in range(max(first.first, one - reach), min(first.last, one + reach + 1)):
        match = forward.get(token)
        if token != one and match is not None and abs(match - other) <= reach + 2:
            count += 1
    return count
