"""Verbs in a form that does not go with their auxiliary, subject or preposition, or with the verb that governs them."""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.words.closed import words
from paralint.text.morphology import inflect, lemma
from slips.change import BE, HAVE, Change, Place

DO = frozenset({"do", "does", "did"})
NOUNS = ("NN", "NNS", "NNP", "PRP")
INFINITIVE = words(
    """
    decide agree refuse want plan hope manage fail expect seek vow pledge promise need offer threaten tend decline
    attempt intend
    able unable likely unlikely ready willing reluctant eager determined set decision attempt bid effort ability right
    plan failure refusal willingness promise
    """
)
GERUND = words("avoid enjoy finish keep consider suggest risk deny admit delay recommend resist quit stop")
ORDER = words("ask tell order urge force allow enable encourage expect invite persuade want require warn")
BARE = words("let make see watch")
CONJUNCTIONS = frozenset({"when", "if", "until", "before", "after", "unless", "once"})


def changes(place: Place) -> Iterator[Change]:
    """Yield the slips of verbs at a word."""
    word, tag = place.word(), place.tag()
    if tag.startswith("VB") and word not in BE | HAVE:
        yield from _behind(place, lemma(word, tag))
        yield from _governed(place, lemma(word, tag))
        yield from _tenses(place, lemma(word, tag))
    if word in BE | HAVE and place.tag(1) in ("VBN", "VBG", "JJ", "DT"):
        yield place.instead("auxiliary left out", "")
    if word in BE | HAVE and word[0] != "'" and place.tag(1) in ("VBN", "VBG"):
        yield place.instead("auxiliary told twice", place.draw.choice(_doubled(word)))


def _doubled(word: str) -> list[str]:
    if word in HAVE:
        return [f"{word} had", f"is {word}", f"{word} have", f"was {word}"]
    if word in ("be", "been", "being"):
        return [f"{word} is", f"{word} was"]
    return [f"{word} is", f"has {word}", f"{word} been", f"did {word}"]


def _behind(place: Place, base: str) -> Iterator[Change]:
    """Yield the forms of a verb that do not go with the word right before it."""
    word, tag, before, tag_before = place.word(), place.tag(), place.word(-1), place.tag(-1)
    past, participle = inflect(base, "VBD"), inflect(base, "VBN")
    if before in HAVE and tag == "VBN":
        yield place.instead("have + bare verb", base)
        if past != participle:
            yield place.instead("past form for participle", past)
    elif before in BE and tag in ("VBN", "VBG"):
        yield place.instead("be + bare verb", base)
        yield place.instead("be + the other participle", inflect(base, "VBG" if tag == "VBN" else "VBN"))
        if tag == "VBN" and past != participle:
            yield place.instead("past form for participle", past)
    elif tag == "VB" and tag_before in ("MD", "TO"):
        form = place.draw.choice(("VBD", "VBZ", "VBG"))
        yield place.instead(f"{'to' if tag_before == 'TO' else 'modal'} + inflected verb", inflect(base, form))
        if tag_before == "MD":
            yield place.instead("modal + to", f"to {word}")
    elif tag == "VB" and before in ("not", "n't") and place.word(-2) in DO:
        yield place.instead("do + inflected verb", inflect(base, place.draw.choice(("VBD", "VBZ", "VBG", "VBN"))))
    elif tag == "VBG" and tag_before == "IN":
        yield place.instead("preposition + bare verb", base)
        yield place.instead("preposition + infinitive", f"to {base}")
        yield place.instead("preposition + past form", past)
    elif tag in ("VBD", "VBZ") and tag_before in ("NN", "NNP", "PRP"):
        yield place.instead("subject + bare verb", base)
        yield place.instead("subject + participle", inflect(base, place.draw.choice(("VBN", "VBG"))))
    if tag == "VBD" and past != participle and tag_before in NOUNS:
        yield place.instead("participle for past form", participle)
    if tag_before in ("NN", "NNS") and tag == "VBN" and place.tag(1) in ("IN", "TO"):
        yield place.instead("attribute in the other participle", inflect(base, "VBG"))
    elif tag_before in ("NN", "NNS") and tag == "VBG" and place.tag(1) in ("DT", "PRP$", "NNS", "IN"):
        yield place.instead("attribute in the other participle", participle)


def _governed(place: Place, base: str) -> Iterator[Change]:
    """Yield the forms of a verb that do not go with the word that asks for it as a complement."""
    tag = place.tag()
    infinitive = tag == "VB" and place.tag(-1) == "TO"
    ruling = _lemma(place, -2) if infinitive else _lemma(place, -1)
    before = Change("", place.at - infinitive, place.at + 1, "")
    if infinitive and ruling in INFINITIVE:
        yield before._replace(kind="-ing form for infinitive", new=inflect(base, "VBG"))
        yield before._replace(kind="bare verb for infinitive", new=base)
    elif tag == "VBG" and ruling in GERUND:
        yield place.instead("infinitive for -ing form", f"to {base}")
    for distance in (2, 3, 4):
        verb = -distance - infinitive
        if not place.tag(verb).startswith("VB") or any(
            place.tag(at).startswith(("VB", "IN", ",")) for at in range(verb + 1, -infinitive)
        ):
            continue
        if infinitive and _lemma(place, verb) in ORDER:
            yield before._replace(kind="-ing form behind object", new=inflect(base, "VBG"))
            yield before._replace(kind="bare verb behind object", new=base)
        elif tag == "VB" and place.tag(-1) != "TO" and _lemma(place, verb) in BARE:
            yield place.instead("to behind object of let or make", f"to {base}")


def _lemma(place: Place, offset: int) -> str:
    if not place.text.sentences or place.at + offset < 0:
        return ""
    return lemma(place.word(offset), place.tag(offset))


def _tenses(place: Place, base: str) -> Iterator[Change]:
    """Yield the tenses that do not go with a time or a conjunction."""
    tag, subject = place.tag(), place.tag(-1)
    if tag == "VBD" and subject in NOUNS and _is_over(place):
        have = "have" if subject == "NNS" or place.word(-1) in ("they", "we", "i", "you") else "has"
        yield place.instead("perfect with a time that is over", f"{have} {inflect(base, 'VBN')}")
        yield place.instead("future with a time that is over", f"will {base}")
    if tag == "VBN" and place.word(-1) in ("has", "have") and _behind_is(place, ("since",)):
        changed = inflect(base, place.draw.choice(("VBD", "VBZ")))
        yield Change("no perfect with since", place.at - 1, place.at + 1, changed)
    opening = next((at for at in (-2, -3) if place.word(at) in CONJUNCTIONS), 0)
    if opening and tag in ("VBZ", "VBP") and subject in NOUNS and place.tag(opening) in ("IN", "WRB"):
        yield place.instead("will behind conjunction", f"will {base}")
    if opening and tag == "VBD" and subject in NOUNS and place.word(opening) == "if":
        yield place.instead("would behind if", f"would {base}")


def _is_over(place: Place) -> bool:
    return _behind_is(place, ("yesterday", "ago", "last"))


def _behind_is(place: Place, told: tuple[str, ...]) -> bool:
    last = len(place.text.tags) - place.at
    for offset in range(1, min(7, last)):
        if place.tag(offset) in (",", ".", ":", "VBD", "VBZ"):
            return False
        if place.word(offset) in told:
            return place.word(offset) != "last" or place.tag(offset + 1) in ("NN", "NNP")
    return False
