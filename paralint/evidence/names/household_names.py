"""Names that everybody writes in one way, with their words turned, joined or in another form: *the Crossed Red*.

A name of two words is held against no other one for a synonym in it: too many bodies are called alike. But nobody
turns the words of the Red Cross, nor puts an *of* into the World Bank, and of the words in such names a list says what
a rewriter makes of them. The rule that asks is heard in damaged texts alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product

from paralint.data import listed
from paralint.evidence.names.fixed_names import SMALL
from paralint.evidence.names.mentions import mentions
from paralint.evidence.names.name_stretches import runs
from paralint.evidence.words.closed import GENITIVES, words
from paralint.text.document import Document
from paralint.values import NamedTuple

_FEWEST, _MOST = 2, 5  # content words of a name
_SMALL = GENITIVES | words("& and to in on at with")  # no small words of a name
_LANDS = frozenset(("england", "scotland", "wales", "ireland", "australia", "america", "europe", "india", "africa"))
_OTHER_NAMES = frozenset(("bank west", "bank of the west", "square times", "council of europe"))


class _Household(NamedTuple):
    """The names of the list.

    Attributes:
        written: each as it is written, by its content words in alphabetical order.
        right: for each word what it may stand for, itself included.
        words: all words of the names, and all that may stand for them.
    """

    written: Mapping[tuple[str, ...], tuple[str, ...]]
    right: Mapping[str, tuple[str, ...]]
    words: frozenset[str]


@lru_cache(maxsize=1)
def _household() -> _Household:
    written: dict[tuple[str, ...], tuple[str, ...]] = {}
    right: dict[str, tuple[str, ...]] = {}
    for line in listed("household-names"):
        word, colon, others = line.partition(":")
        if colon:
            for other in others.split():
                right[other] = (*right.get(other, ()), word)
        else:
            key = tuple(sorted(_content(line.split())))
            written[key] = (*written.get(key, ()), line)
            for part in key:
                right[part] = (part, *right.get(part, ()))
    return _Household(written, right, frozenset(right))


def _content(forms: Sequence[str]) -> tuple[str, ...]:
    return tuple(form.lower() for form in forms if form.lower() not in SMALL)


def household_names(document: Document) -> Iterator[tuple[int, int, str]]:
    """Yield the first and last token (half open) of another form of a name that everybody knows, and that name."""
    tokens = document.tokens
    titled = document.derive(mentions).titled
    known = _household().words
    for first, last in runs(document):
        if document.block_of(first) in titled:
            continue
        for begin, end in _parts(document, first, last + 1):
            forms = tuple(tokens.word(place).form for place in range(begin, end))
            if all(form.lower() in known or form.lower() in SMALL for form in forms):
                owed = _owed(forms)
                if owed:
                    yield begin, end, owed


def _parts(document: Document, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield a run without the word that only a sentence's beginning gives a capital, and its parts about *of*."""
    lower = [document.tokens.word(place).lower for place in range(first, last)]
    while lower and (lower[0] in SMALL or lower[0] == "a"):
        first, lower = first + 1, lower[1:]
    while lower and lower[-1] in SMALL:
        last, lower = last - 1, lower[:-1]
    yield first, last
    if len(lower) > _FEWEST and lower[-1] in _LANDS:
        end = last - 1  # the National Health Service England
        while end > first and lower[end - first - 1] in SMALL:
            end -= 1
        yield first, end
    for at, word in enumerate(lower):
        if word == "of":
            yield first, first + at
            rest = first + at + 1
            while rest < last and lower[rest - first] in SMALL:
                rest += 1
            yield rest, last


@lru_cache(maxsize=1 << 12)
def _owed(forms: tuple[str, ...]) -> str:
    """Return the name that some words are another form of; empty if there is none, or they are that name."""
    here, plain = _content(forms), " ".join(forms).lower()
    if not _FEWEST <= len(here) <= _MOST or plain in _OTHER_NAMES:
        return ""
    if any(form.isupper() and len(form) > 1 for form in forms) or any(form.lower() in _SMALL for form in forms):
        return ""
    table = _household()
    found = ""
    for owed in product(*(table.right[word] for word in here)):
        for name in table.written.get(tuple(sorted(owed)), ()):
            if _same(plain, name):
                return ""
            found = found or name
    return found


def _same(plain: str, name: str) -> bool:
    """Tell whether some words are a name as it is written, articles apart."""
    return plain.replace("the ", "") == name.lower().replace("the ", "")
