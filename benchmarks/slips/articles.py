"""Articles left out, put where none stands, and exchanged; other determiners than the noun takes."""

from __future__ import annotations

from collections.abc import Iterator

from paralint.data import listed
from paralint.text.morphology import countability, plural, singular, vowel_sound
from slips.change import BE, Change, Place

ARTICLES = frozenset({"a", "an", "the"})
POSSESSIVES = frozenset({"his", "her", "its", "their", "my", "our", "your"})
SOLE = frozenset({"same", "only", "first", "last", "next", "whole", "entire", "latter", "former", "rest", "top"})
COUNTRIES, MONTHS, WEEKDAYS = (frozenset(listed(name)) for name in ("countries", "months", "weekdays"))
QUANTITIES = frozenset({"both", "each", "every", "some", "another", "any"})
GIVEN_NAMES = frozenset(listed("given-names"))
PARTS = frozenset({"most", "all", "some", "many", "half", "one", "part", "whole", "rest", "end", "none", "much"})


def changes(place: Place) -> Iterator[Change]:
    """Yield the slips of articles and determiners at a word."""
    word = place.word()
    if word in ARTICLES:
        yield from _left_out(place)
        yield from _exchanged(place)
    elif place.word(-1) in ARTICLES and place.text.tokens.word(place.at - 1).capital:
        rest = place.text.tokens.word(place.at).form
        if place.tag() == "NN" and countability(word) == "count":
            yield Change("article left out: at the front", place.at - 1, place.at + 1, rest[:1].upper() + rest[1:])
    else:
        yield from _needless(place)
    yield from _determiners(place)


def _left_out(place: Place) -> Iterator[Change]:
    """Yield articles left out, by what stands around them."""
    before, tag_before, behind, tag_behind = place.word(-1), place.tag(-1), place.word(1), place.tag(1)
    if before in PARTS or (before == "of" and place.word(-2) in PARTS):
        yield place.instead("article left out: behind a part", "")
        return
    if tag_behind in ("JJS", "RBS") or behind in SOLE:
        yield place.instead("article left out: before a superlative", "")
        return
    if tag_behind == "NN" and place.tag(2) == "POS":
        yield place.instead("article left out: before an owner", "")
        return
    described = tag_behind == "JJ" and place.tag(2) == "NN"
    if not described and tag_behind != "NN":
        return
    what = "adjective" if described else "noun"
    if before in BE:
        yield place.instead(f"article left out: be + {what}", "")
    elif tag_before in ("IN", "TO"):
        yield place.instead(f"article left out: preposition + {what}", "")
    elif tag_before.startswith("VB"):
        yield place.instead(f"article left out: verb + {what}", "")
    elif before == "," and tag_before == ",":
        yield place.instead("article left out: behind a comma", "")
    elif before in ("and", "or", "but", "that", "than"):
        yield place.instead("article left out: behind a conjunction", "")


def _exchanged(place: Place) -> Iterator[Change]:
    """Yield an article in the place of another one, where only this can stand."""
    word, behind, tag_behind = place.word(), place.word(1), place.tag(1)
    if word == "the" and behind in ("same", "only", "rest", "latter", "whole", "best", "most", "last"):
        yield place.instead("a for the", "an" if vowel_sound(behind) else "a")
    if word == "the" and tag_behind == "NNS":
        yield place.instead("a for the before a plural", "an" if vowel_sound(behind) else "a")
    if word in ("a", "an"):
        if behind in ("few", "lot", "number", "couple", "series", "variety", "bit", "handful", "great", "little"):
            yield place.instead("the for a in a quantity", "the")
        yield place.instead("a for an", "a" if word == "an" else "an")
    if word == "the" and tag_behind == "NN":
        yield place.instead("two determiners", place.draw.choice(("the his", "the this", "a the", "some the")))


def _needless(place: Place) -> Iterator[Change]:
    """Yield articles where none stands."""
    word, tag, tag_before, tag_behind = place.word(), place.tag(), place.tag(-1), place.tag(1)
    form = place.text.tokens.word(place.at).form
    if (
        tag == "NNP"
        and tag_before in ("IN", "TO", "CC", "VBD", "VBZ")
        and tag_behind not in ("NN", "NNS", "NNP", "POS")
    ):
        if word in COUNTRIES:
            yield place.instead("the + country", f"the {form}")
        elif word in MONTHS:
            yield place.instead("the + month", f"the {form}")
        elif word in WEEKDAYS:
            yield place.instead("the + day", f"the {form}")
    if tag == "NNP" and word in GIVEN_NAMES and tag_behind == "NNP" and tag_before in ("IN", ",", "CC", "VBD"):
        yield place.instead("the + person", f"the {form}")
    if tag == "CD" and place.word(-1) in ("in", "since", "by") and len(word) == 4 and word[:2] in ("19", "20"):
        yield place.instead("the + year", f"the {form}")
    if tag == "NN" and tag_before in ("IN", "VBD", "VBZ", "VB") and countability(word) == "mass":
        yield place.instead("a + mass noun", f"{'an' if vowel_sound(word) else 'a'} {word}")
    if tag == "NNS" and tag_before in ("IN", "VBD", "VBZ", "VB") and place.word(-1) != "as":
        yield place.instead("a + bare plural", f"{'an' if vowel_sound(word) else 'a'} {word}")


def _determiners(place: Place) -> Iterator[Change]:
    """Yield determiners that are two, or that the noun does not take."""
    word, tag, before, tag_behind = place.word(), place.tag(), place.word(-1), place.tag(1)
    if word in POSSESSIVES and tag == "PRP$":
        yield place.instead("article + possessive", f"{place.draw.choice(('the', 'a', 'this'))} {word}")
    if (
        word in ("both", "each", "every", "some", "another", "any")
        and tag == "DT"
        and tag_behind in ("NN", "NNS", "JJ")
    ):
        yield place.instead("the + quantity", f"the {word}")
    if word == "all" and place.word(1) == "the":
        yield Change("the all", place.at, place.at + 2, "the all")
    if tag == "NNS" and before in ("these", "those", "many", "several", "both", "few", "some", "various", "other"):
        kind = "many + singular" if before in ("many", "several", "few", "various") else "these + singular"
        yield place.instead(kind if before not in ("some", "other") else "some + singular", singular(word))
    if tag == "NN" and before in ("each", "every", "another", "this", "that"):
        kind = "this + plural" if before in ("this", "that") else "every + plural"
        if countability(word) == "count":
            yield place.instead(kind, plural(word))
    if tag == "NN" and before in ("a", "an") and countability(word) == "count":
        yield place.instead("a + plural", plural(word))
    if word == "many" and tag_behind == "NNS":
        yield place.instead("much + plural", "much")
    if word == "fewer" and tag_behind == "NNS":
        yield place.instead("less + plural", "less")
    if word == "much" and tag_behind == "NN" and place.word(-1) not in ("as", "how"):
        yield place.instead("many + mass noun", "many")
    if word == "little" and tag_behind == "NN" and before not in ARTICLES | POSSESSIVES and tag == "JJ":
        yield place.instead("few + mass noun", "few")
    if word in ("nobody", "nothing", "nowhere"):
        yield place.instead("no + any", f"no any{word[2:]}")
    if word == "another" and tag_behind == "NN":
        yield place.instead("other for another", place.draw.choice(("other", "an another", "the another")))
