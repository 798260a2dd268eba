"""Pronouns of another kind or case, pairs of conjunctions that do not go together, and series of unlike members."""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.words.nouns import agents
from paralint.text.morphology import inflect, lemma
from slips.change import BE, HAVE, Change, Place

OBJECTS = {"his": "him", "their": "them", "its": "it", "our": "us", "my": "me"}
SUBJECTS = {"his": "he", "their": "they", "its": "it", "our": "we", "her": "she"}
OWNERS = {
    "him": "his",
    "them": "their",
    "us": "our",
    "it": "its",
    "they": "their",
    "he": "his",
    "we": "our",
    "she": "her",
}
SELVES = ("himself", "themselves", "itself", "myself", "ourselves")
PREPOSITIONS_FOR = {
    "although": "despite",
    "though": "despite",
    "while": "during",
    "because": "because of",
    "when": "during",
}
PAIRS = {
    ("either", "or"): "and",
    ("both", "and"): "or",
    ("neither", "nor"): "or",
    ("between", "and"): "to",
    ("from", "to"): "and",
}
REACH = 5


def changes(place: Place) -> Iterator[Change]:
    """Yield the slips of pronouns and pairs at a word."""
    yield from _relatives(place)
    yield from _cases(place)
    yield from _clauses(place)
    yield from _series(place)


def _relatives(place: Place) -> Iterator[Change]:
    word, tag = place.word(), place.tag()
    behind = place.at - 1 - (place.word(-1) == ",")
    noun, noun_tag = place.text.tokens.word(behind).lower, place.text.tags[behind]
    if word == "who" and tag == "WP" and place.tag(1).startswith(("VB", "MD")) and noun_tag.startswith("NN"):
        yield place.instead("which for a person", "which")
        yield place.instead("what for who or which", "what")
        yield place.instead("whom for who", "whom")
        yield place.instead("whose for who", "whose")
    if (
        word == "which"
        and tag == "WDT"
        and noun_tag in ("NN", "NNS")
        and noun not in agents()
        and place.tag(-1) != "IN"
    ):
        yield place.instead("who for a thing", "who")
        yield place.instead("what for who or which", "what")
        yield place.instead("it for which", "it")
    if word == "that" and tag == "WDT" and noun_tag in ("NN", "NNS") and place.tag(1).startswith(("VB", "MD")):
        yield place.instead("what for that", "what")
        yield place.instead("relative subject left out", "")
    if word == "whose" and place.tag(1).startswith("NN"):
        yield place.instead("which for whose", "which")
        yield place.instead("who for whose", "who")
    if word == "whom" and place.tag(-1) == "IN":
        yield place.instead("who behind a preposition", "who")
    if word == "what" and tag == "WP" and place.tag(-1).startswith("VB"):
        yield place.instead("that which for what", place.draw.choice(("which", "that what")))
    if word == "where" and place.tag(-1) in ("NN", "NNP", "NNS"):
        yield place.instead("which for where", "which")


def _cases(place: Place) -> Iterator[Change]:
    word, tag, tag_before = place.word(), place.tag(), place.tag(-1)
    if tag == "PRP$":
        if word in OBJECTS:
            yield place.instead("object pronoun for owner", OBJECTS[word])
        if word in SUBJECTS:
            yield place.instead("subject pronoun for owner", SUBJECTS[word])
        if word in ("their", "his", "its") and place.tag(1).startswith("NN"):
            yield place.instead(
                "independent owner before noun", {"their": "theirs", "his": "he's", "its": "it's"}[word]
            )
    if (
        tag == "PRP"
        and word in OWNERS
        and (word not in ("it",) or tag_before == "IN")
        and place.tag(1) in ("IN", ".", ",", "TO", "VBD", "VBZ", "MD", "DT")
    ):
        yield place.instead("owner for pronoun", OWNERS[word])
    if word in SELVES:
        yield place.instead("reflexive of another person", place.draw.choice([one for one in SELVES if one != word]))
    if word == "there" and tag == "EX":
        yield place.instead("it for there", "it")
        yield place.instead("they for there", "they")
    if word == "it" and place.word(1) in ("is", "was") and place.tag(2) == "JJ" and place.word(3) in ("to", "that"):
        yield place.instead("there for it", "there")
    if (
        tag_before == "IN"
        and tag == "PRP"
        and word in ("him", "them", "us", "her", "me")
        and not place.tag(1).startswith(("NN", "JJ"))
    ):
        subject = {"him": "he", "them": "they", "us": "we", "her": "she", "me": "I"}[word]
        yield place.instead("subject pronoun behind preposition", subject)


def _clauses(place: Place) -> Iterator[Change]:
    word, tag = place.word(), place.tag()
    if word in PREPOSITIONS_FOR and tag in ("IN", "WRB") and place.tag(1) in ("PRP", "DT", "NNP"):
        yield place.instead("preposition before a clause", PREPOSITIONS_FOR[word])
    if word in ("despite", "during") and place.tag(1) in ("DT", "PRP$"):
        yield place.instead("conjunction before a phrase", {"despite": "although", "during": "while"}[word])
    if word == "because" and place.word(1) == "of":
        yield Change("of lost behind because", place.at, place.at + 2, "because")
    if word in ("and", "or", "to", "nor"):
        before = [place.word(-offset) for offset in range(2, min(REACH, place.at) + 1)]
        for (first, second), other in PAIRS.items():
            if second == word and first in before and place.tag(1) not in ("VB",):
                yield place.instead("pair with another second half", other)


def _series(place: Place) -> Iterator[Change]:
    tag, word = place.tag(), place.word()
    if tag[:2] != "VB" or word in BE | HAVE or place.word(-1) not in ("and", "or"):
        return
    first = next((offset for offset in range(2, 9) if place.at >= offset and place.tag(-offset) == tag), 0)
    if not first:
        return
    base = lemma(word, tag)
    others = [form for form in ("VBG", "VB", "VBZ", "VBD") if inflect(base, form) != word]
    yield place.instead("joined verb in another form", inflect(base, place.draw.choice(others)))
    if tag != "VB":
        yield place.instead("joined verb as infinitive", "to " + base)
