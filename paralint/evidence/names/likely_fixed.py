"""Fixed names in other words, as only a damaged text has them: *International Migratory Organization*.

Where ``misnamed`` wants the words of a name in their order and one or two of them exchanged, here any of them may be of
one root with the name's own, or stand for it in a thesaurus, in any order, with other small words between. Of bodies of
like names there are many, so the rule that asks for it is heard in damaged texts alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import product
from math import prod
from operator import ne

from paralint.evidence.names import fixed_names
from paralint.evidence.names.fixed_names import FixedName, Standing, any_order_sum, canonical, content, with_place
from paralint.evidence.names.flaws import Flaw
from paralint.evidence.names.gazetteer import load as gazetteer
from paralint.evidence.names.household_names import household_names
from paralint.evidence.names.mentions import mentions
from paralint.evidence.names.misnamed import is_abbreviated, misnamed
from paralint.evidence.names.name_stretches import runs, stretches
from paralint.evidence.names.retold_names import kin_of, root
from paralint.evidence.words.closed import COMPASS, words
from paralint.evidence.words.titles import CALENDAR, HEADS, ROLES
from paralint.findings import Span
from paralint.text.document import Document
from paralint.text.morphology import is_word, lemma

_FEWEST, _MOST = 3, 6  # content words of a name
_SHORTEST = 4  # letters of a word that is another one
_KEPT = 2  # letters that a word shares with its root, but for peoples, who are compared by their countries
_BEARERS = ("er", "ers", "ists", "ist", "man", "men")  # those who are of a body
_CHOICES = 4000  # names that one may be held against
# Words of which many bodies have one or the other: no change of them alone makes a damaged name.
_USUAL = COMPASS | words(
    """royal national general world supreme high european american british international federal state public
    regional us base commodity futures local central global united joint independent new old first second third
    city county town municipal provincial republic kingdom police military army navy air force forces health
    people democratic republican liberal labour labor social socialist christian green party movement front
    alliance men women men's women's boys girls junior senior youth university college school institute centre
    center academy company group limited corporation bank trust club"""
)


def likely_fixed(document: Document) -> tuple[Flaw, ...]:
    """Return the flaws likely-fixed of a document (a layer: see ``Document.derive``)."""
    tokens = document.tokens
    titled = document.derive(mentions).titled
    told = [flaw.span for flaw in document.derive(misnamed)]
    flaws: list[Flaw] = []
    for run in runs(document):
        if document.block_of(run[0]) in titled:
            continue
        for span in sorted(stretches(document, run), key=lambda span: span.first - span.last):
            place = tokens.span(span.first, span.last)
            if any(_meet(place, other) for other in (*told, *(flaw.span for flaw in flaws))):
                continue
            forms = tuple(tokens.word(at).form for at in range(span.first, span.last))
            owed = _likely(forms)
            if owed and not is_abbreviated(document, span.last, forms):
                flaws.append(Flaw("likely-fixed", place, document.quote(place), owed, None, ""))
            if owed is not None:
                break
    for first, last, owed in household_names(document):
        place = tokens.span(first, last)
        forms = tuple(tokens.word(at).form for at in range(first, last))
        others = (*told, *(flaw.span for flaw in flaws))
        if not any(_meet(place, other) for other in others) and not is_abbreviated(document, last, forms):
            flaws.append(Flaw("likely-fixed", place, document.quote(place), owed, None, ""))
    return tuple(sorted(flaws, key=lambda flaw: flaw.span.start))


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


@lru_cache(maxsize=1 << 12)
def _likely(forms: tuple[str, ...]) -> str | None:
    """Return the name that some words are; empty if they are a known name themselves, None if neither."""
    here = content(forms)
    if not _FEWEST <= len(here) <= _MOST or not CALENDAR.isdisjoint(here):
        return None
    placed = with_place(forms)
    for parts in (here, *((placed.words,) if placed else ())):
        keys = tuple(map(canonical, parts))
        known = [name for name in fixed_names.load().at(any_order_sum(keys)) if sorted(name.forms) == sorted(keys)]
        if known:
            return known[0].written if parts is here and _is_rejoined(forms, here, known[0]) else ""
    for parts, name in ((here, ""), *(((placed.words, placed.name),) if placed else ())):
        owed = _named(parts)
        if owed:
            return owed.replace(fixed_names.PLACE, name)
    return None


def _is_rejoined(forms: Sequence[str], here: tuple[str, ...], name: FixedName) -> bool:
    """Tell whether the words of a name stand in another order with *of* again and again: Bank of X of Y."""
    joined = sum(form.lower() == "of" for form in forms)
    return joined > 1 and joined > name.written.lower().split().count("of") and name.words != here


def _named(here: tuple[str, ...]) -> str:
    """Return the known name each word of which answers one of some words; empty if there is none."""
    names = fixed_names.load()
    own = tuple(map(canonical, here))
    choices = [(form, *_answers(word, form)) for word, form in zip(here, own, strict=True)]
    if prod(map(len, choices)) > _CHOICES or all(len(each) == 1 for each in choices):
        return ""
    # What no word may be changed to is left out before all is combined with all.
    choices = [
        (form, *[other for other in others if _is_changed(word, other)])
        for word, (form, *others) in zip(here, choices, strict=True)
    ]
    for owed in product(*choices):
        if not 0 < sum(map(ne, own, owed)) < len(here):
            continue
        for name in names.at(any_order_sum(owed)):
            if name.standing is not Standing.LIKE and sorted(name.forms) == sorted(owed):
                return name.written
    return ""


@lru_cache(maxsize=1 << 12)
def _answers(word: str, form: str) -> tuple[str, ...]:
    """Return the words of names that a word may stand for."""
    if word == fixed_names.PLACE or not word.isalpha() or len(word) < _SHORTEST or not is_word(word):
        return ()
    singular = lemma(word, "NNS")
    found = {other for each in (word, singular) for other in fixed_names.load().owed.get(each, ())}
    found |= {other for other in kin_of(word) if fixed_names.load().has(other)}
    rest = root(word)
    found |= set(_rooted(rest[:_KEPT]).get(rest, ()))
    return tuple(sorted({canonical(other) for other in found} - {form}))


@lru_cache(maxsize=1 << 10)
def _rooted(start: str) -> Mapping[str, tuple[str, ...]]:
    """The words of names that begin with some letters by their roots: those of all would take 40 ms to find."""
    found: dict[str, tuple[str, ...]] = {}
    for word in fixed_names.load().words(start):
        if is_word(word):
            found[root(word)] = (*found.get(root(word), ()), word)
    return found


def _is_changed(word: str, owed: str) -> bool:
    """Tell whether bodies are hardly called by a word where they are called by another one."""
    return _usual().isdisjoint((word, owed)) and not word.endswith(_BEARERS) and word != fixed_names.PLACE


@lru_cache(maxsize=1)
def _usual() -> frozenset[str]:
    peoples = {form.lower() for country in gazetteer().countries for form in (country.name, *country.adjectives)}
    return _USUAL | HEADS | ROLES | peoples
