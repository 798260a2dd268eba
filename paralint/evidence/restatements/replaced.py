"""A word that has another one in its place where neighbouring lines tell the same, and that no rewording gives for it.

The words around the two stand for one another (``alignment.py``), so what stands between them should, too.
``fields.py`` and ``polarity.py`` know words that exclude one another; here any two do that are of one word class, are
no synonyms and were never seen exchanged by paraphrasers (``exchanges.py``). Faithful rewordings go beyond all lists
now and then, so the rule is heard in damaged texts alone, where nearly all such words are slips.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from paralint.data import listed
from paralint.evidence.measures.times import is_date_word
from paralint.evidence.names.spellings import distance
from paralint.evidence.restatements.conflicts import Comparison, Conflict, comparisons, next_content, without_repeats
from paralint.evidence.restatements.counterparts import Counterparts, counterparts, left_over
from paralint.evidence.restatements.restatements import Passage
from paralint.evidence.words.closed import words
from paralint.evidence.words.exchanges import content_numbers, exchanges
from paralint.evidence.words.titles import HEADS, ROLES
from paralint.evidence.words.vocabulary import NO_STEM, vocabulary
from paralint.text.document import Document
from paralint.text.morphology import is_word, lemma
from paralint.text.words import TokenKind

_LEAST = 0.5  # score of the passages
_ALIKE, _FEW = 0.7, 3  # score, and words left over in each, where one side is enough
_LONGEST = 60  # tokens of each
_KNOWN = 110  # strength from which on one word may be another way to tell the other
_CLASSES = {"NN": "n", "NNS": "n", "VB": "v", "VBD": "v", "VBG": "v", "VBN": "v", "VBP": "v", "VBZ": "v", "JJ": "a",
            "JJR": "a", "JJS": "a", "RB": "r", "CD": "c"}  # fmt: skip
_MIXED = (("n", "a"), ("a", "n"))  # an apricot juice, an orange juice
_PLACES = words(
    "next front board inside outside beside side top back bottom edge middle centre center behind alongside"
)
_GENERAL = words("people person persons man men woman women thing things one ones group groups others folk")
_PARTICLES = (["out"], ["up"], ["off"], ["down"], ["away"], ["over"], ["back"], ["apart"], ["together"], ["around"])
_SCALES = words("million billion trillion thousand hundred dozen m bn tn cm mm km kg percent per cent pct")
_SPELLINGS = (("our", "or"), ("ise", "ize"), ("isa", "iza"), ("yse", "yze"), ("tre", "ter"), ("bre", "ber"),
              ("ll", "l"),
              ("ae", "e"), ("oe", "e"), ("gre", "gra"), ("ves", "fs"), ("ogue", "og"), ("ence", "ense"), ("que", "ck"),
              ("ph", "f"), ("yre", "ire"), ("mme", "m"), ("dg", "dge"), ("t", "ed"))  # fmt: skip
_SPELLING = 2  # edits between two spellings of one word


def replaced(document: Document) -> tuple[Conflict, ...]:
    """Return the conflicts replaced of a document (a layer: see ``Document.derive``)."""
    return without_repeats(
        conflict for comparison in retold_lines(document) for conflict in _replaced(document, comparison)
    )


def retold_lines(document: Document) -> Iterator[Comparison]:
    """Yield the comparisons of neighbouring lines that tell the same."""
    for comparison in document.derive(comparisons):
        short = all(last - first <= _LONGEST for first, last in comparison.pair[:2])
        if comparison.pair.score >= _LEAST and comparison.pair.distance == 1 and short:
            yield comparison


def _replaced(document: Document, comparison: Comparison) -> Iterator[Conflict]:
    pair, aligned, tokens = comparison.pair, comparison.words, document.tokens
    found = tuple(counterparts(document, comparison))
    wrong = [(each.other, each.one) for each in found if _is_renamed(document, each)]
    before = left_over(document, pair.first, aligned.forward)
    after = left_over(document, pair.second, aligned.backward)
    few = pair.score >= _ALIKE and _plain(document, before) == _plain(document, after) <= _FEW
    sides = {(each.other, each.one): each.sides for each in found if not each.matched}
    alone = dict.fromkeys(_alone(document, comparison, before, after), 0) if few else {}
    for (other, one), count in sorted({**alone, **sides}.items()):
        if (few or count == 2) and _is_slip(document, one, other, mixed=count == 2):
            wrong.append((other, one))
    for other, one in wrong:
        here, there = tokens.span(other, other + 1), tokens.span(one, one + 1)
        yield Conflict("replaced", here, there, pair.score, document.quote(there))
    yield from _swapped(document, comparison)


def _is_renamed(document: Document, each: Counterparts) -> bool:
    """Whether "Carlyle" stands for "Carlisle": whoever tells a caption again changes no name."""
    tokens, lowers = (each.one, each.other), [document.lowers[token] for token in (each.one, each.other)]
    if any(document.tokens.word(token).form.endswith(".") for token in tokens):
        return False  # Calif., California
    if all(_only_begins(document, token) for token in tokens) and not _look_alike(*lowers):
        return False  # Voters, People
    return all(_may_be_name(document, token) for token in tokens) and not _is_bent(*lowers)


def _swapped(document: Document, comparison: Comparison) -> Iterator[Conflict]:
    """Find "Falk & Moss" for "Moss & Falk", and "Captain Bello and Ida Roe" for "Captain Ida Roe and Bello"."""
    lowers, word, tokens = document.lowers, document.tokens.word, document.tokens
    forward, pair = comparison.words.forward, comparison.pair
    for one in range(pair.first.first, pair.first.last - 2):
        other = forward.get(one)
        if other is None or not word(one).capital:
            continue
        behind = one + 1
        if lowers[one].rstrip(".") in ROLES or lowers[one].rstrip(".") in HEADS:
            if behind not in forward or other + 1 >= pair.second.last or not word(behind).capital:
                continue
            bearer = other + 1
            moved = forward[behind] != bearer and word(bearer).capital and bearer in comparison.words.backward
        else:
            joined = lowers[behind] in ("&", "of") and word(behind + 1).capital
            last = forward.get(behind + 1)
            moved = joined and last is not None and last + 2 == other and lowers[last + 1] == lowers[behind]
            bearer = other
        if moved:
            here, there = tokens.span(bearer - 1, bearer + 1), tokens.span(one, behind + 1)
            yield Conflict("replaced", here, there, pair.score, document.quote(there))


def _may_be_name(document: Document, token: int) -> bool:
    word = document.tokens.word(token)
    plain = word.capital and word.kind is TokenKind.WORD and not is_date_word(word)
    return plain and document.derive(vocabulary).stems[token] != NO_STEM and word.lower.rstrip(".") not in HEADS


def _class(document: Document, token: int) -> str:
    """Return the class of a word; a participle before a noun is an adjective."""
    tags = document.tags
    if tags[token] in ("VBN", "VBG") and token + 1 < len(tags) and tags[token + 1].startswith("NN"):
        return "a" if document.lowers[token - 1] in _BEFORE_ADJECTIVES else "v"
    return _CLASSES.get(tags[token], "")


_BEFORE_ADJECTIVES = words("a an the this that its his her their of in on at to by for with")


def _look_alike(one: str, other: str) -> bool:
    """Whether two words begin or end alike: chained and unchained, survivors and surviving."""
    return one[:4] == other[:4] or one[-4:] == other[-4:]


def _is_bent(one: str, other: str) -> bool:
    """Whether one of two words is the other one with an ending: Eritrea and Eritrean."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short[:-1]) and len(long) - len(short) in (1, 2, 3) and long[-1] in "nse"


def _plain(document: Document, tokens: list[int]) -> int:
    """Return how many of some words are no names."""
    return sum(not document.tokens.word(token).capital for token in tokens)


def _alone(
    document: Document, comparison: Comparison, before: list[int], after: list[int]
) -> Iterator[tuple[int, int]]:
    """Yield the words that are the only ones of their class left over, beside one word that both passages have."""
    kinds = [[_CLASSES.get(document.tags[token], "") for token in tokens] for tokens in (before, after)]
    for kind in set(kinds[0]):
        if any(each.count(kind) != 1 for each in kinds):
            continue
        one, other = before[kinds[0].index(kind)], after[kinds[1].index(kind)]
        near, its = (
            {place for step in (-1, 1) for place in _run(document, token, step, passage)}
            for token, passage in ((one, comparison.pair.first), (other, comparison.pair.second))
        )
        if any(comparison.words.forward.get(place) in its for place in near):
            yield other, one


def _run(document: Document, token: int, step: int, passage: Passage) -> Iterator[int]:
    """Yield the next two content words of a clause in one direction."""
    for _ in range(2):
        found = next_content(document, token, step, passage)
        if found is None:
            return
        yield found
        token = found


def _is_slip(document: Document, one: int, other: int, *, mixed: bool) -> bool:
    lowers, word = document.lowers, document.tokens.word
    classes = tuple(_class(document, token) for token in (one, other))
    similar = lowers[one][0] == lowers[other][0] and distance(lowers[one], lowers[other], _SPELLING) <= _SPELLING
    if not all(classes) or (classes[0] != classes[1] and not similar and not (mixed and classes in _MIXED)):
        return False
    if not _SCALES.isdisjoint((lowers[one], lowers[other])):
        return False  # £2.6m, £2.6 million
    if not _GENERAL.isdisjoint((lowers[one], lowers[other])) or _is_phrasal(document, one) != _is_phrasal(
        document, other
    ):
        return False
    capitals = (word(token).capital and not _only_begins(document, token) for token in (one, other))
    if any(capitals) or not _PLACES.isdisjoint((lowers[one], lowers[other])):
        return False
    bases = [_bases(lowers[token]) for token in (one, other)]
    if not bases[0].isdisjoint(bases[1]) or reworded(lowers[one], lowers[other]):
        return False
    if similar:
        # Two words that look alike are told apart; two spellings of one word are not.
        return is_word(lowers[one]) and is_word(lowers[other]) and _spelt(lowers[one]) != _spelt(lowers[other])
    numbers = content_numbers(lowers[one]), content_numbers(lowers[other])
    if not all(numbers):
        return True
    known = exchanges(numbers[0])
    return max((known.get(number, 0) for number in numbers[1]), default=0) < _KNOWN


def reworded(one: str, other: str) -> bool:
    """Whether careful rewriters put one of two words for the other."""
    bases = _bases(one), _bases(other)
    return any(not group.isdisjoint(bases[0]) and not group.isdisjoint(bases[1]) for group in _groups())


def _only_begins(document: Document, token: int) -> bool:
    """Whether a word of the language has its capital from the beginning of the sentence alone."""
    begins = document.tokens.sentences[document.sentence_of(token)] == token
    return begins and is_word(document.lowers[token])


def _is_phrasal(document: Document, token: int) -> bool:
    """Whether a verb has a particle behind it, with which it means something else: broke out, started."""
    return document.tags[token].startswith("V") and document.lowers[token + 1 : token + 2] in _PARTICLES


def _spelt(lower: str) -> str:
    """Return a word without what British and American spelling differ in."""
    for one, other in _SPELLINGS:
        lower = lower.replace(one, other)
    return lower


def _bases(lower: str) -> frozenset[str]:
    return frozenset((lower, lemma(lower, "NNS"), lemma(lower, "VBD"), lemma(lower, "VBG"), lemma(lower, "VBZ")))


@cache
def _groups() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(line.split()) for line in listed("rewordings"))
