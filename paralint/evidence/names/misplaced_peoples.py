"""Countries, adjectives and peoples in each other's place, where the frame around them takes one of them alone.

*A 26-year-old Belgium, two Germany tourists, she is Sweden, of Morocco descent, fluent Norway, the police of Polish*:
the modules beside this one ask for words that no news puts there; here any word of a class will do, which sound text
breaks now and then (a *Germany* jersey, the *Iraq* crisis). The rule that asks is heard in damaged texts alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from paralint.evidence.names.cities import cities_of_countries
from paralint.evidence.names.flaws import Flaw
from paralint.evidence.names.gazetteer import load
from paralint.evidence.names.mentions import mentions
from paralint.evidence.names.nationality import LANGUAGES, nationality_flaws
from paralint.evidence.names.peoples import ARTICLED, ATTRIBUTIVE, EVENTS, PLACING, country_of
from paralint.evidence.words.closed import COMPASS, words
from paralint.evidence.words.places import capitalised, word_at
from paralint.text import lazy
from paralint.text.document import Document
from paralint.text.morphology import is_word, word_classes
from paralint.text.words import TokenKind
from paralint.values import NamedTuple

_AGED = lazy.pattern(r"(?:\d+|[a-z]+(?:-[a-z]+)?)-year-old")
_COUNTING = words(
    """two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred dozen several many
    some few both other most more these those all"""
)
_ARTICLES = words("a an")
_QUALIFYING = words(
    """young old elderly retired former fellow leading wealthy rich poor famous well-known veteran prominent local
    small large big new small-time unemployed injured dead wounded homeless exiled missing other late first second
    middle-aged would-be unnamed unknown married single junior senior aspiring celebrated noted popular"""
)
# What is told of a person's birth, speech and papers.
_BELONGING = words(
    """descent origin origins extraction ancestry heritage nationality citizenship passport passports stock parentage
    blood roots accent accents citizens citizen nationals national language newspapers newspaper birth embassy
    police troops soldiers officials officers authorities media government investigators rescuers prosecutors
    lawmakers diplomats scientists researchers engineers doctors tourists workers companies firms banks farmers
    fishermen students voters politicians journalists businessmen detectives firefighters nurses teachers migrants
    refugees sailors hackers smugglers traders investors airlines hospitals schools courts law laws politics society
    culture cuisine cooking folklore literature poetry soil territory waters airspace shores streets"""
)
_SPEAKING = words("speak speaks spoke spoken speaking fluent learn learned learnt learning understand understands")
_BEING = words("is was are were be been being become became isn't wasn't")
_PERSONS = words("he she they i we you both neither everyone nobody who wife husband mother father parents")
_NOT_OWNED = words("national central prime foreign interior defence defense finance health deputy supreme")
_PARTS = words(
    "tibet kurdistan catalonia siberia bavaria holland tuscany andalusia lapland brittany flanders wallonia chechnya"
)
_BORNE = words("jordan chad israel georgia kenya china india jersey guinea turkey ireland france holland cuba wales")
_HEADS = words(
    """president minister king queen premier government parliament capital people city cities town part parts north
    south east west coast border borders army police republic invasion ambassador independence history economy
    future rest centre center outskirts prince princess chancellor regions region province provinces"""
)
_FROM_HEADS = words(
    """workers immigrants migrants refugees tourists visitors soldiers students people imports exports delegation team
    family couple woman man journalist scientist player players nurse nurses doctors engineers scientists businessman
    woman girl boy came come comes fled arrived returned moved flew sailed imported shipped back home away"""
)
_VERBS = words(
    """said says voted won lost joined signed refused agreed wants wanted beat invaded withdrew
    declared elected defeated held qualified ratified vetoed recognised recognized annexed"""
)
# What a state does and a language does not, where no article stands before it: Hungarian sent its ambassador.
_DEEDS = words(
    """sent took gave made held kept led met paid put ran sold spent struck won wrote began bought brought built chose
    fought found hit set shut threw withdrew drew broke beat forbade sought pulled backed banned barred bid cut"""
)
_THEIR = words("its the a an no their up out off back over away part two three four five six")
# Behind these a place is owed even before the name of a language, and behind those below before what says when.
_AT_SEA = words("off near across outside around throughout inside towards leaving reached entered crossed beyond")
_AGO = words(
    "next last yesterday today tomorrow on since after before during by with when who which where in at until , . ;"
)
_WHEN = words("next last yesterday tomorrow since until")
_DATED = words("week month year spring summer autumn winter night monday tuesday wednesday thursday friday")
_LAST = words("airlines airways air railways telecom bank petroleum")
_THERE = words(
    """police people farmers officials prosecutors soldiers towns cities schools hospitals prices elections floods
    fires villages ministers workers factories families voters troops shops prisons mines ports airports beaches
    scientists doctors nurses hotels restaurants headquarters office offices home house houses summer winter"""
)
_AFAR = words("abroad overseas fleeing stranded")  # people are, countries are not
_PLACING_PEOPLES = words("in from to near across outside around leaving leave left within reach reached")
_BEFORE_PLACES = words("between in from to across near into through over and or")
_LEARNED = words("institute faculty school department professor history dictionary academy society chair book grammar")
_PLENTY = words("many most some few all")
_PLURALS = words("have are were do vote voted cycle live want think believe say said fear drink speak")
_SIDES = COMPASS | words("middle central upper lower new old")
_MARKS = frozenset((",", ".", ";", ":", ")", "?", "!", "—", "–", "”", '"', "’"))


class _Land(NamedTuple):
    """A country's name, its adjective and the word for one of its people."""

    name: str
    adjective: str
    person: str


def misplaced_peoples(document: Document) -> tuple[Flaw, ...]:
    """Return the flaws misplaced of a document (a layer: see ``Document.derive``)."""
    lands, adjectives = _lands(), country_of()
    here = document.by_lower.keys()
    found: list[Flaw] = []
    told = {flaw.span.start for flaw in document.derive(nationality_flaws)}
    titled = document.derive(mentions).titled if here & (lands.keys() | adjectives.keys()) else frozenset()
    for lower in sorted(here & lands.keys()):
        for place in capitalised(document, lower):
            owed = _owed_for_country(document, place, lands[lower])
            if owed and document.block_of(place) not in titled:
                found.append(_flaw(document, place, owed))
    for lower in sorted(here & adjectives.keys()):
        found += [
            _flaw(document, place, adjectives[lower])
            for place in capitalised(document, lower)
            if _is_country_owed(document, place) and document.block_of(place) not in titled
        ]
    found += _articled_owners(document)
    found = [flaw for flaw in found if flaw.span.start not in told]
    return tuple(sorted(found, key=lambda flaw: flaw.span.start))


def _articled_owners(document: Document) -> Iterator[Flaw]:
    """Outside the Varestia's embassy, where the text has Varestian: an article before a land that owns something."""
    tokens = document.tokens
    places = [
        place
        for mark in ("'s", "’s")
        for number in document.by_lower.get(mark, ())
        for place in document.places[number]
    ]
    for place in sorted(places):
        if place < 2 or word_at(document, place - 2) != "the" or not _capital(document, place - 1):
            continue
        form = tokens.word(place - 1).form
        stem = form[:-1] if form[-1] in "aeoy" else form
        adjectives = (
            f"{form}n",
            f"{form}an",
            f"{stem}an",
            f"{stem}ian",
            f"{form}ese",
            f"{stem}ese",
            f"{form}i",
            f"{form}ish",
        )
        owed = next((each for each in adjectives if each.lower() in document.by_lower and len(form) > 3), "")
        if owed and capitalised(document, owed.lower()) and not is_word(form.lower()) and _is_noun(document, place + 1):
            yield Flaw(
                "misplaced", tokens.span(place - 1, place), form, owed, None, "what stands around it takes another word"
            )


@lru_cache(maxsize=1)
def _towns_of() -> Mapping[str, frozenset[str]]:
    """The towns of countries, in lower case."""
    return {country: frozenset(map(str.lower, places)) for country, places in cities_of_countries().items()}


@lru_cache(maxsize=1)
def _lands() -> Mapping[str, _Land]:
    """The countries by their names in lower case."""
    found = {}
    for country in load().countries:
        name = country.name.lower()
        if " " in name or name in ATTRIBUTIVE:
            continue
        if country.adjectives and (country.sovereign or name in _PARTS):
            adjective = country.adjective
            person = adjective if adjective in country.people else next(iter(country.people), adjective)
            found[name] = _Land(country.name, adjective, person)
    return found


def _capital(document: Document, place: int) -> bool:
    """Tell whether a word has a capital that is not the one of its sentence's beginning."""
    return 0 <= place < len(document.tokens) and document.tokens.word(place).capital and not _opens(document, place)


def _opens(document: Document, place: int) -> bool:
    return document.tokens.sentences[document.sentence_of(place)] == place


def _flaw(document: Document, place: int, owed: str) -> Flaw:
    span = document.tokens.span(place, place + 1)
    return Flaw("misplaced", span, document.quote(span), owed, None, "what stands around it takes another word")


def _ends(document: Document, place: int) -> bool:
    """Tell whether a phrase ends before a token: a mark, a verb or a word that joins clauses stands there."""
    if place >= len(document.tokens):
        return True
    word = document.tokens.word(place)
    if word.kind is not TokenKind.WORD:
        return word.form in _MARKS
    if word.capital:
        return False
    classes = word_classes(word.lower)
    return word.lower in (
        "and",
        "who",
        "or",
        "but",
        "by",
        "from",
        "has",
        "had",
        "was",
        "is",
        "were",
        "are",
        "have",
    ) or ("verb" in classes and not classes & {"noun", "adjective", "adverb"})


def _is_noun(document: Document, place: int) -> bool:
    """Tell whether a token in lower case is a noun that a country's adjective may describe."""
    if place >= len(document.tokens) or document.tokens.word(place).capital:
        return False
    lower = document.tokens.word(place).lower
    classes = word_classes(lower)
    if "noun" not in classes or "function" in classes or lower in EVENTS or lower.endswith("ing"):
        return False
    return word_at(document, place + 1) not in EVENTS


def _owed_for_country(document: Document, place: int, land: _Land) -> str:
    """Return what should stand where a country's name does, or nothing."""
    before, after = word_at(document, place - 1), word_at(document, place + 1)
    lower = land.name.lower()
    if before == "of" and _capital(document, place - 2):
        return ""  # the Church of England prison service
    if _capital(document, place - 1) or after in ("'s", "’s", "-", "&") or lower in _LAST:
        return ""
    if _AGED.fullmatch(before):
        return land.adjective if _capital(document, place + 1) or _is_noun(document, place + 1) else land.person
    if _capital(document, place + 1):
        return ""
    if before in _SPEAKING and _ends(document, place + 1):
        return land.adjective
    articled = before in _ARTICLES or (before in _QUALIFYING and word_at(document, place - 2) in _ARTICLES)
    if articled and _ends(document, place + 1):
        return land.person
    if before in _BEING and _ends(document, place + 1) and after not in ("by", "from"):
        return land.adjective if word_at(document, place - 2) in _PERSONS and lower not in _BORNE else ""
    noun = place + 1
    if after in _NOT_OWNED:
        noun += 1
    if after in _AFAR and before not in _PLACING_PEOPLES:
        return _plural(land.person)
    described = before == "and" and word_at(document, place - 2) in country_of() and _is_noun(document, noun)
    if described and word_at(document, place - 2) not in _lands():
        return land.adjective
    if after == "and" and _joined_adjective(document, place + 2) and before not in _BEFORE_PLACES:
        return land.adjective
    if before in _PLENTY and _does(document, place + 1) and lower not in _BORNE:
        return _plural(land.person)
    if not _is_noun(document, noun):
        return ""
    if articled or before in _COUNTING or before.isdecimal():
        return land.adjective
    if after in _BELONGING and lower not in ARTICLED and before not in _SIDES:
        return land.adjective
    owned = before in ("the", "his", "her", "their", "its", "of", "by", "with") or before in _QUALIFYING
    return land.adjective if owned and noun > place + 1 and lower not in ARTICLED else ""


def _did(document: Document, place: int) -> bool:
    """Tell whether a verb in the past stands at a place: *resigned*, *found*."""
    lower = word_at(document, place)
    return lower.endswith("ed") and "verb" in word_classes(lower) and not document.tokens.word(place).capital


def _plural(person: str) -> str:
    """Return the word for several people of a country."""
    return person if person.endswith(("s", "sh", "ch", "ese", "i")) else person + "s"


def _joined_adjective(document: Document, place: int) -> bool:
    """Tell whether an adjective of a country stands before a plural: Switzerland and *Italian firms*."""
    if place + 1 >= len(document.tokens) or not document.tokens.word(place).capital:
        return False
    noun = word_at(document, place + 1)
    adjective = word_at(document, place) in country_of() and word_at(document, place) not in _lands()
    return adjective and noun.endswith("s") and _is_noun(document, place + 1)


def _does(document: Document, place: int) -> bool:
    """Tell whether a verb in the plural stands at a place: *have*, *cycle*, *voted*."""
    lower = word_at(document, place)
    return lower in _PLURALS or (word_classes(lower) == {"verb"} and not lower.endswith(("s", "ing")))


def _is_country_owed(document: Document, place: int) -> bool:
    """Tell whether an adjective stands where only a country can."""
    before, after, head = (word_at(document, at) for at in (place - 1, place + 1, place - 2))
    if _capital(document, place - 1):
        return False
    if before == "of" and head in _HEADS and word_at(document, place - 3) not in ("a", "kind", "sort"):
        return _ends(document, place + 1) or _did(document, place + 1) or after in ("in", "on", "at", "to", "for")
    if before == "from" and head in _FROM_HEADS:
        return _ends(document, place + 1)
    lower = word_at(document, place)
    if before == "in" and head in _THERE:
        return _ends(document, place + 1) or _did(document, place + 1)
    if before == "of" and _capital(document, place - 2) and head not in _LEARNED and not head.endswith("s"):
        return _ends(document, place + 1)  # Kivi Space of Finnish
    if before == "," and _capital(document, place - 2) and head in _towns_of().get(country_of().get(lower, ""), ()):
        return after in (",", ".", ";", ")") or (after in ("and", "in", "on", "has", "was", "is") and head.isalpha())
    if before in _AT_SEA and after in _AGO:
        return True  # off Norwegian next week
    if before in PLACING and after in _WHEN and word_at(document, place + 2) in _DATED and lower not in LANGUAGES:
        return True
    if not _opens(document, place) or _capital(document, place + 1):
        return False
    did = after in _DEEDS or _did(document, place + 1)
    return after in _VERBS or (did and word_at(document, place + 2) in _THEIR and not lower.endswith("ese"))
