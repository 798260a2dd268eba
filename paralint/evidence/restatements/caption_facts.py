"""What two captions of one picture say of their people and things, wherever in its line either says it.

Who stands on which side, how many there are of what, the how many-th day it is, what somebody is, in which town and
state it was and which way they went: a caption that is told again in another order keeps all of that, while hardly two
words of it stay neighbours, so that no alignment of the words beside them would tell. Heard in damaged texts alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from paralint.evidence.measures.series import place_in_series
from paralint.evidence.measures.units import cardinal
from paralint.evidence.names.spellings import distance, fold
from paralint.evidence.restatements.conflicts import Bounds, Change, Comparison
from paralint.evidence.restatements.replaced import reworded
from paralint.evidence.restatements.restatements import Passage
from paralint.evidence.words.closed import ARTICLES, NOUNS, words
from paralint.evidence.words.thesaurus import related
from paralint.evidence.words.titles import CALENDAR
from paralint.evidence.words.vocabulary import NO_STEM, stem, vocabulary
from paralint.text import lazy
from paralint.text.document import Document
from paralint.text.words import TokenKind


def caption_facts(document: Document, comparison: Comparison) -> Iterator[Change]:
    """Yield what the second of two captions says otherwise, and what the first says, as bounds of tokens."""
    for find in (_sides, _counts, _places, _callings, _towns, _ways):
        yield from find(document, comparison)


_SIDES = words("left right centre center")
_ENDS = words(", ) . ; and")
_SIDE_PREPOSITIONS = words("at on")


def _sides(document: Document, comparison: Comparison) -> Iterator[Change]:
    """Find "Roe, left, and Quist" for "Quist, left, and Roe", and "Roe, right" for "Roe, left"."""
    told = [_placed(document, passage) for passage in comparison.pair[:2]]
    if not all(told):
        return
    for name, side, there in told[0]:
        for other, its, here in told[1]:
            same = _are_one(document, comparison, name, other)
            if same and side != its:
                yield here, there
            elif not same and side == its and len(told[0]) == len(told[1]) == 1:
                rest = (
                    token
                    for token in range(*comparison.pair.second)
                    if not other[0] <= token < other[1] and document.tokens.word(token).capital
                )
                if any(_are_one(document, comparison, name, (token, token + 1)) for token in rest):
                    yield (other[0], here[1]), (name[0], there[1])


def _placed(document: Document, passage: Passage) -> list[tuple[Bounds, str, Bounds]]:
    """Return whose side a caption tells: the words of the name, the side and where it stands."""
    lowers, word = document.lowers, document.tokens.word
    found = []
    for token in range(passage.first + 2, passage.last):
        if lowers[token] not in _SIDES or not _ENDS.issuperset(lowers[token + 1 : token + 2]):
            continue
        mark = token - 1 - (lowers[token - 1] in _SIDE_PREPOSITIONS)
        first = mark
        while first > passage.first and word(first - 1).capital:
            first -= 1
        if lowers[mark] in (",", "(") and first < mark:
            found.append(((first, mark), lowers[token].replace("er", "re"), (token, token + 1)))
    return found


def _are_one(document: Document, comparison: Comparison, name: Bounds, other: Bounds) -> bool:
    """Whether two names are one, even if it is spelt in two ways."""
    if any(other[0] <= comparison.words.forward.get(token, -1) < other[1] for token in range(*name)):
        return True
    return any(
        len(one) > 3 and distance(one, its, 2) <= 1 + (len(one) > 6)
        for one in (fold(document.tokens.word(token).form) for token in range(*name))
        for its in (fold(document.tokens.word(token).form) for token in range(*other))
    )


def _counts(document: Document, comparison: Comparison) -> Iterator[Change]:
    """Find "one of the five clients" for "one of the four clients", however many other things there are four of."""
    yield from _before_one_noun(document, comparison, lambda lower: cardinal(lower.replace(",", "")))


def _places(document: Document, comparison: Comparison) -> Iterator[Change]:
    """Find "the thirteenth day" for "the third day"."""
    yield from _before_one_noun(document, comparison, place_in_series)


def _before_one_noun(
    document: Document, comparison: Comparison, value: Callable[[str], float | None]
) -> Iterator[Change]:
    lowers, tags = document.lowers, document.tags
    first, second = comparison.pair[:2]
    for one, other in comparison.words.forward.items():
        if lowers[one] != lowers[other] or tags[one] not in NOUNS or one == first.first or other == second.first:
            continue
        told, its = value(lowers[one - 1]), value(lowers[other - 1])
        if not told or not its or told == its or lowers[one] in CALENDAR:
            continue
        if lowers[first.first : first.last].count(lowers[one]) > 1:
            continue
        if lowers[second.first : second.last].count(lowers[other]) == 1:
            yield (other - 1, other), (one - 1, one)


_GENERAL = words(
    "officer worker employee official resident member man woman colleague expert leader person boss head friend "
    "specialist fan owner survivor victim witness volunteer veteran neighbour neighbor local native candidate client"
)
_CALLING = lazy.pattern(r"(?:[aeo]r|ist|[aei]nt|man|woman|ian|eer|ee|chef|cook|nurse|judge|coach|guard|smith|major)$")
_LONGEST_CALLING = 4  # tokens from the article of what somebody is to its noun


def _callings(document: Document, comparison: Comparison) -> Iterator[Change]:
    """Find "Roe, a violinist" for "Roe, a cellist": what somebody is, right behind the name."""
    told = [_called(document, passage) for passage in comparison.pair[:2]]
    for name, one in told[0]:
        for its, other in told[1]:
            nouns = document.lowers[one[1] - 1], document.lowers[other[1] - 1]
            if not _are_one(document, comparison, name, its) or one[1] - 1 in comparison.words.forward:
                continue
            if (
                other[1] - 1 in comparison.words.backward
                or not _GENERAL.isdisjoint(nouns)
                or related(*map(stem, nouns))
            ):
                continue
            if reworded(*nouns) or nouns[0] in document.lowers[slice(*other)]:
                continue
            yield other, one


def _called(document: Document, passage: Passage) -> list[tuple[Bounds, Bounds]]:
    """Return the names of a caption behind which it says what they are, and where."""
    lowers, tags, word = document.lowers, document.tags, document.tokens.word
    found = []
    for token in range(passage.first + 1, passage.last - 3):
        if lowers[token] != "," or lowers[token + 1] not in ARTICLES or not word(token - 1).capital:
            continue
        first = token
        while first > passage.first and word(first - 1).capital:
            first -= 1
        noun = token + 2
        while noun < min(passage.last - 1, token + _LONGEST_CALLING) and tags[noun + 1] in NOUNS | {"JJ"}:
            noun += 1
        if tags[noun] == "NN" and not word(noun).capital and _CALLING.search(lowers[noun]):
            found.append(((first, token), (token + 1, noun + 1)))
    return found


_IN = words("in at near of , outside")
_DATED = CALENDAR | words(". , on in the last this")


def _towns(document: Document, comparison: Comparison) -> Iterator[Change]:
    """Find "Fresno, Colo." for "Fresno, Calif.": a part of a place that stands alone in its line."""
    word, lowers = document.tokens.word, document.lowers
    forward, second = comparison.words.forward, comparison.pair.second
    ends = [_last_place(document, passage) for passage in comparison.pair[:2]]
    alone = all(ends) and ends[0] not in forward and ends[1] not in comparison.words.backward
    if alone and not _is_short(*(_plain(document, token) for token in ends)):
        yield (ends[1], ends[1] + 1), (ends[0], ends[0] + 1)
    for one, other in forward.items():
        if not (word(one).capital and lowers[one] == lowers[other] and other + 2 < second.last):
            continue
        if lowers[one + 1 : one + 2] != [","] or lowers[other + 1] != ",":
            continue
        there, here = one + 2, other + 2
        if there >= comparison.pair.first.last or there in forward or here in comparison.words.backward:
            continue
        parts = all(word(token).capital and lowers[token] not in CALENDAR for token in (there, here))
        if parts and lowers[one - 1] in _IN and not _is_short(_plain(document, there), _plain(document, here)):
            yield (other, here + 1), (one, there + 1)


def _plain(document: Document, token: int) -> str:
    return fold(document.tokens.word(token).form.rstrip("."))


def _last_place(document: Document, passage: Passage) -> int:
    """Return the place of one word that a caption ends with, before a day or a month, 0 if there is none."""
    lowers, word = document.lowers, document.tokens.word
    token = passage.last - 1
    while token > passage.first and (lowers[token] in _DATED or lowers[token].isdecimal()):
        token -= 1
    alone = word(token).capital and lowers[token - 1] in _IN and len(lowers[token]) > 3 and token > passage.first + 1
    return token if alone and word(token).kind is TokenKind.WORD else 0


def _is_short(one: str, other: str) -> bool:
    """Whether one of two words has all letters of the other, in order: "Calif" and "California"."""
    short, long = sorted((one, other), key=len)
    letters = iter(long)
    return all(letter in letters for letter in short) or distance(one, other, 2) <= 2


_OUT, _IN_TO = words("from out off"), words("into onto to toward towards")
_UP, _DOWN = words("up"), words("down")
_WAYS = {
    **{lower: (0, number) for number, group in enumerate((_OUT, _IN_TO)) for lower in group},
    **{lower: (1, number) for number, group in enumerate((_UP, _DOWN)) for lower in group},
    "ahead": (2, 0), "behind": (2, 1), "above": (3, 0), "below": (3, 1), "inside": (4, 0), "outside": (4, 1),
}  # fmt: skip


def _ways(document: Document, comparison: Comparison) -> Iterator[Change]:
    """Find "is led into the yard" for "is led from the court", and "ahead of schedule" for "behind schedule"."""
    forward = comparison.words.forward
    told = [_directions(document, passage) for passage in comparison.pair[:2]]
    for (before, behind), (kind, way, there) in told[0].items():
        for (verb, noun), (sort, its, here) in told[1].items():
            if kind != sort or way == its:
                continue
            of_one_noun = behind is not None and forward.get(behind) == noun and kind != 0
            of_one_verb = before is not None and forward.get(before) == verb and kind == 0
            if (of_one_noun or of_one_verb) and not _both_ways(told[1], kind, way, of_one_noun, noun):
                yield (here, here + 1), (there, there + 1)


_Directions = dict[tuple[int | None, int | None], tuple[int, int, int]]


def _both_ways(told: _Directions, kind: int, way: int, of_one_noun: bool, noun: int | None) -> bool:
    """Whether the second caption has the way of the first as well, before the same noun or, of a verb, anywhere."""
    return any(
        (sort, its) == (kind, way) and (not of_one_noun or behind == noun)
        for (_, behind), (sort, its, _) in told.items()
    )


def _directions(document: Document, passage: Passage) -> _Directions:
    """Return the ways that a caption tells, by the verb right before and the content word right behind each."""
    lowers, tags, stems = document.lowers, document.tags, document.derive(vocabulary).stems
    found: _Directions = {}
    for token in range(passage.first + 1, passage.last - 1):
        kind = _WAYS.get(lowers[token])
        if kind is None:
            continue
        verb = token - 1 if tags[token - 1].startswith("V") else None
        noun = token + 1
        while noun < passage.last and stems[noun] == NO_STEM and document.tokens.word(noun).kind is TokenKind.WORD:
            noun += 1
        behind = noun if noun < passage.last and stems[noun] != NO_STEM else None
        found[verb, behind] = (*kind, token)
    return found
