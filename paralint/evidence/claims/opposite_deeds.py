"""One person who does a thing and its opposite: "Roe accepted the offer", "Roe, who rejected the offer"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from paralint.evidence.names.mentions import Mention, mentions
from paralint.evidence.names.spellings import fold
from paralint.evidence.quotations.quotations import quotations
from paralint.evidence.restatements.conflicts import Conflict, without_repeats
from paralint.evidence.words.titles import words
from paralint.evidence.words.vocabulary import NO_STEM, vocabulary
from paralint.text.document import Document
from paralint.values import NamedTuple

_OPPOSITES = (
    (
        "accepted approved endorsed welcomed backed supported championed embraced adopted ratified favored favoured",
        "rejected refused declined spurned vetoed opposed resisted snubbed rebuffed dismissed",
    ),
    ("won", "lost"),
    ("admitted confessed acknowledged conceded confirmed", "denied disputed contested"),
    (
        "raised increased boosted doubled tripled lifted expanded strengthened",
        "cut reduced lowered halved slashed weakened trimmed",
    ),
    ("opened reopened unlocked", "closed shut locked sealed"),
    (
        "allowed permitted legalised legalized authorised authorized",
        "banned forbade prohibited outlawed barred blocked",
    ),
    (
        "praised hailed applauded commended lauded",
        "criticised criticized condemned attacked denounced blasted slammed deplored",
    ),
    ("bought acquired purchased", "sold"),
    ("joined", "left quit"),
    ("kept retained preserved saved", "dropped abandoned scrapped axed ditched"),
    ("obeyed followed respected", "ignored defied flouted violated breached broke"),
    ("honoured honored fulfilled", "betrayed"),
    ("attended", "missed skipped boycotted"),
    ("loved liked adored enjoyed", "hated loathed disliked detested"),
    ("trusted believed", "distrusted doubted mistrusted"),
    ("lent", "borrowed"),
    ("upheld", "overturned quashed reversed annulled"),
    ("encouraged urged", "discouraged deterred"),
    ("simplified", "complicated"),
    ("united", "divided split"),
    ("acquitted cleared exonerated", "convicted"),
    ("remembered recalled", "forgot"),
    ("proved", "disproved refuted"),
    ("underestimated", "overestimated exaggerated"),
    ("inflated", "deflated"),
    ("passed", "failed flunked"),
)
_DEEDS = {
    word: (number, sign)
    for number, pair in enumerate(_OPPOSITES)
    for sign, side in zip((True, False), pair, strict=True)
    for word in words(side)
}
_UNREAL = words(
    """
    not n't never to would could might may should will can if was were been be being is are unless nearly almost
    """
)
_AGAIN = words(
    """
    but however although though later then before after earlier previously until first initially again once while
    instead since when last former other second next another also reluctantly eventually finally
    """
)
_REACH = 8  # tokens between a name and what its bearer does
_OBJECT = 4  # tokens behind the verb in which its object begins


class Deed(NamedTuple):
    """What somebody did to something.

    Attributes:
        verb: the token of the verb.
        sign: on which side of its pair of opposites the verb stands.
    """

    verb: int
    sign: bool


def opposite_deeds(document: Document) -> tuple[Conflict, ...]:
    """Return what somebody did who did the opposite elsewhere (a layer: see ``Document.derive``)."""
    return without_repeats(_opposites(document))


def _opposites(document: Document) -> Iterator[Conflict]:
    told: dict[tuple[int, str, int], Deed] = {}
    kinds = [kind for deed in _DEEDS for kind in document.by_lower.get(deed, ())]
    places = sorted(place for kind in kinds for place in document.places[kind])
    word = document.tokens.word
    for verb in places:
        number, sign = _DEEDS[word(verb).lower]
        found = _scene(document, verb)
        if found is None:
            continue
        doer, thing = found
        first = told.setdefault((number, fold(doer.parts[-1]), thing), Deed(verb, sign))
        if first.sign != sign and document.sentence_of(first.verb) != document.sentence_of(verb):
            tokens = document.tokens
            here, there = tokens.span(verb, verb + 1), tokens.span(first.verb, first.verb + 1)
            yield Conflict("deed", here, there, 1.0, doer.parts[-1])


def _scene(document: Document, verb: int) -> tuple[Mention, int] | None:
    """Return who does something, and the stem of what it is done to, if the narrator tells it as done."""
    word = document.tokens.word
    number = document.sentence_of(verb)
    begin, end = document.tokens.sentences[number], document.tokens.sentences[number + 1]
    lowers = {word(token).lower for token in range(begin, end)}
    if document.derive(quotations).inside[verb] or not _AGAIN.isdisjoint(lowers):
        return None
    if any(word(token).lower in _UNREAL for token in range(max(begin, verb - 3), verb)):
        return None
    names = document.derive(mentions).all
    index = bisect_right(names, verb, key=lambda name: name.last) - 1
    if index < 0 or names[index].first < begin or verb - names[index].last > _REACH:
        return None
    stems = document.derive(vocabulary).stems
    for token in range(verb + 1, min(verb + _OBJECT, end)):
        if not word(token).form[0].isalpha():
            return None
        if stems[token] != NO_STEM:
            return names[index], stems[token]
    return None
