"""Verbs joined by "and" in forms that cannot be joined: a participle and an -ing form, an infinitive and an -ing form.

What "and" joins has one form (Quirk et al. 1985, 13.44): "baked and sold by the nuns", "to swim and to run". A form of
the other kind is right where something else in the sentence has it, so it is wrong only if nothing else has.
"""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.grammar.complements import is_of
from paralint.evidence.grammar.predicates import BE, NOMINATIVE, NOUNS, Words, standing
from paralint.evidence.words.places import places_of
from paralint.evidence.words.titles import words
from paralint.text.document import Document
from paralint.text.morphology import verb_forms, word_classes
from paralint.values import NamedTuple

_NO_GERUND = words("following including regarding concerning according living working being standing leading ruling")
_JOINING = frozenset({"and", "or"})
_ADJUNCT = words("in on at by to for with from into")
_MOVES = words(
    """
    walking running passing standing living working sitting driving flying going coming rising falling growing moving
    """
)
_BEHIND = frozenset({"DT", "PRP$", "PRP", "NNP"})
_TAKEN = words("taking bringing giving owning sending putting making selling buying")


class Joined(NamedTuple):
    """A verb that is joined to one of another form.

    Attributes:
        first: the token of "and".
        verb: the token of the verb.
    """

    first: int
    verb: int


def joined(document: Document) -> tuple[Joined, ...]:
    """Return the verbs in a form that what they are joined to does not have, in reading order."""
    return tuple(_joined(document))


def joinings(document: Document, conjunctions: frozenset[str]) -> Iterator[tuple[Words, int, int]]:
    """Yield the words around each conjunction in a sentence, its token, and the token of the verb that may be joined.

    Adverbs between the two are passed over.
    """
    for here, at in standing(document, places_of(document, conjunctions)):
        if not here.first + 2 <= at < here.last - 2:
            continue
        verb = at + 1
        while verb < here.last - 1 and here.tags[verb] == "RB":
            verb += 1
        yield here, at, verb


def _joined(document: Document) -> Iterator[Joined]:
    for here, at, verb in joinings(document, _JOINING):
        if here.tags[verb] == "VBG" and here.words[verb].endswith("ing") and here.words[verb] not in _NO_GERUND:
            wrong = _gerund(here, at, verb)
        elif here.tags[verb] in ("VBZ", "NNS", "VB", "VBP"):
            wrong = _finite(here, at, verb)
        else:
            continue
        if wrong:
            yield Joined(at, verb)


def _gerund(here: Words, at: int, verb: int) -> bool:
    before = at - 1
    while before > here.first and here.tags[before] in ("RP", "RB"):
        before -= 1
    earlier = here.tags[here.first : before + 1]
    tag = here.tags[before]
    word, following = here.words[verb], here.word(verb + 1)
    if tag == "VBN" or (tag == "VBD" and "VBN" in verb_forms(here.words[before])):
        if following == "by" and here.tag(verb + 2) in ("DT", "PRP$", "NNP") and word not in _MOVES:
            return True
        lacks = following in _ADJUNCT or following in (".", ";")
        auxiliary = here.skip_adverbs(before - 1)
        passive = auxiliary >= here.first and here.words[auxiliary] in BE
        if passive:
            return lacks and (word in _TAKEN or is_of("v object", word))
        if tag == "VBN":
            return False
    if "VBG" in earlier:
        return False
    if tag == "VB" and here.tags[before - 1] == "TO" and before == at - 1:
        return here.tag(verb + 1) in (*_BEHIND, "IN", "RP")
    if tag == "VBD" and here.tags[here.skip_adverbs(before - 1)] == "PRP":
        return here.words[here.skip_adverbs(before - 1)] in NOMINATIVE and here.tag(verb + 1) in _BEHIND
    if tag in NOUNS and here.tag(verb + 1) in ("DT", "PRP$"):
        # "to close the mine and selling the land"
        for place in range(before, max(here.first, before - 5), -1):
            if here.tags[place] == "VB" and here.tags[place - 1] == "TO":
                return "IN" not in here.tags[place:before] and here.tags[place + 1] in ("DT", "PRP$", "NN", "NNS")
            if here.tags[place] not in (*NOUNS, "DT", "PRP$", "JJ", "CD"):
                return False
    return False


def _finite(here: Words, at: int, verb: int) -> bool:
    """Whether a verb in the present is joined to a participle that it has the auxiliary of: "were found and brings"."""
    before = at - 1
    if here.tags[before] not in ("VBN", "VBD") or "VBN" not in verb_forms(here.words[before]):
        return False
    auxiliary = here.skip_adverbs(before - 1)
    if auxiliary < here.first:
        return False
    word = here.words[verb]
    if here.words[auxiliary] == "were":
        return here.tags[verb] == "VBZ" and word not in ("is", "has", "was") and "noun" not in word_classes(word)
    if here.words[auxiliary] == "had":
        return (
            here.tags[verb] in ("VB", "VBP")
            and "VBN" not in verb_forms(word)
            and here.tag(verb + 1) in ("DT", "PRP$", "IN", "RB", "PRP", "TO")
            and here.tags[auxiliary - 1] in (*NOUNS, "PRP")
        )
    return False
