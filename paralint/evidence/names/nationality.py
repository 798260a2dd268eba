"""Nationality: a country's name where its adjective is owed, and the other way round."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from paralint.evidence.names.flaws import Flaw
from paralint.evidence.names.gazetteer import load
from paralint.evidence.names.genders import given_sex
from paralint.evidence.names.mentions import mentions
from paralint.evidence.names.peoples import ATTRIBUTIVE, PLACING, people_flaws
from paralint.evidence.names.spellings import fold
from paralint.evidence.words.closed import QUARTERS, words
from paralint.evidence.words.places import capitalised, word_at
from paralint.findings import Span
from paralint.text import lazy
from paralint.text.document import Document
from paralint.text.morphology import is_word, match_case, word_classes
from paralint.values import NamedTuple

# What a country has that is named with its adjective: its state, its people in office, its soldiers. (Its army and its
# police may bear its name: the Pakistan Army.)
_BELONGINGS = words(
    """official officials government president minister ministers premier troops soldier soldiers
    diplomat diplomats citizen citizens lawmaker lawmakers forces ambassador envoy authorities parliament
    embassy people prosecutors prosecutor journalist journalists politician politicians businessman spokesman
    spokeswoman capital language"""
)
# Before these Premier is nobody in office: the Nigeria Premier League.
_GAMES = words("league division football soccer hockey cricket rugby basketball volleyball")
# People of whom only the adjective of their country is said. (Sport has the country: the Italy captain.)
_PEOPLE = words(
    """master masters painter painters sculptor artist artists composer composers poet poets novelist writer writers
    author authors philosopher scientist scientists physicist chemist mathematician historian architect architects
    filmmaker actor actress singer musician musicians pianist violinist dissident dissidents activist activists
    rebels militants civilians voters refugees migrants villagers farmers tourists tourist students scholar scholars
    cyclist skier swimmer boxer golfer sprinter gymnast mountaineer climber astronaut cosmonaut pilot pilots nurse
    nurses surgeon chef designer explorer biologist astronomer economist economists geologist archaeologist
    officer officers policeman policewoman policemen constable detective detectives deputy deputies senator
    senators mayor mayors councillor judge judges farmer fisherman fishermen sailor shepherd miner miners worker
    workers trucker driver drivers tourist hostage hostages prisoner prisoners detainee pensioner pensioners diver
    divers widow widower mother father grandmother grandfather family families youth youths teenager teenagers child
    children
    baby babies residents resident peasant peasants shopkeeper carpenter blacksmith weaver weavers baker butcher tailor
    weightlifter wrestler wrestlers swimmers cyclists athlete athletes rower rowers skater skaters jockey archer fencer
    biathlete judoka speedskater novelists poetess playwright playwrights screenwriter
    soprano tenor baritone violinist cellist guitarist drummer rapper ballerina dancer dancers photographer
    photographers cartoonist sculptors translator translators essayist critic critics blogger
    bloggers publisher publishers entrepreneur entrepreneurs trader traders industrialist
    oligarch oligarchs merchant merchants financier auditor consultant technician
    technicians mechanic electrician seafarer seafarers skipper trawlermen lorry
    company firm bank newspaper magazine broadcaster town village villages river island airline carrier shipyard
    shipbuilder carmaker brewer brewery retailer supermarket startup start-up
    professor teacher teachers banker bankers investor investors nationals national woman women man men girl girls
    boy boys teenager teenagers couple passport passports currency economy constitution citizenship nationality
    billionaire tycoon businesswoman businessmen lawyer lawyers doctor doctors engineer engineers monk nun priest
    king queen emperor general generals admiral soldier sailor sailors spy spies intelligence citizenry"""
)
# What is "of" a country and never of an adjective.
# Behind these a person of a country is counted; "one China" is no person.
_COUNTING = words("one both another two three four five six seven eight nine ten several")
_RANKING = words("first second third only youngest oldest last")
_SLOGANS = words("china india korea germany ireland america")
_OF = words(
    """ambassador president king queen premier minister government republic parliament capital north south east west
    borders border population invasion annexation occupation leader leaders embassy state people coast coasts part parts
    legislature navy navies takeover outside government governments"""
)
# What is "of" a language; behind other nouns an adjective at the end of a phrase has lost its country.
_LANGUAGE = words(
    """speaker speakers knowledge translation translations translator teacher teachers professor command study studies
    use words word language mixture lover understanding lessons smattering bit lot kind dialect dialects reader readers
    instead form forms version mix blend hint little"""
)
# Adjectives that are the plural of their people too: "thousands of Chinese".
_PLURAL = lazy.pattern(r".*(?:ese|ss|sh|ch|i)$")
# Adjectives that name no single person, so that no "'s" is put behind them without an article.
_PEOPLES = lazy.pattern(r".*(?:ese|ss|sh|ch)")
# Names that bear an article themselves, so that "the Sudan government" may be an older but right usage.
_WITH_ARTICLE = words("netherlands philippines bahamas maldives gambia congo sudan lebanon yemen ukraine")
# Behind these a place is owed; an adjective that is a language, too, may stand there ("translated from Armenian").
_SIDES = words("england wales scotland ireland")
_TEAMS = words("women men people peoples girls boys ladies children youth workers farmers")
_PLAYERS = words("man men woman women boy boys girl girls")
_OFFICES = words("prime foreign defence defense interior finance central supreme constitutional national navy army")
_BEHIND_BODIES = words("said says is was has had will would in on at for which who that announced warned raised cut")
LANGUAGES = words(
    """
    afrikaans albanian amharic arabic armenian azerbaijani belarusian bengali bosnian bulgarian burmese chinese croatian
    czech danish dari dutch english estonian filipino finnish french georgian german greek hebrew hindi hungarian
    icelandic indonesian irish italian japanese kazakh khmer korean kyrgyz lao latvian lithuanian luxembourgish
    macedonian malay maltese mongolian nepali norwegian pashto persian polish portuguese romanian russian serbian
    sinhalese slovak slovene slovenian somali spanish swahili swedish tajik tamil thai tibetan turkish turkmen ukrainian
    urdu uzbek vietnamese welsh
    """
)
_BEFORE_PLACES = words("of for with against beat by on at and or between")
_AFTER_PERSON = words("since who whose")

_OF_TWO_WORDS = {
    ("new", "zealander"): "New Zealand", ("south", "african"): "South Africa", ("south", "korean"): "South Korea",
    ("north", "korean"): "North Korea", ("sri", "lankan"): "Sri Lanka", ("saudi", "arabian"): "Saudi Arabia",
    ("costa", "rican"): "Costa Rica", ("puerto", "rican"): "Puerto Rico", ("sierra", "leonean"): "Sierra Leone",
}  # fmt: skip


class _Table(NamedTuple):
    adjective_of: Mapping[str, str]  # by lower-case name of a country that is a state
    country_of: Mapping[str, str]  # by lower-case adjective
    person_of: Mapping[str, str]  # by lower-case name of a country or a part of one
    names: frozenset[str]  # of countries and parts of them, in lower case


@lru_cache(maxsize=1)
def _table() -> _Table:
    adjective_of = {}
    country_of: dict[str, str] = {}
    person_of = {}
    for country in load().countries:
        name = country.name.lower()
        if " " in name:
            continue
        nearest = country.adjective
        if country.sovereign:
            if name not in ATTRIBUTIVE:
                adjective_of[name] = nearest
            country_of.update((form.lower(), country.name) for form in country.adjectives)
        if nearest in country.people:
            person_of[name] = nearest
    return _Table(adjective_of, country_of, person_of, frozenset(adjective_of) | frozenset(person_of))


def nationality_flaws(document: Document) -> tuple[Flaw, ...]:
    """Return the flaws country and adjective of a document."""
    told: set[int] = set()
    found = []
    for flaw in (*_flaws(document), *document.derive(people_flaws)):  # of two that see one place the first is told
        if flaw.span.start not in told:
            told.add(flaw.span.start)
            found.append(flaw)
    return tuple(sorted(found, key=lambda flaw: flaw.span.start))


def _flaws(document: Document) -> Iterator[Flaw]:
    table = _table()
    titled = document.derive(mentions).titled
    for lower in sorted(document.by_lower.keys() & table.names):
        for place in capitalised(document, lower):
            if document.block_of(place) not in titled:
                yield from _country(document, table, place, lower)
    for lower in sorted(document.by_lower.keys() & table.country_of.keys()):
        for place in capitalised(document, lower):
            yield from _adjective(document, table, place, lower)
    yield from _compass(document)
    yield from _two_words(document)
    for lower in [lower for lower in document.by_lower if "-" in lower]:
        if lower.count("-") == 1:
            first, _, last = lower.partition("-")
            yield from _compound(document, table, lower, first, last)


@lru_cache(maxsize=1)
def _with_compass() -> Mapping[tuple[str, str], str]:
    """The names of countries with a point of the compass in them, by the other form of it: *Northern* Korea."""
    found = {}
    for country in load().countries:
        first, _, rest = country.name.partition(" ")
        # There was a Southern Sudan before there was South Sudan; Southern Africa is a region.
        if country.sovereign and first.lower() in QUARTERS and rest not in ("Sudan", "Africa"):
            for form in (country.name, *country.adjectives):
                found[first.lower() + "ern", form.lower().partition(" ")[2]] = form
    return found


def _compass(document: Document) -> Iterator[Flaw]:
    """Northern Korea: a country's name with a word of it changed."""
    tokens = document.tokens
    titled = document.derive(mentions).titled
    for (wrong, rest), right in _with_compass().items():
        if rest not in document.by_lower or wrong not in document.by_lower:
            continue
        for place in capitalised(document, wrong):
            # A region of Korea can only open a sentence with a capital.
            if place == tokens.sentences[document.sentence_of(place)] or document.block_of(place) in titled:
                continue
            if place + 1 < len(tokens) and tokens.word(place + 1).lower == rest:
                span = tokens.span(place, place + 2)
                yield Flaw("country", span, document.quote(span), right, None, "the name of a country is fixed")


def _two_words(document: Document) -> Iterator[Flaw]:
    """From New Zealander: an adjective of two words, or a person, where the country is owed."""
    for (first, last), name in _OF_TWO_WORDS.items():
        if first not in document.by_lower or last not in document.by_lower:
            continue
        for place in capitalised(document, last):
            if word_at(document, place - 1) == first and _is_place(document, place - 1, place + 1):
                span = document.tokens.span(place - 1, place + 1)
                reason = f"behind '{word_at(document, place - 2)}' the country is owed"
                yield Flaw("adjective", span, document.quote(span), name, None, reason)


def _is_place(document: Document, first: int, last: int) -> bool:
    """Tell whether words stand behind a preposition of place, at the end of a phrase."""
    return word_at(document, first - 1) in PLACING and word_at(document, last) in (",", ".", ";", ":", ")")


def _country(document: Document, table: _Table, place: int, lower: str) -> Iterator[Flaw]:
    tokens = document.tokens
    span = tokens.span(place, place + 1)
    before, after = word_at(document, place - 1), word_at(document, place + 1)
    adjective = table.adjective_of.get(lower, "")
    articled = lower in _WITH_ARTICLE and not _stands_bare(document, lower)
    described = "adjective" in word_classes(before) and word_at(document, place - 2) in ("the", "a", "an")
    if adjective and (before in ("the", "a", "an") or described) and not articled and _is_its_own(document, place + 1):
        yield Flaw("country", span, document.quote(span), adjective, None, f"before '{after}' the adjective is owed")
    elif (
        adjective
        and before in ("a", "an")
        and after == "and"
        and word_at(document, place + 2) in table.country_of
        and tokens.word(place + 2).capital
    ):
        beside = tokens.word(place + 2).form
        yield Flaw("country", span, document.quote(span), adjective, None, f"'{beside}' beside it is an adjective")
    elif adjective and before in ("a", "an") and _paired(document, table, place):
        reason = "a person is meant, as beside it"
        yield Flaw("country", span, document.quote(span), table.person_of.get(lower, adjective), None, reason)
    elif adjective and _numbered(document, place):
        reason = f"behind '{tokens.word(place - 1).form}' persons are meant"
        yield Flaw("country", span, document.quote(span), table.person_of.get(lower, adjective), None, reason)
    elif adjective and before not in PLACING and _before_person(document, place):
        reason = "before a person's name the adjective is owed"
        yield Flaw("country", span, document.quote(span), adjective, None, reason)
    elif adjective and lower not in _SLOGANS and _counted(document, place):
        reason = f"behind '{before}' a person is meant"
        yield Flaw("country", span, document.quote(span), table.person_of.get(lower, adjective), None, reason)
    elif before in ("a", "an") and after in _AFTER_PERSON and lower in table.person_of:
        yield Flaw("country", span, document.quote(span), table.person_of[lower], None, "a person is meant")


def _counted(document: Document, place: int) -> bool:
    """Tell whether a country stands where persons are counted: one Kenyan and one *Angola*, the first *Peru* to win."""
    before, after = word_at(document, place - 1), word_at(document, place + 1)
    if before in _RANKING:
        return after == "to" and word_at(document, place - 2) == "the"
    if before == "both" and after == "," and place + 2 < len(document.tokens):
        return not document.tokens.word(place + 2).capital  # both Ukraine, Moldova and the rest of Europe
    return before in _COUNTING and (
        after in (",", ".", ";", ")") or (before != "one" and after in ("were", "are", "have"))
    )


def _paired(document: Document, table: _Table, place: int) -> bool:
    """Tell whether a person of another country stands beside: an *Egypt* and a Libyan, a Libyan and an *Egypt*."""
    ahead = word_at(document, place + 1) == "and" and word_at(document, place + 2) in ("a", "an")
    behind = word_at(document, place - 2) == "and" and word_at(document, place - 4) in ("a", "an", "one")
    if ahead and word_at(document, place + 3) in table.country_of:
        return "noun" not in word_classes(word_at(document, place + 4)) or not word_at(document, place + 4).isalpha()
    return behind and word_at(document, place - 3) in table.country_of and not word_at(document, place + 1).isalpha()


def _numbered(document: Document, place: int) -> bool:
    """Tell whether persons are counted in figures: 27 *Azerbaijan* crossed the bridge."""
    tokens = document.tokens
    if place < 2 or place + 1 >= len(tokens) or tokens.word(place - 2).capital:
        return False
    figure, after = tokens.word(place - 1).form, tokens.word(place + 1)
    if not figure.isdecimal() or not 1 < int(figure) < 1000 or after.capital:
        return False
    return after.lower in ("were", "are", "have", "had") or (
        after.lower.endswith("ed") and "verb" in (classes := word_classes(after.lower)) and "noun" not in classes
    )


def _before_person(document: Document, place: int) -> bool:
    """Tell whether a person's full name follows, and a mark or a small word that is no preposition goes before."""
    tokens = document.tokens
    if place + 2 >= len(tokens) or (place and tokens.word(place - 1).capital):
        return False
    given, family = tokens.word(place + 1), tokens.word(place + 2)
    return (
        given.capital
        and family.capital
        and not given.upper
        and family.form.isalpha()
        and bool(given_sex(fold(given.form))[0])
        and not is_word(given.lower)
        and not is_word(family.lower)
        and "noun" not in word_classes(word_at(document, place - 1))
        and word_at(document, place - 1) not in _BEFORE_PLACES
    )


def _is_its_own(document: Document, place: int) -> bool:
    """Tell whether a word names what is a country's own; people with a capital are a team (Wales Students)."""
    after = word_at(document, place)
    if word_at(document, place - 1) in _SIDES and after in _PLAYERS:
        return False  # the England man: a player
    if after in _TEAMS and word_at(document, place + 1) in ("'s", "'"):
        return False  # the Qatar women's team, the Kenya People's Party
    if after == "premier" and word_at(document, place + 1) in _GAMES:
        return False  # the Nigeria Premier Football League
    if place == len(document.tags) or document.tags[place] in ("VBZ", "VBP", "VBD"):
        return False  # an offensive Israel says is over
    return after in _BELONGINGS or (after in _PEOPLE and not document.tokens.word(place).capital)


def _stands_bare(document: Document, lower: str) -> bool:
    """Tell whether a document names a country without an article, so that one before it belongs to what follows."""
    return any(
        word_at(document, place - 1) in ("in", "of", "to", "from", "for") for place in capitalised(document, lower)
    )


def _adjective(document: Document, table: _Table, place: int, lower: str) -> Iterator[Flaw]:
    follower = word_at(document, place + 1)
    if (
        follower == "'s"
        and _PEOPLES.fullmatch(lower)
        and word_at(document, place - 1) not in ("the", "a", "an")
        and place + 2 < len(document.tokens)
        and document.tokens.word(place + 2).capital
    ):
        span = document.tokens.span(place, place + 1)
        reason = "an adjective owns nothing"
        yield Flaw("adjective", span, document.quote(span), table.country_of[lower], None, reason)
        return
    if follower == "'s" and _owns_a_state(document, place):
        span = document.tokens.span(place, place + 1)
        yield Flaw("adjective", span, document.quote(span), table.country_of[lower], None, "the country owns it")
        return
    if (
        _is_place(document, place, place + 1)
        and lower not in LANGUAGES
        and not (_PLURAL.fullmatch(lower) and word_at(document, place - 1) != "in")
        and not (follower == "," and word_at(document, place + 2) in table.country_of)
    ):
        span = document.tokens.span(place, place + 1)
        reason = f"behind '{word_at(document, place - 1)}' the country is owed"
        yield Flaw("adjective", span, document.quote(span), table.country_of[lower], None, reason)
        return
    head = word_at(document, place - 2)
    owned = word_at(document, place - 1) == "of" and (
        head in _OF
        or (head not in _LANGUAGE and not _PLURAL.fullmatch(lower) and "noun" in word_classes(head))
        or (document.tokens.word(place - 2).capital and not _PLURAL.fullmatch(lower))
    )
    capital = document.tokens.word(place - 2).capital if owned else False
    if owned and (follower in (",", ".", ";", ":", ")") or (capital and follower in _BEHIND_BODIES)):
        span = document.tokens.span(place, place + 1)
        owner = document.tokens.word(place - 2).lower
        reason = f"behind '{owner} of' the country is owed"
        yield Flaw("adjective", span, document.quote(span), table.country_of[lower], None, reason)


def _owns_a_state(document: Document, place: int) -> bool:
    """Tell whether what only a country has is owned, and no article makes a person of the adjective."""
    before = word_at(document, place - 1)
    owned = place + 2 < len(document.tokens) and not document.tokens.word(place + 2).capital
    if not owned or word_at(document, place + 2) not in _BELONGINGS | _OFFICES or before in ("the", "a", "an", "one"):
        return False
    return not (place and document.tokens.word(place - 1).capital) and "adjective" not in word_classes(before)


def _compound(document: Document, table: _Table, lower: str, first: str, last: str) -> Iterator[Flaw]:
    """Russian-Belarus: an adjective joined to a country."""
    if first in table.country_of and last in table.adjective_of:
        start, wrong, right, beside = len(first) + 1, last, table.adjective_of[last], first
    elif first in table.adjective_of and last in table.country_of:
        start, wrong, right, beside = 0, first, table.adjective_of[first], last
    else:
        return
    for number in document.by_lower[lower]:
        form = document.tokens.types[number].form
        if not form[start].isupper() or table.country_of[beside].lower() == wrong:
            continue
        for place in document.places[number]:
            offset = document.tokens.starts[place] + start
            span = Span(offset, offset + len(wrong))
            reason = f"'{match_case('X', beside)}' beside it is an adjective"
            yield Flaw("country", span, document.quote(span), right, None, reason)
