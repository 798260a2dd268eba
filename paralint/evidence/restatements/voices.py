"""Who does what to whom, told again with the parts exchanged, whatever the voice of the verb and the order of words.

"A helmet lent to her by a rival" and "a helmet that she lent to a rival", "a well contaminated by sewage" and "a well
that contaminated the sewage": the verb is the same, and who does it is now whom it is done to. "From Ghent to Bruges"
and "from Bruges to Ghent", "Roe as the king and Poe as the fool" and "Poe as the king and Roe as the fool": the small
words stay, and what they tie together is exchanged.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from operator import itemgetter

from paralint.evidence.restatements.conflicts import Comparison, Conflict
from paralint.evidence.restatements.restatements import Passage
from paralint.evidence.restatements.statements import Time, phrase_before, phrase_behind, statement
from paralint.evidence.words.closed import NOUNS, words
from paralint.evidence.words.vocabulary import NO_STEM, stems_of, vocabulary
from paralint.findings import Span
from paralint.text.document import Document
from paralint.text.morphology import lemma, verb_forms
from paralint.values import NamedTuple

MUTUAL = stems_of(
    """
    meet met talk speak spoke discuss join agree marry wed chat share differ compete play face resemble equal border
    negotiate cooperate collaborate argue fight fought clash tie
    """
)
"""Verbs that are true of both who take part in what they tell, whoever is named first."""

_LIGHT = words("make makes made")  # verbs that the alignment does not count as words
_TOWARDS = words("to for from against")
_MARKERS = words("to for from against of over by as into with in at on near")
# Prepositions that a paraphraser puts for one another: "within a mile of", "a mile from".
_ALIKE = frozenset(
    map(frozenset, (("of", "from"), ("in", "at"), ("on", "at"), ("in", "on"), ("of", "in"), ("by", "with")))
)
_PERSONS = ({"he", "him"}, {"she", "her"}, {"they", "them"})
_AGENT, _PATIENT = "agent", "patient"
_REACH = 10  # tokens behind a verb in which who else takes part is named
_INSIDE = NOUNS | {"DT", "JJ", "CD", "PRP$"}
_APPOSED = _INSIDE | {"POS", "VBN"}
_PHRASE = 5  # tokens of a noun phrase before its head


def exchanged_parts(document: Document, comparison: Comparison) -> Iterator[Conflict]:
    """Yield who does in one passage what is done to him in the other."""
    for one, other in sorted(_verbs(document, comparison), key=itemgetter(1)):
        before, after = (_parts(document, token) for token in (one, other))
        if _other_agent(document, comparison, before, after):
            here, old = (
                _span(document, *told) for told in ((other, after[_AGENT], after), (one, before[_AGENT], before))
            )
            yield Conflict("role", here, old, comparison.pair.score, document.tokens.word(after[_AGENT]).form)
            return
        for part, token in sorted(after.items()):
            for known, there in sorted(before.items()):
                if (part == _AGENT) == (known == _AGENT) or not _is_one(document, comparison, there, token):
                    continue
                if any(_is_one(document, comparison, each, token) for key, each in before.items() if key != known):
                    continue  # who does it to himself
                here, old = (_span(document, *told) for told in ((other, token, after), (one, there, before)))
                yield Conflict("role", here, old, comparison.pair.score, document.tokens.word(token).form)
                return


def _other_agent(document: Document, comparison: Comparison, before: dict[str, int], after: dict[str, int]) -> bool:
    """Whether somebody else does what a verb tells, and both who did it and who does it stand in both passages."""
    if _AGENT not in before or _AGENT not in after:
        return False
    one, other = before[_AGENT], after[_AGENT]
    joined = any(_is_joined(document, head) for head in (one, other))
    forward, backward = comparison.words.forward, comparison.words.backward
    stems = document.derive(vocabulary).stems
    if one not in forward or other not in backward or joined or stems[one] == stems[other]:
        return False
    return forward[one] != other and not _are_one(document, one, backward[other])


def _are_one(document: Document, one: int, other: int) -> bool:
    """Whether two nouns stand in apposition: "its director, Roe, said", "Roe, its director, said"."""
    first, last = sorted((one, other))
    return all(
        document.tags[token] in _APPOSED or document.lowers[token] in (",", "'s", "’s", "of")
        for token in range(first + 1, last)
    )


def _is_joined(document: Document, head: int) -> bool:
    """Whether a noun is one of several that do something together: no verb stands before their "and"."""
    lowers, tags = document.lowers, document.tags
    begin = document.tokens.sentences[document.sentence_of(head)]
    joint = next(
        (token for token in range(max(begin, head - _PHRASE), head + 2) if lowers[token] in ("and", "or")), None
    )
    return joint is not None and (joint > head or not {"VBD", "VBZ", "VBP"} & set(tags[begin:joint]))


def _span(document: Document, verb: int, part: int, parts: dict[str, int]) -> Span:
    """Return the words from one of those who take part to the other, as far as they stand close to the verb."""
    heads = [verb, part, *(head for head in parts.values() if abs(head - verb) <= _PHRASE)]
    return document.tokens.span(min(heads), max(heads) + 1)


def _verbs(document: Document, comparison: Comparison) -> Iterator[tuple[int, int]]:
    """Yield the verbs of two passages that stand for each other, in whatever forms."""
    stems = document.derive(vocabulary)
    lowers = document.lowers
    loose: dict[str, int] = {}
    for token in range(*comparison.pair.first):
        other = comparison.words.forward.get(token)
        if lowers[token] in _LIGHT:
            loose.setdefault(_base(lowers[token]), token)
            continue
        if stems.names[stems.stems[token]] in {"", *MUTUAL} or not verb_forms(lowers[token]):
            continue
        if other is None:
            loose.setdefault(_base(lowers[token]), token)
        elif verb_forms(lowers[other]):
            yield token, other
    for other in range(*comparison.pair.second):
        if loose and other not in comparison.words.backward and verb_forms(lowers[other]):
            one = loose.get(_base(lowers[other]))
            if one is not None:
                yield one, other


def _base(lower: str) -> str:
    """Return the base form of a form of a verb."""
    return lemma(lower, min(verb_forms(lower)))


def _is_one(document: Document, comparison: Comparison, one: int, other: int) -> bool:
    """Whether two tokens, one of each passage, are one word, or one pronoun in two cases."""
    pair = {document.lowers[one], document.lowers[other]}
    return comparison.words.forward.get(one) == other or any(pair <= person for person in _PERSONS)


def _parts(document: Document, verb: int) -> dict[str, int]:
    """Return who takes part in what a verb tells, as heads by part; nothing if the verb does not tell for certain."""
    tags, lowers = document.tags, document.lowers
    number = document.sentence_of(verb)
    begin, end = document.tokens.sentences[number], document.tokens.sentences[number + 1]
    found: dict[str, int] = {}
    if not tags[verb].startswith("VB") or (lowers[verb] == "blame" and lowers[verb - 1] == "to"):
        return found  # who is to blame is blamed
    for token in range(verb + 1, min(end, verb + _REACH)):
        lower = lowers[token]
        if tags[token] in ("VBZ", "VBD", "VBP", "VB", "MD") or document.tokens.word(token).form in ".;:,":
            break
        phrase = phrase_behind(document, token + 1, end) if lower == "by" or lower in _TOWARDS else None
        if lower == "by" and tags[token + 1 : token + 2] == ["NN"]:
            continue  # by air, by road: no agent
        if phrase is not None:
            found.setdefault(_AGENT if lower == "by" else lower, phrase.head)
    told = statement(document, verb)
    if _AGENT in found and "VBN" in verb_forms(lowers[verb]) and (told is None or not told.passive):
        before = phrase_before(document, verb - 1, begin)  # a well contaminated by sewage
        return found if before is None else {**found, _PATIENT: before.head}
    if told is None or told.subject is None or (tags[verb] == "VBG" and lowers[told.first] in ("'s", "’s")):
        return {}
    ahead = lowers[max(begin, told.subject.first - 1)]
    if ahead in _MARKERS - {"as"} and lowers[told.first - 1] not in ("who", "which", "that"):
        return {}  # "a goat lent by a neighbour wins": who wins stands further left
    if told.passive:
        return {**found, _PATIENT: told.subject.head}
    if told.object is None and (not found or tags[verb] in ("VBN", "VBD")) and told.time is not Time.PERFECT:
        subject = told.subject
        opened = subject.first > begin and lowers[subject.first - 1] in ("which", "that", "whom")
        if not opened and lowers[subject.head] not in ("he", "she", "they") and tags[verb] != "VBZ":
            return {}  # the homes inspected
    found[_AGENT] = told.subject.head
    if told.object is not None:
        found[_PATIENT] = told.object.head
    return found


class Tie(NamedTuple):
    """What a preposition ties together.

    Attributes:
        marker: the preposition.
        first: its token.
        owner: the content word right before it, if there is one.
        noun: the head of the phrase behind it.
    """

    marker: str
    first: int
    owner: int | None
    noun: int


def exchanged_markers(document: Document, comparison: Comparison) -> Iterator[Conflict]:
    """Yield two nouns that have exchanged the prepositions before them, or what these tie them to."""
    forward = comparison.words.forward
    before, after = (_ties(document, passage) for passage in (comparison.pair.first, comparison.pair.second))
    retied = [(before[one], after[other]) for one, other in sorted(forward.items()) if one in before and other in after]
    for (one, other), (two, another) in combinations(retied, 2):
        if _exchanged_prepositions(one, other, two, another) or _exchanged_owners(forward, one, other, two, another):
            here, there = (document.tokens.span(tie.first, tie.noun + 1) for tie in (other, one))
            yield Conflict("role", here, there, comparison.pair.score, document.tokens.word(other.noun).form)


def _exchanged_prepositions(one: Tie, other: Tie, two: Tie, another: Tie) -> bool:
    """Whether each of two nouns has the preposition that the other had."""
    if frozenset((one.marker, other.marker)) in _ALIKE:
        return False
    return one.marker != other.marker and (one.marker, other.marker) == (another.marker, two.marker)


def _exchanged_owners(forward: dict[int, int], one: Tie, other: Tie, two: Tie, another: Tie) -> bool:
    """Whether each of two nouns is tied to what the other was tied to, by one preposition."""
    if len({one.marker, other.marker, two.marker, another.marker}) > 1 or one.owner is None or two.owner is None:
        return False
    return one.owner != two.owner and (forward.get(one.owner), forward.get(two.owner)) == (another.owner, other.owner)


def _ties(document: Document, passage: Passage) -> dict[int, Tie]:
    """Return for each noun of a passage the preposition before its phrase."""
    stems = document.derive(vocabulary).stems
    word, lowers, tags = document.tokens.word, document.lowers, document.tags
    found: dict[int, Tie] = {}
    for noun in range(*passage):
        behind = noun + 1
        if stems[noun] == NO_STEM or tags[noun] not in NOUNS:
            continue
        if behind < passage.last and tags[behind] in NOUNS and word(behind).capital >= word(noun).capital:
            continue
        first = noun - 1
        while first >= passage.first and noun - first <= _PHRASE and tags[first] in _INSIDE:
            first -= 1
        if first >= passage.first and lowers[first] in _MARKERS:
            owned = first > passage.first and stems[first - 1] != NO_STEM
            found[noun] = Tie(lowers[first], first, first - 1 if owned else None, noun)
    return found
