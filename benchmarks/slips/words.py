"""Words too many, words lost, words of another class, and words that look or sound like the right one."""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.words.closed import words
from paralint.text.morphology import word_classes
from slips.change import BE, HAVE, Change, Place

AUXILIARY = BE | HAVE | {"would", "will", "could", "can", "should", "must", "may", "might", "did", "does", "do"}
STOPS = frozenset({".", ",", ";"})
SECOND = {
    "until": "till",
    "in": "into",
    "into": "in",
    "but": "however",
    "because": "since",
    "although": "while",
    "of": "from",
    "on": "upon",
    "to": "towards",
    "with": "by",
    "from": "of",
    "for": "to",
    "by": "from",
    "at": "in",
    "if": "whether",
    "before": "until",
    "after": "since",
    "about": "of",
    "during": "in",
    "and": "or",
    "that": "which",
    "also": "too",
}
GOES = words(
    """
    retreated fell arrived went came rose happened disappeared emerged slowed moved grew stayed remained died
    returned continued began increased ended started occurred appeared dropped lived worked travelled traveled
    """
)
STRONG = words(
    """
    made took gave brought sent put found caught hit held kept told asked joined called built bought sold got
    used led let helped saw heard wanted needed offered published released killed injured forced allowed
    included received said told named described accused blamed praised urged warned invited hired fired replaced
    threatened
    """
)
LOOK_ALIKE = """
    the die tile tie they then he; and arid an any; to lo too so; be he by; he be lie the; had bad hat has; can
    car cart; has bas his as; his is this hiss; from form; form from; than then that; then than; case ease;
    modern modem; but hut bat; all ail ali; does docs; day clay; of or off if; or of on; is as his; as is at; in
    is ill; on one or; for four far fur; with wish width; not now hot note; now not know; was war saw; were
    where wore; where were; their there; there their; who how; how who; must most; most must; may way; way may;
    said sad sand; one on; they the then; them then the; this his thus; our out; out our; it if is; if it is of;
    will well wall; when then; what that hat; been bean seen; have heave gave cave; by be my; at an; an and at;
    quite quiet; through though trough; though through thought; thought though; too to; its it's; lose loose;
    here hear; hear here; no know now; know no now; right write; week weak; whether weather; weather whether;
    led lead; past passed; passed past; peace piece; would world wood; world would; first fist; her here; after
    alter; even ever; ever even; some same; same some; such much; more mere; over ever; two to too; each teach;
    new now
    """
LOOKS = {told.split()[0]: told.split()[1:] for told in LOOK_ALIKE.split(";")}
SMALL = sorted(
    words(
        """
        the a an this that these those his her their its our my of in to for on at by with from as into about and or but
        not is are was were be been being has have had do did can will would it he they we who which what there so than
        if when
        """
    )
)
RANDOMLY = 0.1
NOUN_ENDINGS = (
    ("ent", "ence"),
    ("ant", "ance"),
    ("able", "ability"),
    ("ful", ""),
    ("ous", ""),
    ("al", ""),
    ("y", ""),
    ("ic", ""),
    ("less", ""),
    ("", "ness"),
    ("", "ity"),
    ("e", "ity"),
    ("t", "cy"),
)
VERB_ENDINGS = (
    ("ment", ""),
    ("ation", "e"),
    ("ion", "e"),
    ("ion", ""),
    ("ance", ""),
    ("al", ""),
    ("al", "e"),
    ("sion", "d"),
    ("ication", "y"),
)


def changes(place: Place) -> Iterator[Change]:
    """Yield the slips of words at a word."""
    yield from _too_many(place)
    yield from _lost(place)
    yield from _lost_links(place)
    yield from _classes(place)
    yield from _any_small(place)
    word = place.word()
    if word in LOOKS and place.text.tags[place.at] not in ("NNP", "RP"):
        yield place.instead("word that looks or sounds alike", place.draw.choice(LOOKS[word]))


def _form(place: Place, offset: int = 0) -> str:
    return place.text.tokens.word(place.at + offset).form


def _before(place: Place, kind: str, new: str) -> Change:
    return place.instead(kind, f"{new} {_form(place)}")


def _behind(place: Place, kind: str, new: str) -> Change:
    return place.instead(kind, f"{_form(place)} {new}")


def _any_small(place: Place) -> Iterator[Change]:
    """Yield slips of any small word, whether or not a sound sentence comes of them."""
    word, draw = place.word(), place.draw
    if draw.random() < RANDOMLY:
        other = draw.choice([other for other in SMALL if other != word])
        yield _before(place, "any small word too many", other)
        if word in SMALL:
            yield place.instead("any small word exchanged", other)
            yield place.instead("any small word left out", "")


def _too_many(place: Place) -> Iterator[Change]:
    word, tag, before, tag_before = place.word(), place.tag(), place.word(-1), place.tag(-1)
    finite = tag in ("VBD", "VBZ") and place.tag(1) not in (".", ",")
    if finite and tag_before in ("NN", "NNP", "NNS") and place.tag(-2) in ("DT", "JJ", "NNP", "PRP$"):
        pronoun = "they" if tag_before == "NNS" else "he" if tag_before == "NNP" else "it"
        yield _before(place, "subject told again", pronoun)
        yield _before(place, "there too many", "there")
        yield _before(place, "that too many", "that")
    if finite and before in ("who", "which") and tag_before in ("WP", "WDT"):
        yield _before(place, "subject of a relative clause told again", "he" if before == "who" else "it")
    if word in GOES and tag_before in ("PRP", "NN", "NNS", "NNP"):
        yield _behind(
            place, "reflexive too many", "themselves" if tag_before == "NNS" or before == "they" else "itself"
        )
    if word == "to" and place.tag(1) == "VB" and tag_before in ("VBD", "VBZ", "VBN", "NN"):
        yield _before(place, "that before infinitive", "that")
        yield _before(place, "for before infinitive", "for")
    if word in SECOND and tag in ("IN", "CC", "TO", "RB", "WDT") and not (tag == "TO" and place.tag(1) == "VB"):
        yield _before(place, "second small word", SECOND[word])
        yield _behind(place, "second small word", SECOND[word])
    if tag in ("VB", "VBD") and place.tag(1) in ("DT", "PRP$") and word not in AUXILIARY:
        yield _behind(place, "pronoun before object", "it")
        yield _behind(place, "preposition before object", place.draw.choice(("to", "of", "with", "for")))
    if tag == "VBG" and tag_before == "IN":
        yield _before(place, "be before -ing form", "be")


def _lost(place: Place) -> Iterator[Change]:
    word, tag, before, tag_before = place.word(), place.tag(), place.word(-1), place.tag(-1)
    if tag == "PRP" and place.tag(1) in ("VBD", "VBZ", "VBP", "MD") and tag_before in ("IN", "WRB"):
        yield place.instead("subject left out", "")
    if (
        tag == "PRP"
        and before in STRONG
        and place.tag(1) in ("IN", ".", ",", "TO", "RB")
        and place.word(-2) not in AUXILIARY
    ):
        yield place.instead("object left out", "")
    if (
        tag == "DT"
        and before in STRONG
        and tag_before == "VBD"
        and place.tag(1) in ("NN", "NNS")
        and place.tag(2) in ("IN", ".")
    ):
        yield Change("object left out", place.at, place.at + 2, "")
    if tag in ("NN", "NNS") and place.tag(-2) == "DT" and tag_before == "JJ" and place.tag(1) in ("IN", ".", ","):
        yield place.instead("noun left out", "")
    if (
        tag in ("VBD", "VBZ")
        and word not in AUXILIARY
        and tag_before in ("NN", "NNS", "NNP", "PRP")
        and place.tag(1) in ("DT", "PRP$", "IN", "TO")
    ):
        yield place.instead("verb left out", "")
    if tag == "VB" and before == "to" and place.tag(1) in ("DT", "PRP$", "NNS"):
        yield place.instead("verb left out behind to", "")
    if (
        word in ("who", "which", "that")
        and tag in ("WP", "WDT")
        and tag_before in ("NN", "NNS")
        and place.tag(1) in ("VBD", "VBZ", "VBP", "MD")
    ):
        yield place.instead("relative subject left out", "")
    if tag == "VBN" and before in ("been", "be", "was", "were") and place.tag(1) in ("IN", "TO", "."):
        yield place.instead("participle left out", "")
    if tag == "MD" and place.tag(1) == "VB" and place.word(1) in ("be", "have") and tag_before in ("NN", "NNS", "PRP"):
        yield place.instead("modal left out", "")


def _lost_links(place: Place) -> Iterator[Change]:
    word, tag, before, tag_before = place.word(), place.tag(), place.word(-1), place.tag(-1)
    if word == "than":
        yield place.instead("than left out", "")
    if word == "as" and tag in ("RB", "IN") and place.tag(1) in ("JJ", "RB") and place.word(2) == "as":
        yield place.instead("as left out", "")
    if word in ("and", "but", "so") and before == "," and place.tag(1) in ("PRP", "DT", "NNP", "PRP$"):
        clause = any(
            place.tag(offset) in ("VBD", "VBZ", "MD", "VBP")
            for offset in range(2, 5)
            if place.at + offset < len(place.text.tags)
        )
        if clause:
            yield place.instead("conjunction left out behind comma", "")
    if word == "and" and tag_before in ("NN", "NNS", "JJ", "VBD") and place.tag(1) == tag_before:
        yield place.instead("and left out", "")
    if (
        word in ("because", "when", "if", "while", "after", "before", "although", "where")
        and tag in ("IN", "WRB")
        and place.tag(1) in ("PRP", "DT")
        and before not in STOPS
    ):
        yield place.instead("conjunction left out", "")


def _known(stem: str, kind: str) -> bool:
    return len(stem) > 3 and kind in word_classes(stem)


def _classes(place: Place) -> Iterator[Change]:
    word, tag, before = place.word(), place.tag(), place.word(-1)
    if tag == "JJ" and len(word) > 5:
        made = [word[: len(word) - len(old)] + new for old, new in NOUN_ENDINGS if word.endswith(old)]
        noun = next(
            (one for one in made if one != word and _known(one, "noun") and "adjective" not in word_classes(one)), ""
        )
        if noun and (before in BE or place.tag(-1) == "RB"):
            yield place.instead("noun for adjective behind be", noun)
        elif noun and place.tag(1) in ("NN", "NNS"):
            yield place.instead("noun for adjective before noun", noun)
        if _known(word + "ly", "adverb") and place.tag(1) in ("NN", "NNS"):
            yield place.instead("adverb for adjective", word + "ly")
    if tag in ("NN", "NNS") and place.tag(-1) in ("DT", "PRP$", "JJ"):
        made = [word[: len(word) - len(old)] + new for old, new in VERB_ENDINGS if word.endswith(old)]
        verb = next((one for one in made if _known(one, "verb") and "noun" not in word_classes(one)), "")
        if verb:
            yield place.instead("verb for noun", verb)
        made = [word[: len(word) - len(new)] + old for old, new in NOUN_ENDINGS if new and word.endswith(new)]
        adjective = next((one for one in made if _known(one, "adjective") and "noun" not in word_classes(one)), "")
        if adjective:
            yield place.instead("adjective for noun", adjective)
    if tag == "VB" and place.tag(-1) in ("TO", "MD"):
        made = [word[: len(word) - len(new)] + old for old, new in VERB_ENDINGS if word.endswith(new)]
        noun = next((one for one in made if _known(one, "noun") and "verb" not in word_classes(one)), "")
        if noun:
            yield place.instead("noun for verb", noun)
    if (
        tag == "RB"
        and word.endswith("ly")
        and _known(word[:-2], "adjective")
        and before not in BE
        and (place.tag(-1).startswith("VB") or place.tag(1).startswith("VB"))
    ):
        yield place.instead("adjective for adverb", word[:-2])
