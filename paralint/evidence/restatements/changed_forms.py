"""Forms and small words that neighbouring lines which tell the same have otherwise: one of the two is broken.

*Plumbers rest between houses* and *plumber rest between houses*, *answers letters* and *answers to letters*, *was sold*
and *had sold*: who tells a caption again puts other words for its words, but has no reason to touch the form of a word
whose neighbours stay, or the word between two that stay. What a faithful rewording does change (another tense, "which"
for "that", "over" for "above") is left alone. Heard in damaged texts alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from paralint.evidence.restatements.conflicts import Comparison, Conflict, comparisons, without_repeats
from paralint.evidence.restatements.reordered import reordered
from paralint.evidence.words.closed import ARTICLES, words
from paralint.evidence.words.titles import WEEKDAYS
from paralint.evidence.words.vocabulary import NO_STEM, vocabulary
from paralint.text.document import Document
from paralint.text.morphology import lemma, verb_forms

_LEAST = 0.65  # score of the passages
_LEAST_MOVED = 0.5  # the same for what has been put in another order
_LONGEST = 60  # tokens of each
_ROOT = 4  # letters that words of one root begin with
_SAME_ROOT = 0.6  # share of the shorter of two words that they begin with
_SHORTER = 2  # letters that a word loses with an ending
_DETERMINERS = words(
    "a an the this that his her its their my our your each every one another any no some which whose 's ’s"
)
_PREPOSITIONS = words(
    """to of for with at in on by from off out over under above below into onto through across along against between
    among behind before after about around within during towards toward near beside besides beneath without until since
    as upon up down than like"""
)
_INSERTED = words("to by from in")
_PLACED = words("near ,")  # near Leer, in Hesse; Leer, Hesse
_LOST = words("to of for with at in from")
# Prepositions that careful rewriters put for one another.
_EXCHANGED = tuple(
    words(group)
    for group in (
        "above over on upon across", "in at within inside", "of for from", "to towards toward into",
        "near by beside at",
        "as while when", "during in over throughout", "under beneath below", "with by", "about on over of",
        "along on",
        "through by via across", "since from", "among between of in", "around about", "until till to", "like as",
        "for to", "from off", "with of", "behind after", "before until", "in into", "on onto upon", "off near",
    )
)  # fmt: skip
_TURNED = tuple(
    words(pair)
    for pair in (
        "before after", "over under", "above below", "above under", "over below", "up down", "into from", "to from",
        "for against", "back away", "in out", "on off", "inside outside", "more less", "more fewer", "many few",
        "most few", "all none", "every no", "both neither", "always never", "often rarely", "often seldom",
        "with without", "since until", "ahead behind", "here there", "first last", "together apart", "much little",
    )
)  # fmt: skip
_SUBJECTS = words("it he she they we")
_BE, _HAVE = words("is are was were"), words("has have had")
_NUMBERS = (("is", "are"), ("has", "have"), ("was", "were"))
# Pronouns of which none is put for the other.
_PRONOUNS = (
    frozenset((("it", "he"), ("it", "she"), ("he", "it"), ("she", "it"), ("their", "its"), ("whose", "which"),
               ("who", "which"), ("whom", "which"), ("whose", "who"), ("which", "who"), ("its", "it"),
               ("what", "which"), ("which", "whom"), ("which", "who"), ("that", "whose"), ("who", "whose"),
               ("which", "whose"), ("where", "which"), ("when", "which"),
               ("already", "yet"), ("still", "yet"), ("which", "that"), ("his", "its"), ("her", "its")))
)  # fmt: skip
_BREAKS = frozenset(",;:()–—-\"“”'‘’")


def changed_forms(document: Document) -> tuple[Conflict, ...]:
    """Return the conflicts changed-form of a document (a layer: see ``Document.derive``)."""
    return without_repeats(
        conflict
        for comparison in document.derive(comparisons)
        if comparison.pair.score >= _LEAST_MOVED
        and comparison.pair.distance == 1
        and all(last - first <= _LONGEST for first, last in comparison.pair[:2])
        for find in ((_forms, _between, _on_days, _fractions, _moved) if comparison.pair.score >= _LEAST else (_moved,))
        for conflict in find(document, comparison)
    )


def _moved(document: Document, comparison: Comparison) -> Iterator[Conflict]:
    for here, there in reordered(document, comparison):
        yield _conflict(document, here, there, comparison.pair.score)


def _conflict(document: Document, here: tuple[int, int], there: tuple[int, int], score: float) -> Conflict:
    tokens = document.tokens
    other = tokens.span(*there)
    return Conflict("form", tokens.span(*here), other, score, document.quote(other))


def _forms(document: Document, comparison: Comparison) -> Iterator[Conflict]:
    """Find "remained residents" for "remaining residents", and "counting ballot" for "count ballots"."""
    lowers, word = document.lowers, document.tokens.word
    for one, other in comparison.words.forward.items():
        first, second = lowers[one], lowers[other]
        capital = word(one).capital and one != comparison.pair.first.first
        if first == second or capital or word(other).capital or not first.isalpha() or not second.isalpha():
            continue
        ends = (other + 1 >= len(lowers)) or lowers[one + 1] == lowers[other + 1]
        framed = one > 0 and lowers[one - 1] == lowers[other - 1] and ends
        tags = document.tags[one], document.tags[other]
        told = "VBZ" in verb_forms(first) and "VBD" in verb_forms(second) and tags[1].startswith("V")
        tenses = told or (tags[0] in ("VBZ", "VBP", "NNS", "VBD", "VB") and tags[1] in ("VBD", "VBG"))
        # "The border" and "the borders" are both told; "borders" alone has no "border" beside it.
        number = tags == ("NN", "NNS") or (
            tags == ("NNS", "NN") and not _DETERMINERS.isdisjoint(lowers[max(0, other - 3) : other])
        )
        if (framed and not tenses and not number and _of_one_root(first, second, tags)) or _lost_plural(
            document, one, other
        ):
            yield _conflict(document, (other, other + 1), (one, one + 1), comparison.pair.score)


def _of_one_root(first: str, second: str, tags: tuple[str, str]) -> bool:
    if tags[0] in ("VBD", "VBZ") and lemma(first, tags[0]) == lemma(second, "VBN") and second not in (first, "has"):
        return tags[1] == "VBN" or "VBN" in verb_forms(second)  # "wore", "worn"
    if first.startswith(second) and len(first) - len(second) > _SHORTER:
        return False  # courthouse, court
    if second in (f"{first}ship", f"{first}ership"):
        return False  # the partners, the partnership; the lead, the leadership
    if tags[0][0] == "N" and (tags[1] == "VBN" or second == f"{first}ing"):
        return False  # the deployment of troops, troops deployed; the finish line, the finishing line
    same = next(
        (number for number, pair in enumerate(zip(first, second, strict=False)) if pair[0] != pair[1]),
        min(len(first), len(second)),
    )
    return same >= _ROOT and same >= _SAME_ROOT * min(len(first), len(second))


def _lost_plural(document: Document, one: int, other: int) -> bool:
    """Whether a plural has become a singular that no determiner stands before."""
    lowers, tags = document.lowers, document.tags
    if tags[one] != "NNS" or lemma(lowers[one], "NNS") != lowers[other] or lowers[one] == lowers[other]:
        return False
    before = lowers[max(0, other - 2) : other]
    behind = lowers[other + 1 : other + 2]
    return (_DETERMINERS.isdisjoint(before) and behind not in (["-"], ["of"])) or lowers[other - 1] in ("with", "of")


def _between(document: Document, comparison: Comparison) -> Iterator[Conflict]:
    """Compare the small words between two words that stand side by side in both passages."""
    stems, lowers = document.derive(vocabulary).stems, document.lowers
    pair, forward = comparison.pair, comparison.words.forward
    content = [token for token in range(*pair.first) if stems[token] != NO_STEM]
    for one, next_one in pairwise(content):
        other, next_other = forward.get(one), forward.get(next_one)
        if other is None or next_other is None or not 0 < next_other - other <= _FURTHEST:
            continue
        if any(stems[token] != NO_STEM for token in range(other + 1, next_other)):
            continue
        before, after = lowers[one + 1 : next_one], lowers[other + 1 : next_other]
        if before == after or not _is_broken(document, before, after, (one, next_one), (other, next_other)):
            continue
        start, missing, added = _difference(before, after)
        if added and other + 2 + start < pair.second.last and lowers[other + 2 + start] in WEEKDAYS:
            continue  # from Monday
        if _are_prepositions(missing, added) and _reworded(document, comparison):
            continue
        here = _around(other + 1 + start, len(added))
        there = _around(one + 1 + start, len(missing))
        if lowers[slice(*here)] == lowers[slice(*there)]:
            continue  # one possessive ending of two
        yield _conflict(document, here, there, pair.score)


def _reworded(document: Document, comparison: Comparison) -> bool:
    """Whether both passages have words that the other lacks: then they have their own prepositions, too."""
    stems = document.derive(vocabulary).stems
    sides = (comparison.pair.first, comparison.words.forward), (comparison.pair.second, comparison.words.backward)
    return all(
        any(stems[token] != NO_STEM and token not in matched for token in range(*passage)) for passage, matched in sides
    )


def _are_prepositions(missing: Sequence[str], added: Sequence[str]) -> bool:
    return (
        bool(missing and added)
        and _PREPOSITIONS.issuperset((*missing, *added))
        and not any(missing[0] in group and added[0] in group for group in _TURNED)
    )


def _on_days(document: Document, comparison: Comparison) -> Iterator[Conflict]:
    """Find "at Monday" for "on Monday"."""
    lowers, word = document.lowers, document.tokens.word
    for one, other in comparison.words.forward.items():
        same = lowers[one] == lowers[other] and one and other
        if same and lowers[one] in WEEKDAYS and word(other).capital:
            before, after = lowers[one - 1], lowers[other - 1]
            if before == "on" and after in ("at", "by", "in", "to", "the"):
                yield _conflict(document, (other - 1, other + 1), (one - 1, one + 1), comparison.pair.score)


def _fractions(document: Document, comparison: Comparison) -> Iterator[Conflict]:
    """Find "three trees" for "a third of her trees"."""
    lowers = document.lowers
    pair, aligned = comparison.pair, comparison.words
    for one in range(*pair.first):
        number = _PARTS.get(lowers[one].removesuffix("s"))
        if number is None or one in aligned.forward or lowers[one + 1 : one + 2] != ["of"]:
            continue
        for other in range(*pair.second):
            if lowers[other] in number and other not in aligned.backward and lowers[other + 1 : other + 2] != ["of"]:
                yield _conflict(document, (other, other + 1), (one, one + 1), pair.score)


_PARTS = {"third": ("three", "3"), "quarter": ("four", "4"), "fifth": ("five", "5"), "sixth": ("six", "6"),
          "tenth": ("ten", "10"), "half": ("two", "2"), "eighth": ("eight", "8")}  # fmt: skip


def _around(first: int, count: int) -> tuple[int, int]:
    """Return the tokens of a difference, or those on either side of what is missing."""
    return (first, first + count) if count else (first - 1, first + 1)


_FURTHEST = 7  # tokens between two content words


def _is_broken(
    document: Document, before: Sequence[str], after: Sequence[str], one: tuple[int, int], other: tuple[int, int]
) -> bool:
    """Whether small words have changed as no rewording changes them."""
    lowers, tags = document.lowers, document.tags
    kept = lowers[one[1]] == lowers[other[1]]  # the form of the word behind
    held = lowers[one[0]] == lowers[other[0]]  # of the word before
    _, missing, added = _difference(before, after)
    if len(missing) == len(added) == 2:  # "up by", "down for"
        pairs = zip(missing, added, strict=True)
        return kept and any(one in group and new in group for one, new in pairs for group in _TURNED if one != new)
    if len(missing) > 1 or len(added) > 1:
        return False
    lost, new = (missing[0] if missing else ""), (added[0] if added else "")
    if lost in _BREAKS or new in _BREAKS:
        return lost in ("'", "’") and new in ("'s", "’s")
    if lost == "to" and new in _PREPOSITIONS and kept and tags[one[1]] == "VB":
        return True
    if lost and new:
        return _exchanged(lost, new, lowers[other[0]], kept=kept, held=held)
    if new:
        if new in _INSERTED:
            return _PLACED.isdisjoint(before) and held and kept and not tags[other[0]].startswith(("IN", "RB"))
        return (new == "that" and kept and not before and tags[one[1]] in ("VBN", "VBD")) or (
            new in ("has", "have") and not before and tags[one[1]] == "VBD"
        )
    if lost in ARTICLES:
        named = document.tokens.word(other[1]).capital
        return (
            bool(after)
            and not named
            and after[-1] in _PREPOSITIONS
            and tags[other[1]] != "NNS"
            and before[0] not in (",", "as")
        )
    if lost == "to" and after == ["be"]:
        return False  # called for it to be scrapped, demanded that it be scrapped
    if lost in _LOST:
        return held and kept and not document.tokens.word(other[1]).capital
    if lost in _SUBJECTS and kept and after:
        return True
    if lost in ("has", "have", "had"):
        return kept and not after and "VBD" not in verb_forms(lowers[other[1]])
    if lost == "being":
        return lemma(lowers[one[1]], "VBN") == lemma(lowers[other[1]], "VBG")
    return lost in ("was", "were", "is", "being", "been") and kept and "who" in before


def _difference(before: Sequence[str], after: Sequence[str]) -> tuple[int, list[str], list[str]]:
    """Return where two sequences begin to differ, and the words of each that the other lacks."""
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return start, list(before[start : len(before) - end]), list(after[start : len(after) - end])


def _exchanged(lost: str, new: str, verb: str, *, kept: bool, held: bool) -> bool:
    """Whether one small word stands for another one that it does not mean."""
    if lost in _PREPOSITIONS and new in _PREPOSITIONS:
        if any(lost in group and new in group for group in _TURNED):
            return True
        if {lost, new} == {"to", "with"} and verb.startswith(("spoke", "speak", "talk", "compar", "connect")):
            return False
        return not any(lost in group and new in group for group in _EXCHANGED) and (held or kept)
    if (lost in _BE and new in _HAVE) or (lost in _HAVE and new in _BE):
        return kept
    if (lost, new) in _NUMBERS or (new, lost) in _NUMBERS:
        return held
    return (lost, new) in _PRONOUNS
