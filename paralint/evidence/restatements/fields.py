"""Words of closed fields, of which one excludes the others where the same thing is told again.

A restatement puts other words for words, but nobody's other word for "baker" is "butcher", nor for "dusk" "dawn". So
where a passage has one word of such a field and its restatement has another one alone, one of them is wrong. The
fields are listed in ``lists/fields.txt``; what is nobody's name for two things at once stands in them, and nothing that
is said loosely of all ("building", "official").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from paralint.data import listed
from paralint.evidence.restatements.conflicts import Comparison, Conflict, comparisons, next_content, without_repeats
from paralint.evidence.restatements.replaced import reworded
from paralint.evidence.restatements.restatements import Passage
from paralint.evidence.words.closed import words
from paralint.text.document import Document
from paralint.values import NamedTuple

_TAGS = {"n": "NN", "v": "VB", "x": "", "c": ""}  # how the tag of a word begins, by the part of speech of its field
_DETERMINERS = words("a an the his her their its")
_PARTICLES = words("on out off over up")  # with which a verb is another one
_SIDES = words("left right")  # which are other words, too
_NEGATORS = words("not n't n’t no never neither nor without except but instead")
_REACH = 3  # tokens before a word in which a negator or a contrast stands
_LOOSE = 0.65  # least score of passages of which a word may be held against one that stands in other surroundings
_LEAST = 0.5
_ALMOST_EQUAL = 0.8  # score of neighbours of which any word may
_ALIKE = 3  # tokens before two words that are the same
_AROUND = 6  # tokens on each side in which another word must be the same


class Field(NamedTuple):
    """How the words of a field are read.

    Attributes:
        tag: how the tag of each begins.
        capital: whether they stand with a capital letter within a sentence.
        before, behind: whether the next content word on that side must be the same; of both, one must be.
        beside: whether the passages must be neighbours.
        counted: whether the word right before must be the same, as "two" in "two years".
    """

    tag: str
    capital: bool
    before: bool
    behind: bool
    counted: bool
    beside: bool

    def placed(self) -> Field:
        """Return the field of which the next content word must be the same, if only on one side."""
        return self if self.before or self.behind else self._replace(before=True, behind=True)


_Places = dict[int, dict[int, list[int]]]  # the tokens of each group of each field


_SCALES = words("million billion trillion thousand hundred")


@lru_cache(maxsize=1)
def _fields() -> tuple[tuple[Field, ...], dict[str, tuple[tuple[int, int], ...]]]:
    """Return the fields of the list, and for each word the fields that it is of, and its group in each.

    Raises:
        DataError: if the list cannot be read.
    """
    fields: list[Field] = []
    of: defaultdict[str, tuple[tuple[int, int], ...]] = defaultdict(tuple)
    for number, line in enumerate(listed("fields")):
        mode, _, groups = line.partition(": ")
        fields.append(Field(_TAGS[mode[0]], mode[0] == "c", "<" in mode, ">" in mode, "^" in mode, "=" in mode))
        for group, members in enumerate(groups.split(" | ")):
            for member in members.split():
                of[member] += ((number, group),)
    return tuple(fields), dict(of)


def fields(document: Document) -> tuple[Conflict, ...]:
    """Return the words of restatements that another word of their field excludes (a layer)."""
    pairs = [each for each in document.derive(comparisons) if each.pair.score >= _LEAST]
    if not pairs:
        return ()
    return without_repeats(conflict for comparison in pairs for conflict in _compare(document, comparison))


def _compare(document: Document, comparison: Comparison) -> Iterator[Conflict]:
    before, after = (_places(document, passage) for passage in comparison.pair[:2])
    for number in sorted(before.keys() & after.keys()):
        left, right = before[number], after[number]
        gone, come = (sorted(one.keys() - other.keys()) for one, other in ((left, right), (right, left)))
        field = _fields()[0][number]
        if len(gone) > 1 or len(come) > 1:
            field = field.placed()
        for there, here in product(
            (token for group in gone for token in left[group]), (token for group in come for token in right[group])
        ):
            if reworded(document.lowers[there], document.lowers[here]):
                continue
            if comparison.pair.distance == 0 and document.lowers[here] in _SCALES:
                continue  # figures.py tells which of the two is wrong
            if _in_one_place(document, comparison, field, there, here) and not (
                _is_contrasted(document, there) or _is_contrasted(document, here)
            ):
                spans = [document.tokens.span(token, token + 1) for token in (here, there)]
                yield Conflict("antonym", spans[0], spans[1], comparison.pair.score)
                break


def _places(document: Document, passage: Passage) -> _Places:
    """Return the words of fields that a passage has."""
    known = document.derive(_known)
    all_fields, _ = _fields()
    found: _Places = {}
    ids = document.tokens.ids
    for token in range(*passage):
        for field, group in known.get(ids[token], ()):
            if _is_tagged(document, token, all_fields[field]) and _is_itself(
                document, token, all_fields[field], passage
            ):
                found.setdefault(field, {}).setdefault(group, []).append(token)
    return found


def _is_tagged(document: Document, token: int, field: Field) -> bool:
    """Whether a word is of the part of speech of its field, even if the tagger takes a verb for a noun."""
    tags = document.tags
    if tags[token].startswith(field.tag):
        return True
    seen = field.tag == "VB" and tags[token].startswith("NN") and token + 1 < len(tags)
    return seen and tags[token - 1].startswith("NN") and document.lowers[token + 1] in _DETERMINERS


def _is_itself(document: Document, token: int, field: Field, passage: Passage) -> bool:
    """Whether a word is the one of its field: no side that is no side ("left the house"), no "carry" of "carry on"."""
    lowers = document.lowers
    if lowers[token] in _SIDES:
        return lowers[token - 1] == "the"
    return field.tag != "VB" or token + 1 >= passage.last or lowers[token + 1] not in _PARTICLES


def _known(document: Document) -> dict[int, tuple[tuple[int, int], ...]]:
    """Return the fields of the word types of a document that are of any (a layer)."""
    every, of = _fields()
    found = {}
    starts = frozenset(document.tokens.sentences)
    for kind, word in enumerate(document.tokens.types):
        places = of.get(word.lower, ())
        if places and not (word.capital and not starts.isdisjoint(document.places[kind])):
            places = tuple(place for place in places if every[place[0]].capital == word.capital)
        if places:
            found[kind] = places
    return found


def _in_one_place(document: Document, comparison: Comparison, field: Field, one: int, other: int) -> bool:
    """Whether two words stand where one field asks for."""
    if field.counted and (comparison.pair.score < _LOOSE or document.lowers[one - 1] != document.lowers[other - 1]):
        return False
    if field.beside and not comparison.beside:
        return False
    if not field.before and not field.behind:
        if comparison.beside and (comparison.pair.score >= _ALMOST_EQUAL or _begins_alike(document, one, other)):
            return True
        return comparison.words.support(one, other, _AROUND) >= 1 + (comparison.pair.score < _LOOSE)
    return (field.behind and _same(document, comparison, one, other, 1)) or (
        field.before and _same(document, comparison, one, other, -1)
    )


def _begins_alike(document: Document, one: int, other: int) -> bool:
    """Whether the same small words stand before two words: "where she has a cousin", "where she has an uncle"."""
    before, its = (
        ["a" if lower == "an" else lower for lower in document.lowers[token - _ALIKE : token]] for token in (one, other)
    )
    return before == its


def _same(document: Document, comparison: Comparison, one: int, other: int, step: int) -> bool:
    """Whether the content words next to two words, in one direction, stand for each other."""
    a, b = (
        next_content(document, token, step, passage)
        for token, passage in zip((one, other), comparison.pair[:2], strict=True)
    )
    return a is not None and b is not None and comparison.words.forward.get(a) == b


def _is_contrasted(document: Document, token: int) -> bool:
    """Whether a word is denied, or told as the other of two: "not a nurse but a doctor"."""
    begin = document.tokens.sentences[document.sentence_of(token)]
    return not _NEGATORS.isdisjoint(document.lowers[max(begin, token - _REACH) : token])
