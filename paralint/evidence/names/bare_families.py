"""Family names that stand alone once, in another form than that in which a person of the document was brought in.

*Siobhán McAdare … Adare denied this*: in 830,000 words of news a name that nobody bears stands a letter, an ending, a
prefix or another romanisation away from the family name of one person named before it two dozen times, nearly all of
them plurals and lists of players. So the likeness says enough if the place is not one of theirs, and more if a person
is meant there.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from paralint.evidence.names.cities import cities
from paralint.evidence.names.flaws import Flaw
from paralint.evidence.names.gazetteer import load
from paralint.evidence.names.genders import given_sex
from paralint.evidence.names.introductions import acts, is_person, peoples
from paralint.evidence.names.mentions import Mention, Mentions, mentions
from paralint.evidence.names.spellings import derived, distance, feminine_of, fold, gendered, skeleton, sound
from paralint.evidence.words.closed import ARTICLES, MODALS, words
from paralint.evidence.words.sexes import RELATIVES
from paralint.text.document import Document
from paralint.text.morphology import is_word, word_classes

# What may be lost before a family name, folded and joined to it.
_PREFIXES = words(
    """mc mac o fitz de di da do du del della van von der la le al el ben bin ibn abu ter ten op st san santa dos das
    nic ni ui saint"""
)
# Endings of family names, of which one may come in for another of the same stem.
_ENDINGS = words(
    """son sson sen ssen zon sohn sons dottir sdottir ov ova ev eva off eff ow ew ski sky ska skaya skiy skyi skii
    ic ich itch vic vich ovic evic ovich evich ovsky ovski evsky ez es az is as us os aite iene ute yte ou
    ian yan jan iants yants ants idis ides adis akis opoulos opoulou escu esco enko enka uk iuk juk chuk yuk dze dse
    shvili svili oglu zadeh pour poor er ert ers el ell elle man mann mans in ina yn yna y ie ey ee i eau ault aud
    berg berger burg borg stein stone steen bach back beck field feld wood water"""
)
# Letters of which one may stand for the other at the beginning of a name in another romanisation.
_FIRST = frozenset(
    frozenset(pair.split(":"))
    for pair in words(
        """h:g y:j j:i y:i v:w k:c k:q c:q s:z f:v u:w sh:s sh:sch ch:tch ch:cz kh:h kh:k zh:j zh:g dj:j ts:c
        tz:ts dzh:j yu:iu ya:ia ye:e iu:u x:sh x:h wr:r kn:n gn:n wh:w wh:h rh:r ph:f ps:s pf:f hr:r hl:l cz:ch ou:u"""
    )
)
_SHORTEST = 4  # letters
_LONG = 7  # letters of a name that is two letters away from no other one by chance
_BONES = 6
_STEM = 4  # letters of a stem with two endings
_FAMILY = RELATIVES | words("parent siblings couple family twins in-law namesake")
_AROUND = 14  # tokens around a name in which a word for a relative says that there are two of the name
_LISTING = frozenset(",;(:–-")
_JOINED = frozenset(("&", "and", "-", "–", "/"))


def bare_families(document: Document) -> tuple[Flaw, ...]:
    """Return the flaws garbled, variant, truncated, sex and likely of names that stand alone (a layer)."""
    return tuple(_bare_families(document.derive(mentions)))


def _bare_families(found: Mentions) -> Iterator[Flaw]:
    bearers: dict[str, list[Mention]] = {}
    for mention in found.full:
        if is_person(mention) and not mention.parts[-1].isupper():
            bearers.setdefault(mention.parts[-1], []).append(mention)
    if not bearers:
        return
    keyed = _keyed(bearers)
    for form, places in found.by_part.items():
        mention = places[0]
        if len(places) > 1 or mention.full or mention.acronym or form in bearers or not _may_be_family(form):
            continue
        near = (each for each in dict.fromkeys(_candidates(form, keyed)) if bearers[each][0].first < mention.first)
        kinds = {family: kind for family in near if (kind := _kind(form, family))}
        if len(kinds) != 1:
            continue
        ((family, kind),) = kinds.items()
        if _stands_so(found, mention, form, kind):
            yield from _flaw(found, mention, form, bearers[family], kind)


def _keyed(families: dict[str, list[Mention]]) -> dict[str, list[str]]:
    """Return the family names by each of the keys under which a form of them is looked for."""
    keyed: dict[str, list[str]] = {}
    for family in families:
        for key in _keys(family):
            keyed.setdefault(key, []).append(family)
    return keyed


@lru_cache(maxsize=1 << 13)
def _keys(family: str) -> tuple[str, ...]:
    plain = fold(family)
    keys = {plain[:3]: None, f"~{plain[-4:]}": None}
    for half in family.split("-"):
        keys[fold(half)[:3]] = None
    return tuple(keys)


def _candidates(form: str, keyed: dict[str, list[str]]) -> Iterator[str]:
    plain = fold(form)
    for key in (plain[:3], f"~{plain[-4:]}"):
        yield from keyed.get(key, ())


@lru_cache(maxsize=1 << 13)
def _may_be_family(form: str) -> bool:
    plain = fold(form)
    return len(plain) >= _SHORTEST and form[:1].isupper() and plain not in peoples() and form not in cities()


@lru_cache(maxsize=1 << 13)
def _kind(form: str, family: str) -> str:
    """Return what is wrong with a form of a family name, empty if it is no form of it."""
    one, other = fold(form), fold(family)
    short, long = sorted((one, other), key=len)
    if one == other:
        return ""  # marks on letters are looked at elsewhere
    if "-" not in form + family and len(short) >= _SHORTEST and long.startswith(short) and len(long) - len(short) < 4:
        return "sex" if gendered(one, other) else "ending"
    if gendered(one, other):
        return "sex"
    if "-" in family and "-" not in form:
        near = (fold(half) for half in family.split("-") if len(half) >= _BONES)
        return "half" if form in family.split("-") or any(distance(one, half, 1) == 1 for half in near) else ""
    if any(other == prefix + one for prefix in _PREFIXES):
        return "truncated"
    if len(short) >= _BONES - 1 and sound(form) == sound(family):
        return "variant"
    if _other_first(one, other):
        return "variant"
    if _other_ending(one, other):
        return "garbled"
    if derived(one, other) and not _vowel_apart(one, other):
        return ""
    if other[1:] == one and len(one) >= _BONES:
        return "truncated"
    if one[0] != other[0]:
        return ""
    if len(short) > _SHORTEST and (distance(one, other, 1) == 1 or sorted(one) == sorted(other)):
        return "garbled"
    if len(short) >= _BONES and skeleton(form) == skeleton(family):
        return "garbled"
    if len(short) >= _LONG and one[:3] == other[:3] and distance(one, other, 2) == 2:
        return "garbled"
    lost = len(other) - len(one)
    return "garbled" if lost in (2, 3) and len(one) > _SHORTEST and _syllable_lost(one, other) else ""


def _vowel_apart(one: str, other: str) -> bool:
    """Tell whether two names differ in an end that says nothing of a people: Cordero, Cordera; Argüello, Argüelles."""
    if len(one) == len(other):
        return {one[-1], other[-1]} == {"a", "o"}
    return (
        min(len(one), len(other)) >= _LONG
        and {one[-2:], other[-1:]} & {"es", "os", "as"} != set()
        and other[-1] in "oae"
    )


def _other_first(one: str, other: str) -> bool:
    """Tell whether two names differ in their first letters alone, which are one sound in two romanisations."""
    return min(len(one), len(other)) > _SHORTEST and any(
        one[left:] == other[right:] and frozenset((one[:left], other[:right])) in _FIRST
        for left in (1, 2, 3)
        for right in (1, 2, 3)
    )


def _other_ending(one: str, other: str) -> bool:
    """Tell whether two names have one stem, and two endings of the kind that family names have."""
    stem = 0
    while stem < min(len(one), len(other)) and one[stem] == other[stem]:
        stem += 1
    return any(one[cut:] in _ENDINGS and other[cut:] in _ENDINGS for cut in range(stem, max(_STEM, stem - 3) - 1, -1))


def _syllable_lost(one: str, other: str) -> bool:
    """Tell whether a name is another one with letters lost in its midst: Venkaraghavan, of Venkataraghavan."""
    start = 0
    while start < len(one) and one[start] == other[start]:
        start += 1
    rest = one[start:]
    return start > 2 and len(rest) > 1 and other.endswith(rest)


def _stands_so(found: Mentions, mention: Mention, form: str, kind: str) -> bool:
    """Tell whether a name stands where one person may be meant, and neither a list, nor a people, nor a firm."""
    tokens = found.document.tokens
    before = tokens.word(mention.first - 1).lower if mention.first else ""
    after = tokens.word(mention.last) if mention.last < len(tokens) else None
    if before in ARTICLES or before in _JOINED or (after is not None and after.lower in _JOINED):
        return False
    if after is not None and after.form in _LISTING and before in _LISTING:
        return False
    personal = _personal(found, mention)
    if is_word(form.lower()) and not (personal and (mention.title < mention.first or kind == "truncated")):
        return False
    if kind in ("sex", "half", "truncated") and _among_kin(found.document, mention):
        return False
    classes = word_classes(after.lower) if after is not None else ()
    if "noun" in classes and "function" not in classes and not personal:
        return False  # Gaffney Creek, the Wright brothers
    return personal or kind not in ("sex", "ending")


def _personal(found: Mentions, mention: Mention) -> bool:
    """Tell whether a person is meant at a place."""
    tokens = found.document.tokens
    if acts(found, mention):
        return True
    if mention.last >= len(tokens):
        return False
    if mention.opening and tokens.word(mention.last).lower in MODALS:
        return True
    if mention.first > 1 and tokens.word(mention.first - 1).lower == "to":
        return tokens.word(mention.first - 2).lower in ("according", "replied", "next")
    behind = tokens.word(mention.last + 1).lower if mention.last + 1 < len(tokens) else ""
    return tokens.word(mention.last).form == "," and behind in ("whose", "who")


def _among_kin(document: Document, mention: Mention) -> bool:
    first, last = max(0, mention.first - _AROUND), min(len(document.tokens), mention.last + _AROUND)
    return any(document.tokens.word(token).lower in _FAMILY for token in range(first, last))


def _of_other_sex(form: str, bearers: list[Mention]) -> bool:
    """Tell whether nobody of a family name can bear it in this form, which is that of the other sex."""
    sex = "f" if feminine_of(fold(bearers[0].parts[-1]), fold(form)) else "m"
    return all(given_sex(fold(bearer.parts[0]))[0] != sex for bearer in bearers)


def _flaw(found: Mentions, mention: Mention, form: str, bearers: list[Mention], kind: str) -> Iterator[Flaw]:
    bearer = bearers[0]
    family = bearer.parts[-1]
    if kind == "sex" and not _of_other_sex(form, bearers):
        return
    span, other = found.span(mention), found.document.tokens.span(bearer.last - 1, bearer.last)
    if kind == "half" or not _personal(found, mention):
        kind = "likely"
    if kind == "ending":
        kind = "garbled"
    cut = fold(family).startswith(fold(form)) and len(family) > len(form) + 1
    strays = len(bearers) == 1 and kind in ("garbled", "variant") and not load().knows(family) and not cut
    if strays and load().knows(form) and not is_word(form.lower()) and _personal(found, mention):
        reason = "that name is known, and this one is not"
        yield Flaw(kind, other, family, form, span, reason)
        return
    reasons = {"truncated": "with all its parts", "sex": f"nobody of that sex bears it: {bearer.parts[0]} does"}
    yield Flaw(kind, span, form, family, other, reasons.get(kind, "nobody else here bears such a name"))
