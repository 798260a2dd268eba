"""Pronouns that say again what a relative word or a subject says already: "the players whom the coach dropped them".

A relative word is the subject or the object of its clause, so the clause has a gap and no pronoun for it (Quirk et al.
1985, 17.11). Arabic, Persian and the Chinese languages put a pronoun there, and so does a machine that loses sight of
the antecedent. Only clauses with one verb of one object are looked at: what the relative word stands for is told there.
"""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.grammar.complements import Slip, is_of
from paralint.evidence.grammar.predicates import BE, DO, FINITE, HAVE, NOMINATIVE, NOUNS, Words, sentences
from paralint.evidence.words.closed import words
from paralint.text.document import Document

_OBJECTS = words("him her it them us me")
_THINGS = frozenset({"it", "them"})
_CALLS = words(
    """
    call calls called consider considers considered name names named make makes made find finds found think thinks
    thought deem deems deemed declare declares declared label labels labelled describe describes described regard
    regards regarded leave leaves left keep keeps kept
    """
)
_SUBJECTS = NOMINATIVE | {"it"}
_TIMES = words(
    """
    day days night time times moment week month year years reason reasons way place point place places fact idea news
    claim claims belief hope hopes report reports rumour rumours suggestion evidence proof argument conclusion feeling
    view extent degree sense manner
    """
)
_SAYS = words(
    """
    said says say believe believes believed think thinks thought claim claims claimed hope hopes hoped fear fears feared
    know knows knew feel feels felt insist insists insisted see saw sees find found suspect suspects suspected wish
    wished expect expects expected want wants wanted let lets made make makes help helped helps hear heard
    """
)
_DITRANSITIVE = words(
    """
    give gives gave given tell tells told show shows showed shown send sends sent pay pays paid offer offers offered
    teach taught ask asks asked deny denied owe owed lend lent hand handed grant granted award awarded promise promised
    call calls called consider considers considered name named names make makes made elect elected appoint appointed
    describe described cost costs take takes took bring brought buy bought leave left get got keep kept
    """
)
_CLAUSAL = words(
    """
    fact idea claim view belief hope news allegation argument assumption conclusion feeling suggestion thought warning
    report statement possibility impression accusation announcement doubt sign signs proof evidence extent degree
    letter interview speech confidence certainty
    """
)
_FINDS = words("find found see saw sees want wants wanted let lets made make makes help helped helps")
_NOUNS_OF_SAYING = words("told tell tells so such convinced persuaded assured informed sure certain glad")
_TOUGH = words("easy hard difficult impossible simple tough expensive complicated tricky cheap dangerous")
_TOO = words("complex heavy complicated expensive difficult costly hot hard steep narrow rare")
_RELATIVES = frozenset({"who", "whom", "which", "that"})


def slips(document: Document) -> tuple[Slip, ...]:
    """Return the pronouns for what is told already, in reading order."""
    return tuple(_slips(document))


def _slips(document: Document) -> Iterator[Slip]:
    for here in sentences(document):
        yield from _topic(here)
        yield from _tough(here)
        for at in range(here.first + 1, here.last - 2):
            word = here.words[at]
            if word in _RELATIVES:
                yield from _relative(here, at)
                yield from _called(here, at)
            elif word == "where":
                yield from _place(here, at)
                yield from _clause(here, at)
            elif word in ("when", "because", "if", "that", "although", "while"):
                yield from _clause(here, at)
        if here.words[here.first] in ("where", "when", "if", "because", "although", "while", "why", "how"):
            yield from _clause(here, here.first)


def _is_relative(here: Words, at: int) -> bool:
    """Whether a word is a relative one: "that" only behind a phrase that opens the sentence."""
    word = here.words[at]
    if here.tags[at - 1] in ("IN", "TO", "CC") or here.words[at - 1] in ("of", "in"):
        return False
    before = at - 1 - (here.words[at - 1] == ",")
    if before < here.first or here.tags[before] not in NOUNS or here.words[before] in _TIMES:
        return False
    if word != "that":
        return True
    return here.subject_phrase(here.first) == at


def _relative(here: Words, at: int) -> Iterator[Slip]:
    if not _is_relative(here, at):
        return
    start = at + 1
    verb = here.subject_phrase(start)
    if verb == start:
        return
    subject = here.words[start]
    pronoun = verb == start + 1 and subject in _SUBJECTS
    main = _verb(here, verb)
    if main < 0:
        return
    word = here.words[main]
    if word in _SAYS:
        return
    following, tag = here.word(main + 1), here.tag(main + 1)
    transitive = is_of("v transitive", word)
    if following in _OBJECTS and following != subject and word not in _DITRANSITIVE and transitive:
        behind = here.word(main + 2)
        closes = behind in (".", ",", ";", ")") or here.tag(main + 2) in FINITE or behind in ("most", "in", "on", "at")
        if closes and not (pronoun and behind in ("in", "on", "at")):
            yield Slip("resumed", at, main + 1)
            return
    if not pronoun:
        return
    if tag in ("DT", "PRP$") and following not in ("this", "that", "all") and transitive and word not in _DITRANSITIVE:
        end = here.phrase(main + 1)
        # An adjunct of time is no object: "the man who they met the next day".
        if end > main + 1 and here.words[end - 1] not in _TIMES and here.word(end) not in ("to", "as"):
            yield Slip("resumed", at, start)
    elif _is_passive(here, verb) and here.words[at] in ("which", "that") and word not in _DITRANSITIVE:
        yield Slip("resumed", at, start)


def _called(here: Words, at: int) -> Iterator[Slip]:
    """Yield the object behind which something is said of it: "the plan that its owner once called it a joke"."""
    before = at - 1 - (here.words[at - 1] == ",")
    if before < here.first or here.tags[before] not in ("NN", "NNS") or here.words[before] in _TIMES | _CLAUSAL:
        return
    if here.words[at] == "that" and not (_SAYS - _FINDS | _NOUNS_OF_SAYING).isdisjoint(here.words[here.first : at]):
        return
    verb = here.subject_phrase(at + 1)
    if verb == at + 1 or here.tag(at + 1) == "RB":
        return
    main = _verb(here, verb)
    subject = here.words[at + 1] if verb == at + 2 else ""
    governs = here.tag(main + 1) in ("IN", "TO", "RP") and here.word(main + 2) in _THINGS
    if main > 0 and governs and here.words[main] not in _SAYS and here.words[main + 2] != subject:
        if here.word(main + 3) in (".", ",", ";"):
            yield Slip("resumed", at, main + 2)
        return
    while here.tag(verb) == "RB":
        verb += 1
    if here.word(verb) not in _CALLS or here.tag(verb) not in ("VBD", "VBZ", "VBP", "VBN"):
        return
    pronoun = here.word(verb + 1)
    many = here.tags[before] == "NNS"
    if pronoun != ("them" if many else "it") or here.words[at + 1] == "it":
        return
    behind = here.tag(verb + 2)
    if behind in ("JJ", "DT") or here.word(verb + 2) == "as":
        yield Slip("resumed", at, verb + 1)


def _verb(here: Words, at: int) -> int:
    """Return the last token of the verb group that begins at ``at``; -1 if there is none."""
    place = at
    auxiliary = False
    while place < here.last - 1 and (
        here.tags[place] in ("MD", "RB") or here.words[place] in BE | HAVE | DO | {"not", "n't"}
    ):
        auxiliary = True
        place += 1
    tag = here.tags[place]
    if tag in ("VBD", "VBZ", "VBP") or (auxiliary and tag in ("VB", "VBN", "VBG")):
        return place
    return -1


def _is_passive(here: Words, at: int) -> bool:
    place = at
    while here.tag(place) in ("MD", "RB") or here.word(place) in HAVE | {"be", "been"}:
        place += 1
    if here.word(place) in ("is", "was", "are", "were"):
        place += 1
    elif here.word(place - 1) not in ("be", "been"):
        return False
    while here.tag(place) == "RB":
        place += 1
    return here.tag(place) == "VBN" and here.word(place + 1) in ("in", "by", "at", "on", "for", ".", ",", "from")


def _topic(here: Words) -> Iterator[Slip]:
    """Yield the pronoun behind the subject that opens a sentence with one verb: "the mine it employs 300 people"."""
    end = here.phrase(here.first)
    if end == here.first or here.tags[here.first] == "PRP" or here.word(end) not in ("it", "he", "she", "they"):
        return
    if here.tags[end - 1] not in ("NN", "NNS") or here.words[end - 1] in _TIMES:
        return
    verb = end + 1
    if here.tag(verb) not in FINITE or here.words[here.first] in ("this", "that", "no", "all", "next", "last"):
        return
    main = _verb(here, verb)
    if main < 0 or here.has_finite(main + 1, here.last):
        return
    if (
        here.tag(main + 1) in ("DT", "PRP$", "CD", "IN", "TO", "JJ", "NNS", "RB", "VBN")
        and here.word(main) not in _SAYS
    ):
        yield Slip("resumed", end - 1, end)


def _clause(here: Words, at: int) -> Iterator[Slip]:
    """Yield the pronoun behind the subject of a clause: "where the fire it began is unknown"."""
    start = at + 1
    if here.word(start) not in ("the", "his", "her", "their", "its"):
        return
    end = here.phrase(start)
    if end == start or here.tags[end - 1] not in ("NN", "NNS") or here.word(end) not in ("it", "he", "she", "they"):
        return
    verb = here.word(end + 1)
    if here.words[end - 1] in _TIMES or here.tag(end + 1) not in ("VBD", "VBZ"):
        return
    # "The fire it caused": a clause without a relative word tells of an object.
    alone = verb in ("began", "started", "ended") or (is_of("v no-object", verb) and not is_of("v object", verb))
    if alone and here.word(end + 2) not in ("in", "on", "to", "for"):
        yield Slip("resumed", end - 1, end)


def _place(here: Words, at: int) -> Iterator[Slip]:
    """Yield "there" in a clause that "where" opens: "the island, where tourists go there"."""
    before = at - 1 - (here.words[at - 1] == ",")
    if before < here.first or here.tags[before] not in NOUNS or here.tag(at + 1) in FINITE:
        return
    for place in range(at + 2, min(at + 9, here.last - 1)):
        word = here.words[place]
        if word == "there" and here.tags[place] == "RB":
            if here.words[place + 1] in (".", ",", "in", "and") and here.tags[place - 1] != "IN":
                yield Slip("resumed", at, place)
            return
        if word in (",", ".", ";", "and", "that", "who", "which", "or", "but"):
            return


def _tough(here: Words) -> Iterator[Slip]:
    """Yield the object that the subject of an adjective is already: "the road is easy to find it"."""
    if here.words[here.first] not in ("the", "this", "these", "his", "her", "their", "its", "a"):
        return
    verb = here.subject_phrase(here.first)
    if verb == here.first or here.word(verb) not in ("is", "are", "was", "were"):
        return
    place = verb + 1
    too = False
    while here.tag(place) == "RB":
        too = too or here.words[place] == "too"
        place += 1
    if here.word(place) not in (_TOUGH | (_TOO if too else frozenset())) or here.word(place + 1) != "to":
        return
    if here.tag(place + 2) != "VB" or here.word(place + 3) not in ("it", "them"):
        return
    plural = here.words[verb] in ("are", "were")
    if plural == (here.words[place + 3] == "them") and here.word(place + 4) in (".", ",", ";", "in", "without"):
        yield Slip("resumed", place, place + 3)
