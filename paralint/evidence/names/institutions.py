"""Institutions: fixed names translated word by word, and abbreviations that do not fit the name they stand for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Set

from paralint.evidence.names import fixed_names
from paralint.evidence.names.designations import designation_flaws
from paralint.evidence.names.flaws import Flaw
from paralint.evidence.names.mentions import mentions
from paralint.evidence.names.misnamed import misnamed
from paralint.evidence.words.closed import words
from paralint.evidence.words.places import capitals
from paralint.text.document import Document
from paralint.text.morphology import is_word, lemma

_SMALL = words("of for and the in on to with at de des")
_OF_OWNERS = frozenset(("'", "’", "&"))
_UNLIKELY = 4  # letters of one that is like no other by chance
_SHORTEST = 3  # letters of an abbreviation that is compared with its expansion
# Countries and regions whose languages put the noun first, as their abbreviations do.
# Initials of a name as its own language has it, told beside the name in English: the Social Democratic Party (SPD).
_AT_HOME = frozenset({"SPD", "PSD", "PSI", "PCI", "PCF", "PCE", "PCP", "OTAN", "ONU", "START"})
_ROMANCE = words(
    """
    Andorra Angola Argentina Argentine Aragon Basque Belgian Belgium Benin Bolivia Bolivian Brazil Brazilian Burkina
    Burundi Cameroon Catalan Catalonia Chad Chile Chilean Colombia Colombian Congo Congolese Cuba Cuban Djibouti
    Dominican Ecuador Ecuadorian France French Gabon Galicia Guatemala Guatemalan Guinea Haiti Haitian
    Honduran Honduras Italian Italy Luxembourg Madagascar Mali Malian Mexican Mexico Moldova Moldovan Monaco Mozambique
    Nicaragua Nicaraguan Niger Panama Panamanian Paraguay Paraguayan Peru Peruvian Portugal Portuguese Quebec Romania
    Romanian Salvador Salvadoran Senegal Senegalese Spain Spanish Swiss Switzerland Togo Tunisia Tunisian Uruguay
    Uruguayan Valencia Venezuela Venezuelan
    """
)

_PLACED = frozenset({"university", "bank", "institute", "museum", "college", "port"})


def institution_flaws(document: Document) -> tuple[Flaw, ...]:
    """Return the flaws translated, initials and acronym of a document."""
    if not document.derive(mentions).all:
        return ()
    found = [
        *document.derive(misnamed),
        *_initials(document),
        *_exchanged(document),
        *designation_flaws(document),
    ]
    return tuple(sorted(found, key=lambda flaw: flaw.span.start))


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
            if opener == "(" and letters.istitle() and len(letters) > _SHORTEST:
                letters = letters.upper()  # the house style of some papers: Nato
            if (
                letters in _AT_HOME
                or not letters.isalpha()
                or not letters.isupper()
                or not _SHORTEST <= len(letters) < 8
            ):
                continue
            places = _expansion(document, bracket - (opener == "or"), len(letters))
            if len(places) != len(letters):
                continue
            wrong = [at for at, letter in zip(places, letters, strict=True) if tokens.word(at).form[0] != letter]
            if not wrong:
                defined.setdefault(letters, bracket + 1)
            elif _reordered((owed := "".join(tokens.word(at).form[0] for at in places)), letters):
                if any(tokens.word(at).form in _ROMANCE for at in places) or _goes_by_place(document, places):
                    continue  # the Geophysical Institute of Peru is the IGP at home, the University of Hong Kong HKU
                if tokens.word(bracket + 1).form.istitle() and places[0] and tokens.word(places[0] - 1).capital:
                    continue  # Parti Solidariti Tanah Airku Rakyat Sabah (Star): the name begins farther in front
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


def _goes_by_place(document: Document, places: list[int]) -> bool:
    """Tell whether a body is called by its place first: the *University of* Hong Kong is HKU, that of Nairobi NU."""
    tokens = document.tokens
    return tokens.word(places[0]).lower in _PLACED and tokens.word(places[0] + 1).lower == "of"


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
    owed = fixed_names.load().owed
    choices = sorted([*owed.get(word, ()), *owed.get(lemma(word, "NNS"), ())])
    return next((choice.capitalize() for choice in choices if choice[0] == letter.lower()), "")


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
    for number in document.derive(capitals):
        word = document.tokens.types[number]
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
