"""Sentences that tell again, in other words, what the sentence right before them in their paragraph tells.

Words alone do not show it: a paraphraser changes nearly all of them ("She kept the letter for two weeks before she
replied. Only after two weeks did she answer it."). But a writer who goes on has something new to say, and hardly ever
names the same figure, date or length of time in two sentences on end without another one. So what the two must share
is such an anchor, the second sentence must have none of its own, and enough of its other words must stand for words of
the first; without an anchor nearly all of them must.

Where nearly all words of each sentence stand for words of the other, one figure or date may differ: then it was told
wrong ("The court meets on Monday. On Friday the court will meet."). In 290,000 words of edited news no two sentences on
end are so alike, names apart.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, pairwise

from paralint.evidence.measures.mistakable import _DATE, differs_by_a_digit, is_turned
from paralint.evidence.measures.quantities import Quantity, quantities
from paralint.evidence.measures.times import is_date_word, moments
from paralint.evidence.measures.units import TIME_UNITS, Measure
from paralint.evidence.names.spellings import fold, likeness
from paralint.evidence.quotations.quotations import quotations
from paralint.evidence.quotations.transcripts import transcripts
from paralint.evidence.restatements.restatements import Passage, Restatement, restatements
from paralint.evidence.restatements.retellings import retellings
from paralint.evidence.words.closed import words
from paralint.evidence.words.exchanges import may_stand_for
from paralint.evidence.words.thesaurus import opposite, related
from paralint.evidence.words.vocabulary import NO_STEM, STOP_WORDS, stem, vocabulary
from paralint.text.blocks import BlockKind
from paralint.text.document import Document, Sentence
from paralint.text.morphology import is_word, lemma
from paralint.text.words import TokenKind
from paralint.values import NamedTuple

_ANCHORED = 0.4  # share of the weight of the second sentence that the first must have, where they share an anchor
_COUNTED = 0.6  # the same where the anchor is a plain number or a percentage, which may be one of anything
_MORE = 0.1  # … and what is added to it where words count that may have been put for others
_ALONE = 0.85  # the same where they share none
_NAMED = 0.75  # the same where they share two words of names or more, and the second has no other
_SAID, _COVERED = 0.6, 0.3  # shares of the second and of the first that suffice together, anchors apart, …
_COVERED_ALONE = 0.6  # … and of the first where they have no anchor
_SHORT, _OF_SHORT = 3, 0.75  # content words of a sentence that hardly says anything, and the share that it takes
_FEWEST = 2  # content words of the second sentence
_FEWEST_ALONE = 5
_FEWEST_COVERED = 3  # content words of the second sentence, anchors apart, where each tells the other
_SYNONYM = 0.8  # what a synonym is worth of the word itself, …
_EXCHANGED = 0.7  # … and a word that a paraphraser may have put for it
_SLIPPED = 0.3  # share of the second where it tells one figure as one easily taken for it, …
_SLIPPED_APART = 0.5  # the same of a paragraph and a sentence of the paragraph before it
_TOLD_APART = 0.6  # the same where it tells no figure differently
_LAST = 4  # sentences of that paragraph
_TOLD = 0.5  # score of two paragraphs that are known to tell the same
_SLIPPED_ALONE = 0.5  # … and no other of the two sentences is the same
_WIDELY = 0.5  # what _ANCHORED is where words count that may have been put for others, …
_SAID_WIDELY = 0.7  # … and _SAID, where no anchor is shared
_RENAMED = 0.55  # the same where it has a name of its own
_DIGITS = 7  # of a figure; of days, so that seconds differ
_OF_ANYTHING = frozenset((Measure.COUNT.value, Measure.PERCENT.value))
_SMALL = 2.0  # counts up to this much are pronouns rather than figures: one of them, the two
_FEWEST_NAMES = 2
_MISSPELT = 0.8  # likeness of two spellings of one name
_NUMBER = words("number total amount count")
_SERIES = words("first second third")  # the First World War
# Words that say that something else is told now.
_GOES_ON = words(
    "but however also another other others yet still meanwhile instead again too although though while addition "
    "additionally furthermore moreover besides separately similarly likewise subsequently "
    "denied denies unrelated unaware unclear unknown"
)

# Words of which one sentence has one and the next another where they tell of two times or of two of a series.
_TIMES = tuple(
    words(listed)
    for listed in ("before after", "last this next previous following", "first second third fourth fifth final",
                   "year-earlier previous", "until since", "earlier later")
)  # fmt: skip
# Of what somebody did not tell nothing was told before.
_UNTOLD = words(
    "say tell comment elaborate respond reply specify disclose name identify mention explain clarify provide give "
    "indicate address answer"
)
_NOT = words("not n't n’t never")
_REFUSED = words("declined refused declines refuses")
_CASES = words("if unless otherwise")  # what is done in one case
_ALL = words("all anything nothing none everything")  # all but three

Anchors = frozenset[tuple[str, float]]  # the kind and the value of figures, lengths of time and parts of dates


class _Stated(NamedTuple):
    """The figures, lengths of time and dates of a document.

    Attributes:
        anchors: what they state, by their first tokens.
        places: these tokens, ascending.
        tokens: all tokens of the anchors.
        hedges: the tokens that qualify figures: "about".
    """

    anchors: dict[int, Anchors]
    places: list[int]
    tokens: frozenset[int]
    hedges: frozenset[int]


class Slip(NamedTuple):
    """A figure, length of time or part of a date that is told again as one that it is easily taken for.

    Attributes:
        kind: what it is.
        here, there: the first tokens of the later and of the earlier one.
    """

    kind: str
    here: int
    there: int


class RetoldSentences(NamedTuple):
    """Attributes:
    pairs: sentences of one paragraph of which the second tells the first again, in text order.
    alike: those of them that tell each other, so that what they tell can be compared.
    slips: what some of them tell differently.
    """

    pairs: tuple[Restatement, ...]
    alike: tuple[Restatement, ...]
    slips: tuple[Slip, ...]


def retold_sentences(document: Document) -> RetoldSentences:
    """Return the neighbouring sentences that tell the same twice (a layer)."""
    inside = document.derive(quotations).inside
    spoken = document.derive(transcripts)
    stated = document.derive(_stated)
    pairs, alike, slips = [], [], []
    for one, other in chain(_on_end(document), _beside(document)):
        apart = other.block - one.block
        if one.block in spoken or other.block in spoken or any(inside[other.first : other.last]):
            continue
        earlier, later = Passage(one.first, one.last), Passage(other.first, other.last)
        before, after = (_within(stated, passage) for passage in (earlier, later))
        nothing_new = after <= before
        slip = None if nothing_new else _slip(stated, earlier, later)
        if not (nothing_new or slip or _is_changed(before, after)) or _goes_on(document, earlier, later):
            continue
        if slip and slip.kind == Measure.CLOCK.value and _tells_in_turn(document, earlier, later):
            continue
        if not nothing_new and _of_two_times(document, earlier, later):
            continue
        score = 0.0 if apart else _likeness(document, earlier, later, after, nothing_new)
        if not score and slip:
            least = _SLIPPED_APART if apart else _SLIPPED if before & after else _SLIPPED_ALONE
            score = _slipped(document, earlier, later, least)
        if score:
            alike.append(Restatement(earlier, later, score, apart, False))
            pairs.append(alike[-1])
            if slip:
                slips.append(slip)
        elif nothing_new and (after or not apart) and (score := _share(document, earlier, later, after)):
            told = not apart or (score >= _TOLD_APART and not _has_new_name(document, earlier, later))
            pairs += [Restatement(earlier, later, score, apart, False)] * told
    return RetoldSentences(tuple(pairs), tuple(alike), tuple(slips))


def _on_end(document: Document) -> Iterator[tuple[Sentence, Sentence]]:
    """Yield the sentences that follow each other in one paragraph."""
    return ((one, other) for one, other in pairwise(document.sentences) if one.block == other.block)


def _beside(document: Document) -> Iterator[tuple[Sentence, Sentence]]:
    """Yield the paragraphs of one sentence, each behind the last sentences of the paragraph before it.

    What ``restatements`` and ``retellings`` find is theirs.
    """
    blocks = document.tokens.blocks
    paired = (*document.derive(retellings), *document.derive(restatements).paragraphs)
    known = {document.block_of(pair.second.first) for pair in paired if pair.distance == 1 and pair.score >= _TOLD}
    known.update(document.block_of(each.first) for group in document.derive(restatements).repeats for each in group)
    sentences = document.sentences
    for number, sentence in enumerate(sentences):
        alone = blocks[sentence.block] == sentence.first and blocks[sentence.block + 1] == sentence.last
        if not alone or sentence.block in known or document.blocks[sentence.block].kind is BlockKind.HEADING:
            continue
        for before in sentences[max(0, number - _LAST) : number]:
            if before.block == sentence.block - 1:
                yield before, sentence


def _slip(stated: _Stated, earlier: Passage, later: Passage) -> Slip | None:
    """Return the only figure or date of a sentence that the one before lacks, if it is easily taken for one there."""
    before, after = _within(stated, earlier), _within(stated, later)
    new = after - before
    if len(new) != 1:
        return None
    ((kind, value),) = new
    shared = bool(after & before)
    for lost, other in sorted(before - after):
        if lost == kind and (is_turned(kind, value, other) or (shared and differs_by_a_digit(kind, value, other))):
            return Slip(kind, _place(stated, later, (kind, value)), _place(stated, earlier, (lost, other)))
    return None


def _place(stated: _Stated, passage: Passage, anchor: tuple[str, float]) -> int:
    begin = bisect_left(stated.places, passage.first)
    return next(place for place in stated.places[begin:] if anchor in stated.anchors[place])


def _slipped(document: Document, earlier: Passage, later: Passage, least: float) -> float:
    """Return how much of a sentence with a slip the one before tells, the slip apart; 0 if it is too little."""
    stated = document.derive(_stated)
    share, _ = _told(document, earlier, later, stated.tokens, least=least, widely=True)
    said, size = _told(document, earlier, later, frozenset(), left=stated.tokens, least=least, widely=True)
    if not (size and said):
        return 0.0
    return 0.0 if share < _RENAMED and _has_new_name(document, earlier, later) else share


def _tells_in_turn(document: Document, earlier: Passage, later: Passage) -> bool:
    """Whether a word of one sentence is the opposite of one of the other: polls open at 7 a.m. and close at 7 p.m."""
    word = document.tokens.word
    sides = [frozenset().union(*[_roots(word(token).lower) for token in range(*side)]) for side in (earlier, later)]
    return any(opposite(one, other) for one in sides[0] for other in sides[1])


def _of_two_times(document: Document, earlier: Passage, later: Passage) -> bool:
    """Whether two sentences say each its own time: "in the week before the vote", "in the week after it"."""
    sides = [frozenset(document.lowers[slice(*side)]) for side in (earlier, later)]
    for listed in _TIMES:
        one, other = (side & listed for side in sides)
        if one and other and one.isdisjoint(other):
            return True
    return False


def _is_silent(document: Document, passage: Passage) -> bool:
    """Whether a sentence says that somebody did not say something."""
    lowers = document.lowers[slice(*passage)]
    return any(
        (lower in _NOT and not _UNTOLD.isdisjoint(lowers[place + 1 : place + 3]))
        or (lower in _REFUSED and lowers[place + 1 : place + 2] == ["to"])
        for place, lower in enumerate(lowers)
    )


def _share(document: Document, earlier: Passage, later: Passage, after: Anchors) -> float:
    """Return how much the earlier sentence tells of the later one, which has no anchor of its own; 0 if too little."""
    least = _NAMED if _same_names(document, earlier, later) else _ALONE
    if after:
        least = _COUNTED if {kind for kind, _ in after} <= _OF_ANYTHING else _ANCHORED
    given = document.derive(_stated).tokens
    for widely in (False, True):
        share, size = _told(document, earlier, later, given, least=least, widely=widely)
        enough = size >= (_FEWEST if after else _FEWEST_ALONE)
        if enough and share >= max(least, _OF_SHORT if size <= _SHORT else 0.0):
            return share
        if not after or _has_new_name(document, earlier, later):
            break
        least = max(least, _WIDELY) if least == _ANCHORED else least + _MORE
    return 0.0


def _is_changed(before: Anchors, after: Anchors) -> bool:
    """Whether one figure, length of time or date stands for another one of its kind."""
    lost, new = before - after, after - before
    kinds = {"date" if kind in _DATE else kind for kind, _ in (*lost, *new)}
    return bool(lost) and bool(new) and len(kinds) == 1 and (kinds == {"date"} or len(lost) == len(new) == 1)


def _likeness(document: Document, earlier: Passage, later: Passage, after: Anchors, nothing_new: bool) -> float:
    """Return how much of what two sentences say each tells of the other, anchors apart; 0 if it is too little."""
    anchored = bool(after)
    if _has_new_name(document, earlier, later):
        return 0.0
    if not (anchored and nothing_new) and _has_other_subject(document, earlier, later):
        return 0.0
    anchors = document.derive(_stated).tokens
    alone = _COVERED if anchored else _COVERED_ALONE
    for widely, least, enough in ((False, _SAID, alone), (True, _SAID if anchored else _SAID_WIDELY, alone)):
        said, size = _told(document, earlier, later, frozenset(), left=anchors, least=least, widely=widely)
        if size < (_FEWEST_COVERED if anchored else _FEWEST_ALONE):
            return 0.0
        covered = said and _told(document, later, earlier, frozenset(), left=anchors, least=enough, widely=widely)[0]
        if covered or not nothing_new:
            break
    if not said or not covered:
        return 0.0
    return 2 * said * covered / (said + covered)


def _has_new_name(document: Document, earlier: Passage, later: Passage) -> bool:
    word, stems = document.tokens.word, document.derive(vocabulary).stems
    theirs = {stems[token] for token in range(*earlier)}
    names = {fold(word(token).lower) for token in range(*earlier) if word(token).capital}
    return any(
        word(token).capital
        and word(token).kind is TokenKind.WORD
        and stems[token] not in (NO_STEM, *theirs)
        and not any(likeness(fold(word(token).lower), name) >= _MISSPELT for name in names)
        and not is_date_word(word(token))
        and (token > later.first or not is_word(word(token).lower))
        for token in range(*later)
    )


def _within(stated: _Stated, passage: Passage) -> Anchors:
    places = stated.places
    inside = places[bisect_left(places, passage.first) : bisect_left(places, passage.last)]
    return frozenset(anchor for place in inside for anchor in stated.anchors[place])


def _stated(document: Document) -> _Stated:
    """Return the figures, lengths of time and dates of a document (a layer)."""
    known, dates = document.derive(quantities), document.derive(moments)
    anchors = _anchors(document)
    spans = [*((each.first, each.last) for each in known), *((each.first, each.last) for each in dates)]
    return _Stated(
        anchors,
        sorted(anchors),
        frozenset(anchors).union(*(range(first, last) for first, last in spans if first in anchors)),
        frozenset().union(*(range(each.hedged, each.first) for each in known)),
    )


def _anchors(document: Document) -> dict[int, Anchors]:
    """Return the figures, lengths of time and dates of a document by their first token."""
    found: dict[int, set[tuple[str, float]]] = {}
    for quantity in document.derive(quantities):
        if quantity.measure is Measure.RATIO or (quantity.first and _in_name(document, quantity)):
            continue
        if quantity.unit or quantity.value > _SMALL:
            found.setdefault(quantity.first, set()).add((quantity.measure.value, round(quantity.value, _DIGITS)))
    for moment in document.derive(moments):
        found.setdefault(moment.first, set()).update((name, float(value)) for name, value in moment.fields.items())
    word = document.tokens.word
    for unit, days in TIME_UNITS.items():
        for kind in document.by_lower.get(unit, ()):
            for place in document.places[kind]:
                if place and word(place - 1).lower in ("a", "an"):
                    found.setdefault(place, set()).add((Measure.DURATION.value, round(days, _DIGITS)))
    return {place: frozenset(anchors) for place, anchors in found.items()}


def _in_name(document: Document, quantity: Quantity) -> bool:
    """Whether a number is part of a name: Flight 714."""
    before = document.tokens.word(quantity.first - 1)
    if before.kind is not TokenKind.WORD or not before.capital or quantity.measure is not Measure.COUNT:
        return False
    if before.form.isupper() or not quantity.nouns:
        return True
    goes_on = quantity.last < len(document.tokens) and document.tokens.word(quantity.last).capital
    return goes_on and before.lower not in STOP_WORDS  # Note 5 Pro


def _same_names(document: Document, earlier: Passage, later: Passage) -> bool:
    word = document.tokens.word
    theirs = {word(token).lower for token in range(*earlier) if word(token).capital}
    own = {word(token).lower for token in range(later.first + 1, later.last) if word(token).capital} - _SERIES
    return len(own) >= _FEWEST_NAMES and own <= theirs


def _goes_on(document: Document, earlier: Passage, later: Passage) -> bool:
    """Whether the later sentence says that it tells something else, and does not say so with a word of the earlier."""
    word = document.tokens.word
    if word(later.first).lower in _CASES:
        return True
    if _is_silent(document, later) and not _is_silent(document, earlier):
        return True
    known = {word(token).lower for token in range(earlier.first + 1, earlier.last)}
    return any(
        (word(token).lower in _GOES_ON - known and word(token - 1).lower not in _ALL) or word(token).form == "?"
        for token in range(*later)
    )


def _has_other_subject(document: Document, earlier: Passage, later: Passage) -> bool:
    """Whether the second sentence begins with something that the first does not have, or with its opposite."""
    one, other = (_subject(document, each) for each in (earlier, later))
    if one is None or other is None:
        return True
    word = document.tokens.word
    if opposite(*(stem(lemma(word(token).lower, "NNS")) for token in (one, other))):
        return True
    return not _told(document, earlier, Passage(other, other + 1), frozenset())[0]


def _subject(document: Document, passage: Passage) -> int | None:
    """Return the first word that says what a sentence is about: no figure, no date, no "number of"."""
    stems, word = document.derive(vocabulary).stems, document.tokens.word
    anchors = document.derive(_stated).tokens
    for token in range(*passage):
        if stems[token] != NO_STEM and token not in anchors and word(token).lower not in _NUMBER:
            return token
    return None


def _told(
    document: Document,
    earlier: Passage,
    later: Passage,
    given: frozenset[int],
    *,
    left: frozenset[int] = frozenset(),
    least: float = 0.0,
    widely: bool = False,
) -> tuple[float, int]:
    """Return the share of what the later sentence says that the earlier one says, hedges apart, and its words.

    Synonyms are looked for last, and only as long as there may be enough of them.

    Args:
        document: the document.
        earlier, later: the two sentences.
        given: tokens that the earlier one is known to tell.
        left: tokens that are left out of account.
        least: a share of less is told as 0.0.
        widely: whether words count that are no synonyms, but that a paraphraser may have put for one another.
    """
    vocables = document.derive(vocabulary)
    stems, weights = vocables.stems, vocables.weights
    apart = document.derive(_stated).hedges | left
    word = document.tokens.word
    content = [token for token in range(*later) if stems[token] != NO_STEM and token not in apart]
    theirs = [word(token).lower for token in range(*earlier) if stems[token] != NO_STEM]
    known = frozenset[str]().union(*map(_roots, theirs))
    if not known or not content:
        return 0.0, 0
    total = sum([weights[stems[token]] for token in content])
    credits = []  # what each word is worth, if it is told
    loose = []  # those that may be told by a synonym
    for place, token in enumerate(content):
        if token in given or not known.isdisjoint(_roots(word(token).lower)):
            credits.append(weights[stems[token]])
        elif word(token).kind is TokenKind.WORD:
            credits.append(_SYNONYM * weights[stems[token]])
            loose.append(place)
        else:
            credits.append(0.0)
    for place in loose:
        if total and sum(credits) / total < least:
            return 0.0, len(content)
        lower = word(content[place]).lower
        if not any(related(root, other) for root in _roots(lower) for other in known):
            exchanged = widely and any(may_stand_for(lower, other) for other in theirs)
            credits[place] = _EXCHANGED * weights[stems[content[place]]] if exchanged else 0.0
    share = sum(credits) / total if total else 0.0
    return (share if share >= least else 0.0), len(content)


@lru_cache(maxsize=1 << 14)
def _roots(lower: str) -> frozenset[str]:
    """Return the stems of a word and of the verb that it may be a form of: built, build."""
    return frozenset((stem(lower), stem(lemma(lower, "VBD")), stem(lemma(lower, "VBN"))))
