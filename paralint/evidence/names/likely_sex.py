"""Forms of the other sex in the names and titles of persons, told by the given name alone.

*Hjördís Steinarsson, Sairagul Toktosunov, Earl Ottilie von Rehn, his sister, Mario Conti*: where families write the
woman's form of their name, a woman bears it, and a title has the sex of its bearer. Emigrants bear the man's form, so
the given name must be one that is at home where the forms are two; the rule that asks is heard in damaged texts alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from paralint.data import listed
from paralint.evidence.names.flaws import Flaw
from paralint.evidence.names.genders import NAME_WEIGHT, given_sex
from paralint.evidence.names.introductions import is_person
from paralint.evidence.names.mentions import Mention, Mentions, mentions
from paralint.evidence.names.persons import person_flaws
from paralint.evidence.names.spellings import fold
from paralint.evidence.words.closed import words
from paralint.evidence.words.places import word_at
from paralint.evidence.words.sexes import COUNTERPARTS, COURTESY, EITHER, ORDERS, RANKS, SEXES
from paralint.evidence.words.titles import PARTICLES
from paralint.text.document import Document
from paralint.text.morphology import is_word

# By language: the endings that only a man's family name has, each with the woman's, and those that only a woman's has.
_ENDINGS = {
    language: tuple(tuple((row.partition(":")[0], row.partition(":")[2]) for row in rows.split()) for rows in sexes)
    for language, *sexes in (
        (
            "slavic",
            """ov:ova ev:eva yov:yova ski:ska sky:skaya skyi:ska skiy:skaya cki:cka cky:cká dzki:dzka ský:ská cký:cká
            ný:ná rý:rá lý:lá""",
            "ova:ov eva:ev ová: ska:ski cka:cki dzka:dzki skaya:sky skaia:sky ská:ský cká:cký",
        ),
        (
            "icelandic",
            "sson:sdóttir arson:ardóttir uson:udóttir ason:adóttir son:dóttir",
            "dóttir:son dottir:son",
        ),
        (
            "lithuanian",
            """auskas:auskienė evičius:evičienė avičius:avičienė inis:inienė aitis:aitienė onis:onienė ūnas:ūnienė
            kus:kienė kas:kienė nas:nienė lis:lienė tis:tienė ius:ienė""",
            "ienė:as aitė:as ytė:is utė:us ūtė:us iūtė:ius iene:as aite:as",
        ),
        (
            "latvian",
            """iņš:iņa ņš:ņa ējs:ēja ckis:cka skis:ska ītis:īte rgs:rga nbergs:nberga lds:lde sons:sone ins:ina""",
            "iņa:iņš ska:skis",
        ),
        (
            "greek",
            """opoulos:opoulou opulos:opulou idis:idou iadis:iadou adis:adou ellis:elli atos:atou
            akos:akou""",
            "opoulou:opoulos idou:idis iadou:iadis aki:akis",
        ),
    )
}
_TITLES = {**RANKS, **ORDERS, **COURTESY}
_NOBLE = words("earl count countess duke duchess baron baroness viscount viscountess marquess abbot")
_OTHER_VOWEL = tuple(
    (pair.partition(":")[0], pair.partition(":")[2])
    for pair in words(
        """o:a a:o :a a: e:a a:e us:a io:ia ia:io an:ana ana:an :e e: :ette el:elle elle:el in:ine ine:in"""
    )
)
# Names that both sexes bear, in one country or in two.
_BOTH = words(
    """alex amal andrea andrija angel anne ariel ashley aubrey avery baljit beverley billie blake bo bobbie cameron
    camille carol casey charlie chen chris clare claude courtney cruz dale dana daniele dominique elia emery
    evelyn finley florence frankie freddie frederique gabriele gale georgie guadalupe gurpreet harper
    harpreet hilary iliya iman inge jackie jamie jan jean jo joan jocelyn jordan joyce jun kai kari kay
    kelly kim kiran kolya kostya laurence lee leslie lindsay liv logan luca lynn manjit maria marie marion
    mattia max maxime meredith michele mika ming misha morgan nico nicola nikita nikola noa noel nour parker
    pascale pat petya peyton quinn reese rene riley robin ronnie rosario rowan sage sam sandy sascha sasha
    saša seva shams shirley sidney simone skyler stacy sunny sydney tal taylor terry toby toma toni tove
    tracey tracy trinidad uli valentine valya vanja vanya vivian wen yannick yu yuval zhenya"""
)
_STEM = 3  # letters that two given names of the two sexes share


def likely_sex(document: Document) -> tuple[Flaw, ...]:
    """Return the flaws likely-sex of a document (a layer: see ``Document.derive``)."""
    found = document.derive(mentions)
    told = {flaw.span.start for flaw in document.derive(person_flaws)}
    flaws = {flaw.span.start: flaw for flaw in (*_families(found), *_titles(found), *_given(found))}
    return tuple(flaws[start] for start in sorted(flaws) if start not in told)


@lru_cache(maxsize=1)
def _names() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """The languages and sexes of given names in lower case."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for line in listed("sexed-names"):
        language, _, rest = line.partition(":")
        for sex, names in zip("fm", rest.split(";"), strict=True):
            for name in names.split():
                found[name] = (*found.get(name, ()), (language, sex))
    return found


def _families(found: Mentions) -> Iterator[Flaw]:
    """Hjördís Steinarsson, Oleg Smirnova: the form of a family name that the other sex bears."""
    for mention in found.full:
        given, family = mention.parts[0].lower(), mention.parts[-1].lower()
        languages = _names().get(given, ())
        if not languages or len({sex for _, sex in languages}) > 1 or "-" in family or len(mention.parts) > 3:
            continue
        if len(mention.parts) == 3 and mention.parts[1].lower() in PARTICLES:
            continue
        owed = _owed(family, languages)
        if owed and len(family) - len(owed[0]) >= _STEM - 1 and not is_word(family):
            place = mention.last - 1
            span = found.document.tokens.span(place, place + 1)
            form = found.document.quote(span)
            major = form[: len(form) - len(owed[0])] + owed[1]
            sex = "woman" if languages[0][1] == "f" else "man"
            yield Flaw("likely-sex", span, form, major, None, f"'{mention.parts[0]}' is a {sex}'s name")


def _owed(family: str, languages: tuple[tuple[str, str], ...]) -> tuple[str, str] | None:
    """Return the ending that a family name has, and the one that it should have; None if it is right."""
    for language, sex in languages:
        wrong = _ENDINGS[language][sex == "m"]
        # The longest ending says what the shorter ones do not: Steinarsson ends in son, too.
        ending = max((pair for pair in wrong if family.endswith(pair[0])), key=lambda pair: len(pair[0]), default=None)
        if ending is not None:
            return ending
    return None


def _titles(found: Mentions) -> Iterator[Flaw]:
    """Earl Ottilie von Rehn: a title of the other sex before a given name."""
    word = found.document.tokens.word
    for mention in found.full:
        place = mention.first - 1
        title = word(place).lower.rstrip(".") if place >= 0 else ""
        if mention.title == mention.first or title not in _TITLES or not word(place).capital:
            continue
        sex, weight = given_sex(fold(mention.parts[0]))
        sure = weight == NAME_WEIGHT or title in _NOBLE
        if (
            not sex
            or not sure
            or fold(mention.parts[0]) in _BOTH
            or _TITLES[title] == sex
            or is_word(mention.parts[0].lower())
        ):
            continue
        span = found.document.tokens.span(place, place + 1)
        owed = COUNTERPARTS[title].title()
        yield Flaw(
            "likely-sex", span, found.document.quote(span), owed, None, f"'{mention.parts[0]}' is of the other sex"
        )


def _given(found: Mentions) -> Iterator[Flaw]:
    """His sister, Mario Conti: a given name that the other sex has in another form."""
    document = found.document
    themselves = _tell_themselves(found)
    for mention in found.full:
        noun = word_at(document, mention.first - 1)
        if noun == ",":
            noun = word_at(document, mention.first - 2)
        self_told = themselves.get(mention.parts, "")
        if self_told:
            noun = self_told
        if noun not in SEXES.keys() - EITHER or mention.title < mention.first or not is_person(mention):
            continue
        owed = SEXES[noun]
        plain = fold(mention.parts[0])
        sex, weight = given_sex(plain)
        if not sex or sex == owed or weight != NAME_WEIGHT or plain in _BOTH:
            continue
        other = _of_other_sex(plain, owed)
        if other and not _is_owner(document, mention):
            span = document.tokens.span(mention.first, mention.first + 1)
            yield Flaw("likely-sex", span, mention.parts[0], other.capitalize(), None, f"it is said of a {noun}")


def _tell_themselves(found: Mentions) -> Mapping[tuple[str, ...], str]:
    """Return the nouns that *herself* or *himself* behind family names stands for, by the names of their bearers."""
    if found.document.by_lower.keys().isdisjoint(("herself", "himself")):
        return {}
    told: dict[tuple[str, ...], str] = {}
    for family, each in found.by_part.items():
        bearers = {mention.parts for mention in each if mention.full}
        if len(bearers) != 1 or family != (parts := next(iter(bearers)))[-1]:
            continue
        behind = (word_at(found.document, mention.last) for mention in each if not mention.full)
        reflexive = next((word for word in behind if word in ("herself", "himself")), "")
        if reflexive:
            told[parts] = "sister" if reflexive == "herself" else "brother"
    return told


def _of_other_sex(plain: str, owed: str) -> str:
    """Return the form of a folded given name that the other sex has; empty if there is none."""
    for ending, other in _OTHER_VOWEL:
        stem = plain.removesuffix(ending) if ending else plain
        if len(stem) >= _STEM and (stem != plain or not ending) and given_sex(stem + other) == (owed, NAME_WEIGHT):
            return stem + other
    return ""


def _is_owner(document: Document, mention: Mention) -> bool:
    """Tell whether a name is not that of the person before it: the wife of, a daughter and, whose mother left Mario."""
    return word_at(document, mention.last) in ("'s", "’s")
