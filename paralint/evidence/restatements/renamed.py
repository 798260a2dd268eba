"""Names that are other names where a passage is told again: one name in the place of another, between the same words.

A paraphraser that takes a name for words puts a synonym or a translation in its place (Per Olav Strand, Per Olav Beach;
Tweedbank Mill, Tweedbank Factory; Porto Alegre, Joyful Port), or another name of the same kind (Porto, Lisbon).
Likeness tells nothing here; the place does: what stands before and behind is the same in both passages. Of one caption
told twice, the only name that each has alone is one name, wherever it stands.
"""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.measures.times import is_date_word
from paralint.evidence.names.cities import towns
from paralint.evidence.names.drift import drifts
from paralint.evidence.names.flaws import Flaw
from paralint.evidence.names.gazetteer import folded_countries, load
from paralint.evidence.names.spellings import derived, distance, fold, gendered
from paralint.evidence.restatements.captions import PARTICLES, is_caption_again
from paralint.evidence.restatements.conflicts import Comparison, Conflict, comparisons, without_repeats
from paralint.evidence.restatements.restatements import Passage
from paralint.evidence.words.titles import ROLES, TITLES
from paralint.evidence.words.vocabulary import STOP_WORDS, vocabulary
from paralint.text.document import Document
from paralint.text.morphology import is_word
from paralint.text.words import TokenKind
from paralint.values import NamedTuple

_PLACING = frozenset(("in", "at", "near", "from", "to", "of", "outside", "through", "across"))
_AUXILIARIES = frozenset(("is", "are", "was", "were", "has", "have", "had", "been", "being"))
_LONGEST = 3  # words of a name that is exchanged as a whole
_DAMAGED = 2  # letters
_ONE_CAPTION = 0.75  # score from which two captions are of one place though the text knows both places
_LEAST = 0.55  # least score of the two passages


class Renaming(NamedTuple):
    """The tokens of a name, those of the other name in the earlier passage, and whether both are known places."""

    here: Passage
    there: Passage
    places: bool


def renamings(document: Document) -> tuple[Renaming, ...]:
    """Return the names that have changed between neighbouring passages that tell the same (a layer)."""
    found: set[Renaming] = set()
    for comparison in document.derive(comparisons):
        again = comparison.beside and is_caption_again(document, comparison.words)
        placed = set(_renamed(document, comparison)) if comparison.beside and comparison.pair.score >= _LEAST else set()
        found.update(placed or (_left_over(document, comparison) if again else ()))
    return tuple(sorted(found))


def renamed(document: Document) -> tuple[Flaw, ...]:
    """Return the flaws renamed of a document."""
    tokens = document.tokens
    # What is one name misspelt is reported as that.
    drifting = {flaw.span.start for flaw in document.derive(drifts)}
    return tuple(
        Flaw("renamed", (span := tokens.span(*each.here)), document.quote(span), "", tokens.span(*each.there),
             f"'{document.quote(tokens.span(*each.there))}' stands in its place where this is told first")
        for each in document.derive(renamings)
        if not each.places and tokens.starts[each.here.first] not in drifting
    )  # fmt: skip


def exchanged_places(document: Document) -> tuple[Conflict, ...]:
    """Return the places that have become other places (a layer)."""
    tokens = document.tokens
    return without_repeats(
        Conflict("place", tokens.span(*each.here), tokens.span(*each.there), 1.0, "")
        for each in document.derive(renamings)
        if each.places
    )


def _renamed(document: Document, comparison: Comparison) -> Iterator[Renaming]:
    stems = document.derive(vocabulary).stems
    same = [(one, other) for one, other in comparison.words.forward.items() if stems[one] == stems[other]]
    earlier = list(_runs(document, comparison.pair.first, frozenset(one for one, _ in same)))
    for here in _runs(document, comparison.pair.second, frozenset(other for _, other in same)):
        fitting = [there for there in earlier if _same_place(document, comparison, there, here)]
        if len(fitting) != 1 or _akin(document, fitting[0], here):
            continue
        places = all(_is_place(document, run) for run in (fitting[0], here))
        if not places and _also_elsewhere(document, here) and not _also_elsewhere(document, fitting[0]):
            yield Renaming(fitting[0], here, places)
        else:
            yield Renaming(here, fitting[0], places)


def _left_over(document: Document, comparison: Comparison) -> Iterator[Renaming]:
    """Yield the name that one caption has alone, if the other has one alone, too, and one of the two stands once."""
    forward, backward = comparison.words.forward, comparison.words.backward
    stems = document.derive(vocabulary).stems
    passages = [
        (passage, frozenset(token for token in matched if stems[token] == stems[matched[token]]))
        for passage, matched in ((comparison.pair.first, forward), (comparison.pair.second, backward))
    ]
    earlier, later = (list(_names(document, *passage, PARTICLES)) for passage in passages)
    # Alto de Letras, High of Letters; but Roe of Rome, Poe of Pisa are two names each.
    if len(earlier) < len(later):
        later = list(_names(document, *passages[1], PARTICLES | {"of"}))
    elif len(later) < len(earlier):
        earlier = list(_names(document, *passages[0], PARTICLES | {"of"}))
    for one in tuple(earlier):  # a name that is damaged is no other name
        near = [other for other in later if _is_damaged(document, one, other)]
        if len(near) == 1:
            earlier.remove(one)
            later.remove(near[0])
    if len(earlier) != 1 or len(later) != 1 or _akin(document, earlier[0], later[0]):
        return
    (there,), (here,) = earlier, later
    places = all(_is_place(document, run) for run in (here, there))
    if _also_elsewhere(document, here) and not (places and comparison.pair.score >= _ONE_CAPTION):
        if _also_elsewhere(document, there):
            return  # two persons of the text, each with a caption
        here, there = there, here
    yield Renaming(here, there, places)


def _names(document: Document, passage: Passage, taken: frozenset[int], particles: frozenset[str]) -> Iterator[Passage]:
    """Yield the names of a passage, or parts of them, that the other passage does not have, particles included."""
    word, starts = document.tokens.word, _starts(document)
    first = last = -1
    for token in range(passage.first, passage.last + 1):
        named = token < passage.last and token not in taken
        opens = named and token in starts and word(token).capital and len(word(token).form) > 1
        if named and (_is_part(document, token) or (opens and not is_word(word(token).lower))):
            first, last = (token if first < 0 else first), token + 1
        elif first >= 0 and (not named or word(token).lower not in particles):
            yield Passage(first, last)
            first = -1


def _is_damaged(document: Document, one: Passage, other: Passage) -> bool:
    """Whether two names may be two spellings of one."""
    left, right = (fold(document.quote(document.tokens.span(*each))) for each in (one, other))
    return left in right or right in left or distance(left, right, _DAMAGED) <= _DAMAGED


def _runs(document: Document, passage: Passage, taken: frozenset[int]) -> Iterator[Passage]:
    """Yield the capitalised words of a passage that do not stand in the other one, in runs."""
    first = passage.first
    for token in range(passage.first, passage.last + 1):
        if token < passage.last and token not in taken and _is_part(document, token):
            continue
        if 0 < token - first <= _LONGEST:
            yield Passage(first, token)
        first = token + 1


def _is_part(document: Document, token: int) -> bool:
    word = document.tokens.word(token)
    if not word.capital or word.kind is not TokenKind.WORD or word.upper or len(word.form) < 3 or is_date_word(word):
        return False
    if word.lower in STOP_WORDS or word.lower in TITLES or word.lower in ROLES or word.form.endswith("."):
        return False
    return token not in _starts(document)


def _starts(document: Document) -> frozenset[int]:
    return document.derive(_sentence_starts)


def _sentence_starts(document: Document) -> frozenset[int]:
    """Return the tokens that open a sentence or a quotation, whose capital says nothing (a layer)."""
    tokens = document.tokens
    opened = {
        place + 1
        for mark in "\"“‘:"
        for kind in document.by_lower.get(mark, ())
        for place in document.places[kind]
    }  # fmt: skip
    return frozenset(tokens.sentences) | opened


def _same_place(document: Document, comparison: Comparison, there: Passage, here: Passage) -> bool:
    """Whether what stands right before and right behind two runs is the same, and one of the two is more than "in"."""
    before = _same(document, comparison, there.first - 1, here.first - 1)
    last, other = (_past_auxiliaries(document, run.last) for run in (there, here))
    behind = _same(document, comparison, last, other)
    if not before or not behind:
        return False
    further = ((there.first - 2, here.first - 2), (last + 1, other + 1))
    return "word" in (before, behind) or any(_same(document, comparison, *pair) == "word" for pair in further)


def _past_auxiliaries(document: Document, token: int) -> int:
    """Return the first token from ``token`` on that is no auxiliary: *are carrying* stands for *carry*."""
    while token + 1 < len(document.tokens) and document.tokens.word(token).lower in _AUXILIARIES:
        token += 1
    return token


def _same(document: Document, comparison: Comparison, one: int, other: int) -> str:
    """Return "word" if two tokens stand for each other, "mark" for function words and punctuation that are the same."""
    pair = comparison.pair
    if comparison.words.forward.get(one) == other and pair.first.first <= one < pair.first.last:
        return "word"
    inside = pair.first.first <= one < pair.first.last, pair.second.first <= other < pair.second.last
    if not any(inside):
        return "mark"
    word = document.tokens.word
    if not all(inside):
        alone = one if inside[0] else other
        return "mark" if word(alone).kind is TokenKind.PUNCTUATION else ""
    a, b = word(one), word(other)
    return "mark" if a.lower == b.lower or a.kind is b.kind is TokenKind.PUNCTUATION else ""


def _akin(document: Document, there: Passage, here: Passage) -> bool:
    """Whether two names may be one: of one root, one in the other, initials, a country and its people."""
    one, other = ([document.tokens.word(token).form for token in range(*run)] for run in (there, here))
    for left in one if min(len(one), len(other)) < 2 else ():
        for right in other:
            a, b = fold(left), fold(right)
            if a in b or b in a or sorted(a) == sorted(b) or derived(a, b) or gendered(a, b):
                return True
            if a[:4] == b[:4] and distance(a, b, 1) > 1:
                return True
    if all(" ".join(words) in towns() for words in (one, other)):
        return False
    first, second = (" ".join(map(fold, words)) in folded_countries() for words in (one, other))
    return first is not second


def _is_place(document: Document, run: Passage) -> bool:
    """Whether a run is the name of a city or country, or a known name of one word behind "in" and the like."""
    words = document.quote(document.tokens.span(*run))
    placed = document.tokens.word(run.first - 1).lower in _PLACING and run.last - run.first == 1
    return (
        words in towns()
        or any(country.name == words for country in load().countries)
        or (placed and load().knows(words) and not is_word(words.lower()))
    )


def _also_elsewhere(document: Document, run: Passage) -> bool:
    """Whether each word of a run stands in the document more than once."""
    return all(len(document.places[document.tokens.ids[token]]) > 1 for token in range(*run))
