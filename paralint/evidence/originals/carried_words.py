"""Single words that a rewrite has exchanged: pronouns, negation, opposites, modal verbs, parts of names.

Looked for only where a paragraph and its source have the same words before and behind, so that whatever differs there
stands in the place of the other.
"""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.names.mentions import mentions
from paralint.evidence.names.spellings import fold
from paralint.evidence.originals.carried import Change, Correspondence, Difference, lowers
from paralint.evidence.originals.collation import Collation
from paralint.evidence.restatements.restatements import Passage
from paralint.evidence.words.thesaurus import opposite
from paralint.evidence.words.vocabulary import stem
from paralint.findings import Span
from paralint.text.document import Document
from paralint.text.morphology import lemma

WORD_KINDS = frozenset(("changed-pronoun", "changed-negation", "turned-word", "changed-certainty", "changed-name"))
_NEAR = 8  # tokens, or changes, within which a negation is looked for that has only moved
_HE = frozenset(["he", "him", "his", "himself"])
_SHE = frozenset(["she", "her", "hers", "herself"])
_NEGATORS = frozenset(["not", "n't", "never", "no"])
_AUXILIARIES = frozenset(["do", "does", "did", "ca", "wo"])
_CERTAIN = frozenset(["will", "would", "shall", "must"])
_POSSIBLE = frozenset(["may", "might", "could"])
_TURNED = (
    {"before", "after"}, {"up", "down"}, {"above", "below"}, {"over", "under"}, {"inside", "outside"}, {"more", "less"},
    {"more", "fewer"}, {"most", "least"}, {"forward", "back"}, {"forward", "backward"}, {"earlier", "later"},
    {"first", "last"}, {"with", "without"}, {"since", "until"}, {"all", "none"}, {"always", "never"}, {"left", "right"},
    {"north", "south"}, {"east", "west"}, {"northern", "southern"}, {"eastern", "western"}, {"rose", "fell"},
)  # fmt: skip


def word_differences(collation: Collation, places: Correspondence) -> Iterator[Difference]:
    """Yield the exchanges of single words, in the order of the rewrite."""
    original, rewrite = collation.original, collation.rewrite
    names = _Names(original, rewrite)
    changes = list(places.changes())
    words = [(lowers(original, *change.before), lowers(rewrite, *change.after)) for change in changes]
    balances = [_negators(after) - _negators(before) for before, after in words]
    for number, change in enumerate(changes):
        kind = _kind(*words[number]) or ("changed-name" if names.changed(change) else None)
        if kind is None or (kind == "changed-negation" and _moved(changes, balances, number)):
            continue
        here, there = _shown(rewrite, change.after), _shown(original, change.before)
        yield Difference(kind, here, there, rewrite.quote(here), original.quote(there), original.quote(there))


class _Names:
    """Tells names that are exchanged for others from one bearer called in two ways."""

    def __init__(self, original: Document, rewrite: Document) -> None:
        self._original, self._rewrite = original, rewrite
        self._before = _of_mentions(original)
        self._after = _of_mentions(rewrite)
        self._together = {
            frozenset((fold(one), fold(other)))
            for document in (original, rewrite)
            for mention in document.derive(mentions).full
            for one in mention.parts
            for other in mention.parts
        }

    def changed(self, change: Change) -> bool:
        """Whether a part of a name stands where another one stands, and no name has both as its parts."""
        (first, last), (begin, end) = change
        if last - first != 1 or end - begin != 1 or first not in self._before or begin not in self._after:
            return False
        one, other = self._original.tokens.word(first), self._rewrite.tokens.word(begin)
        pair = frozenset((fold(one.form), fold(other.form)))
        return len(pair) == 2 and not (one.upper or other.upper) and pair not in self._together


def _of_mentions(document: Document) -> frozenset[int]:
    """Return the tokens of mentions that do not have their capitals from where they stand."""
    return frozenset(
        token
        for mention in document.derive(mentions).all
        if not mention.opening or mention.full
        for token in range(mention.first, mention.last)
        if document.tokens.word(token).capital
    )


def _kind(before: list[str], after: list[str]) -> str | None:
    if len(before) == len(after) == 1:
        one, other = before[0], after[0]
        if (one in _HE and other in _SHE) or (one in _SHE and other in _HE):
            return "changed-pronoun"
        if (one in _CERTAIN and other in _POSSIBLE) or (one in _POSSIBLE and other in _CERTAIN):
            return "changed-certainty"
        if {one, other} in _TURNED or opposite(stem(one), stem(other)):
            return "turned-word"
    if _negators(before) != _negators(after) and _rest(before) == _rest(after):
        return "changed-negation"
    return None


def _negators(words: list[str]) -> int:
    return sum(word in _NEGATORS for word in words)


def _moved(changes: list[Change], balances: list[int], number: int) -> bool:
    """Whether the negation that a place has lost or gained stands a few words on: "not to be", "to be not"."""
    place = changes[number].after.first
    return any(
        balances[other] == -balances[number] and abs(changes[other].after.first - place) <= _NEAR
        for other in range(max(0, number - _NEAR), min(len(changes), number + _NEAR + 1))
    )


def _rest(words: list[str]) -> list[str]:
    """Return the lemmas of what is neither negation nor the auxiliary that it takes."""
    return [lemma(word, "VBD") for word in words if word not in _NEGATORS and word not in _AUXILIARIES]


def _shown(document: Document, passage: Passage) -> Span:
    """Return the span of some tokens; of none, that of the words on both sides. Two words are shown with a negation."""
    first, last = passage
    if first == last or last - first < 2:
        words = lowers(document, first, last)
        if first == last or not _NEGATORS.isdisjoint(words):
            first, last = max(0, first - 1), min(len(document.tokens), last + 1)
    return document.tokens.span(first, last)
