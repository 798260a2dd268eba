"""Forms of address: which title stands before which part of a name.

A courtesy title goes with the family name (*Ms Adeyemi*), a knight's with the first name (*Sir Idris*). Who shortens
names without knowing which part is which makes *Ms Folake* and *Dame Adeyemi* of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from paralint.evidence.names.flaws import Flaw
from paralint.evidence.names.gazetteer import load
from paralint.evidence.names.genders import given_sex
from paralint.evidence.names.introductions import is_person
from paralint.evidence.names.mentions import Mention, mentions
from paralint.evidence.names.persons import Persons, named_persons
from paralint.evidence.names.spellings import fold
from paralint.evidence.quotations.quotations import quotations
from paralint.evidence.words.closed import GENITIVES, words
from paralint.evidence.words.titles import FIRST_NAME_TITLES, ROLES, TITLES
from paralint.text import lazy
from paralint.text.document import Document
from paralint.text.morphology import is_word, word_classes

_STEM = 6  # letters that a title shares with the words made from it
_LEAST = 3  # letters of a first name that is told from a family name
_EASTERN = 2  # parts of a given name behind its family name: Lee *Hsien Loong*
_APPOSED = 5  # tokens behind a name in which its bearer's title may stand
_PATRONYMIC = lazy.pattern(r".*(?:son|sson|dóttir|dottir|ovich|evich|ovna|evna|oğlu|oglu|zadeh)$")
# Titles that go with a family name, with the sex of their bearer; and the long forms of abbreviated ones.
_COURTESY = {"mr": "m", "mrs": "f", "ms": "f", "dr": "", "prof": ""}
_ABBREVIATED = {
    "doctor": "dr", "professor": "prof", "gen": "general", "col": "colonel", "lt": "lieutenant", "capt": "captain",
    "maj": "major", "sgt": "sergeant", "sen": "senator", "rep": "representative", "gov": "governor", "adm": "admiral",
    "insp": "inspector", "det": "detective", "cllr": "councillor",
}  # fmt: skip
# What a thesaurus or a dictionary has for a title, and nobody puts before a name.
_OTHER_WORDS = {
    other: title
    for title, others in (
        ("pastor", "shepherd herdsman"), ("king", "ruler monarch sovereign"), ("bishop", "overseer"),
        ("captain", "chieftain"), ("chief", "boss main"), ("general", "common universal overall"),
        ("major", "significant"), ("private", "personal"), ("judge", "adjudicator umpire arbiter"),
        ("justice", "fairness equity righteousness"), ("secretary", "typist clerk"), ("speaker", "loudspeaker talker"),
        ("minister", "clergyman cleric"), ("senator", "legislator"), ("father", "dad daddy parent"),
        ("mother", "mom mum parent"), ("brother", "sibling"), ("sister", "sibling"), ("lord", "overlord"),
        ("lady", "gentlewoman"), ("count", "tally"), ("baron", "magnate tycoon"), ("coach", "bus carriage"),
        ("marshal", "organise organize"), ("doctor", "physician medic"), ("professor", "educator"),
        ("governor", "regulator"), ("dean", "doyen"), ("colonel", "kernel"),
    )
    for other in others.split()
}  # fmt: skip
_KNIGHTS = frozenset(("sir", "dame"))
# Family names of China and Korea, which stand first: Moon Jae-in is Mr Moon, Lee Hsien Loong Mr Lee.
_FIRST_FAMILIES = words(
    """
    an ahn bae baek bang byun cha chang cho choi chu chun chung eom gang gong goh gu ha hahm han heo hong huh hwang im
    jang jeon jeong ji jin jo joo ju jung kang kil kim ko koo kwak kwon lee lim ma maeng min moh moon na nam noh oh ok
    pae park pyo ra ri ro roh ryoo ryu seo shim shin sim sin so sohn son song suh sung tae tak uhm um won woo yang yi
    yim yoo yoon you yu yun yum
    ai bai bao bi bian bo cai cao cen chan chao che chen cheng cheong cheung chew chia chin chiu chong chow chua cui dai
    deng ding dong du duan eng fan fang fei feng foo fu fung gan gao ge geng gu guan guo hai hao he heng ho hou hsieh
    hsu hu hua huang hui huo jia jiang jiao jie kan ke khaw khoo koh kong kuo kwan kwok lai lam lan lang lau law lei
    leng leong leung li lian liang liao lin ling liu loh loke long loong low lu luo lv ma mai mao mei meng miao mo mok
    mu neo
    ng ni ning niu ong ooi ou ouyang pan pang peh pei peng phua ping poh pu qi qian qiao qin qiu qu quan quek ren ruan
    seah seow seto shao shen sheng shi shih shu sim siow situ soh song soon su sun szeto tan tang tao tay tean teng teo
    teoh tham tian tiong toh tong tsai tsang tse tseng tung wan wang wee wei wen weng wong wu xi xia xiang xiao xie xin
    xing xiong xu xuan xue yan yao yap ye yeo yeoh yeung yin ying yip yong yuan yue zeng zhai zhan zhang zhao zhen zheng
    zhong zhou zhu zhuang zou zuo
    """
)
# Where a courtesy title goes with the given name, or the name has no family in it: Mr Joko Widodo is Mr Joko.
_GIVEN_NAMED = words(
    """
    indonesia indonesian malaysia malaysian myanmar burmese thailand thai laos laotian cambodia cambodian vietnam
    vietnamese ethiopia ethiopian eritrea eritrean somalia somali mongolia mongolian bhutan bhutanese
    afghanistan afghan tamil
    """
)


def address_flaws(document: Document) -> tuple[Flaw, ...]:
    """Return the flaws first-name, family-name and no-title of a document."""
    if not document.derive(mentions).all:
        return ()
    persons = document.derive(named_persons)
    flaws = [*_no_title(document, persons), *_spelt_out(document, persons), *_alone(persons)]
    return tuple(sorted(flaws, key=lambda flaw: flaw.span.start))


def _title(mention: Mention) -> str:
    """Return the title right before a name, in the form in which titles are compared."""
    title = mention.role.rpartition(" ")[2].rstrip(".")
    return _ABBREVIATED.get(title, title)


def _no_title(document: Document, persons: Persons) -> Iterator[Flaw]:
    """Governess Ida Roe: a word of the family of a title where the title stands."""
    tokens = document.tokens
    given_names = load().given_names
    for mention in persons.mentions.full:
        word = mention.parts[0]
        if mention.first and tokens.word(mention.first - 1).form in GENITIVES:
            continue  # the head of the President's Office Andrii Yaremenko
        title = _title_like(word.lower()) if len(mention.parts) > 2 else ""
        given = fold(mention.parts[1])
        known = given in given_names or bool(given_sex(given)[0])
        if title and known and given != "beth" and not is_word(mention.parts[-1].lower()):  # Congregation Beth Israel
            span = tokens.span(mention.first, mention.first + 1)
            reason = f"before a name stands '{title.capitalize()}'"
            yield Flaw("no-title", span, document.quote(span), title.capitalize(), None, reason)


@lru_cache(maxsize=1 << 12)
def _title_like(word: str) -> str:
    """Return the title that a word is derived from, or shares its stem with; empty if the word can be a title."""
    if word in _OTHER_WORDS:
        return _OTHER_WORDS[word]
    if word in TITLES or word.removesuffix("s") in TITLES or word.endswith("men") or not is_word(word):
        return ""
    stems = (role for role in sorted(ROLES) if len(role) > 6 and word[:_STEM] == role[:_STEM])
    return next(stems, "") if "noun" in word_classes(word) else ""


def _spelt_out(document: Document, persons: Persons) -> Iterator[Flaw]:
    """Mister Idris Obi: a synonym of the title, before a full name in the narrator's words."""
    if "mister" not in document.by_lower:
        return
    inside = document.derive(quotations).inside
    for mention in persons.mentions.full:
        if mention.parts[0] != "Mister" or len(mention.parts) < 3 or inside[mention.first]:
            continue
        knight = next((each for each in persons.mentions.all if _knighted(each, mention)), None)
        if knight is None and (not given_sex(fold(mention.parts[1]))[0] or is_word(mention.parts[-1].lower())):
            continue
        span = document.tokens.span(mention.first, mention.first + 1)
        if knight is not None:
            other = document.tokens.span(knight.title, knight.last)
            owed = document.tokens.word(knight.title).form
            yield Flaw("no-title", span, "Mister", owed, other, f"it is '{owed} {mention.parts[1]}' elsewhere")
        else:
            yield Flaw("no-title", span, "Mister", "Mr", None, "before a name it is abbreviated")


def _knighted(mention: Mention, bearer: Mention) -> bool:
    return mention.role in _KNIGHTS and mention.parts[0] == bearer.parts[1]


def _alone(persons: Persons) -> Iterator[Flaw]:
    """Judge the titles before one part of a name."""
    for mention in persons.mentions.all:
        if mention.full or mention.title == mention.first:
            continue
        form, title = mention.parts[0], _title(mention)
        if title in _KNIGHTS:
            yield from _family_name(persons, mention, form, title)
        elif (
            title in TITLES and title not in FIRST_NAME_TITLES and len(form) >= _LEAST and form not in persons.by_family
        ):
            yield from _first_name(persons, mention, form, title)


def _family_name(persons: Persons, mention: Mention, form: str, title: str) -> Iterator[Flaw]:
    """Dame Adeyemi, where Folake Adeyemi is introduced."""
    if mention.role != title:
        return
    named = [each for each in persons.mentions.by_part[form] if each.full]
    bearer = named[0] if named and is_person(named[0]) else None
    if bearer is None or any(each.parts != bearer.parts for each in named) or bearer.parts[-1] != form:
        return
    span, other = persons.mentions.span(mention), persons.mentions.span(bearer)
    reason = f"'{form}' is the family name of {persons.quote(bearer)}"
    yield Flaw("family-name", span, form, bearer.parts[0], other, reason)


def _apposed(persons: Persons, bearer: Mention, title: str) -> bool:
    """Tell whether a title stands beside a name, with a comma: the health *minister*, Ida Moss; Ida Moss, a *judge*."""
    document = persons.mentions.document
    word, size = document.tokens.word, len(document.tokens)
    if bearer.first > 1 and word(bearer.first - 1).form == "," and word(bearer.first - 2).lower == title:
        return True
    if bearer.last >= size or word(bearer.last).form != ",":
        return False
    return any(word(place).lower == title for place in range(bearer.last + 1, min(size, bearer.last + 1 + _APPOSED)))


def _first_name(persons: Persons, mention: Mention, form: str, title: str) -> Iterator[Flaw]:
    """Captain Agnieszka, where Agnieszka Wróbel is introduced with that title."""
    fitting = [each for each in persons.by_given.get(form, ()) if _fits(each, form, title)]
    if not fitting:
        named = (each for each in persons.mentions.by_part[form] if each.full and each.parts[0] == form)
        fitting = [each for each in named if is_person(each) and _goes_by_family(persons, each, title)]
    bearer = next(iter(fitting), None)
    if bearer is None or _PATRONYMIC.fullmatch(bearer.parts[-1].lower()) or turned(bearer) or _family_leads(bearer):
        return
    if _shares_a_family(persons, mention) or _given_goes_with(persons, bearer, title):
        return
    called = {each.parts for each in persons.mentions.all if _title(each) == title and not each.full}
    again = sum(1 for each in persons.mentions.by_part[form] if each.parts == (form,) and _title(each) == title)
    alone = sum(1 for each in persons.mentions.by_part[form] if not each.full)
    if again > 2 and title in _COURTESY and not any(parts == (bearer.parts[-1],) for parts in called):
        return  # where Mr Farid is called so again and again, titles go with the first name
    if (again > 1 or (title in _COURTESY and alone > 1)) and (bearer.parts[-1],) in called:
        return  # Mr Flight and, again and again, Mr Howard: two people
    span, other = persons.mentions.span(mention), persons.mentions.span(bearer)
    reason = f"'{form}' is the first name of {persons.quote(bearer)}"
    yield Flaw("first-name", span, form, bearer.parts[-1], other, reason)


def turned(bearer: Mention) -> bool:
    """Tell whether a name has its parts in another order: Nakashima Harold."""
    first, last = fold(bearer.parts[0]), fold(bearer.parts[-1])
    return not given_sex(first)[0] and bool(given_sex(last)[0]) and last in load().formal


def _family_leads(bearer: Mention) -> bool:
    """Tell whether the family name stands first, as in China and Korea: *Moon* Jae-in, *Lee* Hsien Loong.

    A name that is borne first in the West as well (Kim, Lee) needs two more that are not, or one with a hyphen.
    """
    family, given = fold(bearer.parts[0]), bearer.parts[1:]
    last = given[-1]
    if family not in _FIRST_FAMILIES:
        return False
    if "-" in last:
        return last.rpartition("-")[2].islower() or not given_sex(family)[0]
    western = [given_sex(fold(part))[1] > 1 and fold(part) in load().formal for part in given]
    if len(given) == _EASTERN:
        return not western[0]
    return not any(western) and not given_sex(family)[0]


def _shares_a_family(persons: Persons, mention: Mention) -> bool:
    """Tell whether a couple is named by one family name: *Mr Mark* and Mrs Patricia McAllister."""
    tokens = persons.mentions.document.tokens
    if mention.last + 1 >= len(tokens) or tokens.word(mention.last).lower not in ("and", "&"):
        return False
    return tokens.word(mention.last + 1).lower.rstrip(".") in _COURTESY


def _given_goes_with(persons: Persons, bearer: Mention, title: str) -> bool:
    """Tell whether a text puts titles before given names, or is about a country that does, and has no such family."""
    if title in _COURTESY:
        alone = {each.parts[0] for each in persons.mentions.all if not each.full and _title(each) in _COURTESY}
        if len(alone & persons.by_given.keys()) > 1 and alone.isdisjoint(persons.by_family):
            return True  # a text that calls everybody so
    elif fold(bearer.parts[0]) in load().given_names:
        return False
    if persons.mentions.document.by_lower.keys().isdisjoint(_GIVEN_NAMED):
        return False
    return not any(each.parts == (bearer.parts[-1],) for each in persons.mentions.by_part[bearer.parts[-1]])


def _fits(bearer: Mention, form: str, title: str) -> bool:
    """Tell whether a title before a first name can be meant for somebody of that first name who is named in full."""
    given = fold(form)
    formal = given in load().formal
    role = _title(bearer)
    if role == title:
        return formal or (title in _COURTESY and given in load().given_names)
    return formal and (bool(role) or _COURTESY.get(title) == load().given_names.get(given))


def _goes_by_family(persons: Persons, bearer: Mention, title: str) -> bool:
    """Tell whether a document calls others by this kind of title and their family name, or this person by it alone.

    Where first names are the ones that titles go with (Ethiopia, Burma), all persons of a text are called so.
    """
    if len(bearer.parts) != 2 or "-" in bearer.parts[-1]:
        return False
    family = bearer.parts[-1]
    given = fold(bearer.parts[0])
    apposed = title not in _COURTESY and _apposed(persons, bearer, title)
    informal = given not in load().formal and (given in load().given_names or load().knows(family))
    if title not in _COURTESY and informal and not apposed:
        return False  # President Joko
    if any(mention.parts == (family,) for mention in persons.mentions.by_part[family]):
        return True
    sex, owed = given_sex(given)[0], _COURTESY.get(title, "")
    if owed and sex and sex != owed:
        return False
    alone = [mention for mention in persons.mentions.all if not mention.full and mention.parts[0] != bearer.parts[0]]
    titled = {each.parts[0] for each in alone if each.title < each.first and _title(each) in _COURTESY}
    firsts = {each.parts[0] for each in persons.mentions.full if is_person(each)}
    families = {each.parts[-1] for each in persons.mentions.full if is_person(each)} - firsts
    # Where first names go with titles, nobody is called by the family name alone.
    if apposed:
        return titled.isdisjoint(firsts) and not families.isdisjoint(each.parts[0] for each in alone)
    usual = titled if sex and title in _COURTESY else titled & families
    return titled.isdisjoint(firsts) and (bool(usual) or len(families & {each.parts[0] for each in alone}) > 1)
