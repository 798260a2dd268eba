"""What is tied to something else when a thing is told again: a relative clause, a number, a verb, a name as subject.

"Roe, who spent a year in prison, embraces his mother" and "… embraces his mother, who spent a year in prison"; "29
bookings at a single hotel" and "a single booking at 29 hotels"; "a nurse who treated the injured" and "a nurse who was
treated by the injured"; "Roe is looking for another" where this was Poe. All words stay, and tell it of another.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from paralint.evidence.measures.units import cardinal
from paralint.evidence.restatements.conflicts import Comparison, Conflict, comparisons, is_name, without_repeats
from paralint.evidence.restatements.restatements import Passage
from paralint.evidence.words.closed import NOUNS, RELATIVE, words
from paralint.evidence.words.vocabulary import NO_STEM, vocabulary
from paralint.text.document import Document
from paralint.text.morphology import lemma, verb_forms
from paralint.text.words import TokenKind

_BE = words("is are was were been be being")
_HAVE = words("has have had is are was were will would can could")
_BY = 5  # tokens behind a passive verb in which its "by" stands
_ONE = words("single one sole lone")
_PLACING = words("of in at from near on to for with by")
_BETWEEN = 3  # tokens between a number and what it counts
_LEAST = 0.65


def retied(document: Document) -> tuple[Conflict, ...]:
    """Return what is told of somebody, or something, else where the same is told again (a layer)."""
    return without_repeats(
        conflict
        for comparison in document.derive(comparisons)
        if comparison.beside and comparison.pair.score >= _LEAST
        for find in (_moved_clauses, _flipped, _exchanged_counts, _renamed_subjects)
        for conflict in find(document, comparison)
    )


def _verbs(document: Document, comparison: Comparison) -> Iterator[tuple[int, int]]:
    """Yield the verbs of two passages that stand for each other."""
    lowers, tags = document.lowers, document.tags
    for one, other in sorted(comparison.words.forward.items()):
        if tags[one].startswith("VB") and tags[other].startswith("VB") and verb_forms(lowers[one]):
            yield one, other


def _relative(document: Document, verb: int, passage: Passage) -> int | None:
    """Return the relative pronoun right before a verb, auxiliaries apart."""
    lowers = document.lowers
    token = verb - 1
    while token > passage.first and (lowers[token] in _HAVE or lowers[token] in _BE or document.tags[token] == "RB"):
        token -= 1
    return token if token > passage.first and lowers[token] in RELATIVE else None


def _antecedent(document: Document, pronoun: int, passage: Passage) -> int | None:
    """Return the head of what stands right before a relative pronoun, if it is no place within a longer phrase."""
    token = pronoun - 1
    if document.lowers[token] == ",":
        token -= 1
    if token < passage.first or document.tags[token] not in NOUNS:
        return None
    first = token
    while first > passage.first and document.tags[first - 1] in NOUNS:
        first -= 1
    while first > passage.first and document.tags[first - 1] in ("DT", "JJ", "CD", "PRP$", "POS"):
        first -= 1
    return None if first > passage.first and document.lowers[first - 1] in _PLACING else token


def _moved_clauses(document: Document, comparison: Comparison) -> Iterator[Conflict]:
    """Find a relative clause that has come to stand behind another person or thing."""
    stems = document.derive(vocabulary).stems
    words = comparison.words
    for one, other in _verbs(document, comparison):
        pronouns = _relative(document, one, words.first), _relative(document, other, words.second)
        if pronouns[0] is None or pronouns[1] is None:
            continue
        before, after = (
            _antecedent(document, pronouns[0], words.first),
            _antecedent(document, pronouns[1], words.second),
        )
        if before is None or after is None or words.forward.get(before) == after:
            continue
        known = before in words.forward and after in words.backward
        if not known or stems[before] == stems[after] or document.lowers[before] == document.lowers[after]:
            continue
        if not (is_name(document, before) and is_name(document, after)) or _is_one_person(
            document, before, words.backward[after]
        ):
            continue
        here, there = (document.tokens.span(*each) for each in ((after, other + 1), (before, one + 1)))
        yield Conflict("role", here, there, comparison.pair.score, document.tokens.word(after).form)


def _is_one_person(document: Document, one: int, other: int) -> bool:
    """Whether two words of one passage may be parts of one name, or stand in apposition."""
    first, last = sorted((one, other))
    return last - first <= 1 or all(
        document.tags[token] in NOUNS or document.lowers[token] in (",", "the", "a", "of", "'s", "’s")
        for token in range(first + 1, last)
    )


def _flipped(document: Document, comparison: Comparison) -> Iterator[Conflict]:
    """Find "a nurse who treated the injured" told again as "a nurse who was treated by the injured"."""
    words, lowers = comparison.words, document.lowers
    for one, other in _verbs(document, comparison):
        if "VBN" not in verb_forms(lowers[one]) and "VBN" not in verb_forms(lowers[other]):
            continue
        sides = [_voice(document, verb, passage) for verb, passage in ((one, words.first), (other, words.second))]
        if sides[0] is None or sides[1] is None or sides[0][1] == sides[1][1]:
            continue
        before, after = sides[0][0], sides[1][0]
        if words.forward.get(before) == after or lowers[before] == lowers[after]:
            here, there = (document.tokens.span(*each) for each in ((after + 1, other + 1), (before + 1, one + 1)))
            yield Conflict("role", here, there, comparison.pair.score, document.tokens.word(after).form)


def _voice(document: Document, verb: int, passage: Passage) -> tuple[int, bool] | None:
    """Return what a relative clause belongs to, and whether its verb is passive with a "by"; else None."""
    pronoun = _relative(document, verb, passage)
    if pronoun is None:
        return None
    noun = pronoun - 1 - (document.lowers[pronoun - 1] == ",")
    if noun < passage.first or document.tags[noun] not in NOUNS:
        return None
    be = document.lowers[verb - 1] in _BE
    behind = document.lowers[verb + 1 : min(passage.last, verb + _BY)]
    if be:
        return (noun, True) if behind[:1] == ["by"] else None
    acts = (
        document.tags[verb] in ("VBD", "VBZ", "VBP", "VBN")
        and bool(behind)
        and behind[0] not in ("by", "to", "for", "in", ",", ".")
    )
    return (noun, False) if acts else None


def _exchanged_counts(document: Document, comparison: Comparison) -> Iterator[Conflict]:
    """Find "29 bookings at a single hotel" told again as "a single booking at 29 hotels"."""
    words = comparison.words
    before, after = (_counted(document, passage) for passage in (words.first, words.second))
    matched = [(one, other) for one, other in sorted(words.forward.items()) if one in before and other in after]
    for (one, other), (two, another) in combinations(matched, 2):
        if before[one] != before[two] and (before[one], before[two]) == (after[another], after[other]):
            first, last = sorted((other, another))
            here = document.tokens.span(_numeral(document, first), last + 1)
            there = document.tokens.span(_numeral(document, min(one, two)), max(one, two) + 1)
            yield Conflict("role", here, there, comparison.pair.score, document.tokens.word(other).form)


def _numeral(document: Document, noun: int) -> int:
    return next(token for token in range(noun - 1, -1, -1) if _value(document, token) is not None)


def _value(document: Document, token: int) -> float | None:
    lower = document.lowers[token]
    return 1.0 if lower in _ONE else cardinal(lower.replace(",", ""))


def _counted(document: Document, passage: Passage) -> dict[int, float]:
    """Return the nouns of a passage that a number stands before, with the number."""
    stems, tags = document.derive(vocabulary).stems, document.tags
    found: dict[int, float] = {}
    for token in range(*passage):
        value = _value(document, token)
        if value is None:
            continue
        for noun in range(token + 1, min(passage.last, token + 1 + _BETWEEN)):
            if tags[noun] in ("NN", "NNS") and stems[noun] != NO_STEM:
                found[noun] = value
                break
            if tags[noun] not in ("JJ", "VBN", "VBG", "NNP"):
                break
    return found


def _renamed_subjects(document: Document, comparison: Comparison) -> Iterator[Conflict]:
    """Find a sentence whose words are all the same, but for the name that it begins with; both know both names."""
    words = comparison.words
    stems, sentences = document.derive(vocabulary).stems, document.tokens.sentences
    known = [frozenset(stems[first:last]) for first, last in (words.first, words.second)]
    starts = [[token for token in sentences if first <= token < last] for first, last in (words.first, words.second)]
    for one in starts[0]:
        for other in starts[1]:
            if not _is_plain_name(document, one) or not _is_plain_name(document, other) or stems[one] == stems[other]:
                continue
            if not {stems[one], stems[other]} <= known[0] & known[1] or NO_STEM in (stems[one], stems[other]):
                continue
            left, right = _rest(document, one), _rest(document, other)
            if left == right and sum(stems[token] != NO_STEM for token in range(one + 1, one + 1 + len(left))) >= 2:
                here, there = document.tokens.span(other, other + 1), document.tokens.span(one, one + 1)
                yield Conflict("role", here, there, comparison.pair.score, document.quote(there))


def _is_plain_name(document: Document, token: int) -> bool:
    """Whether a sentence begins with a name of one word, and its verb right behind."""
    word = document.tokens.word(token)
    behind = document.tags[token + 1] if token + 1 < len(document.tokens) else ""
    return word.capital and word.kind is TokenKind.WORD and behind in ("VBZ", "VBD", "VBP", "MD")


def _rest(document: Document, token: int) -> list[str]:
    """Return the base forms of the words of a sentence behind its first one, marks apart."""
    end = document.tokens.sentences[document.sentence_of(token) + 1]
    word = document.tokens.word
    return [
        lemma(document.lowers[each], document.tags[each])
        for each in range(token + 1, end)
        if word(each).kind is not TokenKind.PUNCTUATION
    ]
