"""Nouns in the wrong number, numbers, quantities and owners."""

from __future__ import annotations

import re
from collections.abc import Iterator

from paralint.evidence.words.closed import words
from paralint.text.morphology import countability, plural, singular
from slips.change import Change, Place

MASSES = words(
    """
    information advice evidence furniture research staff equipment progress luggage legislation knowledge software
    compensation housing behaviour behavior violence weather traffic aid help assistance cooperation homework news
    machinery clothing cash wealth health training pollution damage support unemployment poverty security
    """
)
UNITS = frozenset({"year", "day", "hour", "month", "week", "minute", "mile", "foot", "metre", "meter", "page", "point"})
IRREGULAR = {"children": "childrens", "men": "mens", "women": "womens", "people": "peoples", "police": "polices"}
GROUPS = {"hundreds": "hundred", "thousands": "thousand", "millions": "million", "dozens": "dozen", "scores": "score"}
COUNTS = frozenset({"hundred", "thousand", "million", "billion", "dozen"})


def changes(place: Place) -> Iterator[Change]:
    """Yield the slips of number, quantity and owner at a word."""
    word, tag = place.word(), place.tag()
    if tag in ("NN", "NNS"):
        yield from _forms(place)
    yield from _quantities(place)
    yield from _owners(place)
    if re.fullmatch(r"\d+\.\d+", word):
        yield place.instead("decimal comma", word.replace(".", ","))
    if "-" in word:
        yield from _ages(place)


def _forms(place: Place) -> Iterator[Change]:
    """Yield nouns in a form that they do not have or not there."""
    word, tag, before, tag_before, tag_behind = place.word(), place.tag(), place.word(-1), place.tag(-1), place.tag(1)
    if tag == "NN" and word in MASSES:
        yield place.instead("plural of a mass noun", plural(word) if plural(word) != word else word + "s")
    if word in IRREGULAR:
        yield place.instead("plural twice", IRREGULAR[word])
    if tag == "NNS" and (tag_before == "CD" or before in ("these", "those", "many", "several")):
        yield place.instead("number + singular", singular(word))
    if (
        tag == "NN"
        and tag_behind in ("NN", "NNS")
        and tag_before in ("DT", "IN", "JJ")
        and countability(word) == "count"
    ):
        yield place.instead("plural before a noun", plural(word))
    if (
        tag == "NNS"
        and before == "the"
        and place.word(-2) == "of"
        and place.word(-3) in ("one", "some", "many", "most")
    ):
        yield place.instead("one of + singular", singular(word))
    if tag == "NNS" and before == "of" and place.word(-2) in GROUPS:
        yield place.instead("hundreds of + singular", singular(word))
    if word in ("savings", "thanks", "premises", "headquarters", "surroundings", "clothes", "outskirts", "goods"):
        yield place.instead("singular of a plural noun", word[:-1])


def _quantities(place: Place) -> Iterator[Change]:
    """Yield numbers and quantities that are put together wrongly."""
    word, before, behind = place.word(), place.word(-1), place.word(1)
    if word in GROUPS and behind == "of":
        yield place.instead("hundred of", GROUPS[word])
        yield Change("dozens + noun", place.at, place.at + 2, place.word())
    if word in COUNTS and place.tag(-1) == "CD":
        yield place.instead("three thousands", word + "s")
        yield place.instead("million of", f"{word} of")
    if word == "half" and behind == "a":
        yield Change("half of million", place.at, place.at + 2, "half of")
    if word == "per" and behind in ("cent", "day", "week", "year"):
        yield place.instead("per left out", "")
    if word in ("number", "couple", "series", "lot", "handful", "range", "group") and behind == "of" and before == "a":
        yield Change("of behind a quantity left out", place.at, place.at + 2, word)
    if word in ("more", "other", "others") and place.tag(-1) == "CD":
        yield place.instead("two mores", "mores" if word == "more" else "others" if word == "other" else "other")


def _owners(place: Place) -> Iterator[Change]:
    """Yield owners with a wrong apostrophe, or in another construction."""
    word, tag, behind = place.word(), place.tag(), place.tag(1)
    form = place.text.tokens.word(place.at).form
    if tag in ("NN", "NNP") and behind == "POS" and place.tag(2) in ("NN", "NNS", "JJ"):
        kind = "noun" if tag == "NN" else "name"
        yield Change(f"{kind}: apostrophe lost", place.at, place.at + 2, form + "s")
        yield Change(f"{kind}: genitive lost", place.at, place.at + 2, form)
        yield Change(f"{kind}: apostrophe too late", place.at, place.at + 2, form + "s'")
    if word == "its":
        yield place.instead("it's for its", "it's")
    if word in ("children", "men", "women", "people") and behind == "POS":
        yield Change("childrens'", place.at, place.at + 2, word + "s'")
    if tag == "NNS" and word.endswith("s") and behind in ("VBD", "MD", "VBP", "IN", "."):
        yield place.instead("apostrophe too many", word[:-1] + "'s")
    if tag == "PRP$" and behind in ("NN", "NNS") and place.tag(2) not in ("NN", "NNS"):
        pronoun = {"his": "him", "her": "her", "its": "it", "their": "them", "my": "me", "our": "us", "your": "you"}
        if word in pronoun:
            noun = place.word(1)
            yield Change("the car of him", place.at, place.at + 2, f"the {noun} of {pronoun[word]}")
            yield place.instead("pronoun for possessive", pronoun[word])


def _ages(place: Place) -> Iterator[Change]:
    """Yield ages and lengths of time with a hyphen or an ending too many or lost."""
    word = place.word()
    age = re.fullmatch(r"(\w+)-year-old(s?)", word)
    if age:
        yield place.instead("38-years-old", f"{age[1]}-years-old{age[2]}")
        yield place.instead("38 year-old", f"{age[1]} year-old{age[2]}")
    length = re.fullmatch(r"(\w+)-(\w+)", word)
    if length and length[2] in UNITS and place.tag(1) in ("NN", "JJ", "NNS"):
        yield place.instead("24-hours walkout", f"{word}s")
        yield place.instead("a five years plan", f"{length[1]} {length[2]}s")
