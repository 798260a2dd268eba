"""Peoples: a word for a person where an adjective or a country is owed, and adjectives that no country has.

*A Dane-born weaver, at Spaniard's state forecaster, in southern Swedish, a visit to Finnish, Swahilian*: whoever takes
the country, its adjective and its people for one word puts any of them where another is owed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from paralint.evidence.names.flaws import Flaw
from paralint.evidence.names.gazetteer import load
from paralint.evidence.names.mentions import mentions
from paralint.evidence.words.closed import BE, OF_QUARTERS, words
from paralint.evidence.words.places import capitalised, word_at
from paralint.findings import Span
from paralint.text import lazy
from paralint.text.document import Document
from paralint.text.morphology import is_word, word_classes
from paralint.text.words import TokenKind

# Words for one person of a country that are no adjectives, with the adjective and the country.
_PERSONS = {
    person: (adjective, country)
    for person, adjective, country in (
        row.split(":")
        for row in sorted(
            words(
                """dane:Danish:Denmark swede:Swedish:Sweden finn:Finnish:Finland pole:Polish:Poland turk:Turkish:Turkey
                spaniard:Spanish:Spain scot:Scottish:Scotland scotsman:Scottish:Scotland briton:British:Britain
                englishman:English:England englishwoman:English:England frenchman:French:France
                frenchwoman:French:France dutchman:Dutch:Netherlands dutchwoman:Dutch:Netherlands
                irishman:Irish:Ireland irishwoman:Irish:Ireland welshman:Welsh:Wales welshwoman:Welsh:Wales
                icelander:Icelandic:Iceland greenlander:Greenlandic:Greenland luxembourger:Luxembourg:Luxembourg
                liechtensteiner:Liechtenstein:Liechtenstein netherlander:Dutch:Netherlands
                hollander:Dutch:Netherlands finlander:Finnish:Finland kurd:Kurdish:Kurdistan londoner:London:London
                berliner:Berlin:Berlin muscovite:Moscow:Moscow sicilian:Sicilian:Sicily tibetan:Tibetan:Tibet"""
            )
        )
    )
    if adjective.lower() != person
}
# Of these, those that nobody bears as a name.
_NAMELESS = _PERSONS.keys() - words("dane finn pole turk scot kurd hollander berliner finlander")
_MADE_OF = words(
    """born based owned led backed run made built registered flagged speaking controlled occupied funded trained
    educated administered designed operated language ruled style origin brokered sponsored bred raised crewed"""
)
# What a country has, and nobody else has by a word for one of its people.
_OWN = words(
    """government parliament president premier chancellor king queen monarchy state army navy embassy ambassador
    ministry minister court courts police authorities economy border coast capital flag constitution language currency
    foreign prime defence defense finance interior health labour justice national central team side champion
    newspaper newspapers broadcaster company companies firm firms bank airline officials official"""
)
_REGIONS = OF_QUARTERS | words("central rural coastal")
PLACING = words("in from to near across through throughout into around outside via")
# Behind these a place is owed, whatever the language is called.
_TRAVELLING = words(
    """visit visits visited trip trips tour tours journey journeys flight flights voyage voyages exports export exported
    travel travels travelled traveled flew fly flown return returned returns fled flee emigrated emigrate migrated moved
    sailed drove deported extradited expelled ambassador envoy border arrive arrived came comes came imports imported
    import hails hailed back ferry ferries pipeline railway road route refugees migrants immigrants tourists soldiers
    moving travelling traveling returning flying fleeing emigrating migrating sailing arriving heading deporting
    workers exiled relocated retreated transferred sold sent shipped shipment shipments evacuated"""
)
_LANGUAGE_HEADS = words("came comes back moved sent travels route sold transferred moving")
_DETERMINERS = words("the a an this that one another every each no any his her its their our my your whose some")
_AUXILIARIES = words("have has had is are was were will would can could may might must should do does did")
_MORE_LANGUAGES = sorted(
    words(
        """swahili hindi urdu bengali punjabi gujarati tamil telugu kannada malayalam pashto dari farsi hausa
        yoruba igbo zulu xhosa somali amharic tigrinya afrikaans esperanto latin hebrew arabic yiddish mandarin
        cantonese tagalog quechua guarani catalan basque breton gaelic welsh flemish romani inuit sami"""
    )
)
# What bears the name of a country without being its own, and whoever plays for it.
EVENTS = words(
    """war wars deal deals crisis conflict policy policies inquiry probe investigation talks sanctions summit trip trips
    tour visit visits veteran veterans expert experts hand hands hawk hawks lover lovers director directors sceptic desk
    office bureau correspondent
    adviser advisor advisers envoy specialist specialists watcher watchers analyst analysts team teams squad squads
    captain captains coach coaches side sides game games match matches fan fans jersey jerseys international
    internationals player players midfielder midfield striker strikers defender defenders goalkeeper keeper forward
    forwards winger wingers manager management job call-up cap caps shirt shirts kit replica career debut record
    teammate teammates camp set-up setup selector selectors selection supporter supporters batsman bowler opener
    fly-half scrum-half hooker prop lock flanker flyhalf centre wing back cricket rugby football hockey tie test
    tests series qualifier qualifiers friendly win defeat loss goal goals nut nuts issue question problem file files
    strategy relations vote border debacle disaster earthquake flood floods quake tsunami attack attacks bombing
    plan plans pact treaty accord agreement market markets trade business operation operations unit arm subsidiary
    branch head chief boss project mission station conference meeting protests protest election elections campaign
    exercise exercises drill drills manoeuvres maneuvers front theatre bridge virus
    outbreak epidemic route routes leg stop stage race open masters grand gang rules syndrome town model"""
)
# A Myanmar official, the Singapore Government: their adjectives are long, rare or none.
ATTRIBUTIVE = words(
    """
    myanmar lesotho eswatini botswana kiribati nauru vanuatu tuvalu singapore luxembourg liechtenstein brunei burundi
    djibouti
    """
)
_NEVER_DESCRIBING = ATTRIBUTIVE | words(
    "georgia jordan chad guinea turkey china congo jersey wales england ireland scotland dominica"
)
ARTICLED = words("netherlands philippines bahamas maldives gambia congo sudan lebanon yemen ukraine seychelles comoros")
_FIRMS = words("norwegian english french spanish german latin polish welsh irish dutch")
_BEFORE_OWNERS = words(
    "of in on at by for from with to into over under after before against about and but as that when"
)
_SPEAKING = words("speak speaks spoke spoken speaking fluent")
_ENDINGS = ("ish", "ian", "an", "ean", "ese", "nian", "i", "ic", "ean", "landish", "landian")
_MEN = lazy.pattern(r"(?P<adjective>[a-z]+)(?:wo)?m[ae]n")
_REAL_MEN = words("english french irish welsh dutch scots cornish manx scotch norse")
_UNCOUNTED = lazy.pattern(r"(?!czech).*(?:ese|ss|sh|ch)")


def people_flaws(document: Document) -> tuple[Flaw, ...]:
    """Return the flaws country, adjective and made-up of a document that come of words for peoples (a layer)."""
    found = [
        *_compounds(document),
        *_persons(document),
        *_behind_compass(document),
        *_travelled(document),
        *_spoken(document),
        *_described(document),
        *_paired(document),
        *_owned(document),
        *_dateline(document),
        *_made_up(document),
    ]
    return tuple(sorted(found, key=lambda flaw: flaw.span.start))


def _flaw(document: Document, kind: str, place: int, major: str, reason: str) -> Flaw:
    span = document.tokens.span(place, place + 1)
    return Flaw(kind, span, document.quote(span), major, None, reason)


def _compounds(document: Document) -> Iterator[Flaw]:
    """A Dane-born weaver: a word for a person joined to a participle."""
    for lower in [lower for lower in document.by_lower if "-" in lower]:
        first, _, last = lower.partition("-")
        if first not in _PERSONS or last not in _MADE_OF:
            continue
        for place in capitalised(document, lower):
            start = document.tokens.starts[place]
            span = Span(start, start + len(first))
            yield Flaw("country", span, document.quote(span), _PERSONS[first][0], None, f"before '-{last}' stands")


def _persons(document: Document) -> Iterator[Flaw]:
    """The Dane government, at Spaniard's state forecaster: a word for a person where a country is meant."""
    tokens = document.tokens
    for lower in sorted(document.by_lower.keys() & _PERSONS.keys()):
        adjective, country = _PERSONS[lower]
        for place in capitalised(document, lower):
            before, after = word_at(document, place - 1), word_at(document, place + 1)
            if place and tokens.word(place - 1).capital and before not in _DETERMINERS:
                continue  # a name: Great Dane
            article = before in ("the", "a", "an")
            if article and after in _OWN and not tokens.word(place + 1).capital:
                yield _flaw(document, "country", place, adjective, f"before '{after}' the adjective is owed")
            elif lower in _NAMELESS and after in ("'s", "’s") and before not in _DETERMINERS:
                if "adjective" not in word_classes(before) and not _ended(document, place):
                    yield _flaw(document, "adjective", place, country, "no article goes before it")
            elif lower in _NAMELESS and before in PLACING and "noun" not in word_classes(after):
                yield _flaw(document, "adjective", place, country, f"behind '{before}' the country is owed")


def _ended(document: Document, place: int) -> bool:
    """Tell whether nothing that may be owned stands behind a possessive."""
    return "noun" not in word_classes(word_at(document, place + 2)) and "adjective" not in word_classes(
        word_at(document, place + 2)
    )


@lru_cache(maxsize=1)
def country_of() -> Mapping[str, str]:
    """The countries by their lower-case adjectives, those apart that are names of countries, too."""
    names = {country.name.lower() for country in load().countries}
    return {
        form.lower(): country.name
        for country in load().countries
        if country.sovereign
        for form in country.adjectives
        if form.lower() not in names and " " not in form
    }


def _closes(document: Document, place: int) -> bool:
    """Tell whether a phrase ends before a token: a mark, a small word or a verb stands there."""
    if place >= len(document.tokens):
        return True
    word = document.tokens.word(place)
    if word.kind is not TokenKind.WORD:
        return word.form in (",", ".", ";", ":", ")", "?", "!", "—", "–", "”", '"')
    if word.capital:
        return False
    classes = word_classes(word.lower)
    if word.lower in ("and", "or", "but", "'s", "’s", "-"):
        return False
    return "function" in classes or classes == {"verb"} or word.lower in _AUXILIARIES


def _behind_compass(document: Document) -> Iterator[Flaw]:
    """In southern Swedish has the price doubled: an adjective behind a point of the compass, and nothing behind it."""
    titled = document.derive(mentions).titled
    for compass in sorted(document.by_lower.keys() & _REGIONS):
        for number in document.by_lower[compass]:
            for place in document.places[number]:
                country = country_of().get(word_at(document, place + 1))
                if country is None or not document.tokens.word(place + 1).capital:
                    continue
                placed = word_at(document, place - 1) in PLACING or word_at(document, place - 1) == "of"
                if placed and _closes(document, place + 2) and document.block_of(place) not in titled:
                    yield _flaw(document, "adjective", place + 1, country, f"behind '{compass}' the country is owed")


def _travelled(document: Document) -> Iterator[Flaw]:
    """A visit to Finnish in May: an adjective where somebody travels, or something is brought."""
    titled = document.derive(mentions).titled
    for lower in sorted(document.by_lower.keys() & country_of().keys()):
        for place in capitalised(document, lower):
            before, head = word_at(document, place - 1), word_at(document, place - 2)
            if before not in ("to", "from", "into") or not _closes(document, place + 1):
                continue
            if head not in _TRAVELLING or (head in _LANGUAGE_HEADS and before != "into"):
                continue
            if document.tokens.word(place - 2).kind is TokenKind.WORD and document.block_of(place) not in titled:
                reason = f"behind '{head} {before}' the country is owed"
                yield _flaw(document, "adjective", place, country_of()[lower], reason)


def _described(document: Document) -> Iterator[Flaw]:
    """A Uruguay winger, his Honduras counterpart, the Denmark report: a country before what it describes."""
    tokens = document.tokens
    titled = document.derive(mentions).titled
    for country in load().countries:
        lower = country.name.lower()
        if not country.sovereign or lower not in document.by_lower or lower in _NEVER_DESCRIBING:
            continue
        adjective = country.adjective
        for place in capitalised(document, lower):
            before, after = word_at(document, place - 1), word_at(document, place + 1)
            if document.block_of(place) in titled or place + 1 >= len(tokens) or tokens.word(place + 1).capital:
                continue
            classes = word_classes(after)
            if (
                after in BE
                or "noun" not in classes
                or "function" in classes
                or after in EVENTS
                or _after_noun(document, place + 2)
            ):
                continue
            article = before in ("a", "an") or (
                "adjective" in word_classes(before) and word_at(document, place - 2) in ("a", "an")
            )
            if article and not (place > 1 and tokens.word(place - 1).capital):
                yield _flaw(document, "country", place, adjective, f"before '{after}' the adjective is owed")


def _after_noun(document: Document, place: int) -> bool:
    """Tell whether what stands behind the described noun makes an event of it: a *Wales rugby* shirt."""
    return word_at(document, place) in EVENTS


def _paired(document: Document) -> Iterator[Flaw]:
    """German and France rivals, Armenian and Azerbaijan were: a country and an adjective joined."""
    names = {country.name.lower(): country for country in load().countries if country.sovereign}
    for number in document.by_lower.get("and", ()):
        for place in document.places[number]:
            left, right = word_at(document, place - 1), word_at(document, place + 1)
            if not place or place + 2 >= len(document.tokens) or not document.tokens.word(place - 1).capital:
                continue
            if not document.tokens.word(place + 1).capital or document.tokens.word(place + 2).capital:
                continue
            described = "noun" in (classes := word_classes(word_at(document, place + 2))) and "function" not in classes
            if left in country_of() and right in names and left not in names and right not in country_of():
                country = names[right]
                if (
                    described
                    and word_at(document, place + 2) not in EVENTS
                    and word_at(document, place + 2).endswith("s")
                ):
                    adjective = country.adjective
                    yield _flaw(
                        document, "country", place + 1, adjective, f"'{left.title()}' beside it is an adjective"
                    )
                elif _closes(document, place + 2) and left not in _MORE_LANGUAGES and not _UNCOUNTED.fullmatch(left):
                    yield _flaw(document, "adjective", place - 1, country_of()[left], "a country stands beside it")
            elif (
                left in names
                and right in country_of()
                and right not in names
                and not _UNCOUNTED.fullmatch(right)
                and _closes(document, place + 2)
            ):
                yield _flaw(document, "adjective", place + 1, country_of()[right], "a country stands beside it")


def _owned(document: Document) -> Iterator[Flaw]:
    """Kenyan's first satellite, on Scottish's railways: an adjective that owns, without an article."""
    for lower in sorted(document.by_lower.keys() & country_of().keys()):
        for place in capitalised(document, lower):
            before, after = word_at(document, place - 1), word_at(document, place + 1)
            if after not in ("'s", "’s") or place + 2 >= len(document.tokens) or lower in _FIRMS:
                continue
            opens = place in document.tokens.sentences
            if (opens or before in _BEFORE_OWNERS) and "noun" in word_classes(word_at(document, place + 2)) | (
                word_classes(word_at(document, place + 3))
            ):
                yield _flaw(document, "adjective", place, country_of()[lower], "the country owns it")


def _dateline(document: Document) -> Iterator[Flaw]:
    """ACCRA, Ghanaian — an adjective in the line that says where a report was written."""
    tokens = document.tokens
    for first in tokens.blocks[:-1]:
        for place in range(first, min(first + 5, len(tokens) - 2)):
            if tokens.word(place).form == "," and place > first and tokens.word(place - 1).upper:
                country = country_of().get(word_at(document, place + 1))
                if country and tokens.word(place + 1).capital and tokens.word(place + 2).form in ("—", "–", "--", "-"):
                    yield _flaw(document, "adjective", place + 1, country, "a dateline has the country")
                break


def _spoken(document: Document) -> Iterator[Flaw]:
    """She speaks Finland: a country where its language is meant."""
    for country in load().countries:
        lower = country.name.lower()
        if not country.sovereign or " " in lower or lower not in document.by_lower:
            continue
        for place in capitalised(document, lower):
            before = word_at(document, place - 1)
            fluent = before == "in" and word_at(document, place - 2) == "fluent"
            if (fluent or before in _SPEAKING - {"fluent"}) and _closes(document, place + 1):
                language = country.adjective
                yield _flaw(document, "country", place, language, "its language is meant")


@lru_cache(maxsize=1)
def _bases() -> Mapping[str, str]:
    """What an adjective can be made of, in lower case, with the adjective that there is."""
    found: dict[str, str] = {}
    for country in load().countries:
        if " " in country.name:
            continue
        right = country.adjective
        for form in (country.name, *country.adjectives, *country.people):
            if " " not in form:
                found.setdefault(form.lower(), right)
    for language in _MORE_LANGUAGES:
        found.setdefault(language, language.capitalize())
    return found


@lru_cache(maxsize=1 << 13)
def _unmade(form: str) -> str:
    """Return the adjective that is owed for a made-up one; empty if a form is none."""
    lower = form.lower()
    bases = _bases()
    men = _MEN.fullmatch(lower)
    if men is not None:
        stem = men["adjective"]
        made = stem in bases and bases[stem].lower() == stem and stem not in _REAL_MEN and stem.endswith(("ish", "ian"))
        return bases[stem] if made and not _known(form) else ""
    for ending in ("es", "s"):
        stem = lower.removesuffix(ending)
        if stem != lower and stem in bases and bases[stem].lower() == stem and _UNCOUNTED.fullmatch(stem):
            return "" if _known(form) else bases[stem]
    for ending in _ENDINGS:
        if not lower.endswith(ending):
            continue
        stem = lower[: -len(ending)]
        for base in (stem, *(stem + vowel for vowel in "aeiouy")):
            if len(base) > 4 and base in bases and lower != base:
                return "" if _known(form) else bases[base]
    return ""


def _known(form: str) -> bool:
    return is_word(form) or is_word(form.lower()) or load().knows(form) or form.lower() in _bases()


def _made_up(document: Document) -> Iterator[Flaw]:
    """Swahilian, Polandish, Chineses: an adjective or a plural that there is none of."""
    titled = document.derive(mentions).titled
    for form in sorted(document.derive(mentions).counts):
        major = _unmade(form) if form.istitle() and form.isalpha() and len(form) > 5 else ""
        if not major:
            continue
        numbers = (number for number in document.by_lower[form.lower()] if document.tokens.types[number].form == form)
        for place in (place for number in numbers for place in document.places[number]):
            if document.block_of(place) not in titled:
                yield _flaw(document, "made-up", place, major, "there is no such word")
