"""What a conflict between two places is, and which places are held against each other."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice, takewhile
from typing import Protocol, TypeVar

from paralint.evidence.measures.times import is_date_word
from paralint.evidence.restatements.alignment import Alignment, align
from paralint.evidence.restatements.captions import is_caption_again, is_frame_kept
from paralint.evidence.restatements.restatements import Passage, Restatement, restatements
from paralint.evidence.restatements.retellings import retellings
from paralint.evidence.restatements.retold_sentences import retold_sentences
from paralint.evidence.words.closed import words
from paralint.evidence.words.vocabulary import NO_STEM, vocabulary
from paralint.findings import Span
from paralint.text.document import Document
from paralint.text.words import TokenKind
from paralint.values import NamedTuple

_BESIDE = 0.42  # least score of neighbouring paragraphs
_ALMOST_EQUAL = 0.8
ALIKE_BESIDE = 0.65
"""The score from which two neighbouring paragraphs tell of one thing although the names in them differ."""
_APART = 0.58  # least score of passages that stand apart
_RATIO = 0.7  # lengths of two paragraphs from which on one retells the other as a whole
_MOST = 3  # earlier passages that one passage is held against
_SHARED = 3  # words of names that two items of one kind do not share
_SHARED_BY_RETELLING = 2  # the same where the score is at least …
_TOLD_AGAIN = 0.65
_CLEARLY = 0.05  # by which a retelling of a part is more alike than the whole paragraphs
_REFERRING = words("the this that these those it its they their he his she her there both")
_SERIES = 6  # passages as alike as this many others are items of a series: clauses, results, table rows
Bounds = tuple[int, int]  # tokens, half open
Change = tuple[Bounds, Bounds]
"""What stands in the second passage of a restatement, and what it was in the first."""


class Conflict(NamedTuple):
    """Two places that cannot both be right.

    Attributes:
        slot: the kind of fact.
        here: the words that are reported.
        there: the words that they conflict with.
        score: how alike the passages are, 0 to 1; 1 where the words alone decide.
        subject: what both speak of, in the document's words; may be empty.
    """

    slot: str
    here: Span
    there: Span
    score: float
    subject: str = ""


class _Stated(Protocol):
    """What stands somewhere: tokens ``first`` to ``last``, excluded."""

    @property
    def first(self) -> int: ...
    @property
    def last(self) -> int: ...


_Fact = TypeVar("_Fact", bound=_Stated)


class Comparison(NamedTuple):
    """A restatement with its alignment, ready to have its facts compared."""

    pair: Restatement
    words: Alignment

    @property
    def beside(self) -> bool:
        """Whether the two are neighbours and so alike that they can hardly be anything but one thing told twice."""
        pair = self.pair
        return pair.distance == 0 or (pair.distance == 1 and (pair.whole or pair.score >= _ALMOST_EQUAL))


def comparisons(document: Document) -> tuple[Comparison, ...]:
    """Return the restatements whose facts are worth comparing (a layer: see ``Document.derive``)."""
    found = document.derive(restatements)
    chosen: list[Restatement] = []
    per_passage: dict[Passage, int] = {}
    blocks: set[tuple[int, int]] = set()
    retold = frozenset(document.derive(retellings))
    everything = (*found.paragraphs, *(pair for pair in retold if pair not in found.paragraphs), *found.sentences)
    alike = Counter(passage for pair in everything if pair.score >= _BESIDE for passage in (pair.first, pair.second))
    closest: dict[tuple[int, int], float] = {}
    for pair in (*found.sentences, *retold):
        place = _blocks(document, pair)
        closest[place] = max(closest.get(place, 0.0), pair.score)
    told = {_blocks(document, pair): pair.score for pair in retold}
    for pair in sorted(everything, key=lambda pair: (not pair.whole, pair in retold, -pair.score, pair.second)):
        if max(alike[pair.first], alike[pair.second]) >= _SERIES:
            continue
        if pair.distance < 1 or pair.score < (_BESIDE if pair.whole and pair.distance == 1 else _APART):
            continue
        place = _blocks(document, pair)
        if (
            pair.whole
            and pair.score < closest.get(place, 0.0)
            and (_lengths_differ(pair) or pair.score + _CLEARLY < told.get(place, 0.0))
        ):
            continue  # one sentence of a longer paragraph is retold: that sentence alone is compared
        if place in blocks or per_passage.get(pair.second, 0) >= _MOST or is_question(document, pair):
            continue
        if pair.score < 0.8 and (_two_items(document, pair) or _other_subject(document, pair)):
            continue
        if _other_antecedent(document, pair):
            continue
        if pair.whole:
            blocks.add(place)
        per_passage[pair.second] = per_passage.get(pair.second, 0) + 1
        chosen.append(pair)
    chosen += document.derive(retold_sentences).pairs
    chosen.sort(key=lambda pair: (pair.second, pair.first))
    return tuple(Comparison(pair, align(document, pair.first, pair.second)) for pair in chosen)


def _blocks(document: Document, pair: Restatement) -> tuple[int, int]:
    return document.block_of(pair.first.first), document.block_of(pair.second.first)


def _lengths_differ(pair: Restatement) -> bool:
    shorter, longer = sorted(passage.last - passage.first for passage in (pair.first, pair.second))
    return shorter < _RATIO * longer


def competing_names(document: Document, pair: Restatement) -> bool:
    """Whether each passage has a name of its own: then they are two items of one kind, not one item told twice."""
    words = document.derive(vocabulary)
    stems = [frozenset(words.stems[first:last]) - {NO_STEM} for first, last in (pair.first, pair.second)]
    return all(
        any(
            is_name(document, token)
            and words.stems[token] not in other
            and not any(_alike(words.names[words.stems[token]], words.names[key]) for key in other)
            and not _same_before(document, token, passage, other_passage)
            for token in range(*passage)
        )
        for passage, other_passage, other in zip(
            (pair.first, pair.second), (pair.second, pair.first), reversed(stems), strict=True
        )
    )


def _same_before(document: Document, token: int, passage: Passage, other: Passage) -> bool:
    """Whether two parts of a name stand before a part of it, and before another word in the other passage."""
    ids = document.tokens.ids
    if token - 2 < passage.first or not all(_is_capital(document, place) for place in (token - 2, token - 1)):
        return False
    before = ids[token - 2 : token]
    return any(ids[place - 2 : place] == before for place in range(other.first + 2, other.last))


def _is_capital(document: Document, token: int) -> bool:
    word = document.tokens.word(token)
    return word.capital and word.kind is TokenKind.WORD and not is_date_word(word)


def shared_names(document: Document, pair: Restatement) -> int:
    """How many different words of names the second passage has from the first, spelt like there or nearly so."""
    words = document.derive(vocabulary)
    one, other = (
        {words.stems[token] for token in range(*passage) if is_name(document, token)} - {NO_STEM}
        for passage in (pair.first, pair.second)
    )
    return sum(key in one or any(_alike(words.names[key], words.names[each]) for each in one) for key in other)


def _two_items(document: Document, pair: Restatement) -> bool:
    """Whether two passages tell of two things of one kind; neighbours that share most names, or all else, do not."""
    if not competing_names(document, pair):
        return False
    if pair.distance != 1 or not pair.whole:
        return True
    shared = _SHARED if pair.score < _TOLD_AGAIN else _SHARED_BY_RETELLING
    if pair.score >= ALIKE_BESIDE or shared_names(document, pair) >= shared:
        return False
    return not (is_caption_again(document, align(document, *pair[:2])) or is_renamed_caption(document, pair))


def is_renamed_caption(document: Document, pair: Restatement) -> bool:
    """Whether of two neighbouring lines with one frame and a name in common one is the other, other names apart."""
    beside = pair.whole and pair.distance == 1
    return beside and shared_names(document, pair) > 0 and is_frame_kept(document, pair.first, pair.second)


def _other_subject(document: Document, pair: Restatement) -> bool:
    """Whether one of two sentences begins with a name that the paragraph of the other does not have."""
    if pair.whole:
        return False
    words = document.derive(vocabulary)
    blocks = document.tokens.blocks
    for one, other in ((pair.first, pair.second), (pair.second, pair.first)):
        block = document.block_of(other.first)
        known = frozenset(words.stems[blocks[block] : blocks[block + 1]])
        for token in range(one.first, min(one.last, one.first + 3)):
            stem = words.stems[token]
            if stem == NO_STEM or not document.tokens.word(token).capital or is_date_word(document.tokens.word(token)):
                continue
            if stem not in known and words.weights[stem] and not _also_lower(document, token):
                return True
    return False


def _other_antecedent(document: Document, pair: Restatement) -> bool:
    """Whether two sentences refer back, each to a name that the paragraph of the other does not have.

    "The stock closed at 313 rupees" is said of whatever firm the sentences before it tell of.
    """
    if pair.whole or not all(document.lowers[passage.first] in _REFERRING for passage in pair[:2]):
        return False
    known, bounds = document.derive(vocabulary), document.tokens.blocks
    blocks = _blocks(document, pair)
    said = [frozenset(known.stems[bounds[block] : bounds[block + 1]]) for block in blocks]
    for passage, block, other in zip(pair[:2], blocks, reversed(said), strict=True):
        before = range(bounds[block], passage.first)
        if not any(is_name(document, token) and known.stems[token] not in (NO_STEM, *other) for token in before):
            return False
    return True


def is_name(document: Document, token: int) -> bool:
    """Whether a token looks like a part of a name: a capitalised content word that does not open its sentence."""
    word = document.tokens.word(token)
    if not word.capital or word.kind is not TokenKind.WORD or word.form.endswith(".") or is_date_word(word):
        return False
    return document.tokens.sentences[document.sentence_of(token)] != token and not _opens_quotation(document, token)


def _also_lower(document: Document, token: int) -> bool:
    """Whether the word stands in the document without a capital too, or is no name by its ending."""
    types = document.tokens.types
    lower = document.tokens.word(token).lower
    if any(not types[kind].capital for kind in document.by_lower.get(lower, ())):
        return True
    from paralint.text.morphology import is_word

    return is_word(lower)


def _opens_quotation(document: Document, token: int) -> bool:
    return token > 0 and document.tokens.word(token - 1).form in "\"'“‘(:"


def _alike(one: str, other: str) -> bool:
    """Whether two stems may be one name, spelt in two ways or bent to an adjective."""
    return (
        one[:3] == other[:3]
        or one[-4:] == other[-4:]
        or (one[:1] == other[:1] and one[-2:] == other[-2:])
        or sorted(one) == sorted(other)
        or one in other
        or other in one
    )


def is_question(document: Document, pair: Restatement) -> bool:
    """Whether one of two passages asks something: questions of an interview are alike and claim nothing."""
    marks = document.derive(_question_marks)
    return any(bisect_left(marks, first) < bisect_left(marks, last) for first, last in (pair.first, pair.second))


def _question_marks(document: Document) -> list[int]:
    kinds = [kind for kind, word in enumerate(document.tokens.types) if "?" in word.form]
    return sorted(token for kind in kinds for token in document.places[kind])


def near(document: Document, comparison: Comparison, one: Passage, other: Passage) -> int:
    """Return how many words around two places, one in each passage, stand for each other."""
    return max(
        comparison.words.support(a, b, 5) for a in (one.first, one.last - 1) for b in (other.first, other.last - 1)
    )


def next_content(document: Document, token: int, step: int, passage: Passage) -> int | None:
    """Return the next content word of a clause in one direction, 1 or -1, if the passage has one."""
    stems = document.derive(vocabulary).stems
    word = document.tokens.word
    token += step
    while passage.first <= token < passage.last and stems[token] == NO_STEM and word(token).kind is TokenKind.WORD:
        token += step
    return token if passage.first <= token < passage.last and stems[token] != NO_STEM else None


def content_between(document: Document, first: int, last: int) -> str:
    """Return the content words from token ``first`` to ``last`` as they stand, for naming what is spoken of."""
    stems = document.derive(vocabulary).stems
    tokens = [token for token in range(first, last) if stems[token] != NO_STEM]
    return document.quote(document.tokens.span(tokens[0], tokens[-1] + 1)) if tokens else ""


def within(known: Sequence[_Fact], passage: Passage) -> list[_Fact]:
    """Return those of ``known``, which is in text order, that stand in a passage."""
    index = bisect_left(known, passage.first, key=lambda fact: fact.first)
    return list(takewhile(lambda fact: fact.last <= passage.last, islice(known, index, None)))


def conflict(document: Document, slot: str, here: _Stated, there: _Stated, subject: str) -> Conflict:
    """Return the conflict of two places whose words alone decide."""
    tokens = document.tokens
    return Conflict(slot, tokens.span(here.first, here.last), tokens.span(there.first, there.last), 1.0, subject)


def without_repeats(conflicts: Iterable[Conflict]) -> tuple[Conflict, ...]:
    """Keep for each reported place and slot the conflict of the likeliest pair, in text order."""
    best: dict[tuple[str, Span], Conflict] = {}
    for conflict in conflicts:
        known = best.get((conflict.slot, conflict.here))
        if known is None or conflict.score > known.score:
            best[conflict.slot, conflict.here] = conflict
    return tuple(sorted(best.values(), key=lambda conflict: (conflict.here, conflict.slot)))
