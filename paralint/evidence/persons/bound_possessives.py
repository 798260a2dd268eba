"""Possessives that an idiom or a part of the body ties to the subject: who shakes a head shakes his own.

English keeps a possessive in many fixed phrases ("change one's mind", "on one's own", "all one's life"), and it is
always the subject's: dictionaries write them with "one's". So "Ida Roe … changed his mind" needs no look at who else is
near.
"""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.names.cast import KNOWN, Candidate, Cast
from paralint.evidence.names.genders import PRONOUN_WEIGHT
from paralint.evidence.persons.bound_pronouns import conflict_of, sentence_of
from paralint.evidence.restatements.conflicts import Conflict
from paralint.evidence.words.closed import words
from paralint.text.morphology import lemma

# What somebody does to something of his own; written for paralint.
_LISTED = """
    shake nod bow hang scratch bury duck: head
    shrug square hunch: shoulders
    hold catch waste: breath
    lose: temper life job mind way balance footing seat nerve patience composure virginity appetite licence license
    lose: home house job post mind voice sight memory fight battle bid appeal deposit faith hearing leg arm
    change: mind tune ways name story plea surname
    make: debut way mind mark home living name fortune escape exit entrance comeback return
    take: time seat leave chances oath turn cue medicine bow degree ease
    do: best homework utmost duty bit share
    keep: word promise cool temper distance nerve balance footing job seat place title lead promise vow composure
    break: word promise vow silence pledge
    raise wave clap wring: hand hands voice eyebrows arms arm
    clear: throat desk
    close shut open blink rub narrow roll avert lower: eyes
    bite chew lick purse: tongue lip lips nails
    spend: life childhood career youth holiday holidays retirement days evenings weekends boyhood
    begin start finish resume continue pursue: career speech studies training apprenticeship day
    earn: living keep place degree doctorate nickname spurs
    cross fold: arms legs fingers
    clench grit gnash: fists teeth fist
    serve: sentence term apprenticeship time
    complete finish: degree education studies training sentence
    find fight work push pay talk thread pick elbow: way feet voice debts respects niche
    stand hold: ground nerve tongue
    follow: heart conscience instincts instinct
    twist sprain strain: ankle knee hamstring calf back shoulder groin wrist neck
    resign quit leave: post seat job
    retain defend regain: seat title crown
    announce: retirement resignation candidacy engagement intention departure
    tender offer submit: resignation
    plead: ignorance
    give: age
    risk: life neck
    devote dedicate: life
    miss: flight train turn cue chance
    blow: nose
    stretch: legs
    swallow: pride
    hide: delight disappointment
    express: regret gratitude
    voice: support
    cut: teeth losses
    stub: toe
    rest: case
    state: case
    shed: inhibitions
    gather collect: papers thoughts wits notes belongings things
    pack unpack: bags bag suitcase suitcases things belongings trunk rucksack
    lift doff tip remove: hat cap helmet glasses spectacles gloves coat jacket shoes boots
    drain raise empty: glass cup
    wipe mop: eyes brow glasses hands face mouth forehead nose
    wash dry soap: hands face hair feet
    comb brush dye braid: hair teeth beard
    button unbutton fasten zip: coat jacket shirt collar seatbelt
    light relight smoke: pipe cigar
    tap drum: fingers foot feet
    rub stroke scratch tug: hands nose chin forehead beard moustache ear ears
    adjust straighten loosen polish: tie glasses spectacles hat collar cap
    sip drink finish: tea coffee beer drink sentence meal breakfast pint wine
    learn forget rehearse: lines trade
    prune: vines roses
    turn: back
    crane: neck
    set: heart sights
    cast: vote
    weigh pick choose: words
    bide: time
    mend: ways
    speak: mind
    hone sharpen: skills
    sign: name
"""


def _idioms() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in _LISTED.strip().splitlines():
        verbs, _, nouns = line.partition(":")
        for verb in verbs.split():
            found[verb] = found.get(verb, frozenset()) | words(nouns)
    return found


_IDIOMS = _idioms()
_BETWEEN_FREE = words(
    "first second third fourth last final maiden only own early own whole entire best 80th 90th 100th"
)
# "Won her first race", "in his debut season": with one of these the race is the subject's.
_COUNTED = words("first second third fourth fifth sixth last final maiden debut only opening")
_WINS = words("win make score play get start finish run ride publish write release direct record reach")
_PLAYED = words(
    "race match game season title goal fight start appearance novel film album book stage medal term try century "
    "tournament final championship victory win attempt touch shot ball"
)
# Prepositions with what only the subject can have.
_PHRASES = {
    "on": words("own deathbed feet knees toes"),
    "in": words("twenties thirties forties fifties sixties seventies eighties nineties 20s 30s 40s 50s 60s 70s 80s 90s "
    "lifetime teens youth element prime spare"),
    "all": words("life"), "at": words("best peak worst"), "of": words("career generation"),
    "throughout": words("career life"),
    "to": words("credit surprise relief dismay amazement delight horror feet knees"), "out": words("mind depth"),
    "off": words("feet"), "under": words("breath"), "for": words("part"),
}  # fmt: skip
_IN_PARTS = words("early mid late mid- ripe first second last debut final third fourth opening maiden only")
_DESCRIBING = words("described called termed dubbed likened put labelled labeled considered saw")
_SUBJECTS = ("he", "she")
_BREAKS = words(
    "; : that which because if when while where whereas as than whose whom and but or so although though until unless"
)
_LONG_AGO = 200  # tokens before a paragraph in which somebody else may have been told of
_REACH = 14  # tokens between a subject and what is its own
_VERB_TO_NOUN = 3  # tokens from the possessive to its noun


def bound_possessives(persons: Cast) -> Iterator[Conflict]:
    """Yield the possessives that an idiom ties to a subject of the other gender, and "on her own" behind "he"."""
    word = persons.document.tokens.word
    for pronoun in persons.pronouns:
        if persons.inside[pronoun] or word(pronoun).lower not in ("his", "her"):
            continue
        sentence = sentence_of(persons, pronoun)
        start = _idiom(persons, pronoun, sentence)
        if start is not None:
            yield from _of_subject(persons, pronoun, start, sentence)
        else:
            yield from _lonely(persons, pronoun, sentence)
    yield from _described(persons)


def _lonely(persons: Cast, pronoun: int, sentence: range) -> Iterator[Conflict]:
    """Find "At the finish she leaned on his handlebars", where two paragraphs tell of one person only."""
    word = persons.document.tokens.word
    before = [token for token in persons.pronouns_between(sentence.start, pronoun) if not persons.inside[token]]
    if len(before) != 1 or word(before[0]).lower not in _SUBJECTS or persons.sexes[before[0]] == persons.sexes[pronoun]:
        return
    if any(word(token).lower in _BREAKS for token in range(before[0] + 1, pronoun)):
        return
    block = persons.document.block_of(pronoun)
    begin = persons.document.tokens.blocks[max(0, block - 1)]
    found = persons.between(begin, sentence.stop)
    earlier = persons.pronouns_between(max(0, begin - _LONG_AGO), sentence.start)
    if any(persons.sexes[token] == persons.sexes[pronoun] for token in earlier) and any(
        persons.sexes[token] == persons.sexes[before[0]] for token in earlier
    ):
        return  # both are told of
    if len({each.person for each in found}) == 1 and found[0].person and found[0].token < before[0]:
        yield from _two(persons, before[0], pronoun)


def _idiom(persons: Cast, pronoun: int, sentence: range) -> int | None:
    """Return the token at which the idiom around a possessive begins, or None."""
    word = persons.document.tokens.word
    behind = [word(token).lower for token in range(pronoun + 1, min(pronoun + 1 + _VERB_TO_NOUN, sentence.stop))]
    if not behind or pronoun - 1 <= sentence.start:
        return None
    noun = 0
    while noun < len(behind) - 1 and (behind[noun] in _BETWEEN_FREE or behind[noun] in _COUNTED):
        noun += 1
    before = word(pronoun - 1).lower
    if before in _PHRASES:
        if behind[0] in _PHRASES[before] and (
            behind[0] != "own" or behind[1:2] in ([], ["."], [","], ["for"], ["in"], ["and"], ["at"])
        ):
            return pronoun - 1
        if (
            before == "in"
            and behind[0] in _IN_PARTS
            and len(behind) > 1
            and (behind[1] in _PHRASES["in"] or behind[1] in _PLAYED)
        ):
            return pronoun - 1
        if before == "with" or (
            before in ("at", "with", "on") and behind[0] in _COUNTED and behind[1:2] and behind[1] in _PLAYED
        ):
            return pronoun - 1
    if before == "with" and behind[0] in _COUNTED and len(behind) > 1 and behind[1] in _PLAYED:
        return pronoun - 1
    if before == "whole":
        return None
    verb = (
        lemma(before, "VBD")
        if before.endswith("ed") or not before.endswith(("s", "ing"))
        else lemma(before, "VBG" if before.endswith("ing") else "VBZ")
    )
    if verb in _IDIOMS and not _IDIOMS[verb].isdisjoint((behind[0], behind[noun])):
        return pronoun - 1
    if verb in _WINS and behind[0] in _COUNTED and len(behind) > 1 and behind[1] in _PLAYED:
        return pronoun - 1
    return None


def _of_subject(persons: Cast, pronoun: int, start: int, sentence: range) -> Iterator[Conflict]:
    """Yield the conflict of a possessive with the subject of its clause, if that is of the other gender."""
    word = persons.document.tokens.word
    gender = persons.sexes[pronoun]
    for token in range(start - 1, max(sentence.start, start - _REACH) - 1, -1):
        if token in persons.sexes:
            if word(token).lower in _SUBJECTS and persons.sexes[token] != gender and not persons.inside[token]:
                yield from _two(persons, token, pronoun)
            return
        if word(token).lower in _BREAKS:
            break
    candidates = persons.between(sentence.start, start)
    if not candidates or candidates[-1].token < start - _REACH:
        return
    subject = _head(persons, candidates, start)
    if subject is None:
        return
    if subject.person:
        yield from conflict_of(persons, pronoun, subject, sentence)
    elif subject.gender and subject.gender != gender:
        tokens = persons.document.tokens
        here, there = tokens.span(pronoun, pronoun + 1), tokens.span(subject.token, subject.token + 1)
        yield Conflict("gender", here, there, 1.0, persons.document.quote(there))


def _head(persons: Cast, candidates: list[Candidate], start: int) -> Candidate | None:
    """Return the person right before a verb phrase, auxiliaries, adverbs and a remark between commas apart."""
    word = persons.document.tokens.word
    tags = persons.document.tags
    for candidate in reversed(candidates):
        last = persons.mention(candidate).last if candidate.person else candidate.token + 1
        between = range(last, start)
        forms = [word(token).lower for token in between]
        if forms[:1] == [","] and "," in forms[1:]:
            close = len(forms) - 1 - forms[::-1].index(",")
            if candidate.person and not any(other.person for other in candidates if other.token > candidate.token):
                between = range(last + close + 1, start)
            elif candidate.person:
                return None
            else:
                continue
        elif candidates[-1] is not candidate:
            return None
        plain = all(tags[token][:2] in ("VB", "RB", "MD", "WP", "TO") or word(token).form == "," for token in between)
        return candidate if plain or _verbs_first(tags, between) else None
    return None


def _verbs_first(tags: list[str], between: range) -> bool:
    """Whether a verb stands right behind a subject and no other clause begins before what is its own."""
    if not between or tags[between[0]][:2] not in ("VB", "MD", "RB", "WP"):
        return False
    return not any(tags[token] in ("CC", "WDT", "WP", "PRP", "NNP", "POS", "WRB", ",", ":") for token in between[1:])


def _two(persons: Cast, one: int, other: int) -> Iterator[Conflict]:
    """Yield the one of two pronouns of one person that is not of the gender of whom the text named last."""
    document = persons.document
    block = document.block_of(other)
    begin = document.tokens.blocks[max(0, block - 2)]
    named = [each for each in persons.between(begin, one) if each.person]
    wrong, right = other, one
    for candidate in reversed(named):
        its, lead = persons.gender(candidate.person, sentence_of(persons, other))
        if its and lead >= PRONOUN_WEIGHT:
            if lead >= KNOWN and its == persons.sexes[other]:
                wrong, right = one, other
            break
    tokens = document.tokens
    yield Conflict(
        "gender",
        tokens.span(wrong, wrong + 1),
        tokens.span(right, right + 1),
        1.0,
        document.quote(tokens.span(right, right + 1)),
    )


def _described(persons: Cast) -> Iterator[Conflict]:
    """Find "He said that they had offered £15,000, a sum that she described as an insult": who says so describes it."""
    document = persons.document
    word = document.tokens.word
    for pronoun in persons.pronouns:
        if word(pronoun).lower not in _SUBJECTS or persons.inside[pronoun] or pronoun + 1 >= len(document.tokens):
            continue
        sentence = sentence_of(persons, pronoun)
        if word(pronoun + 1).lower not in _DESCRIBING or word(pronoun - 1).lower not in ("that", "which", "what"):
            continue
        first = sentence.start
        if first in persons.sexes and persons.sexes[first] != persons.sexes[pronoun] and word(first).lower in _SUBJECTS:
            said = word(first + 1).lower in ("said", "says", "told", "argued", "added", "complained", "claimed")
            if said and not persons.between(first, pronoun):
                yield from _two(persons, first, pronoun)
