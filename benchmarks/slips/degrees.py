"""Comparison, degree, and adverbs for adjectives."""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.words.closed import words
from paralint.text.morphology import inflect, is_word, lemma, word_classes
from slips.change import BE, Change, Place

IRREGULAR = {"better": "gooder", "best": "goodest", "worse": "worser", "worst": "baddest"}
RECIPROCAL = ("one other", "each others", "each another")
LONG = 6  # letters of an adjective that is compared with "more"
SHORT = words(
    """
    big small large high low strong weak old young long short cheap fast slow hard tough deep wide great close rich poor
    safe
    """
)
LINKING = frozenset({"look", "looks", "looked", "sound", "sounds", "sounded", "feel", "feels", "felt", "seem", "seems"})
LINKING_WITH_BE = LINKING | BE | frozenset({"seemed", "became", "become", "remain", "remains", "remained"})


def changes(place: Place) -> Iterator[Change]:
    """Yield the slips of comparison and degree at a word."""
    word, tag, before, tag_behind = place.word(), place.tag(), place.word(-1), place.tag(1)
    if tag in ("JJR", "JJS", "RBR", "RBS"):
        yield from _compared(place)
    if word == "than":
        yield place.instead("than: another word", place.draw.choice(("as", "that", "then", "of", "from")))
        if place.tag(-1) in ("JJR", "RBR", "NNS", "NN"):
            yield place.instead("than left out", "")
    if word == "as" and place.word(-2) in ("as", "so") and place.tag(-1) in ("JJ", "RB"):
        yield place.instead("as big like", place.draw.choice(("like", "than", "how")))
    if word in ("too", "very", "so") and place.tag(1) in ("JJ", "RB") and place.word(1) not in ("much", "many", "few"):
        yield place.instead("too much big", f"{word} much")
    if word == "much" and tag_behind in ("JJR", "RBR"):
        yield place.instead("very bigger", "very")
    if word == "each" and place.word(1) == "other":
        yield Change("each other", place.at, place.at + 2, place.draw.choice(RECIPROCAL))
    yield from _classes(place)
    if before == "as" and word in ("usual", "possible", "expected"):
        yield place.instead("as usually", {"usual": "usually", "possible": "possibly", "expected": "expectedly"}[word])


def _compared(place: Place) -> Iterator[Change]:
    """Yield comparatives and superlatives that are made in another way."""
    word, tag, before = place.word(), place.tag(), place.word(-1)
    base = lemma(word, tag)
    comparative = tag in ("JJR", "RBR")
    if word in IRREGULAR:
        yield place.instead("gooder", IRREGULAR[word])
    if word in ("more", "most", "less", "least", "earlier", "later") or base == word:
        if word == "most" and place.tag(1) == "JJ" and before == "the":
            yield place.instead("the more for the most", "more")
        if word == "more" and place.tag(1) == "JJ" and len(place.word(1)) > LONG:
            yield place.instead("most for more", "most")
        return
    if word.endswith(("er", "est")):
        yield place.instead("more bigger", f"{'more' if comparative else 'most'} {word}")
        if tag in ("JJR", "JJS") and base in SHORT:
            yield place.instead("more big", f"{'more' if comparative else 'most'} {base}")
    if tag == "JJS" and before == "the":
        yield place.instead("the bigger for the biggest", inflect(base, "JJR"))
    if tag == "JJR" and "than" in (place.word(1), place.word(2)):
        yield place.instead("bigger for big", base)
        yield place.instead("biggest than", inflect(base, "JJS"))


def _classes(place: Place) -> Iterator[Change]:
    """Yield adverbs for adjectives and the other way round."""
    word, tag, before, tag_before, tag_behind = place.word(), place.tag(), place.word(-1), place.tag(-1), place.tag(1)
    if tag == "JJ" and len(word) > 3:
        adverb = word[:-1] + "ily" if word.endswith("y") else word[:-1] + "y" if word.endswith("le") else word + "ly"
        if is_word(adverb) and "adverb" in word_classes(adverb):
            if tag_behind in ("NN", "NNS"):
                yield place.instead("adverb before a noun", adverb)
            elif before in LINKING_WITH_BE and tag_behind in (".", "IN", ",", "CC", "TO"):
                yield place.instead("be + adverb", adverb)
    if tag == "RB" and word.endswith("ly") and len(word) > 5:
        adjective = word[:-3] + "y" if word.endswith("ily") else word[:-2]
        if "adjective" in word_classes(adjective) and word_classes(word) == {"adverb"}:
            if tag_behind in ("JJ", "VBN", "VBD"):
                yield place.instead("adjective for adverb, before", adjective)
            elif tag_before in ("VBD", "VBZ", "VBN", "VB") and before not in LINKING_WITH_BE:
                yield place.instead("adjective for adverb, behind", adjective)
