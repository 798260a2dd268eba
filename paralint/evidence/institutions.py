"""Institutions: fixed names translated word by word, and abbreviations that do not fit the name they stand for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Set
from functools import lru_cache

from paralint.evidence.flaws import Flaw
from paralint.evidence.gazetteer import load
from paralint.evidence.mentions import mentions
from paralint.evidence.spellings import distance
from paralint.evidence.titles import HEADS, ROLES, words
from paralint.evidence.usage import american
from paralint.text.document import Document
from paralint.text.morphology import is_word, lemma
from paralint.values import NamedTuple

_SMALL = words("of for and the in on to with at de des")
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
# Heads that stand for one another in the names of bodies, beyond what a thesaurus says of them.
_HEADS = tuple(
    words(listed)
    for listed in (
        "university college academy institution school faculty",
        "institute institution academy college centre center",
        "agency bureau office department authority administration directorate",
        "committee commission board council panel",
        "association federation union league alliance society organization organisation",
    )
)
# Words that are others of the name to the ear.
_HOMOPHONES = frozenset(
    pair
    for one, other in (
        ("capital", "capitol"), ("council", "counsel"), ("corps", "core"), ("corps", "corpse"), ("naval", "navel"),
        ("principal", "principle"), ("peace", "piece"), ("border", "boarder"), ("sea", "see"), ("board", "bored"),
        ("marshal", "martial"), ("cavalry", "calvary"), ("fair", "fare"), ("main", "mane"), ("great", "grate"),
        ("mail", "male"), ("air", "heir"), ("guard", "gourd"), ("rights", "rites"), ("rights", "writes"),
        ("reserve", "reverse"), ("canal", "channel"), ("treaty", "treatise"), ("statute", "statue"),
    )
    for pair in ((one, other), (other, one))
)  # fmt: skip
_RANKS = words("royal national general world supreme high european american british international")
_OFFICES = words("ministry")  # of what is a closed list
_COMPASS = words("north south east west northern southern eastern western")
_SPELT = 4  # letters of a word that is taken for another one misspelt
_OF_OWNERS = frozenset(("'", "’", "&"))
_UNLIKELY = 4  # letters of one that is like no other by chance
_SHORTEST = 3  # letters of an abbreviation that is compared with its expansion


class _Index(NamedTuple):
    by_word: Mapping[str, tuple[tuple[tuple[str, ...], int], ...]]  # the institutions with a word, and its position
    names: frozenset[tuple[str, ...]]
    written: Mapping[tuple[str, ...], str]


@lru_cache(maxsize=1)
def _index() -> _Index:
    countries = (country.name for country in load().countries if " " in country.name)
    written = {_key(name): name for name in (*load().institutions, *countries)}
    by_word: dict[str, list[tuple[tuple[str, ...], int]]] = defaultdict(list)
    for name in written:
        if len(name) > 1:
            for position, word in enumerate(name):
                if word not in _SMALL:
                    by_word[word].append((name, position))
    for word in list(by_word):
        british = _british(word)
        if british != word and american(british) == word:
            by_word[british] = by_word[word]
    return _Index({word: tuple(entries) for word, entries in by_word.items()}, frozenset(written), written)


def _british(word: str) -> str:
    for ending, other in (("ense", "ence"), ("iz", "is"), ("er", "re"), ("or", "our"), ("ogram", "ogramme")):
        if ending in word:
            return word.replace(ending, other)
    return word


def _key(name: str) -> tuple[str, ...]:
    return tuple(american(word.lower()) for word in name.split())


def institution_flaws(document: Document) -> tuple[Flaw, ...]:
    """Return the flaws translated, initials and acronym of a document."""
    if not document.derive(mentions).all:
        return ()
    found = [*_translated(document), *_restated(document), *_initials(document), *_exchanged(document)]
    return tuple(sorted(found, key=lambda flaw: flaw.span.start))


@lru_cache(maxsize=1 << 12)
def _candidates(lower: str, before: str, behind: str) -> tuple[tuple[tuple[str, ...], int], ...]:
    """Return the names with a word that may be meant by it and the words on its two sides, and its position in each.

    "National" and the like stand in hundreds of names, and in most of them beside another word than here, and none
    like it.
    """
    found = []
    for name, position in _index().by_word[lower]:
        beside, owed = (behind, name[1]) if position == 0 else (before, name[position - 1])
        if beside[:3] == owed[:3] or beside[1:] == owed[1:] or _means(beside, owed):
            found.append((name, position))
    return tuple(found)


def _translated(document: Document) -> Iterator[Flaw]:
    """International Money Fund: a known name with some of its words changed for others of like meaning."""
    tokens = document.tokens
    index = _index()
    titled = document.derive(mentions).titled
    reported: set[int] = set()
    for lower in sorted(document.by_lower.keys() & index.by_word.keys()):
        places = [
            place for number in document.by_lower[lower] if tokens.types[number].capital
            for place in document.places[number]
        ]  # fmt: skip
        for place in places:
            before, behind = (
                american(tokens.word(side).lower) if 0 <= side < len(tokens) else "" for side in (place - 1, place + 1)
            )
            for name, position in _candidates(lower, before, behind):
                first = place - position
                last = first + len(name)
                if first < 0 or last > len(tokens) or first in reported:
                    continue
                here = [american(tokens.types[kind].lower) for kind in tokens.ids[first:last]]
                named = first > 0 and _is_name_of_place(document, first - 1)
                if (
                    not _like(here, name, named)
                    or not _whole(document, first, last)
                    or document.block_of(place) in titled
                ):
                    continue
                if document.sentence_of(first) != document.sentence_of(last - 1):
                    continue
                reported.add(first)
                span = tokens.span(first, last)
                yield Flaw("translated", span, document.quote(span), index.written[name], None, "")


def _restated(document: Document) -> Iterator[Flaw]:
    """Northgate Corn Marketplace beside Northgate Corn Market: a name of the document with one word changed."""
    found = document.derive(mentions)
    uses = Counter(mention.parts for mention in found.full)
    slots: dict[tuple[int, tuple[str, ...]], list[tuple[str, ...]]] = defaultdict(list)
    for parts in uses:
        for index in range(len(parts)):
            slots[index, parts[:index] + parts[index + 1 :]].append(parts)
    for (index, _), rivals in slots.items():
        if len(rivals) != 2:
            continue
        # The later of two equals is the changed one; a Counter keeps their order.
        minor = min(reversed(rivals), key=uses.__getitem__)
        major = rivals[0] if minor is rivals[1] else rivals[1]
        word, owed = minor[index].lower(), major[index].lower()
        if found.counts[minor[index]] > 1 or not _replaces(word, owed):
            continue
        if len(minor) == 2 and (index == 0 or not _one_body(minor, major)):
            continue
        other = next(mention for mention in found.full if mention.parts == major)
        for mention in found.full:
            if mention.parts == minor:
                span = found.span(mention)
                yield Flaw("translated", span, document.quote(span), " ".join(major), found.span(other), "")


def _one_body(minor: tuple[str, ...], major: tuple[str, ...]) -> bool:
    """Tell whether two names of two words, of which the second is another, are hardly two: Green Covenant, Green Pact.

    Where the first word is a country or a person, or one of them is a known name, there may well be both.
    """
    first = minor[0].lower()
    if first in _nationalities() or minor[1].lower() in ROLES or not is_word(first) or first in _COMPASS:
        return False
    return (
        _index().names.isdisjoint((_key(" ".join(minor)), _key(" ".join(major))))
        and (minor[1].lower(), first) not in _MANY
    )


def _replaces(word: str, owed: str) -> bool:
    """Tell whether a word can have come in for another one: of like meaning, or a longer word made from it."""
    if american(word) == american(owed) or lemma(word, "NNS") == lemma(owed, "NNS"):
        return False
    if not is_word(word) or not is_word(owed) or (word in _COMPASS and owed in _COMPASS):
        return False
    longer = len(owed) > 3 and len(word) > len(owed) + 2 and word.startswith(owed)
    return longer or word in load().synonyms.get(owed, ())


@lru_cache(maxsize=1)
def _nationalities() -> frozenset[str]:
    return frozenset(american(form.lower()) for country in load().countries for form in country.adjectives)


def _means(word: str, owed: str) -> bool:
    """Tell whether two words are of like meaning, as they stand or both in the plural: safeties, securities."""
    synonyms = load().synonyms
    one, other = lemma(word, "NNS"), lemma(owed, "NNS")
    return word in synonyms.get(owed, ()) or (other != owed and one != word and one in synonyms.get(other, ()))


def _is_name_of_place(document: Document, place: int) -> bool:
    """Tell whether a word with a capital is none of the language: what stands behind may have its name from a place."""
    word = document.tokens.word(place)
    return word.capital and word.form.isalpha() and not word.upper and not is_word(word.lower)


def _like(here: list[str], name: tuple[str, ...], named: bool) -> bool:
    """Tell whether some words, but not all and not the small ones, are changed for words that can replace them.

    Args:
        here: the words of the document, in lower case.
        name: those of the institution.
        named: whether a word that is none of the language stands before them.
    """
    if tuple(here) in _index().names or tuple(here[-2:]) in _MANY:
        return False
    synonyms = load().synonyms
    changed = [(word, owed) for word, owed in zip(here, name, strict=True) if word != owed]
    content = [word for word in name if word not in _SMALL]
    # A body of another country may differ in its last word alone: Safety Board, Safety Committee.
    if not changed or len(changed) >= len(content):
        return False
    if len(changed) == 1 and _misspelt(*changed[0], len(content)):
        # Two words make many a name (National Treasure), a name and a word do not (Nobel Price).
        kept = (word for word in content if word != changed[0][1])
        return len(content) > 2 or not is_word(changed[0][0]) or not all(map(is_word, kept))
    if tuple(here[:-1]) == name[:-1] and not (
        named and len(name) == 2 and here[-1] not in HEADS and name[0] not in _RANKS
    ):
        owed = synonyms.get(name[-1], ()) if name[0] in _OFFICES and len(name) == len(content) + 1 else ()
        return (here[-1], name[-1]) in _HOMOPHONES or here[-1] in owed or _no_kind(here[-1], name[-1])
    if len(content) == 2 and here[-1] != name[-1] and not (named and here[-1] not in HEADS and name[0] not in _RANKS):
        return False
    if any(len(word) < 3 for word, _ in changed):
        return False  # S Korea
    if any(word in ROLES and owed not in ROLES for word, owed in changed):
        return False  # the Minister of Finance is no ministry
    if any(word in _nationalities() for word, _ in changed):
        return False  # Greek Parliament, European Parliament
    return all(
        owed not in _SMALL and word not in _SMALL and lemma(word, "NNS") != lemma(owed, "NNS") and (
            _means(word, owed) or lemma(word, "NNS") in synonyms.get(owed, ()) or _cognate(word, owed)
            or (word, owed) in _HOMOPHONES or (len(content) > 2 and _beheaded(word, owed))
        )
        for word, owed in changed
    )  # fmt: skip


def _no_kind(word: str, owed: str) -> bool:
    """Tell whether a last word means what the last one of a name does, but is no kind of body: National Gathering."""
    if word in HEADS or word in ROLES or word.startswith(owed) or lemma(word, "NNS") == lemma(owed, "NNS"):
        return False  # Middle Eastern
    return _means(word, owed)


def _misspelt(word: str, owed: str, size: int) -> bool:
    """Tell whether a word is one of the name with a letter changed (Nobel Price), or begun alike (Wildness)."""
    if min(len(word), len(owed)) < _SPELT or word in _COMPASS or lemma(word, "NNS") == lemma(owed, "NNS"):
        return False
    if len(word) == len(owed) and distance(word, owed, 1) == 1:
        return word[0] == owed[0] or len(word) > _SPELT + 2
    return size > 2 and is_word(word) and word[:_SPELT] == owed[:_SPELT] and abs(len(word) - len(owed)) <= 1


def _beheaded(word: str, owed: str) -> bool:
    """Tell whether one sort of body stands for another: an institution for an institute."""
    return any(word in heads and owed in heads for heads in _HEADS)


def _cognate(word: str, owed: str) -> bool:
    """Tell whether two words are forms of one root: money and monetary."""
    short, long = sorted((word, owed), key=len)
    return len(short) > 3 and long.startswith(short[:-1] if len(short) < 6 else short[:-2]) and is_word(word)


def _whole(document: Document, first: int, last: int) -> bool:
    """Tell whether the words are capitalised and no capitalised word joins them on either side."""
    tokens = document.tokens
    for place in range(first, last):
        word = tokens.word(place)
        if not word.capital and word.lower not in _SMALL:
            return False
    before = tokens.word(first - 1) if first else None
    if all(tokens.word(place).upper for place in range(first, last)):
        return False  # a line in capitals
    after = tokens.word(last) if last < len(tokens) else None
    if (
        after is not None
        and after.lower == "of"
        and any(tokens.word(place).lower == "of" for place in range(first, last))
    ):
        return False  # Association of Directors of Social Services
    begins = document.sentence_of(first) != document.sentence_of(first - 1) if first else True
    joined_before = before is not None and before.capital and not begins and before.lower not in _SMALL
    if joined_before and last - first == 2 and _is_name_of_place(document, first - 1):
        joined_before = False
    return not joined_before and not (after is not None and after.capital)


def _initials(document: Document) -> Iterator[Flaw]:
    """European Culture of Cardiology (ESC), and NGB beside National Bank of Georgia (NBG)."""
    tokens = document.tokens
    defined: dict[str, int] = {}
    for opener, closers in (("(", ")"), ("or", ",.;)")):
        for bracket in (place for number in document.by_lower.get(opener, ()) for place in document.places[number]):
            if bracket + 2 >= len(tokens) or tokens.word(bracket + 2).form not in closers:
                continue
            if opener == "or" and tokens.word(bracket - 1).form != ",":
                continue
            letters = tokens.word(bracket + 1).form
            if not letters.isalpha() or not letters.isupper() or not _SHORTEST <= len(letters) < 8:
                continue
            places = _expansion(document, bracket - (opener == "or"), len(letters))
            if len(places) != len(letters):
                continue
            wrong = [at for at, letter in zip(places, letters, strict=True) if tokens.word(at).form[0] != letter]
            if not wrong:
                defined.setdefault(letters, bracket + 1)
            elif _reordered((owed := "".join(tokens.word(at).form[0] for at in places)), letters):
                if not _swapped(owed, letters):  # the name may be the one that has been turned round
                    span = tokens.span(places[0], bracket + 2)
                    whole = document.quote(span)
                    right = whole.removesuffix(letters) + owed
                    yield Flaw("acronym", span, whole, right, None, "the initials of the name stand in another order")
                    continue
                span, other = tokens.span(bracket + 1, bracket + 2), tokens.span(places[0], places[-1] + 1)
                yield Flaw("acronym", span, letters, owed, other, "the initials of the name stand in another order")
            elif len(wrong) == 1 and is_word(tokens.word(wrong[0]).lower):
                owed = letters[places.index(wrong[0])]
                right = _word_with(tokens.word(wrong[0]).lower, owed)
                if right:
                    span = tokens.span(wrong[0], wrong[0] + 1)
                    other = tokens.span(bracket + 1, bracket + 2)
                    yield Flaw("initials", span, document.quote(span), right, other, f"the abbreviation has '{owed}'")
    for letters, place in defined.items():
        yield from _jumbled(document, letters, place)
    yield from _transposed(document, defined.keys())


def _reordered(initials: str, letters: str) -> bool:
    """Tell whether two neighbouring letters of an abbreviation have changed places, or one end has become the other.

    Any other order can be that of another language: the National Centre for Scientific Research is the CNRS.
    """
    return _swapped(initials, letters) or letters in (initials[1:] + initials[0], initials[-1] + initials[:-1])


def _swapped(initials: str, letters: str) -> bool:
    """Tell whether two neighbouring letters of an abbreviation have changed places."""
    wrong = [place for place, (one, other) in enumerate(zip(initials, letters, strict=True)) if one != other]
    return (
        len(wrong) == 2
        and wrong[1] == wrong[0] + 1
        and initials[wrong[0]] == letters[wrong[1]]
        and initials[wrong[1]] == letters[wrong[0]]
    )


def _expansion(document: Document, place: int, number: int) -> list[int]:
    """Return the ``number`` capitalised words right before a bracket, small words passed over."""
    tokens = document.tokens
    found: list[int] = []
    while place > 0 and len(found) < number:
        place -= 1
        word = tokens.word(place)
        if word.capital and word.form.isalpha():
            found.append(place)
        elif word.lower not in _SMALL and word.lower not in _OF_OWNERS:
            break
    return found[::-1]


def _word_with(word: str, letter: str) -> str:
    """Return a word of like meaning with the given initial, for an institution's word; empty if there is none."""
    for owed, others in load().synonyms.items():
        if owed[0] == letter.lower() and (word in others or lemma(word, "NNS") in others):
            return owed.capitalize()
    return ""


def _jumbled(document: Document, letters: str, place: int) -> Iterator[Flaw]:
    tokens = document.tokens
    other = tokens.span(place, place + 1)
    for number, word in enumerate(tokens.types):
        form = word.form
        if not word.upper or form == letters or len(form) != len(letters) or sorted(form) != sorted(letters):
            continue
        places = document.places[number]
        if form.lower() in document.by_lower and is_word(form):
            continue
        for at in places:
            if at and tokens.word(at - 1).form == "(":
                break
        else:
            for at in places:
                span = tokens.span(at, at + 1)
                yield Flaw("acronym", span, form, letters, other, "its letters are in another order")


def _anagrams(document: Document, shortest: int, limit: int) -> Iterator[tuple[int, int]]:
    """Yield the types of two abbreviations of the same letters: the rarer one, of equals the later, and the other.

    Args:
        shortest, limit: how many letters they have, the limit left out.
    """
    alike: dict[str, list[int]] = defaultdict(list)
    for number, word in enumerate(document.tokens.types):
        if word.upper and word.form.isalpha() and shortest <= len(word.form) < limit and not is_word(word.lower):
            alike["".join(sorted(word.form))].append(number)
    for numbers in alike.values():
        if len(numbers) == 2:
            # Types are numbered as they come.
            minor = min(reversed(numbers), key=lambda number: len(document.places[number]))
            yield minor, numbers[0] if minor is numbers[1] else numbers[1]


def _transposed(document: Document, defined: Set[str]) -> Iterator[Flaw]:
    """BRNGC beside BNRGC: a long abbreviation that stands once, with two neighbouring letters of another one moved."""
    tokens = document.tokens
    for minor, major in _anagrams(document, _UNLIKELY, 9):
        form, owed = tokens.types[minor].form, tokens.types[major].form
        # A line in capitals has no abbreviations, only words.
        if len(document.places[minor]) > 1 or owed in defined or not _swapped(form, owed):
            continue
        (place,) = document.places[minor]
        if place and tokens.word(place - 1).upper and place + 1 < len(tokens) and tokens.word(place + 1).upper:
            continue
        there = tokens.span(document.places[major][0], document.places[major][0] + 1)
        yield Flaw("acronym", tokens.span(place, place + 1), form, owed, there, "its letters are in another order")


def _exchanged(document: Document) -> Iterator[Flaw]:
    """The DPT jab beside the DTP jab: an abbreviation with two letters in another order before the same word."""
    tokens = document.tokens
    for minor, major in _anagrams(document, _SHORTEST, 7):
        if len(document.places[minor]) > 1:
            continue
        (place,) = document.places[minor]
        follower = _follower(document, place)
        other = next((at for at in document.places[major] if follower and _follower(document, at) == follower), None)
        if other is not None:
            span, there = tokens.span(place, place + 1), tokens.span(other, other + 1)
            yield Flaw(
                "acronym", span, document.quote(span), document.quote(there), there, "its letters are in another order"
            )


def _follower(document: Document, place: int) -> str:
    """Return the common word behind a token, in the singular; empty if there is none."""
    tokens = document.tokens
    word = tokens.word(place + 1) if place + 1 < len(tokens) else None
    return lemma(word.lower, "NNS") if word is not None and word.lower.isalpha() and not word.capital else ""
