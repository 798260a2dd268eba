"""Names told otherwise than elsewhere: *the Trust for Lights of the Northern Coast*, of Northern Coast Lights.

A paraphraser takes a name for a phrase: it puts synonyms for its words, turns its nouns into *of* and *for*, takes its
compounds apart, and puts what is foreign in it into English. Each word of the one name then answers one of the other.
That is weak evidence where names of places and bodies differ in little (Upper and Higher Tarn), so the rule that
asks for it is heard in damaged texts alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from paralint.data import listed
from paralint.evidence.names import fixed_names
from paralint.evidence.names.fixed_names import canonical
from paralint.evidence.names.flaws import Flaw
from paralint.evidence.names.gazetteer import load
from paralint.evidence.names.mentions import Mention, Mentions, mentions
from paralint.evidence.names.misnamed import known
from paralint.evidence.names.spellings import distance, fold
from paralint.evidence.names.synonyms import like
from paralint.evidence.names.translations import translations
from paralint.evidence.names.usage import american
from paralint.evidence.words.closed import GENITIVES, QUARTERS, words
from paralint.evidence.words.titles import CALENDAR, FAITHS, HEADS, PARTICLES, ROLES
from paralint.findings import Overlaps, Span
from paralint.text.document import Document
from paralint.text.morphology import is_word, lemma, word_classes
from paralint.values import NamedTuple

_JOINING = words("of for the and & 's ’s ' ’ in")  # what may stand between the words of one name
_GAP = 2  # of them between two words
_MOST = 7  # words of a name
_LONG = 3  # words of a name in which an owner is no name beside another one: the Harbury Supporters' Trust
_SHORTEST = 4  # letters of the stem that two words of one root share
_NEAR = 6  # letters of a word that is taken for another one misspelt
_SHARED = 80  # names of one length that share a word: no article has as many, and then a word tells nothing
_SLIPS = 2  # letters in which two spellings of one word differ
_WORDS_OF = words("university college ministry minister department bank city state")  # Leeds University is no damage
# What a firm or a body is called by in full, and loses where it is told again.
_FIRMS = words(
    """holdings group limited ltd plc inc corporation corp company co llc gmbh ag sa nv bv ab oy asa as spa srl partners
    international industries enterprises ventures brothers sons associates council limited trust foundation society
    association club committee party union university college hospital school station airport"""
)
_STREETS = words("street place road square avenue lane gardens terrace crescent close row court drive way hill park")
_TURNED = words("court courts gallery straits strait parliament embassy consulate")
# What firms, farms and houses begin with in other languages, and lose in English.
_FIRMS_BEFORE = words(
    """minera minero compañía compania grupo empresa hacienda finca estancia mina minas bodega bodegas cervecería
    cooperativa asociación sociedad hotel club banco industrias constructora transportes naviera editorial viña
    companhia fazenda quinta usina empreendimentos sociedade associação clube azienda cantina tenuta società gruppo
    compagnia villa domaine château compagnie société groupe maison ferme association coopérative clos firma
    gesellschaft
    verein gut weingut brauerei haus spółka zakład kopalnia kombinat zavod rederi bruk gård"""
)
# What is put to the stem of a word: the adjective of a quarter, of a metal, of a thing, and what has to do with it.
_ENDINGS = ("y", "en", "ern", "al", "ial", "ic", "ary", "ed", "ing", "ship", "ist", "ists", "er", "ers", "ish", "ly")
_OPPOSED = words("stat kingdom nation emirat republican democrat republic federal") | words("city county town")
# How near two words are: the same, of one root, of like meaning in names, of like meaning in a thesaurus or misspelt.
_SAME, _ROOT, _KIN, _LIKE = 4, 3, 2, 1


class _Name(NamedTuple):
    """A name.

    Attributes:
        first, last: its tokens, half open.
        parts: its words in lower case, without the small ones.
        joined: how many small words join them.
        ands: how many times *and* does.
        owned: whether one part of it owns the next.
    """

    first: int
    last: int
    parts: tuple[str, ...]
    joined: int
    ands: int
    owned: bool


def retold_names(document: Document) -> tuple[Flaw, ...]:
    """Return the flaws retold of a document (a layer: see ``Document.derive``)."""
    uses: dict[tuple[str, ...], list[_Name]] = {}
    for name in _names(document.derive(mentions)):
        uses.setdefault(name.parts, []).append(name)
    ranked = list(uses.values())
    flaws: list[Flaw] = []
    told: Overlaps[Span] = Overlaps()
    longest = sorted(_alike(ranked), key=lambda pair: (-len(ranked[pair[0]][0].parts), pair))
    for one, other in longest:
        name, second = ranked[one][0], ranked[other][0]
        paired = name.ands > 0 or (name.owned != second.owned and not _is_body(name.parts))
        if name.ands != second.ands or not _one_name(name.parts, second.parts, paired):
            continue
        minor, major = _told_apart(ranked[one], ranked[other])
        here, there = minor[0], major[0]
        if len(minor) > 1 or (here.first < there.last and there.first < here.last):
            continue
        span, other_span = document.tokens.span(here.first, here.last), document.tokens.span(there.first, there.last)
        if not any(map(span.overlaps, told.near(span))):
            told.add(span, span)
            flaws.append(Flaw("retold", span, document.quote(span), document.quote(other_span), other_span, ""))
    return tuple(sorted(flaws, key=lambda flaw: flaw.span.start))


def _alike(ranked: Sequence[Sequence[_Name]]) -> set[tuple[int, int]]:
    """Return the pairs of names that may be one, by their numbers: as long and with a word in common, or joined alike.

    Of two names that are met again and again neither is the other one in other words.
    """
    by_key: dict[tuple[int, str], dict[int, None]] = defaultdict(dict)
    for number, (name, *_) in enumerate(ranked):
        for part in name.parts:
            for key in _keys(part):
                by_key[len(name.parts), key][number] = None
        for key in _keys("".join(name.parts)):
            by_key[0, key][number] = None
    return {
        (one, other)
        for numbers in by_key.values()
        if 1 < len(numbers) <= _SHARED
        for one, other in combinations(numbers, 2)
        if len(ranked[one]) == 1 or len(ranked[other]) == 1
    }


def _names(found: Mentions) -> Iterator[_Name]:
    """Yield all names, and all stretches of several of them that small words join, with and without what opens them."""
    document = found.document
    chain: list[Mention] = []
    for mention in found.all:
        if chain and not _is_joined(document, chain[-1], mention):
            yield from _stretches(document, chain)
            chain = []
        chain.append(mention)
    yield from _stretches(document, chain)


def _is_joined(document: Document, left: Mention, right: Mention) -> bool:
    """Tell whether one mention goes on with another one behind a small word or two."""
    gap = range(left.last, right.title)
    if not 0 < len(gap) <= _GAP or document.sentence_of(left.first) != document.sentence_of(right.first):
        return False
    return all(document.tokens.word(place).lower in _JOINING for place in gap)


def _stretches(document: Document, chain: Sequence[Mention]) -> Iterator[_Name]:
    word = document.tokens.word
    sentences = document.tokens.sentences
    for first in range(len(chain)):
        for last in range(first + 1, min(len(chain), first + _MOST) + 1):
            inner = chain[first:last]
            parts = [part for mention in inner for part in mention.parts]
            title = inner[0].title
            begins = [inner[0].first]
            if title < inner[0].first and word(title).capital and word(title).lower != "the":
                begins.append(title)
            elif title and document.sentence_of(title - 1) == document.sentence_of(title):
                common = "function" not in word_classes(word(title - 1).lower)
                if common and word(title - 1).capital and sentences[document.sentence_of(title)] == title - 1:
                    begins.append(title - 1)
            for begin in begins:
                before = [word(place).form for place in range(begin, inner[0].first)]
                pieces = [piece.lower() for part in (*before, *parts) for piece in _pieces(part)]
                opens = begin < title or (inner[0].opening and len(inner[0].parts) == 1)
                if opens and len(pieces) < _LONG and pieces[0].endswith("s") and word(begin + 1).lower == "of":
                    continue  # Supporters of Harbury: the capital is that of the sentence
                if len(pieces) > _MOST or not CALENDAR.isdisjoint(pieces):
                    continue
                ands = sum(word(place).lower in ("and", "&") for place in range(begin, inner[-1].last))
                owned = any(word(place).lower in GENITIVES for place in range(begin, inner[-1].last))
                yield _Name(begin, inner[-1].last, tuple(pieces), last - first - 1, ands, owned)
                if (
                    len(pieces) > 2
                    and pieces[0] in _FIRMS_BEFORE
                    and begin == inner[0].first
                    and parts[0].lower() == pieces[0]
                ):
                    yield _Name(begin + 1, inner[-1].last, tuple(pieces[1:]), last - first - 1, ands, owned)
                if len(pieces) > 2 and pieces[-1] in _FIRMS and parts[-1] != pieces[-1].upper():
                    yield _Name(begin, inner[-1].last - 1, tuple(pieces[:-1]), last - first - 1, ands, owned)


def _pieces(part: str) -> list[str]:
    """Return the words of a part of a name, none for a small one: the halves of Asante-Drummond."""
    return [] if part in PARTICLES else [piece for piece in part.split("-") if piece]


@lru_cache(maxsize=1)
def _kin() -> Mapping[str, frozenset[int]]:
    """The groups of words that stand for one another in names, by the words."""
    found: dict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(listed("name-kin")):
        for word in line.split():
            found[word].add(number)
    return {word: frozenset(groups) for word, groups in found.items()}


def kin_of(word: str) -> frozenset[str]:
    """Return the words that stand for a word in names."""
    return frozenset(other for group in _groups(word) for other in _members().get(group, ()))


@lru_cache(maxsize=1)
def _members() -> Mapping[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    for word, groups in _kin().items():
        for group in groups:
            found[group] = (*found.get(group, ()), word)
    return found


@lru_cache(maxsize=1)
def _countries() -> Mapping[str, str]:
    """The countries in lower case by their names and adjectives."""
    return {
        form.lower(): country.name.lower()
        for country in load().countries
        for form in (country.name, *country.adjectives)
        if " " not in form
    }


@lru_cache(maxsize=1 << 13)
def root(word: str) -> str:
    """Return what is left of a word, in lower case, without its endings: coast of coastal, gold of golden."""
    country = _countries().get(word)
    if country:
        return country
    plain = fold(word)
    singular = lemma(plain, "NNS") if len(plain) > _SHORTEST else plain
    for ending in _ENDINGS:
        stem = singular.removesuffix(ending)
        if stem != singular and len(stem) >= _SHORTEST and (is_word(stem) or is_word(stem + "e")):
            return stem
    return singular.removesuffix("e") if len(singular) > _SHORTEST else singular


@lru_cache(maxsize=1 << 13)
def _groups(word: str) -> frozenset[int]:
    kin = _kin()
    return kin.get(word, frozenset()) | kin.get(lemma(word, "NNS"), frozenset())


@lru_cache(maxsize=1 << 13)
def _keys(word: str) -> tuple[str, ...]:
    """Return what two words have in common of which one may have come in for the other."""
    return (root(word), *map(root, translations(word)), *(f"#{group}" for group in _groups(word)))


@lru_cache(maxsize=1 << 14)
def _nearness(one: str, other: str) -> int:
    """Return how near two words are, as one of the levels."""
    if one == other or fold(one) == fold(other) or american(one) == american(other):
        return _SAME
    stem, other_stem = root(one), root(other)
    if stem == other_stem:
        return _ROOT
    if (stem in QUARTERS and other_stem in QUARTERS) or {stem, other_stem} <= _OPPOSED:
        return 0
    if stem in _countries() and other_stem in _countries():
        return 0
    if _groups(one) & _groups(other):
        return _KIN
    for foreign, english in ((one, other), (other, one)):
        if root(english) in map(root, translations(foreign)):
            return _KIN
    if like(one, other):
        return _LIKE
    near = min(len(one), len(other)) >= _NEAR and not (is_word(one) and is_word(other))
    return _LIKE if near and distance(fold(one), fold(other), 1) == 1 else 0


@lru_cache(maxsize=1 << 13)
def _one_name(one: tuple[str, ...], other: tuple[str, ...], paired: bool) -> bool:
    """Tell whether each word of a name answers one of another name; *and* and *'s* pair what are two names."""
    if one == other:
        return False
    if len(one) != len(other):
        short, long = sorted((one, other), key=len)
        return len(long) > 1 and "".join(short) == "".join(long)
    if len(one) < 2 or all(map(_is_respelt, one, other)):
        return False  # names that differ in letters alone are held against each other elsewhere
    if (known(one) and known(other)) or _is_citizen(one, other) or _are_peoples(one) or _is_turned(one, other):
        return False
    if _are_two_persons(one, other) or _are_two_bodies(one, other):
        return False
    nearness = [_nearness(here, there) for here, there in zip(one, other, strict=True)]
    if min(nearness) == 0:
        nearness = _paired(one, other)
        if min(nearness) <= _LIKE:
            return False
    elif min(nearness) == _ROOT and nearness[-1] == _ROOT and nearness.count(_SAME) == len(one) - 1:
        return False  # Penn State and a Penn Stater
    if min(nearness) >= _ROOT and paired:
        return False  # Woolworths and Coles
    if min(nearness) == _SAME:
        return not (len(one) == 2 and not _WORDS_OF.isdisjoint(one)) and (len(one) > 2 or not _is_person(one))
    alike = sum(level >= _ROOT for level in nearness)
    if alike == 0:
        return len(one) > 2 or min(nearness) == _KIN or _is_foreign(one) != _is_foreign(other)
    if len(one) == 2 and alike == 1:
        return _is_exchanged(one, other)
    return True


def _is_body(parts: Sequence[str]) -> bool:
    """Tell whether a name of several words is a body's, in which an owner is no name beside another one."""
    return (
        len(parts) >= _LONG
        and not HEADS.isdisjoint(parts)
        and not any(fold(each) in load().given_names for each in parts)
    )


def _are_peoples(parts: Sequence[str]) -> bool:
    """Tell whether a name is of nothing but countries and faiths: Israeli-Palestinian, Muslim Uighur."""
    return all(part in _countries() or part in FAITHS for part in parts)


def _is_turned(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether a court, or what else stands before or behind what it is of, is all that has moved: Appeal Court."""
    for here, there in ((one, other), (other, one)):
        for size in range(1, len(here)):
            if tuple(here[size:]) + tuple(here[:size]) == tuple(there) and here[size - 1] in _TURNED:
                return True
    return False


def _are_two_persons(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether two names are of one given name and two families that exist: David Smith, David Wright."""
    if len(one) != 2 or one[0] != other[0] or fold(one[0]) not in load().given_names or is_word(one[0]):
        return False
    if not HEADS.isdisjoint((one[1], other[1])):
        return False
    return load().knows(one[1].title()) and load().knows(other[1].title())


def _are_two_bodies(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether two names have nothing but another kind of body or street behind the same words."""
    if one[:-1] != other[:-1] or len(one) < 2:
        return False
    pair = {one[-1], other[-1]}
    return (len(one) > 2 and pair <= HEADS) or pair <= _STREETS


def _is_citizen(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether two names are one person, with the country on either side: Rosa Diaz of Chile."""
    lands = [part for part in (*one, *other) if part in _countries()]
    rest = [part for part in one if part not in _countries()]
    return len(rest) > 1 and len(lands) == 2 and not any(is_word(part) for part in rest)


def _paired(one: Sequence[str], other: Sequence[str]) -> list[int]:
    """Return how near the words of two names are, each to its own: the nearest ones go together."""
    left = list(other)
    found = [0] * len(one)
    for level in (_SAME, _ROOT, _KIN):
        for place, word in enumerate(one):
            if not found[place]:
                partner = next((each for each in left if _nearness(word, each) >= level), None)
                if partner is not None:
                    found[place] = level
                    left.remove(partner)
    return found


def _is_respelt(one: str, other: str) -> bool:
    """Tell whether two words are the same, or nearly, and not both words of the language."""
    return fold(one) == fold(other) or (
        not (is_word(one) and is_word(other)) and distance(fold(one), fold(other), _SLIPS) <= _SLIPS
    )


def _is_foreign(parts: Sequence[str]) -> bool:
    return not all(map(is_word, parts))


def _is_person(parts: Sequence[str]) -> bool:
    return fold(parts[0]) in load().given_names or fold(parts[-1]) in load().given_names


def _is_exchanged(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two names of two words, one of them the same, are one: no two bodies, and no two persons."""
    nearness = {(here, there): _nearness(here, there) for here in one for there in other}
    word, owed = min((pair for pair in nearness if nearness[pair]), key=lambda pair: nearness[pair])
    if {word, owed} <= HEADS:
        return False
    return not (_is_person(one) or _is_person(other)) or (is_word(word) and is_word(owed))


def _told_apart(one: list[_Name], other: list[_Name]) -> tuple[list[_Name], list[_Name]]:
    """Return the name that is another one in other words, and that one: the rarer, that with more *of*, the later."""
    minor, major = sorted((one, other), key=_rank)
    if len(minor) == len(major) and len(minor[0].parts) == 1 and load().knows(minor[0].parts[0].title()):
        return major, minor  # Etxe Berria, of Etxeberria
    return minor, major


def _rank(uses: list[_Name]) -> tuple[int, bool, bool, int, int, int, bool, int, int]:
    name = uses[0]
    foreign = sum(not is_word(part) for part in name.parts)
    usual = sum((part in HEADS) * 2 + load().knows(part) for part in name.parts)
    # Azerbaijan President Ida Roe, of President Ida Roe of Azerbaijan.
    straight = not (len(name.parts) > 1 and name.parts[0] in _countries() and name.parts[1] in ROLES)
    bodily = sum(fixed_names.load().has(canonical(part)) for part in name.parts)
    return (
        len(uses),
        known(name.parts),
        straight,
        foreign,
        bodily,
        name.owned - name.joined,
        name.parts[-1] in HEADS,
        usual,
        -name.first,
    )
