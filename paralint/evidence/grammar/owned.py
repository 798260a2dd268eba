"""Possessives whose owner is the subject of their clause, and that do not agree with it: "the workers lost its jobs".

Who shakes a head shakes his own, a river bursts its own banks and a museum opens its own doors: in such phrases the
possessive goes by the subject, whoever else is near. The table pairs verbs with what their subjects do to something of
their own; persons and things have different ones, so that "its" for people and "his" for a thing are told.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from paralint.evidence.grammar.complements import Slip
from paralint.evidence.grammar.predicates import NOUNS, Words, standing
from paralint.evidence.words.closed import ANYONE, words
from paralint.evidence.words.nouns import groups, persons, plural_things, things
from paralint.evidence.words.places import places_of
from paralint.text.document import Document
from paralint.text.morphology import lemma

# What persons do to something of their own; a noun stands for its plural too. Written for paralint.
_OF_PERSONS = """
    shake nod bow hang scratch duck turn raise lift lower cover hide: head face
    shrug square hunch: shoulder
    hold catch waste: breath
    lose: temper life job mind way balance footing seat nerve patience composure home house post sight memory
        wife husband leg arm child son daughter family livelihood savings hand finger tooth hair voice licence pension
        belongings parent mother father brother sister friend wage hearing eyesight consciousness
    change: mind tune ways story plea surname clothes
    make: debut way living bed fortune escape vow
    take: time seat leave oath turn medicine life shoe coat hat clothes place
    do: best homework duty utmost bit
    keep: word promise cool temper nerve balance job vow
    break: word promise vow silence leg arm ankle wrist neck nose collarbone
    raise wave clap wring fold wash dry: hand voice eyebrow arm
    clear: throat
    close shut open blink rub roll avert lower: eye mouth
    bite chew lick purse: tongue lip nail
    brush clench grit gnash clean: tooth fist hair
    spend: life childhood holiday youth weekend evening wages savings pension night day morning afternoon summer winter
        spring autumn week month year time lunchtime honeymoon birthday
    want: land child job money home house pension
    bring: passport child son daughter family
    begin start finish resume continue pursue: career studies training apprenticeship degree
    earn: living degree wages
    cross fold stretch: arm leg finger
    serve: sentence term apprenticeship
    pack unpack: bag suitcase belongings things
    leave: job home wife husband child family desk bed belongings village
    quit resign: job post
    risk: life neck
    devote dedicate give sacrifice: life
    miss: flight train turn wife husband mother father child family home
    blow: nose
    swallow: pride
    voice express: anger grief regret gratitude sorrow
    twist sprain strain injure: ankle knee hamstring calf back shoulder wrist
    celebrate: birthday wedding engagement
    tell: wife husband mother father parent friend
    bury mourn: dead wife husband child son daughter mother father parent
    remove: shoe hat coat clothes helmet jacket
    put: hand foot feet coat clothes
    feed bring send teach: child son daughter family
    visit see meet phone call: mother father parent grandmother grandfather wife husband
    show wave: passport ticket
    hand wear: uniform coat helmet passport
    cast: vote ballot
    drink: tea coffee beer
    eat: breakfast lunch dinner supper
"""
# What things, places and houses do to something of their own.
_OF_THINGS = """
    open close shut reopen: door gate
    burst: bank
    lose: leaf roof rudder engine wing tail mast mooring value shine licence charm majority rating funding colour status
        windscreen wheel chimney spire cargo
    shed: leaf bark needle cargo load
    drop: anchor
    raise cut lower increase double lift reduce: price fee rate fare forecast dividend output workforce staff stake
        profit
    publish release announce report: results accounts findings profits earnings report
    reach: peak height destination capacity target
    celebrate mark: anniversary centenary
    lose expel enrol enroll: pupil student patient customer passenger subscriber reader viewer employee member
    cut slash trim shed: workforce staff losses costs
    sell list float: shares assets
    launch expand widen: range network fleet
    keep: shape name value
    change: name logo colour course shape
    run: course aground
    hit strike: target
    miss: target deadline
    lose win drop: case appeal
    spread stretch flap fold: wing
    wag tuck: tail
    lay: egg
    bare: tooth fang
    break: mooring
"""
_POSSESSIVES = frozenset({"its", "his", "her", "their"})
_AUXILIARY = words(
    """
    was were are is been has have had will would can could may might must should did does do not n't 've 'd 'll to
    never
    """
)
_VESSELS = words(
    """
    ship boat vessel ferry yacht cruiser frigate destroyer submarine tanker liner trawler lifeboat schooner warship
    country nation england france britain russia germany italy spain ireland scotland ukraine poland norway sweden
    church university club team side cat dog horse mare cow animal bird hen elephant bear whale lion tiger
    """
)
_ANIMALS = _VESSELS | words("shark wolf fox cub puppy kitten calf goat sheep panda gorilla chimpanzee dolphin seal owl")
# These are houses and places rather than the people in them, though they may go with a plural.
_HOUSES = words("school hospital host church village parish town city factory region county province")
_NO_SUBJECT = words("and or of with for between who which that to by than as like not")
_GOVERNS = frozenset({"VBD", "VBN", "VBP", "VBZ"})
_BETWEEN = frozenset({"JJ", "CD", "RB", "JJR", "JJS", "NN", "VBN"})
_PARTS = words(
    "half third quarter fifth most some all many several thirds quarters % percent cent per part one more than"
)
_WITHIN = 3  # words between a possessive and its noun


@lru_cache(maxsize=2)
def _table(things: bool) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    text = _OF_THINGS if things else _OF_PERSONS
    verbs: list[str] = []
    for line in text.strip().splitlines():
        head, colon, nouns = line.partition(":")
        if colon:
            verbs = head.split()
        for verb in verbs:
            found[verb] = found.get(verb, frozenset()) | words(nouns if colon else line)
    return found


@lru_cache(maxsize=1)
def _persons() -> frozenset[str]:
    return persons() | words(
        "villagers islanders townspeople locals survivors residents campers families couples relatives households"
    )


def slips(document: Document) -> tuple[Slip, ...]:
    """Return the possessives that do not agree with the subject that they belong to, from the verb on."""
    return tuple(_slips(document))


def _slips(document: Document) -> Iterator[Slip]:
    for here, at in standing(document, places_of(document, _POSSESSIVES)):
        verb = at - 1
        if here.words[verb] == "of":
            verb = _before_quantity(here, verb)
        while verb > here.first and here.tags[verb] == "RP":
            verb -= 1
        if verb <= here.first or not here.tags[verb].startswith("VB"):
            continue
        noun = _noun(here, at)
        if not noun:
            continue
        act = lemma(here.words[verb], here.tags[verb])
        owned = {here.words[noun], lemma(here.words[noun], here.tags[noun])}
        personal = not owned.isdisjoint(_table(False).get(act, ()))
        material = not owned.isdisjoint(_table(True).get(act, ()))
        if (personal or material) and _differs(here, verb, here.words[at], personal, material):
            yield Slip("owner", at, noun)


def _before_quantity(here: Words, at: int) -> int:
    """Return the token before a part that is told with the "of" at ``at``: "lost a third of"."""
    place = at - 1
    while place > here.first and (here.tags[place] in ("CD", "DT", "PDT", "JJ") or here.words[place] in _PARTS):
        place -= 1
    return place


def _noun(here: Words, at: int) -> int:
    """Return the noun behind a possessive, 0 if none is near."""
    place = at + 1
    while place < min(here.last, at + 1 + _WITHIN):
        noun = here.tags[place] in NOUNS or here.words[place] in ("dead", "leaves", "belongings", "savings")
        if noun and here.tag(place + 1) not in NOUNS and here.word(place + 1) not in ("'s", "'"):
            return place
        if here.tags[place] not in _BETWEEN:
            return 0
        place += 1
    return 0


def _differs(here: Words, verb: int, possessive: str, personal: bool, material: bool) -> bool:
    """Whether the subject of a verb is known and is of another kind or number than a possessive."""
    at = verb - 1
    while at > here.first and (here.tags[at] in ("MD", "RB", "TO") or here.words[at] in _AUXILIARY):
        if here.tags[at] == "TO" and here.tag(at - 1) in _GOVERNS:
            at -= 1  # "were told to"
        at -= 1
    word, tag = here.words[at], here.tags[at]
    if here.tags[verb] in ("VBG", "VBN") and here.words[verb - 1] not in ("has", "have", "had", "'ve", "'d", "not"):
        return False
    if tag == "PRP":
        if here.word(at - 1) in ("and", "or"):
            return False
        wrong = {"he": ("its", "their"), "she": ("its", "their"), "they": ("its",)}.get(word, ())
        return personal and possessive in wrong
    if tag not in ("NN", "NNS"):
        return False
    start = here.subject(at + 1)
    if here.word(start - 1) == "of" and here.tag(start - 2) in ("NN", "NNS") and here.words[start - 2] in _persons():
        at = start - 2  # "the survivors of the wreck"
        word, tag, start = here.words[at], here.tags[at], here.subject(at + 1)
    if start > here.first and here.words[start - 1] in _NO_SUBJECT:
        return False
    if "and" in here.words[max(here.first, start - 3) : start] or here.tag(start) == "POS":
        return False
    if any(here.tags[place] in ("NNP", "POS", ",") for place in range(start, at)):
        return False
    if tag == "NNS":
        if word in _persons():
            return personal and possessive == "its"
        return material and word in plural_things() and possessive == "its" and here.tags[start] == "DT"
    if word in _HOUSES:
        return material and possessive != "its"
    if word in groups():
        return material and possessive in ("his", "her")
    if word in _persons() or word in ANYONE:
        return personal and possessive == "its"
    return material and word in things() and word not in _ANIMALS and possessive != "its"
