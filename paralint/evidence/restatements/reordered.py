"""What neighbouring lines that tell the same both have, in another order or with other small words.

*On the bridge* and *under the bridge*, *the Tileyard plant* and *the plant Tileyard*, *his team has studied* and *has
studied his team*, *drinks from a tap* and *is drunk from a tap*: who tells a caption again may move its parts about,
yet a thing keeps the preposition before it (``retold_prepositions``), a verb its voice and its agreement with the
subject (``turned_voices``), a number its unit (``retold_measures``), and what stands side by side keeps its order
unless a small word ties the two anew. Heard in damaged texts alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from paralint.evidence.restatements.conflicts import Change, Comparison
from paralint.evidence.restatements.retold_measures import counts, measures, ranges, times, units
from paralint.evidence.restatements.retold_prepositions import DETERMINERS, REACH, SIMPLE, prepositions, relative
from paralint.evidence.restatements.turned_voices import actives, givers, numbers, passives, turned_passives
from paralint.evidence.words.closed import GENITIVES, words
from paralint.evidence.words.titles import CALENDAR, ROLES, WEEKDAYS
from paralint.evidence.words.vocabulary import NO_STEM, vocabulary
from paralint.text import lazy
from paralint.text.document import Document
from paralint.text.words import TokenKind

_NEXT_CLAUSE = words("and but who which that as when while where after before :")
# What may stand before its name.
_NAMED_BEHIND = words(
    "river lake mount ship ferry trawler vessel boat yacht satellite rocket probe magazine newspaper film novel "
    "play book song album opera island village town city region province state hotel pub club team company firm "
    "group brothers sisters planet comet asteroid hurricane storm typhoon cyclone horse dog cat fortress castle "
    "project operation flight"
)
_AUXILIARIES = words("is are was were be been being has have had will would can could may might")
_TIES = words("of on in for at from over against under behind into to by")
_BREAKS = frozenset(',;:()–—-"“”')
_FREE = words("and or & of to in at by for with from on against about as who which that than - /")
_FORMER = words("former previous past one-time")
_PREFIXES = words("ex- non- anti- pro- pre- post- half- semi- vice- great- step- grand")
_HOUSES = words(
    "ministry ministries department office agency bureau board council committee commission court bank university "
    "institute academy museum church building buildings headquarters house chamber"
)
_HELD = lazy.pattern(r"(?:er|or|ist|ian|ant|ent|al|man|men|woman|women|ef|ad)s?$")
_HOLDING = words(
    "bag sack field tank barrel cup bottle box crate load truck pile heap shipment harvest crop price supply "
    "stock forest grove flock herd crowd group team list map piece block bar cost level source rate lack use type "
    "kind number amount day week year season part end top edge side line case act form state city town village "
    "school university court house pair set row series stream wave cloud layer sheet slice loaf pot jar glass "
    "plate bowl basket can pack packet ton tonne"
)


def reordered(document: Document, comparison: Comparison) -> Iterator[Change]:
    """Yield what has changed in the second passage of a comparison, and what it was, as bounds of tokens."""
    for find in (
        prepositions,
        relative,
        _orders,
        numbers,
        passives,
        actives,
        _resumed,
        _genitives,
        _unwrapped,
        times,
        counts,
        units,
        measures,
        turned_passives,
        _prefixed,
        ranges,
        givers,
    ):
        yield from find(document, comparison)


def _orders(document: Document, comparison: Comparison) -> Iterator[Change]:
    """Find "the plant Tintalba" for "the Tintalba plant": two neighbours that have changed places and nothing ties."""
    stems, lowers = document.derive(vocabulary).stems, document.lowers
    pair, forward = comparison.pair, comparison.words.forward
    content = [token for token in range(*pair.first) if stems[token] != NO_STEM]
    for one, two in pairwise(content):
        first, second = forward.get(one), forward.get(two)
        if first is None or second is None or not 0 < first - second <= REACH or two - one > REACH:
            continue
        if lowers[one] != lowers[first] or lowers[two] != lowers[second]:
            continue
        before, after = lowers[one + 1 : two], lowers[second + 1 : first]
        if any(stems[token] != NO_STEM for token in range(second + 1, first)):
            continue
        tied = [lower for lower in before if lower in _TIES]
        dated = any(lowers[token] in CALENDAR for token in (one, two))
        if (
            tied
            and not dated
            and tied == [lower for lower in after if lower in _TIES]
            and _BREAKS.isdisjoint((*before, *after))
        ):
            yield (second, first + 1), (one, two + 1)  # a vote on the budget, a budget on the vote
            continue
        if not _BREAKS.isdisjoint(before) or not _BREAKS.isdisjoint(after) or not _FREE.isdisjoint(after):
            continue
        if not SIMPLE.isdisjoint((*before, *lowers[one + 1 : one + 2])) and DETERMINERS.isdisjoint(after):
            continue  # the flat in Hull, the Hull flat
        if (
            "of" in before
            or not _AUXILIARIES.isdisjoint(after)
            or _may_turn(document, (one, two), (second, first), before, after)
        ):
            continue
        yield (second, first + 1), (one, two + 1)


def _may_turn(
    document: Document, one: tuple[int, int], other: tuple[int, int], before: list[str], after: list[str]
) -> bool:
    """Whether two words may stand in either order."""
    tags, lowers, word = document.tags, document.lowers, document.tokens.word
    if any(mark in ("'s", "’s", "'", "’") for mark in after):
        return True
    if any(lowers[token] in WEEKDAYS or word(token).kind is not TokenKind.WORD for token in one):
        return True
    if any(lowers[token].rstrip(".") in ROLES for token in one) and any(word(token).capital for token in one):
        return True
    kinds = {tags[token][:2] for token in (*one, *other)}
    if "RB" in kinds or "CD" in kinds:
        return True
    side_by_side = not before and not after
    named_behind = not _NAMED_BEHIND.isdisjoint((lowers[other[0]], lowers[other[1]]))  # the River Yare, the Yare river
    if side_by_side and (named_behind or not word(other[1]).form.isalpha()):
        return True
    # "The evacuated villages", "the villages evacuated".
    return side_by_side and any(tags[token] in ("VBN", "VBG", "VBD") for token in (*one, *other))


def _resumed(document: Document, comparison: Comparison) -> Iterator[Change]:
    """Find "Roe, the director of the zoo, he stands" for "Roe, the director of the zoo"."""
    lowers, tags, word = document.lowers, document.tags, document.tokens.word
    first, second = comparison.pair[:2]
    pronouns = ("he", "she", "they", "it")
    if any(lowers[token] in pronouns for token in range(*first)):
        return
    begin = second.first
    if not word(begin).capital or (tags[begin][:2] not in ("NN", "DT") and lowers[begin] not in DETERMINERS):
        return
    end = document.tokens.sentences[document.sentence_of(begin) + 1]
    for token in range(begin + 2, min(end, second.last) - 1):
        if lowers[token] in _NEXT_CLAUSE:
            return
        if lowers[token] in pronouns and lowers[token - 1] == ",":
            yield (token, token + 2), (first.first, first.first + 1)
            return


def _genitives(document: Document, comparison: Comparison) -> Iterator[Change]:
    """Find "the money of investors'" for "investors' money"."""
    lowers, forward = document.lowers, comparison.words.forward
    for one, other in forward.items():
        if GENITIVES.isdisjoint(lowers[other + 1 : other + 2]):
            continue
        end = other + 2
        if GENITIVES.isdisjoint(lowers[one + 1 : one + 2]):
            closed = end == comparison.pair.second.last and lowers[other + 1] in ("'s", "’s")
            if closed and lowers[other] == lowers[one] and document.tags[other] == "NN":
                yield (other, other + 2), (one, one + 1)
            continue
        if end < comparison.pair.second.last and end in comparison.words.backward:
            continue
        if end < comparison.pair.second.last and document.tags[end][:2] in ("NN", "JJ", "CD"):
            continue
        if "of" in lowers[max(comparison.pair.second.first, other - 3) : other]:
            yield (other, other + 2), (one, one + 2)


def _unwrapped(document: Document, comparison: Comparison) -> Iterator[Change]:
    """Find "a conference of news" for "a news conference"."""
    lowers, tags, forward = document.lowers, document.tags, comparison.words.forward
    word = document.tokens.word
    for one, other in forward.items():
        two = one + 1
        if two not in forward or two >= comparison.pair.first.last or not lowers[one].isalpha():
            continue
        head = forward[two]
        if word(one).capital or word(two).capital or not tags[one].startswith("NN") or not tags[two].startswith("NN"):
            continue
        if _HELD.search(lowers[head]) or lowers[head].removesuffix("s") in _HOLDING:
            continue  # a teacher of mathematics, a bag of rice
        if lowers[head] in _HOUSES:
            continue  # the Ministry of Education, the building of parliament
        if head < other and lowers[head + 1 : other] in (["of"], ["of", "a"], ["of", "an"]):
            yield (head, other + 1), (one, two + 1)


def _prefixed(document: Document, comparison: Comparison) -> Iterator[Change]:
    """Find "the ex-minister" for "the minister" and "non-alcoholic" for "alcoholic"."""
    lowers, forward, backward = document.lowers, comparison.words.forward, comparison.words.backward
    for other in range(*comparison.pair.second):
        if other in backward and lowers[backward[other]] == lowers[other]:
            continue
        for one in range(*comparison.pair.first):
            if one in forward and lowers[forward[one]] == lowers[one]:
                continue
            short, long = sorted((lowers[one], lowers[other]), key=len)
            if len(short) <= 3 or not long.endswith(short) or long.removesuffix(short) not in _PREFIXES:
                continue
            if lowers[one] != short or _FORMER.isdisjoint(lowers[max(0, one - 1) : one]):  # ex-, as former
                yield (other, other + 1), (one, one + 1)
