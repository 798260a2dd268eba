"""Fixed names said in other words: International Money Fund, Post of Washington, Very Big Telescope."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, product
from math import prod
from operator import ne

from paralint.evidence.names import fixed_names
from paralint.evidence.names.fixed_names import (
    PLACE,
    FixedName,
    Placed,
    Standing,
    any_order_sum,
    canonical,
    content,
    open_sum,
    pairs,
    with_place,
)
from paralint.evidence.names.flaws import Flaw
from paralint.evidence.names.gazetteer import load as gazetteer
from paralint.evidence.names.likened_words import (
    HEADS_ALIKE,
    HOMOPHONES,
    TREATIES,
    cognate,
    means,
    misspelt,
    nationalities,
    near_town,
    no_kind,
    no_word_of_bodies,
    strong,
)
from paralint.evidence.names.mentions import mentions
from paralint.evidence.names.name_stretches import runs, stretches
from paralint.evidence.names.spellings import fold
from paralint.evidence.words.closed import COMPASS, GENITIVES, words
from paralint.evidence.words.titles import CALENDAR, HEADS, ROLES
from paralint.text.document import Document
from paralint.text.morphology import is_word, lemma, word_classes

# Two words that name a court, an office or a ministry of many countries: *High* Court is no paraphrase of another.
_MANY = frozenset(
    (word, head)
    for head, listed in (
        ("court", "high superior supreme crown county district circuit federal magistrates family civil criminal"),
        ("office", "home foreign cabinet post press head field land interior"),
        ("department", "state interior labor treasury police land fire health education finance revenue home"),
    )
    for word in listed.split()
)
_RANKS = words("royal national general world supreme high european american british international")
_OFFICES = words("ministry")  # of what is a closed list
# Heads that stand before or behind what they are of: Leeds University, the University of Leeds.
_TURNED = words(
    """university college school faculty institute academy department ministry office bureau secretary minister court
    museum board council commission committee chamber city state port diocese bishop archbishop battle treaty order bay
    gulf isle lake mount river king queen prince duke government parliament president chief director union association
    federation agency bank province county region club hospital institution church cathedral republic act law bill
    bridge festival grand tour election force forces army navy infirmary newspaper magazine airport company group"""
)
# Heads that stand behind what they are of as well: the Times of India is no Post of Washington.
_OTHER_WAY = words("times journal marathon festival museum opera gallery championship championships cup day society")
# What bodies of many countries begin with, each with its own head.
_USUAL = words("national federal state public supreme royal general joint independent local regional special social")
_NUMBERS = words("center institute sport park science prison island")  # words that writers put into either number
_FULL = words("korea dakota carolina macedonia ireland")  # whose parts have the short name of a direction
_PARTS_OF_EARTH = words("european african asian american atlantic pacific arctic antarctic mediterranean caribbean")
# Bodies, with the adjectives that stand before them; and what stands before the place that it is of.
_BODIES = words(
    """agency authority board bureau center centre chamber commission committee council court department federation
    foundation institute ministry office organisation organization parliament service society university academy
    association bank college directorate fund hospital library museum school tribunal inspectorate observatory
    administration confederation conference corporation council congress forum"""
)
_ADJECTIVES = words(
    """marine maritime national international federal central regional municipal medical financial environmental
    electoral constitutional criminal agricultural industrial social cultural scientific technical nuclear naval
    military meteorological parliamentary presidential global economic commercial monetary judicial diplomatic
    humanitarian olympic paralympic athletic academic educational historical geological botanical zoological
    astronomical provincial civil postal fiscal supreme orthodox catholic democratic republican statistical
    geographical psychological pharmaceutical agrarian ecological tropical polar arctic antarctic aeronautical
    technological veterinary dental legal rural"""
)
_OF_PLACES = words(
    """university college institute academy ministry department bank bay gulf sea strait straits cape diocese
    archdiocese kingdom republic duchy county isle isles church"""
)
_RETOLD = 5  # content words of a name of which most are others
_CHOICES = 1500  # names that such a one may be held against


def misnamed(document: Document) -> tuple[Flaw, ...]:
    """Return the flaws translated of fixed names: one of their words exchanged, or their words in another order.

    In reading order (a layer: see ``Document.derive``).
    """
    flaws = tuple(_misnamed(document))
    told = Counter(flaw.form for flaw in flaws)
    # What stands so again and again is the name of a body that is like a known one.
    return tuple(flaw for flaw in flaws if told[flaw.form] == 1)


def is_abbreviated(document: Document, place: int, forms: Sequence[str]) -> bool:
    """Tell whether the initials of some words stand in brackets behind them: a body that is called so."""
    if place + 1 >= len(document.tokens) or document.tokens.word(place).form != "(":
        return False
    short = document.tokens.word(place + 1).form
    return short.isupper() and short == "".join(form[0] for form in forms if form[0].isupper())


def _misnamed(document: Document) -> Iterator[Flaw]:
    tokens = document.tokens
    titled = document.derive(mentions).titled
    for run in runs(document):
        if document.block_of(run[0]) in titled:
            continue
        taken: list[tuple[int, int]] = []
        for span in sorted(stretches(document, run), key=lambda span: span.first - span.last):
            if any(first < span.last and span.first < last for first, last in taken):
                continue
            forms = [tokens.word(place).form for place in range(span.first, span.last)]
            found = _judged(tuple(forms), span.named)
            if found is None or (span.listed and found.standing is Standing.BODY):
                continue
            taken.append((span.first, span.last))
            if found is not _RIGHT and not is_abbreviated(document, span.last, forms):
                place = tokens.span(span.first, span.last)
                yield Flaw("translated", place, document.quote(place), found.written, None, "")


_RIGHT = FixedName("", (), Standing.LIKE)


@lru_cache(maxsize=1 << 12)
def _judged(forms: tuple[str, ...], named: bool) -> FixedName | None:
    """Return the name that some words are a paraphrase of; ``_RIGHT`` if they are a known name, None if neither."""
    here = content(forms)
    names = fixed_names.load()
    if ("and", "the") in pairwise(forms):
        return None  # the Council of Europe and the World Bank
    if sum(map(names.has, here)) < len(here) - (2 if len(here) >= fixed_names.LONG else 1):
        return _retold(forms, here) or _turned_round(forms, here)
    placed = with_place(forms)
    if placed is not None and _is_of_place(forms, placed):
        return _RIGHT
    return (
        _likened(forms, here, named)
        or (placed and _of_place(forms, placed))
        or _union(here)
        or _retold(forms, here)
        or _turned_round(forms, here)
    )


def _turned_round(forms: Sequence[str], here: tuple[str, ...]) -> FixedName | None:
    """Safety Center Marine, Évora of University: a head before its adjective, or behind what it is of."""
    if len(here) > 1 and here[-1] in _ADJECTIVES and here[-2] in _BODIES and len(forms) == len(here):
        return FixedName(" ".join((forms[-1], *forms[:-1])), here, Standing.BODY)
    behind = len(forms) > 2 and forms[-2] == "of" and here[-1] in _OF_PLACES and len(here) == len(forms) - 1
    if behind and not any(map(is_word, here[:-1])) and all(form[0].isupper() for form in forms[:-2]):
        return FixedName(f"{forms[-1]} of {' '.join(forms[:-2])}", here, Standing.BODY)
    return None


def _retold(forms: Sequence[str], here: tuple[str, ...]) -> FixedName | None:
    """Return the name of which most or all words are others: Bureau of Track and Street, of an Office of Rail and Road.

    One of them must be a word that stands in no name, or all be exchanged.
    """
    if not 2 < len(here) <= _RETOLD or not all(map(str.isalpha, here)):
        return None
    names = fixed_names.load()
    own, known = tuple(map(canonical, here)), list(map(names.has, here))
    strange = not all(known)
    choices = []
    for word, form, is_known in zip(here, own, known, strict=True):
        others = {canonical(other) for of in (word, lemma(word, "NNS")) for other in names.owed.get(of, ())} - {form}
        choices.append((form, *sorted(others)) if is_known and strange else sorted(others))
    if not all(choices) or prod(map(len, choices)) > _CHOICES:
        return None
    joined = _joined(forms)
    for owed in product(*choices):
        if strange and sum(map(ne, own, owed)) < 2:
            continue
        for name in names.at(any_order_sum(owed)):
            if name.forms == owed and _fits(joined, name):
                return name
    return None


def _is_of_place(forms: Sequence[str], placed: Placed) -> bool:
    """Tell whether a name is one that many countries and cities have: Johannesburg Securities Exchange."""
    if placed.adjective and placed.words[-1] == PLACE:
        return False  # Bank of Kenyan
    keys = tuple(map(canonical, placed.words))
    alike = fixed_names.load().at(any_order_sum(keys))
    return any(name.words == placed.words and _fits(_joined(forms), name) for name in alike)


def _of_place(forms: Sequence[str], placed: Placed) -> FixedName | None:
    """Central Shore of Kenya, Parliament Swedish: a name as many countries and cities have it, in other words."""
    names, here, joined = fixed_names.load(), placed.words, _joined(forms)
    keys = tuple(map(canonical, here))
    found = next((name for name in names.at(any_order_sum(keys)) if sorted(name.forms) == sorted(keys)), None)
    if found is not None:
        behind = not joined[1] and placed.adjective and here[-1] == PLACE  # Parliament Swedish
        before = joined[1] == 1 and here[0] == PLACE and found.written.endswith(f" of {PLACE}")  # Oslo of University
        if found.forms == keys or not (behind or before):
            return None
    else:
        found = next((name for name in _opened(keys) if _fits(joined, name) and _other_words(here, name)), None)
    return found and found._replace(written=found.written.replace(PLACE, placed.name))


def _opened(keys: tuple[str, ...]) -> Iterator[FixedName]:
    """Yield the names that differ from some compared forms at one place, or at two."""
    two = pairs(len(keys)) if len(keys) > fixed_names.LONG else ()
    for places in (*((place,) for place in range(len(keys))), *two):
        for name in fixed_names.load().at(open_sum(keys, *places)):
            if _open(keys, name.forms, *places):
                yield name


def _other_words(here: tuple[str, ...], name: FixedName) -> bool:
    """Tell whether all words that a name has not are of like meaning to its own, and one is no word of bodies."""
    changed = [(word, owed) for word, owed in zip(here, name.words, strict=True) if canonical(word) != canonical(owed)]
    if any(PLACE in pair or pair[0] in nationalities() or not means(*pair) for pair in changed):
        return False
    if len(changed) > 1 and any(cognate(*pair) for pair in changed):
        return False  # a Department of Transportation is as good as a Ministry of Transport
    return any(no_word_of_bodies(*pair) for pair in changed)


def _joined(forms: Sequence[str]) -> tuple[bool, int]:
    """Return whether an owner stands among some words, and how often *of* does."""
    return any(form in GENITIVES for form in forms[1:]), sum(form.lower() == "of" for form in forms)


def _likened(forms: Sequence[str], here: tuple[str, ...], named: bool) -> FixedName | None:
    """Return the name without a place left open that some content words are a paraphrase of, as ``_judged`` does."""
    names = fixed_names.load()
    keys = tuple(map(canonical, here))
    joined = _joined(forms)
    alike = [name for name in names.at(any_order_sum(keys)) if sorted(name.forms) == sorted(keys)]
    if any(name.words == here for name in alike):
        return _RIGHT
    if here in _MANY:
        return None
    for name in alike:
        if name.standing is Standing.LIKE or (joined[0] and "'" not in name.written):
            continue
        if _inflected(here, name) if name.forms == keys else _moved(forms, here, name, named):
            return name
    for place in range(len(keys)):
        for name in names.at(open_sum(keys, place)):
            other = _same(here, name.words, place) and keys[place] != canonical(name.words[place])
            fits = other and _fits(joined, name)
            if fits and (_exchanged(here, name, place, named) or _alone(here, name, place, keys)):
                return name
    for two in pairs(len(keys)):
        for name in names.at(open_sum(keys, *two)):
            if (
                _fits(joined, name)
                and _open(keys, name.forms, *two)
                and all(strong(here[at], name.words[at]) for at in two)
            ):
                return name
    return None


def _fits(joined: tuple[bool, int], name: FixedName) -> bool:
    """Tell whether the words of a name are joined as those of another are: by *of* as often, and by an owner if so."""
    if name.standing is Standing.LIKE:
        return False
    return name.written.split().count("of") == joined[1] and ("'" in name.written or not joined[0])


def _open(keys: Sequence[str], forms: Sequence[str], *places: int) -> bool:
    """Tell whether two sequences differ at the given places and nowhere else."""
    return len(keys) == len(forms) and all((keys[at] != forms[at]) == (at in places) for at in range(len(keys)))


def _same(here: tuple[str, ...], owed: tuple[str, ...], place: int) -> bool:
    """Tell whether two names are the same but for one place."""
    return here[:place] == owed[:place] and here[place + 1 :] == owed[place + 1 :]


def _alone(here: tuple[str, ...], name: FixedName, place: int, keys: tuple[str, ...]) -> bool:
    """Tell whether another sort of body closes a name that only one sort is known to close."""
    word, owed = here[-1], name.words[-1]
    if place < len(here) - 1 or len(here) < 3 or here[0] in _USUAL or here[0] in nationalities():
        return False
    names = list(fixed_names.load().at(open_sum(keys, place)))
    return len(names) == 1 and any(word in heads and owed in heads for heads in HEADS_ALIKE)


def _union(here: tuple[str, ...]) -> FixedName | None:
    """European Union Commission: the bodies of the European Union do not bear its name."""
    if here[:2] != ("european", "union") or len(here) < 3:
        return None
    shorter = here[:1] + here[2:]
    names = fixed_names.load().at(any_order_sum(map(canonical, shorter)))
    return next((name for name in names if name.words == shorter), None)


def _inflected(here: tuple[str, ...], name: FixedName) -> bool:
    """Tell whether a word of a name stands in the wrong number or class: House of Common, Africa Union."""
    for place, (word, owed) in enumerate(zip(here, name.words, strict=True)):
        if word == owed or (word == owed + "s" and "'s" in name.written):
            continue
        last = place == len(here) - 1
        if canonical(owed) in COMPASS:
            if not last and (len(here) > 2 or here[-1] in _FULL):
                return True
        elif lemma(word, "NNS") != lemma(owed, "NNS"):
            if owed in nationalities() and word not in nationalities():
                return True  # Africa Union
            if last and word in nationalities() and name.written.split()[-2] in ("of", "for"):
                return True  # Bank of American
        elif lemma(owed, "NNS") in _NUMBERS or (last and owed == "awards") or {word, owed} <= {"us", "u.s", "usa"}:
            continue
        elif not last or (word == lemma(owed, "NNS") and (name.title or " of " in name.written)):
            return True
        elif word != lemma(owed, "NNS") and len(here) > 2:
            return True  # Social Democratic Alliances
    return False


def _moved(forms: Sequence[str], here: tuple[str, ...], name: FixedName, named: bool) -> bool:
    """Tell whether the words of a name stand in an order in which nobody puts them: Post of Washington."""
    if not all(is_word(word) or word == owed for word, owed in zip(sorted(here), sorted(name.words), strict=True)):
        return False
    of = [form.lower() for form in forms].count("of") - name.written.split().count("of")
    if of > 0:
        cut = next(at for at, form in enumerate(forms) if form.lower() == "of")
        head = content(forms[:cut])
        if not head or (head[-1] in _TURNED and not name.title):
            return False
        return name.title or all(map(is_word, here))
    if of < 0:
        kind = content(name.written.partition(" of ")[0].split())
        return bool(kind) and (name.title or kind[-1] not in _TURNED) and not _OTHER_WAY.issuperset(kind[-1:])
    if len(here) == 2:
        return not named and _behind_its_noun(here)  # the Norwich Union European trials
    if here[-1] not in _TURNED and not is_word(here[-1]):
        return False  # the news agency Interfax
    return len(here) > 2 and sorted(here) == sorted(name.words)


def _behind_its_noun(here: tuple[str, ...]) -> bool:
    """Tell whether a noun stands before the adjective, or the name, that it stands behind: Parliament European."""
    noun, other = here
    if "noun" not in word_classes(noun):
        return False
    adjective = other in nationalities() or other in _PARTS_OF_EARTH or word_classes(other) == {"adjective"}
    return adjective or (noun not in _TURNED and not is_word(other))  # Lake Ladoga


def _exchanged(here: tuple[str, ...], name: FixedName, place: int, named: bool) -> bool:
    """Tell whether a word can have come in for the one that a name has there.

    Args:
        here: the content words of the document.
        name: the name.
        place: where they differ.
        named: whether the name of a place stands before them.
    """
    word, owed = here[place], name.words[place]
    size, last = len(here), place == len(here) - 1
    if len(word) < 3 or len(owed) < 3 or word.isdigit() or owed.isdigit() or not word.isalpha():
        return False  # S Korea
    if word in CALENDAR or (word in COMPASS and owed in COMPASS) or (word in ROLES and owed not in ROLES):
        return False  # the Minister of Finance is no ministry
    if word in nationalities() or canonical(word) != lemma(word, "NNS"):
        return False  # Greek Parliament, European Parliament
    if (word, owed) in HOMOPHONES:
        return True
    town = size == 2 and name.words[0] == "university" and not is_word(word) and fold(word) != fold(owed)
    if town and gazetteer().knows(word.title()):
        return False  # the University of Mainz
    if word in TREATIES and owed in TREATIES:
        return False  # the Paris Accord
    if misspelt(word, owed, size):
        # Two words make many a name (National Treasure), a name and a word do not (Nobel Price).
        kept = here[:place] + here[place + 1 :]
        made = size == 2 and not last and here[-1] in _BODIES and cognate(word, owed) and means(word, owed)
        return made or size > 2 or not is_word(word) or not is_word(owed) or not all(map(is_word, kept))
    if last and size == 2 and name.words[0] == "university" and near_town(word, owed):
        return True
    free = named and size == 2 and here[-1] not in HEADS and name.words[0] not in _RANKS
    if last and not free:
        if name.words[0] in _OFFICES and size == 2:
            return word in fixed_names.load().meaning(owed)
        return no_kind(word, owed) or (name.title and strong(word, owed))
    if size == 2 and not name.title and not last and owed in _RANKS and here[-1] in HEADS:
        return means(word, owed) and word not in _RANKS
    return strong(word, owed) or (size > 2 and any(word in heads and owed in heads for heads in HEADS_ALIKE))


def one_body(minor: tuple[str, ...], major: tuple[str, ...]) -> bool:
    """Tell whether two names of two words, of which the second is another, are hardly two: Green Covenant, Green Pact.

    Where the first word is a country or a person, or one of them is a known name, there may well be both.
    """
    first = minor[0].lower()
    if first in nationalities() or minor[1].lower() in ROLES or not is_word(first) or first in COMPASS:
        return False
    return not known(minor) and not known(major) and (first, minor[1].lower()) not in _MANY


def known(name: Sequence[str]) -> bool:
    """Tell whether some words are a fixed name."""
    here = content(name)
    keys = map(canonical, here)
    return any(found.words == here for found in fixed_names.load().at(any_order_sum(keys)))
